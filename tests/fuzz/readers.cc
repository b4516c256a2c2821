// SPDX-License-Identifier: GPL-2.0-or-later

// A document of any kind: the first byte says of which, the rest is its file.

#include <iterator>
#include <sstream>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/read_article.h"
#include "corpus/text/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

constexpr std::size_t kFormatCount = static_cast<std::size_t>(Format::web_archive) + 1;
constexpr std::uint64_t kMaxBytes = 1U << 20U;

void require_sound(const Article& article) {
    require(decode_utf8(article.title).replaced == 0, "a title is UTF-8");
    require(article.text.find('\0') == std::string::npos, "a text has no zeros");
    require(count_code_points(article.text) <= article.text.size(), "a text has code points");
    require(!article.text.empty() || !article.title.empty(), "an article says something");
    require_in_order(article.debris, article.text.size(), "debris lies in the text");
    require_in_order(article.own_passages, article.text.size(), "passages lie in the text");
    require_in_order({article.title_range}, article.text.size(), "a title lies in the text");
}

void read(const RawDocument& document) {
    try {
        require_sound(read_article(document));
    } catch (const UnreadableDocument&) {
        return;  // which is an answer
    }
}

void read_all(const FormatInfo& format, std::string_view bytes) {
    std::istringstream stream{std::string(bytes)};
    StreamSource file(stream);
    GunzipSource plain(file);
    const auto splitter = format.split(plain, kMaxBytes);
    try {
        for (int left = 100; left > 0; --left) {
            RawDocument document;
            document.format = format.format;
            document.id = "fuzz";
            document.origin = "fuzz";
            if (!splitter->next(document)) return;
            read(document);
        }
    } catch (const ReadError&) {
        return;
    }
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    const auto kind = static_cast<Format>(fuzz::take_choice(bytes) % kFormatCount);
    const FormatInfo& format = info(kind);
    if (format.split != nullptr) {
        read_all(format, bytes);
    } else {
        RawDocument document;
        document.format = kind;
        document.id = "fuzz";
        document.origin = "fuzz";
        document.bytes = bytes;
        read(document);
    }
    return 0;
}
