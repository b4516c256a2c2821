// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/search.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_set>

#include "corpus/schema/remote_segment.h"
#include "searcher/hits/hit_maker.h"
#include "searcher/retrieval/second_look.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

// So many of the best articles are looked into, at least: bounds for what a search costs, and no
// weights.
constexpr std::size_t kArticleDepth = 100;
constexpr std::size_t kPassageDepth = 30;
// So many articles keep their order before those of a second retrieval.
constexpr std::size_t kKeptArticles = 20;
constexpr std::size_t kMaxPassageDepth = 1000;
// Articles that hold all words of a phrase are checked for it down to this rank.
constexpr std::size_t kPhraseDepth = 5000;
// Articles that a visit reads at a time.
constexpr std::size_t kVisitStep = 1000;

double elapsed_ms(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

// How many articles are looked into at first.
std::size_t first_depth(const SearchRequest& request) {
    if (request.unit == SearchUnit::article) return std::max(request.limit, kArticleDepth);
    return std::clamp(request.limit, kPassageDepth, kMaxPassageDepth);
}

// Whether a list is long enough for a second retrieval.
bool may_go_deeper(const SearchRequest& request) {
    return request.unit == SearchUnit::article && request.limit > kKeptArticles;
}

// Whether articles behind those that were opened may be opened as well: for a long listing all of
// them; to look for phrases, down to a rank.
bool goes_on(const MatchingArticles& matching, const SearchRequest& request) {
    if (request.limit > kMaxPassageDepth) return true;
    return matching.must_check() && matching.ranks() < kPhraseDepth;
}

// Whether nothing scores, so that the newest articles come first.
bool is_by_date(const UnderstoodQuery& query) { return query.terms.empty(); }

// The articles of a query, and those that it has without its preferred phrases.
class MatchingEither {
 public:
    MatchingEither(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query)
        : request_(request),
          query_(query),
          matching(tools, request, query),
          all_at_once_(matching.must_check() && may_go_deeper(request)) {
        if (query.preferred.empty() || request.since) return;
        loosened_ = query;
        loosened_->condition = query.loosened;
        others.emplace(tools, request, *loosened_);
    }
    MatchingEither(const MatchingEither&) = delete;
    MatchingEither& operator=(const MatchingEither&) = delete;

    // Asks shards on other machines for all in one go.
    void ask() {
        if (request_.limit == 0) return;
        matching.ask(first(), rest());
        if (others) others->ask(first(), rest());
    }

    void take_first() {
        if (request_.limit == 0) return;
        if (goes_on(matching, request_)) matching.take_first();
        if (others && goes_on(*others, request_)) others->take_first();
    }

    void ask_rest() {
        if (request_.limit == 0) return;
        if (goes_on(matching, request_)) matching.ask_rest();
        if (others && goes_on(*others, request_)) others->ask_rest();
    }

 private:
    // Each step opens twice as many as the one before, the last one from kPhraseDepth on.
    std::size_t deepest() const { return 2 * kPhraseDepth + first_depth(request_); }

    std::size_t first() const { return all_at_once_ ? deepest() : first_depth(request_); }

    // A list by date that is cut off takes another round trip, to order the day at which it ends.
    std::optional<Xapian::doccount> rest() const {
        if (request_.limit > kMaxPassageDepth || is_by_date(query_)) return std::nullopt;
        return static_cast<Xapian::doccount>(deepest());
    }

    const SearchRequest& request_;
    const UnderstoodQuery& query_;
    std::optional<UnderstoodQuery> loosened_;

 public:
    MatchingArticles matching;
    std::optional<MatchingArticles> others;

 private:
    // So that a round trip is left for find_more_articles() without the phrases.
    const bool all_at_once_;
};

// One search, with what it has opened and found so far.
class Search {
 public:
    Search(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
           SearchesAhead& ahead)
        : tools_(tools),
          request_(request),
          query_(query),
          ahead_(ahead),
          either_(tools, request, query),
          judge_(tools, request, query) {}

    void run(SearchResult& result) {
        const auto start = Clock::now();
        either_.ask();
        if (request_.limit > 0) {
            if (request_.unit == SearchUnit::article) {
                find_articles();
                if (!result.corrected) find_more_articles();
            } else {
                find_passages();
            }
            tell_where_it_stops(result);
            found_ = best_found(std::move(found_), articles_, request_, query_.terms.empty());
        }
        const bool loosened = std::any_of(found_.begin(), found_.end(),
                                          [](const auto& found) { return found.passage.loosened; });
        result.articles = loosened && others_ ? others_->matches() : matching_.matches();
        if (request_.explain) explain(result, elapsed_ms(start));
        make_hits(result);
        if (others_) tell_of_phrases(loosened, result);
    }

 private:
    // Opens the articles of the next `count` ranks; false when there are none.
    bool open_more(MatchingArticles& matching, std::size_t count) {
        const std::size_t before = matching.ranks();
        for (OpenedArticle& article : matching.next(count)) {
            articles_.push_back({std::move(article), 0, 0, false, {}});
        }
        return matching.ranks() > before;
    }

    bool look_into(MatchingArticles& matching, JudgedArticle& article) {
        passages_.clear();
        if (!matching.holds_phrases(article)) return false;
        if (&matching == &matching_ && others_) others_->pass_over(article.document);
        return judge_.look_into(article, passages_);
    }

    // Whether to open more. What is behind the first ranks is asked for in one go of all that may
    // be needed of it.
    bool goes_on(const MatchingArticles& matching) {
        if (!wants_more() || !sinodex::goes_on(matching, request_)) return false;
        const bool may_find_nothing = found_.empty();
        either_.take_first();
        if (may_find_nothing) ahead_.take_first();
        either_.ask_rest();
        if (may_find_nothing) ahead_.ask_rest();
        return true;
    }

    // A list that ends before its articles do says so.
    void tell_where_it_stops(SearchResult& result) const {
        const MatchingArticles& matching = others_ ? *others_ : matching_;
        const std::size_t ranks = matching.ranks();
        if (!matching.must_check() || found_.size() >= request_.limit) return;
        if (ranks < kPhraseDepth || ranks >= matching.matches()) return;
        result.warnings.push_back({0, 0,
                                   "looked into the best " + std::to_string(ranks) + " of about " +
                                       std::to_string(matching.matches()) +
                                       " articles that may match; a limit above " +
                                       std::to_string(kMaxPassageDepth) + " looks into all"});
    }

    // Phrases that no article holds as such were read as words, as they were for the last hits.
    void tell_of_phrases(bool loosened, SearchResult& result) const {
        bool all_held = true;
        for (std::size_t i = 0; i < query_.preferred.size(); ++i) {
            if (result.hits.empty() || judge_.phrases_held()[i]) continue;
            const ByteRange span = query_.phrases[query_.preferred[i]].span;
            result.warnings.push_back(
                {span.begin, span.end, "not found as a phrase; searched for its words instead"});
            result.relaxed = true;
            all_held = false;
        }
        if (!loosened || !all_held) return;
        const ByteRange span = query_.phrases[query_.preferred.front()].span;
        result.warnings.push_back({span.begin, span.end,
                                   "hits that do not hold it as a phrase come last and say so; + "
                                   "before it leaves them out"});
    }

    void find_passages() {
        find_passages(matching_);
        if (others_) find_passages(*others_);
        judge_.add_feedback(articles_);
        for (FoundPassage& found : found_) {
            const JudgedArticle& article = articles_[found.article];
            found.passage.article = judge_.article_weight() * (article.score + article.extra);
            found.score += found.passage.article;
        }
        SecondLook(articles_, tools_, judge_.query_weight(), judge_.second_look())
            .add_to(found_, is_chinese(query_));
    }

    void find_passages(MatchingArticles& matching) {
        std::size_t depth = first_depth(request_);
        std::size_t next = articles_.size();
        do {
            if (!open_more(matching, depth)) break;
            for (; next < articles_.size(); ++next) {
                articles_[next].counts = look_into(matching, articles_[next]);
                for (const ScoredPassage& passage : passages_) {
                    found_.push_back({next, passage, passage.score});
                }
            }
            depth *= 2;  // each step matches anew what was matched before
        } while (goes_on(matching));
    }

    void find_articles() {
        find_articles(matching_);
        if (others_ && wants_more()) find_articles(*others_);
        judge_.add_feedback(articles_);
        judge_.add_second_opinions(articles_);
        add_extras(0);
    }

    void add_extras(std::size_t first) {
        for (std::size_t i = first; i < found_.size(); ++i) {
            const JudgedArticle& article = articles_[found_[i].article];
            if (article.counts) found_[i].score += article.extra;
        }
    }

    // Searches once more, with what the best articles say besides. That finds more of what is
    // relevant, but does not know better which of it comes first, so that the first ones stay. Not
    // where phrases must be looked for, which is costly, nor for what a query was guessed to mean:
    // on other machines three round trips can have gone into that.
    void find_more_articles() {
        if (others_ || matching_.must_check() || !may_go_deeper(request_)) return;
        if (found_.size() <= kKeptArticles) return;
        const std::vector<LikelyTerm> likely = judge_.likely_terms_of(articles_);
        if (likely.empty()) return;
        keep_first_articles();
        again_.emplace(tools_, request_, query_, likely);
        find_articles(*again_);
        add_extras(kKeptArticles);
        put_behind(found_[kKeptArticles - 1].score);
    }

    void keep_first_articles() {
        const auto better = [this](const FoundPassage& a, const FoundPassage& b) {
            if (a.score != b.score) return a.score > b.score;
            return articles_[a.article].record().id < articles_[b.article].record().id;
        };
        const auto kept = found_.begin() + static_cast<std::ptrdiff_t>(kKeptArticles);
        std::partial_sort(found_.begin(), kept, found_.end(), better);
        found_.erase(kept, found_.end());
        seen_.clear();
        for (const FoundPassage& found : found_) {
            seen_.insert(articles_[found.article].record().id);
        }
    }

    // Brings the scores of the articles that were not kept below that of the last one that was.
    void put_behind(double least) {
        constexpr double kBelow = 0.999;
        const auto rest = found_.begin() + static_cast<std::ptrdiff_t>(kKeptArticles);
        double best = 0;
        for (auto each = rest; each != found_.end(); ++each) best = std::max(best, each->score);
        const double scale = best > 0 ? kBelow * least / best : 0;
        for (auto each = rest; each != found_.end(); ++each) each->score *= scale;
    }

    bool wants_more() const { return found_.size() < request_.limit; }

    void find_articles(MatchingArticles& matching) {
        std::size_t next = articles_.size();
        do {
            if (!open_more(matching, first_depth(request_))) break;
            for (; next < articles_.size(); ++next) {
                judge_article(matching, next, articles_[next].place >= kArticleDepth);
            }
        } while (matching.must_check() ? goes_on(matching)
                                       : wants_more() && matching.ranks() < request_.limit);
    }

    // `deep`: a rank that keeps its order, and is looked into only for what to show.
    void judge_article(MatchingArticles& matching, std::size_t place, bool deep) {
        JudgedArticle& article = articles_[place];
        if (seen_.contains(article.record().id)) return;
        const bool needed = !deep || matching.must_check() || (request_.texts && wants_more());
        if (needed && !look_into(matching, article)) return;
        article.counts = needed && !deep;
        article.best.loosened = article.best.loosened || (!needed && others_);
        seen_.insert(article.record().id);
        found_.push_back({place, article.best, article.score + article.best.phrases});
    }

    void make_hits(SearchResult& result) {
        HitMaker maker(tools_.index(), tools_.domain().stories, tools_.analyzer(),
                       tools_.vocabulary(), request_, query_);
        for (const FoundPassage& found : found_) {
            const JudgedArticle& article = articles_[found.article];
            const HitSource source{article.document, article.record(), found.passage,
                                   found.score,      article.score,    article.extra};
            result.hits.push_back(maker.make(source, result.hits.size() + 1));
        }
    }

    void explain(SearchResult& result, double took) const {
        result.stages.push_back({"terms", terms_text()});
        result.stages.push_back({"xapian", matching_.description()});
        result.stages.push_back({"candidates", std::to_string(opened()) +
                                                   " articles looked into, " +
                                                   std::to_string(result.articles) + " match, " +
                                                   std::to_string(took) + " ms"});
    }

    std::size_t opened() const {
        return matching_.opened() + (others_ ? others_->opened() : 0) +
               (again_ ? again_->opened() : 0);
    }

    std::string terms_text() const {
        std::string terms;
        for (const QueryTerm& term : query_.terms) {
            const std::string count =
                term.prefix ? std::to_string(term.forms.size()) + " forms"
                            : std::to_string(tools_.index().frequency(term.term)) + " articles";
            terms.append(terms.empty() ? "" : ", ").append(term.term + " in " + count);
        }
        return terms;
    }

    SearchTools& tools_;
    const SearchRequest& request_;
    const UnderstoodQuery& query_;
    SearchesAhead& ahead_;
    MatchingEither either_;
    MatchingArticles& matching_ = either_.matching;
    std::optional<MatchingArticles>& others_ = either_.others;
    std::optional<MatchingArticles> again_;  // by a second retrieval
    ArticleJudge judge_;
    std::vector<JudgedArticle> articles_;        // opened so far, by rank
    std::unordered_set<std::string_view> seen_;  // sections of one article are one hit
    std::vector<FoundPassage> found_;
    std::vector<ScoredPassage> passages_;  // of the article at hand that are hits
};

// Where shards are on other machines a request takes three round trips at most. This one is left
// with two of them where one has shown how words are spelt or names are written.
bool has_asked(const SearchTools& tools) {
    const auto& segments = tools.index().segments();
    return std::any_of(segments.begin(), segments.end(), [](const Segment& segment) {
        return segment.remote && segment.remote->link().round_trips() > 0;
    });
}

// Where some that match turn out not to count, more are needed: many at first, unless there may be
// no round trip left to ask for all after that.
void ask_for_visit(SearchTools& tools, const UnderstoodQuery& query, MatchingArticles& matching,
                   std::size_t limit) {
    std::optional<Xapian::doccount> rest;
    if (limit >= 2 * kPhraseDepth) {
        if (matching.must_check()) limit = tools.index().documents();
    } else if (!has_asked(tools) && !is_by_date(query)) {
        rest = static_cast<Xapian::doccount>(2 * kPhraseDepth);
    }
    matching.ask(limit, rest);
}

// Calls `use` with the articles that match, until it returns false.
template <typename Use>
void visit_matching(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                    std::size_t limit, const Use& use) {
    MatchingArticles matching(tools, request, query);
    const SearchBounds bounds(request);
    std::unordered_set<const Story*> stories;
    std::size_t visited = 0;
    ask_for_visit(tools, query, matching, limit);
    while (visited < limit) {
        const std::size_t before = matching.ranks();
        const auto opened = matching.next(std::min(kVisitStep, limit - visited));
        if (matching.ranks() == before) return;
        for (const OpenedArticle& article : opened) {
            bounds.check();
            const Story* story = article.version.story;
            if (request.collapse && story != nullptr && stories.contains(story)) continue;
            if (!matching.holds_phrases(article)) continue;
            if (story != nullptr) stories.insert(story);
            ++visited;
            if (!use(article)) return;
        }
    }
}

MatchingArticle match_of(const OpenedArticle& article) {
    return {article.document, article.record(), article.score};
}

}  // namespace

