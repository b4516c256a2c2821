// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/text/sample_texts.h"

#include <unicode/utf8.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace sinodex {
namespace {

const std::vector<std::string> kAlphabet{
    "a",  "b",      "s",        "U",      "S",      "e",   "co", "per",     "cent", "bn",
    "m",  "h",      "1",        "5",      "00",     "000", ".",  ",",       "'",    "’",
    "-",  "\u2011", "%",        "％",     "_",      ":",   " ",  " ",       "\n",   "é",
    "ß",  "中",     "團",       "\u0301", "\u0323", "“",   "”",  "http://", "www.", "ﬁ",
    "Ｕ", "５",     "ก",        "ั",       "한",     "カ",  "ｶ",  "𠀀",      "\t",   "/",
    "$",  "—",      "\xC2\xA0", "\u00AD", "‘",      "③",   "٣",  "я",       "😀",    "U.S."};

std::string repaired(const std::string& bytes) {
    std::string text;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT(data, i, bytes.size(), c);
        text += c < 0 ? "?" : bytes.substr(begin, i - begin);
    }
    return text;
}

}  // namespace

std::vector<std::string> shipped_texts() {
    std::vector<std::string> texts;
    const std::filesystem::path folder = SINODEX_SOURCE_DIR "/corpus/articles";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        texts.push_back(repaired({std::istreambuf_iterator<char>(file), {}}));
    }
    return texts;
}

std::string nasty_string(std::mt19937& random, std::size_t most) {
    std::string text;
    for (std::size_t left = 1 + random() % most; left > 0; --left) {
        text += kAlphabet[random() % kAlphabet.size()];
    }
    return text;
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

}  // namespace sinodex
