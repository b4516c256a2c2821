// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/api/article.h"
#include "searcher/api/completion.h"
#include "searcher/api/entity.h"
#include "searcher/api/facets.h"
#include "searcher/api/figures.h"
#include "searcher/api/missing_shard.h"
#include "searcher/api/related.h"
#include "searcher/api/request.h"
#include "searcher/api/result.h"
#include "searcher/api/timeline.h"
#include "searcher/api/verification.h"

namespace sinodex {

// A database, open for searching. The same database and request always give the same hits: ties end
// in the order of article ids and passage numbers.
//
// Thread-safe: any number of threads may search at once; each search uses an Xapian handle and an
// analyser of its own, which are kept for the next one. A search never writes, prints or aborts.
class Searcher {
 public:
    // `database`: the folder of one, or a file that lists several, to be searched as one: see
    // corpus/schema/shard_list.h. Throws Error: database, when it is missing, of another version,
    // or damaged; usage, for a list that cannot be used.
    explicit Searcher(const std::string& database);
    // Opens several, or such lists, as one. They are shards of one collection: an article is in one
    // of them only, and all were read with the same knowledge. Shards that cannot be searched are
    // left out, and every answer says so; unless `require_all` is set, which makes that an error.
    explicit Searcher(const std::vector<std::string>& databases, bool require_all = false);
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    // Malformed queries give warnings. Throws Error: database, when it turns out damaged;
    // interrupted, when the request's deadline comes or it is cancelled.
    SearchResult search(const SearchRequest& request) const;

    // Views over all that a query matches, within the bound of searcher/views/match_summary.h. They
    // heed the request's query, expand, collapse, since, deadline and cancelled. The headers in
    // searcher/api/ have their values. `top`: values of a facet, or entities, at most.
    Facets facets(const SearchRequest& request, std::size_t top) const;
    Timeline timeline(const SearchRequest& request, TimelineBy by) const;
    RelatedEntities related(const SearchRequest& request, std::size_t top) const;

    // The amounts that the matching passages of the best articles (kFigureArticles) give, by what
    // they are of: at most `limit` groups.
    Figures figures(const SearchRequest& request, std::size_t limit) const;

    // Articles, or passages, on the subject of the one with this id ("article" or "article#n"), by
    // its most telling words and the entities that it mentions most; without itself and the other
    // versions of its story. The request's query is a filter, in which plain words must all stand.
    // Throws Error (query) for an id that is not there, and as search().
    SearchResult more_like(const std::string& id, const SearchRequest& request) const;

    // The following heed of a request its deadline and cancelled, and throw Error (interrupted) for
    // them as search() does.

    // An article as it is kept, with all that was found in it. Throws Error (query) for an id that
    // is not there.
    StoredArticle article(const std::string& id, const SearchRequest& request = {}) const;

    // A passage, "article#n", with as many before and after it as `context` says, where the article
    // has so many. It has no rank, score or highlights. Throws as article() does.
    SearchHit passage(const std::string& id, std::uint32_t context = 0,
                      const SearchRequest& request = {}) const;

    // Whether a quotation stands in the collection, and where: at most `limit` places. Throws Error
    // (query) when it has too few or too many words, and as search().
    Verification verify(std::string_view quotation, std::size_t limit = 10,
                        const SearchRequest& request = {}) const;

    // How the query up to `cursor`, in bytes of the line, may go on: names of fields; behind one
    // its values, entities by id or name; among words the names of entities. Only what articles
    // have, the most frequent first. Nothing where nothing fits, or the line is no valid UTF-8. The
    // request's tags are values of tag:.
    std::vector<Completion> complete(std::string_view line, std::size_t cursor, std::size_t limit,
                                     const SearchRequest& request = {}) const;

    // The entities that articles mention with a name, or an id, that begins so: the most frequent
    // first. None for an empty beginning.
    std::vector<KnownEntity> entities(std::string_view beginning, std::size_t limit,
                                      const SearchRequest& request = {}) const;

    // All that is known of an entity. Throws Error (query) for an id that is none.
    EntityDetails entity(const std::string& id) const;

    // Turns to the database's newest version if there is one; true if there was. A search does so
    // by itself when the writer has removed the one in use; its hits are of one version in any
    // case.
    bool refresh();

    // The shards that were left out; a search may find more. None where there is one database.
    std::vector<MissingShard> missing_shards() const;

    std::uint64_t article_count() const;

    // How many runs of the indexer have changed the database.
    std::uint32_t revision() const;

    // When the newest of them did, 2026-11-22T17:37:20Z; empty where none has.
    std::string revision_time() const;

    // The revision that a text means, for SearchRequest::since: "r12" itself; of a time of indexing
    // in UTC ("2021", "2021-04", "2021-04-10", "2021-04-10T08:00", with seconds and Z if you like)
    // the last one made before it. Throws Error (usage) for anything else, and for a revision that
    // the database does not have yet.
    std::uint32_t revision_named(const std::string& when) const;

 private:
    friend struct Weighing;
    struct State;
    explicit Searcher(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
