// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/readers/document_stream.h"
#include "corpus/readers/read_article.h"

namespace sinodex::testing {

// Reads a document, and checks what holds for every article: ranges that are sorted, disjoint and
// on code points, text without NUL and CR, a title that is what its range says.
Article read(Format format, const std::string& bytes);

// Holds what a file of several documents brings.
struct FileContent {
    std::vector<Article> articles;
    std::vector<std::string> skipped;  // "ORIGIN: REASON: DETAIL", origins without the folder
    PassedOver parts;

    std::vector<std::string> ids() const;
};
FileContent read_file_named(const std::string& name, const std::string& bytes,
                            StreamOptions options = {});

// Why a document cannot be read; nothing when it can.
std::optional<SkipReason> refusal(Format format, const std::string& bytes);
std::string refusal_detail(Format format, const std::string& bytes);

std::vector<std::string> debris_of(const Article& article);
std::string titled_part(const Article& article);

// `text`, which is UTF-8, in another encoding, by ICU's name.
std::string encoded(std::string_view text, const char* encoding);

// A file of tests/fixtures/readers.
std::string fixture(const std::string& name);

}  // namespace sinodex::testing
