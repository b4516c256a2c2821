// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/article_judge.h"

#include <algorithm>

#include "searcher/query/tags.h"
#include "searcher/ranking/peers.h"

namespace sinodex {
namespace {

// So many articles tell something about each other.
constexpr std::size_t kFewestForOpinions = 3;

double full_score(const JudgedArticle& article) { return article.score + article.extra; }

bool better(const JudgedArticle* a, const JudgedArticle* b) {
    if (full_score(*a) != full_score(*b)) return full_score(*a) > full_score(*b);
    return a->record().id < b->record().id;
}

}  // namespace

ArticleJudge::ArticleJudge(SearchTools& tools, const SearchRequest& request,
                           const UnderstoodQuery& query)
    : tools_(tools),
      request_(request),
      query_(query),
      bounds_(request),
      scorer_(query, tools.vocabulary(), tools.weights()),
      phrases_(query),
      phrases_held_(query.preferred.size(), false) {}

const ScoredArticle& ArticleJudge::score(const OpenedArticle& opened) {
    ReadArticle& article = *opened.article;
    if (!article.analysed) {
        article.terms = tools_.reader().read(article.record);
        article.analysed = true;
    }
    return scorer_.score(article.record, article.terms);
}

bool ArticleJudge::look_into(JudgedArticle& article, std::vector<ScoredPassage>& hits) {
    bounds_.check();
    const bool cached = article.article->analysed;
    const ScoredArticle& scored = score(article);
    if (!cached) tools_.cache().add(article.document, article.article);
    const Weights& weights = tools_.weights();
    article.extra = weights.best_passage * scored.best_words +
                    weights.article_answer * scored.best_answer +
                    weights.article_pairs * scored.pairs + weights.lead * scored.lead +
                    weights.title_words * scored.title;
    article.divergence = scored.divergence;
    if (phrases_.empty()) return choose_passages(article, scored, hits);
    return choose_passages(article, with_phrases(article.record(), scored), hits);
}

// Tells of each passage which phrases it holds. What a claim quotes stands in the very passage that
// only repeats it, so that any passage of an article that holds it will do.
std::vector<std::vector<bool>> ArticleJudge::phrases_in_passages(const Record& record) {
    phrases_.read_title(record, tools_.analyzer(), tools_.vocabulary());
    std::vector<std::vector<bool>> found;
    std::vector<bool> anywhere(phrases_held_.size(), false);
    for (std::uint32_t passage = 0; passage < record.passages.size(); ++passage) {
        found.push_back(
            phrases_.in_passage(record, passage, tools_.analyzer(), tools_.vocabulary()));
        for (std::size_t i = 0; i < anywhere.size(); ++i) {
            anywhere[i] = anywhere[i] || found.back()[i];
        }
    }
    if (scorer_.is_claim()) found.assign(found.size(), anywhere);
    return found;
}

// Passages that hold the phrases come before those that hold their words only.
ScoredArticle ArticleJudge::with_phrases(const Record& record, ScoredArticle scored) {
    const std::vector<std::vector<bool>> held = phrases_in_passages(record);
    const double each = scorer_.phrases_weight() / static_cast<double>(phrases_held_.size());
    for (ScoredPassage& passage : scored.passages) {
        const std::vector<bool>& found = held[passage.number];
        for (std::size_t i = 0; i < found.size(); ++i) {
            passage.phrases += found[i] ? each : 0;
            passage.loosened = passage.loosened || !found[i];
            if (found[i]) phrases_held_[i] = true;
        }
        passage.score += passage.phrases;
    }
    return scored;
}

// Tells of each passage whether the query's tags leave it; empty where all are left. An article
// that is asked for as a whole may be tagged in different places.
std::vector<bool> ArticleJudge::passages_wanted_by_tags(const Record& record) const {
    if (!query_.tags) return {};
    std::vector<bool> wanted;
    for (std::uint32_t i = 0; i < record.passages.size(); ++i) {
        wanted.push_back(tags_allow(*query_.tags, record.id, record.first_passage + i));
    }
    const bool none = std::find(wanted.begin(), wanted.end(), true) == wanted.end();
    if (none && request_.unit == SearchUnit::article) return {};
    return wanted;
}

// Chooses among the passages that are new enough the best one, and those that are hits. Where only
// the title holds the query's words, the best passage stands for the article.
bool ArticleJudge::choose_passages(JudgedArticle& article, const ScoredArticle& scored,
                                   std::vector<ScoredPassage>& hits) const {
    const Revision since = request_.since.value_or(kNoRevision);
    const auto& revisions = article.record().revisions;
    const std::vector<bool> wanted_by_tags = passages_wanted_by_tags(article.record());
    bool older_match = false;
    const ScoredPassage* best = nullptr;
    const std::size_t before = hits.size();
    for (const ScoredPassage& passage : scored.passages) {
        const bool matches = passage.matches || request_.carried || query_.terms.empty();
        const auto revision = [&] {
            return tools_.index().revision_of(article.document, revisions[passage.number]);
        };
        if (since != kNoRevision && revision() <= since) {
            older_match = older_match || matches;
            continue;
        }
        if (!wanted_by_tags.empty() && !wanted_by_tags[passage.number]) continue;
        if (best == nullptr || passage.score > best->score) best = &passage;
        if (matches) hits.push_back(passage);
    }
    const bool wanted = hits.size() > before;
    if (!wanted && older_match) return false;
    if (best == nullptr) return wanted_by_tags.empty();
    article.best = *best;
    if (!wanted) hits.push_back(*best);
    return true;
}

// Feedback becomes what the best articles say. Returns the score of the very best; 0 where there is
// nothing to learn from.
double ArticleJudge::learn_from_best(const std::vector<JudgedArticle>& articles, double wanted) {
    std::vector<const JudgedArticle*> best;
    for (const JudgedArticle& article : articles) {
        if (article.counts) best.push_back(&article);
    }
    const auto count = std::min(static_cast<std::size_t>(wanted), best.size());
    if (count < 2) return 0;
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(),
                      better);
    const double most = full_score(*best.front());
    if (most <= 0) return 0;
    Feedback& feedback = tools_.feedback();
    feedback.clear(tools_.vocabulary().size());
    for (std::size_t i = 0; i < count; ++i) {
        feedback.add(best[i]->article->terms.vector, full_score(*best[i]) / most);
    }
    return most;
}

