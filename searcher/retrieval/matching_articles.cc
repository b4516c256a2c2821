// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/matching_articles.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/ranking/condition_check.h"

namespace sinodex {
namespace {

// The parts of an index add up what terms weigh in orders of their own, so that scores that are
// equal in one part may differ in their last bits in two. Without these, ties are ties.
double without_last_bits(double score) {
    constexpr int kBits = 40;
    int exponent = 0;
    const double fraction = std::frexp(score, &exponent);
    return std::ldexp(std::round(std::ldexp(fraction, kBits)), exponent - kBits);
}

// Whether an article has these is asked when its phrases are known.
void add_terms(const Condition& condition, std::vector<std::string>& terms) {
    if (const auto* has = std::get_if<HasTerm>(&condition.is)) terms.push_back(has->term);
    for (const Condition& child : children_of(condition)) add_terms(child, terms);
}

}  // namespace

MatchingArticles::MatchingArticles(SearchTools& tools, const SearchRequest& request,
                                   const UnderstoodQuery& query,
                                   const std::vector<LikelyTerm>& likely)
    : tools_(tools),
      request_(request),
      query_(query),
      bounds_(request),
      search_(tools.index(), query, tools.weights(), since(), bounds_, likely),
      has_phrases_(query.condition && has_phrase(*query.condition)) {
    if (query_.condition) add_needed(*query_.condition);
    if (!has_phrases_ || !tools.index().is_remote()) return;
    add_terms(*query_.condition, asked_holders_);
}

void MatchingArticles::ask(std::size_t count, std::optional<Xapian::doccount> rest) {
    search_.ask(static_cast<Xapian::doccount>(count), rest);
    search_.ask_holders(asked_holders_);
    asked_ = true;
}

// Asks an index on other machines, for has_term() of the articles that match.
void MatchingArticles::note_holders() {
    const auto holders = search_.holders();
    for (std::size_t i = 0; i < holders.size(); ++i) {
        tools_.index().note_holders(asked_holders_[i], holders[i]);
    }
    asked_holders_.clear();
}

std::vector<OpenedArticle> MatchingArticles::next(std::size_t count) {
    bounds_.check();
    if (ranks_ == 0 && tools_.index().is_remote() && !asked_) ask(count);
    const auto candidates =
        search_.get(static_cast<Xapian::doccount>(ranks_), static_cast<Xapian::doccount>(count));
    if (!asked_holders_.empty()) note_holders();
    ranks_ += candidates.size();
    std::vector<OpenedArticle> opened;
    for (const RankedArticle& candidate : candidates) {
        bounds_.check();
        if (passed_over_.contains(candidate.document)) continue;
        OpenedArticle article = open(candidate);
        if (!may_hold_phrases(article.record())) continue;
        article.versions = tools_.domain().stories.versions_of(article.record().id);
        opened.push_back(std::move(article));
    }
    return opened;
}

OpenedArticle MatchingArticles::open(const RankedArticle& candidate) {
    OpenedArticle opened{candidate.document, tools_.cache().find(candidate.document),
                         candidate.score, nullptr, opened_++};
    if (tools_.index().segments().size() > 1) opened.score = without_last_bits(candidate.score);
    if (!opened.article) {
        opened.article = std::make_shared<ReadArticle>();
        opened.article->record = tools_.index().record(candidate.document);
    }
    return opened;
}

void MatchingArticles::add_needed(const Condition& condition) {
    if (const auto* has = std::get_if<HasPhrase>(&condition.is)) {
        needed_.emplace_back(query_.phrases[has->phrase]);
    } else if (const auto* all = std::get_if<AllOf>(&condition.is)) {
        for (const Condition& child : all->children) add_needed(child);
    }
}

// Whether it is worth to analyse an article: false when it cannot hold what it must.
bool MatchingArticles::may_hold_phrases(const Record& record) const {
    return std::all_of(needed_.begin(), needed_.end(), [&](const PhraseFilter& phrase) {
        return phrase.may_hold(record.text) || phrase.may_hold(record.title);
    });
}

bool MatchingArticles::holds_phrases(const OpenedArticle& article) {
    if (!has_phrases_) return true;
    const Record& record = article.record();
    const std::vector<bool> phrases =
        phrases_in(record, query_, tools_.analyzer(), tools_.vocabulary());
    return !query_.condition ||
           holds(*query_.condition, tools_.index(), article.document, record, phrases);
}

}  // namespace sinodex
