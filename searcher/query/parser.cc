#include "searcher/query/parser.h"

#include <algorithm>
#include <optional>

#include "corpus/entities/entity.h"
#include "corpus/text/utf8.h"
#include "searcher/query/lexer.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

bool is_entity_type(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(EntityType::event); ++i) {
        if (to_string(static_cast<EntityType>(i)) == name) return true;
    }
    return false;
}

// A field's own name, or a type of entity for the entities of that type.
std::optional<Field> query_field(std::string_view name) {
    if (is_entity_type(name)) return Field::entity;
    for (const FieldInfo& field : kFields) {
        if (field.in_queries && field.name == name) return field.field;
    }
    return std::nullopt;
}

class Parser {
 public:
    explicit Parser(ParsedQuery& result) : result_(result), lexemes_(lex_query(result.text)) {}

    void run() {
        drop_deep_parentheses();
        result_.root = any_of();
        while (peek().kind == Lexeme::Kind::close) {
            warn(peek().span, "this ) closes nothing and was passed over");
            next();
            add_all(result_.root, any_of());
        }
        if (result_.root.kind != Kind::list) result_.root = group(Kind::list, {result_.root});
    }

 private:
    const Lexeme& peek() const { return lexemes_[at_]; }
    const Lexeme& next() { return lexemes_[at_ + 1 < lexemes_.size() ? at_++ : at_]; }
    bool take(Lexeme::Kind kind) {
        if (peek().kind != kind) return false;
        next();
        return true;
    }
    void warn(ByteRange span, std::string message) {
        result_.warnings.push_back({span, std::move(message)});
    }

    // With their partners, so that recursion is bounded.
    void drop_deep_parentheses() {
        int depth = 0;
        bool warned = false;
        std::erase_if(lexemes_, [&](const Lexeme& lexeme) {
            if (lexeme.kind == Lexeme::Kind::close) return depth > 0 && depth-- > kMaxNesting;
            if (lexeme.kind != Lexeme::Kind::open || ++depth <= kMaxNesting) return false;
            if (!warned) warn(lexeme.span, "parentheses this deep are passed over");
            return warned = true;
        });
    }

    static QueryNode leaf(Kind kind, const Lexeme& lexeme) {
        return {kind, lexeme.span, lexeme.text, Field::text, {}};
    }
    static QueryNode group(Kind kind, std::vector<QueryNode> children) {
        QueryNode node{kind, {}, {}, Field::text, std::move(children)};
        if (!node.children.empty()) {
            node.span = {node.children.front().span.begin, node.children.back().span.end};
        }
        return node;
    }
    // A group of one is that one.
    static QueryNode group_or_child(Kind kind, std::vector<QueryNode> children) {
        if (children.size() == 1) return std::move(children.front());
        return group(kind, std::move(children));
    }
    static void add_all(QueryNode& to, QueryNode from) {
        if (to.kind != Kind::list) to = group(Kind::list, {std::move(to)});
        if (from.kind == Kind::list) {
            for (QueryNode& child : from.children) to.children.push_back(std::move(child));
        } else {
            to.children.push_back(std::move(from));
        }
        if (!to.children.empty()) {
            to.span = {to.children.front().span.begin, to.children.back().span.end};
        }
    }

    QueryNode any_of() {
        std::vector<QueryNode> clauses{juxtaposed()};
        while (peek().kind == Lexeme::Kind::op_or) {
            const ByteRange span = next().span;
            QueryNode clause = juxtaposed();
            if (is_empty(clause) || is_empty(clauses.back()))
                warn(span, "OR wants words on both sides");
            clauses.push_back(std::move(clause));
        }
        std::erase_if(clauses, is_empty);
        if (clauses.empty()) return {};
        return group_or_child(Kind::any, std::move(clauses));
    }

    static bool is_empty(const QueryNode& node) {
        return node.kind == Kind::list && node.children.empty();
    }

    QueryNode juxtaposed() {
        std::vector<QueryNode> items;
        for (;;) {
            const Lexeme::Kind kind = peek().kind;
            if (kind == Lexeme::Kind::end || kind == Lexeme::Kind::close ||
                kind == Lexeme::Kind::op_or) {
                break;
            }
            if (std::optional<QueryNode> item = all_of()) append(items, std::move(*item));
        }
        return group_or_child(Kind::list, std::move(items));
    }

