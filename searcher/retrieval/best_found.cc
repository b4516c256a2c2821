// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/best_found.h"

#include <algorithm>
#include <unordered_map>

namespace sinodex {
namespace {

void collapse_stories(std::vector<FoundPassage>& found,
                      const std::vector<JudgedArticle>& articles) {
    std::unordered_map<const Story*, std::size_t> best;  // place among the versions
    for (const FoundPassage& one : found) {
        const StoryPlace& version = articles[one.article].version;
        if (version.story == nullptr) continue;
        std::size_t& chosen = best.try_emplace(version.story, version.place).first->second;
        chosen = std::min(chosen, version.place);
    }
    std::erase_if(found, [&](const FoundPassage& one) {
        const StoryPlace& version = articles[one.article].version;
        return version.story != nullptr && best.at(version.story) != version.place;
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
