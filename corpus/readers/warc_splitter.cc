// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "corpus/readers/header_fields.h"
#include "corpus/readers/line_reader.h"
#include "corpus/readers/recorded_response.h"
#include "corpus/readers/splitter.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::uint64_t kLongestField = 64 << 10;  // bytes

struct MediaFormat {
    std::string_view type;
    Format format;
};

// A crawler's documents are read as these.
constexpr std::array<MediaFormat, 4> kMediaFormats = {{
    {"text/html", Format::html},
    {"application/xhtml+xml", Format::html},
    {"text/plain", Format::text},
    {"application/pdf", Format::pdf},
}};

const MediaFormat* format_of_type(std::string_view type) {
    const auto* const found =
        std::find_if(kMediaFormats.begin(), kMediaFormats.end(),
                     [&](const MediaFormat& known) { return known.type == type; });
    return found == kMediaFormats.end() ? nullptr : found;
}

// URLs stand in angle brackets in some archives.
std::string_view without_brackets(std::string_view url) {
    return url.starts_with('<') && url.ends_with('>') ? url.substr(1, url.size() - 2) : url;
}

std::optional<std::uint64_t> number_in(std::string_view digits) {
    std::uint64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

class WarcSplitter : public Splitter {
 public:
    WarcSplitter(ByteSource& source, std::uint64_t max_bytes)
        : reader_(source, kLongestField), max_bytes_(max_bytes) {}

    bool next(RawDocument& document) override;

 private:
    bool next_head();
    void read_head();
    bool report_stray(RawDocument& document);
    bool take_record(RawDocument& document);
    bool take_response(RawDocument& document);
    bool take_content(RawDocument& document, std::string_view content_type);
    static bool refuse(RawDocument& document, const std::string& why);
    bool leave(const RawDocument& document, const std::string& kind);
    std::string_view field(std::string_view name) const { return field_of(head_, name); }

    LineReader reader_;
    std::uint64_t max_bytes_;
    HeaderFields head_;
    bool head_read_ = false;    // but not yet its record
    std::uint64_t number_ = 0;  // of the record, from 1
    std::uint64_t stray_ = 0;   // lines outside of all records
};

bool WarcSplitter::next(RawDocument& document) {
    const RawDocument file = document;
    while (head_read_ || next_head()) {
        if (report_stray(document)) return true;
        head_read_ = false;
        if (take_record(document)) return true;
        document = file;
    }
    return report_stray(document);
}

// Goes to the next record and reads its head. False at the end.
bool WarcSplitter::next_head() {
    std::string line;
    while (reader_.next(line)) {
        if (line.starts_with("WARC/")) {
            read_head();
            return true;
        }
        if (!blank(line) || reader_.too_long()) ++stray_;
    }
    return false;
}

void WarcSplitter::read_head() {
    head_.clear();
    head_read_ = true;
    ++number_;
    std::string line;
    std::string last;
    while (reader_.next(line) && !line.empty()) add_field(head_, last, line);
}

bool WarcSplitter::report_stray(RawDocument& document) {
    if (stray_ == 0) return false;
    const std::string where =
        number_ == 0 ? "no record of a web archive is in it"
                     : "lines that belong to no record, near record " + std::to_string(number_);
    mark_skipped(document, SkipReason::malformed, where);
    stray_ = 0;
    return true;
}

// Whether the record whose head was read is a document, be it one that cannot be read.
bool WarcSplitter::take_record(RawDocument& document) {
    const std::string_view url = without_brackets(field("warc-target-uri"));
    document.origin += ':' + std::to_string(number_);
    document.id = url.empty() ? document.origin : std::string(url);
    document.stated.url = url;
    document.format = Format::html;
    const auto size = number_in(field("content-length"));
    if (!size) return refuse(document, "the record does not say how long it is");
    const std::string type = ascii_lower(field("warc-type"));
    if (type != "response" && type != "conversion" && type != "resource") {
        reader_.skip(*size);
        return leave(document, type.empty() ? "record" : type);
    }
    if (*size > max_bytes_) {
        reader_.skip(*size);
        mark_too_large(document, *size, max_bytes_);
        return true;
    }
    document.bytes = reader_.block(*size);
    if (document.bytes.size() < *size) return refuse(document, "the file ends within the record");
    const std::string_view content = field("content-type");
    const bool http = media_type(content) == "application/http";
    return http ? take_response(document) : take_content(document, content);
}

bool WarcSplitter::take_response(RawDocument& document) {
    constexpr int kFine = 200;
    RecordedResponse response = read_recorded_response(document.bytes, max_bytes_);
    if (response.status == 0) return refuse(document, "no response of HTTP is in the record");
    if (response.status != kFine) {
        return leave(document, "status " + std::to_string(response.status));
    }
    document.bytes = std::move(response.body);
    if (!take_content(document, field_of(response.fields, "content-type"))) return false;
    if (response.too_large) {
        mark_too_large(document, document.bytes.size(), max_bytes_);
    } else if (!response.problem.empty()) {
        mark_skipped(document, SkipReason::unreadable, response.problem);
    }
    return true;
}

bool WarcSplitter::take_content(RawDocument& document, std::string_view content_type) {
    std::string type = media_type(content_type);
    if (type.empty()) type = trimmed(document.bytes).starts_with('<') ? "text/html" : "no type";
    const MediaFormat* known = format_of_type(type);
    if (known == nullptr) return leave(document, type);
    document.format = known->format;
    document.stated.charset = charset_of(content_type);
    return true;
}

bool WarcSplitter::refuse(RawDocument& document, const std::string& why) {
    mark_skipped(document, SkipReason::malformed, why);
    return true;
}

bool WarcSplitter::leave(const RawDocument& document, const std::string& kind) {
    pass_over(kind, document.origin + ' ' + document.stated.url);
    return false;
}

}  // namespace

std::unique_ptr<Splitter> split_warc(ByteSource& source, std::uint64_t max_bytes) {
    return std::make_unique<WarcSplitter>(source, max_bytes);
}

}  // namespace sinodex
