// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/fields.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/readers/dates.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxKey = 20;
constexpr std::size_t kMaxName = 100;
constexpr std::size_t kMaxScheme = 10;
constexpr std::string_view kFullWidthColon = "：";

struct Key {
    std::string_view key;
    std::string Article::*member;
};

constexpr std::array<Key, 25> kKeys = {{
    {"title", &Article::title},      {"标题", &Article::title},       {"標題", &Article::title},
    {"url", &Article::url},          {"link", &Article::url},         {"canonical", &Article::url},
    {"链接", &Article::url},         {"連結", &Article::url},         {"date", &Article::date},
    {"published", &Article::date},   {"publishdate", &Article::date}, {"日期", &Article::date},
    {"时间", &Article::date},        {"時間", &Article::date},        {"source", &Article::source},
    {"publisher", &Article::source}, {"site", &Article::source},      {"来源", &Article::source},
    {"來源", &Article::source},      {"author", &Article::author},    {"by", &Article::author},
    {"作者", &Article::author},      {"lang", &Article::lang},        {"language", &Article::lang},
    {"语言", &Article::lang},
}};

// The value as the article keeps it; empty when it cannot be one.
std::string usable(std::string Article::*member, std::string_view value) {
    if (member == &Article::title) return one_line(value);
    if (member == &Article::date) return normalised_date(value);
    if (member == &Article::url && host_of(value).empty()) return "";
    return member == &Article::url || value.size() <= kMaxName ? one_line(value) : "";
}

}  // namespace

LabelledLine split_field(std::string_view line, char separator) {
    std::size_t at = line.find(separator);
    std::size_t width = 1;
    if (separator == ':') {
        const std::size_t wide = line.substr(0, at).find(kFullWidthColon);
        if (wide != std::string_view::npos) {
            at = wide;
            width = kFullWidthColon.size();
        }
    }
    if (at > kMaxKey) return {};
    return {trimmed(line.substr(0, at)), trimmed(line.substr(at + width))};
}

bool set_field(Article& article, const LabelledLine& field) {
    const std::string name = ascii_lower(field.key);
    const auto known =
        std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& key) { return key.key == name; });
    if (known == kKeys.end()) return false;
    const std::string value = usable(known->member, field.value);
    if (value.empty()) return false;
    std::string& kept = article.*known->member;
    if (kept.empty()) kept = value;
    return true;
}

std::string_view host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme > kMaxScheme) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#: "));
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url;
}

}  // namespace sinodex
