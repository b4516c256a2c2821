// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/best_found.h"

#include <algorithm>
#include <unordered_map>

namespace sinodex {
namespace {

std::size_t place(const StoryVersions& versions, std::string_view id) {
    std::size_t place = 0;
    while (place < versions.size() && versions[place].id != id) ++place;
    return place;
}

void collapse_stories(std::vector<FoundPassage>& found,
                      const std::vector<JudgedArticle>& articles) {
    std::unordered_map<const StoryVersions*, std::string_view> best;  // story -> id
    for (const FoundPassage& one : found) {
        const std::string& id = articles[one.article].record().id;
        const StoryVersions* versions = articles[one.article].versions;
        if (versions == nullptr) continue;
        auto& chosen = best.try_emplace(versions, id).first->second;
        if (place(*versions, id) < place(*versions, chosen)) chosen = id;
    }
    std::erase_if(found, [&](const FoundPassage& one) {
        const JudgedArticle& article = articles[one.article];
        return article.versions != nullptr && best[article.versions] != article.record().id;
    });
}

// The total order of hits: with the worst first, so that a heap has the best on top.
class Worse {
 public:
    Worse(const std::vector<JudgedArticle>& articles, bool by_date)
        : articles_(articles), by_date_(by_date) {}

    bool operator()(const FoundPassage& b, const FoundPassage& a) const {
        if (a.score != b.score) return a.score > b.score;
        const Record& left = articles_[a.article].record();
        const Record& right = articles_[b.article].record();
        if (by_date_ && left.date != right.date) return left.date > right.date;
        if (left.id != right.id) return left.id < right.id;
        return left.first_passage + a.passage.number < right.first_passage + b.passage.number;
    }

 private:
    const std::vector<JudgedArticle>& articles_;
    bool by_date_;
};

}  // namespace

std::vector<FoundPassage> best_found(std::vector<FoundPassage> found,
                                     const std::vector<JudgedArticle>& articles,
                                     const SearchRequest& request, bool by_date) {
    if (request.collapse) collapse_stories(found, articles);
    const Worse worse(articles, by_date);
    std::make_heap(found.begin(), found.end(), worse);
    const bool thin = request.per_article > 0 && request.unit == SearchUnit::passage;
    std::unordered_map<std::string_view, std::size_t> taken;  // of an article, by its id
    std::vector<FoundPassage> kept;
    while (!found.empty() && kept.size() < request.limit) {
        std::pop_heap(found.begin(), found.end(), worse);
        const FoundPassage best = found.back();
        found.pop_back();
        if (thin && ++taken[articles[best.article].record().id] > request.per_article) continue;
        kept.push_back(best);
    }
    return kept;
}

}  // namespace sinodex
