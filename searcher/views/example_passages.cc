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
        const auto& entities = found.record.findings.entities;
        for (std::size_t i = 0; i < entities.size(); ++i) {
            if (!wanted_.contains(entities[i])) continue;
            if (const auto passage = best_passage(found, static_cast<EntityNumber>(i))) {
                examples_[entities[i]] = passage_id(found.record, *passage);
                wanted_.erase(entities[i]);
            }
        }
        return !wanted_.empty();
    }

    // The best-written version of a story, rather than a copy.
    bool add_best_written(const MatchingArticle& found) {
        const auto* versions = stories_.versions_of(found.record.id);
        return versions == nullptr || versions->front().id == found.record.id ? add(found) : true;
    }

    bool complete() const { return wanted_.empty(); }
    std::map<std::string, std::string> take() { return std::move(examples_); }

 private:
    static std::optional<std::uint32_t> best_passage(const MatchingArticle& found,
                                                     EntityNumber entity) {
        const auto score = [&](std::uint32_t passage) {
            return found.passages == nullptr ? 0.0 : found.passages->passages[passage].score;
        };
        std::optional<std::uint32_t> best;
        const auto& passages = found.record.passages;
        std::uint32_t passage = 0;
        for (const Mention& mention : found.record.findings.mentions) {
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

std::map<std::string, std::string> example_passages(Session& session, const SearchRequest& request,
                                                    const std::set<std::string>& entities) {
    Examples examples(session.domain()->stories, entities);
    SearchRequest every = request;
    every.collapse = false;
    if (!examples.complete()) {
        session.visit_articles(every, kScoredArticles, true, [&](const MatchingArticle& found) {
            return examples.add_best_written(found);
        });
    }
    if (!examples.complete()) {
        session.visit_articles(every, kMostViewed, false,
                               [&](const MatchingArticle& found) { return examples.add(found); });
    }
    return examples.take();
}

}  // namespace sinodex
