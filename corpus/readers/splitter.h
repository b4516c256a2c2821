// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/passed_over.h"
#include "corpus/readers/raw_document.h"

namespace sinodex {

// UTF-8's byte order mark, which some programs write first.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Takes the documents out of a file that holds several, one after another, in bounded memory.
class Splitter {
 public:
    Splitter() = default;
    virtual ~Splitter() = default;
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    // Completes `document`, which comes with the id and origin of its file and without bytes. False
    // at the end. Throws ReadError; what came before the damage has been delivered.
    virtual bool next(RawDocument& document) = 0;

    // Returns what was no document so far.
    const PassedOver& passed_over() const { return passed_over_; }

 protected:
    void pass_over(const std::string& kind, const std::string& name) {
        passed_over_.add(kind, name);
    }

 private:
    PassedOver passed_over_;
};

// The lines of `source` that are not blank, each a Format::json_line. Longer ones than `max_bytes`
// are delivered as skipped. `source` must outlive the splitter.
std::unique_ptr<Splitter> split_lines(ByteSource& source, std::uint64_t max_bytes);

// A file of JSON: one Format::json, or of a list of objects, alone or wrapped as services do
// ({"data": [...]}, JSON Feed, {"hits": {"hits": [...]}}), each of them a Format::json_line under
// the file's name and its number. A file larger than `max_bytes` is delivered as skipped.
std::unique_ptr<Splitter> split_json(ByteSource& source, std::uint64_t max_bytes);

// The documents of a web archive (WARC 1.0 and 1.1; WET): responses with status 200, conversions
// and resources that are web pages or plain text, under the URLs that they were fetched from. Other
// records are passed over. `max_bytes` is of a record, and of a body that is unpacked.
std::unique_ptr<Splitter> split_warc(ByteSource& source, std::uint64_t max_bytes);

// The messages of a mailbox, each a Format::mail under its Message-ID. Longer ones than `max_bytes`
// are delivered as skipped.
std::unique_ptr<Splitter> split_mailbox(ByteSource& source, std::uint64_t max_bytes);

// The entries of a feed, RSS or Atom, each a page of HTML with what the feed states of it, under
// its guid or id. Other XML is passed over.
std::unique_ptr<Splitter> split_feed(ByteSource& source, std::uint64_t max_bytes);

// The rows of a table of comma-, semicolon-, tab- or bar-separated values, by the names of its
// columns in the first row: each a Format::json_line with a member for each cell that is not empty.
// Cells may be quoted and have several lines. A table without a column of text is passed over.
std::unique_ptr<Splitter> split_table(ByteSource& source, std::uint64_t max_bytes);

}  // namespace sinodex
