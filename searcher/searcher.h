#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/completion/completion.h"
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
    bool expand = true;    // false: entities, amounts and times match by the query's words only
    bool collapse = true;  // of several versions of a story, the best-written one only
    bool explain = false;  // fill SearchResult::stages and SearchHit::parts
};

// A stretch of a passage that matches, in bytes of the article's stored text.
struct SearchHighlight {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string why;  // "exact": the word as typed; "stem": another form of it; "phrase";
                      // "near": a part of what stands near each other;
                      // "entity", "amount", "time": the same in other words
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
    std::vector<SearchHighlight> highlights;  // sorted, disjoint
    std::vector<std::string> versions;        // ids of other versions of the article
    std::vector<ScorePart> parts;             // with SearchRequest::explain
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
    double took_ms = 0;
    std::vector<SearchHit> hits;
    std::vector<SearchWarning> warnings;
    bool relaxed = false;  // no article held the phrases; they were read as words, with a warning
    std::vector<ExplainStage> stages;  // with SearchRequest::explain
};

struct Facets;
struct RelatedEntities;
struct Timeline;
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

    // Another one of the same version of the database that ranks by other weights. Cheaper to make
    // than from the path.
    Searcher with_weights(const Weights& weights) const;

    // Malformed queries give warnings. Throws Error (database) when the database turns out damaged.
    SearchResult search(const SearchRequest& request) const;

    // Views over all that a query matches, within the bound of searcher/views/match_summary.h. They
    // heed the request's query, expand and collapse. The headers in searcher/views/ have their
    // values. `top`: values of a facet, or entities, at most.
    Facets facets(const SearchRequest& request, std::size_t top) const;
    Timeline timeline(const SearchRequest& request, TimelineBy by) const;
    RelatedEntities related(const SearchRequest& request, std::size_t top) const;

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

 private:
    struct State;
    explicit Searcher(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
