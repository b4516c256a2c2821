// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/date_grammar.h"

#include <algorithm>

#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

bool keyword_may_start(Keyword keyword) {
    switch (keyword) {
        case Keyword::a:
        case Keyword::beginning:
        case Keyword::end:
        case Keyword::last:
        case Keyword::word_this:
        case Keyword::next:
        case Keyword::prefix_ordinal:
        case Keyword::same_year:
        case Keyword::that_year:
        case Keyword::year_after:
        case Keyword::same_month:
        case Keyword::month_after:
        case Keyword::han_half:
        case Keyword::ago_sign:
        case Keyword::republic:
        case Keyword::the:
        case Keyword::next_day:
        case Keyword::day_after_next:
        case Keyword::year_after_next:
        case Keyword::year_sign:
        case Keyword::han_first:
        case Keyword::quarter:
        case Keyword::quarter_before:
        case Keyword::quarter_this:
        case Keyword::quarter_next:
        case Keyword::word_final:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool may_start_date(const Lexeme& lexeme) {
    switch (lexeme.cls()) {
        case Class::number:
        case Class::cardinal:
        case Class::han_digit:
        case Class::han_ten:
        case Class::month:
        case Class::weekday:
        case Class::quarter:
        case Class::half_year:
        case Class::ordinal:
        case Class::part:
        case Class::season:
        case Class::year_part:
        case Class::fiscal_year:
        case Class::relative:
        case Class::holiday:
            return true;
        case Class::nation:
            return lexeme.capital;
        case Class::month_part:
            return true;
        case Class::time_unit:
            if (lexeme.han) return lexeme.value() == static_cast<int>(Unit::weeks);
            return lexeme.value() == static_cast<int>(Unit::days) ||
                   lexeme.value() == static_cast<int>(Unit::weeks) ||
                   lexeme.value() == static_cast<int>(Unit::years);
        case Class::other:
            return lexeme.value() == kFiscal && !lexeme.han;
        case Class::keyword:
            return keyword_may_start(static_cast<Keyword>(lexeme.value()));
        default:
            return false;
    }
}

namespace {

class DateGrammar {
 public:
    DateGrammar(std::string_view text, const Lexemes& lexemes, std::optional<Day> published,
                std::vector<DateMention>& dates)
        : text_(text),
          lexemes_(lexemes),
          published_(published),
          dates_(dates),
          resolver_(published) {}

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        bool line_start = true;
        learn();
        if (looks_back()) entry_ = *published_ - std::chrono::days(365);
        for (std::size_t i = 0; i < last;) {
            if (line_start) take_heading(i);
            starts_entry_ = line_start || (starts_entry_ && lexemes_[i - 1].is(Class::symbol));
            line_start = lexemes_[i].is(Class::line);
            if (line_start) resolver_.set_line_entry(std::nullopt);
            std::size_t end = i;
            if (may_start_date(lexemes_[i])) end = take(i);
            if (end > i) starts_entry_ = false;
            i = std::max(end, i + 1);
        }
    }

 private:
    // What the text tells of its dates. Where two statements of fiscal years contradict each
    // other, there are two companies.
    void learn() {
        bool contradicts = false;
        int taiwan = 0;  // places there, less those of the mainland
        bool fiscal = false;
        for (std::size_t i = 0; i + kPadding < lexemes_.size(); ++i) {
            const Lexeme& one = lexemes_[i];
            if (one.is_symbol('/') && is_month_and_day(i)) resolver_.expect_slashes();
            if (one.is_symbol('-') && is_in_iso_day(i)) resolver_.expect_dashes();
            if (one.is(Class::place)) taiwan += place_of(one);
            const bool word = one.is(Class::other) && one.value() == kFiscal;
            fiscal = fiscal || word || one.is(Class::fiscal_year);
            const auto found = word ? fiscal_statement_at(lexemes_, i) : std::nullopt;
            if (!found) continue;
            contradicts = contradicts || (stated_ && *stated_ != found->years);
            stated_ = found->years;
        }
        if (taiwan > 0) resolver_.set_in_taiwan();
        if (contradicts) stated_.reset();
        if (fiscal && !contradicts) find_companies();
        resolver_.set_fiscal(stated_);
    }

    // What the text states of its fiscal years goes before what is known of a company.
    void find_companies() {
        bool differ = false;
        for (std::size_t i = 0; i + kPadding < lexemes_.size(); ++i) {
            const Lexeme& one = lexemes_[i];
            if (!one.capital && !one.han) continue;
            const auto years = fiscal_years_of(text_.substr(one.begin, one.end - one.begin));
            if (!years) continue;
            differ = differ || (!companies_.empty() && companies_.front().years != *years);
            companies_.push_back({i, *years});
        }
        constexpr std::size_t kLead = 40;  // lexemes
        const bool subject =
            companies_.size() > 1 || (!companies_.empty() && companies_.front().at < kLead);
        if (!stated_ && !differ && subject) stated_ = companies_.front().years;
        if (stated_) companies_.clear();
    }

    // Of several companies, that which the sentence names last before the date.
    void take_company(std::size_t i) {
        if (companies_.empty()) return;
        const auto behind =
            std::partition_point(companies_.begin(), companies_.end(),
                                 [i](const NamedCompany& company) { return company.at < i; });
        std::optional<FiscalYears> years;
        if (behind != companies_.begin() && is_one_sentence(std::prev(behind)->at, i))
            years = std::prev(behind)->years;
        resolver_.set_fiscal(years);
    }

    bool is_one_sentence(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            const Lexeme& one = lexemes_[i];
            if (one.is(Class::line) || one.is_symbol('.') || one.is_symbol('\0')) return false;
        }
        return true;
    }

    // 6/29, but not 3/4: no fraction of the kind, and no page of so many.
    bool is_month_and_day(std::size_t slash) const {
        constexpr int kLeastDay = 13;
        const auto month = slash > 0 ? slashed_day_at(lexemes_, slash - 1) : std::nullopt;
        return month && month->day >= kLeastDay;
    }

    static int place_of(const Lexeme& place) {
        if (place.value() == static_cast<int>(Unit::twd)) return 1;
        return place.value() == static_cast<int>(Unit::cny) ? -1 : 0;
    }

    bool is_in_iso_day(std::size_t dash) const {
        return dash > 0 && year_number(lexemes_[dash - 1]) && lexemes_[dash + 1].digits == 2 &&
               lexemes_[dash + 2].is_symbol('-') && lexemes_[dash + 3].digits == 2;
    }

    // The month and day without a year that begins a line, as days of a year of 31 for each month.
    std::optional<int> listed_day_at(std::size_t i) const {
        constexpr int kDays = 31;
        while (lexemes_[i].is(Class::symbol)) ++i;
        const auto few = [&](std::size_t k, int most) {
            const int number = lexemes_[k].digits <= 2 ? lexemes_[k].small_number() : -1;
            return number >= 1 && number <= most ? number : 0;
        };
        if (lexemes_[i].is(Class::month) && lexemes_[i].capital) {
            const std::size_t k = lexemes_[i + 1].is_symbol('.') ? i + 2 : i + 1;
            const int day = few(k, kDays);
            return day > 0 ? std::optional(kDays * lexemes_[i].value() + day) : std::nullopt;
        }
        if (few(i, kDays) > 0 && lexemes_[i + 1].is(Class::month) && lexemes_[i + 1].capital)
            return kDays * lexemes_[i + 1].value() + few(i, kDays);
        if (few(i, 12) > 0 && lexemes_[i + 1].is(Keyword::month_sign))
            return kDays * few(i, 12) + few(i + 2, kDays);
        return std::nullopt;
    }

    // Whether the lines begin with dates that would reach too far ahead, if the first were to come.
    bool looks_back() const {
        constexpr int kYear = 12 * 31;
        constexpr int kTooFar = 124;  // four months
        constexpr int kFewest = 3;
        if (!published_) return false;
        const std::chrono::year_month_day now{*published_};
        int day = 31 * month_in(*published_) + static_cast<int>(unsigned(now.day()));
        const int today = day;
        int count = 0;
        bool starts = true;
        for (std::size_t i = 0; i + kPadding < lexemes_.size(); ++i) {
            const auto listed = starts ? listed_day_at(i) : std::nullopt;
            starts = lexemes_[i].is(Class::line);
            if (!listed) continue;
            const int ahead = (*listed - day % kYear + kYear) % kYear;
            if (count > 0 && ahead > kYear - 31) return false;  // not in their order
            day += ahead;
            ++count;
        }
        return count >= kFewest && day - today > kTooFar;
    }

    // A line with a year and nothing else (## 2021, 2021年) sets the year of what follows, until
    // another heading.
    void take_heading(std::size_t i) {
        const bool marked = lexemes_[i].is_symbol('#');
        while (lexemes_[i].is_symbol('#') || lexemes_[i].is_symbol('*')) ++i;
        const auto year = year_number(lexemes_[i]);
        if (year) {
            ++i;
            while (lexemes_[i].is(Keyword::year_sign) || lexemes_[i].is_symbol('*') ||
                   lexemes_[i].is_symbol(':')) {
                ++i;
            }
            if (lexemes_[i].is(Class::line)) {
                entry_.reset();
                return resolver_.set_year(year);
            }
        }
        if (marked) resolver_.set_year(std::nullopt);
    }

    std::size_t take(std::size_t i) {
        if (const auto stated = fiscal_statement_at(lexemes_, i); stated && stated->every_year)
            return stated->end;
        if (starts_entry_) resolver_.set_entry(entry_);
        resolver_.set_listed(starts_entry_ ? listed_ : std::nullopt);
        resolver_.set_place(lexemes_, i);
        take_company(i);
        auto found = read_date(lexemes_, i, resolver_);
        resolver_.set_entry(std::nullopt);
        if (!found) return skip_number(i);
        if (explains_last(i)) return found->end;
        if (is_no_one_day(i, found->end)) return found->end;
        complete_date(lexemes_, i, resolver_, *found);
        if (starts_entry_ && found->days) note_entry(*found);
        resolver_.set_last(*found, lexemes_[i].is(Class::holiday));
        DateMention mention;
        mention.range = {lexemes_[i].begin, lexemes_[found->end - 1].end};
        mention.days = found->days;
        mention.precision = found->precision;
        mention.kind = found->kind;
        dates_.push_back(mention);
        return found->end;
    }

    // The holiday of 1月1日（元旦） and 下周一除夕.
    bool explains_last(std::size_t i) const {
        if (!lexemes_[i].is(Class::holiday) || i == 0 || dates_.empty()) return false;
        const bool bracket = lexemes_[i - 1].is_symbol('(');
        if (!bracket && lexemes_[i + 1].is(Keyword::holidays)) return false;
        const std::uint32_t begin = lexemes_[bracket ? i - 1 : i].begin;
        return dates_.back().range.end == begin && dates_.back().precision == DatePrecision::day;
    }

    // 每年3月15日, every March 15, 农历三月, 连续3日.
    bool is_no_one_day(std::size_t i, std::size_t end) const {
        if (i == 0) return false;
        const Lexeme& before = lexemes_[i - 1];
        const bool brief = end <= i + 2;
        return before.is(Keyword::every) ||
               (before.is(Class::other) &&
                (before.value() == kNoOneDay || (brief && before.value() == kLasting)));
    }

    // Only what says its year, or follows such a date, tells the years of a chronology.
    void note_entry(const FoundDate& found) {
        const bool narrow =
            found.precision == DatePrecision::day || found.precision == DatePrecision::month;
        if (narrow && (found.kind == DateKind::absolute || entry_)) entry_ = found.days->from;
        if (found.precision == DatePrecision::day) listed_ = found.days->from;
        const bool begins_line = narrow || found.precision == DatePrecision::span;
        if (begins_line && found.days->to - found.days->from < std::chrono::days(32))
            resolver_.set_line_entry(found.days);
    }

    // 三十一 must not be tried again from 十.
    std::size_t skip_number(std::size_t i) const {
        while (lexemes_[i].is(Class::han_digit) || lexemes_[i].is(Class::han_ten)) ++i;
        return i;
    }

    std::string_view text_;
    const Lexemes& lexemes_;
    std::optional<Day> published_;
    std::vector<DateMention>& dates_;
    Resolver resolver_;
    struct NamedCompany {
        std::size_t at;
        FiscalYears years;
    };
    std::optional<FiscalYears> stated_;    // how its fiscal years lie, by the text
    std::vector<NamedCompany> companies_;  // where it has several
    bool starts_entry_ = false;            // nothing but symbols stands before it on its line
    std::optional<Day> entry_;             // that began the line before, if its year is sure
    std::optional<Day> listed_;            // the same, of any year
};

}  // namespace

std::optional<FoundDate> read_date(const Lexemes& lexemes, std::size_t begin,
                                   const Resolver& resolver) {
    if (auto found = read_holiday(lexemes, begin, resolver)) return found;
    if (auto found = read_chinese_date(lexemes, begin, resolver)) return found;
    return read_english_date(lexemes, begin, resolver);
}

void find_dates(std::string_view text, const Lexemes& lexemes, std::optional<Day> published,
                std::vector<DateMention>& dates) {
    dates.clear();
    DateGrammar(text, lexemes, published, dates).run();
}

}  // namespace sinodex::quantities
