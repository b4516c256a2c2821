// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/matches.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "corpus/schema/fields.h"
#include "searcher/views/enough_words.h"
#include "searcher/views/example_passages.h"

namespace sinodex {
namespace {

int month_number(Day day) { return year_in(day) * 12 + month_in(day) - 1; }

// A search would have loosened the phrases that must hold.
void warn_of_phrases(const Condition& condition, const UnderstoodQuery& query,
                     MatchSummary& summary) {
    const auto warn = [&](const HasPhrase& has) {
        const ByteRange span = query.phrases[has.phrase].span;
        summary.warnings.push_back(
            {span.begin, span.end, "not found as a phrase; views do not loosen phrases"});
    };
    visit_asked(condition, Overloaded{warn, [](const auto&) {}});
}

template <typename T>
void sort_once_each(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

class Collector {
 public:
    Collector(Session& session, const SearchRequest& request)
        : index_(session.index()),
          database_(index_.database()),
          domain_(*session.domain()),
          collapse_(request.collapse) {
        matches_.entity_documents.resize(domain_.knowledge.size());
    }

    bool add(const MatchingArticle& found) {
        if (matches_.documents == kMostViewed) {
            matches_.summary.complete = false;
            return false;
        }
        ++matches_.documents;
        const std::size_t place = place_of(found.record.id);
        MatchedArticle& article = matches_.articles[place];
        add_version(found.record, article);
        documents_.emplace_back(found.document, place);
        add_dates(found.record.findings, article);
        return true;
    }

    // Asks an index on other machines, before articles are visited, which of those that match
    // mention which entities.
    void ask_entities(ArticleSearch& search) {
        const auto entities = known_entities();
        std::vector<std::string> terms;
        for (const auto& [number, term] : entities) terms.push_back(term);
        search.ask_holders(terms);
    }

    Matches finish(ArticleSearch* remote) {
        if (remote != nullptr) add_entities(remote->holders());
        add_entities();
        for (MatchedArticle& article : matches_.articles) {
            if (article.versions.size() > 1) sort_versions(article.versions);
            sort_once_each(article.entities);
            sort_once_each(article.months);
        }
        matches_.summary.articles = matches_.articles.size();
        return std::move(matches_);
    }

 private:
    std::size_t place_of(const std::string& id) {
        const Story* story = collapse_ ? domain_.stories.versions_of(id) : nullptr;
        std::string key(story == nullptr ? id : story->front().id);
        const auto [at, fresh] = places_.try_emplace(std::move(key), matches_.articles.size());
        if (fresh) matches_.articles.emplace_back();
        return at->second;
    }

    // The best-written one first.
    void sort_versions(std::vector<MatchedVersion>& found) const {
        const auto place = [this](const MatchedVersion& version) {
            return domain_.stories.place_of(version.id).place;
        };
        std::sort(found.begin(), found.end(),
                  [&](const auto& a, const auto& b) { return place(a) < place(b); });
    }

    void add_version(const Record& record, MatchedArticle& article) {
        if (!ids_.insert(record.id).second) return;  // another section
        article.versions.push_back(
            {record.id, record.source, record.author, record.date, record.lang});
    }

    // From the index rather than the record, so that a filter finds just what is counted here:
    // entities of a title that stands beside the text are in the index only.
    void add_entities() {
        std::erase_if(documents_,
                      [this](const Place& one) { return index_.is_elsewhere(one.first); });
        std::sort(documents_.begin(), documents_.end());
        for (const auto& [number, term] : known_entities()) add_entity(number, term);
    }

    void add_entities(const std::vector<std::vector<Xapian::docid>>& holders) {
        const std::unordered_map<Xapian::docid, std::size_t> places(documents_.begin(),
                                                                    documents_.end());
        const auto entities = known_entities();
        for (std::size_t i = 0; i < holders.size(); ++i) {
            for (const Xapian::docid document : holders[i]) {
                const auto at = places.find(document);
                if (at != places.end()) add_entity(entities[i].first, at->second);
            }
        }
    }

    // Returns the entities that articles mention, with their terms.
    std::vector<std::pair<EntityNumber, std::string>> known_entities() const {
        std::vector<std::pair<EntityNumber, std::string>> known;
        const std::string prefix(info(Field::entity).prefix);
        const auto end = database_.allterms_end(prefix);
        for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
            std::string text = *term;
            const auto number =
                domain_.knowledge.find(std::string_view(text).substr(prefix.size()));
            if (number) known.emplace_back(*number, std::move(text));
        }
        return known;
    }

    void add_entity(EntityNumber number, std::size_t place) {
        matches_.articles[place].entities.push_back(number);
        ++matches_.entity_documents[number];
    }

    // Adds the entity to the matching articles that have its term, by steps over the shorter of the
    // two lists.
    void add_entity(EntityNumber number, const std::string& term) {
        auto at = database_.postlist_begin(term);
        const auto end = database_.postlist_end(term);
        for (auto next = documents_.begin(); next != documents_.end() && at != end;) {
            at.skip_to(next->first);
            if (at == end) return;
            if (*at == next->first) add_entity(number, next->second);
            next = std::lower_bound(next + 1, documents_.end(), Place{*at, 0});
        }
    }

    static void add_dates(const Findings& findings, MatchedArticle& article) {
        for (const DateMention& date : findings.dates) {
            if (!date.days) continue;
            article.mentions_dates = true;
            const int month = month_number(date.days->from);
            if (month == month_number(date.days->to)) article.months.push_back(month);
        }
    }

    using Place = std::pair<Xapian::docid, std::size_t>;

    const IndexReader& index_;
    const Xapian::Database& database_;
    const Domain& domain_;
    bool collapse_;
    Matches matches_;
    std::vector<Place> documents_;  // that match, and of which article each is
    std::unordered_map<std::string, std::size_t> places_;  // in articles, by id of the best version
    std::unordered_set<std::string> ids_;                  // of versions
};

// Finds the articles that count.
class Counting {
 public:
    Counting(Session& session, const SearchRequest& request, bool collapse)
        : session_(session), tools_(session.begin_search()), every_(request), story_(request) {
        every_.collapse = false;  // the collector puts versions together, and needs all of them
        story_.collapse = collapse;
    }

