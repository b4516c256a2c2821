// The part of sinodex.h that writes databases.

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "corpus/c/boundary.h"
#include "corpus/c/sinodex.h"
#include "corpus/error.h"
#include "indexer/indexer.h"

namespace sinodex {
namespace {

using Json = nlohmann::ordered_json;

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

void refuse_unknown(const Json& options) {
    constexpr std::array<std::string_view, 9> kNames{
        "database", "paths",        "rebuild",           "prune", "words_only", "entities",
        "threads",  "wait_seconds", "max_document_bytes"};
    for (const auto& [name, value] : options.items()) {
        if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) continue;
        throw Error(ErrorKind::usage, name + ": no such option",
                    "sinodex.h lists the options of sinodex_index()");
    }
}

IndexOptions options_of(const char* text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) throw Error(ErrorKind::usage, "options: not a JSON object");
    refuse_unknown(json);
    IndexOptions options;
    take(json, "database", options.database);
    take(json, "paths", options.paths);
    take(json, "rebuild", options.rebuild);
    take(json, "prune", options.prune);
    take(json, "words_only", options.words_only);
    take(json, "entities", options.entity_files);
    take(json, "dictionary", options.dictionary_file);
    take(json, "threads", options.threads);
    take(json, "wait_seconds", options.wait_seconds);
    take(json, "max_document_bytes", options.max_document_bytes);
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
    return Json{{"read", report.read},
                {"added", report.added},
                {"replaced", report.replaced},
                {"unchanged", report.unchanged},
                {"pruned", report.pruned},
                {"prune_refused", report.prune_refused},
                {"duplicates", report.duplicates},
                {"skipped", report.skipped},
                {"ignored_files", report.ignored_files},
                {"bytes", report.bytes},
                {"articles", report.articles},
                {"revision", report.revision},
                {"wrote", report.wrote},
                {"database_bytes", report.database_bytes},
                {"seconds", report.seconds},
                {"skipped_documents", skipped}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
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
        return copied(Json{{"bytes", check.bytes},
                           {"revision", check.revision},
                           {"revision_time", check.revision_time}}
                          .dump());
    });
}

}  // extern "C"
