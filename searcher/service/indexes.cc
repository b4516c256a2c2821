// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/indexes.h"

#include <algorithm>
#include <filesystem>

#include "corpus/error.h"
#include "corpus/program/help.h"

namespace sinodex {
namespace {

bool is_name(const std::string& text) {
    const auto fits = [](char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') ||
               (one >= '0' && one <= '9') || one == '-' || one == '_';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

struct NamedDatabase {
    std::string name, path;
};

// A path may hold an equals sign itself: what stands before it is a name only if it can be one.
NamedDatabase named(const std::string& given) {
    const std::size_t equal = given.find('=');
    if (equal != std::string::npos && is_name(given.substr(0, equal))) {
        return {given.substr(0, equal), given.substr(equal + 1)};
    }
    std::string path = given;
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return {std::filesystem::path(path).stem().string(), path};
}

}  // namespace

Indexes::Indexes(const std::vector<std::string>& databases, bool require_all) {
    for (const std::string& given : databases) {
        const NamedDatabase database = named(given);
        if (!is_name(database.name) || searchers_.contains(database.name)) {
            throw Error(ErrorKind::usage,
                        "--db " + given + ": '" + database.name +
                            "' is no name for an index, or comes twice",
                        "give --db NAME=DB, with a name of letters, digits, - and _");
        }
        searchers_.emplace(database.name,
                           std::make_unique<Searcher>(std::vector{database.path}, require_all));
        saved_.emplace(database.name,
                       std::make_unique<SavedFile>(SavedFile::path_beside(database.path)));
        names_.push_back(database.name);
    }
}

const Searcher& Indexes::find(const std::string& name) const {
    const auto found = searchers_.find(name.empty() ? names_.front() : name);
    if (found == searchers_.end()) {
        std::string all;
        for (const std::string& one : names_) all.append(all.empty() ? "" : ", ").append(one);
        throw Error(ErrorKind::usage, "there is no index " + name, "there are " + all);
    }
    found->second->refresh();
    return *found->second;
}

const SavedFile& Indexes::saved(const std::string& name) const {
    return *saved_.at(name.empty() ? names_.front() : name);
}

std::string state_of(const Searcher& index, const SavedFile& saved) {
    const std::string work = saved.state();
    std::string state =
        version_text() + "-r" + std::to_string(index.revision()) + "-" + index.revision_time();
    for (const MissingShard& shard : index.missing_shards()) state += "-without-" + shard.name;
    return state + (work.empty() ? "" : "-" + work);
}

}  // namespace sinodex
