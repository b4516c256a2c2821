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
        : lexemes_(lexemes), dates_(dates), resolver_(published) {
        DateContext context = learn_context(text, lexemes);
        constexpr std::chrono::days kYear{365};
        if (published && looks_back(context, *published)) entry_ = *published - kYear;
        resolver_.set_fiscal(context.fiscal);
        companies_ = std::move(context.companies);
        resolver_.set_context(context);
    }

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        bool line_start = true;
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

    const Lexemes& lexemes_;
    std::vector<DateMention>& dates_;
    Resolver resolver_;
    std::vector<NamedCompany> companies_;  // where the text has several
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
