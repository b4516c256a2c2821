#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "corpus/readers/formats.h"
#include "corpus/readers/html_dom.h"
#include "corpus/readers/html_metadata.h"
#include "corpus/readers/html_text.h"

namespace sinodex {
namespace {

// Where a paragraph of `text` says the title and no more: the headline.
ByteRange headline_in(std::string_view text, std::string_view title) {
    constexpr std::string_view kGap = "\n\n";
    for (std::size_t begin = 0; begin < text.size() && !title.empty();) {
        const std::size_t end = std::min(text.find(kGap, begin), text.size());
        if (text.substr(begin, end - begin) == title) {
            return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        }
        begin = end + kGap.size();
    }
    return {};
}

}  // namespace

void read_html(Article& article, std::string page) {
    const HtmlDocument document = parse_html(page);
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return;
    read_html_metadata(*root, article);
    article.text = main_text(*root);
    article.title_range = headline_in(article.text, article.title);
}

}  // namespace sinodex
