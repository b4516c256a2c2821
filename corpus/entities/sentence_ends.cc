// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/sentence_ends.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

bool is_title(std::uint64_t key) {
    static const std::array<std::uint64_t, 8> kTitles{
        word_key("mr"), word_key("mrs"), word_key("ms"),  word_key("dr"),
        word_key("st"), word_key("sen"), word_key("gov"), word_key("no")};
    return std::find(kTitles.begin(), kTitles.end(), key) != kTitles.end();
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

}  // namespace

bool begins_sentence(const ArticleUnits& article, std::uint32_t unit) {
    if (unit == 0 || unit == article.title_units) return true;
    const TextUnit& here = article.units[unit];
    if (here.gap != Gap::hard) return false;
    const std::string_view text = unit < article.title_units ? article.title : article.text;
    const std::uint32_t end = article.units[unit - 1].range.end;
    const std::string_view between = text.substr(end, here.range.begin - end);
    if (holds_any(between, {"\n", "!", "?", "。", "！", "？", "；"})) return true;
    return between.starts_with('.') && between.size() > 1 && (here.starts_upper || here.han) &&
           !is_title(article.units[unit - 1].key);
}

}  // namespace sinodex
