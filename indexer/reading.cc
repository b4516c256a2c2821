// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading.h"

#include "corpus/error.h"

namespace sinodex {
namespace {

// Each section of an article repeats its id, so that it may not be of any length.
constexpr std::size_t kMaxIdBytes = 4096;

}  // namespace

std::optional<Knowledge> knowledge_of(const IndexOptions& options) {
    if (options.words_only) return std::nullopt;
    Knowledge knowledge = Knowledge::built_in();
    for (const std::string& path : options.entity_files) {
        knowledge = knowledge.extended_by_file(path);
    }
    return knowledge;
}

Shard shard_of(const IndexOptions& options) {
    if (options.shard.empty()) return {};
    if (const auto shard = parse_shard(options.shard)) return *shard;
    throw Error(
        ErrorKind::usage, "shard " + options.shard + ": is none",
        "write K/N, the Kth of N shards, as in 3/8; N is up to " + std::to_string(kMostShards));
}

Article read_to_index(const RawDocument& document) {
    Article article = read_article(document);
    if (article.id.size() > kMaxIdBytes) {
        throw UnreadableDocument(SkipReason::malformed,
                                 "its id is longer than " + std::to_string(kMaxIdBytes) + " bytes");
    }
    return article;
}

SkippedDocument skipped(const RawDocument& document, const UnreadableDocument& why) {
    const std::string detail = why.what();
    const std::string reason = name(why.reason());
    return {document.origin, detail.empty() || detail == reason ? reason : reason + ": " + detail};
}

}  // namespace sinodex
