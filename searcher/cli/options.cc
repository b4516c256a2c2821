// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/options.h"

#include <cstdlib>
#include <filesystem>

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
    return SavedFile::path_beside(database_path(arguments));
}

std::vector<std::string> file_folders(const Arguments& arguments) {
    if (arguments.has("files")) return arguments.all("files");
    const std::filesystem::path database = database_path(arguments);
    return {".", database.has_parent_path() ? database.parent_path().string() : "."};
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
