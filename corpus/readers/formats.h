// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "corpus/readers/raw_document.h"
#include "corpus/readers/splitter.h"

namespace sinodex {

// Says what of a document its reader is given.
enum class Input {
    text,    // decoded from whatever encoding it is in: valid UTF-8 with LF and without NUL
    markup,  // the same, and the encoding that it declares itself is evidence, too
    utf8,    // the same, but it must be UTF-8
    bytes,   // the bytes as they are
};

// All that is known of a kind of document: how it is recognised, and what makes an article of it.
struct FormatInfo {
    Format format;
    // The endings of file names, in lower case, with blanks between. Each may have .gz behind it.
    std::string_view endings;
    Input input;
    // Fills `article`, which has its id and encoding, and the URL that its file states. Throws
    // UnreadableDocument(malformed).
    void (*read)(Article& article, std::string input);
    // Whether an article may bring an id of its own, so that the name of its file does not tell it.
    bool own_id;
    // Takes a file apart that holds several documents; null: a file is one document.
    std::unique_ptr<Splitter> (*split)(ByteSource& source, std::uint64_t max_bytes);
};

const FormatInfo& info(Format format);

// The format that a file's name tells, capitals or not; null for other kinds of file.
const FormatInfo* format_of(std::string_view file_name);

void read_text(Article& article, std::string text);
void read_markdown(Article& article, std::string text);
void read_html(Article& article, std::string page);
void read_json(Article& article, std::string object);
void read_pdf(Article& article, std::string file);
void read_word(Article& article, std::string package);
void read_open_document(Article& article, std::string package);
void read_epub(Article& article, std::string package);
void read_mail(Article& article, std::string message);

}  // namespace sinodex
