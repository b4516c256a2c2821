// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/text_byline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "corpus/readers/author_name.h"
#include "corpus/readers/dates.h"
#include "corpus/readers/page_dates.h"
#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongestByline = 160;  // bytes

bool closes_sentence(std::string_view line) {
    constexpr std::array<std::string_view, 6> kEnds = {"。", "！", "？", "!", "?", "；"};
    return line.ends_with('.') ||
           std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return line.ends_with(end); });
}

// Up to what may stand behind a name in a byline.
std::string_view before_mark(std::string_view text) {
    for (const std::string_view mark :
         {" | ", " · ", " » ", " • ", " - ", " – ", " — ", " // ", " on ", " at ", "\t"}) {
        text = text.substr(0, text.find(mark));
    }
    return trimmed(text);
}

template <std::size_t Size>
bool begins_with_one_of(std::string_view text, const std::array<std::string_view, Size>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.starts_with(part); });
}

bool read_english_byline(std::string_view line, Article& article) {
    constexpr std::array<std::string_view, 10> kByKeys = {
        "by ",       "by: ",      "posted by ",    "written by ",  "reported by ",
        "story by ", "words by ", "published by ", "authored by ", "reporting by "};
    constexpr std::ptrdiff_t kMostSpaces = 7;
    constexpr std::ptrdiff_t kMostInList = 14;
    const std::string lower = ascii_lower(line);
    const auto* const key = std::find_if(kByKeys.begin(), kByKeys.end(), [&](std::string_view one) {
        return lower.starts_with(one);
    });
    if (key == kByKeys.end() || closes_sentence(line)) return false;
    const std::string_view name = name_without_suffix(before_mark(line.substr(key->size())));
    const bool handle =
        key->starts_with("posted") || key->starts_with("written") || !date_in(line).empty();
    const bool full =
        name.find(' ') != name.npos && reads_as_name(name) && name[0] >= 'A' && name[0] <= 'Z';
    // "By the Numbers" and its like.
    constexpr std::array<std::string_view, 9> kPhrases = {"the ",  "any ",  "all ",   "our ", "my ",
                                                          "this ", "that ", "design", "law"};
    if (begins_with_one_of(ascii_lower(name), kPhrases)) return false;
    const bool one = handle && name.find(' ') == name.npos;
    const auto spaces = std::count(name.begin(), name.end(), ' ');
    if (name.empty() || spaces > (name.find(',') == name.npos ? kMostSpaces : kMostInList) ||
        (!full && !one))
        return false;
    if (article.author.empty()) article.author = usable_author(name, {});
    return true;
}

// Says what a part of a Chinese line of facts is.
enum class Fact { none, author, source, other };

struct FactLabel {
    std::string_view text;
    Fact fact;
};

constexpr std::array<FactLabel, 44> kFactLabels = {{
    {"采写", Fact::author},     {"采訪", Fact::author},     {"摄影", Fact::other},
    {"校对", Fact::other},      {"文/", Fact::author},      {"文／", Fact::author},
    {"文|", Fact::author},      {"文｜", Fact::author},     {"文丨", Fact::author},
    {"文：", Fact::author},     {"作者", Fact::author},     {"撰文", Fact::author},
    {"撰稿", Fact::author},     {"记者", Fact::author},     {"記者", Fact::author},
    {"本报记者", Fact::author}, {"本報記者", Fact::author}, {"本刊记者", Fact::author},
    {"楼主", Fact::author},     {"樓主", Fact::author},     {"发帖人", Fact::author},
    {"特约记者", Fact::author}, {"实习记者", Fact::author}, {"来源", Fact::source},
    {"來源", Fact::source},     {"责任编辑", Fact::other},  {"責任編輯", Fact::other},
    {"责编", Fact::other},      {"编辑", Fact::other},      {"編輯", Fact::other},
    {"发布时间", Fact::other},  {"發佈時間", Fact::other},  {"时间", Fact::other},
    {"時間", Fact::other},      {"发表于", Fact::other},    {"發表於", Fact::other},
    {"发布于", Fact::other},    {"发表时间", Fact::other},  {"更新时间", Fact::other},
    {"阅读", Fact::other},      {"浏览", Fact::other},      {"点击", Fact::other},
    {"字号", Fact::other},      {"实习生", Fact::other},
}};

// The longest label that a part begins with; 海事周报记者 is one, too.
FactLabel label_at(std::string_view part) {
    constexpr std::size_t kLongestLabel = 36;  // bytes
    FactLabel best{{}, Fact::none};
    if (part.size() <= kLongestLabel && (part.ends_with("记者") || part.ends_with("記者")))
        return {part, Fact::author};
    for (const FactLabel& label : kFactLabels) {
        if (part.starts_with(label.text) && label.text.size() > best.text.size()) best = label;
    }
    return best;
}

