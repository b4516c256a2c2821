// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/date_grammar.h"

#include <algorithm>

#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

bool may_start(Keyword keyword) {
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

bool may_start(const Lexeme& lexeme) {
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
            return may_start(static_cast<Keyword>(lexeme.value()));
        default:
            return false;
    }
}

class DateGrammar {
 public:
    DateGrammar(std::string_view text, const Lexemes& lexemes, std::optional<Day> published,
                std::vector<DateMention>& dates)
        : text_(text), lexemes_(lexemes), dates_(dates), resolver_(published) {}

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        bool line_start = true;
        learn_fiscal_years();
        for (std::size_t i = 0; i < last;) {
            if (line_start) take_heading(i);
            starts_entry_ = line_start || (starts_entry_ && lexemes_[i - 1].is(Class::symbol));
            line_start = lexemes_[i].is(Class::line);
            if (line_start) resolver_.set_line_entry(std::nullopt);
            std::size_t end = i;
            if (may_start(lexemes_[i])) end = take(i);
            if (end > i) starts_entry_ = false;
            i = std::max(end, i + 1);
        }
    }

 private:
    // Where two statements contradict each other, there are two companies.
    void learn_fiscal_years() {
        bool contradicts = false;
        bool fiscal = false;
        for (std::size_t i = 0; i + kPadding < lexemes_.size(); ++i) {
            const Lexeme& one = lexemes_[i];
            if (one.is_symbol('/') && is_month_and_day(i)) resolver_.expect_slashes();
            const bool word = one.is(Class::other) && one.value() == kFiscal;
            fiscal = fiscal || word || one.is(Class::fiscal_year);
            const auto found = word ? fiscal_statement_at(lexemes_, i) : std::nullopt;
            if (!found) continue;
            contradicts = contradicts || (stated_ && *stated_ != found->years);
            stated_ = found->years;
        }
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
            if (lexemes_[i].is(Class::line)) return resolver_.set_year(year);
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
        auto found = read(i);
        resolver_.set_entry(std::nullopt);
        if (!found) return skip_number(i);
        if (is_no_one_day(i, found->end)) return found->end;
        join(*found, i);
        take_weekday(*found);
        take_named_weekday(*found);
        settle_end(*found, i);
        take_period(*found);
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

    std::optional<FoundDate> read(std::size_t i) const {
        if (auto found = read_holiday(lexemes_, i, resolver_)) return found;
        if (auto found = read_chinese_date(lexemes_, i, resolver_)) return found;
        return read_english_date(lexemes_, i, resolver_);
    }

    // 9月15日（星期五）, Sept. 15 (Friday): a weekday behind a day is of that day, and of the year
    // in which they go together.
    void take_weekday(FoundDate& found) const {
        if (found.precision != DatePrecision::day || !found.days) return;
        const bool bracket =
            lexemes_[found.end].is_symbol('(') && lexemes_[found.end + 2].is_symbol(')');
        const Lexeme& weekday = lexemes_[bracket ? found.end + 1 : found.end];
        const bool glued = weekday.han && weekday.begin == lexemes_[found.end - 1].end;
        if (!weekday.is(Class::weekday) || (!bracket && !glued)) return;
        if (lexemes_[found.end - 1].is(Class::weekday)) return;
        found.end += bracket ? 3 : 1;
        if (found.kind != DateKind::relative) return;
        const std::chrono::weekday wanted(static_cast<unsigned>(weekday.value()));
        const std::chrono::year_month_day date{found.days->from};
        for (const int years : {0, 1, -1}) {
            const auto other =
                day_of(static_cast<int>(date.year()) + years, month_in(found.days->from),
                       static_cast<int>(unsigned(date.day())));
            if (!other || std::chrono::weekday(*other) != wanted) continue;
            found.days = DayRange{*other, *other};
            return;
        }
    }

    // 7月12日那个周六: a weekday that is said of the day before it.
    void take_named_weekday(FoundDate& found) const {
        std::size_t k = found.end;
        if (found.precision != DatePrecision::day || !found.days) return;
        constexpr std::size_t kMost = 3;
        while (k < found.end + kMost && lexemes_[k].han &&
               (lexemes_[k].is(Class::counter) || lexemes_[k].is(Keyword::han_of) ||
                (lexemes_[k].is(Class::other) && lexemes_[k].value() == 0))) {
            ++k;
        }
        const Lexeme& weekday = lexemes_[k];
        if (k == found.end || !weekday.is(Class::weekday) || !weekday.han) return;
        const std::chrono::weekday said(static_cast<unsigned>(weekday.value()));
        if (said == std::chrono::weekday(found.days->from)) found.end = k + 1;
    }

    // 截至9月30日止季度, 止六个月, 止年度: the whole period.
    void take_period(FoundDate& found) const {
        const std::size_t stop = found.end;
        if (!found.days || !lexemes_[stop].is(Keyword::ended) || !lexemes_[stop].han) return;
        std::size_t k = stop + 1;
        if (lexemes_[k].is(Keyword::han_of)) ++k;
        const Lexeme& unit = lexemes_[k];
        int months = 0;
        if (unit.is(Keyword::quarter_sign)) months = 3;
        if (unit.is(Keyword::year_sign)) months = 12;
        if (unit.is(Keyword::han_half) && lexemes_[++k].is(Keyword::year_sign)) months = 6;
        const bool counted =
            unit.is(Class::number) || unit.is(Class::han_digit) || unit.is(Class::han_ten);
        const auto number = counted ? read_number(lexemes_, k) : std::nullopt;
        if (number && number->value < Decimal(13, 0) && number->value.exponent() >= 0 &&
            lexemes_[number->end].is(Class::time_unit) &&
            lexemes_[number->end].value() == static_cast<int>(Unit::months)) {
            months = static_cast<int>(number->value.to_double());
            k = number->end;
        }
        if (months == 0) return;
        found.days = months_before(found.days->to, months);
        found.precision = period_precision(months);
        found.end = k + 1;
    }

    // 比去年底, 截至4月末, 与一季度末相比, 3月底前: the last day.
    void settle_end(FoundDate& found, std::size_t begin) const {
        if (!found.days) return;
        const auto compares = [](const Lexeme& one, int value) {
            return one.is(Class::other) && one.value() == value;
        };
        const bool quarter = found.precision == DatePrecision::quarter;
        const std::size_t last = quarter ? found.end : found.end - 1;
        const Lexeme& sign = lexemes_[last];
        const bool end = sign.han && sign.value() == static_cast<int>(Part::late) &&
                         (sign.is(Class::year_part) || sign.is(Class::month_part) ||
                          (sign.is(Class::part) && sign.end - sign.begin == 3));
        const Lexeme before = begin > 0 ? lexemes_[begin - 1] : Lexeme();
        const Lexeme& behind = lexemes_[last + 1];
        const bool moment = compares(before, kComparedWith) || compares(behind, kCompared) ||
                            (behind.is(Keyword::ago_sign) && behind.han);
        if (!end || !moment) return;
        found.days->from = found.days->to;
        found.precision = DatePrecision::day;
        found.end = last + 1;
    }

    // 2021年至2023年, 2021-04 to 2021-06, between April and June: one span where both say so much.
    void join(FoundDate& first, std::size_t begin) const {
        const Lexeme& joint = lexemes_[first.end];
        const bool between =
            begin > 0 && lexemes_[begin - 1].is(Keyword::between) && joint.is(Keyword::word_and);
        const bool joins = joint.is(Keyword::to) || joint.is_symbol('-') || joint.is_symbol('~') ||
                           joint.is(Preposition::through);
        if ((!joins && !between) || !first.days || !may_start(lexemes_[first.end + 1])) return;
        auto second = read(first.end + 1);
        if (!second || !second->days || second->precision != first.precision) return;
        give_year(first, *second);
        if (!lexemes_[first.end + 1].is(Class::relative)) take_year(first, *second);
        if (lexemes_[begin].is(Class::weekday) && lexemes_[first.end + 1].is(Class::weekday) &&
            second->days->to < first.days->from) {
            second->days->from += std::chrono::days(7);
            second->days->to += std::chrono::days(7);
        }
        if (first.days->to >= second->days->from || second->kind != first.kind) return;
        first.days->to = second->days->to;
        first.precision = DatePrecision::span;
        first.end = second->end;
    }

    // The 11月 of 2024年1月至11月.
    static void take_year(const FoundDate& first, FoundDate& second) {
        const bool narrow =
            first.precision == DatePrecision::day || first.precision == DatePrecision::month;
        if (!narrow || first.kind != DateKind::absolute || second.kind != DateKind::relative)
            return;
        const std::chrono::year_month_day last{second.days->to};
        for (int year = year_in(first.days->to); year <= year_in(first.days->to) + 1; ++year) {
            const int month = month_in(second.days->to);
            const auto day = day_of(year, month, static_cast<int>(unsigned(last.day())));
            const DayRange days = first.precision == DatePrecision::month
                                      ? month_of(year, month)
                                      : DayRange{day.value_or(Day()), day.value_or(Day())};
            if (days.from <= first.days->to) continue;
            second.days = days;
            second.kind = DateKind::absolute;
            return;
        }
    }

    // The 1 January of "1 January to 31 March 2024".
    static void give_year(FoundDate& first, const FoundDate& second) {
        if (first.precision != DatePrecision::day || first.kind != DateKind::relative ||
            second.kind != DateKind::absolute)
            return;
        const std::chrono::year_month_day date{first.days->from};
        const auto in_year = day_of(year_in(second.days->from), month_in(first.days->from),
                                    static_cast<int>(unsigned(date.day())));
        if (!in_year || *in_year >= second.days->from) return;
        first.days = DayRange{*in_year, *in_year};
        first.kind = DateKind::absolute;
    }

    std::string_view text_;
    const Lexemes& lexemes_;
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

std::optional<int> year_number(const Lexeme& lexeme) {
    const int number = lexeme.digits == 4 ? lexeme.small_number() : -1;
    if (number < 1900 || number > 2099) return std::nullopt;
    return number;
}

bool is_weekday_list(const Lexemes& lexemes, std::size_t i) {
    constexpr std::size_t kFewest = 3;
    const auto joins = [&](std::size_t k) {
        const Lexeme& one = lexemes[k];
        return one.is_symbol(',') || one.is_symbol(kEnumerationComma) ||
               one.is(Keyword::word_and) || one.is(Keyword::word_or) ||
               (one.han && one.end - one.begin == 3);
    };
    std::size_t first = i;
    while (first > 1 && joins(first - 1)) {
        const std::size_t back = lexemes[first - 2].is(Class::weekday) ? 2U : 3U;
        if (back > first || !lexemes[first - back].is(Class::weekday)) break;
        first -= back;
    }
    std::size_t count = 1;
    bool ends_with_holidays = false;  // 周六、周日及法定节假日
    for (std::size_t k = first; count < kFewest && joins(k + 1); ++count) {
        ends_with_holidays = lexemes[k + 2].is(Keyword::holidays);
        k += lexemes[k + 2].is(Class::weekday) ? 2U : 3U;
        if (k >= lexemes.size() || !lexemes[k].is(Class::weekday)) break;
    }
    return count >= kFewest || (count + 1 == kFewest && ends_with_holidays);
}

FoundDate time_ago(const Resolver& resolver, int unit, int count, std::size_t end) {
    switch (static_cast<Unit>(unit)) {
        case Unit::weeks:
            return resolver.day(-7 * count, end);
        case Unit::months:
            return resolver.month(-count, end);
        case Unit::years:
            return resolver.year(-count, end);
        default:
            return resolver.day(-count, end);
    }
}

void find_dates(std::string_view text, const Lexemes& lexemes, std::optional<Day> published,
                std::vector<DateMention>& dates) {
    dates.clear();
    DateGrammar(text, lexemes, published, dates).run();
}

}  // namespace sinodex::quantities
