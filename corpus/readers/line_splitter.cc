// SPDX-License-Identifier: GPL-2.0-or-later
#include <string_view>

#include "corpus/readers/line_reader.h"
#include "corpus/readers/splitter.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

bool is_utf16(std::string_view line) {
    return line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF");
}

class LineSplitter : public Splitter {
 public:
    LineSplitter(ByteSource& source, std::uint64_t max_bytes)
        : reader_(source, max_bytes), max_bytes_(max_bytes) {}

    bool next(RawDocument& document) override;

 private:
    bool next_line(std::string& line);
    void check(RawDocument& document);

    LineReader reader_;
    std::uint64_t max_bytes_;
    bool ended_ = false;
};

bool LineSplitter::next(RawDocument& document) {
    while (!ended_ && next_line(document.bytes)) {
        if (reader_.number() == 1 && document.bytes.starts_with(kByteOrderMark)) {
            document.bytes.erase(0, kByteOrderMark.size());
        }
        if (blank(document.bytes) && !reader_.too_long()) continue;
        document.origin += ':' + std::to_string(reader_.number());
        document.id = document.origin;
        check(document);
        return true;
    }
    return false;
}

bool LineSplitter::next_line(std::string& line) {
    try {
        return reader_.next(line);
    } catch (const ReadError& error) {
        throw ReadError(std::string(error.what()) +
                        "; lines read before: " + std::to_string(reader_.number()));
    }
}

void LineSplitter::check(RawDocument& document) {
    if (reader_.too_long()) {
        mark_too_large(document, reader_.length(), max_bytes_);
    } else if (reader_.number() == 1 && is_utf16(document.bytes)) {
        mark_skipped(document, SkipReason::malformed,
                     "JSON lines must be UTF-8; this is UTF-16, so the file is left out");
        ended_ = true;
    }
}

}  // namespace

std::unique_ptr<Splitter> split_lines(ByteSource& source, std::uint64_t max_bytes) {
    return std::make_unique<LineSplitter>(source, max_bytes);
}

}  // namespace sinodex
