#include "searcher/service/operation_routes.h"

namespace sinodex {
namespace {

HttpResponse plain(const std::string& text) {
    HttpResponse response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

}  // namespace

void add_operation_routes(Routes& routes, const Indexes& /*indexes*/) {
    routes.add({.pattern = "/healthz",
                .handler = [](const HttpRequest&) { return plain("ok\n"); },
                .quick = true,
                .open = true});
}

}  // namespace sinodex
