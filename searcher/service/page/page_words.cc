// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/page_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "searcher/query/query_fields.h"

namespace sinodex {
namespace {

constexpr PageWords kEnglish{
    .language = "en",
    .names = NameLanguage::en,
    .skip = "Skip to results",
    .ask = "Question",
    .search = "Search",
    .placeholder = "Ask, or type names, amounts, dates",
    .tools = "Tools",
    .saved = "Saved",
    .other_language = "中文",
    .other_code = "zh",
    .tagline = "Find the passage that says so, and cite it.",
    .about =
        "Search {n} articles by names, amounts and dates, in English and Chinese. Each answer "
        "is a passage with its source, date and place in the file.",
    .examples = "For example",
    .passages = "Passages",
    .timeline = "Timeline",
    .figures = "Figures",
    .related = "Related",
    .verify = "Verify",
    .views = "Views",
    .results = "Results",
    .filters = "Filters",
    .drop = "remove",
    .found = "{n} articles match",
    .found_one = "1 article matches",
    .found_none = "Nothing matches",
    .more = "More passages",
    .open = "Open",
    .understood = "How the question was understood",
    .remove = "remove {n}",
    .undated = "no date",
    .bytes = "bytes {n}",
    .no_article_holds = "No article holds: {n}.",
    .did_you_mean = "Did you mean",
    .corrected_to = "Nothing matched as typed; these are the results of",
    .relaxed = "No article holds the phrase as it stands; its words were searched for.",
    .loosened = "without the phrase",
    .versions = "Other versions",
    .more_versions = "{n} more versions",
    .back = "Back to the results",
    .passage = "passage {n}",
    .in_view = "In view",
    .file = "Id",
    .needs_scripts = "This view needs scripts.",
    .wrong = "Something went wrong",
    .index = "Collection",
};

constexpr PageWords kChinese{
    .language = "zh-Hans",
    .names = NameLanguage::zh,
    .skip = "跳到结果",
    .ask = "问题",
    .search = "搜索",
    .placeholder = "输入问题，或人名、公司、金额、日期",
    .tools = "工具",
    .saved = "收藏",
    .other_language = "English",
    .other_code = "en",
    .tagline = "找到说这话的那一段，并能引用。",
    .about =
        "按名称、金额和日期检索 {n} 篇中英文文章。每个答案都是一段原文，附来源、日期和在文件中"
        "的位置。",
    .examples = "例如",
    .passages = "段落",
    .timeline = "时间线",
    .figures = "数字",
    .related = "相关",
    .verify = "核对引文",
    .views = "视图",
    .results = "结果",
    .filters = "筛选",
    .drop = "去掉",
    .found = "{n} 篇文章符合",
    .found_one = "1 篇文章符合",
    .found_none = "没有符合的文章",
    .more = "更多段落",
    .open = "打开",
    .understood = "问题的理解",
    .remove = "去掉 {n}",
    .undated = "日期不详",
    .bytes = "字节 {n}",
    .no_article_holds = "没有文章含有：{n}。",
    .did_you_mean = "您是否要找",
    .corrected_to = "按原样没有结果；以下结果属于",
    .relaxed = "没有文章含有完整的短语，已按单词搜索。",
    .loosened = "不含该短语",
    .versions = "其他版本",
    .more_versions = "另有 {n} 个版本",
    .back = "返回结果",
    .passage = "第 {n} 段",
    .in_view = "当前",
    .file = "编号",
    .needs_scripts = "此视图需要脚本。",
    .wrong = "出错了",
    .index = "文集",
};

struct FacetTitle {
    std::string_view facet, english, chinese;
};

constexpr std::array<FacetTitle, 17> kFacetTitles{{
    {"company", "Companies", "公司"},
    {"product", "Products", "产品"},
    {"person", "People", "人物"},
    {"regulator", "Regulators", "监管机构"},
    {"party", "Party bodies", "党的机构"},
    {"state", "State bodies", "国家机构"},
    {"court", "Courts", "法院"},
    {"law", "Laws", "法律"},
    {"policy", "Policies", "政策"},
    {"place", "Places", "地点"},
    {"media", "Media", "媒体"},
    {"organisation", "Organisations", "组织"},
    {"event", "Events", "事件"},
    {"source", "Sources", "来源"},
    {"author", "Authors", "作者"},
    {"year", "Years", "年份"},
    {"lang", "Languages", "语言"},
}};

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

bool is_chinese(const PageWords& words) { return words.names == NameLanguage::zh; }

// "04" without its zero; 0 for what is no number.
unsigned number_in(std::string_view digits) {
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string chinese_date(const std::string& year, unsigned month, unsigned day) {
    std::string out = year + "年";
    if (month > 0) out += std::to_string(month) + "月";
    if (day > 0) out += std::to_string(day) + "日";
    return out;
}

std::string english_date(const std::string& year, unsigned month, unsigned day) {
    std::string out = day > 0 ? std::to_string(day) + " " : "";
    if (month > 0) out.append(kMonths[month - 1]).append(" ");
    return out + year;
}

// Whether a browser's list of languages names Chinese before English.
bool prefers_chinese(std::string_view accepted) {
    const std::size_t chinese = accepted.find("zh");
    return chinese != accepted.npos && chinese < accepted.find("en");
}

}  // namespace

const PageWords& page_words(const PageAddress& address, const HttpRequest& request) {
    const std::string asked = address.value("ui");
    if (asked == "zh") return kChinese;
    if (asked == "en") return kEnglish;
    return prefers_chinese(request.field("Accept-Language")) ? kChinese : kEnglish;
}

std::string filled(std::string_view phrase, std::string_view value) {
    std::string out(phrase);
    const std::size_t place = out.find("{n}");
    if (place != out.npos) out.replace(place, 3, value);
    return out;
}

std::string facet_title(const PageWords& words, const std::string& facet) {
    for (const FacetTitle& row : kFacetTitles) {
        if (row.facet == facet) return std::string(is_chinese(words) ? row.chinese : row.english);
    }
    return facet;
}

std::string filter_in_words(const PageWords& words, const Searcher& index,
                            const std::string& filter) {
    const std::size_t colon = std::min(filter.find(':'), filter.size());
    const std::string_view field = std::string_view(filter).substr(0, colon);
    const std::string value = filter.substr(std::min(colon + 1, filter.size()));
    const bool day = value.find_first_not_of("0123456789-") == value.npos;
    const std::string text = is_entity_type(field)    ? name_in(words.names, index, value, "")
                             : field == "date" && day ? date_in_words(words, value)
                                                      : "";
    return text.empty() ? filter : text;
}

std::string date_in_words(const PageWords& words, const std::string& date) {
    const std::string year = date.substr(0, 4);
    const unsigned month = date.size() >= 7 ? std::min(number_in(date.substr(5, 2)), 12U) : 0;
    const unsigned day = date.size() >= 10 ? number_in(date.substr(8, 2)) : 0;
    if (year.empty()) return "";
    return is_chinese(words) ? chinese_date(year, month, day) : english_date(year, month, day);
}

}  // namespace sinodex