    // Neighbouring words become one node, unless an operator stands between that was passed over.
    void append(std::vector<QueryNode>& items, QueryNode item) {
        const auto neighbours = [&](const QueryNode& last) {
            const ByteRange between{last.span.end, item.span.begin};
            return last.kind == Kind::words && item.kind == Kind::words &&
                   slice(result_.text, between).find_first_of("AON") == std::string_view::npos;
        };
        if (!items.empty() && neighbours(items.back())) {
            QueryNode& last = items.back();
            last.span.end = item.span.end;
            last.text = slice(result_.text, last.span);
        } else {
            items.push_back(std::move(item));
        }
    }

    std::optional<QueryNode> all_of() {
        std::vector<QueryNode> items;
        if (peek().kind == Lexeme::Kind::op_and) {
            warn(peek().span, "AND wants words on both sides");
            next();
            return std::nullopt;
        }
        if (auto first = item()) items.push_back(std::move(*first));
        while (peek().kind == Lexeme::Kind::op_and) {
            const ByteRange span = next().span;
            auto item_after = item();
            if (!item_after) {
                warn(span, "AND wants words on both sides");
                break;
            }
            items.push_back(std::move(*item_after));
        }
        if (items.empty()) return std::nullopt;
        return group_or_child(Kind::all, std::move(items));
    }

    std::optional<QueryNode> item() {
        const Lexeme& lexeme = peek();
        switch (lexeme.kind) {
            case Lexeme::Kind::plus:
                return modified(Kind::required);
            case Lexeme::Kind::minus:
            case Lexeme::Kind::op_not:
                return modified(Kind::excluded);
            case Lexeme::Kind::open:
                return parenthesised();
            case Lexeme::Kind::phrase:
                return phrase();
            case Lexeme::Kind::field:
                return field();
            case Lexeme::Kind::word:
                return leaf(Kind::words, next());
            default:
                return std::nullopt;
        }
    }

    std::optional<QueryNode> modified(Kind kind) {
        const ByteRange span = next().span;
        auto child = item();
        if (!child) {
            warn(span, "this operator has nothing to act on and was passed over");
            return std::nullopt;
        }
        // Twice the same is once; + and - together are -.
        if (child->kind == Kind::excluded) return child;
        if (child->kind == Kind::required) {
            QueryNode inner = std::move(child->children.front());
            child = std::move(inner);
        }
        QueryNode node = group(kind, {std::move(*child)});
        node.span.begin = span.begin;
        return node;
    }

    std::optional<QueryNode> parenthesised() {
        const ByteRange open = next().span;
        QueryNode inner = any_of();
        if (!take(Lexeme::Kind::close)) warn(open, "this ( is never closed");
        if (is_empty(inner)) return std::nullopt;
        return inner;
    }

    std::optional<QueryNode> phrase() {
        const Lexeme& lexeme = next();
        if (!lexeme.closed)
            warn(lexeme.span, "the quotation mark is never closed; it was read up to the end");
        return leaf(Kind::phrase, lexeme);
    }

    std::optional<QueryNode> field() {
        const Lexeme& name = next();
        const std::optional<Field> field = query_field(name.text);
        const Lexeme& value = peek();
        const bool adjacent =
            value.span.begin == name.span.end &&
            (value.kind == Lexeme::Kind::word || value.kind == Lexeme::Kind::phrase);
        if (!field || !adjacent) {
            warn(name.span, field ? "the field has no value; read as a word"
                                  : "no field has this name; read as a word");
            return leaf(Kind::words, name);
        }
        QueryNode node = leaf(Kind::field, next());
        node.span.begin = name.span.begin;
        node.field = *field;
        if (is_entity_type(name.text)) node.entity_type = name.text;
        return node;
    }

    ParsedQuery& result_;
    std::vector<Lexeme> lexemes_;
    std::size_t at_ = 0;
};

// The query cut to the limit, between characters.
std::string_view shortened(std::string_view query) {
    if (query.size() <= kMaxQueryBytes) return query;
    std::size_t end = kMaxQueryBytes;
    while (end > 0 && (static_cast<unsigned char>(query[end]) & 0xC0U) == 0x80) --end;
    return query.substr(0, end);
}

}  // namespace

ParsedQuery parse_query(std::string_view query) {
    ParsedQuery result;
    const std::string_view kept = shortened(query);
    result.text = valid_utf8(kept);
    if (kept.size() < query.size()) {
        const auto end = static_cast<std::uint32_t>(result.text.size());
        result.warnings.push_back(
            {{end, end}, "the query is longer than 1024 bytes; the rest was passed over"});
    }
    Parser(result).run();
    return result;
}

}  // namespace sinodex
