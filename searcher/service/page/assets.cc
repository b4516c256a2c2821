// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/assets.h"

#include <array>
#include <memory>
#include <stdexcept>

#include "searcher/service/http/compression.h"
#include "searcher/service/http/etag.h"

namespace sinodex {
namespace {

struct MediaType {
    std::string_view ending, type;
};

constexpr std::array<MediaType, 8> kTypes{{
    {".css", "text/css; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
}};

std::string_view type_of(std::string_view name) {
    for (const MediaType& row : kTypes) {
        if (name.ends_with(row.ending)) return row.type;
    }
    throw std::logic_error(std::string(name) + ": its ending has no media type");
}

// An asset as it is served; made once.
struct ReadyAsset {
    std::string_view bytes;
    std::string packed;  // empty: it is no smaller
    std::string type, etag;
};

std::shared_ptr<const ReadyAsset> ready(const PageAsset& asset) {
    auto made = std::make_shared<ReadyAsset>();
    made->bytes = asset.bytes;
    made->type = type_of(asset.name);
    made->etag = etag_of(asset.bytes);
    std::string packed = gzipped(asset.bytes, 9);
    if (packed.size() < asset.bytes.size()) made->packed = std::move(packed);
    return made;
}

HttpResponse serve(const ReadyAsset& asset, const HttpRequest& request) {
    HttpResponse response;
    response.content_type = asset.type;
    response.fixed_body = asset.bytes;
    response.fields.emplace_back("ETag", asset.etag);
    if (asset.packed.empty()) return response;
    response.fields.emplace_back("Vary", "Accept-Encoding");
    if (!reads_gzip(request)) return response;
    response.fixed_body = asset.packed;
    response.fields.emplace_back("Content-Encoding", "gzip");
    return response;
}

}  // namespace

void add_assets(Routes& routes) {
    for (const PageAsset& asset : page_assets()) {
        routes.add({.pattern = "/assets/" + std::string(asset.name),
                    .handler = [made = ready(asset)](
                                   const HttpRequest& request) { return serve(*made, request); },
                    .quick = true});
    }
}

}  // namespace sinodex