void ArticleJudge::add_feedback(std::vector<JudgedArticle>& articles) {
    if (learn_from_best(articles, tools_.weights().feedback_articles) == 0) return;
    const double weight = feedback_weight();
    for (JudgedArticle& article : articles) {
        if (!article.counts) continue;
        article.extra += weight * tools_.feedback().similarity(article.article->terms.vector);
    }
}

void ArticleJudge::add_second_opinions(std::vector<JudgedArticle>& articles) {
    std::vector<JudgedArticle*> judged;
    std::vector<double> scores;
    std::vector<double> divergences;
    std::vector<const std::vector<TermWeight>*> vectors;
    for (JudgedArticle& article : articles) {
        if (!article.counts) continue;
        judged.push_back(&article);
        scores.push_back(full_score(article));
        divergences.push_back(article.divergence);
        vectors.push_back(&article.article->terms.vector);
    }
    if (judged.size() < kFewestForOpinions) return;
    const Weights& weights = tools_.weights();
    const double deviation = deviation_of(scores);
    const Peers peers = peers_of(vectors, scores, tools_.vocabulary().size(),
                                 static_cast<std::size_t>(weights.peer_articles));
    const std::vector<double> mean = standardised(peers.mean);
    const std::vector<double> sum = standardised(peers.sum);
    const std::vector<double> divergence = standardised(divergences);
    std::vector<double> opinions;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        opinions.push_back(weights.peers * mean[i] + weights.kinship * sum[i] +
                           weights.divergence * divergence[i]);
    }
    // The least of them is nothing, so that no article falls behind one that was not looked into.
    const double least = *std::min_element(opinions.begin(), opinions.end());
    for (std::size_t i = 0; i < judged.size(); ++i) {
        judged[i]->extra += deviation * (opinions[i] - least);
    }
}

std::vector<LikelyTerm> ArticleJudge::likely_terms_of(const std::vector<JudgedArticle>& articles) {
    const double expansion = tools_.weights().expansion;
    if (expansion == 0) return {};
    const double most = learn_from_best(articles, tools_.weights().expansion_articles);
    if (most == 0) return {};
    return likely_terms(tools_.feedback(), tools_.vocabulary(), expansion * most);
}

double ArticleJudge::feedback_weight() const {
    const Weights& weights = tools_.weights();
    const bool whole = request_.unit == SearchUnit::article;
    const double clear = std::min(1.0, tools_.feedback().coherence() / weights.clarity);
    return (whole ? weights.feedback : weights.passage_feedback) * clear * scorer_.query_weight();
}

}  // namespace sinodex
