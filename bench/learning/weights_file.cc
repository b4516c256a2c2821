// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/weights_file.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "corpus/error.h"

namespace sinodex {
namespace {

std::string formatted(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

std::string read_whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw Error(ErrorKind::input, path + ": cannot be read");
    return text.str();
}

}  // namespace

std::string with_weights(std::string table, const Weights& weights) {
    for (const WeightInfo& info : kWeightTable) {
        const std::string row = "\nWEIGHT(" + std::string(info.name) + ", ";
        const std::size_t found = table.find(row);
        const std::size_t begin = found + row.size();
        const std::size_t end = table.find(',', begin);
        if (found == std::string::npos || end == std::string::npos) {
            throw Error(ErrorKind::input,
                        "the table of weights has no row for " + std::string(info.name),
                        "it must be searcher/ranking/weights.inc of the same version");
        }
        table.replace(begin, end - begin, formatted(weights.*info.member));
    }
    return table;
}

void write_weights(const std::string& path, const Weights& weights) {
    const std::string table = with_weights(read_whole(path), weights);
    const std::string beside = path + ".new";
    std::ofstream out(beside, std::ios::binary);
    out << table;
    out.close();
    std::error_code failed;
    if (out) std::filesystem::rename(beside, path, failed);
    if (!out || failed) throw Error(ErrorKind::output, path + ": cannot be written");
}

}  // namespace sinodex
