#include "indexer/indexer.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>

#include "corpus/error.h"
#include "corpus/readers/document_stream.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/stories.h"
#include "indexer/pipeline.h"
#include "indexer/reading.h"
#include "indexer/story_finder.h"
#include "indexer/worker.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// A batch becomes a segment. Larger ones cost memory, smaller ones time to merge.
constexpr std::size_t kBatchDocuments = 1000;
constexpr std::size_t kBatchBytes = 6U << 20U;

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

std::string knowledge_text(const Run& run) { return run.knowledge ? run.knowledge->to_text() : ""; }

bool knowledge_changed(const Run& run) {
    const Xapian::Database database(run.previous_path);
    return database.get_doccount() > 0 &&
           database.get_metadata(std::string(kMetaKnowledge)) != knowledge_text(run);
}

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
        return [worker = std::make_shared<Worker>(run)](const Batch* batch) {
            batch != nullptr ? worker->work(*batch) : worker->finish();
        };
    });
    ProgressMeter meter(options);
    std::uint64_t documents = 0;
    Batch batch;
    std::size_t batch_bytes = 0;
    const auto submit = [&] {
        const auto next = batch.number + 1;
        pipeline.submit(std::move(batch));
        batch = {next, documents + 1, {}};
        batch_bytes = 0;
    };
    RawDocument document;
    while (stream.next(document)) {
        ++documents;
        batch_bytes += document.bytes.size();
        run.report.bytes += document.bytes.size();
        batch.documents.push_back(std::move(document));
        document = {};
        if (batch.documents.size() >= kBatchDocuments || batch_bytes >= kBatchBytes) submit();
        meter.show(stream, documents, false);
    }
    if (!batch.documents.empty()) submit();
    pipeline.finish();
    meter.show(stream, documents, true);
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

// The documents of a database that were not seen, and of how many articles they are.
void find_vanished(const std::string& path, const std::vector<Xapian::docid>& seen,
                   std::vector<Xapian::docid>& vanished, std::uint64_t& articles) {
    const Xapian::Database database(path);
    const std::string later_section(info(Field::section).prefix);
    auto section = database.postlist_begin(later_section);
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        if (std::binary_search(seen.begin(), seen.end(), *at)) continue;
        vanished.push_back(*at);
        if (section != database.postlist_end(later_section)) section.skip_to(*at);
        if (section == database.postlist_end(later_section) || *section != *at) ++articles;
    }
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
    find_vanished(run.previous_path, seen, changes.removed, report.pruned);
    return changes;
}

// The previous database without what is to be removed; a copy if anything is.
std::string make_base(const Run& run, const Changes& changes, const std::string& scratch) {
    if (changes.removed.empty()) return run.previous_path;
    std::string copy = scratch + "/base";
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
    const Stories stories = Stories::decode(generation.get_metadata(std::string(kMetaStories)));
    for (const auto& story : stories.all()) report.other_versions += story.size() - 1;
    report.revision = revisions_of(path).newest();
    report.database_bytes = folder_bytes(path);
}

// Sixty-four segments of six files each, and some more, are open at once.
void allow_many_files() {
    constexpr rlim_t kFiles = 1024;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kFiles) return;
    limit.rlim_cur = std::min(limit.rlim_max, kFiles);
    setrlimit(RLIMIT_NOFILE, &limit);
}

// Of the database that is to be replaced, as far as it can be read: its readers go on counting.
Revisions replaced_revisions(const std::string& database) {
    try {
        return revisions_of(current_generation_path(database));
    } catch (const Error&) {
        return {};
    }
}

// When the revision was made, what the articles were read with, what their sources repeat, and
// which of them tell one story. An empty value takes away what the base had.
void write_metadata(const Run& run, const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    database.set_metadata(std::string(kMetaKnowledge), knowledge_text(run));
    database.set_metadata(std::string(kMetaRepetitions), run.repetitions.encode());
    database.set_metadata(std::string(kMetaStories),
                          run.knowledge ? find_stories(path).encode() : "");
    Revisions revisions = run.revisions;
    revisions.add(now_utc());
    database.set_metadata(std::string(kMetaRevisions), revisions.encode());
    database.commit();
}

void publish(Run& run, const Changes& changes, const std::string& scratch) {
    const std::string& database = run.options.database;
    // Damage must not be sealed anew under a fresh checksum.
    if (!run.previous_path.empty()) verify_generation(run.previous_path);
    run.segments.remove(run.ledger.losers());
    const std::string name = next_generation(newest_generation(database));
    const std::string output = scratch + "/" + name;
    run.segments.merge(make_base(run, changes, scratch), output);
    write_metadata(run, output);
    seal_generation(output);
    fs::rename(output, database + "/" + name);
    switch_generation(database, name);
    run.report.wrote = true;
}

IndexReport update(const IndexOptions& options, std::optional<Knowledge> knowledge) {
    const WriterLock lock(options.database, options.wait_seconds);
    const Scratch scratch(options.database);
    std::string previous;
    if (!options.rebuild && has_generation(options.database)) {
        previous = current_generation_path(options.database);
        // Of a run that was killed before it switched.
        remove_other_generations(options.database, current_generation(options.database));
    }
    Run run{options,
            std::move(knowledge),
            {},
            previous,
            Segments(scratch.path()),
            {},
            {},
            replaced_revisions(options.database),
            {},
            {},
            {},
            false};
    if (run.knowledge) run.finder.emplace(*run.knowledge);
    try {
        if (!previous.empty()) {
            check_version(previous);
            run.report.knowledge_changed = knowledge_changed(run);
            run.revisions = revisions_of(previous);
            run.repetitions = Repetitions::decode(
                Xapian::Database(previous).get_metadata(std::string(kMetaRepetitions)));
        }
        read_all(run);
        const Changes changes = count_changes(run);
        if (changes.any() || previous.empty()) publish(run, changes, scratch.path());
        describe_database(options.database, run.report);
    } catch (const Xapian::DatabaseVersionError& error) {
        throw Error(ErrorKind::database, previous + ": " + error.get_description(),
                    "build it anew: sinodex-index --rebuild");
    } catch (const Xapian::Error& error) {
        if (!previous.empty() && !run.report.wrote) verify_generation(previous);  // the cause?
        output_failed(options.database, error.get_description());
    }
    return run.report;
}

}  // namespace

IndexReport index_documents(const IndexOptions& options) {
    const auto start = Clock::now();
    allow_many_files();
    // A mistyped path or entity file is told before a folder is made.
    static_cast<void>(
        DocumentStream(options.paths, {options.max_document_bytes, options.standard_input}));
    std::optional<Knowledge> knowledge = knowledge_of(options);
    try {
        fs::create_directories(options.database);
        IndexReport report = update(options, std::move(knowledge));
        report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        return report;
    } catch (const std::system_error& error) {  // of the file system, or no more threads
        output_failed(options.database, error.what());
    }
}

}  // namespace sinodex
