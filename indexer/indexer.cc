#include "indexer/indexer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

#include "corpus/error.h"
#include "corpus/readers/document_stream.h"
#include "corpus/readers/read_article.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "indexer/document_builder.h"
#include "indexer/ledger.h"
#include "indexer/pipeline.h"
#include "indexer/previous.h"
#include "indexer/segments.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatchDocuments = 500;
constexpr std::size_t kBatchBytes = 2U << 20U;
constexpr std::size_t kMaxNamed = 100;
constexpr const char* kScratchPrefix = "scratch-";

[[noreturn]] void output_failed(const std::string& path, const std::string& why) {
    throw Error(ErrorKind::output, path + ": " + why,
                "check free space and permissions; the database is as it was");
}

// Held for the whole run; the kernel releases it whatever happens.
class WriterLock {
   public:
    WriterLock(const std::string& database, unsigned wait_seconds) {
        const std::string path = database + "/" + kLockName;
        fd_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (fd_ < 0) output_failed(path, std::strerror(errno));
        const auto deadline = Clock::now() + std::chrono::seconds(wait_seconds);
        while (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
            if (Clock::now() >= deadline) {
                close(fd_);
                throw Error(ErrorKind::locked, database + ": another process is writing to it",
                            "try again when it is done, or give --wait SECONDS");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
    ~WriterLock() { close(fd_); }
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

   private:
    int fd_;
};

// A folder beside the generations, gone at the end of the run.
class Scratch {
   public:
    explicit Scratch(const std::string& database)
        : path_(database + "/" + kScratchPrefix + std::to_string(getpid())) {
        for (const auto& entry : fs::directory_iterator(database)) {
            // What a killed run left; the lock says that nobody uses it.
            if (entry.path().filename().string().starts_with(kScratchPrefix)) {
                fs::remove_all(entry.path());
            }
        }
        std::error_code failed;
        fs::create_directory(path_, failed);
        if (failed) output_failed(path_, failed.message());
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::string& path() const { return path_; }

   private:
    std::string path_;
};

void make_folder(const std::string& path) {
    std::error_code failed;
    fs::create_directories(path, failed);
    if (failed) output_failed(path, failed.message());
}

// A database that this program made, and could have made today.
void check_version(const std::string& generation) {
    const Xapian::Database database(generation);
    const std::string version = database.get_metadata(std::string(kMetaVersion));
    const std::string analyzer = database.get_metadata(std::string(kMetaAnalyzer));
    if (version == std::to_string(kFormatVersion) && analyzer == analyzer_fingerprint()) return;
    throw Error(ErrorKind::database,
                generation + ": was made by another version of Sinodex (format " + version +
                    ", analysis " + analyzer + ")",
                "build it anew: sinodex-index --rebuild");
}

// What workers share.
struct Run {
    const IndexOptions& options;
    std::string previous_path;  // of the generation in force; empty: none
    Segments segments;
    Ledger ledger;
    std::mutex mutex;
    IndexReport report;  // guarded by mutex while workers run
    bool cut_short = false;

    void skip(const std::string& origin, const std::string& reason) {
        const std::lock_guard lock(mutex);
        ++report.skipped;
        if (report.skipped_documents.size() < kMaxNamed) {
            report.skipped_documents.push_back({origin, reason});
        }
    }
};

class Worker {
   public:
    explicit Worker(Run& run) : run_(run), previous_(run.previous_path), writer_(run.segments) {}

    void operator()(const Batch* batch) {
        if (batch == nullptr) return finish();
        for (std::size_t i = 0; i < batch->documents.size(); ++i) {
            take(batch->documents[i], batch->first_sequence + i);
        }
    }

   private:
    void take(const RawDocument& document, std::uint64_t sequence) {
        try {
            if (document.skip) {
                throw UnreadableDocument(*document.skip, document.detail);
            }
            const Article article = read_article(document);
            ++read_;
            replaced_bytes_ += article.replaced_bytes;
            write(article, sequence);
        } catch (const UnreadableDocument& unreadable) {
            run_.skip(document.origin, describe(unreadable));
            keep_previous(document, sequence);
        }
    }

    static std::string describe(const UnreadableDocument& unreadable) {
        const std::string detail = unreadable.what();
        const std::string reason = name(unreadable.reason());
        return detail.empty() || detail == reason ? reason : reason + ": " + detail;
    }

    // A file that cannot be read now has not vanished: the version before stays.
    void keep_previous(const RawDocument& document, std::uint64_t sequence) {
        if (document.format == Format::json) {
            const std::lock_guard lock(run_.mutex);
            run_.cut_short = true;
            return;
        }
        if (const auto before = previous_.find(document.id)) {
            run_.ledger.record(document.id, {sequence, Ledger::kUnchanged, {}, before->documents});
        }
    }

    void write(const Article& article, std::uint64_t sequence) {
        const std::uint64_t hash = DocumentBuilder::hash(article);
        const auto before = previous_.find(article.id);
        Ledger::Entry entry{sequence, Ledger::kUnchanged, {},
                            before ? before->documents : DocumentRun{}};
        if (!before || before->hash != hash) {
            entry.segment = writer_.segment_for(article.text.size());
            entry.written = writer_.add(builder_.build(article, hash));
        }
        run_.ledger.record(article.id, entry);
    }

    void finish() {
        writer_.close();
        const std::lock_guard lock(run_.mutex);
        run_.report.read += read_;
        run_.report.replaced_bytes += replaced_bytes_;
    }

    Run& run_;
    Previous previous_;
    DocumentBuilder builder_;
    SegmentWriter writer_;
    std::uint64_t read_ = 0;
    std::uint64_t replaced_bytes_ = 0;
};

// Calls the progress function ten times a second at most.
class ProgressMeter {
   public:
    explicit ProgressMeter(const IndexOptions& options) : options_(options) {}
    void show(const DocumentStream& stream, std::uint64_t documents, bool merging) {
        if (!options_.progress) return;
        const auto now = Clock::now();
        if (!merging && now - last_ < std::chrono::milliseconds(100)) return;
        last_ = now;
        options_.progress({documents, stream.bytes_read(), stream.bytes_total(), merging});
    }

   private:
    const IndexOptions& options_;
    Clock::time_point last_;
};

void read_all(Run& run) {
    const IndexOptions& options = run.options;
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    DocumentStream stream(options.paths, {options.max_document_bytes, options.standard_input});
    Pipeline pipeline(options.threads > 0 ? options.threads : cores, [&run]() -> Pipeline::Worker {
        return [worker = std::make_shared<Worker>(run)](const Batch* batch) { (*worker)(batch); };
    });
    ProgressMeter meter(options);
    std::uint64_t sequence = 0;
    Batch batch;
    std::size_t batch_bytes = 0;
    const auto submit = [&] {
        pipeline.submit(std::move(batch));
        batch = {sequence, {}};
        batch_bytes = 0;
    };
    RawDocument document;
    while (stream.next(document)) {
        ++sequence;
        batch_bytes += document.bytes.size();
        run.report.bytes += document.bytes.size();
        batch.documents.push_back(std::move(document));
        document = {};
        if (batch.documents.size() >= kBatchDocuments || batch_bytes >= kBatchBytes) submit();
        meter.show(stream, sequence, false);
    }
    if (!batch.documents.empty()) submit();
    pipeline.finish();
    meter.show(stream, sequence, true);
    run.report.ignored_files = stream.ignored_files();
}

// What the run changes of the previous database.
struct Changes {
    std::vector<Xapian::docid> removed;
    bool any() const { return !removed.empty() || written; }
    bool written = false;
};

void remove_run(DocumentRun run, std::vector<Xapian::docid>& removed) {
    for (Xapian::doccount i = 0; i < run.count; ++i) removed.push_back(run.first + i);
}

Changes count_changes(Run& run) {
    Changes changes;
    std::vector<Xapian::docid> seen;
    IndexReport& report = run.report;
    run.ledger.for_each([&](const Ledger::Entry& entry) {
        remove_run(entry.previous, seen);
        if (entry.segment == Ledger::kUnchanged) {
            ++report.unchanged;
            return;
        }
        changes.written = true;
        ++(entry.previous.count > 0 ? report.replaced : report.added);
        remove_run(entry.previous, changes.removed);
    });
    report.duplicates = run.ledger.duplicates();
    report.duplicate_ids = run.ledger.duplicate_ids();
    report.prune_refused = run.options.prune && run.cut_short;
    if (run.previous_path.empty() || !run.options.prune || run.cut_short) return changes;

    std::sort(seen.begin(), seen.end());
    const Xapian::Database previous(run.previous_path);
    for (auto at = previous.postlist_begin(""); at != previous.postlist_end(""); ++at) {
        if (std::binary_search(seen.begin(), seen.end(), *at)) continue;
        changes.removed.push_back(*at);
        ++report.pruned;
    }
    return changes;
}

// The previous database without what is to be removed; a copy if anything is.
std::string make_base(const Run& run, const Changes& changes, const std::string& scratch) {
    if (changes.removed.empty()) return run.previous_path;
    const std::string copy = scratch + "/base";
    fs::copy(run.previous_path, copy);
    Xapian::WritableDatabase database(copy, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const Xapian::docid id : changes.removed) database.delete_document(id);
    database.commit();
    return copy;
}

std::uint64_t folder_bytes(const std::string& path) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(path)) bytes += entry.file_size();
    return bytes;
}

void describe_database(const std::string& database, IndexReport& report) {
    const std::string path = current_generation_path(database);
    const Xapian::Database generation(path);
    report.articles = generation.get_doccount() -
                      generation.get_termfreq(std::string(info(Field::section).prefix));
    report.database_bytes = folder_bytes(path);
}

// Sixty-four segments of six files each, and some more, are open at once.
void allow_many_files() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
    setrlimit(RLIMIT_NOFILE, &limit);
}

void publish(Run& run, const Changes& changes, const std::string& scratch) {
    const std::string& database = run.options.database;
    run.segments.remove(run.ledger.losers());
    const bool first = !has_generation(database);
    const std::string name = next_generation(first ? "" : current_generation(database));
    const std::string output = scratch + "/" + name;
    run.segments.merge(make_base(run, changes, scratch), output);
    seal_generation(output);
    const std::string final_path = database + "/" + name;
    fs::remove_all(final_path);  // of a run that was stopped between rename and switch
    fs::rename(output, final_path);
    switch_generation(database, name);
    run.report.wrote = true;
}

}  // namespace

IndexReport index_documents(const IndexOptions& options) {
    const auto start = Clock::now();
    allow_many_files();
    // A mistyped path is told before a folder is made.
    static_cast<void>(DocumentStream(options.paths, {options.max_document_bytes, options.standard_input}));
    make_folder(options.database);
    const WriterLock lock(options.database, options.wait_seconds);
    const Scratch scratch(options.database);

    std::string previous;
    if (!options.rebuild && has_generation(options.database)) {
        previous = current_generation_path(options.database);
        check_version(previous);
    }
    Run run{options, previous, Segments(scratch.path()), {}, {}, {}, false};
    try {
        read_all(run);
        const Changes changes = count_changes(run);
        if (changes.any() || previous.empty()) publish(run, changes, scratch.path());
    } catch (const Xapian::Error& error) {
        output_failed(options.database, error.get_description());
    } catch (const fs::filesystem_error& error) {
        output_failed(options.database, error.what());
    }
    describe_database(options.database, run.report);
    run.report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return run.report;
}

}  // namespace sinodex
