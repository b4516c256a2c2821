// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/indexer.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <new>
#include <system_error>
#include <thread>

#include "corpus/dictionary/cedict.h"
#include "corpus/dictionary/compile.h"
#include "corpus/error.h"
#include "corpus/readers/document_stream.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/stories.h"
#include "indexer/commit/commit.h"
#include "indexer/pipeline.h"
#include "indexer/reading.h"
#include "indexer/worker.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Larger batches cost memory, smaller ones time to merge.
constexpr std::size_t kBatchDocuments = 1000;

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
    const IndexOptions& options = run.options();
    const MemoryPlan plan = run.memory();
    const std::uint64_t most = std::min(options.max_document_bytes, plan.document_bytes);
    DocumentStream stream(options.paths, {most, options.standard_input});
    MemoryBudget budget(plan.batches);
    Pipeline pipeline(run.threads(), [&run]() -> Pipeline::Worker {
        return [worker = std::make_shared<Worker>(run)](Batch* batch) {
            batch != nullptr ? worker->work(*batch) : worker->finish();
        };
    });
    ProgressMeter meter(options);
    std::uint64_t documents = 0;
    Batch batch;
    std::size_t batch_bytes = 0;
    const auto submit = [&] {
        const auto next = batch.number + 1;
        batch.memory = budget.take(working_bytes(batch_bytes));
        pipeline.submit(std::move(batch));
        batch = {next, documents + 1, {}, {}};
        batch_bytes = 0;
    };
    RawDocument document;
    while (stream.next(document)) {
        ++documents;
        batch_bytes += document.bytes.size();
        run.report().bytes += document.bytes.size();
        batch.documents.push_back(std::move(document));
        document = {};
        if (batch.documents.size() >= kBatchDocuments || batch_bytes >= plan.batch_bytes) submit();
        meter.show(stream, documents, false);
    }
    if (!batch.documents.empty()) submit();
    pipeline.finish();
    meter.show(stream, documents, true);
    run.report().ignored_files = stream.ignored_files();
    run.report().ignored_links = stream.ignored_links();
    run.report().ignored_parts = stream.ignored_parts();
    run.report().empty_paths = stream.empty_paths();
}

void describe_database(const std::string& database, IndexReport& report) {
    const std::string path = current_generation_path(database);
    const IndexReader reader(path);
    report.articles = reader.articles();
    const Stories stories = Stories::decode(reader.state(kStateStories));
    for (const auto& story : stories.all()) report.other_versions += story.size() - 1;
    report.revision = reader.revisions().newest();
    report.segments = reader.segments().size();
    report.database_bytes = generation_bytes(path);
}

// Sixty-four segments of six files each, and some more, are open at once.
void allow_many_files() {
    constexpr rlim_t kFiles = 1024;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kFiles) return;
    limit.rlim_cur = std::min(limit.rlim_max, kFiles);
    setrlimit(RLIMIT_NOFILE, &limit);
}

// Path of the generation to start from; empty for none.
std::string previous_of(const IndexOptions& options) {
    if (options.rebuild || !has_generation(options.database)) return {};
    std::string previous = current_generation_path(options.database);
    // These are of a run that was killed before it switched.
    remove_other_generations(options.database, current_generation(options.database));
    return previous;
}

// Compiled; empty where none is given.
std::string dictionary_of(const IndexOptions& options) {
    const std::string& file = options.dictionary_file;
    return file.empty() ? file : compile_dictionary(read_cedict(file));
}

// What fails behind the switch must not be told as if the old generation were in force.
void bring_up_to_date(Run& run, WriterLock& lock) {
    const IndexOptions& options = run.options();
    try {
        read_all(run);
        const Changes changes = count_changes(run);
        const bool starts = run.previous().empty();
        if (starts || changes.any() || run.dictionary_changed() || options.optimize) {
            commit(run, changes);
        }
        lock.end_first_run();
        describe_database(options.database, run.report());
    } catch (const Error& error) {
        // Of what was not made durable, it says so itself.
        if (!run.report().wrote || error.hint().starts_with("it was replaced")) throw;
        throw Error(ErrorKind::output, options.database + ": " + error.what(), kReplaced);
    } catch (...) {
        if (!run.report().wrote) throw;
        throw Error(ErrorKind::output, options.database + ": " + what_is_thrown(), kReplaced);
    }
}

IndexReport update(const IndexOptions& options, std::optional<Knowledge> knowledge,
                   std::string dictionary) {
    WriterLock lock(options.database, options.wait_seconds);
    if (has_generation(options.database)) {
        lock.end_first_run();
    } else {
        lock.begin_first_run();
    }
    const Scratch scratch(options.database);
    const std::string previous = previous_of(options);
    try {
        Run run(options, std::move(knowledge), std::move(dictionary), previous, scratch.path());
        bring_up_to_date(run, lock);
        return run.report();
    } catch (const Xapian::DatabaseVersionError& error) {
        throw Error(ErrorKind::database, previous + ": " + error.get_description(),
                    "build it anew: sinodex-index --rebuild");
    } catch (const Xapian::Error& error) {
        if (!previous.empty()) verify_generation(previous);  // the cause?
        output_failed(options.database, error.get_description());
    }
}

}  // namespace

IndexCheck check_index(const std::string& database) {
    for (;;) {
        const std::string path = current_generation_path(database);
        try {
            const std::uint64_t bytes = verify_generation(path);
            const Revisions revisions = revisions_of(path);
            return {bytes, revisions.newest(), revisions.newest_time()};
        } catch (const Error&) {
            // A writer may have put another one in force meanwhile, and removed this one.
            if (current_generation_path(database) == path) throw;
        }
    }
}

std::string abandon_runs() noexcept {
    abandon_scratch();
    return what_is_thrown();
}

const char* outcome_of_run() noexcept { return was_replaced() ? kReplaced : kAsItWas; }

namespace {

IndexReport run_index(const IndexOptions& options) {
    const auto start = Clock::now();
    allow_many_files();
    // A mistyped path, shard, entity file or dictionary is told before a folder is made.
    static_cast<void>(
        DocumentStream(options.paths, {options.max_document_bytes, options.standard_input}));
    shard_of(options);
    std::optional<Knowledge> knowledge = knowledge_of(options);
    std::string dictionary = dictionary_of(options);
    try {
        check_folder(options.database, options.rebuild);
        if (!has_generation(options.database)) make_folder_durably(options.database, kAsItWas);
        IndexReport report = update(options, std::move(knowledge), std::move(dictionary));
        report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        return report;
    } catch (const std::system_error& error) {  // of the file system, or no more threads
        output_failed(options.database, error.what());
    }
}

}  // namespace

IndexReport index_documents(const IndexOptions& options) {
    note_replaced(false);
    try {
        return run_index(options);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorKind::output, options.database + ": out of memory", outcome_of_run());
    }
}

}  // namespace sinodex
