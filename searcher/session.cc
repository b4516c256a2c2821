#include "searcher/session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <unordered_map>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/terms.h"
#include "corpus/text/utf8.h"
#include "searcher/highlights.h"
#include "searcher/query/parser.h"
#include "searcher/ranking/phrases.h"
#include "searcher/understanding/understand.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

// So many of the best articles are looked into, at least.
constexpr std::size_t kArticleDepth = 100;
constexpr std::size_t kPassageDepth = 50;
constexpr std::size_t kMaxPassageDepth = 1000;
// Articles that hold all words of a phrase are checked for it down to this rank.
constexpr std::size_t kPhraseDepth = 5000;

// An article that was looked into.
struct Opened {
    Xapian::docid document = 0;
    Record record;
    double score = 0;  // of the article search
    double extra = 0;  // that looking into it added to the score
    ScoredPassage best;
};

struct Found {
    std::size_t opened;
    ScoredPassage passage;
    double score;
};

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

// Code points of the article's text before a byte of it.
std::uint32_t code_points_before(const Record& record, std::uint32_t byte) {
    return record.code_points_before + count_code_points(record.at({record.text_begin, byte}));
}

std::string date_origin(const Record& record) {
    if (!record.findings.date_origin || record.date.empty()) return {};
    switch (*record.findings.date_origin) {
        case DateOrigin::metadata:
            return "metadata";
        case DateOrigin::byline:
            return "byline";
        case DateOrigin::url:
            return "url";
        case DateOrigin::file:
            return "file";
    }
    return {};
}

