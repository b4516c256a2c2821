// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// The words that amounts and dates are made of. Internal to this folder.

#include <cstdint>
#include <string_view>

namespace sinodex::quantities {

enum class Class : std::uint8_t {
    other,    // a word, or a Han character, that is none of the below; value: kNumberedThing ..., 0
    line,     // the end of a line
    symbol,   // value: as ASCII, dashes '-'; 0 for others
    number,   // digits
    keyword,  // value: a Keyword
    cardinal,       // three, thirty; value: the number
    scale,          // hundred, million; value: the power of ten
    suffix,         // bn; as scale
    letter_suffix,  // k, m, b, t: as scale, only right behind digits
    ordinal,        // third: value
    fraction,       // thirds: value, the denominator
    han_digit,      // value
    han_ten,        // 十百千; value: the power of ten
    han_scale,      // 万亿兆; value: the power of ten
    mark,           // $, HK$: before a number; value: a Unit
    currency,       // yuan, RMB, 美元; value: a Unit
    nation,         // Hong Kong (dollars); value: a Unit
    percent,
    time_unit,        // value: a Unit
    noun,             // users, 企业; value: a Unit
    counter,          // 家, 名; value: a Unit
    qualifier,        // value: a Qualifier
    month,            // value: 1 to 12
    season,           // value: 1 (spring) to 4
    weekday,          // value: 1 (Monday) to 7
    quarter,          // Q3, 三季度; value: 1 to 4
    half_year,        // H1, 上半年; value: 1 or 2
    quarter_in_year,  // Q24, Q2024, Q, behind a digit; value: the year, or 0
    half_in_year,     // H24, as above
    months_in_year,   // M24, as above
    fiscal_year,      // FY24, FY2024; value: the year
    part,             // early, 上旬, 底; value: a Part
    year_part,        // 年底; value: a Part
    month_part,       // 月底; value: a Part
    holiday,          // value: a Holiday
    place,            // China, 台股; value: its currency
    plural_scale,     // millions: as scale
    relative,         // yesterday, 去年; value: a Relative
    preposition,      // value: a Preposition
    decade_name,      // nineties; value: the first year
};

enum class Keyword : std::uint8_t {
    a,
    word_and,
    word_or,
    to,
    than,
    more,
    less,
    no,
    at,
    least,
    most,
    up,
    as,
    much,
    many,
    close,
    from,
    between,
    per,
    cent,
    percentage,
    basis,
    point,
    half,
    quarter,
    in,
    of,
    the,
    last,
    next,
    word_this,
    ago,
    later,
    earlier,
    year_sign,
    month_sign,
    day_sign,
    day_before,
    day_later,
    number_sign,
    han_percent,
    han_parts,
    han_points,
    above,
    below,
    around,
    week_sign,
    ago_sign,
    prefix_ordinal,
    quarter_sign,
    beginning,
    end,
    decade_sign,
    first_of,
    section,
    old,
    every,
    letter_p,
    letter_c,
    letter_u,
    han_half,
    han_decimal,
    one_part,
    same_year,
    ahead,    // will, 将于
    planned,  // due, scheduled: ahead, but for "was due"
    set,      // set to
    moved,    // postponed: ahead behind "to"
    present,  // comes into force: of what is near
    expires,  // ends, expires: ahead
    bps,
    points_sign,  // ppts: percentage points
    decade,
    fortnight,
    ahead_of,      // ahead: a month ahead of the vote
    odd,           // fifty-odd
    out_of,        // out, before "of"
    slang_dollar,  // 刀: behind 亿 or 万
    same_below,    // 下同: of the money that was told last
    pounds,
    kuai,
    mao,
    past,  // was, 已于
    has,
    eve,
    festival,
    han_festival,     // 节
    holidays,         // 假期, 期间: behind a holiday
    han_at,           // 在, 于
    next_day,         // 次日
    day_after_next,   // 后日: where no word goes before it
    year_after_next,  // 后年: the same
    han_first,        // 首: before so many months or quarters
    that_year,        // 当年: with a month behind it
    year_after,       // 次年
    same_month,       // 同月: with a day behind it
    month_after,      // 次月
    same_period,      // 同期
    following,
    is,  // is, are
    that,
    to_do,       // 完成, 报送: what a deadline is for
    effect,      // effect, force
    money_word,  // revenue, 罚: what it says is money
    han_and,
    cents,
    another,
    han_of,        // 的
    han_li,        // 厘
    interest,      // 息: what 厘 are of
    monthly_rate,  // 月息
    han_unit,      // 单位
    day_part,      // 上午, 起: behind a day
    han_since,     // 以来
    takes_effect,
    opens,      // 开市, 休市: what is told of by its day
    closes,     // 截止: ahead behind a day; before the end of a time, its last day
    falls_due,  // 除息, 到期: rather ahead
    republic,
    ended,  // ended March 31: behind a period
    weekend,
    quarter_before,  // 上季度
    traded,          // 成交: money where nothing is counted
    rate_step,       // 码: of interest
    han_about,       // 来 of 五十来天
    quarter_this,    // 本季
    quarter_next,    // 下季
    same,            // same: of the same period of 2021
    period,
    word_final,  // the last, where a text was spun: final yr
    within,      // 内: behind a time, which is one to do something in
    grand,       // thousands of money
    ranging,     // ranging, anywhere: "from" and "to" behind it give one range
};

// 线, 楼 and what else may be numbered.
inline constexpr int kNumberedThing = 1;
// 数, several and few: before a number that is vague with them.
inline constexpr int kSeveral = 2;
// 量 and what else is counted and no money.
inline constexpr int kMeasured = 3;
// 比 and 较, and 相比: what a moment is compared with stands behind and before them.
inline constexpr int kComparedWith = 4;
inline constexpr int kCompared = 5;
// fiscal, 财年
inline constexpr int kFiscal = 6;
// consecutive, trading: kinds of days and weeks
inline constexpr int kKindOfTime = 8;
// 涨, 跌: what moves does so by 个点, which are percent
inline constexpr int kMoves = 9;
// 少, 高: behind a sum that is compared
inline constexpr int kDiffers = 10;
// 历时, 提前: before how long something takes
inline constexpr int kLasting = 11;
// 几: as 数, and some more behind a number: 十几亿
inline constexpr int kSome = 12;
// 吨 and 片: what is counted in them is no money
inline constexpr int kMeasureWord = 13;
// 每年, 逢, 连续, 农历: what stands behind is no one day of the calendar
inline constexpr int kNoOneDay = 14;
// 年化, 冷静期: what so many days are the length of
inline constexpr int kForDays = 15;
// Good, Super: with a weekday behind, the name of a day or a thing
inline constexpr int kNamedDay = 16;
// its, their
inline constexpr int kWhose = 17;
// quarterly: of a period that ended
inline constexpr int kQuarterly = 21;
// 文号, docket: before the number of a document
inline constexpr int kReference = 20;
// 如, 而: 如今 is no day, 如今年 is one
inline constexpr int kBeforeNow = 19;
// 展望, 财测: of a time to come
inline constexpr int kOutlook = 22;
// 刚: of what takes effect
inline constexpr int kJust = 23;
// owns, holds: before a share
inline constexpr int kOwns = 18;

// Says which direction a preposition gives the date behind it.
enum class Preposition : std::uint8_t { other, since, until, by, after, through };

// Days that come every year. The last two are words that names of such days begin with:
// Lunar and 双, and New.
enum class Holiday : std::uint8_t {
    new_year,
    spring_festival,
    lunar_new_years_eve,
    valentines_day,
    qingming,
    labour_day,
    us_labor_day,
    dragon_boat,
    mid_autumn,
    national_day,
    halloween,
    singles_day,
    thanksgiving,
    black_friday,
    double_twelve,
    christmas_eve,
    christmas,
    boxing_day,
    new_years_eve,
    double_tenth,
    lunar,
    new_of_year,
};

// A third of a month or year.
enum class Part : std::uint8_t { early, middle, late };

// Days and spans counted from the day of publication: unit and distance.
enum class Relative : std::uint8_t {
    day_minus_2,
    day_minus_1,
    day_0,
    day_plus_1,
    day_plus_2,
    week_minus_1,
    week_0,
    week_plus_1,
    month_minus_1,
    month_0,
    month_plus_1,
    year_minus_2,
    year_minus_1,
    year_0,
    year_plus_1,
    year_plus_2,
    year_before,  // before a year that was told of
};

struct Word {
    Class cls = Class::other;
    std::int16_t value = 0;

    bool is(Keyword keyword) const {
        return cls == Class::keyword && value == static_cast<std::int16_t>(keyword);
    }
};

// An ASCII word in lower case.
Word english_word(std::string_view lower);

// The longest Chinese word that `text`, as code points in Simplified form, starts with.
struct HanWord {
    Word word;
    std::size_t length = 1;  // in code points
};
HanWord han_word(std::u32string_view simplified);
inline constexpr std::size_t kLongestHanWord = 4;

}  // namespace sinodex::quantities
