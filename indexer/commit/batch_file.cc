// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/batch_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "corpus/schema/durable_files.h"
#include "corpus/schema/glass_numbers.h"
#include "indexer/commit/output_file.h"

namespace sinodex {
namespace {

constexpr std::size_t kRecord = static_cast<std::size_t>(info(Field::record).slot);

// Xapian's limit, each zero in a term counting twice.
constexpr std::size_t kMaxTerm = 245;

bool may_be_term(std::string_view text) {
    const auto zeros = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    return !text.empty() && text.size() + zeros <= kMaxTerm;
}

// The first bytes of a text, as a number that sorts as they do.
std::uint64_t beginning_of(std::string_view text) {
    std::uint64_t beginning = 0;
    for (std::size_t i = 0; i < sizeof beginning; ++i) {
        beginning = beginning << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return beginning;
}

// Reads what put_glass_number and put_glass_string wrote; what this run wrote itself is not
// doubted.
class Bytes {
 public:
    Bytes(const char* at, const char* end) : at_(at), end_(end) {}
    bool empty() const { return at_ == end_; }
    const char* at() const { return at_; }

    std::uint32_t number() {
        std::uint32_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= (byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
    }
    std::string_view string() {
        const std::size_t size = number();
        at_ += size;
        return {at_ - size, size};
    }

 private:
    const char* at_;
    const char* end_;
};

// A file, mapped into memory.
class MappedBatch {
 public:
    explicit MappedBatch(const BatchFile& file) : file_(file) {
        constexpr const char* kHint = "try again; the database is as it was";
        const int fd = open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) write_failed(file.path, kHint);
        data_ = mmap(nullptr, file.bytes(), PROT_READ, MAP_PRIVATE, fd, 0);
        close(fd);
        if (data_ == MAP_FAILED) write_failed(file.path, kHint);
    }
    ~MappedBatch() { munmap(data_, file_.bytes()); }
    MappedBatch(const MappedBatch&) = delete;
    MappedBatch& operator=(const MappedBatch&) = delete;

    // Gives back the memory of what has been read: a run has many batches.
    void release(const char* begin, const char* end) const {
        constexpr std::size_t kPage = 4096;
        const char* data = static_cast<const char*>(data_);
        const auto first = static_cast<std::size_t>(begin - data) / kPage * kPage;
        const auto last = static_cast<std::size_t>(end - data) / kPage * kPage;
        if (last > first) madvise(static_cast<char*>(data_) + first, last - first, MADV_DONTNEED);
    }

    Bytes part(std::size_t number) const {
        const char* data = static_cast<const char*>(data_);
        return {data + (number == 0 ? 0 : file_.ends[number - 1]), data + file_.ends[number]};
    }

 private:
    BatchFile file_;
    void* data_ = nullptr;
};

class BatchSource : public DocumentSource {
 public:
    BatchSource(const BatchFile& file, DocumentNumbers deleted)
        : mapped_(file),
          all_(file.documents),
          number_(file.documents, std::move(deleted)),
          terms_(mapped_.part(file.ends.size() - 1)),
          released_(terms_.at()) {
        read_term();
    }

    Xapian::doccount documents() const override { return number_.documents(); }

    std::vector<Xapian::termcount> lengths() override {
        Bytes bytes = mapped_.part(0);
        std::vector<Xapian::termcount> lengths;
        for (Xapian::docid document = 1; document <= all_; ++document) {
            const Xapian::termcount length = bytes.number();
            if (number_(document) > 0) lengths.push_back(length);
        }
        return lengths;
    }

    void values(Xapian::valueno slot, const VisitValue& visit) override {
        Bytes bytes = mapped_.part(slot + 1);
        const char* begin = bytes.at();
        for (Xapian::docid document = 1; document <= all_; ++document) {
            const std::string_view value = bytes.string();
            const Xapian::docid number = number_(document);
            if (number > 0 && !value.empty()) visit(number, value);
        }
        mapped_.release(begin, bytes.at());
    }

    bool has_packed_records() const override { return false; }

    std::string_view term() const override { return term_; }

    void take(Xapian::docid before, std::vector<Posting>& postings) override {
        Xapian::docid document = 0;
        for (std::uint32_t count = terms_.number(); count > 0; --count) {
            document += terms_.number();
            const Xapian::termcount frequency = terms_.number();
            const Xapian::docid number = number_(document);
            if (number > 0) postings.push_back({before + number, frequency});
        }
        read_term();
    }

 private:
    void read_term() {
        constexpr std::ptrdiff_t kReleased = 128 * 1024;
        if (terms_.at() - released_ >= kReleased) {
            mapped_.release(released_, terms_.at());
            released_ = terms_.at();
        }
        term_ = terms_.empty() ? std::string_view() : terms_.string();
    }

    MappedBatch mapped_;
    Xapian::doccount all_;
    Renumbering number_;
    Bytes terms_;
    const char* released_;  // of the terms, up to here
    std::string_view term_;
};

}  // namespace

std::uint64_t BatchFile::record_bytes() const { return ends[kRecord + 1] - ends[kRecord]; }

void BatchFileMaker::add(const BuiltDocument& document) {
    ++documents_;
    Xapian::termcount length = 0;
    for (const BuiltDocument::Term term : document.terms) {
        if (!may_be_term(terms_.term(term.number))) continue;
        postings_.push_back({term.number, {documents_, term.frequency}});
        length += term.frequency;
    }
    put_glass_number(lengths_, length);
    for (std::size_t slot = 0; slot < values_.size(); ++slot) {
        if (slot == kRecord) continue;
        put_glass_string(values_[slot], document.values[slot]);
    }
    put_glass_string(values_[kRecord], document.record);
}

std::uint64_t BatchFileMaker::bytes() const {
    constexpr std::uint64_t kPostingBytes = 4;
    std::uint64_t bytes = lengths_.size() + kPostingBytes * postings_.size();
    for (const std::string& values : values_) bytes += values.size();
    return bytes;
}

// The terms of the batch, sorted.
std::vector<std::uint32_t> BatchFileMaker::terms_in_order() const {
    std::vector<bool> seen(terms_.size());
    std::vector<std::pair<std::uint64_t, std::uint32_t>> found;
    for (const NumberedPosting& one : postings_) {
        if (seen[one.term]) continue;
        seen[one.term] = true;
        found.emplace_back(beginning_of(terms_.term(one.term)), one.term);
    }
    std::sort(found.begin(), found.end(), [this](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return terms_.term(a.second) < terms_.term(b.second);
    });
    std::vector<std::uint32_t> terms;
    terms.reserve(found.size());
    for (const auto& [beginning, term] : found) terms.push_back(term);
    return terms;
}

// The postings sorted by the numbers of their terms, those of a term from begins[number] to
// begins[number + 1], in the order of documents as they came.
std::vector<Posting> BatchFileMaker::postings_by_term(std::vector<std::uint32_t>& begins) const {
    begins.assign(terms_.size() + 2, 0);
    for (const NumberedPosting& one : postings_) ++begins[one.term + 2];
    for (std::size_t i = 2; i < begins.size(); ++i) begins[i] += begins[i - 1];
    std::vector<Posting> sorted(postings_.size());
    for (const NumberedPosting& one : postings_) sorted[begins[one.term + 1]++] = one.posting;
    return sorted;
}

BatchFile BatchFileMaker::write(std::string path) const {
    BatchFile batch{std::move(path), documents_, {}};
    OutputFile file(batch.path);
    auto end = batch.ends.begin();
    file.write(lengths_);
    *end++ = file.size();
    for (const std::string& values : values_) {
        file.write(values);
        *end++ = file.size();
    }
    std::vector<std::uint32_t> begins;
    const std::vector<Posting> postings = postings_by_term(begins);
    std::string bytes;
    for (const std::uint32_t term : terms_in_order()) {
        bytes.clear();
        put_glass_string(bytes, terms_.term(term));
        put_glass_number(bytes, begins[term + 1] - begins[term]);
        Xapian::docid before = 0;
        for (std::uint32_t i = begins[term]; i < begins[term + 1]; ++i) {
            put_glass_number(bytes, postings[i].document - before);
            put_glass_number(bytes, postings[i].frequency);
            before = postings[i].document;
        }
        file.write(bytes);
    }
    *end = file.size();
    file.close();
    return batch;
}

std::unique_ptr<DocumentSource> batch_source(const BatchFile& file, DocumentNumbers deleted) {
    return std::make_unique<BatchSource>(file, std::move(deleted));
}

}  // namespace sinodex
