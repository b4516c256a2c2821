// SPDX-License-Identifier: GPL-2.0-or-later

// Whether a date without a year is past or to come.

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/date_outlook.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

constexpr std::size_t kFarthest = 12;  // lexemes before a date that may tell its tense

bool ends_clause(const Lexeme& lexeme) {
    return lexeme.is(Class::line) || lexeme.is_symbol('.') || lexeme.is_symbol(';') ||
           lexeme.is_symbol(':') || lexeme.is_symbol('\0');
}

// Reads the clause of a date for what tells its direction.
class Clause {
 public:
    Clause(const Lexemes& lexemes, std::size_t begin) : lexemes_(lexemes), begin_(begin) {}

    Direction direction() {
        if (const auto effect = from_effect()) return *effect;
        if (is_looked_forward_to(lexemes_, begin_)) return Direction::ahead;
        if (is_from_weekday()) return Direction::ahead;
        if (is_behind(Preposition::since)) return Direction::past;
        if (is_end_of_span() || is_behind_label()) return Direction::ahead;
        if (is_in_force()) return Direction::nearest;
        if (const auto said = from_han_clause()) return *said;
        const bool told = before(1).is(Keyword::the);  // until the Thursday
        if (lexemes_[begin_].is(Class::weekday) && !told && is_until_before())
            return Direction::ahead;
        const bool until = is_behind(Preposition::until) || (is_behind(Preposition::through) &&
                                                             !lexemes_[begin_].is(Class::weekday));
        const bool has_until =  // firms have until, 270 days, until
            until && (before(2).is(Keyword::has) || before(2).is_symbol(','));
        if (has_until) return Direction::ahead;
        const bool by = until || is_behind(Preposition::by);
        const bool was_in_force = before(2).is(Keyword::effect) && before(3).is(Keyword::in);
        const bool begins = may_begin_later(lexemes_, begin_) && !was_in_force;
        const bool may_come = begins || is_behind_ending(lexemes_, begin_);
        if (const auto said = from_words_before()) {
            const bool due = may_come || (by && !lexemes_[begin_].is(Class::weekday));
            return *said == Direction::past && due ? Direction::nearest : *said;
        }
        if (saw_past_form_ && (by || may_come)) return Direction::nearest;
        if (saw_past_form_) return saw_infinitive_ ? Direction::unsaid : Direction::past;
        const bool deadline = is_deadline_behind();
        if (by || deadline)
            return starts_clause_ && !until ? from_words_behind(deadline) : Direction::ahead;
        if (saw_infinitive_) return Direction::nearest;
        if (starts_clause_) return from_words_behind(false);
        return from_verb_behind();
    }

 private:
    // Nothing where the text does not go back so far.
    const Lexeme& before(std::size_t count) const {
        static const Lexeme kNone;
        return begin_ >= count ? lexemes_[begin_ - count] : kNone;
    }

    bool is_behind(Preposition preposition) const {
        return before(1).is(Class::preposition) &&
               before(1).value() == static_cast<int>(preposition);
    }

    // 将在5月发布，11月曾推迟: behind a comma, what stands behind a Chinese date tells first.
    std::optional<Direction> from_han_clause() const {
        if (!before(1).is_symbol(',') || !lexemes_[begin_ + 1].han) return std::nullopt;
        constexpr std::size_t kFar = 14;
        for (std::size_t i = begin_; i < begin_ + kFar && i < lexemes_.size(); ++i) {
            if (ends_clause(lexemes_[i]) || lexemes_[i].is_symbol(',')) break;
            if (lexemes_[i].is(Keyword::ahead)) return Direction::ahead;
            if (lexemes_[i].is(Keyword::past)) return Direction::past;
        }
        return std::nullopt;
    }

    // until midnight on Wednesday
    bool is_until_before() const {
        constexpr std::size_t kMost = 4;
        for (std::size_t count = 1; count <= kMost; ++count) {
            if (before(count).is(Preposition::until)) return true;
            if (ends_clause(before(count)) || before(count).is_symbol(',')) return false;
        }
        return false;
    }

