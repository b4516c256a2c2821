// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/recorded_response.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "corpus/readers/unpacking.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

// The status of a line such as "HTTP/1.1 200 OK"; 0 for others.
int status_of(std::string_view line) {
    if (!line.starts_with("HTTP/")) return 0;
    const std::string_view rest = trimmed(line.substr(std::min(line.find(' '), line.size())));
    int status = 0;
    std::from_chars(rest.data(), rest.data() + rest.size(), status);
    return status;
}

// Reads the head, and returns where the body begins.
std::size_t read_head(std::string_view message, RecordedResponse& response) {
    Line line = line_at(message, 0);
    response.status = status_of(line.in(message));
    std::string last;
    while (line.next < message.size()) {
        line = line_at(message, line.next);
        std::string_view content = line.in(message);
        if (content.ends_with('\r')) content.remove_suffix(1);
        if (content.empty()) return line.next;
        add_field(response.fields, last, content);
    }
    return message.size();
}

// The size that a chunk's first line gives.
std::optional<std::size_t> chunk_size(std::string_view line) {
    constexpr int kHex = 16;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, kHex);
    const std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()));
    const bool sound = error == std::errc() && (blank(rest) || trimmed(rest).starts_with(';'));
    return sound ? std::optional(size) : std::nullopt;
}

// The chunks of `body` together, as many as are there; nothing when it is not chunked.
std::optional<std::string> joined_chunks(std::string_view body) {
    std::string joined;
    for (std::size_t at = 0; at < body.size();) {
        const Line line = line_at(body, at);
        const auto size = chunk_size(line.in(body));
        if (!size) return at == 0 ? std::nullopt : std::optional(joined);
        if (*size == 0) break;
        joined += body.substr(line.next, *size);
        at = line.next + std::min(*size, body.size() - line.next);
        at = line_at(body, at).next;
    }
    return joined;
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

void unpack(RecordedResponse& response, std::uint64_t max_bytes) {
    const std::string coding = ascii_lower(trimmed(field_of(response.fields, "content-encoding")));
    const bool gzip = coding == "gzip" || coding == "x-gzip";
    if (coding.empty() || coding == "identity" || (gzip && !is_gzip(response.body))) return;
    if (!gzip && coding != "deflate" && coding != "br") {
        response.problem = "content encoding " + coding + " is not known";
        return;
    }
    Unpacked unpacked =
        coding == "br" ? unbrotlied(response.body, max_bytes) : inflated(response.body, max_bytes);
    response.too_large = unpacked.too_large;
    // A body that is no Brotli or deflate from its first byte on has been unpacked by the crawler.
    if (unpacked.damaged && unpacked.bytes.empty() && !gzip) return;
    if (unpacked.damaged && unpacked.bytes.empty()) response.problem = "its gzip data are damaged";
    response.body = std::move(unpacked.bytes);
}

}  // namespace

RecordedResponse read_recorded_response(const std::string& message, std::uint64_t max_bytes) {
    RecordedResponse response;
    const std::size_t begin = read_head(message, response);
    if (response.status == 0) return response;
    response.body = message.substr(begin);
    const std::string transfer = ascii_lower(field_of(response.fields, "transfer-encoding"));
    if (transfer.find("chunked") != std::string::npos) {
        if (auto joined = joined_chunks(response.body)) response.body = *std::move(joined);
    }
    unpack(response, max_bytes);
    return response;
}

}  // namespace sinodex
