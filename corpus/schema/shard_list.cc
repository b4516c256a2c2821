// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/shard_list.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>

#include "corpus/error.h"
#include "corpus/remote/connection.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSpace = " \t\r";
constexpr std::string_view kNameBytes =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";

[[noreturn]] void malformed(const std::string& file, std::size_t line, const std::string& what) {
    throw Error(ErrorKind::database, file + ":" + std::to_string(line) + ": " + what,
                "a list of indexes has a line for each: a name, a space, and its folder or "
                "host:port");
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

IndexPlace place_in(const std::string& file, std::size_t number, std::string_view line) {
    const std::size_t end = line.find_first_of(kSpace);
    if (end == std::string_view::npos) malformed(file, number, "has no name and folder");
    const std::string_view name = line.substr(0, end);
    if (name.find_first_not_of(kNameBytes) != std::string_view::npos) {
        malformed(file, number, "'" + std::string(name) + "' is no name");
    }
    const std::string_view path = trimmed(line.substr(end));
    if (is_server_place(path)) return {std::string(name), std::string(path)};
    return {std::string(name), (fs::path(file).parent_path() / path).lexically_normal().string()};
}

std::vector<IndexPlace> places_in(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<IndexPlace> places;
    std::set<std::string> names;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const std::string_view text = trimmed(line);
        if (text.empty() || text.starts_with('#')) continue;
        places.push_back(place_in(file, number, text));
        if (!names.insert(places.back().name).second) {
            malformed(file, number, "the name " + places.back().name + " comes twice");
        }
    }
    if (places.empty()) malformed(file, number, "lists no index");
    return places;
}

}  // namespace

std::vector<IndexPlace> places_of(const std::string& path) {
    std::error_code unknown;
    if (fs::is_regular_file(path, unknown)) return places_in(path);
    return {{path, path}};
}

bool is_served(const IndexPlace& place) {
    std::error_code unknown;
    return is_server_place(place.path) && !fs::exists(place.path, unknown);
}

std::vector<IndexPlace> places_of(const std::vector<std::string>& paths) {
    std::vector<IndexPlace> all;
    for (const std::string& path : paths) {
        for (IndexPlace& place : places_of(path)) all.push_back(std::move(place));
    }
    return all;
}

}  // namespace sinodex
