// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/synonym_table.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/schema/word_forms.h"

namespace sinodex {
namespace {

// A word or a Chinese character in its place, with its spellings (e-commerce: ecommerce, commerce).
struct Piece {
    std::vector<std::string> words;  // folded
    std::vector<std::string> stems;
    ByteRange range;
};

std::vector<Piece> units_of(const std::vector<Token>& tokens, TermMaker& terms) {
    std::vector<Piece> units;
    std::uint32_t position = 0;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
        if (units.empty() || token.position != position) units.push_back({{}, {}, token.range});
        position = token.position;
        units.back().words.emplace_back(token.text);
        units.back().stems.emplace_back(terms.term(token));
        units.back().range.end = std::max(units.back().range.end, token.range.end);
    }
    return units;
}

std::string key_of(const std::vector<Piece>& units, std::size_t first, std::size_t count) {
    std::string key;
    for (std::size_t i = first; i < first + count; ++i) {
        key.append(key.empty() ? "" : " ").append(units[i].stems.front());
    }
    return key;
}

struct MemberKey {
    std::string stems;
    std::size_t words = 0;
};

// Of small letters and spaces: words as the analyser would make them.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return letter == ' ' || (letter >= 'a' && letter <= 'z');
    });
}

MemberKey key_of(std::string_view text, Analyzer& analyzer, TermMaker& terms) {
    MemberKey key;
    if (!is_plain(text)) {
        const std::vector<Piece> units = units_of(analyzer.analyze(text), terms);
        return {key_of(units, 0, units.size()), units.size()};
    }
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        const std::string_view stem = terms.term({{}, 0, TokenKind::word, false, word});
        key.stems.append(key.stems.empty() ? "" : " ").append(stem);
        ++key.words;
    }
    return key;
}

using Positions = std::vector<std::vector<std::string>>;

// Each word in all its forms.
Positions forms_of(const Positions& words, bool verb) {
    Positions positions;
    for (const std::vector<std::string>& spellings : words) {
        std::vector<std::string>& forms = positions.emplace_back();
        for (const std::string& word : spellings) {
            for (std::string& form : inflections_of(word, verb)) forms.push_back(std::move(form));
        }
    }
    return positions;
}

bool are_forms(const std::vector<Piece>& units, std::size_t first, const Positions& member) {
    for (std::size_t i = 0; i < member.size(); ++i) {
        const auto& forms = member[i];
        const auto& word = units[first + i].words.front();
        if (std::find(forms.begin(), forms.end(), word) == forms.end()) return false;
    }
    return true;
}

// The terms that all articles which hold the words have: stems, and pairs of Chinese characters.
std::vector<std::string> index_terms(const std::vector<Token>& tokens, TermMaker& terms) {
    std::vector<std::string> needed;
    std::uint32_t paired = 0;  // up to this byte, characters are in a pair
    std::uint32_t position = UINT32_MAX;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::han_word) continue;
        const bool pair_follows =
            i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::han_pair;
        const bool lone = !pair_follows && token.range.end > paired;
        if (token.kind == TokenKind::han_pair) {
            paired = token.range.end;
            needed.emplace_back(terms.term(token));
        } else if (token.kind == TokenKind::han_char ? lone : token.position != position) {
            needed.emplace_back(terms.term(token));
        }
        position = token.position;
    }
    return needed;
}

}  // namespace

Alternative alternative_of(const std::string& text, Analyzer& analyzer, TermMaker& terms) {
    const std::vector<Token>& tokens = analyzer.analyze(text);
    Alternative made;
    made.text = text;
    made.terms = index_terms(tokens, terms);
    made.phrase.stems = true;
    for (Piece& unit : units_of(tokens, terms)) {
        made.phrase.positions.push_back(std::move(unit.stems));
    }
    return made;
}

SynonymTable::SynonymTable(Synonyms synonyms, Analyzer& analyzer, TermMaker& terms)
    : synonyms_(std::move(synonyms)) {
    const std::vector<SynonymGroup>& groups = synonyms_.groups();
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (std::size_t member = 0; member < groups[group].members.size(); ++member) {
            const MemberKey key = key_of(groups[group].members[member].text, analyzer, terms);
            if (key.words == 0) continue;
            places_[key.stems].push_back({group, member});
            longest_ = std::max(longest_, key.words);
        }
    }
}

SynonymTable::Group SynonymTable::made_of(const SynonymGroup& group, Analyzer& analyzer,
                                          TermMaker& terms) {
    Group made{{}, group.one_way, group.verbs};
    for (const SynonymMember& member : group.members) {
        const std::vector<Token>& tokens = analyzer.analyze(member.text);
        Member& added = made.members.emplace_back();
        added.alternative.text = member.text;
        added.alternative.weight = member.weight;
        added.alternative.terms = index_terms(tokens, terms);
        for (Piece& unit : units_of(tokens, terms)) added.words.push_back(std::move(unit.words));
    }
    return made;
}

std::vector<SynonymTable::Match> SynonymTable::find(std::string_view text, Analyzer& analyzer,
                                                    TermMaker& terms) const {
    const std::vector<Piece> units = units_of(analyzer.analyze(text), terms);
    std::vector<Match> matches;
    for (std::size_t first = 0; first < units.size();) {
        std::size_t count = std::min(longest_, units.size() - first);
        Match match;
        bool found = false;
        for (; count > 0 && !found; count -= found ? 0 : 1) {
            const auto known = places_.find(key_of(units, first, count));
            if (known == places_.end()) continue;
            for (const Place& place : known->second) {
                const Group group = made_of(synonyms_.groups()[place.group], analyzer, terms);
                const Positions& words = group.members[place.member].words;
                if (!are_forms(units, first, forms_of(words, group.verbs))) continue;
                found = true;
                add_alternatives(group, place.member, match.alternatives);
            }
        }
        if (!found) {
            ++first;
            continue;
        }
        match.range = {units[first].range.begin, units[first + count - 1].range.end};
        std::stable_sort(match.alternatives.begin(), match.alternatives.end(),
                         [](const auto& a, const auto& b) { return a.weight > b.weight; });
        if (match.alternatives.size() > kMostAlternatives) {
            match.alternatives.resize(kMostAlternatives);
        }
        if (!match.alternatives.empty()) matches.push_back(std::move(match));
        first += count;
    }
    return matches;
}

// The other members of a group, each once, with the larger weight.
void SynonymTable::add_alternatives(const Group& group, std::size_t asked_for,
                                    std::vector<Alternative>& alternatives) {
    if (group.one_way && asked_for != 0) return;
    const Member& asked = group.members[asked_for];
    for (const Member& member : group.members) {
        const double weight = member.alternative.weight * asked.alternative.weight;
        if (&member == &asked || weight < kLeastWeight || member.words.empty()) continue;
        Positions positions = forms_of(member.words, group.verbs);
        if (positions == forms_of(asked.words, group.verbs)) continue;
        const auto known = std::find_if(
            alternatives.begin(), alternatives.end(),
            [&](const Alternative& other) { return other.phrase.positions == positions; });
        if (known == alternatives.end()) {
            alternatives.push_back(member.alternative);
            alternatives.back().weight = weight;
            alternatives.back().phrase.positions = std::move(positions);
        } else {
            known->weight = std::max(known->weight, weight);
        }
    }
}

}  // namespace sinodex
