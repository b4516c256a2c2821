// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/databases.h"

#include <algorithm>
#include <iostream>

namespace sinodex {

std::vector<std::string> databases_of(const Arguments& arguments) {
    std::vector<std::string> databases = arguments.all("db");
    const bool named =
        !databases.empty() && std::find(databases.begin(), databases.end(), "") == databases.end();
    return named ? databases : std::vector{database_path(arguments)};
}

Searcher open_databases(const Arguments& arguments) {
    return Searcher(databases_of(arguments), arguments.has("require-all"));
}

AnsweredAmount answered(std::uint64_t amount, const Searcher& searcher) {
    return {amount, searcher.missing_shards().empty()};
}

ExitStatus tell_missing(const Searcher& searcher, ExitStatus status) {
    const std::vector<MissingShard> missing = searcher.missing_shards();
    for (const MissingShard& shard : missing) {
        std::cerr << "warning: " << shard.name << " is missing: " << shard.reason << '\n';
    }
    return missing.empty() ? status : ExitStatus::database;
}

}  // namespace sinodex