    // Of the ways to count, by the first that finds any. Where other machines have to be asked,
    // each way takes a round trip; so whether half of the words find any is asked along with the
    // first.
    Matches by_first_of(const std::vector<CountedQuery>& ways, bool for_examples) {
        if (remote()) ask_first(ways, for_examples);
        Matches matches;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const bool half = ways[i].counted == Counted::half_words;
            if (half && remote() && search(ways[i].query).get(0, 1).empty()) continue;
            if (half && remote()) ask_half(ways[i].query, ways.back().query, for_examples);
            matches = collect(ways[i].query);
            matches.summary.counted = ways[i].counted;
            if (!matches.articles.empty()) break;
        }
        return matches;
    }

 private:
    bool remote() const { return tools_.index().is_remote(); }

    void ask_first(const std::vector<CountedQuery>& ways, bool for_examples) {
        ask(ways.front().query);
        if (ways.size() > 1) search(ways[1].query).ask(1);
        if (for_examples) ask_for_example_passages(session_, every_, ways.back().query);
    }

    // Phrases are known only when articles are looked into, so that half of the words may turn out
    // to find nothing; and examples come from all that match.
    void ask_half(const UnderstoodQuery& half, const UnderstoodQuery& any, bool for_examples) {
        ask(half);
        const bool may_find_nothing =
            every_.since || half.tags || (half.condition && has_phrase(*half.condition));
        if (for_examples || may_find_nothing) ask(any);
    }

    void ask(const UnderstoodQuery& query) {
        ask_for_articles(tools_, every_, query, kMostViewed + 1);
        ArticleSearch elsewhere = search(query);
        Collector(session_, story_).ask_entities(elsewhere);
    }

    Revision since() const { return every_.since.value_or(kNoRevision); }
    ArticleSearch search(const UnderstoodQuery& query) const {
        return {tools_.index(), query, tools_.weights(), since()};
    }

    Matches collect(const UnderstoodQuery& query) {
        Collector collector(session_, story_);
        std::optional<ArticleSearch> elsewhere;
        if (remote()) {
            elsewhere.emplace(tools_.index(), query, tools_.weights(), since());
            collector.ask_entities(*elsewhere);
        }
        visit_articles(tools_, every_, query, kMostViewed + 1,
                       [&](const MatchingArticle& found) { return collector.add(found); });
        return collector.finish(elsewhere ? &*elsewhere : nullptr);
    }

    Session& session_;
    SearchTools& tools_;
    SearchRequest every_;
    SearchRequest story_;
};

}  // namespace

Matches matches_of(Session& session, const SearchRequest& request, bool for_examples) {
    const ParsedQuery parsed = session.read(request);
    UnderstoodQuery query = session.understood(parsed, request.expand);
    const bool collapse = as_asked(request, parsed).collapse;
    Matches matches = Counting(session, request, collapse)
                          .by_first_of(ways_to_count(query, session.begin_search()), for_examples);
    MatchSummary& summary = matches.summary;
    summary.query = parsed.text;
    summary.interpretation = to_string(query);
    summary.warnings = warnings_of(query);
    if (summary.articles == 0 && query.condition) warn_of_phrases(*query.condition, query, summary);
    matches.query = std::move(query);
    return matches;
}

}  // namespace sinodex
