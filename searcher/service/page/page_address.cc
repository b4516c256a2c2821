// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/page_address.h"

#include <algorithm>
#include <array>

#include "corpus/error.h"
#include "searcher/request/parameter_values.h"

namespace sinodex {
namespace {

// An address of the page may hold these beside its filters; state.js reads the same.
constexpr std::array<std::string_view, 16> kAddressNames{
    "q",     "view", "text", "n", "by",   "sort", "expand", "versions",
    "since", "id",   "p",    "a", "show", "b",    "index",  "ui"};

// Each link of a page holds all of its filters.
constexpr std::size_t kMostFilters = 50;

bool is_plain(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') ||
           std::string_view("-._~:/*").find(c) != std::string::npos;
}

void append_encoded(std::string_view text, std::string& out) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ' ') {
            out += '+';
        } else if (is_plain(c)) {
            out += c;
        } else {
            out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
        }
    }
}

void append_pair(std::string_view name, std::string_view value, std::string& out) {
    out.append(out.empty() ? "?" : "&").append(name).append("=");
    append_encoded(value, out);
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == text.npos) return "";
    return text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

// Filters behind what is typed must stay filters: so quotation marks and brackets that are open are
// closed, and what an OR would reach over is held together.
std::string closed(std::string typed) {
    if (std::count(typed.begin(), typed.end(), '"') % 2 == 1) typed += '"';
    const auto open = std::count(typed.begin(), typed.end(), '(');
    const auto closing = std::count(typed.begin(), typed.end(), ')');
    if (open > closing) typed.append(static_cast<std::size_t>(open - closing), ')');
    if (closing > open) typed.insert(0, static_cast<std::size_t>(closing - open), '(');
    if ((" " + typed + " ").find(" OR ") == std::string::npos) return typed;
    return "(" + typed + ")";
}

}  // namespace

std::string PageAddress::value(std::string_view name, std::string_view otherwise) const {
    for (const auto& [known, value] : values) {
        if (known == name) return value;
    }
    return std::string(otherwise);
}

PageAddress PageAddress::with(std::string_view name, std::string_view value) const {
    PageAddress next = *this;
    const auto is_it = [&](const auto& pair) { return pair.first == name; };
    const auto place = std::find_if(next.values.begin(), next.values.end(), is_it);
    if (place == next.values.end()) {
        if (!value.empty()) next.values.emplace_back(name, value);
    } else if (value.empty()) {
        next.values.erase(place);
    } else {
        place->second = value;
    }
    return next;
}

PageAddress PageAddress::at(std::string_view to) const {
    PageAddress next = *this;
    next.path = to;
    for (const char* name : {"id", "p", "show", "a", "b"}) next = next.with(name, "");
    return next;
}

PageAddress PageAddress::turned(const std::string& filter) const {
    PageAddress next = with("n", "");
    const auto place = std::find(next.filters.begin(), next.filters.end(), filter);
    if (place == next.filters.end()) {
        next.filters.push_back(filter);
    } else {
        next.filters.erase(place);
    }
    return next;
}

bool PageAddress::asks() const { return !filters.empty() || !trimmed(value("q")).empty(); }

std::string PageAddress::query() const {
    const std::string typed = trimmed(value("q"));
    if (filters.empty()) return typed;
    std::string all = typed.empty() ? "" : closed(typed);
    for (const std::string& filter : filters) all.append(all.empty() ? "" : " ").append(filter);
    return all;
}

std::string PageAddress::href() const {
    std::string query;
    for (const auto& [name, value] : values) append_pair(name, value, query);
    for (const std::string& filter : filters) append_pair("f", filter, query);
    return path + query;
}

PageAddress page_address(const HttpRequest& request) {
    PageAddress address;
    address.path = request.path;
    for (auto& [name, value] : pairs_of_query_string(request.query)) {
        if (value.empty()) continue;
        if (name == "f") {
            address.filters.push_back(std::move(value));
        } else if (std::find(kAddressNames.begin(), kAddressNames.end(), name) !=
                   kAddressNames.end()) {
            address = address.with(name, value);
        }
    }
    if (address.filters.size() > kMostFilters) {
        throw Error(ErrorKind::usage,
                    "there are more than " + std::to_string(kMostFilters) + " filters");
    }
    return address;
}

std::pair<std::string, std::string> article_and_passage(const std::string& id) {
    const std::size_t mark = id.rfind('#');
    if (mark == id.npos || id.find_first_not_of("0123456789", mark + 1) != id.npos) return {id, ""};
    return {id.substr(0, mark), id.substr(mark + 1)};
}

}  // namespace sinodex
