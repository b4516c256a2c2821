// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/session.h"

#include <chrono>

#include "searcher/query/parser.h"
#include "searcher/query/tags.h"
#include "searcher/understanding/conditions.h"
#include "searcher/understanding/long_query.h"
#include "searcher/understanding/spelling.h"
#include "searcher/understanding/understood_parts.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

// Loosens the phrases that must hold and were not found, and tells of them.
void loosen(UnderstoodQuery& query, const Xapian::Database& database, SearchResult& result) {
    query.preferred.clear();
    for (const std::size_t phrase : loosen_phrases(*query.condition, database)) {
        const ByteRange span = query.phrases[phrase].span;
        const bool near = !query.phrases[phrase].parts.empty();
        result.warnings.push_back({span.begin, span.end,
                                   std::string("not found ") +
                                       (near ? "so near each other" : "as a phrase") +
                                       "; searched for its words instead"});
        result.relaxed = true;
    }
    if (says_nothing(*query.condition)) query.condition.reset();
}

}  // namespace

Session::Session(IndexReader index, std::shared_ptr<const Domain> domain)
    : index_(std::move(index)),
      revisions_(index_.revisions()),
      domain_(domain ? std::move(domain) : load_domain(index_)),
      tools_(index_, *domain_) {}

SearchTools& Session::begin_search() {
    tools_.begin_search();
    return tools_;
}

UnderstandingTools Session::understanding_tools() {
    return {query_analyzer_, terms_, amounts_, dates_, *domain_, index_};
}

// A text that is longer than a query may be is read for its most telling words, unless it has
// fields or operators.
ParsedQuery Session::read(const SearchRequest& request) {
    const bool plain = request.syntax == QuerySyntax::plain;
    ParsedQuery parsed = plain ? parse_words(request.query) : parse_query(request.query);
    look_up_tags(parsed, request.tags.get());
    if (request.query.size() <= kMaxQueryBytes || !is_prose(parsed.root)) return parsed;
    parsed = parse_words(most_telling_words(request.query, kMaxTerms, kMaxQueryBytes,
                                            query_analyzer_, terms_, index_.database()));
    const auto end = static_cast<std::uint32_t>(parsed.text.size());
    parsed.warnings.push_back(
        {{end, end},
         "the query is longer than 1024 bytes; only its most telling words were searched for"});
    return parsed;
}

UnderstoodQuery Session::understood(const ParsedQuery& parsed, const Expansions& expand) {
    return understand(parsed, understanding_tools(), expand);
}

SearchResult Session::search(const SearchRequest& request) {
    const auto start = Clock::now();
    SearchResult result = search_as_spelt(request);
    if (result.hits.empty() && request.limit > 0 && !result.suggestion.empty()) {
        SearchRequest again = request;
        again.query = result.suggestion;
        SearchResult other = search_as_spelt(again);
        if (!other.hits.empty()) {
            other.query = result.query;
            other.suggestion = result.suggestion;
            other.missing = std::move(result.missing);
            other.corrected = true;
            other.warnings = std::move(result.warnings);  // whose places are those of the query
            result = std::move(other);
        }
    }
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

SearchResult Session::search_as_spelt(const SearchRequest& given) {
    SearchResult result;
    const ParsedQuery parsed = read(given);
    UnderstoodQuery query = understood(parsed, given.expand);
    const SearchRequest request = as_asked(given, parsed);
    result.query = parsed.text;
    result.revision = revisions_.newest();
    result.interpretation = to_string(query);
    result.warnings = warnings_of(query);
    if (request.explain) {
        result.stages.push_back({"parsed", to_lines(parsed.root)});
        result.stages.push_back({"understood", result.interpretation});
        result.understood = understood_parts(query, domain_->knowledge);
    }
    run_search(begin_search(), request, query, result);
    const bool may_loosen = request.limit > 0 && !request.since;
    if (result.hits.empty() && may_loosen && query.condition) {
        loosen(query, index_.database(), result);
        if (result.relaxed) run_search(begin_search(), request, query, result);
    }
    for (const ByteRange word : query.missing) {
        result.missing.emplace_back(slice(parsed.text, word));
    }
    if (!query.corrections.empty()) result.suggestion = corrected(parsed.text, query.corrections);
    return result;
}

SearchRequest as_asked(SearchRequest request, const ParsedQuery& query) {
    request.collapse = query.collapse.value_or(request.collapse);
    return request;
}

std::vector<SearchWarning> warnings_of(const UnderstoodQuery& query) {
    std::vector<SearchWarning> warnings;
    for (const QueryWarning& warning : query.warnings) {
        warnings.push_back({warning.span.begin, warning.span.end, warning.message});
    }
    return warnings;
}

}  // namespace sinodex
