// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>

#include "corpus/error.h"
#include "corpus/quantities/date_query.h"
#include "corpus/schema/fields.h"
#include "searcher/understanding/condition_parts.h"
#include "searcher/understanding/expansion.h"
#include "searcher/understanding/scoring_tokens.h"

namespace sinodex {
namespace {

class FieldCondition {
 public:
    explicit FieldCondition(const ConditionTools& tools) : tools_(tools.given), making_(tools) {}

    Condition read(const QueryNode& node) {
        const FieldInfo& field = info(node.field);
        switch (field.kind) {
            case FieldKind::stems:
                return simplest(all_words(node, field.prefix, making_));
            case FieldKind::date:
                return date_condition(node);
            case FieldKind::times:
                return mentions_condition(node);
            case FieldKind::amount:
                return amount_condition(node);
            case FieldKind::entity:
                return entity_condition(node);
            case FieldKind::keyword:
                return {HasTerm{std::string(field.prefix) + lower(node.text)}};
            case FieldKind::id:
                return {HasTerm{id_term(node.text)}};
            case FieldKind::words:
            case FieldKind::internal:
                break;
        }
        return name_condition(node, field.prefix);
    }

 private:
    // Names are indexed as they are written, not by stems. Which words of a Chinese name are in the
    // dictionary may depend on those around them; its characters and pairs do not.
    Condition name_condition(const QueryNode& node, std::string_view prefix) {
        AllOf words;
        const std::vector<Token>& tokens = tools_.analyzer.analyze(node.text);
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::han_word) continue;
            if (is_beginning(node, token, tokens)) {
                words.children.push_back(
                    beginning_condition(token, prefix, false, node.span, making_));
                continue;
            }
            words.children.push_back({HasTerm{std::string(prefix).append(token.text)}});
        }
        return simplest(std::move(words));
    }

    // Returns what a value says, or nothing with a warning: then it is as if it were not there.
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
        DateWithin within;
        if (days->from) within.from = first_value(*days->from, days->to);
        if (days->to) within.to = date_value(day_text(*days->to));
        return {std::move(within)};
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
        return one_of(terms_of(*days, tools_.index.database()), "mentions " + node.text);
    }

    Condition amount_condition(const QueryNode& node) {
        const auto amounts = parsed_value(node, parse_amount_query);
        if (!amounts) return {};
        const std::vector<std::string> terms =
            terms_of(*amounts, tools_.index.database(), kMaxAmountTerms);
        if (terms.size() >= kMaxAmountTerms) {
            warn(node.span, "so many amounts lie within that some were left out");
        }
        return one_of(terms, "amount " + node.text);
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
            return simplest(all_words(node, "", making_));
        }
        std::vector<std::string> terms;
        std::string label = "entity";
        for (const EntityNumber number : numbers) {
            const std::string& id = knowledge.entity(number).id;
            terms.push_back(std::string(info(Field::entity).prefix) + id);
            label.append(label == "entity" ? " " : " or ").append(id);
        }
        return one_of(terms, std::move(label));
    }

    static std::string lower(std::string text) {
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        return text;
    }

    void warn(ByteRange span, std::string message) {
        making_.warnings.push_back({span, std::move(message)});
    }

    const UnderstandingTools& tools_;
    const ConditionTools& making_;
};

}  // namespace

Condition field_condition(const QueryNode& node, const ConditionTools& tools) {
    return FieldCondition(tools).read(node);
}

}  // namespace sinodex
