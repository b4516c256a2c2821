// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/response_head.h"

#include <array>

namespace sinodex {
namespace {

void add_field(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ");
    for (const char byte : value) {
        const auto code = static_cast<unsigned char>(byte);
        head.push_back(code < 0x20U || code == 0x7fU ? ' ' : byte);
    }
    head.append("\r\n");
}

}  // namespace

bool is_bodiless(unsigned status) { return status < 200 || status == 204 || status == 304; }

std::string http_date(std::time_t time) {
    constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 64> text{};
    const auto day = static_cast<std::size_t>(parts.tm_wday);
    const auto month = static_cast<std::size_t>(parts.tm_mon);
    const int size = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   kDays.at(day), parts.tm_mday, kMonths.at(month),
                                   parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
    return std::string(text.data(), static_cast<std::size_t>(size));
}

std::string response_head(const HttpResponse& response, bool keep_alive) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reason_phrase(response.status)).append("\r\n");
    add_field(head, "Date", http_date(std::time(nullptr)));
    if (!is_bodiless(response.status)) {
        if (!response.content_type.empty()) {
            add_field(head, "Content-Type", response.content_type);
        }
        add_field(head, "Content-Length", std::to_string(response.bytes().size()));
    }
    for (const auto& [name, value] : response.fields) add_field(head, name, value);
    add_field(head, "Connection", keep_alive ? "keep-alive" : "close");
    head.append("\r\n");
    return head;
}

}  // namespace sinodex
