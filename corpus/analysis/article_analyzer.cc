// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/analysis/article_analyzer.h"

#include <algorithm>

#include "corpus/passages/boilerplate.h"

namespace sinodex {
namespace {

// Drops what begins in boilerplate or in the title, which is read by itself. Both are sorted.
template <typename Found>
void drop_muted(std::vector<Found>& found, const std::vector<ByteRange>& muted, ByteRange title) {
    auto next = muted.begin();
    std::erase_if(found, [&](const Found& one) {
        while (next != muted.end() && next->end <= one.range.begin) ++next;
        const bool in_boilerplate = next != muted.end() && next->begin < one.range.end;
        return in_boilerplate || (one.range.begin >= title.begin && one.range.end <= title.end);
    });
}

std::optional<Day> day_published(const std::optional<PublicationDate>& published) {
    // Weekdays and bare days cannot be resolved against a year.
    if (!published || published->precision == DatePrecision::year) return std::nullopt;
    return published->days.to;
}

}  // namespace

struct ArticleAnalyzer::State {
    const EntityFinder* finder;
    LayoutMaker layout_maker{Boilerplate::built_in()};
    EntityFinder::Scratch scratch;
    AmountFinder amounts;
    DateFinder dates;
    AnalysedArticle result;
};

ArticleAnalyzer::ArticleAnalyzer(const EntityFinder* finder) : state_(std::make_unique<State>()) {
    state_->finder = finder;
}
ArticleAnalyzer::~ArticleAnalyzer() = default;
ArticleAnalyzer::ArticleAnalyzer(ArticleAnalyzer&&) noexcept = default;
ArticleAnalyzer& ArticleAnalyzer::operator=(ArticleAnalyzer&&) noexcept = default;

const AnalysedArticle& ArticleAnalyzer::analyze(const Article& article) {
    AnalysedArticle& result = state_->result;
    result.layout = state_->layout_maker.lay_out(article);
    if (state_->finder == nullptr) return result;
    const std::vector<ByteRange>& muted = result.layout.boilerplate;
    const ByteRange title = result.layout.title;
    result.published = publication_date(article, article.id, state_->dates);
    result.mentions = state_->finder->find_mentions(article.title, article.text, state_->scratch);
    drop_muted(result.mentions.text, muted, title);
    result.title_amounts = state_->amounts.find(article.title);
    result.amounts = state_->amounts.find(article.text);
    drop_muted(result.amounts, muted, title);
    const std::optional<Day> day = day_published(result.published);
    result.title_dates = state_->dates.find(article.title, day);
    result.dates = state_->dates.find(article.text, day);
    drop_muted(result.dates, muted, title);
    return result;
}

}  // namespace sinodex
