// SPDX-License-Identifier: GPL-2.0-or-later

// What a whole text tells of its dates.

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

class Learner {
 public:
    Learner(std::string_view text, const Lexemes& lexemes) : text_(text), lexemes_(lexemes) {}

    // Where two statements of fiscal years contradict each other, there are two companies.
    DateContext run() {
        take_line(0);
        const std::size_t end = lexemes_.size() - kPadding;
        for (std::size_t i = 0; i < end; ++i) {
            const Word word = lexemes_[i].word;
            if (word.cls != Class::other || word.value == kFiscal) take(i);
        }
        context_.in_taiwan = places_in_taiwan_ > 0;
        if (contradicts_) context_.fiscal.reset();
        if (speaks_of_fiscal_ && !contradicts_) find_companies();
        return std::move(context_);
    }

 private:
    void take(std::size_t i) {
        const Lexeme& one = lexemes_[i];
        switch (one.cls()) {
            case Class::line:
                return take_line(i + 1);
            case Class::symbol:
                context_.slashes = context_.slashes || (one.is_symbol('/') && is_month_and_day(i));
                context_.dashes = context_.dashes || (one.is_symbol('-') && is_in_iso_day(i));
                return;
            case Class::place:
                return take_place(static_cast<Unit>(one.value()));
            case Class::fiscal_year:
                speaks_of_fiscal_ = true;
                return;
            case Class::keyword:
                if (one.is(Keyword::republic) && lexemes_[i + 2].is(Keyword::year_sign))
                    context_.republic = true;
                return;
            case Class::other:
                return take_fiscal(i);
            default:
                return;
        }
    }

    void take_line(std::size_t i) {
        if (const auto day = listed_day_at(i)) context_.listed.push_back(*day);
    }

    void take_place(Unit currency) {
        if (currency == Unit::twd) ++places_in_taiwan_;
        if (currency == Unit::cny) --places_in_taiwan_;
    }

    void take_fiscal(std::size_t i) {
        speaks_of_fiscal_ = true;
        const auto found = fiscal_statement_at(lexemes_, i);
        if (!found) return;
        contradicts_ = contradicts_ || (context_.fiscal && *context_.fiscal != found->years);
        context_.fiscal = found->years;
    }

    // What the text states of its fiscal years goes before what is known of a company.
    void find_companies() {
        bool differ = false;
        std::vector<NamedCompany>& companies = context_.companies;
        for (std::size_t i = 0; i + kPadding < lexemes_.size(); ++i) {
            const Lexeme& one = lexemes_[i];
            if (!one.capital && !one.han) continue;
            const auto years = fiscal_years_of(text_.substr(one.begin, one.end - one.begin));
            if (!years) continue;
            differ = differ || (!companies.empty() && companies.front().years != *years);
            companies.push_back({i, *years});
        }
        constexpr std::size_t kLead = 40;  // lexemes
        const bool subject =
            companies.size() > 1 || (!companies.empty() && companies.front().at < kLead);
        if (!context_.fiscal && !differ && subject) context_.fiscal = companies.front().years;
        if (context_.fiscal) companies.clear();
    }

    // 6/29, but not 3/4: no fraction of the kind, and no page of so many.
    bool is_month_and_day(std::size_t slash) const {
        constexpr int kLeastDay = 13;
        const auto month = slash > 0 ? slashed_day_at(lexemes_, slash - 1) : std::nullopt;
        return month && month->day >= kLeastDay;
    }

    bool is_in_iso_day(std::size_t dash) const {
        return dash > 0 && year_number(lexemes_[dash - 1]) && lexemes_[dash + 1].digits == 2 &&
               lexemes_[dash + 2].is_symbol('-') && lexemes_[dash + 3].digits == 2;
    }

    int few(std::size_t i, int most) const {
        const int number = lexemes_[i].digits <= 2 ? lexemes_[i].small_number() : -1;
        return number >= 1 && number <= most ? number : 0;
    }

    std::optional<int> listed_day_at(std::size_t i) const {
        constexpr int kDays = 31;
        while (lexemes_[i].is(Class::symbol)) ++i;
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

    std::string_view text_;
    const Lexemes& lexemes_;
    DateContext context_;
    bool contradicts_ = false;
    bool speaks_of_fiscal_ = false;
    int places_in_taiwan_ = 0;  // less those of the mainland
};

}  // namespace

DateContext learn_context(std::string_view text, const Lexemes& lexemes) {
    return Learner(text, lexemes).run();
}

bool looks_back(const DateContext& context, Day published) {
    constexpr int kMonth = 31;
    constexpr int kYear = 12 * kMonth;
    constexpr int kTooFar = 4 * kMonth;
    constexpr std::size_t kFewest = 3;
    if (context.listed.size() < kFewest) return false;
    const std::chrono::year_month_day now{published};
    const int today = kMonth * month_in(published) + static_cast<int>(unsigned(now.day()));
    int day = today;
    for (const int listed : context.listed) {
        const int ahead = (listed - day % kYear + kYear) % kYear;
        if (day > today && ahead > kYear - kMonth) return false;  // not in their order
        day += ahead;
    }
    return day - today > kTooFar;
}

}  // namespace sinodex::quantities
