#include "indexer/commit/commit.h"

#include <filesystem>

#include "corpus/schema/dictionary_file.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/stories.h"
#include "indexer/story_finder.h"
#include "indexer/workplace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// The previous database without what is to be removed; a copy if anything is.
std::string make_base(const Run& run, const Changes& changes) {
    if (changes.removed.empty()) return run.previous();
    std::string copy = run.scratch() + "/base";
    require_room(run.scratch(), 2 * folder_bytes(run.previous()));
    fs::copy(run.previous(), copy);
    Xapian::WritableDatabase database(copy, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const Xapian::docid id : changes.removed) database.delete_document(id);
    database.commit();
    return copy;
}

// When the revision was made, what the articles were read with, what their sources repeat, and
// which of them tell one story. An empty value takes away what the base had.
void write_metadata(const Run& run, const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    database.set_metadata(std::string(kMetaKnowledge), run.knowledge_text());
    database.set_metadata(std::string(kMetaRepetitions), run.repetitions.encode());
    database.set_metadata(std::string(kMetaStories),
                          run.knowledge() != nullptr ? find_stories(path).encode() : "");
    Revisions revisions = run.revisions();
    revisions.add(now_utc());
    database.set_metadata(std::string(kMetaRevisions), revisions.encode());
    database.commit();
}

}  // namespace

void commit(Run& run, const Changes& changes) {
    const std::string& database = run.options().database;
    // Damage must not be sealed anew under a fresh checksum.
    if (!run.previous().empty()) verify_generation(run.previous());
    run.segments.remove(run.ledger.losers());
    const std::string name = next_generation(newest_generation(database));
    const std::string output = run.scratch() + "/" + name;
    run.segments.merge(make_base(run, changes), output);
    write_metadata(run, output);
    store_dictionary(output, run.dictionary());
    seal_generation(output);
    fs::rename(output, database + "/" + name);
    switch_generation(database, name);
    run.report().wrote = true;
}

}  // namespace sinodex
