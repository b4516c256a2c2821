// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/highlights.h"

#include <algorithm>

#include "corpus/text/utf8.h"
#include "searcher/hits/hits.h"
#include "searcher/ranking/concept_mentions.h"
#include "searcher/ranking/near.h"
#include "searcher/understanding/understood_parts.h"

namespace sinodex {
namespace {

// A part of the query where it matches. `text` counts from the passage's beginning.
struct Mark {
    ByteRange text;
    MatchRule why;
    ByteRange query;
};

bool overlap(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

ByteRange joined(ByteRange a, ByteRange b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

void sort(std::vector<Mark>& marks) {
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        if (a.text.begin != b.text.begin) return a.text.begin < b.text.begin;
        return a.text.end != b.text.end ? a.text.end > b.text.end : a.why < b.why;
    });
}

MatchRule rule_of(const QueryTerm& term, const Token& token) {
    if (!term.is_typed(token.text)) return MatchRule::stem;
    return term.prefix ? MatchRule::prefix : MatchRule::exact;
}

// Words whose pieces follow each other in the text as they do in the query are one: Chinese is
// searched for in pairs of characters, and 5% is two words.
bool continues(const Mark& mark, const Mark& next) {
    const bool touch = mark.text.end == next.text.begin && mark.query.end == next.query.begin;
    return mark.why == next.why &&
           (touch || (overlap(mark.text, next.text) && overlap(mark.query, next.query)));
}

std::vector<std::uint32_t> numbers_of(const std::vector<Token>& tokens, Vocabulary& vocabulary) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(tokens.size());
    for (const Token& token : tokens) numbers.push_back(vocabulary.number(token));
    return numbers;
}

// `numbers` are those of the tokens' terms in the vocabulary.
std::vector<Mark> words(const std::vector<Token>& tokens, const std::vector<std::uint32_t>& numbers,
                        const UnderstoodQuery& query, const QueryTerms& terms) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const int number = terms.find(numbers[i]);
        if (number == QueryTerms::kNone) continue;
        const QueryTerm& term = query.terms[static_cast<std::size_t>(number)];
        marks.push_back({tokens[i].range, rule_of(term, tokens[i]), term.span});
    }
    sort(marks);
    std::vector<Mark> whole;
    for (const Mark& mark : marks) {
        if (whole.empty() || !continues(whole.back(), mark)) {
            whole.push_back(mark);
        } else {
            whole.back().text = joined(whole.back().text, mark.text);
            whole.back().query = joined(whole.back().query, mark.query);
        }
    }
    return whole;
}

void add_phrases(const std::vector<Token>& tokens, const UnderstoodQuery& query,
                 Vocabulary& vocabulary, std::vector<Mark>& marks) {
    for (const Phrase& phrase : query.phrases) {
        const MatchRule why = phrase.parts.empty() ? MatchRule::phrase : MatchRule::near;
        for (const ByteRange range : find_places(phrase, tokens, vocabulary)) {
            marks.push_back({range, why, phrase.span});
        }
    }
}

// Most synonyms do not stand in a passage. `numbers` are those of its terms, sorted.
bool may_stand(const Alternative& other, const std::vector<std::uint32_t>& numbers,
               Vocabulary& vocabulary) {
    const auto stands = [&](const std::string& term) {
        return std::binary_search(numbers.begin(), numbers.end(), vocabulary.number_of_term(term));
    };
    const Phrase& phrase = other.phrase;
    if (!phrase.stems) return std::all_of(other.terms.begin(), other.terms.end(), stands);
    return std::all_of(phrase.positions.begin(), phrase.positions.end(), [&](const auto& stems) {
        return std::any_of(stems.begin(), stems.end(), stands);
    });
}

