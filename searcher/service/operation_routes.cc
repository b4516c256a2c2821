// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/operation_routes.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

#include "corpus/error.h"
#include "searcher/service/http/etag.h"
#include "searcher/service/openapi.h"

namespace sinodex {
namespace {

HttpResponse plain(const std::string& text) {
    HttpResponse response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

HttpResponse readiness(const Indexes& indexes) {
    std::string text;
    for (const std::string& name : indexes.names()) {
        try {
            const Searcher& index = indexes.find(name);
            text += name + ": " + std::to_string(index.article_count()) + " articles, revision r" +
                    std::to_string(index.revision()) + "\n";
            for (const MissingShard& shard : index.missing_shards()) {
                text += "  " + shard.name + " is missing: " + shard.reason + "\n";
            }
        } catch (const Error& error) {
            return problem(503, name + " cannot be searched: " + error.what(), error.hint());
        }
    }
    return plain(text);
}

HttpResponse description() {
    static const std::string text = openapi_json();
    HttpResponse response;
    response.body = text;
    response.fields.emplace_back("ETag", etag_of(text));
    return response;
}

std::uint64_t resident_bytes() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t size = 0, resident = 0;
    file >> size >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

void write(const char* name, const char* type, std::uint64_t value, std::ostream& out) {
    out << "# TYPE " << name << ' ' << type << '\n' << name << ' ' << value << '\n';
}

void write_server(const ServerFigures& server, std::ostream& out) {
    write("sinodex_connections_open", "gauge", server.open, out);
    write("sinodex_connections_accepted_total", "counter", server.accepted, out);
    write("sinodex_connections_evicted_total", "counter", server.evicted, out);
    write("sinodex_connections_overdue_total", "counter", server.overdue, out);
    write("sinodex_requests_refused_total", "counter", server.refused, out);
    write("sinodex_requests_waiting", "gauge", server.waiting, out);
}

void write_kept(const AnswerCacheFigures& kept, std::ostream& out) {
    write("sinodex_kept_answers_hits_total", "counter", kept.hits, out);
    write("sinodex_kept_answers_misses_total", "counter", kept.misses, out);
    write("sinodex_kept_answers_bytes", "gauge", kept.bytes, out);
}

// A gauge with a value for each index; one that cannot be searched has none.
template <typename ValueOf>
void write_of_indexes(const char* name, const Indexes& indexes, ValueOf value_of,
                      std::ostream& out) {
    out << "# TYPE " << name << " gauge\n";
    for (const std::string& index : indexes.names()) {
        try {
            const auto value = value_of(indexes.find(index));
            out << name << "{index=\"" << index << "\"} " << value << '\n';
        } catch (const Error&) {
            continue;
        }
    }
}

HttpResponse figures_of(const Indexes& indexes, const ServiceMetrics& metrics) {
    std::ostringstream out;
    if (const Server* server = metrics.server) write_server(server->figures(), out);
    if (metrics.kept != nullptr) write_kept(metrics.kept->figures(), out);
    write("process_resident_memory_bytes", "gauge", resident_bytes(), out);
    write_of_indexes(
        "sinodex_index_articles", indexes,
        [](const Searcher& index) { return index.article_count(); }, out);
    write_of_indexes(
        "sinodex_index_revision", indexes, [](const Searcher& index) { return index.revision(); },
        out);
    metrics.requests.write(out);
    HttpResponse response = plain(std::move(out).str());
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

}  // namespace

void add_metrics(Routes& routes, const Indexes& indexes, const ServiceMetrics& metrics) {
    routes.add({.pattern = "/metrics",
                .handler = [&](const HttpRequest&) { return figures_of(indexes, metrics); }});
}

void add_operation_routes(Routes& routes, const Indexes& indexes) {
    routes.add({.pattern = "/healthz",
                .handler = [](const HttpRequest&) { return plain("ok\n"); },
                .quick = true,
                .open = true});
    routes.add({.pattern = "/readyz",
                .handler = [&indexes](const HttpRequest&) { return readiness(indexes); }});
    routes.add(
        {.pattern = "/openapi.json", .handler = [](const HttpRequest&) { return description(); }});
}

}  // namespace sinodex
