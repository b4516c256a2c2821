// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sinodex {

// Says what kind of bytes a document is made of; formats.cc has the table of them. `json` is an
// object that is a file, `json_line` one of several in a file; `mailbox`, `feed`, `table` and
// `web_archive` are files of documents of other kinds.
enum class Format {
    text,
    markdown,
    html,
    json,
    json_line,
    pdf,
    word,  // Office Open XML
    open_document,
    epub,
    mail,
    mailbox,
    feed,
    table,
    web_archive,
};

// Why a document is left out. It never stops a run.
enum class SkipReason {
    empty,       // no text and no title
    binary,      // not text: a PDF, an image, many control bytes
    unreadable,  // the operating system or the decompressor refused
    too_large,   // over StreamOptions::max_document_bytes
    malformed,   // not of the format that it claims to be
};

const char* name(SkipReason reason);

// Holds what the file that holds a document says of it, as the members of Article of these names;
// empty where it says nothing.
struct Stated {
    std::string charset;  // of the document's bytes
    std::string title;
    std::string url;
    std::string source;
    std::string author;
    std::string date;
    std::string lang;
};

// A document as found, its bytes not yet looked at. A plain value.
struct RawDocument {
    Format format = Format::text;
    // For a file: its path relative to the folder given, with '/', or its name when the file itself
    // was given; bytes of the name that are not UTF-8 stand as %XX. For a line of JSON it is
    // `origin`, to be used where the line has no id of its own.
    std::string id;
    // "path", or "path:line" with lines from 1: for messages.
    std::string origin;
    std::string bytes;  // empty when skip is set
    std::optional<SkipReason> skip;
    std::string detail;  // with skip: what a user should know
    Stated stated = {};
};

// Makes of `document` one that is left out.
void mark_skipped(RawDocument& document, SkipReason reason, std::string detail);
void mark_too_large(RawDocument& document, std::uint64_t size, std::uint64_t limit);

}  // namespace sinodex
