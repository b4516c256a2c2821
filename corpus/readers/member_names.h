// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sinodex {

// Under which names objects of JSON, and columns of tables, bring a field of an article; the first
// that is there and not null is taken. They are those of BEIR, of Common Crawl's extracts and
// FineWeb, and of what trafilatura, newspaper and news-please write.
namespace member_names {

inline constexpr std::array<std::string_view, 2> kId = {"id", "_id"};
inline constexpr std::array<std::string_view, 4> kTitle = {"title", "headline", "标题", "標題"};
inline constexpr std::array<std::string_view, 14> kText = {
    "text", "content", "maintext", "body",        "raw_content",  "正文",         "article_text",
    "内容", "內容",    "article",  "articleBody", "article_body", "content_text", "content_html"};
inline constexpr std::array<std::string_view, 1> kPassages = {"passages"};
inline constexpr std::array<std::string_view, 6> kUrl = {"url",           "link", "source_url",
                                                         "canonical_url", "链接", "連結"};
inline constexpr std::array<std::string_view, 11> kSource = {
    "source",        "site",        "publisher", "sitename", "hostname", "source-hostname",
    "source_domain", "publication", "domain",    "来源",     "來源"};
inline constexpr std::array<std::string_view, 4> kAuthor = {"author", "authors", "byline", "作者"};
inline constexpr std::array<std::string_view, 18> kDate = {
    "date",         "published",    "date_published", "datePublished",
    "publish_date", "date_publish", "published_at",   "publishedAt",
    "timestamp",    "日期",         "发布时间",       "时间",
    "時間",         "pub_date",     "pubdate",        "pubDate",
    "publishDate",  "time"};
inline constexpr std::array<std::string_view, 2> kLang = {"lang", "language"};

// Whether a column of this name holds the text of articles.
inline bool is_text(std::string_view name) {
    return std::find(kText.begin(), kText.end(), name) != kText.end();
}

}  // namespace member_names
}  // namespace sinodex