    // 9月1日起施行; 9月1日起施行以来.
    std::optional<Direction> from_effect() const {
        constexpr std::size_t kLongestDate = 7;
        for (std::size_t i = begin_; i < begin_ + kLongestDate && i + 1 < lexemes_.size(); ++i) {
            if (ends_clause(lexemes_[i]) || lexemes_[i].is_symbol(',')) break;
            if (!lexemes_[i].is(Keyword::takes_effect)) continue;
            const Lexeme& just = lexemes_[i - 1];  // 刚生效
            if (just.is(Class::other) && just.value() == kJust) return Direction::past;
            if (before(1).is(Keyword::past)) return Direction::past;  // 已于
            const Lexeme& next = lexemes_[i + 1];
            if (next.is(Keyword::han_of)) return Direction::nearest;  // 起施行的新规
            return next.is(Keyword::later) || next.is(Keyword::han_since) ? Direction::past
                                                                          : Direction::ahead;
        }
        return std::nullopt;
    }

    bool is_from_weekday() const {
        return lexemes_[begin_].is(Class::weekday) && before(1).is(Keyword::from) &&
               !lexemes_[begin_ + 1].is(Keyword::to) && !lexemes_[begin_ + 1].is(Keyword::past);
    }

    // "in force from 15 August", "in force 1 October"
    bool is_in_force() const {
        if (before(1).is(Keyword::effect) && before(2).is(Keyword::in)) return true;
        const bool led = before(1).is(Keyword::from) || before(1).is(Class::preposition);
        return led && before(2).is(Keyword::effect) && before(3).is(Keyword::in) &&
               !before(4).is(Keyword::past) && !before(4).is(Keyword::has);
    }

    // 休市至7日, 延到3月1日; not 5日至7日.
    bool is_end_of_span() const {
        const Lexeme& first = before(2);
        return before(1).is(Keyword::to) && before(1).han && before(2).han &&
               !first.is(Keyword::day_sign) && !first.is(Keyword::month_sign) &&
               !first.is(Keyword::year_sign) && !first.is(Keyword::number_sign);
    }

    // "Effective date: May 1", "Deadline: May 3"
    bool is_behind_label() const {
        constexpr std::size_t kLongest = 3;
        if (!before(1).is_symbol(':') || before(1).end == lexemes_[begin_].begin) return false;
        for (std::size_t count = 2; count <= kLongest; ++count) {
            const Lexeme& word = before(count);
            if (word.is(Keyword::planned) || word.is(Keyword::present) ||
                word.is(Keyword::expires) || word.is(Keyword::falls_due))
                return true;
        }
        return false;
    }

    // 12月31日前
    bool is_deadline_behind() const {
        constexpr std::size_t kLongestDate = 5;
        for (std::size_t i = begin_; i + 1 < begin_ + kLongestDate && i + 1 < lexemes_.size();
             ++i) {
            const bool month =  // 9月前
                lexemes_[i].is(Keyword::month_sign) && lexemes_[i + 1].is(Keyword::ago_sign);
            const bool day =
                month || lexemes_[i].is(Keyword::day_sign) || lexemes_[i].is(Class::month_part);
            const bool either = lexemes_[i + 1].is(Keyword::han_and);  // 或之前
            const Lexeme& sign = lexemes_[either ? i + 2 : i + 1];
            if (day) return sign.is(Keyword::ago_sign) && sign.han;
            if (lexemes_[i].is(Keyword::day_before)) return true;
        }
        return false;
    }

    // The word nearest to the date tells.
    std::optional<Direction> from_words_before() {
        for (std::size_t i = begin_; i > 0 && begin_ - i < kFarthest; --i) {
            const Lexeme& word = lexemes_[i - 1];
            const bool comma =
                word.is_symbol(',') && lexemes_[begin_].han && lexemes_[begin_].is(Class::weekday);
            if (comma || (ends_clause(word) && !is_within_clause(i - 1))) {
                starts_clause_ = begin_ - i <= 1;
                return !saw_past_form_ && is_label_of_agenda(i - 1)
                           ? std::optional(Direction::ahead)
                           : std::nullopt;
            }
            if (word.is(Keyword::that) && begin_ - i <= 1 &&  // said that on Friday it will
                from_words_behind(false) == Direction::ahead)
                return Direction::ahead;
            if (const auto said = said_by(word, i - 1)) {
                const bool due = saw_infinitive_ && is_behind(Preposition::by);
                return *said == Direction::past && due ? Direction::nearest : said;
            }
            const std::size_t verb_at = i > 2 && lexemes_[i - 2].is(Keyword::no) ? i - 3 : i - 2;
            const bool passive = i > 1 && lexemes_[verb_at].is(Keyword::is);  // are (not) accepted
            saw_past_form_ = saw_past_form_ || (word.past_form && !passive && !is_hyphened(i - 1));
            const Lexeme& next = lexemes_[i];
            const bool verb =
                (next.is(Class::other) && !next.capital && !next.han) || next.is(Keyword::is);
            saw_infinitive_ = saw_infinitive_ || (word.is(Keyword::to) && verb);
        }
        starts_clause_ = begin_ <= 1;
        return from_far_before();
    }

