// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/long_query.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "corpus/text/utf8.h"
#include "searcher/understanding/scoring_tokens.h"

namespace sinodex {
namespace {

struct TellingWord {
    ByteRange range;
    unsigned count = 0;
    double tells = 0;
};

// The words that score, each once, in their order. What overlaps is one word: the pairs of a longer
// Chinese one, the spellings of e-commerce.
std::vector<TellingWord> words_that_score(const std::vector<Token>& tokens, TermMaker& terms,
                                          const Xapian::Database& database) {
    std::vector<TellingWord> words;
    std::unordered_map<std::string, std::size_t> places;  // by term
    std::uint32_t end = 0;
    std::size_t last = 0;
    for (const Token* token : scoring_tokens(tokens)) {
        if (is_common_word(token->text)) continue;
        if (token->range.begin < end) {
            words[last].range.end = std::max(words[last].range.end, token->range.end);
            continue;
        }
        end = token->range.end;
        const std::string term(terms.term(*token));
        last = places.try_emplace(term, words.size()).first->second;
        if (last == words.size()) words.push_back({token->range, 0, how_telling(term, database)});
        ++words[last].count;
    }
    for (TellingWord& word : words) word.tells *= std::min(word.count, 3U);
    return words;
}

}  // namespace

double how_telling(const std::string& term, const Xapian::Database& database) {
    const double held = database.get_termfreq(term);
    if (held == 0) return 0;
    return std::log(1 + (database.get_doccount() - held + 0.5) / (held + 0.5));
}

std::string most_telling_words(std::string_view text, std::size_t most, std::size_t most_bytes,
                               Analyzer& analyzer, TermMaker& terms,
                               const Xapian::Database& database) {
    const std::string valid = valid_utf8(text.substr(0, kMaxPastedBytes));
    std::vector<TellingWord> words = words_that_score(analyzer.analyze(valid), terms, database);
    std::stable_sort(words.begin(), words.end(),
                     [](const TellingWord& a, const TellingWord& b) { return a.tells > b.tells; });
    if (words.size() > most) words.resize(most);
    std::size_t bytes = 0;
    std::erase_if(words, [&](const TellingWord& word) {
        const bool fits = bytes + word.range.size() + 1 <= most_bytes;
        if (fits) bytes += word.range.size() + 1;
        return !fits;
    });
    std::sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
        return a.range.begin < b.range.begin;
    });
    std::string kept;
    for (const TellingWord& word : words) {
        kept.append(kept.empty() ? "" : " ").append(slice(valid, word.range));
    }
    return kept;
}

}  // namespace sinodex
