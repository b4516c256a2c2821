#include "searcher/views/matches.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

int month_number(Day day) { return year_in(day) * 12 + month_in(day) - 1; }

// A search would have loosened the phrases that must hold.
void warn_of_phrases(const Condition& condition, const UnderstoodQuery& query,
                     MatchSummary& summary) {
    if (condition.kind == Condition::Kind::none) return;
    if (condition.kind == Condition::Kind::phrase) {
        const ByteRange span = query.phrases[condition.phrase].span;
        summary.warnings.push_back(
            {span.begin, span.end, "not found as a phrase; views do not loosen phrases"});
        return;
    }
    for (const Condition& child : condition.children) warn_of_phrases(child, query, summary);
}

template <typename T>
void sort_once_each(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

class Collector {
 public:
    Collector(Session& session, const SearchRequest& request)
        : database_(session.database()), domain_(*session.domain()), collapse_(request.collapse) {
        matches_.entity_documents.resize(domain_.knowledge.entities().size());
    }

    bool add(const MatchingArticle& found) {
        if (matches_.documents == kMostViewed) {
            matches_.summary.complete = false;
            return false;
        }
        ++matches_.documents;
        MatchedArticle& article = article_of(found.record.id);
        add_version(found.record, article);
        add_entities(found.document, article);
        add_dates(found.record.findings, article);
        return true;
    }

    Matches finish() {
        for (MatchedArticle& article : matches_.articles) {
            if (article.versions.size() > 1) sort_versions(article.versions);
            sort_once_each(article.entities);
            sort_once_each(article.months);
        }
        matches_.summary.articles = matches_.articles.size();
        return std::move(matches_);
    }

 private:
    MatchedArticle& article_of(const std::string& id) {
        const auto* versions = collapse_ ? domain_.stories.versions_of(id) : nullptr;
        const std::string& key = versions == nullptr ? id : versions->front().id;
        const auto [at, fresh] = places_.try_emplace(key, matches_.articles.size());
        if (fresh) matches_.articles.emplace_back();
        return matches_.articles[at->second];
    }

    // The best-written one first.
    void sort_versions(std::vector<MatchedVersion>& found) const {
        std::unordered_map<std::string_view, std::size_t> places;
        for (const StoryVersion& version : *domain_.stories.versions_of(found.front().id)) {
            places.emplace(version.id, places.size());
        }
        std::sort(found.begin(), found.end(),
                  [&](const auto& a, const auto& b) { return places.at(a.id) < places.at(b.id); });
    }

    void add_version(const Record& record, MatchedArticle& article) {
        if (!ids_.insert(record.id).second) return;  // another section
        article.versions.push_back(
            {record.id, record.source, record.author, record.date, record.lang});
    }

    // From the index rather than the record, so that a filter finds just what is counted here:
    // entities of a title that stands beside the text are in the index only.
    void add_entities(Xapian::docid document, MatchedArticle& article) {
        const std::string prefix(info(Field::entity).prefix);
        auto term = database_.termlist_begin(document);
        const auto end = database_.termlist_end(document);
        for (term.skip_to(prefix); term != end; ++term) {
            const std::string text = *term;
            if (!text.starts_with(prefix)) break;
            const auto number =
                domain_.knowledge.find(std::string_view(text).substr(prefix.size()));
            if (!number) continue;
            article.entities.push_back(*number);
            ++matches_.entity_documents[*number];
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

    const Xapian::Database& database_;
    const Domain& domain_;
    bool collapse_;
    Matches matches_;
    std::unordered_map<std::string, std::size_t> places_;  // in articles, by id of the best version
    std::unordered_set<std::string> ids_;                  // of versions
};

}  // namespace

Matches matches_of(Session& session, const SearchRequest& request) {
    const ParsedQuery parsed = session.read(request);
    Collector collector(session, as_asked(request, parsed));
    SearchRequest every = request;
    every.collapse = false;  // the collector puts versions together, and needs all of them
    UnderstoodQuery query = session.understood(parsed, request.expand);
    visit_articles(session.begin_search(), every, query, kMostViewed + 1,
                   [&](const MatchingArticle& found) { return collector.add(found); });
    Matches matches = collector.finish();
    MatchSummary& summary = matches.summary;
    summary.query = parsed.text;
    summary.interpretation = to_string(query);
    summary.warnings = warnings_of(query);
    if (summary.articles == 0 && query.condition) warn_of_phrases(*query.condition, query, summary);
    matches.query = std::move(query);
    return matches;
}

}  // namespace sinodex
