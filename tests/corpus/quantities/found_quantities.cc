// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/quantities/found_quantities.h"

#include <vector>

#include "corpus/quantities/amounts.h"

namespace sinodex {
namespace {

std::string hedge(Qualifier qualifier) {
    static const std::vector<std::string> kNames = {"",      "about ",    "nearly ",  "more ",
                                                    "less ", "at least ", "at most ", "up to "};
    return kNames.at(static_cast<std::size_t>(qualifier));
}

std::string shown(const Amount& amount) {
    const std::string high = amount.high == amount.low ? "" : ".." + amount.high.text();
    return hedge(amount.qualifier) + amount.low.text() + high + " " +
           std::string(unit_name(amount.unit));
}

std::string shown(const DateMention& date) {
    static const std::string kKinds = "ar?u";
    static const std::vector<std::string> kPrecisions = {
        "day", "week", "part", "month", "quarter", "half", "year", "decade", "span"};
    std::string days = "-";
    if (date.days) {
        days = day_text(date.days->from);
        if (date.days->to != date.days->from) days += ".." + day_text(date.days->to);
    }
    const std::string kind(1, kKinds.at(static_cast<std::size_t>(date.kind)));
    return kind + " " + days + " " + kPrecisions.at(static_cast<std::size_t>(date.precision));
}

}  // namespace

std::string found_amounts(std::string_view text) {
    AmountFinder finder;
    std::string result;
    for (const Amount& amount : finder.find(text)) {
        result += (result.empty() ? "" : ", ") + shown(amount);
    }
    return result;
}

std::string found_dates(std::string_view text, std::optional<Day> published) {
    DateFinder finder;
    std::string result;
    for (const DateMention& date : finder.find(text, published)) {
        result += (result.empty() ? "" : ", ") + shown(date);
    }
    return result;
}

}  // namespace sinodex
