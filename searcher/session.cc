#include "searcher/session.h"

#include <chrono>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "searcher/query/parser.h"
#include "searcher/understanding/understand.h"
#include "searcher/views/figure_groups.h"
#include "searcher/views/more_like.h"
#include "searcher/views/verifier.h"

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

Session::Session(const std::string& generation_path, const Weights& weights,
                 std::shared_ptr<const Domain> domain)
    : weights_(weights),
      database_(open_database(generation_path)),
      domain_(domain ? std::move(domain) : load_domain(database_)),
      vocabulary_(database_),
      text_analyzer_({true, false}) {}

std::uint64_t Session::article_count() const {
    return database_.get_doccount() -
           database_.get_termfreq(std::string(info(Field::section).prefix));
}

SearchTools Session::tools() {
    return {database_, *domain_, weights_, vocabulary_, text_analyzer_};
}

UnderstoodQuery Session::understood(const ParsedQuery& parsed, bool expand) {
    return understand(parsed, {query_analyzer_, terms_, amounts_, dates_, *domain_, database_},
                      expand);
}

void Session::visit_articles(const SearchRequest& request, std::size_t limit, bool passages,
                             const VisitArticle& visit) {
    vocabulary_.trim();
    const UnderstoodQuery query = understood(parse_query(request.query), request.expand);
    const SearchTools with = tools();
    Search(with, request, query).visit_articles(limit, passages, visit);
}

Figures Session::figures(const SearchRequest& request) {
    constexpr std::size_t kArticles = 200;
    const auto start = Clock::now();
    vocabulary_.trim();
    const ParsedQuery parsed = parse_query(request.query);
    const UnderstoodQuery query = understood(parsed, request.expand);
    Figures result;
    result.query = parsed.text;
    result.interpretation = to_string(query);
    for (const QueryWarning& warning : query.warnings) {
        result.warnings.push_back({warning.span.begin, warning.span.end, warning.message});
    }
    FigureFinder finder(domain_->knowledge);
    std::vector<FoundFigure> found;
    const SearchTools with = tools();
    Search(with, request, query)
        .visit_articles(kArticles, true, [&](const MatchingArticle& article) {
            ++result.articles;
            for (const ScoredPassage& passage : article.passages->passages) {
                const bool wanted = passage.matches || query.terms.empty();
                if (wanted) finder.find(article.record, passage, found);
            }
            return true;
        });
    WantedFigures wanted{labels_in(parsed.text), {}};
    for (const QueryConcept& named : query.concepts) {
        wanted.entities.insert(wanted.entities.end(), named.entities.begin(), named.entities.end());
    }
    result.groups = group_figures(std::move(found), wanted);
    result.found = result.groups.size();
    if (result.found > request.limit) result.groups.resize(request.limit);
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

SearchResult Session::more_like(const std::string& id, const SearchRequest& request) {
    const auto start = Clock::now();
    vocabulary_.trim();
    const SearchTools with = tools();
    UnderstoodQuery query = query_like(id, with, query_analyzer_, terms_);
    ParsedQuery parsed = parse_query(request.query);
    parsed.root = as_filter(std::move(parsed.root));
    add_filter(understood(parsed, false), query);
    SearchResult result;
    result.query = parsed.text;
    result.interpretation = "like " + id + ": " + to_string(query);
    for (const QueryWarning& warning : query.warnings) {
        result.warnings.push_back({warning.span.begin, warning.span.end, warning.message});
    }
    if (request.explain) result.stages.push_back({"understood", result.interpretation});
    Search(with, request, query).run(result);
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

Verification Session::verify(std::string_view quotation, std::size_t limit) {
    return sinodex::verify(quotation, limit, tools(), terms_);
}

SearchResult Session::search(const SearchRequest& request) {
    const auto start = Clock::now();
    vocabulary_.trim();
    SearchResult result;
    const ParsedQuery parsed = parse_query(request.query);
    UnderstoodQuery query = understood(parsed, request.expand);
    result.query = parsed.text;
    result.interpretation = to_string(query);
    for (const QueryWarning& warning : query.warnings) {
        result.warnings.push_back({warning.span.begin, warning.span.end, warning.message});
    }
    if (request.explain) {
        result.stages.push_back({"parsed", to_string(parsed.root)});
        result.stages.push_back({"understood", result.interpretation});
    }
    const SearchTools with = tools();
    Search(with, request, query).run(result);
    if (result.hits.empty() && request.limit > 0 && query.condition) {
        for (const std::size_t phrase : loosen_phrases(*query.condition)) {
            const ByteRange span = query.phrases[phrase].span;
            result.warnings.push_back(
                {span.begin, span.end, "not found as a phrase; searched for its words instead"});
            result.relaxed = true;
        }
        if (result.relaxed) Search(with, request, query).run(result);
    }
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

}  // namespace sinodex
