#include "searcher/retrieval/search.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "searcher/hits/best_sentences.h"
#include "searcher/hits/highlights.h"
#include "searcher/hits/hits.h"
#include "searcher/hits/neighbours.h"
#include "searcher/ranking/condition_check.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

// So many of the best articles are looked into, at least.
constexpr std::size_t kArticleDepth = 100;
constexpr std::size_t kPassageDepth = 30;
constexpr std::size_t kMaxPassageDepth = 1000;
// Articles that hold all words of a phrase are checked for it down to this rank.
constexpr std::size_t kPhraseDepth = 5000;
// The best articles that feedback takes for relevant.
constexpr std::size_t kFeedbackArticles = 3;
// Articles that a visit reads at a time.
constexpr std::size_t kVisitStep = 1000;

std::size_t place(const std::vector<StoryVersion>& versions, std::string_view id) {
    std::size_t place = 0;
    while (place < versions.size() && versions[place].id != id) ++place;
    return place;
}

double elapsed_ms(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

}  // namespace

Search::Search(const SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query)
    : tools_(tools),
      request_(request),
      query_(query),
      bounds_(request),
      articles_(tools.database, query, tools.weights, since(), bounds_),
      scorer_(query, tools.vocabulary, tools.weights),
      query_terms_(query, tools.vocabulary) {
    if (query_.condition) add_needed(*query_.condition);
}

void Search::run(SearchResult& result) {
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
    for (std::size_t i = 0; i < found_.size(); ++i) result.hits.push_back(hit(found_[i], i + 1));
}

void Search::visit_articles(std::size_t limit, bool passages, const VisitArticle& visit) {
    std::unordered_set<const void*> stories;
    std::size_t visited = 0;
    while (visited < limit && open_more(std::min(kVisitStep, limit - visited))) {
        for (const Opened& article : opened_) {
            bounds_.check();
            const void* story = article.versions;
            if (request_.collapse && story != nullptr && stories.contains(story)) continue;
            if (has_phrases() && !holds_phrases(article)) continue;
            if (story != nullptr) stories.insert(story);
            ++visited;
            const ScoredArticle* scored = passages ? &score(article) : nullptr;
            if (!visit({article.document, article.record(), article.score, scored})) return;
        }
        opened_.clear();
    }
}

// Opens the articles of the next `count` ranks; false when there are none.
bool Search::open_more(std::size_t count) {
    bounds_.check();
    const auto candidates =
        articles_.get(static_cast<Xapian::doccount>(ranks_), static_cast<Xapian::doccount>(count));
    ranks_ += candidates.size();
    for (const Candidate& candidate : candidates) {
        bounds_.check();
        Opened article;
        article.document = candidate.document;
        article.article = tools_.cache.find(candidate.document);
        if (!article.article) {
            article.article = std::make_shared<ReadArticle>();
            const Xapian::Document stored = tools_.database.get_document(candidate.document);
            article.article->record = decode_record(stored.get_data());
        }
        article.score = candidate.score;
        article.versions = tools_.domain.stories.versions_of(article.record().id);
        opened_.push_back(std::move(article));
    }
    return !candidates.empty();
}

// The phrases that must hold, whatever else does.
void Search::add_needed(const Condition& condition) {
    if (condition.kind == Condition::Kind::phrase) {
        needed_.emplace_back(query_.phrases[condition.phrase]);
    } else if (condition.kind == Condition::Kind::all) {
        for (const Condition& child : condition.children) add_needed(child);
    }
}

// Whether it is worth to analyse an article: false when it cannot hold what it must.
bool Search::may_hold_phrases(const Record& record) const {
    return std::all_of(needed_.begin(), needed_.end(), [&](const PhraseFilter& phrase) {
        return phrase.may_hold(record.text) || phrase.may_hold(record.title);
    });
}

bool Search::holds_phrases(const Opened& article) {
    const Record& record = article.record();
    if (!may_hold_phrases(record)) return false;
    const std::vector<bool> phrases =
        phrases_in(record, query_, tools_.analyzer, tools_.vocabulary);
    return !query_.condition ||
           holds(*query_.condition, tools_.database, article.document, record, phrases);
}

const ScoredArticle& Search::score(const Opened& opened) {
    ReadArticle& article = *opened.article;
    if (!article.analysed) {
        article.terms = tools_.reader.read(article.record);
        article.analysed = true;
    }
    return scorer_.score(article.record, article.terms);
}

