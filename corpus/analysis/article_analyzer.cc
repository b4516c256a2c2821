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

// A longer text is read in pieces, which bounds what the finders need: who or what is meant is not
// told a megabyte before.
constexpr std::uint32_t kPieceBytes = 1U << 20U;

// They end where a passage begins.
std::vector<ByteRange> pieces_of(const Layout& layout, std::string_view text) {
    const auto end = static_cast<std::uint32_t>(text.size());
    std::vector<ByteRange> pieces{{0, end}};
    for (const ByteRange passage : layout.passages) {
        if (passage.begin - pieces.back().begin < kPieceBytes) continue;
        pieces.back().end = passage.begin;
        pieces.push_back({passage.begin, end});
    }
    return pieces;
}

// Gives what was found in a piece of a text its place in the whole; the piece begins at `offset`.
template <typename Found>
void append(std::vector<Found>& all, std::vector<Found> found, std::uint32_t offset) {
    for (Found& one : found) {
        one.range = {one.range.begin + offset, one.range.end + offset};
    }
    if (all.empty()) {
        all = std::move(found);
    } else {
        all.insert(all.end(), found.begin(), found.end());
    }
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

    void read_text(const Article& article, std::optional<Day> day) {
        result.mentions = {};
        result.amounts.clear();
        result.dates.clear();
        for (const ByteRange piece : pieces_of(result.layout, article.text)) {
            const std::string_view text = slice(article.text, piece);
            ArticleMentions mentions = finder->find_mentions(article.title, text, scratch);
            result.mentions.title = std::move(mentions.title);
            append(result.mentions.text, std::move(mentions.text), piece.begin);
            append(result.amounts, amounts.find(text), piece.begin);
            append(result.dates, dates.find(text, day), piece.begin);
        }
    }
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
    result.title_amounts = state_->amounts.find(article.title);
    const std::optional<Day> day = day_published(result.published);
    result.title_dates = state_->dates.find(article.title, day);
    state_->read_text(article, day);
    drop_muted(result.mentions.text, muted, title);
    drop_muted(result.amounts, muted, title);
    drop_muted(result.dates, muted, title);
    return result;
}

}  // namespace sinodex
