// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "corpus/readers/header_fields.h"
#include "corpus/readers/line_reader.h"
#include "corpus/readers/splitter.h"

namespace sinodex {
namespace {

constexpr std::string_view kFrom = "From ";

// A line of a message that begins with "From " is kept as ">From ".
std::string_view unquoted(std::string_view line) {
    const std::size_t at = line.find_first_not_of('>');
    const bool quoted =
        at != 0 && at != std::string_view::npos && line.substr(at).starts_with(kFrom);
    return quoted ? line.substr(1) : line;
}

// The library for mail would hold a message of any length in memory; lines do not.
class MailboxSplitter : public Splitter {
 public:
    MailboxSplitter(ByteSource& source, std::uint64_t max_bytes)
        : reader_(source, max_bytes), max_bytes_(max_bytes) {}

    bool next(RawDocument& document) override;

 private:
    bool begin();
    bool report_foreign(RawDocument& document);
    void read_message(RawDocument& document);

    LineReader reader_;
    std::uint64_t max_bytes_;
    std::string line_;
    bool begun_ = false;  // the line that begins the next message has been read
    bool found_ = false;  // a message, or the report that there is none
};

bool MailboxSplitter::next(RawDocument& document) {
    if (!begun_ && !begin()) return report_foreign(document);
    begun_ = false;
    found_ = true;
    document.format = Format::mail;
    document.origin += ':' + std::to_string(reader_.number());
    document.id = document.origin;
    read_message(document);
    return true;
}

// Goes to the first message. False where there is none.
bool MailboxSplitter::begin() {
    while (reader_.next(line_)) {
        if (line_.starts_with(kFrom)) return true;
    }
    return false;
}

// Whether the file has lines, but no message.
bool MailboxSplitter::report_foreign(RawDocument& document) {
    if (found_ || reader_.number() == 0) return false;
    found_ = true;
    mark_skipped(document, SkipReason::malformed, "no line begins a message with \"From \"");
    return true;
}

void MailboxSplitter::read_message(RawDocument& document) {
    HeaderFields fields;
    std::string last;
    bool head = true;
    bool blank_before = false;
    std::uint64_t size = 0;
    while (reader_.next(line_)) {
        begun_ = blank_before && line_.starts_with(kFrom);
        if (begun_) break;
        if (head) add_field(fields, last, line_);
        head = head && !line_.empty();
        blank_before = line_.empty() && !reader_.too_long();
        size += reader_.length() + 1;
        if (size > max_bytes_) continue;
        document.bytes += unquoted(line_);
        document.bytes += '\n';
    }
    const std::string_view id = field_of(fields, "message-id");
    if (id.starts_with('<') && id.ends_with('>')) document.id = id.substr(1, id.size() - 2);
    if (size > max_bytes_) mark_too_large(document, size, max_bytes_);
}

}  // namespace

std::unique_ptr<Splitter> split_mailbox(ByteSource& source, std::uint64_t max_bytes) {
    return std::make_unique<MailboxSplitter>(source, max_bytes);
}

}  // namespace sinodex
