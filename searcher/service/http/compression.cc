// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/compression.h"

#define ZLIB_CONST  // it only reads what it is given to compress
#include <zlib.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace sinodex {
namespace {

// Below this many bytes, what gzip saves is not worth its time.
constexpr std::size_t kWorthCompressing = 1000;

}  // namespace

std::string gzipped(std::string_view bytes, int level) {
    constexpr int kGzip = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::bad_alloc();
    }
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int end = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (end != Z_STREAM_END) throw std::logic_error("gzip did not end");
    return packed;
}

bool reads_gzip(const HttpRequest& request) {
    std::string_view list = request.field("accept-encoding");
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view one = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        const std::string_view name = one.substr(0, one.find_first_of("; "));
        if (!same_name(name, "gzip") && name != "*") continue;
        const std::size_t weight = one.find("q=");
        return weight == std::string_view::npos ||
               one.substr(weight + 2).find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

void compress(const HttpRequest& request, HttpResponse& response) {
    const bool fit = response.fixed_body.empty() && response.body.size() >= kWorthCompressing &&
                     response.field("Vary").empty();
    if (!fit) return;
    response.fields.emplace_back("Vary", "Accept-Encoding");
    if (!reads_gzip(request)) return;
    response.body = gzipped(response.body, 3);
    response.fields.emplace_back("Content-Encoding", "gzip");
}

}  // namespace sinodex
