#include "searcher/retrieval/session.h"

#include <chrono>

#include "searcher/query/parser.h"
#include "searcher/understanding/spelling.h"
#include "searcher/understanding/understood_parts.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

// Makes any word of a phrase enough, but for excluded phrases. Returns which were loosened.
std::vector<std::size_t> loosen_phrases(Condition& condition) {
    if (condition.kind == Condition::Kind::phrase) {
        const std::size_t phrase = condition.phrase;
        Condition any = std::move(condition.children.back());
        condition = std::move(any);
        return {phrase};
    }
    std::vector<std::size_t> loosened;
    if (condition.kind == Condition::Kind::none) return loosened;
    for (Condition& child : condition.children) {
        for (const std::size_t phrase : loosen_phrases(child)) loosened.push_back(phrase);
    }
    return loosened;
}

}  // namespace

Session::Session(const std::string& generation_path, std::shared_ptr<const Domain> domain)
    : index_(generation_path),
      revisions_(index_.revisions()),
      domain_(domain ? std::move(domain) : load_domain(index_)),
      tools_(index_.database(), *domain_) {}

SearchTools& Session::begin_search() {
    tools_.begin_search();
    return tools_;
}

UnderstandingTools Session::understanding_tools() {
    return {query_analyzer_, terms_, amounts_, dates_, *domain_, index_.database()};
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
    const ParsedQuery parsed = parse_query(given.query);
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
        for (const std::size_t phrase : loosen_phrases(*query.condition)) {
            const ByteRange span = query.phrases[phrase].span;
            const bool near = !query.phrases[phrase].parts.empty();
            result.warnings.push_back({span.begin, span.end,
                                       std::string("not found ") +
                                           (near ? "so near each other" : "as a phrase") +
                                           "; searched for its words instead"});
            result.relaxed = true;
        }
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