double elapsed_ms(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

// The work of one search, step by step.
class Search {
 public:
    Search(const Xapian::Database& database, const SearchRequest& request, UnderstoodQuery query,
           const Domain& domain, Vocabulary& vocabulary, Analyzer& analyzer, const Weights& weights)
        : database_(database),
          request_(request),
          domain_(domain),
          query_(std::move(query)),
          vocabulary_(vocabulary),
          analyzer_(analyzer),
          weights_(weights),
          articles_(database, query_, weights),
          scorer_(query_, vocabulary, analyzer, weights),
          query_terms_(query_, vocabulary) {
        if (query_.condition) add_needed(*query_.condition);
    }

    void run(SearchResult& result) {
        const auto start = Clock::now();
        if (request_.limit > 0) {
            if (request_.unit == SearchUnit::article) {
                find_articles();
            } else {
                find_passages();
            }
        }
        result.articles = articles_.matches();
        if (request_.explain) explain(result, elapsed_ms(start));
        for (std::size_t i = 0; i < found_.size(); ++i)
            result.hits.push_back(hit(found_[i], i + 1));
    }

 private:
    // Looks into the articles of the next `count` ranks; false when there are none.
    bool open_more(std::size_t count) {
        const auto candidates = articles_.get(static_cast<Xapian::doccount>(ranks_),
                                              static_cast<Xapian::doccount>(count));
        ranks_ += candidates.size();
        for (const Candidate& candidate : candidates) {
            Opened article;
            article.document = candidate.document;
            article.record = decode_record(database_.get_document(candidate.document).get_data());
            article.score = candidate.score;
            opened_.push_back(std::move(article));
        }
        return !candidates.empty();
    }

    // The phrases that must hold, whatever else does.
    void add_needed(const Condition& condition) {
        if (condition.kind == Condition::Kind::phrase) {
            needed_.emplace_back(query_.phrases[condition.phrase]);
        } else if (condition.kind == Condition::Kind::all) {
            for (const Condition& child : condition.children) add_needed(child);
        }
    }

    bool has_phrases() const { return !query_.phrases.empty(); }

    // Whether it is worth to analyse an article: false when it cannot hold what it must.
    bool may_hold_phrases(const Record& record) const {
        return std::all_of(needed_.begin(), needed_.end(), [&](const PhraseFilter& phrase) {
            return phrase.may_hold(record.text) || phrase.may_hold(record.title);
        });
    }

    // Scores an article's passages; false when it does not hold a phrase that it must.
    bool look_into(std::size_t index) {
        Opened& article = opened_[index];
        if (!may_hold_phrases(article.record)) return false;
        const ScoredArticle& scored = scorer_.score(article.record, article.score);
        if (has_phrases() && query_.condition && !holds(*query_.condition, article, scored)) {
            return false;
        }
        article.extra = weights_.best_passage * scored.best_words +
                        weights_.article_pairs * scored.pairs +
                        weights_.article_exact * scored.exact;
        const std::size_t found_before = found_.size();
        for (const ScoredPassage& passage : scored.passages) {
            if (passage.number == 0 || passage.score > article.best.score) article.best = passage;
            const bool wanted = passage.matches || request_.carried || query_.terms.empty();
            if (request_.unit == SearchUnit::passage && wanted) {
                found_.push_back({index, passage, passage.score});
            }
        }
        // Only the title holds the query's words: the best passage stands for the article.
        if (request_.unit == SearchUnit::passage && found_.size() == found_before &&
            !scored.passages.empty()) {
            found_.push_back({index, article.best, article.best.score});
        }
        return true;
    }

    // Whether the condition holds, now that it is known which phrases stand in the article.
    bool holds(const Condition& condition, const Opened& article,
               const ScoredArticle& scored) const {
        using Kind = Condition::Kind;
        const auto& children = condition.children;
        const auto child_holds = [&](const Condition& child) {
            return holds(child, article, scored);
        };
        switch (condition.kind) {
            case Kind::phrase:
                return scored.phrases[condition.phrase];
            case Kind::none:
                return std::none_of(children.begin(), children.end(), child_holds);
            case Kind::all:
                return std::all_of(children.begin(), children.end(), child_holds);
            case Kind::any:
                return std::any_of(children.begin(), children.end(), child_holds);
            case Kind::term:
                return holds_term(article.document, condition.term);
            case Kind::date:
                return in_range(date_value(article.record.date), condition);
        }
        return true;
    }
    bool holds_term(Xapian::docid document, const std::string& term) const {
        auto at = database_.termlist_begin(document);
        const auto end = database_.termlist_end(document);
        if (at != end) at.skip_to(term);
        return at != end && *at == term;
    }
    // Articles without a date are in no range.
    static bool in_range(const std::string& date, const Condition& range) {
        return !date.empty() && date >= range.from && (range.to.empty() || date <= range.to);
    }

    void find_passages() {
        std::size_t depth = std::clamp(request_.limit, kPassageDepth, kMaxPassageDepth);
        std::size_t looked_into = 0;
        do {
            if (!open_more(depth)) break;
            for (; looked_into < opened_.size(); ++looked_into) look_into(looked_into);
            depth *= 2;  // each step matches anew what was matched before
        } while (has_phrases() && found_.size() < request_.limit && ranks_ < kPhraseDepth);
        keep_best();
    }

    void find_articles() {
        std::set<std::string> seen;  // sections of one article are one hit
        std::size_t looked_into = 0;
        const auto want_more = [&] { return found_.size() < request_.limit; };
        do {
            if (!open_more(std::max(request_.limit, kArticleDepth))) break;
            for (; looked_into < opened_.size(); ++looked_into) {
                Opened& article = opened_[looked_into];
                if (seen.contains(article.record.id)) continue;
                // Deep ranks keep their order; they are looked into only for what to show.
                const bool deep = looked_into >= kArticleDepth;
                const bool needed = !deep || has_phrases() || (request_.texts && want_more());
                if (needed && !look_into(looked_into)) continue;
                seen.insert(article.record.id);
                const double score = article.score + (deep ? 0 : article.extra);
                found_.push_back({looked_into, article.best, score});
            }
        } while (want_more() && ranks_ < (has_phrases() ? kPhraseDepth : request_.limit));
        keep_best();
    }

    // Of a story's versions that were found only the best-written one stays.
    void collapse() {
        std::unordered_map<const void*, std::string_view> best;  // story -> id
        for (const Found& one : found_) {
            const std::string& id = opened_[one.opened].record.id;
            const auto* versions = domain_.stories.versions_of(id);
            if (versions == nullptr) continue;
            auto& chosen = best.try_emplace(versions, id).first->second;
            if (place(*versions, id) < place(*versions, chosen)) chosen = id;
        }
        std::erase_if(found_, [&](const Found& one) {
            const std::string& id = opened_[one.opened].record.id;
            const auto* versions = domain_.stories.versions_of(id);
            return versions != nullptr && best[versions] != id;
        });
    }
    static std::size_t place(const std::vector<StoryVersion>& versions, std::string_view id) {
        std::size_t place = 0;
        while (place < versions.size() && versions[place].id != id) ++place;
        return place;
    }

    void keep_best() {
        const auto better = [this](const Found& a, const Found& b) {
            if (a.score != b.score) return a.score > b.score;
            const Record& left = opened_[a.opened].record;
            const Record& right = opened_[b.opened].record;
            if (query_.terms.empty() && left.date != right.date) return left.date > right.date;
            if (left.id != right.id) return left.id < right.id;
            return left.first_passage + a.passage.number < right.first_passage + b.passage.number;
        };
        if (request_.collapse) collapse();
        const std::size_t kept = std::min(request_.limit, found_.size());
        std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept),
                          found_.end(), better);
        found_.resize(kept);
    }

    SearchHit hit(const Found& found, std::size_t rank) {
        const Opened& article = opened_[found.opened];
        const Record& record = article.record;
        SearchHit hit;
        hit.rank = rank;
        hit.score = found.score;
        hit.passage = record.first_passage + found.passage.number;
        const bool whole = request_.unit == SearchUnit::article;
        hit.id = whole ? record.id : record.id + "#" + std::to_string(hit.passage);
        hit.article.id = record.id;
        if (request_.explain) {
            hit.parts = {{"article BM25", article.score}, {"article extra", article.extra},
                         {"words", found.passage.words},  {"concepts", found.passage.concepts},
                         {"pairs", found.passage.pairs},  {"centrality", found.passage.centrality}};
        }
        if (!request_.texts) return hit;
        hit.article = {record.id,     record.title, record.url,  record.source,
                       record.author, record.date,  record.lang, date_origin(record)};
        if (const auto* versions = domain_.stories.versions_of(record.id)) {
            for (const StoryVersion& version : *versions) {
                if (version.id != record.id) hit.versions.push_back(version.id);
            }
        }
        if (found.passage.number < record.passages.size()) {
            const ByteRange range = record.passages[found.passage.number];
            hit.text = record.at(range);
            hit.begin = range.begin;
            hit.end = range.end;
            hit.begin_code_point = code_points_before(record, range.begin);
            hit.highlights =
                highlights(record, range, query_, query_terms_, vocabulary_, analyzer_);
        }
        return hit;
    }

    void explain(SearchResult& result, double took) const {
        std::string terms;
        for (const QueryTerm& term : query_.terms) {
            terms.append(terms.empty() ? "" : ", ").append(term.term).append(" in ");
            terms.append(std::to_string(database_.get_termfreq(term.term))).append(" articles");
        }
        result.stages.push_back({"terms", terms});
        result.stages.push_back({"xapian", articles_.description()});
        result.stages.push_back({"candidates", std::to_string(opened_.size()) +
                                                   " articles looked into, " +
                                                   std::to_string(result.articles) + " match, " +
                                                   std::to_string(took) + " ms"});
    }

    const Xapian::Database& database_;
    const SearchRequest& request_;
    const Domain& domain_;
    UnderstoodQuery query_;
    Vocabulary& vocabulary_;
    Analyzer& analyzer_;
    const Weights& weights_;
    ArticleSearch articles_;
    PassageScorer scorer_;
    QueryTerms query_terms_;
    std::vector<PhraseFilter> needed_;
    std::vector<Opened> opened_;
    std::vector<Found> found_;
    std::size_t ranks_ = 0;  // of the article search that were opened
};

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

