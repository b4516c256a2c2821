#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/completion/completion.h"
#include "searcher/expansions.h"
#include "searcher/match_rule.h"
#include "searcher/ranking/weights.h"

namespace sinodex {

// What a search returns: passages, or whole articles with their best passage.
enum class SearchUnit { passage, article };

struct SearchRequest {
    std::string query;  // UTF-8; the language is described in docs/query-language.md
    SearchUnit unit = SearchUnit::passage;
    std::size_t limit = 10;  // of hits
    bool texts = true;       // false: hits have ids and scores only; faster for deep rankings
    bool carried = false;  // also passages that hold no word of the query, carried by their article
    Expansions expand;     // what the words match beside themselves
    std::size_t per_article = 0;  // passages of one article, at most; 0: any number
    bool collapse = true;         // of several versions of a story, the best-written one only
    // Only passages whose text came into the database after this revision of it (0: all), of
    // articles that match and hold such a passage; phrases are then never loosened. See
    // revision_named().
    std::optional<std::uint32_t> since = std::nullopt;
    std::uint32_t context = 0;  // passages before and after each hit's to be quoted, at most
    bool explain = false;       // fill SearchResult::stages and SearchHit::parts
};

// A stretch of an article's stored text, in bytes and in code points. It begins and ends between
// characters: never within UTF-8, never between a letter and the marks that combine with it.
struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t begin_code_point = 0;
    std::uint32_t end_code_point = 0;
};

// A part of the query, and the rule by which it matches.
struct QueryMatch {
    std::uint32_t begin = 0;  // bytes of the query; of the suggestion where that was searched for
    std::uint32_t end = 0;
    MatchRule why = MatchRule::exact;

    bool operator==(const QueryMatch&) const = default;
};

// A stretch of a passage that matches. Where several parts of the query match overlapping
// stretches, one highlight holds them all, and `why` is the rule of the longest.
struct SearchHighlight : TextSpan {
    MatchRule why = MatchRule::exact;
    std::vector<QueryMatch> query;  // sorted, distinct, at least one
};

// A passage beside a hit's, of the same article.
struct ContextPassage : TextSpan {
    std::uint32_t passage = 0;
    std::string text;
};

struct ArticleInfo {
    std::string id, title, url, source, author, date, lang;  // empty where not known
    std::string date_origin = {};  // of the date: metadata, byline, url, file
};

struct ScorePart {
    std::string name;
    double value = 0;
};

struct SearchHit {
    std::size_t rank = 0;  // from 1
    double score = 0;      // comparable within one search only
    std::string id;        // of the passage, "article-id#n", or of the article, as asked for
    std::uint32_t passage = 0;
    ArticleInfo article;
    std::string text;         // of the passage, as it stands in the article
    std::uint32_t begin = 0;  // of the passage: bytes of the article's stored text
    std::uint32_t end = 0;
    std::uint32_t begin_code_point = 0;       // the same beginning, in code points
    std::vector<SearchHighlight> highlights;  // sorted, disjoint; they may touch
    // Of a passage of more than 120 words: those sentences that hold most of the query, in their
    // order, some 80 words at most. Empty where the passage is short enough to be read.
    std::vector<TextSpan> best;
    std::vector<ContextPassage> before, after;  // with SearchRequest::context, in their order
    std::vector<std::string> versions;          // ids of other versions of the article
    std::vector<ScorePart> parts;               // with SearchRequest::explain
};

struct SearchWarning {
    std::uint32_t begin = 0;  // bytes of the query
    std::uint32_t end = 0;
    std::string message;
};

struct ExplainStage {
    std::string name;
    std::string text;
};

struct SearchResult {
    std::string query;
    std::string interpretation;  // how the query was understood, in one line
    std::uint64_t articles = 0;  // that match; an estimate when they are many
    std::uint32_t revision = 0;  // of the database: ask for what comes after it next time
    double took_ms = 0;
    std::vector<SearchHit> hits;
    std::vector<SearchWarning> warnings;
    std::string suggestion;  // the query with its spelling corrected; empty where nothing is to be
    bool corrected = false;  // nothing matched the query; the hits are those of the suggestion
    bool relaxed = false;    // no article held the phrases; they were read as words, with a warning
    std::vector<ExplainStage> stages;  // with SearchRequest::explain
};

struct Facets;
struct Figures;
struct RelatedEntities;
struct Timeline;
struct Verification;
enum class TimelineBy;

// A database, open for searching. The same database and request always give the same hits: ties end
// in the order of article ids and passage numbers.
//
// Thread-safe: any number of threads may search at once; each search uses an Xapian handle and an
// analyser of its own, which are kept for the next one. A search never writes, prints or aborts.
class Searcher {
 public:
    // Throws Error (database): missing, of another version, or damaged. Other weights than those in
    // force are for experiments.
    explicit Searcher(const std::string& database, const Weights& weights = {});
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    // Another one of the same database that ranks by other weights. It costs next to nothing: the
    // two share what they have read, and refresh() turns both.
    Searcher with_weights(const Weights& weights) const;

    // Malformed queries give warnings. Throws Error (database) when the database turns out damaged.
    SearchResult search(const SearchRequest& request) const;

    // Views over all that a query matches, within the bound of searcher/views/match_summary.h. They
    // heed the request's query, expand, collapse and since. The headers in searcher/views/ have
    // their values. `top`: values of a facet, or entities, at most.
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

    // Whether a quotation stands in the collection, and where: at most `limit` places. Throws Error
    // (query) when it has too few or too many words, and as search().
    Verification verify(std::string_view quotation, std::size_t limit = 10) const;

    // How the query up to `cursor`, in bytes of the line, may go on: names of fields; behind one
    // its values, entities by id or name; among words the names of entities. Only what articles
    // have, the most frequent first. Nothing where nothing fits, or the line is no valid UTF-8.
    std::vector<Completion> complete(std::string_view line, std::size_t cursor,
                                     std::size_t limit) const;

    // Turns to the database's newest version if there is one; true if there was. A search does so
    // by itself when the writer has removed the one in use; its hits are of one version in any
    // case.
    bool refresh();

    std::uint64_t article_count() const;

    // How many runs of the indexer have changed the database.
    std::uint32_t revision() const;

    // The revision that a text means, for SearchRequest::since: "r12" itself; of a time of indexing
    // in UTC ("2021", "2021-04", "2021-04-10", "2021-04-10T08:00", with seconds and Z if you like)
    // the last one made before it. Throws Error (usage) for anything else, and for a revision that
    // the database does not have yet.
    std::uint32_t revision_named(const std::string& when) const;

 private:
    struct State;
    explicit Searcher(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
