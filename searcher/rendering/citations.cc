// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/citations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "corpus/text/utf8.h"
#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/terminal.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

// The numbers of YYYY, YYYY-MM or YYYY-MM-DD; none of anything else.
std::vector<unsigned> date_parts(std::string_view date) {
    std::vector<unsigned> parts;
    while (!date.empty() && parts.size() < 3) {
        const std::string_view digits = date.substr(0, date.find('-'));
        unsigned number = 0;
        const char* end = digits.data() + digits.size();
        const auto parsed = std::from_chars(digits.data(), end, number);
        if (parsed.ec != std::errc() || parsed.ptr != end) return {};
        parts.push_back(number);
        date.remove_prefix(std::min(date.size(), digits.size() + 1));
    }
    if (parts.size() > 1 && (parts[1] < 1 || parts[1] > kMonths.size())) return {};
    return parts;
}

std::string english_date(const std::string& date) {
    const std::vector<unsigned> parts = date_parts(date);
    if (parts.size() < 2) return date;
    const std::string month(kMonths[parts[1] - 1]);
    const std::string year = std::to_string(parts[0]);
    if (parts.size() == 2) return month + " " + year;
    return month + " " + std::to_string(parts[2]) + ", " + year;
}

std::string chinese_date(const std::string& date) {
    constexpr std::array<std::string_view, 3> kUnits{"年", "月", "日"};
    const std::vector<unsigned> parts = date_parts(date);
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text.append(std::to_string(parts[i])).append(kUnits[i]);
    }
    return parts.empty() ? date : text;
}

std::string place_of(const SearchHit& hit) {
    return hit.article.id + "#" + std::to_string(hit.passage) + ", bytes " +
           std::to_string(hit.begin) + "-" + std::to_string(hit.end);
}

// Joins those of the parts that are known, with `separator` between them.
std::string listed(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) text.append(text.empty() ? "" : separator).append(part);
    }
    return text;
}

std::string english_line(const SearchHit& hit) {
    const ArticleInfo& article = hit.article;
    const bool ends = article.title.ends_with('?') || article.title.ends_with('!');
    // The comma behind a title stands within its quotation marks.
    std::string title;
    if (!article.title.empty()) title = "“" + article.title + (ends ? "”" : ",”");
    std::string line = listed({article.author, title}, ", ");
    const std::string rest =
        listed({article.source, english_date(article.date), article.url}, ", ");
    line.append(line.empty() || rest.empty() ? "" : title.empty() ? ", " : " ").append(rest);
    return listed({line, "(" + place_of(hit) + ")"}, " ");
}

std::string chinese_line(const SearchHit& hit) {
    const ArticleInfo& article = hit.article;
    const std::string title = article.title.empty() ? "" : "《" + article.title + "》";
    const std::string line =
        listed({title, article.source, chinese_date(article.date), article.url}, "，");
    return listed({article.author, line}, "：") + "（" + article.id + "#" +
           std::to_string(hit.passage) + "，" + std::to_string(hit.begin) + "-" +
           std::to_string(hit.end) + "字节）";
}

// Returns what a text is in BibTeX: characters that mean something to TeX are spelt out.
std::string tex(const std::string& text) {
    std::string out;
    for (const char c : harmless(valid_utf8(text))) {
        if (std::string_view("&%$#_").find(c) != std::string_view::npos) {
            out.append("\\").push_back(c);
        } else if (c == '{' || c == '}') {  // BibTeX counts escaped ones as well
            out.append(c == '{' ? "\\textbraceleft{}" : "\\textbraceright{}");
        } else if (c == '~') {
            out.append("\\textasciitilde{}");
        } else if (c == '^') {
            out.append("\\textasciicircum{}");
        } else if (c == '\\') {
            out.append("\\textbackslash{}");
        } else {
            out.push_back(c);
        }
    }
    return out;
}

