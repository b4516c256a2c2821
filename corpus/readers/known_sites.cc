// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/known_sites.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 120> kKnownSites = {
    "scmp",
    "bbc",
    "bbc news",
    "bbc中文",
    "cnn",
    "cnn business",
    "reuters",
    "路透",
    "路透社",
    "ap news",
    "afp",
    "bloomberg",
    "bloomberg.com",
    "wsj",
    "the wall street journal",
    "华尔街日报",
    "nyt",
    "the new york times",
    "纽约时报中文网",
    "ft",
    "financial times",
    "ft中文网",
    "the economist",
    "the guardian",
    "the washington post",
    "the atlantic",
    "the verge",
    "techcrunch",
    "wired",
    "ars technica",
    "engadget",
    "zdnet",
    "cnet",
    "gizmodo",
    "mashable",
    "venturebeat",
    "the register",
    "cnbc",
    "forbes",
    "fortune",
    "business insider",
    "axios",
    "politico",
    "vox",
    "quartz",
    "slate",
    "time",
    "npr",
    "nbc news",
    "abc news",
    "cbs news",
    "fox news",
    "al jazeera",
    "dw",
    "france 24",
    "rfi",
    "voa",
    "voa news",
    "rfa",
    "nikkei asia",
    "caixin",
    "caixin global",
    "sixth tone",
    "technode",
    "pandaily",
    "krasia",
    "supchina",
    "the china project",
    "china daily",
    "global times",
    "cgtn",
    "xinhua",
    "people's daily online",
    "the straits times",
    "channel newsasia",
    "cna",
    "taipei times",
    "focus taiwan",
    "rest of world",
    "lawfare",
    "foreign policy",
    "foreign affairs",
    "the diplomat",
    "medium",
    "substack",
    "linkedin",
    "youtube",
    "yahoo finance",
    "yahoo news",
    "msn",
    "36氪",
    "36kr",
    "虎嗅",
    "虎嗅网",
    "钛媒体",
    "界面新闻",
    "界面",
    "澎湃新闻",
    "澎湃",
    "财新网",
    "财新",
    "第一财经",
    "知乎",
    "简书",
    "it之家",
    "cnbeta",
    "雪球",
    "搜狐",
    "腾讯新闻",
    "腾讯网",
    "新浪",
    "品玩",
    "极客公园",
    "雷锋网",
    "爱范儿",
    "观察者网",
    "联合早报",
    "端传媒",
    "經濟日報",
    "鉅亨網",
};
constexpr std::array<std::string_view, 24> kSections = {
    "财经", "科技", "股票", "时政",   "国际", "国内", "社会", "娱乐",
    "体育", "军事", "汽车", "房产",   "资讯", "新闻", "频道", "滚动",
    "评论", "公司", "产业", "互联网", "要闻", "头条", "宏观", "专栏"};

}  // namespace

bool is_known_site(std::string_view text) {
    const std::string lower = ascii_lower(text);
    return std::find(kKnownSites.begin(), kKnownSites.end(), lower) != kKnownSites.end();
}

bool is_chinese_section(std::string_view text) {
    constexpr std::size_t kLongestSection = 18;  // bytes: six characters
    return text.size() <= kLongestSection &&
           std::any_of(kSections.begin(), kSections.end(),
                       [&](std::string_view section) { return text.ends_with(section); });
}

}  // namespace sinodex
