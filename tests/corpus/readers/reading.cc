// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/readers/reading.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iterator>

#include "corpus/readers/whitespace.h"
#include "tests/corpus/readers/temporary_folder.h"

namespace sinodex::testing {
namespace {

bool on_code_point(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void expect_sound(const std::string& text, const std::vector<ByteRange>& ranges) {
    std::uint32_t end = 0;
    for (const ByteRange range : ranges) {
        EXPECT_LE(end, range.begin);
        EXPECT_LE(range.begin, range.end);
        end = range.end;
        ASSERT_LE(end, text.size());
        EXPECT_TRUE(on_code_point(text, range.begin) && on_code_point(text, range.end));
    }
}

RawDocument document(Format format, const std::string& bytes) {
    return {format, "the-id", "the-origin", bytes, std::nullopt, ""};
}

}  // namespace

Article read(Format format, const std::string& bytes) {
    Article article = read_article(document(format, bytes));
    expect_sound(article.text, article.debris);
    expect_sound(article.text, article.own_passages);
    expect_sound(article.text, {article.title_range});
    EXPECT_EQ(article.text.find('\0'), std::string::npos);
    EXPECT_EQ(article.text.find('\r'), std::string::npos);
    EXPECT_EQ(article.title, one_line(article.title));
    EXPECT_FALSE(article.encoding.empty());
    return article;
}

std::vector<std::string> FileContent::ids() const {
    std::vector<std::string> all;
    for (const Article& article : articles) all.push_back(article.id);
    return all;
}

FileContent read_file_named(const std::string& name, const std::string& bytes,
                            StreamOptions options) {
    const TemporaryFolder folder;
    FileContent content;
    DocumentStream stream({folder.write(name, bytes)}, options);
    for (RawDocument found; stream.next(found);) {
        try {
            content.articles.push_back(read_article(found));
        } catch (const UnreadableDocument& error) {
            content.skipped.push_back(found.origin.substr(folder.path().size() + 1) + ": " +
                                      sinodex::name(error.reason()) + ": " + error.what());
        }
    }
    content.parts = stream.ignored_parts();
    return content;
}

std::optional<SkipReason> refusal(Format format, const std::string& bytes) {
    try {
        read_article(document(format, bytes));
    } catch (const UnreadableDocument& error) {
        return error.reason();
    }
    return std::nullopt;
}

std::string refusal_detail(Format format, const std::string& bytes) {
    try {
        read_article(document(format, bytes));
    } catch (const UnreadableDocument& error) {
        return error.what();
    }
    return "";
}

std::vector<std::string> debris_of(const Article& article) {
    std::vector<std::string> debris;
    for (const ByteRange range : article.debris) debris.emplace_back(slice(article.text, range));
    return debris;
}

std::string titled_part(const Article& article) {
    return std::string(slice(article.text, article.title_range));
}

std::string encoded(std::string_view text, const char* encoding) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &error);
    const auto source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::string bytes(4 * text.size() + 4, '\0');
    const int32_t size =
        ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                        source.getBuffer(), source.length(), &error);
    ucnv_close(converter);
    EXPECT_TRUE(U_SUCCESS(error)) << encoding;
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::string fixture(const std::string& name) {
    const std::string path = std::string(SINODEX_SOURCE_DIR) + "/tests/fixtures/readers/" + name;
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace sinodex::testing
