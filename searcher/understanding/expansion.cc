// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/expansion.h"

#include "corpus/schema/amount_terms.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

std::string key(const std::optional<Decimal>& value) { return value ? sortable(*value) : ""; }

// The exponent and first digit, which name a bucket.
std::string bucket_of(const std::string& sortable_value) {
    return sortable_value.substr(0, sortable_value.find(':') + 2);
}

// The range of one unit. Values compare as their sortable forms do.
class UnitRange {
 public:
    UnitRange(Unit unit, const AmountQuery& amounts, const Xapian::Database& database)
        : unit_(unit),
          amounts_(amounts),
          database_(database),
          low_(key(amounts.low)),
          high_(key(amounts.high)) {}

    void add(std::vector<std::string>& terms, std::size_t limit) const {
        const std::string first = low_.empty() ? "" : bucket_of(low_);
        const std::string last = high_.empty() ? "~" : bucket_of(high_);
        if (!low_.empty()) add_exact(first, terms, limit);
        add_buckets(first, last, terms, limit);
        if (!high_.empty() && last != first) add_exact(last, terms, limit);
    }

 private:
    // Whole buckets between those that hold the ends.
    void add_buckets(const std::string& first, const std::string& last,
                     std::vector<std::string>& terms, std::size_t limit) const {
        const std::string prefix = amount_prefix(unit_, true);
        auto at = database_.allterms_begin(prefix);
        at.skip_to(prefix + first);
        for (; at != database_.allterms_end(prefix) && terms.size() < limit; ++at) {
            const std::string bucket = (*at).substr(prefix.size());
            if (bucket >= last) break;
            if (bucket > first || low_.empty()) terms.push_back(*at);
        }
    }

    // The values of one bucket that lie within.
    void add_exact(const std::string& bucket, std::vector<std::string>& terms,
                   std::size_t limit) const {
        const std::string prefix = amount_prefix(unit_, false);
        const std::string begin = prefix + bucket;
        for (auto at = database_.allterms_begin(begin);
             at != database_.allterms_end(begin) && terms.size() < limit; ++at) {
            const std::string value = (*at).substr(prefix.size());
            if (holds(value)) terms.push_back(*at);
        }
    }

    bool holds(const std::string& value) const {
        if (!low_.empty() && (amounts_.low_open ? value <= low_ : value < low_)) return false;
        return high_.empty() || (amounts_.high_open ? value < high_ : value <= high_);
    }

    Unit unit_;
    const AmountQuery& amounts_;
    const Xapian::Database& database_;
    std::string low_;
    std::string high_;
};

// The years before which and after which nothing is mentioned.
std::pair<int, int> years_mentioned(const Xapian::Database& database) {
    const std::string prefix(info(Field::mentions).prefix);
    const auto first = database.allterms_begin(prefix);
    if (first == database.allterms_end(prefix)) return {0, -1};
    const int from = std::stoi((*first).substr(prefix.size(), 4));
    int to = from;
    for (int year = from; year <= 2199; ++year) {
        if (database.term_exists(prefix + date_value(day_text(year_of(year).from)).substr(0, 4))) {
            to = year;
        }
    }
    return {from, to};
}

}  // namespace

std::vector<std::string> terms_of(const AmountQuery& amounts, const Xapian::Database& database,
                                  std::size_t limit) {
    std::vector<std::string> terms;
    for (int i = 0; i < kUnits; ++i) {
        const auto unit = static_cast<Unit>(i);
        if (amounts.unit && !may_be_same(*amounts.unit, unit)) continue;
        UnitRange(unit, amounts, database).add(terms, limit);
    }
    return terms;
}

std::vector<std::string> terms_of(const DateQuery& days, const Xapian::Database& database) {
    const std::string prefix(info(Field::mentions).prefix);
    const auto [first_year, last_year] = years_mentioned(database);
    std::vector<std::string> terms;
    if (last_year < first_year) return terms;
    const Day from =
        std::max(days.from.value_or(year_of(first_year).from), year_of(first_year).from);
    const Day to = std::min(days.to.value_or(year_of(last_year).to), year_of(last_year).to);
    // The largest whole years and months from here on, and days where none begins.
    for (Day day = from; day <= to;) {
        const std::string digits = date_value(day_text(day));
        const DayRange year = year_of(year_in(day));
        const DayRange month = month_of(year_in(day), month_in(day));
        if (day == year.from && year.to <= to) {
            terms.push_back(prefix + digits.substr(0, 4));
            day = year.to;
        } else if (day == month.from && month.to <= to) {
            terms.push_back(prefix + digits.substr(0, 6));
            day = month.to;
        } else {
            terms.push_back(prefix + digits);
        }
        day += std::chrono::days(1);
    }
    return terms;
}

}  // namespace sinodex
