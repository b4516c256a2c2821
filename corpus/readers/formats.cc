// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/formats.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

// A row for each kind of document, in the order of the enumeration. A name is held against the
// rows from top to bottom. A new kind is a row here and a function in a file of its own.
constexpr std::array<FormatInfo, 14> kFormats = {{
    {Format::text, ".txt .text", Input::text, read_text, false, nullptr},
    {Format::markdown, ".md .markdown", Input::text, read_markdown, false, nullptr},
    {Format::html, ".html .htm .xhtml", Input::markup, read_html, false, nullptr},
    {Format::json, ".json", Input::utf8, read_json, true, split_json},
    {Format::json_line, ".jsonl .ndjson", Input::utf8, read_json, true, split_lines},
    {Format::pdf, ".pdf", Input::bytes, read_pdf, false, nullptr},
    {Format::word, ".docx .docm", Input::bytes, read_word, false, nullptr},
    {Format::open_document, ".odt", Input::bytes, read_open_document, false, nullptr},
    {Format::epub, ".epub", Input::bytes, read_epub, false, nullptr},
    {Format::mail, ".eml", Input::bytes, read_mail, false, nullptr},
    {Format::mailbox, ".mbox", Input::bytes, read_mail, true, split_mailbox},
    {Format::feed, ".rss .atom .xml", Input::markup, read_html, true, split_feed},
    {Format::table, ".csv .tsv", Input::utf8, read_json, true, split_table},
    {Format::web_archive, ".warc .wet", Input::bytes, read_text, true, split_warc},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kFormats.size(); ++i) {
        if (static_cast<std::size_t>(kFormats[i].format) != i) return false;
    }
    return true;
}
static_assert(in_order());

bool has_ending(std::string_view name, std::string_view endings) {
    while (!endings.empty()) {
        const std::size_t end = std::min(endings.find(' '), endings.size());
        if (name.ends_with(endings.substr(0, end))) return true;
        endings = trimmed(endings.substr(end));
    }
    return false;
}

}  // namespace

const FormatInfo& info(Format format) { return kFormats.at(static_cast<std::size_t>(format)); }

const FormatInfo* format_of(std::string_view file_name) {
    constexpr std::string_view kGzip = ".gz";
    const std::string lower = ascii_lower(file_name);
    std::string_view name = lower;
    if (name.ends_with(kGzip)) name.remove_suffix(kGzip.size());
    const auto* const found =
        std::find_if(kFormats.begin(), kFormats.end(),
                     [&](const FormatInfo& known) { return has_ending(name, known.endings); });
    return found == kFormats.end() ? nullptr : found;
}

}  // namespace sinodex
