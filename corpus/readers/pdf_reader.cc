// SPDX-License-Identifier: GPL-2.0-or-later
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/author_name.h"
#include "corpus/readers/dates.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/office_text.h"
#include "corpus/readers/pdf_bomb.h"
#include "corpus/readers/pdf_layout.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr int kMostPages = 10'000;
constexpr std::size_t kMostText = std::size_t{64} << 20;

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return decode_utf8({bytes.data(), bytes.size()}).text;
}

std::unique_ptr<poppler::document> open_pdf(const std::string& file) {
    // It would tell standard error of each fault that it passes over.
    [[maybe_unused]] static const bool silenced =
        (poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr), true);
    refuse_pdf_bomb(file);
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size())));
    if (document == nullptr) {
        throw UnreadableDocument(SkipReason::malformed, "not a PDF file, or damaged");
    }
    if (document->is_locked()) {
        throw UnreadableDocument(SkipReason::unreadable, "encrypted with a password");
    }
    return document;
}

// Whether a word goes on with the line before it.
bool is_on(const PdfLine& line, const poppler::rectf& box) {
    const double middle = (box.top() + box.bottom()) / 2;
    return middle > line.top && middle < line.bottom && box.left() >= line.left - 1 &&
           box.left() - line.right < 3 * line.height();
}

PdfPage lines_of(const poppler::page& page) {
    PdfPage lines{{}, page.page_rect().height()};
    bool space = false;
    for (const poppler::text_box& word : page.text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf box = word.bbox();
        const std::string text = one_line(utf8(word.text()));
        if (text.empty()) continue;
        if (lines.lines.empty() || !is_on(lines.lines.back(), box)) {
            const double size = word.has_font_info() ? word.get_font_size() : box.height();
            lines.lines.push_back({text, box.left(), box.right(), box.top(), box.bottom(), size});
        } else {
            PdfLine& line = lines.lines.back();
            line.text += (space ? " " : "") + text;
            line.right = std::max(line.right, box.right());
        }
        space = word.has_space_after();
    }
    return lines;
}

std::vector<PdfPage> pages_of(const poppler::document& document) {
    std::vector<PdfPage> pages;
    std::size_t size = 0;
    const int count = std::min(document.pages(), kMostPages);
    for (int i = 0; i < count && size < kMostText; ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        pages.push_back(page == nullptr ? PdfPage{} : lines_of(*page));
        for (const PdfLine& line : pages.back().lines) size += line.text.size();
    }
    return pages;
}

// Returns what the first page says in large letters, unless the title that is stated stands there
// as well.
std::string title_of(const poppler::document& document, const std::vector<PdfPage>& pages) {
    std::string stated = one_line(utf8(document.get_title()));
    if (is_file_name(stated)) stated.clear();
    const std::string large = one_line(largest_lines(pages));
    if (large.empty() || stated.empty()) return stated.empty() ? large : stated;
    std::string first;
    for (const PdfLine& line : pages.front().lines) first += line.text + ' ';
    const bool shown = ascii_lower(first).find(ascii_lower(stated)) != std::string::npos;
    return shown ? stated : large;
}

// Returns the day of "D:20231222093000+08'00'".
std::string date_of(const poppler::document& document) {
    constexpr std::size_t kDay = 8;
    const std::string moment = utf8(document.info_key("CreationDate"));
    const std::size_t begin = moment.starts_with("D:") ? 2 : 0;
    return normalised_date(std::string_view(moment).substr(begin, kDay));
}

}  // namespace

void read_pdf(Article& article, std::string file) {
    const std::unique_ptr<poppler::document> document = open_pdf(file);
    std::vector<PdfPage> pages = pages_of(*document);
    article.title = title_of(*document, pages);
    article.author = usable_author(utf8(document->get_author()), {});
    article.date = date_of(*document);
    article.encoding = "UTF-8";
    const std::size_t count = pages.size();
    article.text = text_of_pages(std::move(pages));
    article.replaced_bytes += clean(article.text);
    if (blank(article.text)) {
        throw UnreadableDocument(SkipReason::empty,
                                 "no text in its " + std::to_string(count) +
                                     (count == 1 ? " page" : " pages") +
                                     "; if they are pictures, recognise them (OCR) first");
    }
    place_title(article);
}

}  // namespace sinodex