bool Search::look_into(std::size_t index) {
    bounds_.check();
    Opened& article = opened_[index];
    if (has_phrases() && !holds_phrases(article)) return false;
    const bool cached = article.article->analysed;
    const ScoredArticle& scored = score(article);
    if (!cached) tools_.cache.add(article.document, article.article);
    const Weights& weights = tools_.weights;
    article.extra = weights.best_passage * scored.best_words +
                    weights.article_pairs * scored.pairs + weights.lead * scored.lead +
                    weights.title_words * scored.title;
    return take_passages(index, scored);
}

// Finds the best passage of an article that are new enough, and takes those that are hits. False
// when the words of the query stand in older ones only.
bool Search::take_passages(std::size_t index, const ScoredArticle& scored) {
    Opened& article = opened_[index];
    const auto& revisions = article.record().revisions;
    bool older_match = false;
    const ScoredPassage* best = nullptr;
    std::size_t wanted = 0;
    for (const ScoredPassage& passage : scored.passages) {
        const bool matches = passage.matches || request_.carried || query_.terms.empty();
        if (since() != kNoRevision && revisions[passage.number] <= since()) {
            older_match = older_match || matches;
            continue;
        }
        if (best == nullptr || passage.score > best->score) best = &passage;
        if (!matches) continue;
        ++wanted;
        if (request_.unit == SearchUnit::passage) {
            found_.push_back({index, passage, passage.score});
        }
    }
    if (wanted == 0 && older_match) return false;
    if (best == nullptr) return true;
    article.best = *best;
    // Only the title holds the query's words: the best passage stands for the article.
    if (request_.unit == SearchUnit::passage && wanted == 0) {
        found_.push_back({index, article.best, article.best.score});
    }
    return true;
}

// Moves articles up that are close to the best ones.
void Search::add_feedback() {
    std::vector<Opened*> best;
    for (Opened& article : opened_) {
        if (article.counts) best.push_back(&article);
    }
    const auto score = [](const Opened& article) { return article.score + article.extra; };
    const std::size_t count = std::min(kFeedbackArticles, best.size());
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(),
                      [&](const Opened* a, const Opened* b) {
                          return score(*a) != score(*b) ? score(*a) > score(*b)
                                                        : a->document < b->document;
                      });
    if (count < 2 || score(*best.front()) <= 0) return;
    Feedback& feedback = tools_.feedback;
    feedback.clear(tools_.vocabulary.size());
    for (std::size_t i = 0; i < count; ++i) {
        feedback.add(best[i]->article->terms.vector, score(*best[i]) / score(*best.front()));
    }
    const bool whole = request_.unit == SearchUnit::article;
    const Weights& weights = tools_.weights;
    const double clear = std::min(1.0, feedback.coherence() / weights.clarity);
    const double weight =
        (whole ? weights.feedback : weights.passage_feedback) * clear * scorer_.query_weight();
    for (Opened* article : best) {
        article->extra += weight * feedback.similarity(article->article->terms.vector);
    }
}

void Search::find_passages() {
    std::size_t depth = std::clamp(request_.limit, kPassageDepth, kMaxPassageDepth);
    std::size_t looked_into = 0;
    do {
        if (!open_more(depth)) break;
        for (; looked_into < opened_.size(); ++looked_into) {
            opened_[looked_into].counts = look_into(looked_into);
        }
        depth *= 2;  // each step matches anew what was matched before
    } while (must_check() && found_.size() < request_.limit && ranks_ < kPhraseDepth);
    add_feedback();
    for (Found& found : found_) {
        const Opened& article = opened_[found.opened];
        found.passage.article = tools_.weights.article * (article.score + article.extra);
        found.score += found.passage.article;
    }
    keep_best();
}

void Search::find_articles() {
    std::set<std::string> seen;  // sections of one article are one hit
    std::size_t looked_into = 0;
    const auto want_more = [&] { return found_.size() < request_.limit; };
    do {
        if (!open_more(std::max(request_.limit, kArticleDepth))) break;
        for (; looked_into < opened_.size(); ++looked_into) {
            Opened& article = opened_[looked_into];
            if (seen.contains(article.record().id)) continue;
            // Deep ranks keep their order; they are looked into only for what to show.
            const bool deep = looked_into >= kArticleDepth;
            const bool needed = !deep || must_check() || (request_.texts && want_more());
            if (needed && !look_into(looked_into)) continue;
            article.counts = needed && !deep;
            seen.insert(article.record().id);
            found_.push_back({looked_into, article.best, article.score});
        }
    } while (want_more() && ranks_ < (must_check() ? kPhraseDepth : request_.limit));
    add_feedback();
    for (Found& found : found_) {
        const Opened& article = opened_[found.opened];
        if (article.counts) found.score += article.extra;
    }
    keep_best();
}

