// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "searcher/retrieval/stored_records.h"
#include "searcher/understanding/scoring_tokens.h"
#include "searcher/views/build.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kTerms = 25;
constexpr std::size_t kEntities = 8;
constexpr unsigned kShortText = 200;  // terms
constexpr unsigned kTitleCount = 3;
// A word of more of the articles than this tells nothing of a subject.
constexpr double kCommonest = 0.4;
// A long report is known by its beginning.
constexpr std::size_t kSections = 4;

// Others are to be like this: the passages of an article, or one of them.
struct LikedArticle {
    std::vector<Record> records;
    std::optional<std::uint32_t> passage;
};

std::vector<Record> without_documents(std::vector<StoredRecord> stored) {
    std::vector<Record> records;
    for (StoredRecord& one : stored) records.push_back(std::move(one.record));
    return records;
}

LikedArticle subject_of(const std::string& id, const IndexReader& index) {
    LikedArticle subject{without_documents(records_of(id, index)), std::nullopt};
    if (subject.records.size() > kSections) subject.records.resize(kSections);
    if (subject.records.empty()) {
        if (const std::optional<PassageName> name = passage_name(id)) {
            subject = {without_documents(records_of(name->article, index)), name->number};
            std::erase_if(subject.records,
                          [&](const Record& one) { return !holds_passage(one, name->number); });
        }
    }
    if (subject.records.empty()) refuse_unknown_id(id);
    return subject;
}

void want_subject(const std::string& id, const IndexReader& index) {
    want_records_of(id, index);
    if (const std::optional<PassageName> name = passage_name(id)) {
        want_records_of(name->article, index);
    }
}

class Likeness {
 public:
    Likeness(SearchTools& tools, Analyzer& analyzer) : tools_(tools), analyzer_(analyzer) {}

    void count(const LikedArticle& subject) {
        count_text(subject.records.front().title, kTitleCount);
        for (const Record& record : subject.records) {
            for (std::uint32_t i = 0; i < record.passages.size(); ++i) {
                if (subject.passage && record.first_passage + i != *subject.passage) continue;
                count_text(record.at(record.passages[i]), 1);
                count_mentions(record, record.passages[i]);
            }
        }
    }

    UnderstoodQuery query(std::size_t versions) const {
        UnderstoodQuery query;
        for (const Term* term : best_terms(versions)) {
            QueryTerm added;
            added.term = term->term;
            added.word = term->word;
            added.kind = term->kind;
            added.position = static_cast<std::uint32_t>(query.terms.size()) * 100;  // no neighbours
            query.terms.push_back(std::move(added));
        }
        for (const std::string& id : best_entities()) {
            QueryConcept named{EntityMeaning{{{id}}}};
            named.label = id;
            named.terms = {std::string(info(Field::entity).prefix) + id};
            cover(named, query.terms);
            query.concepts.push_back(std::move(named));
        }
        return query;
    }

 private:
    struct Term {
        std::string term, word;
        TokenKind kind = TokenKind::word;
        unsigned count = 0;
        double weight = 0;
    };
    struct Named {
        unsigned count = 0;
        std::vector<std::string> words;  // terms of its names here
    };

    static bool is_telling(const Token& token) {
        return token.kind != TokenKind::number && !is_common_word(token.text) &&
               (token.kind != TokenKind::word || token.text.size() > 2);
    }

    void count_text(std::string_view text, unsigned times) {
        for (const Token* token : scoring_tokens(analyzer_.analyze(text))) {
            ++length_;
            if (!is_telling(*token)) continue;
            const std::string& term = tools_.vocabulary().term(*token);
            Term& known = terms_[term];
            if (known.count == 0) {
                known = {term, std::string(token->text), token->kind, 0, 0};
            }
            known.count += times;
        }
    }

    void count_mentions(const Record& record, ByteRange passage) {
        for (const Mention& mention : record.findings.mentions) {
            if (!passage.contains(mention.range)) continue;
            Named& named = entities_[record.findings.entities[mention.entity]];
            ++named.count;
            for (const Token& token : analyzer_.analyze(record.at(mention.range))) {
                named.words.push_back(tools_.vocabulary().term(token));
            }
        }
    }

