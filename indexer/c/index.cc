// SPDX-License-Identifier: GPL-2.0-or-later

// The part of sinodex.h that writes databases.

#include <set>
#include <string_view>

#include "corpus/c/boundary.h"
#include "corpus/c/sinodex.h"
#include "corpus/error.h"
#include "corpus/json.h"
#include "indexer/indexer.h"

namespace sinodex {
namespace {

// Takes the value of one option, if it is given; throws Error (usage) for one of another kind.
template <typename Value>
void take(const Json& options, const char* name, Value& value) {
    const auto found = options.find(name);
    if (found == options.end() || found->is_null()) return;
    try {
        found->get_to(value);
    } catch (const Json::exception&) {
        throw Error(ErrorKind::usage, std::string(name) + ": not a value of this option's kind",
                    "sinodex.h lists the options of sinodex_index()");
    }
}

// Calls `each` with the name of every option and the place of its value.
template <typename Each>
void for_each_option(IndexOptions& options, Each each) {
    each("database", options.database);
    each("paths", options.paths);
    each("rebuild", options.rebuild);
    each("prune", options.prune);
    each("prune_empty", options.prune_empty);
    each("words_only", options.words_only);
    each("entities", options.entity_files);
    each("dictionary", options.dictionary_file);
    each("shard", options.shard);
    each("threads", options.threads);
    each("wait_seconds", options.wait_seconds);
    each("max_document_bytes", options.max_document_bytes);
}

void refuse_unknown(const Json& options) {
    std::set<std::string_view> known;
    IndexOptions any;
    for_each_option(any, [&](const char* name, auto&) { known.insert(name); });
    for (const auto& [name, value] : options.items()) {
        if (known.contains(name)) continue;
        throw Error(ErrorKind::usage, name + ": no such option",
                    "sinodex.h lists the options of sinodex_index()");
    }
}

IndexOptions options_of(const char* text) {
    const Json json = parsed_json(text);
    if (!json.is_object()) throw Error(ErrorKind::usage, "options: not a JSON object");
    refuse_unknown(json);
    IndexOptions options;
    for_each_option(options, [&](const char* name, auto& value) { take(json, name, value); });
    if (options.database.empty()) throw Error(ErrorKind::usage, "database: not given");
    if (options.paths.empty()) throw Error(ErrorKind::usage, "paths: not given");
    return options;
}

std::function<void(const IndexProgress&)> told(sinodex_progress progress, void* user) {
    if (progress == nullptr) return {};
    return [=](const IndexProgress& now) {
        const sinodex_index_progress plain{sizeof(plain), now.documents, now.bytes_read,
                                           now.bytes_total, now.merging ? 1 : 0};
        if (progress(&plain, user) == 0) return;
        throw Error(ErrorKind::interrupted, "cancelled; the database is as it was");
    };
}

std::string text_of(const IndexReport& report) {
    Json skipped = Json::array();
    for (const SkippedDocument& one : report.skipped_documents) {
        skipped.push_back({{"origin", one.origin}, {"reason", one.reason}});
    }
    return dump(Json{{"read", report.read},
                     {"added", report.added},
                     {"replaced", report.replaced},
                     {"unchanged", report.unchanged},
                     {"pruned", report.pruned},
                     {"of_other_shards", report.of_other_shards},
                     {"prune_refused", report.prune_refused},
                     {"duplicates", report.duplicates},
                     {"skipped", report.skipped},
                     {"ignored_files", report.ignored_files.count()},
                     {"ignored_links", report.ignored_links.count()},
                     {"ignored_parts", report.ignored_parts.count()},
                     {"bytes", report.bytes},
                     {"articles", report.articles},
                     {"revision", report.revision},
                     {"wrote", report.wrote},
                     {"database_bytes", report.database_bytes},
                     {"seconds", report.seconds},
                     {"skipped_documents", skipped}},
                -1);
}

}  // namespace
}  // namespace sinodex

using namespace sinodex;

extern "C" {

char* sinodex_index(const char* options, sinodex_progress progress, void* user,
                    sinodex_error** error) {
    return guarded(error, [&] {
        require(options, "options");
        IndexOptions decoded = options_of(options);
        decoded.progress = told(progress, user);
        return copied(text_of(index_documents(decoded)));
    });
}

char* sinodex_check(const char* database, sinodex_error** error) {
    return guarded(error, [&] {
        require(database, "database");
        const IndexCheck check = check_index(database);
        return copied(dump(Json{{"bytes", check.bytes},
                                {"revision", check.revision},
                                {"revision_time", check.revision_time}},
                           -1));
    });
}

}  // extern "C"
