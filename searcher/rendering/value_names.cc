// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/value_names.h"

namespace sinodex {

std::string_view name_of(Agreement agreement) {
    switch (agreement) {
        case Agreement::single:
            return "single";
        case Agreement::agree:
            return "agree";
        case Agreement::differ:
            return "differ";
        case Agreement::several:
            return "several";
    }
    return "";
}

std::string_view name_of(FigureTie tie) {
    switch (tie) {
        case FigureTie::before:
            return "before";
        case FigureTie::after:
            return "after";
        case FigureTie::passage:
            return "passage";
        case FigureTie::none:
            return "none";
    }
    return "";
}

std::string month_text(const TimelineMonth& month) {
    const std::string year = std::to_string(month.year);
    return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year +
           (month.month < 10 ? "-0" : "-") + std::to_string(month.month);
}

}  // namespace sinodex