SearchResult Session::search(const SearchRequest& request) {
    const auto start = Clock::now();
    vocabulary_.trim();
    SearchResult result;
    const ParsedQuery parsed = parse_query(request.query);
    UnderstoodQuery query = understand(
        parsed, {query_analyzer_, terms_, amounts_, dates_, *domain_, database_}, request.expand);
    result.query = parsed.text;
    result.interpretation = to_string(query);
    for (const QueryWarning& warning : query.warnings) {
        result.warnings.push_back({warning.span.begin, warning.span.end, warning.message});
    }
    if (request.explain) {
        result.stages.push_back({"parsed", to_string(parsed.root)});
        result.stages.push_back({"understood", result.interpretation});
    }
    const auto run = [&](UnderstoodQuery understood) {
        Search(database_, request, std::move(understood), *domain_, vocabulary_, text_analyzer_,
               weights_)
            .run(result);
    };
    run(query);
    if (result.hits.empty() && request.limit > 0 && query.condition) {
        for (const std::size_t phrase : loosen_phrases(*query.condition)) {
            const ByteRange span = query.phrases[phrase].span;
            result.warnings.push_back(
                {span.begin, span.end, "not found as a phrase; searched for its words instead"});
            result.relaxed = true;
        }
        if (result.relaxed) run(std::move(query));
    }
    result.took_ms = elapsed_ms(start);
    return result;
}

}  // namespace sinodex
