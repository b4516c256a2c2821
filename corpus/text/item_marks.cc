// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/item_marks.h"

#include <algorithm>
#include <optional>

#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

struct Mark {
    std::size_t number = 0;  // letters count from a
    bool letter = false;
    std::string_view closing;  // ".", ")" or ".)"
    std::size_t size = 0;      // bytes, with the bullet

    bool precedes(const Mark& other) const {
        return other.number == number + 1 && other.letter == letter && other.closing == closing;
    }
};

std::size_t bullet_size(std::string_view text) {
    for (const std::string_view bullet : {"•", "⁃"}) {
        if (!text.starts_with(bullet)) continue;
        return text.substr(bullet.size()).starts_with(' ') ? bullet.size() + 1 : bullet.size();
    }
    return 0;
}

// The mark that `text` begins with.
std::optional<Mark> mark_at(std::string_view text) {
    Mark mark;
    std::size_t at = bullet_size(text);
    const std::size_t first = at;
    while (at < text.size() && at < first + 2 && is_ascii_digit(text[at])) {
        mark.number = mark.number * 10 + static_cast<std::size_t>(text[at++] - '0');
    }
    mark.letter = at == first;
    if (mark.letter) {
        if (at == text.size() || !is_ascii_lower(text[at])) return std::nullopt;
        mark.number = static_cast<std::size_t>(text[at++] - 'a');
    }
    for (const std::string_view closing : {".)", ".", ")"}) {
        if (!text.substr(at).starts_with(closing)) continue;
        mark.closing = text.substr(at, closing.size());
        mark.size = at + closing.size();
        return mark;
    }
    return std::nullopt;
}

// Where the mark behind `mark` begins in `text`, with a space before it; npos when nowhere.
std::size_t find_next(std::string_view text, const Mark& mark) {
    for (std::size_t space = text.find(' '); space != text.npos;
         space = text.find(' ', space + 1)) {
        const auto next = mark_at(text.substr(space + 1));
        if (next && mark.precedes(*next)) return space + 1;
    }
    return text.npos;
}

}  // namespace

bool is_item_mark(std::string_view text) {
    const auto mark = mark_at(text);
    return mark && mark->size == text.size();
}

bool ends_with_next_mark(std::string_view text) {
    for (auto mark = mark_at(text); mark;) {
        const std::size_t next = find_next(text, *mark);
        if (next == text.npos) return false;
        text = text.substr(next);
        mark = mark_at(text);
        if (mark && mark->size == text.size()) return true;
    }
    return false;
}

void append_items(std::string_view text, ByteRange range, std::vector<ByteRange>& items) {
    for (auto mark = mark_at(slice(text, range)); mark;) {
        const std::size_t next = find_next(slice(text, range), *mark);
        if (next == text.npos) break;
        const std::uint32_t begin = range.begin + static_cast<std::uint32_t>(next);
        items.push_back({range.begin, begin - 1});
        range.begin = begin;
        mark = mark_at(slice(text, range));
    }
    items.push_back(range);
}

}  // namespace sinodex
