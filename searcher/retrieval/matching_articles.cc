// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/matching_articles.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "corpus/schema/posting_table.h"
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

// What is stored of a document will be asked for soon.
void expect(Xapian::docid document, const IndexReader& index) {
    const auto count = static_cast<Xapian::docid>(index.segments().size());
    const Segment& segment = index.segments()[(document - 1) % count];
    if (segment.remote || !segment.postings) return;
    segment.postings->expect_value(static_cast<std::uint32_t>(info(Field::record).slot),
                                   (document - 1) / count + 1);
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
    const std::vector<bool> worth_opening = look_at(candidates);
    std::vector<OpenedArticle> opened;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        bounds_.check();
        if (passed_over_.contains(candidates[i].document)) continue;
        const std::size_t place = opened_++;
        if (!worth_opening[i]) continue;
        OpenedArticle article = open(candidates[i], place);
        article.version = tools_.domain().stories.place_of(article.record().id);
        opened.push_back(std::move(article));
    }
    return opened;
}

OpenedArticle MatchingArticles::open(const RankedArticle& candidate, std::size_t place) {
    OpenedArticle opened{
        candidate.document, tools_.cache().find(candidate.document), candidate.score, {}, place};
    if (tools_.index().segments().size() > 1) opened.score = without_last_bits(candidate.score);
    if (!opened.article) {
        opened.article = std::make_shared<ReadArticle>();
        opened.article->record = tools_.index().record(candidate.document);
    }
    return opened;
}

void MatchingArticles::add_needed(const Condition& condition) {
    if (const auto* has = std::get_if<HasPhrase>(&condition.is)) {
        const Phrase& phrase = query_.phrases[has->phrase];
        if (phrase.parts.empty()) {
            needed_.emplace_back(PhraseFilter(phrase));
        } else {
            needed_near_.emplace_back(phrase, tools_.analyzer(), tools_.vocabulary());
        }
    } else if (const auto* all = std::get_if<AllOf>(&condition.is)) {
        for (const Condition& child : all->children) add_needed(child);
    }
}

// Tells of each article whether it is worth to open it: false when it cannot hold what it must.
// They are looked at in the order in which they lie, since neighbours share blocks.
std::vector<bool> MatchingArticles::look_at(const std::vector<RankedArticle>& candidates) {
    std::vector<bool> worth_opening(candidates.size(), true);
    if (needed_.empty() && needed_near_.empty()) return worth_opening;
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return candidates[a].document < candidates[b].document;
    });
    constexpr std::size_t kAhead = 8;
    for (std::size_t place = 0; place < order.size(); ++place) {
        bounds_.check();
        const std::size_t i = order[place];
        const Xapian::docid document = candidates[i].document;
        if (place + kAhead < order.size()) {
            expect(candidates[order[place + kAhead]].document, tools_.index());
        }
        worth_opening[i] = !passed_over_.contains(document) && may_hold_phrases(document);
    }
    return worth_opening;
}

bool MatchingArticles::may_hold_phrases(Xapian::docid document) {
    return (needed_.empty() || may_hold_words(document)) &&
           (needed_near_.empty() || may_stand_near(document));
}

bool MatchingArticles::may_hold_words(Xapian::docid document) {
    const auto all_may = [this](auto&& texts) {
        return std::all_of(needed_.begin(), needed_.end(),
                           [&](PackedPhraseFilter& phrase) { return phrase.may_hold(texts); });
    };
    PackedTexts& packed = tools_.packed_texts();
    return packed.read(tools_.index(), document) ? all_may(packed)
                                                 : all_may(tools_.index().texts(document));
}

bool MatchingArticles::may_stand_near(Xapian::docid document) {
    const SearchedTexts texts = tools_.index().texts(document);
    return std::all_of(needed_near_.begin(), needed_near_.end(), [&](NearFilter& near) {
        return near.may_hold(texts.text) || near.may_hold(texts.title);
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
