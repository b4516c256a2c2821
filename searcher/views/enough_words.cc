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

void add_ways(const QueryConcept& named, std::vector<Condition>& ways) {
    for (Condition& way : each_of(named.terms)) ways.push_back(std::move(way));
    for (const Alternative& other : alternatives_of(named)) {
        if (!other.terms.empty()) ways.push_back(simplest(AllOf{each_of(other.terms)}));
    }
}

bool covers(const QueryConcept& named, std::size_t term) {
    return !std::holds_alternative<RelatedMeaning>(named.is) &&
           std::find(named.covers.begin(), named.covers.end(), term) != named.covers.end();
}

void add_wanted(const Condition& condition, std::vector<ByteRange>& wanted) {
    const auto* any = std::get_if<AnyOf>(&condition.is);
    if (any != nullptr && any->wanted.size() > 0) {
        wanted.push_back(any->wanted);
        return;
    }
    if (std::holds_alternative<NoneOf>(condition.is)) return;
    for (const Condition& child : children_of(condition)) add_wanted(child, wanted);
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

std::vector<FreeWord> free_words(const UnderstoodQuery& query, SearchTools& tools) {
    Vocabulary& vocabulary = tools.vocabulary();
    const FreeRanges free(query.condition);
    const std::vector<double> weights =
        term_weights(query, QueryTerms(query, vocabulary).numbers(), vocabulary, tools.weights());
    const double unheld = vocabulary.idf_of(0);
    std::vector<FreeWord> words;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        const QueryTerm& term = query.terms[i];
        if (!free.contain(term.span)) continue;
        FreeWord word{weights[i], each_of(term.forms)};
        const double idf = vocabulary.idf(vocabulary.number_of_term(term.term));
        if (!term.prefix && idf < unheld) word.ways.push_back({HasTerm{term.term}});
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

// The condition holds when some of the words, by falling weight, weigh at least `needed` together.
Condition weigh_at_least(std::span<const FreeWord> words, double needed) {
    AllOf with{{simplest(AnyOf{words.front().ways})}};
    const double still = needed - words.front().weight;
    double rest = 0;
    for (const FreeWord& word : words.subspan(1)) rest += word.weight;
    if (still > 0) with.children.push_back(weigh_at_least(words.subspan(1), still));
    Condition first = simplest(std::move(with));
    if (rest < needed) return first;
    return {AnyOf{{std::move(first), weigh_at_least(words.subspan(1), needed)}}};
}

double share_of(Counted enough) { return enough == Counted::most_words ? 0.75 : 0.5; }

}  // namespace

std::optional<UnderstoodQuery> with_enough_words(const UnderstoodQuery& query, Counted enough,
                                                 SearchTools& tools) {
    std::vector<FreeWord> words = free_words(query, tools);
    if (words.size() < 2) return std::nullopt;
    keep_rarest(words);
    double all = 0;
    for (const FreeWord& word : words) all += word.weight;
    // A little less, so that sums that are equal on paper are equal here.
    const double needed = share_of(enough) * all * (1 - 1e-9);
    UnderstoodQuery result = query;
    AllOf both;
    if (query.condition) both.children.push_back(*query.condition);
    both.children.push_back(weigh_at_least(words, needed));
    result.condition = simplest(std::move(both));
    return result;
}

std::vector<CountedQuery> ways_to_count(const UnderstoodQuery& query, SearchTools& tools) {
    std::vector<CountedQuery> ways;
    for (const Counted enough : {Counted::most_words, Counted::half_words}) {
        auto narrowed = with_enough_words(query, enough, tools);
        if (!narrowed) return {{Counted::matching, query}};
        ways.push_back({enough, std::move(*narrowed)});
    }
    ways.push_back({Counted::any_word, query});
    return ways;
}

}  // namespace sinodex
