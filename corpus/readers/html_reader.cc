// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "corpus/readers/formats.h"
#include "corpus/readers/html_metadata.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/script_body.h"

namespace sinodex {

void read_html(Article& article, std::string text) {
    const HtmlPage page(text);
    const std::string stated = read_html_metadata(page, article);
    article.text = main_text(page, article.title);
    // Some pages build themselves from what they state, or from what their scripts hold.
    if (article.text.size() * 2 < stated.size()) article.text = stated;
    constexpr std::size_t kLittle = 150;  // bytes
    if (article.text.size() >= kLittle) return;
    std::string body = body_in_scripts(page);
    if (body.size() > kLittle) article.text = std::move(body);
}

}  // namespace sinodex