struct SearchesAhead::One {
    One(SearchTools& tools, SearchRequest asked, UnderstoodQuery understood)
        : request(std::move(asked)),
          query(std::move(understood)),
          matching(tools, request, query) {}

    const SearchRequest request;
    const UnderstoodQuery query;
    MatchingEither matching;
};

SearchesAhead::SearchesAhead(SearchTools& tools) : tools_(tools) {}
SearchesAhead::~SearchesAhead() = default;

void SearchesAhead::add(const SearchRequest& request, UnderstoodQuery query) {
    if (!tools_.index().is_remote()) return;
    all_.push_back(std::make_unique<One>(tools_, request, std::move(query)));
    all_.back()->matching.ask();
}

void SearchesAhead::take_first() {
    for (const auto& one : all_) one->matching.take_first();
}

void SearchesAhead::ask_rest() {
    for (const auto& one : all_) one->matching.ask_rest();
}

void run_search(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                SearchesAhead& ahead, SearchResult& result) {
    Search(tools, request, query, ahead).run(result);
}

void ask_for_articles(SearchTools& tools, const SearchRequest& request,
                      const UnderstoodQuery& query, std::size_t limit) {
    MatchingArticles matching(tools, request, query);
    ask_for_visit(tools, query, matching, limit);
}

void visit_articles(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                    std::size_t limit, const VisitArticle& visit) {
    visit_matching(tools, request, query, limit,
                   [&](const OpenedArticle& article) { return visit(match_of(article)); });
}

void visit_passages(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                    std::size_t limit, const VisitPassages& visit) {
    ArticleJudge judge(tools, request, query);
    visit_matching(tools, request, query, limit, [&](const OpenedArticle& article) {
        return visit(match_of(article), judge.score(article));
    });
}

}  // namespace sinodex
