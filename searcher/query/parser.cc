// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text/utf8.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/suffixes.h"
#include "searcher/query/tree.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

bool is_near_part(const QueryNode& node) {
    if (node.kind == Kind::words || node.kind == Kind::phrase) return true;
    return node.kind == Kind::any &&
           std::all_of(node.children.begin(), node.children.end(), is_near_part);
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
            take(Lexeme::Kind::weight);
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
        bool dropped = false;  // the lexeme before
        std::erase_if(lexemes_, [&](const Lexeme& lexeme) {
            if (lexeme.kind == Lexeme::Kind::weight && dropped) return true;
            dropped = false;
            if (lexeme.kind == Lexeme::Kind::close) {
                return dropped = depth > 0 && depth-- > kMaxNesting;
            }
            if (lexeme.kind != Lexeme::Kind::open || ++depth <= kMaxNesting) return false;
            if (!warned) warn(lexeme.span, "parentheses this deep are passed over");
            return warned = true;
        });
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
            return last.weight == 1 && item.weight == 1 && last.kind == Kind::words &&
                   item.kind == Kind::words && !last.prefix && !item.prefix &&
                   slice(result_.text, between).find_first_of("AON^:") == std::string_view::npos;
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
        if (peek().kind == Lexeme::Kind::op_and || peek().kind == Lexeme::Kind::op_near) {
            const bool near = peek().kind == Lexeme::Kind::op_near;
            warn(peek().span, std::string(near ? "NEAR" : "AND") + " wants words on both sides");
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
        switch (peek().kind) {
            case Lexeme::Kind::plus:
                return modified(Kind::required);
            case Lexeme::Kind::minus:
            case Lexeme::Kind::op_not:
                return modified(Kind::excluded);
            default:
                return near();
        }
    }

    std::optional<QueryNode> near() {
        std::optional<QueryNode> first = weighted();
        if (!first || peek().kind != Lexeme::Kind::op_near) return first;
        std::vector<QueryNode> parts{std::move(*first)};
        const ByteRange span = peek().span;
        unsigned distance = 1;
        while (peek().kind == Lexeme::Kind::op_near) {
            const Lexeme& sign = next();
            std::optional<QueryNode> part = weighted();
            if (!part) {
                warn(sign.span, "NEAR wants words on both sides");
                break;
            }
            distance = std::max(distance, distance_of(sign));
            parts.push_back(std::move(*part));
        }
        if (parts.size() == 1) return std::move(parts.front());
        const bool fit = std::all_of(parts.begin(), parts.end(), is_near_part);
        if (!fit) {
            warn(span, "NEAR joins words, phrases and ORs of them; read as AND");
        } else if (parts.size() > kMaxNearParts) {
            warn(span, "NEAR joins up to 8 parts; read as AND");
        }
        const Kind kind = fit && parts.size() <= kMaxNearParts ? Kind::near : Kind::all;
        QueryNode node = group(kind, std::move(parts));
        node.distance = distance;
        return node;
    }

    unsigned distance_of(const Lexeme& near) {
        const auto [distance, warning] = read_distance(near.text);
        if (!warning.empty()) warn(near.span, warning);
        return distance;
    }

    std::optional<QueryNode> weighted() {
        std::optional<QueryNode> node = atom();
        const Lexeme& weight = peek();
        if (!take(Lexeme::Kind::weight) || !node) return node;
        if (node->kind == Kind::field || node->kind == Kind::tag) {
            warn(weight.span, "fields do not score; the weight was passed over");
            return node;
        }
        const auto [value, warning] = read_weight(weight.text);
        if (!warning.empty()) warn(weight.span, warning);
        node->weight = std::clamp(node->weight * value, kMinWeight, kMaxWeight);
        return node;
    }

    std::optional<QueryNode> atom() {
        switch (peek().kind) {
            case Lexeme::Kind::open:
                return parenthesised();
            case Lexeme::Kind::phrase:
                return phrase();
            case Lexeme::Kind::field:
                return field();
            case Lexeme::Kind::word:
                return value_or_text(Kind::words, next());
            default:
                return std::nullopt;
        }
    }

    // Inside of field:( ... ) a word or phrase is one of the field's values.
    QueryNode value_or_text(Kind kind, const Lexeme& lexeme) {
        if (values_of_ && values_of_->tag) return leaf(Kind::tag, lexeme);
        QueryNode node = leaf(values_of_ ? Kind::field : kind, lexeme);
        if (values_of_) {
            node.field = values_of_->field;
            node.entity_type = values_of_->entity_type;
        }
        if (node.kind != Kind::field || info(node.field).star()) read_star(node);
        return node;
    }

    void read_star(QueryNode& node) {
        if (!ends_with_star(node.text)) return;
        node.text.pop_back();
        const std::string word(last_word(node.text));
        const bool known = std::find(prefixes_.begin(), prefixes_.end(), word) != prefixes_.end();
        if (word.size() < kMinPrefixBytes) {
            warn(node.span, "a star wants at least 3 letters before it; read as a word");
        } else if (!known && prefixes_.size() == kMaxPrefixes) {
            warn(node.span, "only the first 8 words with a star were completed; read as a word");
        } else {
            node.prefix = true;
            if (!known) prefixes_.push_back(word);
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
        return value_or_text(Kind::phrase, lexeme);
    }

    std::optional<QueryNode> field() {
        const Lexeme& name = next();
        const bool tag = name.text == kTagName;
        const std::optional<Field> field = tag ? Field::id : query_field(name.text);
        const Lexeme& value = peek();
        const bool adjacent = value.span.begin == name.span.end;
        const bool single =
            adjacent && (value.kind == Lexeme::Kind::word || value.kind == Lexeme::Kind::phrase);
        if (single && name.text == "cluster") return cluster(name);
        std::optional<QueryNode> node;
        if (field && (single || (adjacent && value.kind == Lexeme::Kind::open))) {
            const std::string type = is_entity_type(name.text) ? name.text : "";
            const auto outer = std::exchange(values_of_, FieldName{*field, type, tag});
            node = atom();
            values_of_ = outer;
        }
        if (!node) {
            warn(name.span, field ? "the field has no value; read as a word"
                                  : "no field has this name; read as a word");
            return leaf(Kind::words, name);
        }
        if (single) node->span.begin = name.span.begin;
        return node;
    }

    std::optional<QueryNode> cluster(const Lexeme& name) {
        const Lexeme& value = next();
        if (value.text == "all" || value.text == "one") {
            result_.collapse = value.text == "one";
        } else {
            warn({name.span.begin, value.span.end}, "cluster is all or one; passed over");
        }
        return std::nullopt;
    }

    struct FieldName {
        Field field;
        std::string entity_type;
        bool tag = false;  // it stands for tags instead
    };

    ParsedQuery& result_;
    std::vector<Lexeme> lexemes_;
    std::size_t at_ = 0;
    std::optional<FieldName> values_of_;  // inside of its parentheses
    std::vector<std::string> prefixes_;
};

// The query cut to the limit, between characters.
std::string_view shortened(std::string_view query) {
    if (query.size() <= kMaxQueryBytes) return query;
    std::size_t end = kMaxQueryBytes;
    while (end > 0 && (static_cast<unsigned char>(query[end]) & 0xC0U) == 0x80) --end;
    return query.substr(0, end);
}

ParsedQuery cut(std::string_view query) {
    ParsedQuery result;
    const std::string_view kept = shortened(query);
    result.text = valid_utf8(kept);
    if (kept.size() < query.size()) {
        const auto end = static_cast<std::uint32_t>(result.text.size());
        result.warnings.push_back(
            {{end, end}, "the query is longer than 1024 bytes; the rest was passed over"});
    }
    return result;
}

}  // namespace

ParsedQuery parse_query(std::string_view query) {
    ParsedQuery result = cut(query);
    Parser(result).run();
    return result;
}

ParsedQuery parse_words(std::string_view query) {
    ParsedQuery result = cut(query);
    QueryNode words{Kind::words,
                    {0, static_cast<std::uint32_t>(result.text.size())},
                    result.text,
                    Field::text,
                    {}};
    result.root = group(Kind::list, {std::move(words)});
    return result;
}

bool is_prose(const QueryNode& node) {
    if (node.kind == Kind::words || node.kind == Kind::phrase) return true;
    return node.kind == Kind::list &&
           std::all_of(node.children.begin(), node.children.end(), is_prose);
}

}  // namespace sinodex
