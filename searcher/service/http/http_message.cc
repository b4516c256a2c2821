// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/http_message.h"

#include <algorithm>
#include <array>

#include "corpus/json.h"

namespace sinodex {
namespace {

struct StatusPhrase {
    unsigned status;
    std::string_view phrase;
};

constexpr std::array<StatusPhrase, 17> kPhrases{{
    {200, "OK"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {421, "Misdirected Request"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
}};

std::string_view field_of(const HttpFields& fields, std::string_view name) {
    for (const auto& [one, value] : fields) {
        if (same_name(one, name)) return value;
    }
    return {};
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view HttpRequest::field(std::string_view name) const { return field_of(fields, name); }

std::size_t HttpRequest::count(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(
        fields.begin(), fields.end(), [&](const auto& one) { return same_name(one.first, name); }));
}

std::string_view HttpResponse::field(std::string_view name) const { return field_of(fields, name); }

std::string_view reason_phrase(unsigned status) {
    for (const StatusPhrase& row : kPhrases) {
        if (row.status == status) return row.phrase;
    }
    return "Unknown";
}

HttpResponse nothing_here() { return problem(404, "there is nothing at this address"); }

HttpResponse problem(unsigned status, const std::string& detail, const std::string& hint) {
    Json object{{"type", "about:blank"},
                {"title", reason_phrase(status)},
                {"status", status},
                {"detail", detail}};
    if (!hint.empty()) object["hint"] = hint;
    HttpResponse response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.body = dump(object, 2) + "\n";
    return response;
}

}  // namespace sinodex