// The parts of a line between blanks and bars; a bar between a label and its value joins them.
std::vector<std::string_view> facts_of(std::string_view line) {
    constexpr std::array<std::string_view, 12> kFactMarks = {"|",  "｜", "·", "•", "〔", "〕",
                                                             "（", "）", "[", "]", "/",  "／"};
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    const auto end_part = [&](std::size_t end) {
        const std::string_view part = trimmed(line.substr(begin, end - begin));
        if (!part.empty()) parts.push_back(part);
    };
    for (std::size_t at = 0; at < line.size();) {
        std::size_t width = space_at(line, at);
        for (const std::string_view mark : kFactMarks) {
            const bool slash = mark == "/" && at > 0 && is_ascii_digit(line[at - 1]);  // 2021/04/10
            if (!slash && line.substr(at).starts_with(mark)) width = mark.size();
        }
        if (width > 0) {
            end_part(at);
            begin = at + width;
        }
        at += std::max<std::size_t>(width, 1);
    }
    end_part(line.size());
    return parts;
}

std::string_view without_colon(std::string_view value) {
    for (const std::string_view colon : {"：", ":", "丨"}) {
        if (value.starts_with(colon)) return trimmed(value.substr(colon.size()));
    }
    return value;
}

bool is_time(std::string_view part) {
    return part.size() <= 20 && part.find_first_not_of("0123456789:-/.") == part.npos;
}

bool is_chinese_date(std::string_view part) {
    return is_ascii_digit(part[0]) && (normalised_date(part).size() == 10 || is_time(part));
}

// 北京报道, 台北報導: what stands behind a reporter.
bool is_place_of_report(std::string_view part) {
    constexpr std::size_t kLongestPlace = 24;
    return part.size() <= kLongestPlace &&
           (part.ends_with("报道") || part.ends_with("報導") || part.ends_with("報道"));
}

// Reads the facts of a Chinese line, one after the other.
class ChineseFacts {
 public:
    // False where a part is none of those that such lines have.
    bool add(std::string_view part);
    // Whether there was a label; then the article gets what it lacks.
    bool give(Article& article) const;

 private:
    bool add_labelled(std::string_view part, const FactLabel& label);
    bool add_plain(std::string_view part);
    void take(Fact fact, std::string_view value);

    std::string author_;
    std::string source_;
    std::size_t labels_ = 0;
    Fact open_ = Fact::none;  // of a label whose value comes next
    Fact last_ = Fact::none;  // of the value that came last
};

bool ChineseFacts::add(std::string_view part) {
    const FactLabel label = label_at(part);
    if (label.fact != Fact::none) return add_labelled(part, label);
    if (open_ == Fact::none) return add_plain(part);
    take(open_, part);
    return true;
}

bool ChineseFacts::add_labelled(std::string_view part, const FactLabel& label) {
    const std::string_view rest = part.substr(label.text.size());
    const std::string_view value = without_colon(rest);
    const bool colon = value.size() < rest.size();
    const bool joined = label.text.starts_with("文") || label.text.ends_with("者");
    if (!colon && !value.empty() && !joined) return false;
    const bool named = !label.text.ends_with("者") || colon || value.empty();  // 记者李明
    if (!named && !is_chinese_name(value)) return false;
    ++labels_;
    open_ = label.fact;
    if (!value.empty()) take(label.fact, value);
    return true;
}

bool ChineseFacts::add_plain(std::string_view part) {
    constexpr std::array<std::string_view, 14> kCities = {"北京", "上海",   "广州", "深圳", "香港",
                                                          "台北", "杭州",   "南京", "成都", "武汉",
                                                          "天津", "华盛顿", "东京", "伦敦"};
    if (part == "文") {
        ++labels_;
        open_ = Fact::author;
        return true;
    }
    const bool place = std::find(kCities.begin(), kCities.end(), part) != kCities.end();
    if (place || is_chinese_date(part) || is_place_of_report(part) || part.starts_with("ID：") ||
        part.starts_with("ID:")) {
        return true;
    }
    const bool colleague = last_ == Fact::author && !author_.empty() && is_chinese_name(part);
    if (colleague) author_ += ", " + std::string(part);
    return colleague;
}

void ChineseFacts::take(Fact fact, std::string_view value) {
    const bool pictures = open_ == Fact::author && (value == "图" || value == "摄影");
    if (pictures) return;
    if (fact == Fact::author && author_.empty()) author_ = usable_author(value, {});
    if (fact == Fact::source && source_.empty()) source_ = value;
    open_ = Fact::none;
    last_ = fact;
}

bool ChineseFacts::give(Article& article) const {
    if (labels_ == 0) return false;
    if (article.author.empty()) article.author = author_;
    if (article.source.empty()) article.source = source_;
    return true;
}