// A URL is taken literally, but braces and backslashes would end the field or begin a command.
std::string tex_url(const std::string& url) {
    std::string out;
    for (const char c : harmless(valid_utf8(url))) {
        if (c == '{' || c == '}' || c == '\\' || c == ' ') {
            out.append(c == '{' ? "%7B" : c == '}' ? "%7D" : c == '\\' ? "%5C" : "%20");
        } else {
            out.push_back(c);
        }
    }
    return out;
}

bool fits_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._/:+").find(c) != std::string_view::npos;
}

// FNV-1a: the same in every version, for a key must not change.
std::uint32_t number_of(const std::string& id) {
    std::uint32_t hash = 2166136261U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash % 1'000'000U;
}

std::string bibtex_key(const std::string& id) {
    std::string key;
    for (const char c : id) key.push_back(fits_key(c) ? c : '-');
    return key == id ? key : key + "-" + std::to_string(number_of(id));
}

void put_field(std::string_view name, const std::string& value, std::ostream& out) {
    if (!value.empty()) out << "  " << name << " = {" << value << "},\n";
}

// The braces within keep capitals, and a name in one piece.
std::string kept(const std::string& text) { return text.empty() ? "" : "{" + tex(text) + "}"; }

void render_entry(const CitedArticle& cited, std::ostream& out) {
    const ArticleInfo& article = cited.article;
    const std::vector<unsigned> date = date_parts(article.date);
    out << (article.source.empty() ? "@misc{" : "@article{") << bibtex_key(article.id) << ",\n";
    put_field("author", kept(article.author), out);
    put_field("title", kept(article.title.empty() ? article.id : article.title), out);
    put_field("journal", tex(article.source), out);
    put_field("year", date.empty() ? "" : std::to_string(date[0]), out);
    if (date.size() > 1) put_field("month", std::to_string(date[1]), out);
    put_field("date", date.empty() ? "" : article.date, out);
    put_field("url", tex_url(article.url), out);
    put_field("note", tex(listed(cited.passages, "; ")), out);
    out << "}\n\n";
}

std::string_view csl_type(const ArticleInfo& article) {
    if (!article.source.empty()) return "article-newspaper";
    return article.url.empty() ? "document" : "webpage";
}

Json csl_item(const CitedArticle& cited) {
    const ArticleInfo& article = cited.article;
    Json item{{"id", article.id}, {"type", csl_type(article)}};
    put_if_known(item, "title", article.title);
    put_if_known(item, "container-title", article.source);
    if (!article.author.empty()) item["author"] = Json::array({{{"literal", article.author}}});
    const std::vector<unsigned> date = date_parts(article.date);
    if (!date.empty()) item["issued"] = {{"date-parts", Json::array({date})}};
    put_if_known(item, "URL", article.url);
    put_if_known(item, "language", article.lang);
    put_if_known(item, "note", listed(cited.passages, "; "));
    return item;
}

}  // namespace

std::vector<CitedArticle> cited_articles(const SearchResult& result) {
    std::vector<CitedArticle> articles;
    for (const SearchHit& hit : result.hits) {
        const auto same = [&](const CitedArticle& one) { return one.article.id == hit.article.id; };
        auto cited = std::find_if(articles.begin(), articles.end(), same);
        if (cited == articles.end()) cited = articles.insert(cited, {hit.article, {}});
        if (!hit.text.empty()) cited->passages.push_back(place_of(hit));
    }
    return articles;
}

std::string citation_line(const SearchHit& hit) {
    const bool chinese = hit.article.lang.starts_with("zh");
    return harmless(valid_utf8(chinese ? chinese_line(hit) : english_line(hit)));
}

void render_bibtex(const std::vector<CitedArticle>& articles, std::ostream& out) {
    for (const CitedArticle& cited : articles) render_entry(cited, out);
}

void render_csl_json(const std::vector<CitedArticle>& articles, std::ostream& out) {
    Json list = Json::array();
    for (const CitedArticle& cited : articles) list.push_back(csl_item(cited));
    out << dump(list, 2) << '\n';
}

}  // namespace sinodex
