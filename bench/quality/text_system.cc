// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/text_system.h"

#include <unordered_set>

namespace sinodex {
namespace {

std::string passage_id(const BenchDocument& document, std::size_t number) {
    return document.id + "#" + std::to_string(number);
}

class PassageSystem : public RankingSystem {
 public:
    PassageSystem(const Collection& collection, std::unique_ptr<TextIndex> index)
        : collection_(collection), index_(std::move(index)) {
        for (std::uint32_t i = 0; i < collection.documents.size(); ++i) {
            const BenchDocument& document = collection.documents[i];
            for (std::uint32_t n = 0; n < document.passages.size(); ++n) {
                if (document.passages[n].empty()) continue;
                const auto number = static_cast<std::uint32_t>(places_.size());
                places_.push_back({i, n});
                index_->add(number, document.title + "\n\n" + document.passages[n]);
            }
        }
    }

    Ranking search(const std::string& query, std::size_t limit) override {
        if (collection_.unit == SearchUnit::article) return best_passages(query, limit);
        Ranking ranking;
        for (const ScoredText& text : index_->search(query, limit)) {
            const Place place = places_[text.number];
            ranking.push_back(
                {passage_id(collection_.documents[place.document], place.passage), text.score});
        }
        return ranking;
    }

 private:
    struct Place {
        std::uint32_t document;
        std::uint32_t passage;
    };

    // Asks for more passages until they are of enough articles.
    Ranking best_passages(const std::string& query, std::size_t limit) {
        std::size_t wanted = limit * (1 + places_.size() / collection_.documents.size());
        for (;; wanted *= 4) {
            const std::vector<ScoredText> texts = index_->search(query, wanted);
            Ranking ranking = articles_of(texts, limit);
            if (ranking.size() == limit || texts.size() < wanted) return ranking;
        }
    }

    Ranking articles_of(const std::vector<ScoredText>& texts, std::size_t limit) const {
        Ranking ranking;
        std::unordered_set<std::uint32_t> seen;
        for (const ScoredText& text : texts) {
            const std::uint32_t document = places_[text.number].document;
            if (ranking.size() == limit) break;
            if (!seen.insert(document).second) continue;
            ranking.push_back({collection_.documents[document].id, text.score});
        }
        return ranking;
    }

    const Collection& collection_;
    std::unique_ptr<TextIndex> index_;
    std::vector<Place> places_;  // by number
};

class ArticleSystem : public RankingSystem {
 public:
    ArticleSystem(const Collection& collection, std::unique_ptr<TextIndex> index)
        : collection_(collection), index_(std::move(index)) {
        for (std::uint32_t i = 0; i < collection.documents.size(); ++i) {
            const BenchDocument& document = collection.documents[i];
            std::string text = document.title;
            for (const std::string& passage : document.passages) {
                text.append("\n\n").append(passage);
            }
            index_->add(i, text);
        }
    }

    Ranking search(const std::string& query, std::size_t limit) override {
        const std::vector<ScoredText> articles = index_->search(query, limit);
        if (collection_.unit == SearchUnit::passage) return passages_of(articles, limit);
        Ranking ranking;
        for (const ScoredText& article : articles) {
            ranking.push_back({collection_.documents[article.number].id, article.score});
        }
        return ranking;
    }

 private:
    // Scores count down, so that the passages of an article keep their order.
    Ranking passages_of(const std::vector<ScoredText>& articles, std::size_t limit) const {
        Ranking ranking;
        for (const ScoredText& article : articles) {
            const BenchDocument& document = collection_.documents[article.number];
            for (std::size_t n = 0; n < document.passages.size(); ++n) {
                if (ranking.size() == limit) return ranking;
                const auto score = static_cast<double>(limit - ranking.size());
                ranking.push_back({passage_id(document, n), score});
            }
        }
        return ranking;
    }

    const Collection& collection_;
    std::unique_ptr<TextIndex> index_;
};

}  // namespace

std::unique_ptr<RankingSystem> make_passage_system(const Collection& collection,
                                                   std::unique_ptr<TextIndex> index) {
    return std::make_unique<PassageSystem>(collection, std::move(index));
}

std::unique_ptr<RankingSystem> make_article_system(const Collection& collection,
                                                   std::unique_ptr<TextIndex> index) {
    return std::make_unique<ArticleSystem>(collection, std::move(index));
}

}  // namespace sinodex
