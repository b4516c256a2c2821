// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/changes.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/index_reader.h"

namespace sinodex {
namespace {

using BySegment = std::vector<DocumentNumbers>;

void add_run(DocumentRun run, BySegment& documents) {
    if (run.count == 0) return;
    if (documents.size() <= run.part) documents.resize(run.part + 1);
    for (Xapian::doccount i = 0; i < run.count; ++i) {
        documents[run.part].push_back(run.first + i);
    }
}

bool is_among(const DocumentNumbers& documents, Xapian::docid document) {
    return std::binary_search(documents.begin(), documents.end(), document);
}

// Adds the documents of a segment that were not seen; returns of how many articles they are.
std::uint64_t find_vanished(const Segment& segment, const DocumentNumbers& seen,
                            DocumentNumbers& vanished) {
    const std::string later_section(info(Field::section).prefix);
    const Xapian::Database& database = segment.database;
    auto section = database.postlist_begin(later_section);
    const auto sections_end = database.postlist_end(later_section);
    std::uint64_t articles = 0;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        if (is_among(seen, *at) || is_among(segment.deleted, *at)) continue;
        vanished.push_back(*at);
        if (section != sections_end) section.skip_to(*at);
        if (section == sections_end || *section != *at) ++articles;
    }
    return articles;
}

// A path that holds nothing at all has more often gone with its disk than been emptied.
void refuse_empty_paths(const IndexOptions& options, const IndexReport& report) {
    if (report.pruned == 0 || report.empty_paths.empty() || options.prune_empty) return;
    throw Error(ErrorKind::input,
                report.empty_paths.front() + ": holds no article, and " +
                    std::to_string(report.pruned) + " would be pruned",
                "nothing was changed; give --prune twice if that is meant");
}

// Tells the articles of the ledger apart; returns the documents of the previous database that the
// run came upon.
BySegment count_seen(Run& run, Changes& changes) {
    BySegment seen;
    IndexReport& report = run.report();
    run.ledger.for_each([&](const Ledger::Entry& entry) {
        add_run(entry.previous, seen);
        if (entry.is_unchanged()) {
            ++report.unchanged;
            return;
        }
        changes.written = true;
        ++(entry.previous.count > 0 ? report.replaced : report.added);
        add_run(entry.previous, changes.removed);
    });
    for (DocumentNumbers& documents : seen) std::sort(documents.begin(), documents.end());
    return seen;
}

void find_vanished(Run& run, BySegment seen, Changes& changes) {
    const IndexReader index(run.previous());
    seen.resize(index.segments().size());
    changes.removed.resize(index.segments().size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        run.report().pruned += find_vanished(index.segments()[i], seen[i], changes.removed[i]);
    }
    refuse_empty_paths(run.options(), run.report());
}

}  // namespace

bool Changes::removes() const {
    return std::any_of(removed.begin(), removed.end(),
                       [](const DocumentNumbers& documents) { return !documents.empty(); });
}

Changes count_changes(Run& run) {
    Changes changes;
    BySegment seen = count_seen(run, changes);
    IndexReport& report = run.report();
    report.duplicates = run.ledger.duplicates();
    report.duplicate_ids = run.ledger.duplicate_ids();
    report.prune_refused = run.options().prune && run.cut_short();
    if (!run.previous().empty() && run.options().prune && !run.cut_short()) {
        find_vanished(run, std::move(seen), changes);
    }
    for (DocumentNumbers& documents : changes.removed) {
        std::sort(documents.begin(), documents.end());
    }
    return changes;
}

}  // namespace sinodex
