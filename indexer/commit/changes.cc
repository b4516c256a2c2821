#include "indexer/commit/changes.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/index_reader.h"

namespace sinodex {
namespace {

void add_run(DocumentRun run, std::vector<Xapian::docid>& documents) {
    for (Xapian::doccount i = 0; i < run.count; ++i) documents.push_back(run.first + i);
}

// The documents of a database that were not seen, and of how many articles they are.
void find_vanished(const Xapian::Database& database, const std::vector<Xapian::docid>& seen,
                   std::vector<Xapian::docid>& vanished, std::uint64_t& articles) {
    const std::string later_section(info(Field::section).prefix);
    auto section = database.postlist_begin(later_section);
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        if (std::binary_search(seen.begin(), seen.end(), *at)) continue;
        vanished.push_back(*at);
        if (section != database.postlist_end(later_section)) section.skip_to(*at);
        if (section == database.postlist_end(later_section) || *section != *at) ++articles;
    }
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
// run came upon, in their order.
std::vector<Xapian::docid> count_seen(Run& run, Changes& changes) {
    std::vector<Xapian::docid> seen;
    IndexReport& report = run.report();
    run.ledger.for_each([&](const Ledger::Entry& entry) {
        add_run(entry.previous, seen);
        if (entry.segment == Ledger::kUnchanged) {
            ++report.unchanged;
            return;
        }
        changes.written = true;
        ++(entry.previous.count > 0 ? report.replaced : report.added);
        add_run(entry.previous, changes.removed);
    });
    std::sort(seen.begin(), seen.end());
    return seen;
}

}  // namespace

Changes count_changes(Run& run) {
    Changes changes;
    const std::vector<Xapian::docid> seen = count_seen(run, changes);
    IndexReport& report = run.report();
    report.duplicates = run.ledger.duplicates();
    report.duplicate_ids = run.ledger.duplicate_ids();
    report.prune_refused = run.options().prune && run.cut_short();
    if (!run.previous().empty() && run.options().prune && !run.cut_short()) {
        find_vanished(IndexReader(run.previous()).database(), seen, changes.removed, report.pruned);
        refuse_empty_paths(run.options(), report);
    }
    return changes;
}

}  // namespace sinodex
