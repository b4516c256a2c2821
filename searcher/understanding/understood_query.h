// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/text/token.h"
#include "searcher/query/parsed_query.h"
#include "searcher/understanding/condition.h"
#include "searcher/understanding/phrase.h"
#include "searcher/understanding/query_concept.h"

namespace sinodex {

// A term that scores. Terms are distinct; of one that the query holds twice, `count` is 2.
struct QueryTerm {
    std::string term;  // as in the index, without prefix
    std::string word;  // folded, as typed first
    TokenKind kind = TokenKind::word;
    ByteRange span;  // bytes of the query
    std::uint32_t position = 0;
    unsigned count = 1;
    double weight = 1;    // as asked for: fine^2
    double rarity = 1;    // its idf among the articles of its language, by its idf among all
    bool prefix = false;  // regulat*: `word` is the beginning of one
    std::vector<std::string> forms = {};  // of a prefix: the terms of the index; it scores as one

    // Whether a text's word, folded, is this one in the very form that was typed.
    bool is_typed(std::string_view folded) const {
        return prefix ? folded.starts_with(word) : folded == word;
    }
};

// A word of a query that no article holds, and what was most likely meant.
struct Correction {
    ByteRange span;    // bytes of the query
    std::string word;  // or two words, with a space
};

// Says what a question asks for; see asked.h.
enum class Asked { nothing, something, amount, time, who, reason };

// Says what sort of thing would answer a query, question or not; see wanted.h.
enum class Wanted { nothing, reason, share, duration, money, count, time, who };

// A query that is ready to be run.
struct UnderstoodQuery {
    std::vector<QueryTerm> terms;
    std::vector<QueryConcept> concepts;
    std::vector<Phrase> phrases;
    std::vector<Correction> corrections;  // in the order of their words
    std::vector<ByteRange> missing;       // words that no article holds; see missing.h
    std::optional<Condition> condition;   // none: any of the terms
    // The phrases that stand by themselves, as numbers: articles that hold them come first. Behind
    // them may come those of which `loosened` holds (none: any of the terms).
    std::vector<std::size_t> preferred;
    std::optional<Condition> loosened;
    std::vector<QueryWarning> warnings;
    Asked asked = Asked::nothing;  // nothing: it is no question
    Wanted wanted = Wanted::nothing;
    double words = 0;               // how long it is, function words included
    std::optional<bool> collapse;   // cluster:one, cluster:all
    std::optional<QueryNode> tags;  // of a query that has tags: what they are asked of
};

// Whether a word that scores is written in Chinese characters.
bool is_chinese(const UnderstoodQuery& query);

// In one line, for explanations: what of it finds and scores articles.
std::string to_string(const UnderstoodQuery& query);

// All of it, a line for each thing and its name before it: to see what a step adds. What a query
// has nothing of has no line.
std::vector<std::string> to_lines(const UnderstoodQuery& query);

}  // namespace sinodex
