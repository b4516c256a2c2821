// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "corpus/error.h"
#include "corpus/quantities/date_query.h"
#include "corpus/schema/fields.h"
#include "searcher/understanding/concepts.h"
#include "searcher/understanding/expansion.h"
#include "searcher/understanding/long_query.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

std::string entity_term(const std::string& id) {
    return std::string(info(Field::entity).prefix) + id;
}

NamedEntities& names_of(QueryConcept& named) {
    auto* entity = std::get_if<EntityMeaning>(&named.is);
    if (entity != nullptr) return *entity;
    return std::get<RelatedMeaning>(named.is);
}

class Names {
 public:
    Names(const QueryAtHand& at_hand, UnderstoodQuery query)
        : tools_(at_hand.tools), inner_(at_hand.expand.related), result_(std::move(query)) {}

    UnderstoodQuery collect(const QueryNode& root) && {
        for (const QueryNode* node : naming_parts(root)) add_names(*node);
        return std::move(result_);
    }

 private:
    void add_names(const QueryNode& node) {
        add_names_in({0, static_cast<std::uint32_t>(node.text.size())}, node, EntityMeaning{});
        for (const Amount& amount : tools_.amounts.find(node.text)) add_amount(amount, node);
        for (const DateMention& date : tools_.dates.find(node.text, std::nullopt)) {
            if (date.days) add_date(date, node);
        }
    }

    // The names in a part of a node, and as related those inside of them. An event is named by its
    // words, so that who is among them is named as well: Alibaba in "Alibaba fine".
    template <typename Meaning>
    void add_names_in(ByteRange part, const QueryNode& node, Meaning as) {
        for (Mention mention : tools_.domain.finder.find_in_query(slice(node.text, part))) {
            mention.range = {mention.range.begin + part.begin, mention.range.end + part.begin};
            if (!add_entity(mention, node, as)) continue;
            const std::string_view name = slice(node.text, mention.range);
            const std::size_t first = name.find(' ');
            if (first == name.npos || !inner_) continue;
            const auto behind = mention.range.begin + static_cast<std::uint32_t>(first) + 1;
            const auto before = mention.range.begin + static_cast<std::uint32_t>(name.rfind(' '));
            for (const ByteRange inside :
                 {ByteRange{mention.range.begin, before}, ByteRange{behind, mention.range.end}}) {
                if (is_event(mention.entity)) {
                    add_names_in(inside, node, as);
                } else {
                    add_names_in(inside, node, RelatedMeaning{});
                }
            }
        }
    }

    // False when it is known of these words, or of more with them, already.
    template <typename Meaning>
    bool add_entity(const Mention& mention, const QueryNode& node, Meaning as) {
        const std::string& id = tools_.domain.knowledge.entity(mention.entity).id;
        const ByteRange span = in_query(mention.range, node);
        if (is_known(id, span)) return false;
        auto named = reading_of<Meaning>(span);
        if (named == result_.concepts.end()) {
            auto made = concept_of(std::move(as), mention.range, node, result_);
            if (!made) return false;
            named = result_.concepts.insert(named, std::move(*made));
        }
        NamedEntities& names = names_of(*named);
        named->label.append(names.entities.empty() ? "" : " or ").append(id);
        names.entities.push_back(id);
        named->terms.push_back(entity_term(id));
        names.ambiguous = names.ambiguous || mention.ambiguous;
        if (is_event(mention.entity)) set_event(named->terms.back(), named->covers, names);
        return true;
    }

    bool is_known(const std::string& id, ByteRange span) const {
        return std::any_of(result_.concepts.begin(), result_.concepts.end(),
                           [&](const QueryConcept& known) {
                               const auto ids = entities_of(known);
                               return known.span.contains(span) &&
                                      std::find(ids.begin(), ids.end(), id) != ids.end();
                           });
    }

    // Another reading of the same words.
    template <typename Meaning>
    std::vector<QueryConcept>::iterator reading_of(ByteRange span) {
        return std::find_if(
            result_.concepts.begin(), result_.concepts.end(), [&](const QueryConcept& known) {
                return std::holds_alternative<Meaning>(known.is) && known.span == span;
            });
    }

    bool is_event(EntityNumber entity) const {
        return tools_.domain.knowledge.entity(entity).type == EntityType::event;
    }

    void set_event(const std::string& term, const std::vector<std::size_t>& covers,
                   NamedEntities& names) const {
        names.event = true;
        double words = 0;
        for (const std::size_t word : covers) {
            words = std::max(words, how_telling(result_.terms[word].term, tools_.index.database()));
        }
        const double own = how_telling(term, tools_.index.database());
        if (own > 0 && words > 0) names.rarity = std::min(1.0, words / own);
    }

    void add_amount(const Amount& amount, const QueryNode& node) {
        auto named = concept_of(AmountMeaning{}, amount.range, node, result_);
        if (!named) return;
        named->label = slice(node.text, amount.range);
        try {
            const AmountQuery asked = parse_amount_query(named->label);
            named->terms = terms_of(asked, tools_.index.database(), kMaxAmountTerms);
            named->is = AmountMeaning{asked};
            result_.concepts.push_back(std::move(*named));
        } catch (const Error&) {  // an amount in running text that is none by itself
            return;
        }
    }

    void add_date(const DateMention& date, const QueryNode& node) {
        auto named = concept_of(TimeMeaning{*date.days}, date.range, node, result_);
        if (!named) return;
        named->label = slice(node.text, date.range);
        named->terms = terms_of({date.days->from, date.days->to}, tools_.index.database());
        result_.concepts.push_back(std::move(*named));
    }

    const UnderstandingTools& tools_;
    bool inner_;  // whether the names inside of names count as well
    UnderstoodQuery result_;
};

}  // namespace

UnderstoodQuery with_names(UnderstoodQuery query, const QueryAtHand& at_hand) {
    if (!at_hand.expand.names) return query;
    return Names(at_hand, std::move(query)).collect(at_hand.parsed.root);
}

}  // namespace sinodex
