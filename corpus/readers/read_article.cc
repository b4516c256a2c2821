#include "corpus/readers/read_article.h"

#include <cstddef>
#include <string>
#include <utility>

#include "corpus/readers/decoding.h"
#include "corpus/readers/encoding_guess.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

// Decoding can make three bytes of one, and offsets have 32 bits.
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

void refuse_binary(const RawDocument& document) {
    const std::string_view kind = binary_kind(document.bytes);
    if (!kind.empty()) {
        throw UnreadableDocument(SkipReason::binary, std::string(kind) + ", not text");
    }
}

// What the reader of the document is given.
std::string input_of(const RawDocument& document, Input input, Article& article) {
    if (input == Input::bytes) return document.bytes;
    refuse_binary(document);

    const std::string_view bytes = document.bytes;
    Decoded decoded;
    if (input == Input::utf8) {
        decoded = decode_utf8(bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    } else {
        const bool markup = input == Input::markup;
        decoded = decode(bytes, markup ? declared_charset(bytes) : std::string_view{});
        if (full_of_controls(decoded.text)) {
            throw UnreadableDocument(SkipReason::binary, "too many control characters for a text");
        }
    }
    article.encoding = std::move(decoded.encoding);
    article.replaced_bytes = decoded.replaced + clean(decoded.text);
    return std::move(decoded.text);
}

}  // namespace

Article read_article(const RawDocument& document) {
    if (document.skip) throw UnreadableDocument(*document.skip, document.detail);
    if (document.bytes.size() > kMaxBytes) {
        throw UnreadableDocument(SkipReason::too_large, "over 1 GiB");
    }
    const FormatInfo& format = info(document.format);
    Article article;
    article.id = decode_utf8(document.id).text;
    format.read(article, input_of(document, format.input, article));
    if (blank(article.text) && article.title.empty()) {
        throw UnreadableDocument(SkipReason::empty, "no text and no title");
    }
    return article;
}

}  // namespace sinodex
