// SPDX-License-Identifier: GPL-2.0-or-later

// Events, laws and measures that a sentence tells of without a name for them: "Didi was fined
// $1.2 billion".

#include <algorithm>
#include <array>

#include "corpus/entities/article_reader.h"

namespace sinodex {
namespace {

constexpr std::uint32_t kTellingReach = 30;  // units on either side of the last part

// Words that begin a clause about something else.
bool parts_clauses(std::uint64_t key) {
    static const std::array<std::uint64_t, 4> kWords{word_key("while"), word_key("whereas"),
                                                     word_key("but"), word_key("although")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

}  // namespace

void ArticleReader::decide_told(const NameTree& tree) {
    std::vector<Candidate> told;
    for (const WordPlace& word : words_) {
        for (const std::uint32_t pattern : tree.told_by(word.word)) {
            const auto place = told_at(tree, pattern, word);
            if (!place) continue;
            const auto is_same = [&](const Candidate& one) { return one.entity == place->entity; };
            if (std::none_of(told.begin(), told.end(), is_same)) told.push_back(*place);
        }
    }
    add_candidates(told);
}

// The words that tell of a pattern's entity around `word`, which is of its last part.
std::optional<Candidate> ArticleReader::told_at(const NameTree& tree, std::uint32_t pattern,
                                                const WordPlace& word) {
    Candidate place{word.begin, word.end, 0};
    place.entity = tree.told_of(pattern);
    place.standing = Standing::certain;
    place.kind = MentionKind::told;
    const auto [from, to] = clause_around(place);
    const std::span<const ToldPart> parts = tree.told(pattern);
    bool is_free = !is_covered(word.begin, word.end);
    for (std::size_t i = 0; i < parts.size();) {
        std::optional<WordPlace> found;
        const std::uint32_t part = parts[i].part;
        for (; i < parts.size() && parts[i].part == part; ++i) {
            if (!found) found = place_of(parts[i].evidence, from, to);
            if (is_free || !found || parts[i].evidence.is_word == 0) continue;
            if (is_covered(found->begin, found->end)) continue;
            place.begin = found->begin;
            place.end = found->end;
            is_free = true;
        }
        if (!found) return std::nullopt;
    }
    const bool is_named = std::any_of(
        candidates_.begin(), candidates_.end(), [&, from = from, to = to](const auto& one) {
            return one.kept && one.standing == Standing::certain && one.entity == place.entity &&
                   one.begin >= from && one.end <= to;
        });
    if (!is_free || is_named || surroundings_.is_disputed(place.entity, place)) return std::nullopt;
    return place;
}

bool ArticleReader::is_covered(std::uint32_t begin, std::uint32_t end) const {
    return std::find(covered_.begin() + begin, covered_.begin() + end, true) !=
           covered_.begin() + end;
}

std::pair<std::uint32_t, std::uint32_t> ArticleReader::clause_around(const Candidate& place) const {
    const auto [first, last] = surroundings_.sentence_at(place);
    std::uint32_t from = place.begin;
    std::uint32_t to = place.end;
    while (from > first && from + kTellingReach > place.begin &&
           !parts_clauses(article_.units[from - 1].key)) {
        --from;
    }
    while (to < last && to < place.end + kTellingReach && !parts_clauses(article_.units[to].key))
        ++to;
    return {from, to};
}

std::optional<WordPlace> ArticleReader::place_of(const NameEvidence& evidence, std::uint32_t from,
                                                 std::uint32_t to) const {
    const auto is_before = [](const auto& one, std::uint32_t unit) { return one.begin < unit; };
    if (evidence.is_word != 0) {
        auto word = std::lower_bound(words_.begin(), words_.end(), from, is_before);
        for (; word != words_.end() && word->begin < to; ++word) {
            if (word->word == evidence.number && word->end <= to) return *word;
        }
        return std::nullopt;
    }
    auto one = std::lower_bound(candidates_.begin(), candidates_.end(), from, is_before);
    for (; one != candidates_.end() && one->begin < to; ++one) {
        if (one->kept && one->standing == Standing::certain && one->entity == evidence.number)
            return WordPlace{0, one->begin, one->end};
    }
    return std::nullopt;
}

}  // namespace sinodex
