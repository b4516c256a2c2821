// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verification/verify.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <unordered_set>

#include "corpus/text/utf8.h"
#include "searcher/hits/hits.h"
#include "searcher/verification/quote_match.h"
#include "searcher/verification/quoted_place.h"

namespace sinodex {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Xapian::doccount kExactDepth = 1000;
constexpr Xapian::doccount kNearDepth = 50;
constexpr std::size_t kExactTerms = 8;
constexpr std::size_t kNearTerms = 16;

struct RareTerm {
    std::string term;
    Xapian::doccount articles;
    bool at_end;  // of a part of the quotation: what follows there may make it another term
};

// The quotation's terms, the rarest first.
std::vector<RareTerm> rare_terms(const Quotation& quotation, SearchTools& tools) {
    std::vector<RareTerm> rare;
    const auto& units = quotation.units();
    for (std::size_t begin = 0; begin < units.size(); ++begin) {
        std::size_t end = begin;
        while (end < units.size() && !units[end].gap) ++end;
        if (end == begin) continue;
        const ByteRange part{units[begin].range.begin, units[end - 1].range.end};
        const std::vector<Token>& tokens = tools.analyzer().analyze(slice(quotation.text(), part));
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::han_char || token.kind == TokenKind::han_word) continue;
            const std::string& term = tools.vocabulary().term(token);
            const auto known = std::find_if(rare.begin(), rare.end(),
                                            [&](const RareTerm& one) { return one.term == term; });
            const bool at_end = token.kind != TokenKind::han_pair &&
                                (token.range.begin == 0 || token.range.end == part.size());
            if (known == rare.end()) {
                rare.push_back({term, tools.database().get_termfreq(term), at_end});
            } else {
                known->at_end = known->at_end && at_end;
            }
        }
        begin = end;
    }
    std::stable_sort(rare.begin(), rare.end(),
                     [](const RareTerm& a, const RareTerm& b) { return a.articles < b.articles; });
    return rare;
}

QueryTerm query_term(const RareTerm& rare) {
    QueryTerm term;
    term.term = rare.term;
    term.word = rare.term;
    return term;
}

// Articles that hold all of the rarest words, if there are such words.
UnderstoodQuery query_for_all(const std::vector<RareTerm>& rare) {
    UnderstoodQuery query;
    AllOf all;
    const bool few = std::count_if(rare.begin(), rare.end(),
                                   [](const RareTerm& one) { return !one.at_end; }) < 3;
    for (const RareTerm& one : rare) {
        if (query.terms.size() == kExactTerms) break;
        if (one.at_end && !few) continue;
        query.terms.push_back(query_term(one));
        all.children.push_back({HasTerm{one.term}});
    }
    if (!all.children.empty()) query.condition = Condition{std::move(all)};
    return query;
}

UnderstoodQuery query_for_some(const std::vector<RareTerm>& rare) {
    UnderstoodQuery query;
    for (const RareTerm& one : rare) {
        if (one.articles > 0 && query.terms.size() < kNearTerms) {
            query.terms.push_back(query_term(one));
        }
    }
    return query;
}

class Verifier {
 public:
    Verifier(const Quotation& quotation, SearchTools& tools, const SearchBounds& bounds)
        : quotation_(quotation), tools_(tools), bounds_(bounds) {}

    // Looks into the articles that hold all of the rarest words, and into the best that hold some.
    void look_into_articles(const UnderstoodQuery& all, const UnderstoodQuery& some) {
        ArticleSearch with_all(tools_.index(), all, tools_.weights(), kNoRevision, bounds_);
        ArticleSearch with_some(tools_.index(), some, tools_.weights(), kNoRevision, bounds_);
        if (all.condition) with_all.ask(kExactDepth);
        with_some.ask(kNearDepth);
        if (all.condition) look_into(with_all, kExactDepth);
        look_into(with_some, kNearDepth);
    }

    std::size_t articles() const { return seen_.size(); }
    std::vector<QuotedPlace> take_places() { return std::move(places_); }

 private:
    void look_into(ArticleSearch& search, Xapian::doccount depth) {
        bounds_.check();
        for (const RankedArticle& one : search.get(0, depth)) {
            bounds_.check();
            if (seen_.insert(one.document).second) look_into(one.document);
        }
    }

    void look_into(Xapian::docid document) {
        const Record record = tools_.index().record(document);
        quotation_.read(record.text, source_);
        const bool title = record.title_range.empty() && record.first_passage == 0;
        const std::size_t before = places_.size();
        add_all(find_exactly(quotation_, source_), record, false);
        if (title) {
            quotation_.read(record.title, title_source_);
            add_all(find_exactly(quotation_, title_source_), record, true);
        }
        if (places_.size() > before) return;
        if (const auto near = find_nearly(quotation_, source_, kNearLikeness)) {
            add({quotation_, *near, source_, record, false}, Verdict::nearly);
        } else if (title) {
            const auto near_title = find_nearly(quotation_, title_source_, kNearLikeness);
            if (near_title) {
                add({quotation_, *near_title, title_source_, record, true}, Verdict::nearly);
            }
        }
    }

    void add_all(const std::vector<Alignment>& found, const Record& record, bool in_title) {
        for (const Alignment& one : found) {
            const auto& source = in_title ? title_source_ : source_;
            add({quotation_, one, source, record, in_title}, Verdict::exactly);
        }
    }

    void add(const FoundQuotation& found, Verdict verdict) {
        QuotedPlace place = quoted_place(found, verdict);
        name_versions(found.record, tools_.domain().stories, place.hit);
        places_.push_back(std::move(place));
    }

    const Quotation& quotation_;
    SearchTools& tools_;
    SearchBounds bounds_;
    std::unordered_set<Xapian::docid> seen_;
    std::vector<SourceUnit> source_;
    std::vector<SourceUnit> title_source_;
    std::vector<QuotedPlace> places_;
};

bool better(const QuotedPlace& a, const QuotedPlace& b) {
    const auto key = [](const QuotedPlace& place) {
        const std::string& date = place.hit.article.date;
        return std::tuple<Verdict, double, bool, bool, std::string, std::string, std::uint32_t>(
            place.verdict, -place.likeness, !place.differences.empty(), date.empty(), date,
            place.hit.article.id, place.begin);
    };
    return key(a) < key(b);
}

}  // namespace

// Looks a quotation up. Articles that may hold it come from the article search, by the quotation's
// rarest words: at most kExactDepth that hold all of the rarest, and the best kNearDepth that hold
// some. These are read from beginning to end.
Verification build_verification(Session& session, std::string_view text, std::size_t limit,
                                const SearchBounds& bounds) {
    const auto start = Clock::now();
    const Quotation quotation(text);
    SearchTools& tools = session.begin_search();
    const std::vector<RareTerm> rare = rare_terms(quotation, tools);
    Verifier verifier(quotation, tools, bounds);
    verifier.look_into_articles(query_for_all(rare), query_for_some(rare));

    Verification result;
    result.quotation = quotation.text();
    result.articles = verifier.articles();
    result.places = verifier.take_places();
    std::sort(result.places.begin(), result.places.end(), better);
    result.found = result.places.size();
    if (result.found > 0) result.verdict = result.places.front().verdict;
    if (result.found > limit) result.places.resize(limit);
    for (std::size_t i = 0; i < result.places.size(); ++i) result.places[i].hit.rank = i + 1;
    result.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return result;
}

}  // namespace sinodex
