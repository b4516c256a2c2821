// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/synonym_table.h"

#include <algorithm>

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

// Each word in all its forms.
std::vector<std::vector<std::string>> forms_of(const std::vector<Piece>& units, bool verb) {
    std::vector<std::vector<std::string>> positions;
    for (const Piece& unit : units) {
        std::vector<std::string>& forms = positions.emplace_back();
        for (const std::string& word : unit.words) {
            for (std::string& form : inflections_of(word, verb)) forms.push_back(std::move(form));
        }
    }
    return positions;
}

bool are_forms(const std::vector<Piece>& units, std::size_t first, const Phrase& member) {
    for (std::size_t i = 0; i < member.positions.size(); ++i) {
        const auto& forms = member.positions[i];
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

SynonymTable::SynonymTable(const Synonyms& synonyms, Analyzer& analyzer, TermMaker& terms) {
    for (const SynonymGroup& group : synonyms.groups()) {
        std::vector<Alternative>& members = groups_.emplace_back();
        one_way_.push_back(group.one_way);
        for (const SynonymMember& member : group.members) {
            Alternative added = alternative_of(member.text, analyzer, terms);
            if (added.phrase.positions.empty()) continue;
            added.weight = member.weight;
            const std::vector<Piece> units = units_of(analyzer.analyze(member.text), terms);
            added.phrase.stems = false;
            added.phrase.positions = forms_of(units, group.verbs);
            const std::string key = key_of(units, 0, units.size());
            places_[key].push_back({groups_.size() - 1, members.size()});
            longest_ = std::max(longest_, added.phrase.positions.size());
            members.push_back(std::move(added));
        }
    }
}

std::vector<SynonymTable::Match> SynonymTable::find(const std::vector<Token>& tokens,
                                                    TermMaker& terms) const {
    const std::vector<Piece> units = units_of(tokens, terms);
    std::vector<Match> matches;
    for (std::size_t first = 0; first < units.size();) {
        std::size_t count = std::min(longest_, units.size() - first);
        std::vector<Place> found;
        for (; count > 0; --count) {
            const auto known = places_.find(key_of(units, first, count));
            if (known == places_.end()) continue;
            std::copy_if(known->second.begin(), known->second.end(), std::back_inserter(found),
                         [&](const Place& place) {
                             const Alternative& member = groups_[place.group][place.member];
                             return are_forms(units, first, member.phrase);
                         });
            if (!found.empty()) break;
        }
        if (count == 0) {
            ++first;
            continue;
        }
        Match match{{units[first].range.begin, units[first + count - 1].range.end}, {}};
        for (const Place& place : found) add_alternatives(place, match.alternatives);
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
void SynonymTable::add_alternatives(const Place& place,
                                    std::vector<Alternative>& alternatives) const {
    if (one_way_[place.group] && place.member != 0) return;
    const std::vector<Alternative>& members = groups_[place.group];
    for (std::size_t i = 0; i < members.size(); ++i) {
        const double weight = members[i].weight * members[place.member].weight;
        const auto& positions = members[i].phrase.positions;
        if (i == place.member || weight < kLeastWeight ||
            positions == members[place.member].phrase.positions) {
            continue;
        }
        const auto known = std::find_if(
            alternatives.begin(), alternatives.end(),
            [&](const Alternative& other) { return other.phrase.positions == positions; });
        if (known == alternatives.end()) {
            alternatives.push_back(members[i]);
            alternatives.back().weight = weight;
        } else {
            known->weight = std::max(known->weight, weight);
        }
    }
}

}  // namespace sinodex
