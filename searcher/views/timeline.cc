// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/timeline.h"

#include <map>
#include <optional>

#include "searcher/views/build.h"
#include "searcher/views/matches.h"

namespace sinodex {
namespace {

class Months {
 public:
    explicit Months(Timeline& timeline) : timeline_(timeline) {}

    void add_published(const MatchedArticle& article) {
        bool dated = false;
        for (const MatchedVersion& version : article.versions) {
            const auto days = days_of(version.date);
            if (!days) continue;
            dated = true;
            if (version.date.size() <= 4) continue;  // a year
            ++counts_[number(days->from)];
            return;
        }
        ++(dated ? timeline_.longer_only : timeline_.undated);
    }

    void add_mentioned(const MatchedArticle& article) {
        for (const int month : article.months) ++counts_[month];
        if (!article.months.empty()) return;
        ++(article.mentions_dates ? timeline_.longer_only : timeline_.undated);
    }

    void finish() {
        for (const auto& [month, articles] : counts_) {
            timeline_.months.push_back({month / 12, month % 12 + 1, articles});
        }
    }

 private:
    static int number(Day day) { return year_in(day) * 12 + month_in(day) - 1; }

    Timeline& timeline_;
    std::map<int, std::uint64_t> counts_;
};

}  // namespace

Timeline build_timeline(Session& session, const SearchRequest& request, TimelineBy by) {
    Matches matches = matches_of(session, request);
    Timeline timeline;
    timeline.by = by;
    Months months(timeline);
    for (const MatchedArticle& article : matches.articles) {
        if (by == TimelineBy::published) {
            months.add_published(article);
        } else {
            months.add_mentioned(article);
        }
    }
    months.finish();
    timeline.matches = std::move(matches.summary);
    return timeline;
}

}  // namespace sinodex
