// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/second_look.h"

#include <algorithm>
#include <cmath>

namespace sinodex {
namespace {

// So many of the best passages are compared with the very best; a bound for what a search costs.
constexpr std::size_t kCompared = 100;
constexpr std::size_t kTen = 10;
constexpr std::size_t kFive = 5;

}  // namespace

SecondLook::SecondLook(const std::vector<JudgedArticle>& articles, SearchTools& tools,
                       double query_weight, double share)
    : articles_(articles),
      tools_(tools),
      weights_(tools.weights()),
      query_weight_(query_weight),
      worth_(query_weight * share) {
    for (const JudgedArticle& article : articles) {
        if (!article.counts) continue;
        best_found_ = std::max(best_found_, article.score);
        best_full_ = std::max(best_full_, article.score + article.extra);
    }
}

void SecondLook::add_to(std::vector<FoundPassage>& found, bool chinese) {
    if (worth_ <= 0) return;
    add_likeness(found);
    hold_other_language_against(found, chinese);
    for (FoundPassage& one : found) {
        const double standing = worth_ * standing_of(articles_[one.article]);
        one.passage.article += standing;
        one.score += one.passage.coverage + one.passage.likeness + standing;
    }
    put_own_language_first(found, chinese);
}

bool SecondLook::is_own(const FoundPassage& one, bool chinese) const {
    return articles_[one.article].record().lang.starts_with("zh") == chinese;
}

// What the query's own language finds comes first where it answers, and a passage that holds all of
// the words is taken for an answer.
void SecondLook::hold_other_language_against(std::vector<FoundPassage>& found, bool chinese) const {
    if (std::none_of(found.begin(), found.end(), [&](const FoundPassage& one) {
            return one.passage.whole && is_own(one, chinese);
        })) {
        return;
    }
    for (FoundPassage& one : found) {
        if (!is_own(one, chinese)) one.passage.coverage -= worth_ * weights_.own_language;
    }
}

// Only the first place is for the query's own language: further down, where everything that answers
// is wanted, passages stand by their scores.
void SecondLook::put_own_language_first(std::vector<FoundPassage>& found, bool chinese) const {
    const auto lower = [](const FoundPassage& a, const FoundPassage& b) {
        if (a.passage.loosened != b.passage.loosened) return a.passage.loosened;
        return a.score < b.score;
    };
    const auto best = std::max_element(found.begin(), found.end(), lower);
    if (best == found.end() || best->score <= 0 || is_own(*best, chinese)) return;
    // But for how their articles stand: how often these repeat the query's words goes by language.
    const auto alone = [this](const FoundPassage& one) {
        return one.score - worth_ * standing_of(articles_[one.article]);
    };
    FoundPassage* own = nullptr;
    for (FoundPassage& one : found) {
        if (!is_own(one, chinese) || one.passage.held < weights_.own_held) continue;
        if (one.passage.loosened != best->passage.loosened) continue;
        if (own == nullptr || alone(one) > alone(*own)) own = &one;
    }
    if (own == nullptr || alone(*own) < weights_.own_near * alone(*best)) return;
    const double first = std::nextafter(best->score, 2 * best->score);
    own->passage.coverage += first - own->score;
    own->score = first;
}

double SecondLook::standing_of(const JudgedArticle& article) const {
    const auto share = [](double part, double whole) { return whole > 0 ? part / whole : 0; };
    return weights_.found_article * share(article.score, best_found_) +
           weights_.full_article * share(article.score + article.extra, best_full_) +
           weights_.article_place / (1 + static_cast<double>(article.place)) -
           weights_.article_repetition * article.divergence / query_weight_;
}

// Compares by the scores that passages have so far. What is like the best five counts apart from
// whether it is one of them.
void SecondLook::add_likeness(std::vector<FoundPassage>& found) {
    const std::size_t count = std::min(kCompared, found.size());
    const auto compared = found.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(
        found.begin(), compared, found.end(), [this](const FoundPassage& a, const FoundPassage& b) {
            if (a.score != b.score) return a.score > b.score;
            const Record& left = articles_[a.article].record();
            const Record& right = articles_[b.article].record();
            if (left.id != right.id) return left.id < right.id;
            return left.first_passage + a.passage.number < right.first_passage + b.passage.number;
        });
    if (found.empty() || found.front().score <= 0) return;
    std::vector<std::vector<TermWeight>> vectors;
    for (auto one = found.begin(); one != compared; ++one) vectors.push_back(vector_of(*one));
    const auto share = [&](std::size_t i) {
        return std::max(0.0, found[i].score) / found.front().score;
    };
    Feedback& best = tools_.feedback();
    best.clear(tools_.vocabulary().size());
    for (std::size_t i = 0; i < count && i < kFive; ++i) best.add(vectors[i], share(i));
    for (std::size_t i = 0; i < count; ++i) {
        const double like = best.similarity(vectors[i]);
        const bool counted = i < kFive && !vectors[i].empty();
        const double others = like - (counted ? share(i) / best.length() : 0);
        found[i].passage.likeness =
            worth_ * (weights_.like_five * like + weights_.like_others * others);
    }
    for (std::size_t i = kFive; i < count && i < kTen; ++i) best.add(vectors[i], share(i));
    for (std::size_t i = 0; i < count; ++i) {
        found[i].passage.likeness += worth_ * weights_.like_ten * best.similarity(vectors[i]);
    }
}

// (1 + ln frequency) idf, of length 1.
std::vector<TermWeight> SecondLook::vector_of(const FoundPassage& found) const {
    const ArticleTerms& terms = articles_[found.article].article->terms;
    const std::size_t row = found.passage.number;
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = terms.row_begin(row); i < terms.row_ends[row]; ++i) {
        numbers.push_back(terms.occurrences[i].term);
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<TermWeight> vector;
    for (auto at = numbers.begin(); at != numbers.end();) {
        const auto end = std::upper_bound(at, numbers.end(), *at);
        const double weight = (1 + std::log(static_cast<double>(end - at))) *
                              tools_.vocabulary().idf(*at) /
                              static_cast<double>(terms.lengths[row]);
        vector.push_back({*at, static_cast<float>(weight)});
        at = end;
    }
    return vector;
}

}  // namespace sinodex
