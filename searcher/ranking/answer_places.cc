// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/answer_places.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 31> kGivesReason{
    "because",     "due to",         "reason", "therefore", "owing to", "result of", "so that",
    "in order to", "in response to", "blam",   "led to",    "prompted", "explain",   "fear",
    "concern",     "Because",        "Due to", "In order",  "因",       "由于",      "由於",
    "为了",        "為了",           "旨在",   "导致",      "導致",     "理由",      "担忧",
    "擔憂",        "以免",           "防止"};

bool is_figure(char c) { return c >= '0' && c <= '9'; }

bool is_of(Wanted wanted, Unit unit) {
    switch (wanted) {
        case Wanted::money:
            return is_currency(unit);
        case Wanted::share:
            return unit >= Unit::percent && unit <= Unit::basis_points;
        case Wanted::duration:
            return is_time(unit);
        default:
            return is_count(unit);
    }
}

class PlaceFinder {
 public:
    PlaceFinder(const Record& record, ByteRange passage) : record_(record), passage_(passage) {}

    std::vector<std::uint32_t> take() { return std::move(places_); }

    template <typename Found, typename Wants>
    void add_found(const std::vector<Found>& found, const Wants& wants) {
        auto each = std::partition_point(found.begin(), found.end(), [this](const Found& one) {
            return one.range.begin < passage_.begin;
        });
        for (; each != found.end() && each->range.begin < passage_.end; ++each) {
            if (wants(*each)) places_.push_back(each->range.begin);
        }
    }

    // Numbers behind a currency's sign are no counts.
    void add_numbers() {
        const std::string_view text = record_.at(passage_);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!is_figure(text[i])) continue;
            const std::size_t begin = i;
            while (i < text.size() && (is_figure(text[i]) || text[i] == ',' || text[i] == '.')) ++i;
            const std::string_view number = text.substr(begin, i - begin);
            const bool year = (number.starts_with("19") || number.starts_with("20")) &&
                              std::count_if(number.begin(), number.end(), is_figure) == 4;
            if (!year && (begin == 0 || text[begin - 1] != '$')) add(begin);
        }
    }

    void add_reasons() {
        const std::string_view text = record_.at(passage_);
        for (const std::string_view word : kGivesReason) {
            for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
                add(at);
            }
        }
    }

 private:
    void add(std::size_t within) {
        places_.push_back(passage_.begin + static_cast<std::uint32_t>(within));
    }

    const Record& record_;
    ByteRange passage_;
    std::vector<std::uint32_t> places_;
};

}  // namespace

std::vector<std::uint32_t> answer_places(Wanted wanted, const Record& record, ByteRange passage,
                                         const std::vector<std::string>& known) {
    PlaceFinder finder(record, passage);
    const Findings& findings = record.findings;
    switch (wanted) {
        case Wanted::nothing:
            break;
        case Wanted::reason:
            finder.add_reasons();
            break;
        case Wanted::time:
            finder.add_found(findings.dates, [](const DateMention&) { return true; });
            break;
        case Wanted::who:
            finder.add_found(findings.mentions, [&](const Mention& one) {
                const std::string& id = findings.entities[one.entity];
                return std::find(known.begin(), known.end(), id) == known.end();
            });
            break;
        case Wanted::count:
            finder.add_numbers();
            [[fallthrough]];
        case Wanted::money:
        case Wanted::share:
        case Wanted::duration:
            finder.add_found(findings.amounts,
                             [&](const Amount& one) { return is_of(wanted, one.unit); });
            break;
    }
    return finder.take();
}

}  // namespace sinodex
