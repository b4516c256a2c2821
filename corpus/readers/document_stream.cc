// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/document_stream.h"

#include <algorithm>
#include <utility>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/file_walk.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/splitter.h"

namespace sinodex {
namespace {

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

}  // namespace

class DocumentStream::Impl {
 public:
    Impl(const std::vector<std::string>& paths, StreamOptions options)
        : options_(options),
          standard_input_(std::find(paths.begin(), paths.end(), "-") != paths.end()),
          paths_(paths),
          delivered_(paths.size(), false),
          walk_(paths) {}

    bool next(RawDocument& document);

    std::uint64_t bytes_total() const { return standard_input_ ? 0 : walk_.bytes_found(); }
    std::uint64_t bytes_read() const {
        const bool reading = container_ && container_->file;
        return bytes_done_ + (reading ? container_->file->bytes_read() : 0);
    }
    const PassedOver& ignored_files() const { return walk_.files(); }
    const PassedOver& ignored_links() const { return walk_.links(); }
    const PassedOver& ignored_parts() const { return ignored_parts_; }
    std::vector<std::string> empty_paths() const;

 private:
    // An open file that holds several documents.
    struct Container {
        Container(FoundFile found, const StreamOptions& options);

        FoundFile found;
        std::unique_ptr<FileSource> file;  // null when a stream is read instead
        std::unique_ptr<ByteSource> stream;
        GunzipSource plain;
        std::unique_ptr<Splitter> splitter;
    };

    bool next_of_any(RawDocument& document);
    void start(const FoundFile& found, RawDocument& document);
    void read_file(const FoundFile& found, RawDocument& document);
    bool next_inside(RawDocument& document);
    void close_container();

    StreamOptions options_;
    bool standard_input_;
    std::vector<std::string> paths_;
    std::vector<bool> delivered_;  // of each path, whether it held a document
    std::size_t given_ = 0;        // number of the path that is being read
    FileWalk walk_;
    std::unique_ptr<Container> container_;
    PassedOver ignored_parts_;
    std::uint64_t bytes_done_ = 0;
};

DocumentStream::Impl::Container::Container(FoundFile file_found, const StreamOptions& options)
    : found(std::move(file_found)),
      file(found.path == "-" && options.standard_input != nullptr
               ? nullptr
               : std::make_unique<FileSource>(found.path)),
      stream(file ? nullptr : std::make_unique<StreamSource>(*options.standard_input)),
      plain(file ? static_cast<ByteSource&>(*file) : *stream),
      splitter(info(found.format).split(plain, options.max_document_bytes)) {}

bool DocumentStream::Impl::next(RawDocument& document) {
    const bool more = next_of_any(document);
    if (more) delivered_[given_] = true;
    return more;
}

std::vector<std::string> DocumentStream::Impl::empty_paths() const {
    std::vector<std::string> empty;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        if (!delivered_[i]) empty.push_back(paths_[i]);
    }
    return empty;
}

bool DocumentStream::Impl::next_of_any(RawDocument& document) {
    for (;;) {
        if (container_) {
            if (next_inside(document)) return true;
            continue;
        }
        FoundFile found;
        if (!walk_.next(found)) return false;
        given_ = found.given;
        document = RawDocument{found.format, found.id, found.path, "", std::nullopt, ""};
        try {
            start(found, document);
        } catch (const ReadError& error) {
            mark_skipped(document, SkipReason::unreadable, error.what());
        }
        if (!container_) {
            bytes_done_ += found.size;
            return true;
        }
    }
}

void DocumentStream::Impl::start(const FoundFile& found, RawDocument& document) {
    if (!found.problem.empty()) throw ReadError(found.problem);
    if (info(found.format).split != nullptr) {
        container_ = std::make_unique<Container>(found, options_);
    } else {
        read_file(found, document);
    }
}

void DocumentStream::Impl::read_file(const FoundFile& found, RawDocument& document) {
    const std::uint64_t limit = options_.max_document_bytes;
    if (found.size > limit) return mark_too_large(document, found.size, limit);
    FileSource source(found.path);
    GunzipSource plain(source);
    document.bytes = read_all(plain, found.size, limit);
    if (document.bytes.size() > limit) mark_too_large(document, document.bytes.size(), limit);
}

// The next document of the open file, or how the file ends early. False, and closed, at the end.
bool DocumentStream::Impl::next_inside(RawDocument& document) {
    const FoundFile& found = container_->found;
    document = RawDocument{found.format, found.id, found.path, "", std::nullopt, ""};
    try {
        if (container_->splitter->next(document)) return true;
        close_container();
        return false;
    } catch (const ReadError& error) {
        mark_skipped(document, SkipReason::unreadable, error.what());
        close_container();
        return true;
    }
}

void DocumentStream::Impl::close_container() {
    const FileSource* file = container_->file.get();
    bytes_done_ += std::max(container_->found.size, file != nullptr ? file->bytes_read() : 0);
    ignored_parts_.add(container_->splitter->passed_over());
    container_.reset();
}

DocumentStream::DocumentStream(const std::vector<std::string>& paths, StreamOptions options)
    : impl_(std::make_unique<Impl>(paths, options)) {}
DocumentStream::~DocumentStream() = default;
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;

bool DocumentStream::next(RawDocument& document) { return impl_->next(document); }
std::uint64_t DocumentStream::bytes_total() const { return impl_->bytes_total(); }
std::uint64_t DocumentStream::bytes_read() const { return impl_->bytes_read(); }
const PassedOver& DocumentStream::ignored_files() const { return impl_->ignored_files(); }
const PassedOver& DocumentStream::ignored_links() const { return impl_->ignored_links(); }
const PassedOver& DocumentStream::ignored_parts() const { return impl_->ignored_parts(); }
std::vector<std::string> DocumentStream::empty_paths() const { return impl_->empty_paths(); }

}  // namespace sinodex
