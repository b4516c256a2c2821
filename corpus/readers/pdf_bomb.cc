// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/pdf_bomb.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "corpus/readers/read_article.h"
#include "corpus/readers/unpacking.h"

namespace sinodex {
namespace {

constexpr std::uint64_t kMost = std::uint64_t{256} << 20;
constexpr std::uint64_t kMostOfOne = std::uint64_t{32} << 20;
constexpr std::string_view kStream = "stream";
constexpr std::size_t kLongestDictionary = 2048;

[[noreturn]] void refuse() {
    throw UnreadableDocument(SkipReason::too_large, "it unpacks to more than a document needs");
}

// The dictionary that stands before a stream: back to where its object begins.
std::string_view dictionary_before(std::string_view file, std::size_t at) {
    const std::size_t begin = at > kLongestDictionary ? at - kLongestDictionary : 0;
    const std::string_view before = file.substr(begin, at - begin);
    const std::size_t object = before.rfind(" obj");
    return object == std::string_view::npos ? before : before.substr(object);
}

// How often "Decode" of a packing stands in a dictionary.
std::size_t packings_in(std::string_view dictionary) {
    std::size_t count = 0;
    for (const std::string_view name : {"/FlateDecode", "/LZWDecode", "/Fl ", "/Fl]"}) {
        for (std::size_t at = dictionary.find(name); at != std::string_view::npos;
             at = dictionary.find(name, at + 1)) {
            ++count;
        }
    }
    return count;
}

}  // namespace

void refuse_pdf_bomb(const std::string& file) {
    const std::string_view bytes = file;
    std::uint64_t left = kMost;
    for (std::size_t at = bytes.find(kStream); at != std::string_view::npos;
         at = bytes.find(kStream, at + kStream.size())) {
        if (at >= 3 && bytes.substr(at - 3, 3) == "end") continue;
        const std::string_view dictionary = dictionary_before(bytes, at);
        const std::size_t packings = packings_in(dictionary);
        if (packings == 0 || dictionary.find("/Image") != std::string_view::npos) continue;
        if (packings > 1) refuse();
        std::size_t begin = at + kStream.size();
        while (begin < bytes.size() && (bytes[begin] == '\r' || bytes[begin] == '\n')) ++begin;
        const std::size_t end = std::min(bytes.find("endstream", begin), bytes.size());
        const std::uint64_t most = std::min(left, kMostOfOne);
        const std::uint64_t size = inflated_size(bytes.substr(begin, end - begin), most);
        if (size > most) refuse();
        left -= size;
        at = end;
    }
}

}  // namespace sinodex