    // The colon of "Ahead: X lands on Friday", "Coming up: results on Thursday".
    bool is_label_of_agenda(std::size_t i) const {
        if (!lexemes_[i].is_symbol(':') || i == 0) return false;
        const Lexeme& last = lexemes_[i - 1];
        const Lexeme& first = lexemes_[i > 1 ? i - 2 : 0];
        return last.is(Keyword::ahead_of) || last.is(Keyword::ahead) || last.is(Keyword::next) ||
               (last.is(Keyword::up) && first.is(Keyword::next));
    }

    // "will hold a big event for all its friends in the city of San Francisco on"
    std::optional<Direction> from_far_before() const {
        constexpr std::size_t kVeryFar = 18;
        if (saw_past_form_) return std::nullopt;
        for (std::size_t count = kFarthest; count < kVeryFar && count <= begin_; ++count) {
            const Lexeme& word = before(count);
            if (ends_clause(word) || word.is(Keyword::past) || word.past_form) break;
            if (word.is(Keyword::ahead) && !word.han) return Direction::ahead;
        }
        return std::nullopt;
    }

    std::optional<Direction> said_by(const Lexeme& word, std::size_t at) const {
        if (!word.is(Class::keyword)) return std::nullopt;
        switch (static_cast<Keyword>(word.value())) {
            case Keyword::past:
                return past_at(at);
            case Keyword::has:
                return is_will(at) ? Direction::ahead : Direction::past;
            case Keyword::ahead:
                if (at > 0 && is_whose(lexemes_[at - 1])) return std::nullopt;  // their plans
                return Direction::ahead;
            case Keyword::expires:
                return Direction::ahead;
            case Keyword::set:
                if (!lexemes_[at + 1].is(Keyword::to) && !is_for(at + 1)) return std::nullopt;
                return planned_at(at);
            case Keyword::planned:
                return planned_at(at);
            case Keyword::moved:
                return is_moved_to(at) ? Direction::ahead : Direction::past;
            case Keyword::present:
                return present_at(at);
            default:
                return std::nullopt;
        }
    }

    // The stops of 3:30, U.S. and Corp.
    bool is_within_clause(std::size_t i) const {
        const Lexeme& stop = lexemes_[i];
        const Lexeme& next = lexemes_[i + 1];
        if (i == 0 || lexemes_[i - 1].end != stop.begin) return false;
        if (stop.is_symbol(':')) return next.is(Class::number) && next.begin == stop.end;
        if (!stop.is_symbol('.') || lexemes_[i - 1].han) return false;
        const bool letter =
            lexemes_[i - 1].end - lexemes_[i - 1].begin == 1 && !lexemes_[i - 1].is(Class::number);
        const bool word = !next.is(Class::symbol) && !next.is(Class::line) && !next.han;
        return word && (letter || (!next.capital && !next.is(Class::number)));
    }

    // music-centered
    bool is_hyphened(std::size_t i) const {
        return (i > 0 && lexemes_[i - 1].is_symbol('-') &&
                lexemes_[i - 1].end == lexemes_[i].begin) ||
               (lexemes_[i + 1].is_symbol('-') && lexemes_[i + 1].begin == lexemes_[i].end);
    }

    static bool is_whose(const Lexeme& word) {
        return word.is(Class::other) && word.value() == kWhose;
    }

    // The "have" of "will have sold", "would have a talk", not of "would have sold".
    bool is_will(std::size_t at) const {
        constexpr std::uint32_t kWill = 4;
        if (at == 0 || !lexemes_[at - 1].is(Keyword::ahead)) return false;
        const Lexeme& next = lexemes_[at + 1];
        return lexemes_[at - 1].end - lexemes_[at - 1].begin <= kWill || next.is(Keyword::a) ||
               next.is(Keyword::the) || next.is(Keyword::to) || next.is(Keyword::no);
    }

