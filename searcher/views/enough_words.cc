// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/enough_words.h"

#include <algorithm>
#include <span>
#include <vector>

#include "searcher/ranking/query_terms.h"
#include "searcher/ranking/term_weights.h"

namespace sinodex {
namespace {

// Bounds the number of ways in which enough of them can be held.
constexpr std::size_t kMostWords = 6;

// A word of the query: what says that an article holds it.
struct FreeWord {
    double weight = 0;
    std::vector<Condition> ways;
};

Condition term_condition(std::string term) {
    Condition condition;
    condition.kind = Condition::Kind::term;
    condition.term = std::move(term);
    return condition;
}

Condition group(Condition::Kind kind, std::vector<Condition> children) {
    if (children.size() == 1) return std::move(children.front());
    Condition condition;
    condition.kind = kind;
    condition.children = std::move(children);
    return condition;
}

std::vector<Condition> term_conditions(const std::vector<std::string>& terms) {
    std::vector<Condition> conditions;
    for (const std::string& term : terms) conditions.push_back(term_condition(term));
    return conditions;
}

void add_ways(const QueryConcept& named, std::vector<Condition>& ways) {
    for (Condition& way : term_conditions(named.terms)) ways.push_back(std::move(way));
    for (const Alternative& other : named.alternatives) {
        if (other.terms.empty()) continue;
        ways.push_back(group(Condition::Kind::all, term_conditions(other.terms)));
    }
}

bool covers(const QueryConcept& named, std::size_t term) {
    return named.kind != QueryConcept::Kind::related &&
           std::find(named.covers.begin(), named.covers.end(), term) != named.covers.end();
}

void add_wanted(const Condition& condition, std::vector<ByteRange>& wanted) {
    if (condition.kind == Condition::Kind::any && condition.wanted.size() > 0) {
        wanted.push_back(condition.wanted);
        return;
    }
    if (condition.kind != Condition::Kind::any && condition.kind != Condition::Kind::all) return;
    for (const Condition& child : condition.children) add_wanted(child, wanted);
}

// Whether a condition asks for any of the words at this place, or nothing is asked of them.
class FreeRanges {
 public:
    explicit FreeRanges(const std::optional<Condition>& condition) : all_(!condition) {
        if (condition) add_wanted(*condition, wanted_);
    }
    bool contain(ByteRange span) const {
        return all_ || std::any_of(wanted_.begin(), wanted_.end(),
                                   [&](ByteRange range) { return range.contains(span); });
    }

 private:
    bool all_;
    std::vector<ByteRange> wanted_;
};

std::vector<FreeWord> free_words(const UnderstoodQuery& query, Vocabulary& vocabulary) {
    const FreeRanges free(query.condition);
    const std::vector<double> weights =
        term_weights(query, QueryTerms(query, vocabulary).numbers(), vocabulary);
    const double unheld = vocabulary.idf_of(0);
    std::vector<FreeWord> words;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        const QueryTerm& term = query.terms[i];
        if (!free.contain(term.span)) continue;
        FreeWord word{weights[i], term_conditions(term.forms)};
        const double idf = vocabulary.idf(vocabulary.number_of_term(term.term));
        if (!term.prefix && idf < unheld) word.ways.push_back(term_condition(term.term));
        for (const QueryConcept& named : query.concepts) {
            if (covers(named, i)) add_ways(named, word.ways);
        }
        if (!word.ways.empty()) words.push_back(std::move(word));
    }
    return words;
}

// The rarest first, and no more than a match can be asked for.
void keep_rarest(std::vector<FreeWord>& words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (words.size() > kMostWords) words.erase(words.begin() + kMostWords, words.end());
}

// What holds when some of the words, by falling weight, weigh at least `needed` together.
Condition weigh_at_least(std::span<const FreeWord> words, double needed) {
    std::vector<Condition> with{
        group(Condition::Kind::any, std::vector<Condition>(words.front().ways))};
    const double still = needed - words.front().weight;
    double rest = 0;
    for (const FreeWord& word : words.subspan(1)) rest += word.weight;
    if (still > 0) with.push_back(weigh_at_least(words.subspan(1), still));
    Condition first = group(Condition::Kind::all, std::move(with));
    if (rest < needed) return first;
    return group(Condition::Kind::any,
                 {std::move(first), weigh_at_least(words.subspan(1), needed)});
}

double share_of(Counted enough) { return enough == Counted::most_words ? 0.75 : 0.5; }

}  // namespace

std::optional<UnderstoodQuery> with_enough_words(const UnderstoodQuery& query, Counted enough,
                                                 Vocabulary& vocabulary) {
    std::vector<FreeWord> words = free_words(query, vocabulary);
    if (words.size() < 2) return std::nullopt;
    keep_rarest(words);
    double all = 0;
    for (const FreeWord& word : words) all += word.weight;
    // A little less, so that sums that are equal on paper are equal here.
    const double needed = share_of(enough) * all * (1 - 1e-9);
    UnderstoodQuery result = query;
    std::vector<Condition> both;
    if (query.condition) both.push_back(*query.condition);
    both.push_back(weigh_at_least(words, needed));
    result.condition = group(Condition::Kind::all, std::move(both));
    return result;
}

Counted ask_for_enough_words(const UnderstoodQuery& query, Vocabulary& vocabulary,
                             const LookForArticles& look) {
    for (const Counted enough : {Counted::most_words, Counted::half_words}) {
        const auto narrowed = with_enough_words(query, enough, vocabulary);
        if (!narrowed) {
            look(query);
            return Counted::matching;
        }
        if (look(*narrowed)) return enough;
    }
    look(query);
    return Counted::any_word;
}

}  // namespace sinodex