// Of a story's versions that were found only the best-written one stays.
void Search::collapse() {
    std::unordered_map<const void*, std::string_view> best;  // story -> id
    for (const Found& one : found_) {
        const std::string& id = opened_[one.opened].record().id;
        const auto* versions = opened_[one.opened].versions;
        if (versions == nullptr) continue;
        auto& chosen = best.try_emplace(versions, id).first->second;
        if (place(*versions, id) < place(*versions, chosen)) chosen = id;
    }
    std::erase_if(found_, [&](const Found& one) {
        const Opened& article = opened_[one.opened];
        return article.versions != nullptr && best[article.versions] != article.record().id;
    });
}

void Search::keep_best() {
    const auto better = [this](const Found& a, const Found& b) {
        if (a.score != b.score) return a.score > b.score;
        const Record& left = opened_[a.opened].record();
        const Record& right = opened_[b.opened].record();
        if (query_.terms.empty() && left.date != right.date) return left.date > right.date;
        if (left.id != right.id) return left.id < right.id;
        return left.first_passage + a.passage.number < right.first_passage + b.passage.number;
    };
    if (request_.collapse) collapse();
    const auto worse = [&](const Found& a, const Found& b) { return better(b, a); };
    std::make_heap(found_.begin(), found_.end(), worse);
    const bool thin = request_.per_article > 0 && request_.unit == SearchUnit::passage;
    std::unordered_map<std::string_view, std::size_t> taken;  // of an article, by its id
    std::vector<Found> kept;
    while (!found_.empty() && kept.size() < request_.limit) {
        std::pop_heap(found_.begin(), found_.end(), worse);
        const Found best = found_.back();
        found_.pop_back();
        if (thin && ++taken[opened_[best.opened].record().id] > request_.per_article) continue;
        kept.push_back(best);
    }
    found_ = std::move(kept);
}

SearchHit Search::hit(const Found& found, std::size_t rank) {
    const Opened& article = opened_[found.opened];
    const Record& record = article.record();
    const ScoredPassage& passage = found.passage;
    SearchHit hit;
    hit.rank = rank;
    hit.score = found.score;
    hit.passage = record.first_passage + passage.number;
    const bool whole = request_.unit == SearchUnit::article;
    hit.id = whole ? record.id : passage_id(record, passage.number);
    hit.article.id = record.id;
    if (request_.explain) {
        hit.parts = {{"article BM25", article.score}, {"article extra", article.extra},
                     {"words", passage.words},        {"concepts", passage.concepts},
                     {"pairs", passage.pairs},        {"centrality", passage.centrality},
                     {"echo", passage.echo}};
    }
    if (!request_.texts) return hit;
    hit.article = article_info(record);
    hit.versions = other_versions(record, tools_.domain.stories);
    quote(record, passage.number, hit);
    mark(record, passage.number, hit);
    add_neighbours(tools_.database, article.document, record, passage.number, request_.context,
                   hit);
    return hit;
}

void Search::mark(const Record& record, std::uint32_t number, SearchHit& hit) {
    if (number >= record.passages.size()) return;
    const ByteRange range = record.passages[number];
    const PassageText passage{record, range, tools_.analyzer.analyze(record.at(range))};
    hit.highlights =
        highlights(passage, hit.begin_code_point, query_, query_terms_, tools_.vocabulary);
    hit.best = best_sentences(passage, hit.begin_code_point, hit.highlights, query_, query_terms_,
                              tools_.vocabulary);
}

void Search::explain(SearchResult& result, double took) const {
    std::string terms;
    for (const QueryTerm& term : query_.terms) {
        terms.append(terms.empty() ? "" : ", ").append(term.term).append(" in ");
        if (term.prefix) {
            terms.append(std::to_string(term.forms.size())).append(" forms");
            continue;
        }
        terms.append(std::to_string(tools_.database.get_termfreq(term.term))).append(" articles");
    }
    result.stages.push_back({"terms", terms});
    result.stages.push_back({"xapian", articles_.description()});
    result.stages.push_back({"candidates", std::to_string(opened_.size()) +
                                               " articles looked into, " +
                                               std::to_string(result.articles) + " match, " +
                                               std::to_string(took) + " ms"});
}

}  // namespace sinodex
