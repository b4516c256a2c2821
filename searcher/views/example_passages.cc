// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/example_passages.h"

#include <optional>

#include "searcher/api/match_summary.h"
#include "searcher/hits/hits.h"

namespace sinodex {
namespace {

// To score passages takes time: below this rank an article's first mention will do.
constexpr std::size_t kScoredArticles = 100;

class Examples {
 public:
    Examples(const Stories& stories, const std::set<std::string>& entities)
        : stories_(stories), wanted_(entities) {}

    bool add(const MatchingArticle& found) {
        return add(found, [](std::uint32_t) { return 0.0; });
    }

    // The best-written version of a story, rather than a copy.
    bool add_best_written(const MatchingArticle& found, const ScoredArticle& scored) {
        const auto* versions = stories_.versions_of(found.record.id);
        if (versions != nullptr && versions->front().id != found.record.id) return true;
        return add(found, [&](std::uint32_t passage) { return scored.passages[passage].score; });
    }

    bool complete() const { return wanted_.empty(); }
    std::map<std::string, std::string> take() { return std::move(examples_); }

 private:
    template <typename Score>
    bool add(const MatchingArticle& found, const Score& score) {
        const auto& entities = found.record.findings.entities;
        for (std::size_t i = 0; i < entities.size(); ++i) {
            if (!wanted_.contains(entities[i])) continue;
            if (const auto passage =
                    best_passage(found.record, static_cast<EntityNumber>(i), score)) {
                examples_[entities[i]] = passage_id(found.record, *passage);
                wanted_.erase(entities[i]);
            }
        }
        return !wanted_.empty();
    }

    template <typename Score>
    static std::optional<std::uint32_t> best_passage(const Record& record, EntityNumber entity,
                                                     const Score& score) {
        std::optional<std::uint32_t> best;
        const auto& passages = record.passages;
        std::uint32_t passage = 0;
        for (const Mention& mention : record.findings.mentions) {
            while (passage < passages.size() && passages[passage].end <= mention.range.begin) {
                ++passage;
            }
            if (passage == passages.size()) break;
            if (mention.entity != entity || !passages[passage].contains(mention.range)) continue;
            if (!best || score(passage) > score(*best)) best = passage;
        }
        return best;
    }

    const Stories& stories_;
    std::set<std::string> wanted_;
    std::map<std::string, std::string> examples_;
};

}  // namespace

void ask_for_example_passages(Session& session, const SearchRequest& request,
                              const UnderstoodQuery& query) {
    SearchRequest every = request;
    every.collapse = false;
    ask_for_articles(session.begin_search(), every, query, kScoredArticles);
}

std::map<std::string, std::string> example_passages(Session& session, const SearchRequest& request,
                                                    const UnderstoodQuery& query,
                                                    const std::set<std::string>& entities) {
    Examples examples(session.domain()->stories, entities);
    SearchRequest every = request;
    every.collapse = false;
    if (!examples.complete()) {
        visit_passages(session.begin_search(), every, query, kScoredArticles,
                       [&](const MatchingArticle& found, const ScoredArticle& scored) {
                           return examples.add_best_written(found, scored);
                       });
    }
    if (!examples.complete()) {
        // As many as matches_of() asks for.
        visit_articles(session.begin_search(), every, query, kMostViewed + 1,
                       [&](const MatchingArticle& found) { return examples.add(found); });
    }
    return examples.take();
}

}  // namespace sinodex
