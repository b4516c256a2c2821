// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/cedict.h"

#include "corpus/error.h"
#include "corpus/readers/line_reader.h"
#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

constexpr std::uint64_t kMaxLineBytes = 1U << 16U;

// Takes what stands before `end`, and `end` itself, off the line; false where it does not come.
bool take_until(std::string_view& line, std::string_view end, std::string_view& part) {
    const std::size_t at = line.find(end);
    if (at == line.npos) return false;
    part = line.substr(0, at);
    line.remove_prefix(at + end.size());
    return true;
}

}  // namespace

bool parse_cedict_line(std::string_view line, CedictEntry& entry) {
    std::string_view traditional;
    std::string_view simplified;
    std::string_view pinyin;
    if (line.starts_with('#') || !take_until(line, " ", traditional) ||
        !take_until(line, " [", simplified) || !take_until(line, "] /", pinyin)) {
        return false;
    }
    if (traditional.empty() || simplified.empty()) return false;
    entry = {std::string(traditional), std::string(simplified), std::string(pinyin), {}};
    for (std::string_view gloss; take_until(line, "/", gloss);) {
        if (!gloss.empty()) entry.glosses.emplace_back(gloss);
    }
    return !entry.glosses.empty();
}

std::vector<CedictEntry> read_cedict(const std::string& path) {
    std::vector<CedictEntry> entries;
    try {
        FileSource file(path);
        GunzipSource plain(file);
        LineReader lines(plain, kMaxLineBytes);
        CedictEntry entry;
        for (std::string line; lines.next(line);) {
            if (parse_cedict_line(valid_utf8(line), entry)) entries.push_back(std::move(entry));
        }
    } catch (const ReadError& error) {
        throw Error(ErrorKind::input, path + ": " + error.what());
    }
    if (entries.empty()) {
        throw Error(ErrorKind::input, path + ": holds no entry of a dictionary",
                    "give a file in the format of CC-CEDICT, .u8 or .u8.gz");
    }
    return entries;
}

}  // namespace sinodex
