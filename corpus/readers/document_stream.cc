#include "corpus/readers/document_stream.h"

#include <algorithm>
#include <utility>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/file_walk.h"
#include "corpus/readers/line_reader.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

void mark_skipped(RawDocument& document, SkipReason reason, std::string detail) {
    document.bytes.clear();
    document.skip = reason;
    document.detail = std::move(detail);
}

void mark_too_large(RawDocument& document, std::uint64_t size, std::uint64_t limit) {
    mark_skipped(document, SkipReason::too_large,
                 std::to_string(size) + " bytes; the limit is " + std::to_string(limit));
}

// The whole of `source`, or a little more than `limit` bytes of it.
std::string read_all(ByteSource& source, std::uint64_t expected, std::uint64_t limit) {
    constexpr std::uint64_t kStep = 64 << 10;
    std::string bytes;
    std::size_t filled = 0;
    for (std::size_t count = 1; count > 0 && filled <= limit; filled += count) {
        // One byte more than expected, so that the end shows without another step.
        const std::uint64_t wanted = std::max<std::uint64_t>(expected + 1, filled + kStep);
        if (filled == bytes.size()) bytes.resize(static_cast<std::size_t>(wanted));
        count = source.read(bytes.data() + filled, bytes.size() - filled);
    }
    bytes.resize(filled);
    return bytes;
}

bool is_utf16(std::string_view line) {
    return line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF");
}

}  // namespace

class DocumentStream::Impl {
 public:
    Impl(const std::vector<std::string>& paths, StreamOptions options)
        : options_(options),
          standard_input_(std::find(paths.begin(), paths.end(), "-") != paths.end()),
          walk_(paths) {}

    bool next(RawDocument& document);

    std::uint64_t bytes_total() const { return standard_input_ ? 0 : walk_.bytes_found(); }
    std::uint64_t bytes_read() const {
        const bool reading = lines_ && lines_->file;
        return bytes_done_ + (reading ? lines_->file->bytes_read() : 0);
    }
    std::size_t ignored_files() const { return walk_.ignored_files(); }

 private:
    // An open JSON-lines file.
    struct Lines {
        Lines(const FoundFile& found, const StreamOptions& options);

        std::string path;
        std::uint64_t size;
        std::unique_ptr<FileSource> file;  // null when a stream is read instead
        std::unique_ptr<ByteSource> stream;
        GunzipSource plain;
        LineReader reader;
    };

    void start(const FoundFile& found, RawDocument& document);
    void read_file(const FoundFile& found, RawDocument& document);
    bool next_line(RawDocument& document);
    void check_line(RawDocument& document);
    void close_lines();

    StreamOptions options_;
    bool standard_input_;
    FileWalk walk_;
    std::unique_ptr<Lines> lines_;
    std::uint64_t bytes_done_ = 0;
};

DocumentStream::Impl::Lines::Lines(const FoundFile& found, const StreamOptions& options)
    : path(found.path),
      size(found.size),
      file(found.path == "-" && options.standard_input != nullptr
               ? nullptr
               : std::make_unique<FileSource>(found.path)),
      stream(file ? nullptr : std::make_unique<StreamSource>(*options.standard_input)),
      plain(file ? static_cast<ByteSource&>(*file) : *stream),
      reader(plain, options.max_document_bytes) {}

bool DocumentStream::Impl::next(RawDocument& document) {
    for (;;) {
        if (lines_) {
            if (next_line(document)) return true;
            continue;
        }
        FoundFile found;
        if (!walk_.next(found)) return false;
        document = RawDocument{found.kind.format, found.id, found.path, "", std::nullopt, ""};
        try {
            start(found, document);
        } catch (const ReadError& error) {
            mark_skipped(document, SkipReason::unreadable, error.what());
        }
        if (!lines_) {
            bytes_done_ += found.size;
            return true;
        }
    }
}

void DocumentStream::Impl::start(const FoundFile& found, RawDocument& document) {
    if (!found.problem.empty()) throw ReadError(found.problem);
    if (found.kind.lines) {
        lines_ = std::make_unique<Lines>(found, options_);
    } else {
        read_file(found, document);
    }
}

void DocumentStream::Impl::read_file(const FoundFile& found, RawDocument& document) {
    const std::uint64_t limit = options_.max_document_bytes;
    if (found.size > limit) return mark_too_large(document, found.size, limit);
    FileSource source(found.path);
    document.bytes = read_all(source, found.size, limit);
    if (document.bytes.size() > limit) mark_too_large(document, document.bytes.size(), limit);
}

// The next line that is not blank, or how the file ends early. False, and closed, at the end.
bool DocumentStream::Impl::next_line(RawDocument& document) {
    LineReader& reader = lines_->reader;
    document = RawDocument{Format::json, lines_->path, lines_->path, "", std::nullopt, ""};
    try {
        while (reader.next(document.bytes)) {
            if (reader.number() == 1 && document.bytes.starts_with("\xEF\xBB\xBF")) {
                document.bytes.erase(0, 3);
            }
            if (blank(document.bytes) && !reader.too_long()) continue;
            document.origin += ':' + std::to_string(reader.number());
            document.id = document.origin;
            check_line(document);
            return true;
        }
        close_lines();
        return false;
    } catch (const ReadError& error) {
        const std::string lines = std::to_string(reader.number());
        mark_skipped(document, SkipReason::unreadable,
                     std::string(error.what()) + "; lines read before: " + lines);
        close_lines();
        return true;
    }
}

void DocumentStream::Impl::check_line(RawDocument& document) {
    const LineReader& reader = lines_->reader;
    if (reader.too_long()) {
        mark_too_large(document, reader.length(), options_.max_document_bytes);
    } else if (reader.number() == 1 && is_utf16(document.bytes)) {
        mark_skipped(document, SkipReason::malformed,
                     "JSON lines must be UTF-8; this is UTF-16, so the file is left out");
        close_lines();
    }
}

void DocumentStream::Impl::close_lines() {
    bytes_done_ += std::max(lines_->size, lines_->file ? lines_->file->bytes_read() : 0);
    lines_.reset();
}

DocumentStream::DocumentStream(const std::vector<std::string>& paths, StreamOptions options)
    : impl_(std::make_unique<Impl>(paths, options)) {}
DocumentStream::~DocumentStream() = default;
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;

bool DocumentStream::next(RawDocument& document) { return impl_->next(document); }
std::uint64_t DocumentStream::bytes_total() const { return impl_->bytes_total(); }
std::uint64_t DocumentStream::bytes_read() const { return impl_->bytes_read(); }
std::size_t DocumentStream::ignored_files() const { return impl_->ignored_files(); }

}  // namespace sinodex
