// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/session.h"

#include <chrono>
#include <optional>

#include "searcher/query/parser.h"
#include "searcher/query/tags.h"
#include "searcher/understanding/conditions.h"
#include "searcher/understanding/long_query.h"
#include "searcher/understanding/spelling.h"
#include "searcher/understanding/understood_parts.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

// Loosens the phrases that must hold and were not found, and returns which.
std::vector<std::size_t> loosen(UnderstoodQuery& query, const Xapian::Database& database) {
    query.preferred.clear();
    std::vector<std::size_t> loosened = loosen_phrases(*query.condition, database);
    if (says_nothing(*query.condition)) query.condition.reset();
    return loosened;
}

void tell_of(const std::vector<std::size_t>& loosened, const UnderstoodQuery& query,
             SearchResult& result) {
    for (const std::size_t phrase : loosened) {
        const ByteRange span = query.phrases[phrase].span;
        const bool near = !query.phrases[phrase].parts.empty();
        result.warnings.push_back({span.begin, span.end,
                                   std::string("not found ") +
                                       (near ? "so near each other" : "as a phrase") +
                                       "; searched for its words instead"});
        result.relaxed = true;
    }
}

bool may_loosen(const SearchRequest& request, const UnderstoodQuery& query) {
    return request.limit > 0 && !request.since && query.condition;
}

// The request, for what is written as it may have been meant.
SearchRequest as_corrected(SearchRequest request, std::string query) {
    request.query = std::move(query);
    return request;
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
    SearchesAhead ahead(tools_);
    SearchResult result;
    search_as_spelt(request, ahead, result);
    if (result.hits.empty() && request.limit > 0 && !result.suggestion.empty()) {
        SearchResult other;
        other.corrected = true;
        search_as_spelt(as_corrected(request, result.suggestion), ahead, other);
        if (!other.hits.empty()) {
            other.query = result.query;
            other.suggestion = result.suggestion;
            other.missing = std::move(result.missing);
            other.warnings = std::move(result.warnings);  // whose places are those of the query
            result = std::move(other);
        }
    }
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

// Asks for what has to be searched for where nothing is found. Where no condition keeps articles
// from being found that a word stands in, nothing is found only if no word of the query stands in
// any; then no server is asked for it, and so none has to be asked for more with it.
void Session::ask_ahead(const SearchRequest& request, const UnderstoodQuery& query,
                        const std::string& suggestion, SearchesAhead& ahead) {
    const bool may_leave_out = query.condition || request.since;
    if (!index_.is_remote() || !may_leave_out || request.limit == 0) return;
    const SearchRequest other = as_corrected(request, suggestion);
    std::optional<UnderstoodQuery> meant;  // what this asks for is sent, and so comes first
    if (!suggestion.empty()) meant = understood(read(other), other.expand);
    add_with_looser(request, query, ahead);
    if (meant) add_with_looser(other, *meant, ahead);
}

void Session::add_with_looser(const SearchRequest& request, UnderstoodQuery query,
                              SearchesAhead& ahead) {
    ahead.add(request, query);
    if (!may_loosen(request, query) || loosen(query, index_.database()).empty()) return;
    ahead.add(request, std::move(query));
}

void Session::search_as_spelt(const SearchRequest& given, SearchesAhead& ahead,
                              SearchResult& result) {
    const ParsedQuery parsed = read(given);
    UnderstoodQuery query = understood(parsed, given.expand);
    const SearchRequest request = as_asked(given, parsed);
    result.query = parsed.text;
    if (!query.corrections.empty()) result.suggestion = corrected(parsed.text, query.corrections);
    result.revision = revisions_.newest();
    result.interpretation = to_string(query);
    result.warnings = warnings_of(query);
    if (request.explain) {
        result.stages.push_back({"parsed", to_lines(parsed.root)});
        result.stages.push_back({"understood", result.interpretation});
        result.understood = understood_parts(query, domain_->knowledge);
    }
    begin_search();
    ask_ahead(request, query, result.suggestion, ahead);
    run_search(tools_, request, query, ahead, result);
    if (result.hits.empty() && may_loosen(request, query)) {
        tell_of(loosen(query, index_.database()), query, result);
        if (result.relaxed) run_search(begin_search(), request, query, ahead, result);
    }
    for (const ByteRange word : query.missing) {
        result.missing.emplace_back(slice(parsed.text, word));
    }
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
