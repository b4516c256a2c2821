#include "searcher/understanding/understand.h"

#include <algorithm>
#include <array>
#include <map>

#include "corpus/error.h"
#include "corpus/quantities/date_query.h"
#include "searcher/query/parser.h"
#include "searcher/understanding/expansion.h"

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

// A plain range has few terms beside whole buckets; a bound for the others.
constexpr std::size_t kMaxAmountTerms = 2000;

class Understanding {
 public:
    Understanding(const ParsedQuery& query, const UnderstandingTools& tools, bool expand)
        : query_(query),
          tools_(tools),
          analyzer_(tools.analyzer),
          terms_(tools.terms),
          expand_(expand) {}

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
        if (expand_) collect_concepts(query_.root);
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

    void collect_concepts(const QueryNode& node) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        if (node.kind == Kind::words) add_concepts(node);
        for (const QueryNode& child : node.children) collect_concepts(child);
    }

    void add_concepts(const QueryNode& node) {
        for (const Mention& mention : tools_.domain.finder.find_in_query(node.text)) {
            add_entity(mention, node);
        }
        for (const Amount& amount : tools_.amounts.find(node.text)) add_amount(amount, node);
        for (const DateMention& date : tools_.dates.find(node.text, std::nullopt)) {
            if (date.days) add_date(date, node);
        }
    }

    // A possessive is part of its word's span, not of a name's.
    static bool is_word_of(const QueryTerm& term, ByteRange name) {
        const bool spaced = term.kind == TokenKind::word || term.kind == TokenKind::number;
        const bool begins = name.begin <= term.span.begin && term.span.begin < name.end;
        return spaced ? begins : name.contains(term.span);
    }

    // A concept of some words of a node, unless they are none of the query's terms.
    QueryConcept* add_concept(QueryConcept::Kind kind, ByteRange range, const QueryNode& node) {
        QueryConcept named;
        named.kind = kind;
        named.label = slice(node.text, range);
        named.span = {range.begin + node.span.begin, range.end + node.span.begin};
        for (std::size_t i = 0; i < result_.terms.size(); ++i) {
            if (is_word_of(result_.terms[i], named.span)) named.covers.push_back(i);
        }
        if (named.covers.empty()) return nullptr;
        result_.concepts.push_back(std::move(named));
        return &result_.concepts.back();
    }

    void add_entity(const Mention& mention, const QueryNode& node) {
        const std::string& id = tools_.domain.knowledge.entity(mention.entity).id;
        const std::string term = std::string(info(Field::entity).prefix) + id;
        const std::uint32_t begin = mention.range.begin + node.span.begin;
        QueryConcept* named = nullptr;
        for (QueryConcept& known : result_.concepts) {  // another reading of the same words
            if (known.kind == QueryConcept::Kind::entity && known.span.begin == begin) {
                named = &known;
            }
        }
        if (named == nullptr) {
            named = add_concept(QueryConcept::Kind::entity, mention.range, node);
            if (named == nullptr) return;
            named->label.clear();
        }
        named->label.append(named->label.empty() ? "" : " or ").append(id);
        named->entities.push_back(id);
        named->terms.push_back(term);
    }

    void add_amount(const Amount& amount, const QueryNode& node) {
        QueryConcept* named = add_concept(QueryConcept::Kind::amount, amount.range, node);
        if (named == nullptr) return;
        try {
            named->amount = parse_amount_query(named->label);
            named->terms = terms_of(named->amount, tools_.database, kMaxAmountTerms);
        } catch (const Error&) {  // an amount in running text that is none by itself
            result_.concepts.pop_back();
        }
    }

    void add_date(const DateMention& date, const QueryNode& node) {
        QueryConcept* named = add_concept(QueryConcept::Kind::date, date.range, node);
        if (named == nullptr) return;
        named->days = *date.days;
        named->terms = terms_of({date.days->from, date.days->to}, tools_.database);
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
            const bool single = field == Field::source || field == Field::author ||
                                field == Field::lang || field == Field::id;
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
            case Field::mentions:
                return mentions_condition(node);
            case Field::amount:
                return amount_condition(node);
            case Field::entity:
                return entity_condition(node);
            case Field::type:
                return term_condition(std::string(field.prefix) + lower(node.text));
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

    static Condition any_term(std::vector<std::string> terms, std::string label) {
        std::vector<Condition> conditions;
        for (std::string& term : terms) conditions.push_back(term_condition(std::move(term)));
        // What no article holds must not mean that anything will do.
        if (conditions.empty()) conditions.push_back(term_condition("XNOTHING"));
        Condition any = group(Condition::Kind::any, std::move(conditions));
        any.label = std::move(label);
        return any;
    }

    // What a value says, or nothing with a warning: then it is as if it were not there.
    template <typename Parse>
    auto parsed_value(const QueryNode& node, Parse parse)
        -> std::optional<decltype(parse(node.text))> {
        try {
            return parse(node.text);
        } catch (const Error& error) {
            warn(node.span, std::string(error.what()) + "; " + error.hint());
            return std::nullopt;
        }
    }

    Condition date_condition(const QueryNode& node) {
        const auto days = parsed_value(node, parse_date_query);
        if (!days) return {};  // all of nothing: always true
        Condition condition;
        condition.kind = Condition::Kind::date;
        if (days->from) condition.from = first_value(*days->from, days->to);
        if (days->to) condition.to = date_value(day_text(*days->to));
        return condition;
    }

    // The least value of a date within days that begin here. An article of which only the year or
    // the month is known, with 00 for the rest, is within when all of that is.
    static std::string first_value(Day from, const std::optional<Day>& to) {
        const std::string digits = date_value(day_text(from));
        const DayRange month = month_of(year_in(from), month_in(from));
        const DayRange year = year_of(year_in(from));
        if (from == year.from && (!to || *to >= year.to)) return digits.substr(0, 4) + "0000";
        if (from == month.from && (!to || *to >= month.to)) return digits.substr(0, 6) + "00";
        return digits;
    }

    Condition mentions_condition(const QueryNode& node) {
        const auto days = parsed_value(node, parse_date_query);
        if (!days) return {};
        return any_term(terms_of(*days, tools_.database), "mentions " + node.text);
    }

    Condition amount_condition(const QueryNode& node) {
        const auto amounts = parsed_value(node, parse_amount_query);
        if (!amounts) return {};
        std::vector<std::string> terms = terms_of(*amounts, tools_.database, kMaxAmountTerms);
        if (terms.size() >= kMaxAmountTerms) {
            warn(node.span, "so many amounts lie within that some were left out");
        }
        return any_term(std::move(terms), "amount " + node.text);
    }

    // An entity by its id or any of its names.
    Condition entity_condition(const QueryNode& node) {
        const Knowledge& knowledge = tools_.domain.knowledge;
        std::vector<EntityNumber> numbers;
        if (const auto number = knowledge.find(lower(node.text))) numbers.push_back(*number);
        if (numbers.empty()) {
            for (const Mention& mention : tools_.domain.finder.find_in_query(node.text)) {
                numbers.push_back(mention.entity);
            }
        }
        std::erase_if(numbers, [&](EntityNumber number) {
            return !node.entity_type.empty() &&
                   to_string(knowledge.entity(number).type) != node.entity_type;
        });
        if (numbers.empty()) {
            warn(node.span, "no entity of this name is known; searched for its words instead");
            return words_condition(node.text, "");
        }
        std::vector<std::string> terms;
        std::string label = "entity";
        for (const EntityNumber number : numbers) {
            const std::string& id = knowledge.entity(number).id;
            terms.push_back(std::string(info(Field::entity).prefix) + id);
            label.append(label == "entity" ? " " : " or ").append(id);
        }
        return any_term(std::move(terms), std::move(label));
    }

    static std::string lower(std::string text) {
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        return text;
    }

    const ParsedQuery& query_;
    const UnderstandingTools& tools_;
    Analyzer& analyzer_;
    TermMaker& terms_;
    bool expand_;
    UnderstoodQuery result_;
    std::uint32_t position_ = 0;
};

}  // namespace

UnderstoodQuery understand(const ParsedQuery& query, const UnderstandingTools& tools, bool expand) {
    return Understanding(query, tools, expand).run();
}

}  // namespace sinodex
