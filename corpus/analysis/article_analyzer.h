// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/entities/entity_finder.h"
#include "corpus/passages/layout.h"
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/dates.h"
#include "corpus/quantities/publication.h"

namespace sinodex {

// Holds what there is to know of an article beside its words. Ranges are of the article's text, but
// for those of its title; nothing lies in boilerplate.
struct AnalysedArticle {
    Layout layout;
    std::optional<PublicationDate> published;
    ArticleMentions mentions;
    std::vector<Amount> title_amounts;
    std::vector<Amount> amounts;
    std::vector<DateMention> title_dates;
    std::vector<DateMention> dates;
};

// Reads articles: passages and boilerplate, when it was published, the entities, amounts and dates
// that it mentions. Without a finder, passages and boilerplate only.
//
// Not thread-safe: one per thread. The finder is shared and must outlive it.
class ArticleAnalyzer {
 public:
    explicit ArticleAnalyzer(const EntityFinder* finder);
    ~ArticleAnalyzer();
    ArticleAnalyzer(ArticleAnalyzer&&) noexcept;
    ArticleAnalyzer& operator=(ArticleAnalyzer&&) noexcept;

    // Valid until the next call. The article's id is taken for the path of its file.
    const AnalysedArticle& analyze(const Article& article);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