    std::vector<const Term*> best_terms(std::size_t versions) const {
        const double articles = tools_.database().get_doccount();
        // Words that no other story has find nothing.
        const auto own = static_cast<double>(versions);
        const unsigned least = length_ > kShortText ? 2 : 1;
        std::vector<std::pair<double, const Term*>> weighted;
        for (const auto& [term, known] : terms_) {
            const double holding = tools_.database().get_termfreq(term);
            if (known.count < least || holding <= own || holding > articles * kCommonest) continue;
            const double idf = std::log(1 + (articles - holding + 0.5) / (holding + 0.5));
            weighted.emplace_back(known.count * idf, &known);
        }
        std::stable_sort(weighted.begin(), weighted.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<const Term*> best;
        for (const auto& [weight, term] : weighted) {
            if (best.size() < kTerms) best.push_back(term);
        }
        return best;
    }

    std::vector<std::string> best_entities() const {
        std::vector<std::pair<unsigned, std::string>> counted;
        for (const auto& [id, named] : entities_) counted.emplace_back(named.count, id);
        std::stable_sort(counted.begin(), counted.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::string> best;
        for (const auto& [count, id] : counted) {
            if (best.size() < kEntities) best.push_back(id);
        }
        return best;
    }

    // The terms that are words of its name: where they stand, it counts no more.
    void cover(QueryConcept& named, const std::vector<QueryTerm>& terms) const {
        const auto& words = entities_.at(named.label).words;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (std::find(words.begin(), words.end(), terms[i].term) != words.end()) {
                named.covers.push_back(i);
            }
        }
    }

    SearchTools& tools_;
    Analyzer& analyzer_;
    std::map<std::string, Term> terms_;
    std::map<std::string, Named> entities_;
    unsigned length_ = 0;
};

// The ids of an article and of the other versions of its story.
std::vector<std::string> story_of(const std::string& id, const Stories& stories) {
    const Story* story = stories.versions_of(id);
    if (story == nullptr) return {id};
    std::vector<std::string> ids;
    for (const KeptVersion& version : *story) ids.emplace_back(version.id);
    return ids;
}

// The most telling words of an article or passage, and what it mentions most, as a query for others
// on its subject. Terms are chosen as Lucene's MoreLikeThis does: by tf x idf, at most 25; of texts
// of more than 200 terms only those that come twice; none that no other story holds, or 40% of
// all articles do. A word of the title counts three times more. Entities: the 8 mentioned most, in
// any words. The article itself and the other versions of its story are excluded.
UnderstoodQuery query_like(const std::string& id, SearchTools& tools, Analyzer& analyzer) {
    const LikedArticle subject = subject_of(id, tools.index());
    std::vector<std::string> story = story_of(subject.records.front().id, tools.domain().stories);
    Likeness likeness(tools, analyzer);
    likeness.count(subject);
    UnderstoodQuery query = likeness.query(story.size());
    std::vector<std::string> wanted;
    for (const QueryTerm& term : query.terms) wanted.push_back(term.term);
    for (const QueryConcept& named : query.concepts) wanted.push_back(named.terms.front());
    if (wanted.empty()) {
        throw Error(ErrorKind::query, id + ": shares no telling word with another article",
                    "search for what it is about instead");
    }
    for (std::string& one : story) one = id_term(one);
    // Without the first condition, the second would be a query for all the rest.
    query.condition = Condition{AllOf{{{AnyOf{each_of(wanted)}, "(any of them)"},
                                       {NoneOf{each_of(story)}, "(none of its story)"}}}};
    return query;
}

// A query as a filter: its plain words must all be there.
QueryNode as_filter(QueryNode query) {
    const auto require = [](QueryNode& node) {
        if (node.kind != QueryNode::Kind::words) return;
        QueryNode required;
        required.kind = QueryNode::Kind::required;
        required.span = node.span;
        required.children = {std::move(node)};
        node = std::move(required);
    };
    if (query.kind == QueryNode::Kind::list) {
        std::for_each(query.children.begin(), query.children.end(), require);
    } else {
        require(query);
    }
    return query;
}

// Keeps what satisfies the condition of `filter`.
void add_filter(UnderstoodQuery filter, UnderstoodQuery& query) {
    query.warnings = std::move(filter.warnings);
    query.phrases = std::move(filter.phrases);
    query.tags = std::move(filter.tags);
    if (!filter.condition) return;
    std::get<AllOf>(query.condition->is).children.push_back(std::move(*filter.condition));
}

}  // namespace

SearchResult build_more_like(Session& session, const std::string& id, const SearchRequest& given) {
    const auto start = Clock::now();
    SearchTools& tools = session.begin_search();
    if (tools.index().is_remote()) want_subject(id, tools.index());
    ParsedQuery parsed = session.read(given);
    const SearchRequest request = as_asked(given, parsed);
    parsed.root = as_filter(std::move(parsed.root));
    UnderstoodQuery filter = session.understood(parsed, Expansions::none());
    UnderstoodQuery query = query_like(id, tools, session.query_analyzer());
    add_filter(std::move(filter), query);
    SearchResult result;
    result.query = parsed.text;
    result.interpretation = "like " + id + ": " + to_string(query);
    result.warnings = warnings_of(query);
    if (request.explain) result.stages.push_back({"understood", result.interpretation});
    SearchesAhead none(tools);
    run_search(tools, request, query, none, result);
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

}  // namespace sinodex
