#include "searcher/understanding/understand.h"

#include <algorithm>
#include <array>
#include <map>

#include "searcher/query/parser.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

// Function words that no topic turns on; the list that most engines use for English.
constexpr std::array<std::string_view, 33> kCommonWords{
    "a",   "an",    "and",  "are",   "as",    "at",   "be",   "but", "by",  "for",  "if",
    "in",  "into",  "is",   "it",    "no",    "not",  "of",   "on",  "or",  "such", "that",
    "the", "their", "then", "there", "these", "they", "this", "to",  "was", "will", "with"};

bool is_common(std::string_view word) {
    return std::binary_search(kCommonWords.begin(), kCommonWords.end(), word);
}

// Whether a query's token scores. Chinese is asked for by its dictionary words, and by the pairs
// inside the longer ones, so that a part of a compound is found as well.
bool scores(const Token& token, bool inside_word) {
    switch (token.kind) {
        case TokenKind::han_char:
            return token.in_dictionary;
        case TokenKind::han_pair:
            return token.in_dictionary || inside_word;
        default:
            return true;
    }
}

// Takes a number of so many digits off the front of `text`, if it lies within least and most.
bool take_number(std::string_view& text, std::size_t digits, int least, int most,
                 std::string& taken) {
    const std::string_view number = text.substr(0, digits);
    if (number.size() < digits || number.find_first_not_of("0123456789") != number.npos) {
        return false;
    }
    const int value = std::stoi(std::string(number));
    taken.append(number);
    text.remove_prefix(digits);
    return least <= value && value <= most;
}

