// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/index_collection.h"

#include <filesystem>

#include "corpus/error.h"
#include "indexer/indexer.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

std::string kept_database(const std::string& folder, const std::string& name) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) throw Error(ErrorKind::output, folder + ": " + failed.message());
    return folder + "/" + name;
}

}  // namespace

std::string index_collection(const Collection& collection, const std::string& kept,
                             const std::string& fresh, const std::string& dictionary) {
    IndexOptions indexing;
    indexing.database = kept.empty() ? fresh : kept_database(kept, collection.name);
    indexing.paths = {collection.documents_path};
    indexing.dictionary_file = dictionary;
    indexing.prune = true;
    index_documents(indexing);
    return indexing.database;
}

}  // namespace sinodex
