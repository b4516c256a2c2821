// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Internal to this folder.

#include <optional>
#include <vector>

#include "corpus/quantities/date_grammar.h"

namespace sinodex::quantities {

// Reads dates that are written in Chinese. Each of the functions takes the index of the lexeme at
// which something may begin.
class ChineseDate {
 public:
    using Lexemes = std::vector<Lexeme>;
    using Found = std::optional<FoundDate>;

    ChineseDate(const Lexemes& lexemes, const Resolver& resolver)
        : lexemes_(lexemes), resolver_(resolver) {}
    Found read(std::size_t i);

 private:
    // A whole number from 1 to `most`, in digits or Chinese.
    struct Small {
        int value = 0;
        std::size_t end = 0;
    };
    std::optional<Small> small(std::size_t i, int most) const;
    Found from_number(std::size_t i);
    // 12月季度; `last` is its last month.
    static Found quarter_ended(FoundDate last, std::size_t end);
    // The 第46号 of 2021年第46号.
    bool is_number_of_year(std::size_t i) const;
    // 2026财年, 2026财年第二季度, where it is known how fiscal years lie; `i` is behind the year.
    Found in_fiscal_year(int year, std::size_t i) const;
    // 24年12月, 113年度: years in two digits, and those of the Republic, where more says that they
    // are years.
    Found in_short_year(std::size_t i);
    // 一一四年八月; its number is of the Republic.
    Found in_worded_year_of_republic(std::size_t i, int number);
    // 年初至今
    Found year_to_date(std::size_t i) const;
    // 月底, 周末, where they are no part of a longer word.
    Found end_of_month(std::size_t i) const;
    Found weekend(std::size_t i) const;
    // 90年代, 八〇年代, 2020年代.
    Found decade(std::size_t i) const;
    // 第三季度, 同年, 次日.
    Found from_keyword(std::size_t i);
    // Whether no word goes before, of which that would be the end: 今后日均.
    bool stands_apart(std::size_t i) const;
    // 后日, 后年3月
    Found after_next(std::size_t i);
    // 年内 of no number of years.
    Found within_year(std::size_t i) const;
    // 112）年 of 去（112）年, 4）月 of 上（4）月.
    Found in_brackets(std::size_t i);
    // 同年, 同年3月, 次年1月; 当年 only with what stands behind it.
    Found in_told_year(std::size_t i, int distance);
    // 同月10日, 次月.
    Found in_told_month(std::size_t i, int distance) const;
    // 两日后, three characters; `sign` is at the second.
    Found days_later(std::size_t sign, int count) const;
    // 半年前
    Found half_ago(std::size_t i) const;
    // 上季度: before the quarter, or the end of the half, that was told of last, or before that of
    // publication.
    Found quarter_before(std::size_t i) const;
    // Reads what may stand behind a year: a month, a quarter, a half, 初. `i` is behind 年.
    Found in_year(int year, std::size_t i);
    // 前三季度, 前三个月; `i` is at 前.
    Found first_months(int year, std::size_t i) const;
    // 前三季度, 前七个月 of the year in which the last of them was the latest.
    Found first_quarters(std::size_t i) const;
    bool begins_clause(std::size_t i) const;
    // 1至7月, 1-7月.
    Found months(std::optional<int> year, std::size_t i) const;
    Found weekday(std::size_t i) const;
    bool is_working_week(std::size_t i) const;
    // The day that stands in brackets behind a weekday: 周四（14日）.
    Found weekday_with_day(std::size_t i) const;
    // 民国112年.
    Found year_of_republic(std::size_t i);
    // 十月第一个星期一; `i` is behind the month.
    Found nth_weekday(const FoundDate& month, std::size_t i) const;
    static Found part_of_year(FoundDate year, int part);
    // 年初 and 年底 are nearer to the turn of the year than "early" and "late".
    static Found end_of_year(FoundDate year, int part);
    // 第三季度, 三季度, Q3.
    std::optional<Small> quarter_number(std::size_t i) const;
    Found quarter(std::size_t i) const;
    // 日, also that of 10日前, where no bare 日前 (lately) is meant.
    bool is_day_sign(std::size_t i) const;
    // 4月, 4月10日, 4月底, 十月下旬.
    Found month(std::optional<int> year, std::size_t i) const;
    Found on(std::optional<int> year, int month, int day, std::size_t end) const;
    // 18至22 of 本月18至22日: the first and the last day, and the place behind the latter.
    struct Days {
        int first = 0;
        int last = 0;
        std::size_t end = 0;
    };
    std::optional<Days> days_at(std::size_t i) const;
    static Found extended(Found found, const Days& days);
    // 至12日 behind 4月10日.
    Found with_last_day(Found first) const;
    // 10日. Not 近10日, 10日内, 连续5日.
    Found bare_day(std::size_t i) const;
    // Whether the 号 at `sign` is that of a day: 20号才开, not 20号文, 第20号, 地铁2号线.
    bool is_day_number(std::size_t i, std::size_t sign) const;
    bool is_thing_behind(std::size_t sign) const;
    // 两年前, 三个月前, 十天前.
    Found ago(std::size_t i) const;
    // 两天后 and 三年后 behind what was told of, 五年后生效; `k` is at the unit.
    Found after_last(std::size_t k, int count) const;
    Found from_relative(std::size_t i);
    // The (12)日 behind 今.
    std::optional<std::size_t> bracketed_day(std::size_t i) const;
    // 本月, 本月10日.
    Found with_day(const FoundDate& month) const;
    // 上周, 上周五.
    Found week(std::size_t i, int distance) const;
    // 上年 is the year before that of the quarter or year that was told of.
    std::optional<int> told_year(std::size_t i, int distance) const;
    bool is_age(std::size_t i) const;
    // 去年, 今年3月, 去年底, 去年今日.
    Found near_year(std::size_t i, int distance);
    const Lexemes& lexemes_;
    const Resolver& resolver_;
};

}  // namespace sinodex::quantities
