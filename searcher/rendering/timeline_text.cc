// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/rendering/terminal.h"
#include "searcher/rendering/view_parts.h"
#include "searcher/rendering/view_text.h"

namespace sinodex {
namespace {

constexpr int kMostEmptyMonths = 6;  // in a row, that are printed
constexpr std::size_t kLabel = 7;    // "2021-04"
constexpr std::size_t kCountWidth = 7;
constexpr std::size_t kColumnGap = 2;

int number_of(const TimelineMonth& month) { return month.year * 12 + month.month - 1; }

std::string label_of(int number) {
    const std::string year = std::to_string(number / 12);
    const std::string month = std::to_string(number % 12 + 1);
    return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year +
           (month.size() < 2 ? "-0" : "-") + month;
}

void render_gap(int first, int end, ViewWriter& writer) {
    std::ostream& out = writer.plain();
    if (end - first > kMostEmptyMonths) {
        out << writer.dim("      ⋮  " + std::to_string(end - first) + " months without any")
            << '\n';
        return;
    }
    for (int month = first; month < end; ++month) out << writer.dim(label_of(month)) << '\n';
}

void render_month(const TimelineMonth& month, std::uint64_t most, ViewWriter& writer) {
    const std::size_t taken = kLabel + kCountWidth + kColumnGap;
    const std::size_t room = writer.width() > taken + 10 ? writer.width() - taken : 10;
    const std::string count = grouped(month.articles);
    writer.plain() << label_of(number_of(month))
                   << std::string(kCountWidth - std::min(kCountWidth, count.size()), ' ') << count
                   << std::string(kColumnGap, ' ')
                   << writer.colored(bar(month.articles, most, room)) << '\n';
}

// Writes what stands in no month.
void render_rest(const Timeline& view, ViewWriter& writer) {
    const bool published = view.by == TimelineBy::published;
    std::ostream& out = writer.plain();
    if (view.longer_only > 0) {
        out << counted(view.longer_only, "article", "articles")
            << (published ? " of which only the year is known\n"
                          : " with longer times only, such as quarters and years\n");
    }
    if (view.undated > 0) {
        out << counted(view.undated, "article", "articles")
            << (published ? " without a date\n" : " without any time\n");
    }
    if (view.longer_only + view.undated > 0) out << '\n';
}

}  // namespace

void render_text(const Timeline& view, const TextStyle& style, std::ostream& out) {
    if (view.matches.articles == 0) return;
    ViewWriter writer(style, out);
    writer.heading(view.matches, view.by == TimelineBy::published
                                     ? ", by month of publication"
                                     : ", by the months that they mention");
    std::uint64_t most = 0;
    for (const TimelineMonth& month : view.months) most = std::max(most, month.articles);
    for (std::size_t i = 0; i < view.months.size(); ++i) {
        if (i > 0) render_gap(number_of(view.months[i - 1]) + 1, number_of(view.months[i]), writer);
        render_month(view.months[i], most, writer);
    }
    if (!view.months.empty()) out << '\n';
    render_rest(view, writer);
}

}  // namespace sinodex
