// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/options.h"

#include <cstdlib>
#include <filesystem>

#include "corpus/schema/shard_list.h"
#include "searcher/cli/databases.h"
#include "searcher/saved/saved_file.h"

namespace sinodex {

ParameterValues values_of(const Arguments& arguments) {
    ParameterValues values(Wording::options);
    for (const Parameter& parameter : kParameters) {
        const std::string name(parameter.name);
        if (!arguments.has(name)) continue;
        const bool flag = parameter.type == ParameterType::flag;
        values.set(name, flag ? "" : arguments.text(name));
    }
    return values;
}

std::string saved_path(const Arguments& arguments) {
    const char* own = std::getenv("SINODEX_SAVED");
    if (own != nullptr && *own != 0) return own;
    return SavedFile::path_beside(databases_of(arguments).front());
}

std::vector<std::string> file_folders(const Arguments& arguments) {
    if (arguments.has("files")) return arguments.all("files");
    std::vector<std::string> folders{"."};
    for (const IndexPlace& place : places_of(databases_of(arguments))) {
        const std::filesystem::path database = place.path;
        if (database.has_parent_path()) folders.push_back(database.parent_path().string());
    }
    return folders;
}

std::string operands_of(const Arguments& arguments) {
    std::string text;
    for (const std::string& word : arguments.operands()) {
        text.append(text.empty() ? "" : " ").append(word);
    }
    return text;
}

void refuse_beside(const Arguments& arguments, std::string_view option,
                   std::initializer_list<const char*> others) {
    for (const char* other : others) {
        if (!arguments.has(other)) continue;
        throw Error(ErrorKind::usage,
                    "--" + std::string(option) + " and --" + other + " exclude each other");
    }
}

}  // namespace sinodex