bool read_chinese_facts(std::string_view line, Article& article) {
    ChineseFacts facts;
    for (const std::string_view part : facts_of(line)) {
        if (!facts.add(part)) return false;
    }
    return facts.give(article);
}

// 王小明　海事周报　2022年11月03日: names without labels, and a whole day.
bool has_day_among_names(std::string_view line) {
    constexpr std::size_t kFewestParts = 3;  // two may be a title: 2021年7月2日 滴滴被审查
    constexpr std::size_t kMostParts = 4;
    constexpr std::size_t kLongestPart = 24;  // bytes
    const std::vector<std::string_view> parts = facts_of(line);
    const bool chinese =
        static_cast<unsigned char>(line.front()) >= 0xE3 || is_ascii_digit(line[0]);
    if (!chinese || parts.size() < kFewestParts || parts.size() > kMostParts) return false;
    bool day = false;
    for (const std::string_view part : parts) {
        if (part.size() > kLongestPart || closes_sentence(part)) return false;
        day = day || (is_ascii_digit(part[0]) && normalised_date(part).size() == 10);
    }
    return day;
}

bool is_menu_word(std::string_view entry) {
    constexpr std::array<std::string_view, 24> kMenuWords = {
        "home",   "news",   "world",   "business",  "technology", "tech",    "politics", "menu",
        "search", "log in", "sign in", "subscribe", "about us",   "contact", "首页",     "首頁",
        "新闻",   "新聞",   "财经",    "財經",      "登录",       "登錄",    "注册",     "导航"};
    return std::find(kMenuWords.begin(), kMenuWords.end(), ascii_lower(entry)) != kMenuWords.end();
}

}  // namespace

bool read_byline(std::string_view line, Article& article) {
    line = trimmed(line);
    if (line.empty() || line.size() > kLongestByline) return false;
    if (!read_english_byline(line, article) && !read_chinese_facts(line, article) &&
        !has_day_among_names(line)) {
        return false;
    }
    if (article.date.empty()) article.date = date_in(line);
    return true;
}

bool says_when(std::string_view line) {
    constexpr std::size_t kLongestLine = 80;  // bytes
    constexpr std::array<std::string_view, 8> kWhen = {"published",    "updated",  "posted",
                                                       "last updated", "发布时间", "发布于",
                                                       "發佈時間",     "更新时间"};
    return line.size() <= kLongestLine && begins_with_one_of(ascii_lower(line), kWhen) &&
           !date_in(line).empty();
}

std::string_view title_before_byline(std::string_view line) {
    constexpr std::size_t kShortestTitle = 12;  // bytes
    Article unused;
    for (const std::string_view mark :
         {" - By ", " | By ", " – By ", " — By ", " - by ", " | by "}) {
        const std::size_t at = line.find(mark);
        const bool found = at != line.npos && at >= kShortestTitle;
        const std::size_t by = at + mark.size() - std::string_view("By ").size();
        if (found && read_english_byline(line.substr(by), unused))
            return trimmed(line.substr(0, at));
    }
    for (const std::string_view label :
         {"作者：", "作者:", "来源：", "来源:", "來源：", "记者 ", "記者 "}) {
        const std::size_t at = line.find(label);
        if (at == line.npos || at < kShortestTitle) continue;
        const std::string_view before = line.substr(0, at);
        const bool apart = trimmed(before).size() < before.size();
        if (apart && read_chinese_facts(line.substr(at), unused)) return trimmed(before);
    }
    return {};
}

bool is_menu_line(std::string_view line) {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kLongestEntry = 18;  // bytes
    constexpr std::size_t kLongestMenu = 160;
    constexpr std::size_t kFourCharacters = 12;
    constexpr std::size_t kBarBytes = 3;  // " | " and ｜
    if (line.size() > kLongestMenu || closes_sentence(line)) return false;
    if (is_menu_word(line)) return true;
    const bool bars = line.find(" | ") != line.npos || line.find("｜") != line.npos;
    if (!bars && static_cast<unsigned char>(line[0]) < 0xE3) return false;
    std::size_t entries = 0;
    bool known = false;
    while (!line.empty()) {
        std::size_t end = std::min({line.find(" | "), line.find("｜"), line.size()});
        if (!bars) end = std::min(line.find(' '), line.size());
        const std::string_view entry = trimmed(line.substr(0, end));
        const std::size_t longest = bars ? kLongestEntry : kFourCharacters;
        if (entry.size() > longest) return false;
        if (!entry.empty()) ++entries;
        known = known || is_menu_word(entry);
        const std::size_t width = !bars ? 1 : kBarBytes;
        line.remove_prefix(std::min(end + width, line.size()));
    }
    return known && entries >= kFewest;
}

}  // namespace sinodex