    // "to be reported" lies ahead, "is sold" says nothing.
    std::optional<Direction> past_at(std::size_t at) const {
        const bool passive = at > 0 && lexemes_[at - 1].is(Keyword::is) && !lexemes_[at].han;
        if (at > 1 && lexemes_[at - 1].is(Keyword::has) && is_will(at - 1)) return Direction::ahead;
        if (!passive) return Direction::past;
        const bool planned = at > 1 && lexemes_[at - 2].is(Keyword::to);
        return planned ? std::optional(Direction::ahead) : std::nullopt;
    }

    // extended to 5 p.m. on July 1
    bool is_moved_to(std::size_t at) const {
        for (std::size_t i = at + 1; i < begin_; ++i) {
            if (lexemes_[i].is(Keyword::to) || lexemes_[i].is(Preposition::until)) return true;
        }
        return false;
    }

    bool is_for(std::size_t i) const { return lexemes_[i].is(Class::preposition); }

    // "is due in May" lies ahead, "was due in May" and "a rule due in May" on either side.
    Direction planned_at(std::size_t at) const {
        const bool is = at > 0 && lexemes_[at - 1].is(Keyword::is);
        return is ? Direction::ahead : Direction::nearest;
    }

    // "comes into force", "will come into force", "became effective".
    Direction present_at(std::size_t at) const {
        constexpr std::size_t kNear = 3;
        constexpr std::uint32_t kEffective = 9;  // resigned effective June 30
        const bool effective = lexemes_[at].end - lexemes_[at].begin == kEffective;
        for (std::size_t i = at; i > 0 && at - i < kNear; --i) {
            const Lexeme& word = lexemes_[i - 1];
            if (ends_clause(word) || word.is(Class::month) || word.is(Class::number)) break;
            if (i == at && word.is(Keyword::to) && before(begin_ + 2 - at).is(Keyword::past))
                break;  // was to take effect
            if (effective && at + 1 == begin_ && word.past_form && !word.is(Keyword::past)) break;
            if (word.is(Keyword::past) || word.past_form) return Direction::past;
            if (word.is(Keyword::ahead) || word.is(Keyword::planned)) return Direction::ahead;
        }
        const bool effect =
            lexemes_[at + 1].is(Keyword::effect) || lexemes_[at + 2].is(Keyword::effect);
        return effect || is_weekday_of(at) ? Direction::ahead : Direction::nearest;
    }

    // "meets on Monday", not "opens probe on Monday", "closing at 76.58 Monday"
    bool is_weekday_of(std::size_t at) const {
        if (!lexemes_[begin_].is(Class::weekday) || lexemes_[at + 1].is(Class::other)) return false;
        for (std::size_t i = at; i < begin_; ++i) {
            if (lexemes_[i].is(Class::number) || lexemes_[i].is_symbol(',')) return false;
        }
        return true;
    }

    // "In July, it will ..."; 12月31日前完成.
    Direction from_words_behind(bool deadline) const {
        constexpr std::size_t kFar = 14;
        for (std::size_t i = begin_; i < begin_ + kFar && i < lexemes_.size(); ++i) {
            if (i > begin_ + 1 && ends_clause(lexemes_[i])) break;
            if (lexemes_[i].is(Keyword::ahead)) return Direction::ahead;
            if (lexemes_[i].is(Keyword::past)) return Direction::past;
            if (deadline && lexemes_[i].is(Keyword::to_do)) return Direction::ahead;
        }
        return Direction::unsaid;
    }

    // "Exports in September were", 6月11日除息.
    Direction from_verb_behind() const {
        constexpr std::size_t kLongestDate = 6;
        for (std::size_t i = begin_ + 1; i < begin_ + kLongestDate && i < lexemes_.size(); ++i) {
            const Lexeme& word = lexemes_[i];
            if (ends_clause(word) || word.is_symbol(',')) break;
            if (word.is(Keyword::falls_due) || word.is(Keyword::closes)) return Direction::ahead;
            if (word.is(Keyword::opens)) return Direction::nearest;
            if (word.is(Keyword::past) && !word.han) return Direction::past;
            const bool in_date = word.is(Class::number) || word.is(Class::month) || word.han;
            if (!in_date) break;
        }
        return Direction::unsaid;
    }

    const Lexemes& lexemes_;
    std::size_t begin_;
    bool saw_past_form_ = false;
    bool saw_infinitive_ = false;
    bool starts_clause_ = false;
};

}  // namespace

Direction direction_of(const Lexemes& lexemes, std::size_t begin) {
    return Clause(lexemes, begin).direction();
}

}  // namespace sinodex::quantities
