#include "searcher/retrieval/session.h"

#include <chrono>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "searcher/query/parser.h"
#include "searcher/understanding/spelling.h"

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

Xapian::Database open_database(const std::string& path) {
    Xapian::Database database(path);
    const std::string version = database.get_metadata(std::string(kMetaVersion));
    const std::string analyzer = database.get_metadata(std::string(kMetaAnalyzer));
    if (version != std::to_string(kFormatVersion) || analyzer != analyzer_fingerprint()) {
        throw Error(ErrorKind::database,
                    path + ": was made by another version of Sinodex (format " + version +
                        ", analysis " + analyzer + "; this one: format " +
                        std::to_string(kFormatVersion) + ", analysis " + analyzer_fingerprint() +
                        ")",
                    "build it anew: sinodex-index --rebuild");
    }
    return database;
}

}  // namespace

Session::Session(const std::string& generation_path, std::shared_ptr<const Domain> domain)
    : database_(open_database(generation_path)),
      revisions_(Revisions::decode(database_.get_metadata(std::string(kMetaRevisions)))),
      domain_(domain ? std::move(domain) : load_domain(database_)),
      vocabulary_(database_),
      text_analyzer_({true, false}),
      reader_(vocabulary_, text_analyzer_) {}

std::uint64_t Session::article_count() const {
    return database_.get_doccount() -
           database_.get_termfreq(std::string(info(Field::section).prefix));
}

SearchTools Session::search_tools() {
    if (vocabulary_.trim()) cache_.clear();
    return {database_, *domain_, weights_, vocabulary_, text_analyzer_, reader_, cache_, feedback_};
}

UnderstandingTools Session::understanding_tools() {
    return {query_analyzer_, terms_, amounts_, dates_, *domain_, database_};
}

UnderstoodQuery Session::understood(const ParsedQuery& parsed, const Expansions& expand) {
    return understand(parsed, understanding_tools(), expand);
}

UnderstoodQuery Session::visit_articles(const SearchRequest& request, std::size_t limit,
                                        bool passages, const VisitArticle& visit) {
    UnderstoodQuery query = understood(parse_query(request.query), request.expand);
    Search(search_tools(), request, query).visit_articles(limit, passages, visit);
    return query;
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
    }
    Search(search_tools(), request, query).run(result);
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
        if (result.relaxed) Search(search_tools(), request, query).run(result);
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
