// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/spun_names.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

bool is_connective(std::uint64_t key) {
    static const std::array<std::uint64_t, 8> kWords{
        word_key("of"), word_key("and"), word_key("the"), word_key("for"),
        word_key("on"), word_key("in"),  word_key("to"),  word_key("a")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

bool is_particle(std::uint64_t key) {
    static const std::array<std::uint64_t, 4> kWords{word_key("up"), word_key("out"),
                                                     word_key("off"), word_key("down")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

std::size_t count_content(std::span<const std::uint64_t> words) {
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](std::uint64_t word) { return !is_connective(word); }));
}

// The units at `begin` that may be one name: without a stop between them, at most `most`.
std::span<const TextUnit> run_at(const std::vector<TextUnit>& units, std::uint32_t begin,
                                 std::size_t most) {
    std::size_t size = 1;
    while (size < most && begin + size < units.size() && units[begin + size].gap == Gap::none &&
           !units[begin + size].han && !units[begin + size - 1].possessive) {
        ++size;
    }
    return std::span(units).subspan(begin, size);
}

// Says how much of a name a run has.
struct Alignment {
    std::size_t matched = 2;    // words of the name, the first two included
    std::size_t content = 0;    // of them, those that are no function words
    std::size_t last = 1;       // the place of the last one in the run
    bool lost_capital = false;  // a matched word in lower case between capitalised strangers
    bool lower_case = false;    // one elsewhere
};

// Matches the words in order, each with the first unit that has it.
Alignment align(std::span<const TextUnit> run, std::span<const std::uint64_t> words) {
    Alignment result;
    result.content = count_content(words.first(2));
    std::size_t strangers = 0;
    std::size_t word = 2;
    for (std::size_t i = 2; i < run.size() && word < words.size(); ++i) {
        const auto found =
            std::find(words.begin() + static_cast<std::ptrdiff_t>(word), words.end(), run[i].key);
        if (found == words.end()) {
            if (!run[i].starts_upper) break;
            ++strangers;
            continue;
        }
        word = static_cast<std::size_t>(found - words.begin()) + 1;
        ++result.matched;
        const bool content = !is_connective(run[i].key);
        result.content += content ? 1U : 0U;
        const bool between = strangers > 0 && run[i - 1].starts_upper && i + 1 < run.size() &&
                             run[i + 1].starts_upper;
        if (content && !run[i].starts_upper)
            (between ? result.lost_capital : result.lower_case) = true;
        result.last = i;
    }
    return result;
}

}  // namespace

bool may_be_spun(std::span<const std::uint64_t> words) {
    return words.size() >= 3 && count_content(words) >= 3;
}

std::optional<std::uint32_t> spun_end(const std::vector<TextUnit>& units, std::uint32_t begin,
                                      const SpunName& name) {
    const auto run = run_at(units, begin, name.words.size() + 2);
    if (run.size() <= 2 || !run[0].starts_upper) return std::nullopt;
    const Alignment found = align(run, name.words);
    if (found.content < 3 || 2 * found.matched < name.words.size() || found.lower_case)
        return std::nullopt;
    if (!found.lost_capital) return std::nullopt;
    std::size_t end = found.last + 1;
    for (std::size_t left = name.words.size() - found.matched;
         left > 0 && end < run.size() && run[end].starts_upper; --left) {
        ++end;
    }
    if (end < run.size() && is_particle(run[end].key)) ++end;
    return begin + static_cast<std::uint32_t>(end);
}

}  // namespace sinodex
