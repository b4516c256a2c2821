#include "corpus/quantities/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/units.h"
#include "corpus/text/han.h"

namespace sinodex::quantities {
namespace {

using K = Keyword;
using R = Relative;
using Q = Qualifier;

struct Row {
    Class cls;
    int value;
    std::string_view words;  // separated by spaces
};

template <typename Enum>
constexpr Row row(Class cls, Enum value, std::string_view words) {
    return {cls, static_cast<int>(value), words};
}

constexpr Row key(K keyword, std::string_view words) { return row(Class::keyword, keyword, words); }

const std::vector<Row> kEnglish = {
    {Class::cardinal, 0, "zero"},
    {Class::cardinal, 1, "one"},
    {Class::cardinal, 2, "two"},
    {Class::cardinal, 3, "three"},
    {Class::cardinal, 4, "four"},
    {Class::cardinal, 5, "five"},
    {Class::cardinal, 6, "six"},
    {Class::cardinal, 7, "seven"},
    {Class::cardinal, 8, "eight"},
    {Class::cardinal, 9, "nine"},
    {Class::cardinal, 10, "ten"},
    {Class::cardinal, 11, "eleven"},
    {Class::cardinal, 12, "twelve dozen"},
    {Class::cardinal, 13, "thirteen"},
    {Class::cardinal, 14, "fourteen"},
    {Class::cardinal, 15, "fifteen"},
    {Class::cardinal, 16, "sixteen"},
    {Class::cardinal, 17, "seventeen"},
    {Class::cardinal, 18, "eighteen"},
    {Class::cardinal, 19, "nineteen"},
    {Class::cardinal, 20, "twenty"},
    {Class::cardinal, 30, "thirty"},
    {Class::cardinal, 40, "forty"},
    {Class::cardinal, 50, "fifty"},
    {Class::cardinal, 60, "sixty"},
    {Class::cardinal, 70, "seventy"},
    {Class::cardinal, 80, "eighty"},
    {Class::cardinal, 90, "ninety"},
    {Class::scale, 2, "hundred"},
    {Class::scale, 3, "thousand"},
    {Class::scale, 6, "million"},
    {Class::scale, 9, "billion"},
    {Class::scale, 12, "trillion"},
    {Class::suffix, 6, "mn mln"},
    {Class::suffix, 9, "bn bln"},
    {Class::suffix, 12, "tn trn"},
    {Class::letter_suffix, 3, "k"},
    {Class::letter_suffix, 6, "m"},
    {Class::letter_suffix, 9, "b"},
    {Class::letter_suffix, 12, "t"},
    {Class::ordinal, 1, "first"},
    {Class::ordinal, 2, "second"},
    {Class::ordinal, 3, "third"},
    {Class::ordinal, 4, "fourth"},
    {Class::ordinal, 5, "fifth"},
    {Class::ordinal, 6, "sixth"},
    {Class::ordinal, 8, "eighth"},
    {Class::ordinal, 10, "tenth"},
    {Class::fraction, 3, "thirds"},
    {Class::fraction, 4, "quarters"},
    {Class::fraction, 5, "fifths"},
    {Class::fraction, 6, "sixths"},
    {Class::fraction, 8, "eighths"},
    {Class::fraction, 10, "tenths"},
    row(Class::currency, Unit::usd, "dollar dollars usd greenback"),
    row(Class::currency, Unit::cny, "yuan renminbi rmb cny"),
    row(Class::currency, Unit::hkd, "hkd"),
    row(Class::currency, Unit::eur, "euro euros eur"),
    row(Class::currency, Unit::jpy, "yen jpy"),
    row(Class::currency, Unit::gbp, "sterling gbp"),
    row(Class::currency, Unit::krw, "won krw"),
    row(Class::currency, Unit::inr, "rupees inr"),
    row(Class::currency, Unit::chf, "chf"),
    row(Class::currency, Unit::twd, "twd"),
    row(Class::currency, Unit::sgd, "sgd"),
    row(Class::currency, Unit::aud, "aud"),
    row(Class::nation, Unit::hkd, "kong hk"),
    row(Class::nation, Unit::sgd, "singapore"),
    row(Class::nation, Unit::twd, "taiwan"),
    row(Class::nation, Unit::aud, "australian"),
    row(Class::nation, Unit::cad, "canadian"),
    row(Class::nation, Unit::usd, "us american"),
    row(Class::nation, Unit::cny, "chinese"),
    row(Class::nation, Unit::krw, "korean"),
    {Class::percent, 0, "percent pct pc"},
    row(Class::time_unit, Unit::seconds, "seconds"),
    row(Class::time_unit, Unit::minutes, "minute minutes"),
    row(Class::time_unit, Unit::hours, "hour hours"),
    row(Class::time_unit, Unit::days, "day days"),
    row(Class::time_unit, Unit::weeks, "week weeks"),
    row(Class::time_unit, Unit::months, "month months"),
    row(Class::time_unit, Unit::years, "year years yr yrs"),
    row(Class::noun, Unit::users, "users subscribers accounts"),
    row(Class::noun, Unit::people,
        "people persons workers employees staff customers drivers merchants consumers children "
        "minors students pupils teachers residents engineers investors players gamers riders "
        "passengers shoppers"),
    row(Class::noun, Unit::jobs, "jobs positions posts"),
    row(Class::noun, Unit::shares, "shares"),
    row(Class::noun, Unit::stores, "stores shops outlets"),
    row(Class::noun, Unit::apps, "apps applications"),
    row(Class::noun, Unit::companies,
        "companies firms enterprises businesses platforms startups groups banks"),
    row(Class::noun, Unit::deals, "deals mergers acquisitions transactions"),
    row(Class::noun, Unit::count,
        "titles games cases articles rules cities algorithms products vehicles cars chips units "
        "licences licenses countries orders patents"),
    row(Class::qualifier, Q::about, "about around roughly approximately some circa"),
    row(Class::qualifier, Q::nearly, "nearly almost"),
    row(Class::qualifier, Q::more_than, "over exceeding above topping exceeded exceeds"),
    row(Class::qualifier, Q::less_than, "under below"),
    key(K::a, "a an"),
    key(K::and_, "and"),
    key(K::or_, "or"),
    key(K::to, "to"),
    key(K::than, "than"),
    key(K::more, "more greater"),
    key(K::less, "less fewer"),
    key(K::no, "no not"),
    key(K::at, "at"),
    key(K::least, "least"),
    key(K::most, "most"),
    key(K::up, "up"),
    key(K::as, "as"),
    key(K::much, "much"),
    key(K::many, "many"),
    key(K::close, "close"),
    key(K::from, "from"),
    key(K::between, "between"),
    key(K::per, "per"),
    key(K::cent, "cent"),
    key(K::percentage, "percentage"),
    key(K::basis, "basis"),
    key(K::point, "point points"),
    key(K::half, "half"),
    key(K::quarter, "quarter"),
    key(K::in, "in"),
    key(K::of, "of"),
    key(K::the, "the"),
    key(K::last, "last previous"),
    key(K::next, "next coming"),
    key(K::this_, "this"),
    key(K::ago, "ago"),
    key(K::later, "later"),
    key(K::earlier, "earlier"),
    key(K::beginning, "beginning start"),
    key(K::end, "end"),
    key(K::section, "article section chapter page"),
    key(K::old, "old"),
    key(K::every, "every each"),
    key(K::letter_p, "p"),
    key(K::letter_c, "c"),
    {Class::season, 1, "spring"},
    {Class::season, 2, "summer"},
    {Class::season, 3, "autumn fall"},
    {Class::season, 4, "winter"},
    {Class::month, 1, "january jan"},
    {Class::month, 2, "february feb"},
    {Class::month, 3, "march mar"},
    {Class::month, 4, "april apr"},
    {Class::month, 5, "may"},
    {Class::month, 6, "june jun"},
    {Class::month, 7, "july jul"},
    {Class::month, 8, "august aug"},
    {Class::month, 9, "september sept sep"},
    {Class::month, 10, "october oct"},
    {Class::month, 11, "november nov"},
    {Class::month, 12, "december dec"},
    {Class::weekday, 1, "monday"},
    {Class::weekday, 2, "tuesday"},
    {Class::weekday, 3, "wednesday"},
    {Class::weekday, 4, "thursday"},
    {Class::weekday, 5, "friday"},
    {Class::weekday, 6, "saturday"},
    {Class::weekday, 7, "sunday"},
    {Class::quarter, 1, "q1"},
    {Class::quarter, 2, "q2"},
    {Class::quarter, 3, "q3"},
    {Class::quarter, 4, "q4"},
    {Class::half_year, 1, "h1"},
    {Class::half_year, 2, "h2"},
    row(Class::part, Part::early, "early"),
    row(Class::part, Part::middle, "mid"),
    row(Class::part, Part::late, "late"),
    row(Class::relative, R::day_minus_1, "yesterday"),
    row(Class::relative, R::day_0, "today"),
    row(Class::relative, R::day_plus_1, "tomorrow"),
    {Class::preposition, 0,
     "since by until till during before after through on late throughout between for within"},
};

const std::vector<Row> kChinese = {
    {Class::han_digit, 0, "零 〇 ○"},
    {Class::han_digit, 1, "一"},
    {Class::han_digit, 2, "二 两"},
    {Class::han_digit, 3, "三"},
    {Class::han_digit, 4, "四"},
    {Class::han_digit, 5, "五"},
    {Class::han_digit, 6, "六"},
    {Class::han_digit, 7, "七"},
    {Class::han_digit, 8, "八"},
    {Class::han_digit, 9, "九"},
    {Class::han_ten, 1, "十"},
    {Class::han_ten, 2, "百"},
    {Class::han_ten, 3, "千"},
    {Class::han_scale, 4, "万"},
    {Class::han_scale, 8, "亿"},
    {Class::han_scale, 12, "兆"},
    row(Class::currency, Unit::usd, "美元 美金"),
    row(Class::currency, Unit::cny, "元 人民币 元人民币"),
    row(Class::currency, Unit::hkd, "港元 港币 港纸 元港币"),
    row(Class::currency, Unit::eur, "欧元"),
    row(Class::currency, Unit::jpy, "日元 日圆"),
    row(Class::currency, Unit::gbp, "英镑"),
    row(Class::currency, Unit::krw, "韩元"),
    row(Class::currency, Unit::twd, "新台币 台币 元新台币 元台币"),
    row(Class::currency, Unit::sgd, "新加坡元"),
    row(Class::currency, Unit::aud, "澳元"),
    row(Class::currency, Unit::cad, "加元"),
    row(Class::currency, Unit::inr, "卢比"),
    row(Class::time_unit, Unit::seconds, "秒"),
    row(Class::time_unit, Unit::minutes, "分钟"),
    row(Class::time_unit, Unit::hours, "小时"),
    row(Class::time_unit, Unit::days, "天"),
    row(Class::time_unit, Unit::weeks, "周 星期"),
    row(Class::time_unit, Unit::months, "个月"),
    row(Class::noun, Unit::users, "用户 账户 帐户"),
    row(Class::noun, Unit::people, "人 员工 散户 商户 商家 司机 未成年人 投资者 消费者 儿童 学生"),
    row(Class::noun, Unit::jobs, "岗位 职位"),
    row(Class::noun, Unit::shares, "股"),
    row(Class::noun, Unit::stores, "门店 店铺"),
    row(Class::noun, Unit::apps, "应用 应用程序"),
    row(Class::noun, Unit::companies, "企业 公司 平台 机构 银行"),
    row(Class::noun, Unit::deals, "交易"),
    row(Class::noun, Unit::count, "案件 算法 游戏"),
    row(Class::counter, Unit::companies, "家 间"),
    row(Class::counter, Unit::people, "名 位"),
    row(Class::counter, Unit::count, "个 款 起 件 宗 项 种 辆 部 张 笔"),
    row(Class::qualifier, Q::about, "约 大约 大概"),
    row(Class::qualifier, Q::nearly, "近 将近 接近"),
    row(Class::qualifier, Q::more_than, "超过 逾 超 高于 多于 大于 突破"),
    row(Class::qualifier, Q::less_than, "不到 不足 低于 少于 小于 未满"),
    row(Class::qualifier, Q::at_least, "至少 不低于 不少于 起码"),
    row(Class::qualifier, Q::at_most, "最多 至多 不超过 不高于"),
    row(Class::qualifier, Q::up_to, "高达 多达"),
    key(K::more, "多 余"),
    key(K::to, "至 到"),
    key(K::from, "从 由"),
    key(K::year_sign, "年 年度"),
    key(K::month_sign, "月 月份"),
    key(K::day_sign, "日"),
    key(K::day_before, "日前 日后"),
    key(K::number_sign, "号"),
    key(K::han_percent, "百分之"),
    key(K::han_parts, "分之"),
    key(K::han_points, "百分点"),
    key(K::basis, "基点"),
    key(K::above, "以上"),
    key(K::below, "以下"),
    key(K::around, "左右"),
    key(K::ago_sign, "前 之前 以前"),
    key(K::later, "内 后 间"),
    key(K::prefix_ordinal, "第"),
    key(K::quarter_sign, "季度 季"),
    key(K::half, "一半"),
    key(K::point, "成"),
    key(K::decade_sign, "年代"),
    key(K::han_half, "半"),
    key(K::han_decimal, "点"),
    key(K::one_part, "分一"),
    key(K::same_year, "同年"),
    key(K::same_day, "当日 当天 同日"),
    {Class::season, 1, "春天 春季"},
    {Class::season, 2, "夏天 夏季"},
    {Class::season, 3, "秋天 秋季"},
    {Class::season, 4, "冬天 冬季"},
    {Class::weekday, 1, "周一 星期一 礼拜一"},
    {Class::weekday, 2, "周二 星期二 礼拜二"},
    {Class::weekday, 3, "周三 星期三 礼拜三"},
    {Class::weekday, 4, "周四 星期四 礼拜四"},
    {Class::weekday, 5, "周五 星期五 礼拜五"},
    {Class::weekday, 6, "周六 星期六 礼拜六"},
    {Class::weekday, 7, "周日 星期日 星期天 礼拜日"},
    {Class::half_year, 1, "上半年"},
    {Class::half_year, 2, "下半年"},
    row(Class::part, Part::early, "初 上旬"),
    row(Class::part, Part::middle, "中旬"),
    row(Class::part, Part::late, "底 末 下旬"),
    row(Class::year_part, Part::early, "年初"),
    row(Class::year_part, Part::late, "年底 年末"),
    row(Class::month_part, Part::early, "月初"),
    row(Class::month_part, Part::middle, "月中"),
    row(Class::month_part, Part::late, "月底 月末"),
    row(Class::relative, R::day_minus_2, "前天 前日"),
    row(Class::relative, R::day_minus_1, "昨日 昨天 昨晚 昨夜"),
    row(Class::relative, R::day_0, "今日 今天 今晨 今早 今晚 今夜"),
    row(Class::relative, R::day_plus_1, "明日 明天 明早"),
    row(Class::relative, R::week_minus_1, "上周 上星期"),
    row(Class::relative, R::week_0, "本周 这周"),
    row(Class::relative, R::week_plus_1, "下周 下星期"),
    row(Class::relative, R::month_minus_1, "上月 上个月"),
    row(Class::relative, R::month_0, "本月 这个月 当月"),
    row(Class::relative, R::month_plus_1, "下月 下个月"),
    row(Class::relative, R::year_minus_2, "前年"),
    row(Class::relative, R::year_minus_1, "去年 上年"),
    row(Class::relative, R::year_0, "今年 本年"),
    row(Class::relative, R::year_plus_1, "明年"),
    // Words that begin like the above and mean something else.
    {Class::other, 0,
     "周年 周岁 年轻 年龄 日本 日常 日均 日益 日报 "
     "日活 月活 月球 月均 月薪 元旦 元首 元素 元宇宙 元老 元件 元器件 百度 百姓 百货 万科 千禧 "
     "家长 家庭 家属 家乡 人工 人员 人才 人类 人士 人物 人口 人均 人民 人民日报 股东 股份 股价 "
     "股权 股票 股市 个人 个体 个别 个性 部门 部分 部署 部委 项目 种子 张勇 笔者 件事 名单 名义 "
     "位置 位于 起诉 起来 天津 天猫 天然 天才 秒杀 一些 一旦 一样 一起 一直 一致 一定 一方面 成为 "
     "成立 成长 成本 成员 成功 成果 成熟 成交 成都 成绩 到期 到底 至今 到位 周围 周期 周边 超级 "
     "超市 中国人 前往 前景 前身 前提 最近 附近 近日 近期 近来 近年 近平 应用户 初步 初期 初衷 "
     "初创 初始 底线 底层 末端 号召 号码 交易所 交易日 超额 多数 多元 多家 多个 平台经济 公司法 "
     "机构性 每年 每月 每周 每星期 每天 每日 上一年度 半年报 半年度 半导体 半数 半价 半夜 半径 "
     "半途 半壁 点半 点钟"},
};

template <typename Sink>
void for_each_word(const std::vector<Row>& rows, const Sink& sink) {
    for (const Row& entry : rows) {
        std::string_view words = entry.words;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            sink(words.substr(0, end), Word{entry.cls, static_cast<std::int16_t>(entry.value)});
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
}

// Open addressing; a word is put where its hash says, or behind.
class EnglishTable {
 public:
    EnglishTable() {
        for_each_word(kEnglish, [this](std::string_view text, Word word) {
            Slot& slot = find(text);
            if (slot.text.empty()) slot = {text, word};
        });
    }

    Word lookup(std::string_view text) { return find(text).word; }

 private:
    struct Slot {
        std::string_view text;
        Word word;
    };

    Slot& find(std::string_view text) {
        const auto first = static_cast<unsigned char>(text.front());
        const auto last = static_cast<unsigned char>(text.back());
        const auto middle = static_cast<unsigned char>(text[text.size() / 2]);
        std::size_t at = (first * 31U + last * 7U + middle * 131U + text.size() * 517U) % kSlots;
        while (!slots_[at].text.empty() && slots_[at].text != text) at = (at + 1) % kSlots;
        return slots_[at];
    }

    static constexpr std::size_t kSlots = 1024;
    std::array<Slot, kSlots> slots_{};
};

std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); i += 3) {  // all of them are three bytes long
        const auto byte = [&](std::size_t k) {
            return static_cast<char32_t>(static_cast<unsigned char>(text[i + k]));
        };
        result.push_back((byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
    }
    return result;
}

struct HanEntry {
    std::u32string text;
    Word word;
};

// By first character, the longest first.
std::unordered_map<char32_t, std::vector<HanEntry>> make_han_table() {
    std::unordered_map<char32_t, std::vector<HanEntry>> table;
    for_each_word(kChinese, [&table](std::string_view text, Word word) {
        std::u32string code = code_points(text);
        auto& entries = table[code.front()];
        entries.push_back({std::move(code), word});
    });
    for (auto& [first, entries] : table) {
        std::stable_sort(entries.begin(), entries.end(), [](const HanEntry& a, const HanEntry& b) {
            return a.text.size() > b.text.size();
        });
    }
    return table;
}

}  // namespace

Word english_word(std::string_view lower) {
    static EnglishTable table;
    return table.lookup(lower);
}

HanWord han_word(std::u32string_view simplified) {
    static const auto kTable = make_han_table();
    const auto entries = kTable.find(simplified.front());
    if (entries == kTable.end()) return {};
    for (const HanEntry& entry : entries->second) {
        if (simplified.starts_with(entry.text)) return {entry.word, entry.text.size()};
    }
    return {};
}

}  // namespace sinodex::quantities
