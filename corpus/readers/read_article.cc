// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/read_article.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "corpus/readers/author_name.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/encoding_guess.h"
#include "corpus/readers/fields.h"
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

// Returns what the reader of the document is given.
std::string input_of(const RawDocument& document, Input input, Article& article) {
    if (input == Input::bytes) return document.bytes;
    refuse_binary(document);

    const std::string_view bytes = document.bytes;
    Decoded decoded;
    if (input == Input::utf8) {
        decoded = decode_utf8(bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    } else {
        std::string_view declared = document.stated.charset;
        if (declared.empty() && input == Input::markup) declared = declared_charset(bytes);
        decoded = decode(bytes, declared);
        if (full_of_controls(decoded.text)) {
            throw UnreadableDocument(SkipReason::binary, "too many control characters for a text");
        }
    }
    article.encoding = std::move(decoded.encoding);
    article.replaced_bytes = decoded.replaced + clean(decoded.text);
    return std::move(decoded.text);
}

// A file's word on its document stands above what is guessed from the document.
void apply(const Stated& stated, Article& article) {
    const auto set = [](std::string& member, const std::string& value) {
        if (!value.empty()) member = decode_utf8(value).text;
    };
    const std::string title = decode_utf8(stated.title).text;
    if (!title.empty() && title != article.title) {
        article.title = title;
        article.title_range = {};
    }
    set(article.source, stated.source);
    set(article.author, stated.author);
    set(article.date, stated.date);
    set(article.lang, stated.lang);
    if (article.source.empty() && !stated.url.empty()) article.source = host_of(article.url);
}

// A feed or a table often tells no more of an article than its headline, and that must be found.
void take_title_as_text(Article& article) {
    article.text = article.title;
    article.title_range = {0, static_cast<std::uint32_t>(article.text.size())};
    article.debris.clear();
    article.own_passages.clear();
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
    article.url = decode_utf8(document.stated.url).text;
    format.read(article, input_of(document, format.input, article));
    apply(document.stated, article);
    if (is_placeholder(article.author)) article.author.clear();
    if (blank(article.text)) {
        if (article.title.empty()) {
            throw UnreadableDocument(SkipReason::empty, "no text and no title");
        }
        take_title_as_text(article);
    }
    return article;
}

}  // namespace sinodex