void add_synonyms(const std::vector<Token>& tokens, std::vector<std::uint32_t> numbers,
                  const UnderstoodQuery& query, Vocabulary& vocabulary, std::vector<Mark>& marks) {
    std::sort(numbers.begin(), numbers.end());
    for (const QueryConcept& named : query.concepts) {
        for (const Alternative& other : alternatives_of(named)) {
            if (!may_stand(other, numbers, vocabulary)) continue;
            for (const ByteRange range : find_places(other.phrase, tokens, vocabulary)) {
                marks.push_back({range, rule_of(named), named.span});
            }
        }
    }
}

void add_concepts(const PassageText& passage, const UnderstoodQuery& query,
                  std::vector<Mark>& marks) {
    const std::uint32_t offset = passage.range.begin;
    for (const QueryConcept& named : query.concepts) {
        for (const ByteRange range : mentions_of(named, passage.record.findings)) {
            if (!passage.range.contains(range)) continue;
            marks.push_back(
                {{range.begin - offset, range.end - offset}, rule_of(named), named.span});
        }
    }
}

bool has_synonyms(const UnderstoodQuery& query) {
    return std::any_of(query.concepts.begin(), query.concepts.end(),
                       [](const QueryConcept& named) { return !alternatives_of(named).empty(); });
}

// Marks that overlap, as one highlight.
class Union {
 public:
    explicit Union(const Mark& mark) : text_(mark.text) { add(mark); }

    bool overlaps(const Mark& mark) const { return overlap(text_, mark.text); }

    void add(const Mark& mark) {
        text_ = joined(text_, mark.text);
        const bool longer = mark.text.size() > longest_;
        if (longer || (mark.text.size() == longest_ && mark.why < why_)) why_ = mark.why;
        longest_ = std::max(longest_, mark.text.size());
        const QueryMatch match{mark.query.begin, mark.query.end, mark.why};
        if (std::find(query_.begin(), query_.end(), match) == query_.end()) query_.push_back(match);
    }

    ByteRange text() const { return text_; }

    SearchHighlight highlight(const TextSpan& span) {
        drop_words_of_phrases();
        std::sort(query_.begin(), query_.end(), [](const QueryMatch& a, const QueryMatch& b) {
            if (a.begin != b.begin) return a.begin < b.begin;
            return a.end != b.end ? a.end > b.end : a.why < b.why;
        });
        return {span, why_, std::move(query_)};
    }

 private:
    // That a phrase holds its own words goes without saying.
    void drop_words_of_phrases() {
        const std::vector<QueryMatch> all = query_;
        std::erase_if(query_, [&](const QueryMatch& match) {
            return std::any_of(all.begin(), all.end(), [&](const QueryMatch& phrase) {
                return phrase.why == MatchRule::phrase && phrase.why != match.why &&
                       info(match.why).words && phrase.begin <= match.begin &&
                       match.end <= phrase.end;
            });
        });
    }

    ByteRange text_;
    std::uint32_t longest_ = 0;
    MatchRule why_ = MatchRule::exact;
    std::vector<QueryMatch> query_;
};

}  // namespace

std::vector<SearchHighlight> highlights(const PassageText& passage, std::uint32_t begin_code_point,
                                        const UnderstoodQuery& query, const QueryTerms& terms,
                                        Vocabulary& vocabulary) {
    const std::vector<std::uint32_t> numbers = numbers_of(passage.tokens, vocabulary);
    std::vector<Mark> marks = words(passage.tokens, numbers, query, terms);
    add_phrases(passage.tokens, query, vocabulary, marks);
    if (has_synonyms(query)) add_synonyms(passage.tokens, numbers, query, vocabulary, marks);
    add_concepts(passage, query, marks);
    for (Mark& mark : marks) mark.text = with_marks(passage.text(), mark.text);
    sort(marks);
    std::vector<Union> unions;
    for (const Mark& mark : marks) {
        if (!unions.empty() && unions.back().overlaps(mark)) {
            unions.back().add(mark);
        } else {
            unions.emplace_back(mark);
        }
    }
    std::vector<SearchHighlight> result;
    SpanMaker spans(passage.text(), passage.range.begin, begin_code_point);
    for (Union& one : unions) result.push_back(one.highlight(spans.span(one.text())));
    return result;
}

}  // namespace sinodex