// The digits of a date as users write it: YYYY, YYYY-MM, YYYY-MM-DD, with -, / or nothing between.
std::optional<std::string> date_digits(std::string_view text) {
    std::string digits;
    if (!take_number(text, 4, 0, 9999, digits)) return std::nullopt;
    for (const int most : {12, 31}) {
        if (text.empty()) break;
        if (text.front() == '-' || text.front() == '/') text.remove_prefix(1);
        if (!take_number(text, 2, 1, most, digits)) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    return digits;
}

class Understanding {
 public:
    Understanding(const ParsedQuery& query, Analyzer& analyzer, TermMaker& terms)
        : query_(query), analyzer_(analyzer), terms_(terms) {}

    UnderstoodQuery run() {
        result_.warnings = query_.warnings;
        if (!is_plain(query_.root)) {
            Condition must = condition(query_.root);
            if (!says_nothing(must)) result_.condition = std::move(must);
        }
        collect_terms(query_.root);
        drop_common_words();
        if (result_.terms.size() > kMaxTerms) {
            result_.warnings.push_back(
                {query_.root.span, "only the first 64 words were searched for"});
            result_.terms.resize(kMaxTerms);
        }
        return std::move(result_);
    }

 private:
    // Nothing but words: whatever holds one of them matches.
    static bool is_plain(const QueryNode& node) {
        if (node.kind == Kind::words) return true;
        return node.kind == Kind::list &&
               std::all_of(node.children.begin(), node.children.end(), is_plain);
    }

    void warn(ByteRange span, std::string message) {
        result_.warnings.push_back({span, std::move(message)});
    }

    void collect_terms(const QueryNode& node) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        if (node.kind == Kind::words || node.kind == Kind::phrase) add_terms(node);
        for (const QueryNode& child : node.children) collect_terms(child);
    }

    void add_terms(const QueryNode& node) {
        const auto text_begin = static_cast<std::uint32_t>(
            std::max<std::size_t>(query_.text.find(node.text, node.span.begin), node.span.begin));
        const std::vector<Token>& tokens = analyzer_.analyze(node.text);
        visit_scoring(tokens, [&](const Token& token) { add_term(token, text_begin); });
        const std::uint32_t last = tokens.empty() ? 0 : tokens.back().position;
        position_ += last + 2;  // a gap, so that the words of two nodes are no neighbours
    }

    template <typename Visit>
    static void visit_scoring(const std::vector<Token>& tokens, Visit visit) {
        std::uint32_t word_end = 0;  // of the Han word that holds the token
        for (const Token& token : tokens) {
            const bool inside = token.range.end <= word_end;
            if (token.kind == TokenKind::han_word) word_end = token.range.end;
            if (scores(token, inside || starts_word(token))) visit(token);
        }
    }

    // The pair that begins a longer word comes before the word itself.
    static bool starts_word(const Token& token) {
        if (token.kind != TokenKind::han_pair) return false;
        const Token* next = &token + 1;
        return next->kind == TokenKind::han_word && next->range.begin == token.range.begin;
    }

    void add_term(const Token& token, std::uint32_t text_begin) {
        const std::string_view term = terms_.term(token);
        for (QueryTerm& known : result_.terms) {
            if (known.term == term) {
                ++known.count;
                return;
            }
        }
        result_.terms.push_back({std::string(term),
                                 std::string(token.text),
                                 token.kind,
                                 {token.range.begin + text_begin, token.range.end + text_begin},
                                 position_ + token.position,
                                 1});
    }

    void drop_common_words() {
        auto& terms = result_.terms;
        const auto common = [](const QueryTerm& term) { return is_common(term.word); };
        if (!std::all_of(terms.begin(), terms.end(), common)) std::erase_if(terms, common);
    }

    static Condition group(Condition::Kind kind, std::vector<Condition> children) {
        if (children.size() == 1 && kind != Condition::Kind::none)
            return std::move(children.front());
        Condition condition;
        condition.kind = kind;
        condition.children = std::move(children);
        return condition;
    }
    static Condition term_condition(std::string term) {
        Condition condition;
        condition.kind = Condition::Kind::term;
        condition.term = std::move(term);
        return condition;
    }

    Condition condition(const QueryNode& node) {
        switch (node.kind) {
            case Kind::words:
                return wanted_condition(node.text);
            case Kind::phrase:
                return phrase_condition(node);
            case Kind::field:
                return field_condition(node);
            case Kind::any:
                return group(Condition::Kind::any, children(node));
            case Kind::all:
                return group(Condition::Kind::all, children(node));
            case Kind::required:
                return required(node.children.front());
            case Kind::excluded:
                return excluded(node.children.front());
            case Kind::list:
                return list_condition(node);
        }
        return {};
    }

    std::vector<Condition> children(const QueryNode& node) {
        std::vector<Condition> conditions;
        for (const QueryNode& child : node.children) add_unless_empty(conditions, required(child));
        return conditions;
    }
    static void add_unless_empty(std::vector<Condition>& conditions, Condition condition) {
        if (!says_nothing(condition)) conditions.push_back(std::move(condition));
    }

    // Of words, all must be there.
    Condition required(const QueryNode& node) {
        if (node.kind != Kind::words) return condition(node);
        return words_condition(node.text, "");
    }

    Condition excluded(const QueryNode& node) {
        Condition inner = required(node);
        if (inner.kind != Condition::Kind::any)
            return group(Condition::Kind::none, {std::move(inner)});
        inner.kind = Condition::Kind::none;
        return inner;
    }

    // Whether a node only narrows a search down: a field, or what is excluded.
    static bool is_filter(const QueryNode& node) {
        if (node.kind == Kind::field || node.kind == Kind::excluded) return true;
        return !node.children.empty() &&
               std::all_of(node.children.begin(), node.children.end(), is_filter);
    }

    // Punctuation only: no term came of it.
    static bool says_nothing(const Condition& condition) {
        const bool group = condition.kind == Condition::Kind::all ||
                           condition.kind == Condition::Kind::any ||
                           condition.kind == Condition::Kind::none;
        return group &&
               std::all_of(condition.children.begin(), condition.children.end(), says_nothing);
    }

    Condition list_condition(const QueryNode& node) {
        std::vector<Condition> wanted;
        std::vector<Condition> all;
        std::map<Field, std::vector<Condition>> fields;
        bool only_filters = true;
        for (const QueryNode& child : node.children) {
            if (child.kind == Kind::words) {
                add_unless_empty(wanted, condition(child));
            } else if (child.kind == Kind::field) {
                add_unless_empty(fields[child.field], condition(child));
            } else {
                add_unless_empty(all, condition(child));
                only_filters = only_filters && is_filter(child);
            }
        }
        for (auto& [field, values] : fields) {
            // An article has one source, language and id: several are alternatives.
            const bool single = field != Field::title && field != Field::date;
            const auto kind = single ? Condition::Kind::any : Condition::Kind::all;
            add_unless_empty(all, group(kind, std::move(values)));
        }
        if (only_filters && !wanted.empty()) {
            all.push_back(group(Condition::Kind::any, std::move(wanted)));
        }
        return group(Condition::Kind::all, std::move(all));
    }

    // One of the terms of `text` that score.
    Condition wanted_condition(std::string_view text) {
        std::vector<Condition> found;
        std::vector<Condition> common;
        visit_scoring(analyzer_.analyze(text), [&](const Token& token) {
            auto& terms = is_common(token.text) ? common : found;
            terms.push_back(term_condition(std::string(terms_.term(token))));
        });
        return group(Condition::Kind::any, std::move(found.empty() ? common : found));
    }

    // All words of `text`, under a prefix; one of the terms of each.
    Condition words_condition(std::string_view text, std::string_view prefix) {
        std::map<std::uint32_t, std::vector<Condition>> positions;
        std::uint32_t pair_end = 0;
        const std::vector<Token>& tokens = analyzer_.analyze(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            if (token.kind == TokenKind::han_word) continue;
            if (token.kind == TokenKind::han_pair) pair_end = token.range.end;
            // A character is only asked for when no pair holds it.
            const bool pair_follows =
                i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::han_pair;
            if (token.kind == TokenKind::han_char &&
                (pair_follows || pair_end >= token.range.end)) {
                continue;
            }
            positions[token.position].push_back(
                term_condition(std::string(prefix).append(terms_.term(token))));
        }
        std::vector<Condition> words;
        for (auto& [position, alternatives] : positions) {
            words.push_back(group(Condition::Kind::any, std::move(alternatives)));
        }
        return group(Condition::Kind::all, std::move(words));
    }

    Condition phrase_condition(const QueryNode& node) {
        Phrase phrase;
        phrase.span = node.span;
        for (const Token& token : analyzer_.analyze(node.text)) {
            if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
            if (phrase.positions.size() <= token.position)
                phrase.positions.resize(token.position + 1);
            phrase.positions[token.position].emplace_back(token.text);
        }
        if (phrase.positions.size() > kMaxPhraseWords) {
            warn(node.span, "only the first 16 words of the phrase were taken as one");
            phrase.positions.resize(kMaxPhraseWords);
        }
        Condition result;
        if (phrase.positions.empty()) return result;  // all of nothing: always true
        result.kind = Condition::Kind::phrase;
        result.phrase = result_.phrases.size();
        result.children = {words_condition(node.text, ""), wanted_condition(node.text)};
        result_.phrases.push_back(std::move(phrase));
        return result;
    }

    Condition field_condition(const QueryNode& node) {
        const FieldInfo& field = info(node.field);
        switch (node.field) {
            case Field::title:
                return words_condition(node.text, field.prefix);
            case Field::date:
                return date_condition(node);
            case Field::id:
                return term_condition(id_term(node.text));
            case Field::lang:
                return term_condition(std::string(field.prefix) + lower(node.text));
            default:
                return name_condition(node.text, field.prefix);
        }
    }

    // Names are indexed as they are written, not by stems. Which words of a Chinese name are in the
    // dictionary may depend on those around them; its characters and pairs do not.
    Condition name_condition(std::string_view text, std::string_view prefix) {
        std::vector<Condition> words;
        for (const Token& token : analyzer_.analyze(text)) {
            if (token.kind == TokenKind::han_word) continue;
            words.push_back(term_condition(std::string(prefix).append(token.text)));
        }
        return group(Condition::Kind::all, std::move(words));
    }

    Condition date_condition(const QueryNode& node) {
        const std::size_t dots = node.text.find("..");
        const std::string_view text = node.text;
        const std::string_view first = text.substr(0, dots);
        const std::string_view last = dots == text.npos ? text : text.substr(dots + 2);
        const auto from = date_digits(first);
        const auto to = date_digits(last);
        Condition condition;
        if ((!from && !first.empty()) || (!to && !last.empty()) || (!from && !to)) {
            warn(node.span,
                 "not a date; write date:2021, date:2021-04 or date:2021-04-10..2021-12");
            return condition;  // all of nothing: always true
        }
        condition.kind = Condition::Kind::date;
        condition.from = from ? date_value(*from, '0') : "";
        condition.to = to ? date_value(*to, '9') : "";
        if (from && to && condition.from > condition.to) {
            warn(node.span, "the range of dates ends before it begins; nothing is in it");
        }
        return condition;
    }

    static std::string lower(std::string text) {
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        return text;
    }

    const ParsedQuery& query_;
    Analyzer& analyzer_;
    TermMaker& terms_;
    UnderstoodQuery result_;
    std::uint32_t position_ = 0;
};

}  // namespace

UnderstoodQuery understand(const ParsedQuery& query, Analyzer& analyzer, TermMaker& terms) {
    return Understanding(query, analyzer, terms).run();
}

}  // namespace sinodex
