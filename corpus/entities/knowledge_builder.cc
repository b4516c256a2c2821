// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/knowledge_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "corpus/entities/name_forms.h"

namespace sinodex {
namespace {

struct NameKey {
    std::string_view key;
    NameKind kind;
};
constexpr std::array<NameKey, 13> kNameKeys{{
    {"en", NameKind::plain},
    {"zh", NameKind::plain},
    {"pinyin", NameKind::plain},
    {"acronym", NameKind::acronym},
    {"ticker", NameKind::ticker},
    {"misnomer", NameKind::misnomer},
    {"ambiguous", NameKind::ambiguous},
    {"generic", NameKind::generic},
    {"idiom", NameKind::idiom},
    {"adjective", NameKind::adjective},
    {"surname", NameKind::surname},
    {"role", NameKind::role},
    {"not", NameKind::not_this},
}};

std::optional<NameKind> name_kind(std::string_view key) {
    for (const NameKey& known : kNameKeys) {
        if (known.key == key) return known.kind;
    }
    return std::nullopt;
}

// Whether names of a kind belong to one entity alone.
bool is_exclusive(NameKind kind) {
    return kind == NameKind::plain || kind == NameKind::acronym || kind == NameKind::ticker ||
           kind == NameKind::misnomer;
}

void check_id(std::string_view id, const FileLine& place) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(id.begin(), id.end(), fits)) {
        throw_at(place, "not an id: " + std::string(id),
                 "an id is made of lower case letters, digits and hyphens");
    }
}

template <typename T>
void add_once(std::vector<T>& list, T item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

void add_items(std::vector<std::string>& list, const StanzaField& field) {
    for (const auto item : list_items(field.value, ';')) add_once(list, std::string(item));
}

EntityType read_type(const StanzaField& field) {
    const auto type = entity_type(field.value);
    if (!type) {
        throw_at(field.place, "no such type: " + std::string(field.value),
                 "types are company product person regulator party state court law policy place "
                 "media organisation event");
    }
    return *type;
}

[[noreturn]] void throw_unknown_key(const StanzaField& field) {
    throw_at(
        field.place, "unknown key: " + std::string(field.key),
        "keys are id type name note context unless told home replace; en zh pinyin acronym ticker "
        "misnomer ambiguous generic idiom adjective not surname role; parent stake-in "
        "founded-by led-by member-of issued-by "
        "enforced-by about succeeded-by same-group located-in");
}

bool asks_to_replace(const Stanza& stanza) {
    return std::any_of(stanza.begin(), stanza.end(), [](const StanzaField& field) {
        if (field.key != "replace") return false;
        if (field.value != "yes") {
            throw_at(field.place, "replace what? " + std::string(field.value),
                     "write 'replace: yes' in a stanza, or 'replace: all' before the first one");
        }
        return true;
    });
}

}  // namespace

KnowledgeBuilder::KnowledgeBuilder(std::vector<Entity> base, RulesByType rules)
    : entities_(std::move(base)), rules_(std::move(rules)) {
    for (const Entity& entity : entities_) {
        numbers_.emplace(entity.id, static_cast<EntityNumber>(numbers_.size()));
    }
    name_places_.resize(entities_.size());
}

void KnowledgeBuilder::drop_all() {
    entities_.clear();
    rules_ = {};
    numbers_.clear();
    relations_.clear();
    homes_.clear();
    name_places_.clear();
}

void KnowledgeBuilder::add(std::string_view text, const std::string& origin) {
    ids_of_this_text_.clear();
    std::vector<Stanza> stanzas = read_stanzas(text, origin);
    if (!stanzas.empty() && stanzas[0][0].key == "replace" && stanzas[0][0].value == "all") {
        drop_all();
        stanzas[0].erase(stanzas[0].begin());
        if (stanzas[0].empty()) stanzas.erase(stanzas.begin());
    }
    for (const Stanza& stanza : stanzas) {
        if (stanza.front().key == "for") {
            add_rules(stanza);
        } else {
            add_stanza(stanza);
        }
    }
}

// Adds what a stanza says of whole types.
void KnowledgeBuilder::add_rules(const Stanza& stanza) {
    const StanzaField& types = stanza.front();
    for (const auto type : list_items(types.value, ';'))
        add_rules(stanza, read_type({types.key, type, types.place}));
}

void KnowledgeBuilder::add_rules(const Stanza& stanza, EntityType type) {
    TypeRules& rules = rules_.at(static_cast<std::size_t>(type));
    for (const StanzaField& field : std::span(stanza).subspan(1)) {
        if (field.key == "unless") {
            add_items(rules.unless, field);
        } else if (field.key == "calling") {
            add_items(rules.callings, field);
        } else if (field.key == "subject") {
            add_items(rules.subject, field);
        } else if (field.key == "longer") {
            add_items(rules.longer, field);
        } else if (field.key == "common") {
            add_items(rules.common, field);
        } else {
            throw_at(field.place, "unknown key: " + std::string(field.key),
                     "what is said for a type are unless, calling, subject, longer and common");
        }
    }
}

void KnowledgeBuilder::add_stanza(const Stanza& stanza) {
    const StanzaField& first = stanza.front();
    if (first.key != "id") throw_at(first.place, "a stanza begins with its id");
    check_id(first.value, first.place);
    std::string id(first.value);
    if (!ids_of_this_text_.insert(id).second) throw_at(first.place, "id comes twice: " + id);
    const auto [place, is_new] = numbers_.emplace(id, static_cast<EntityNumber>(entities_.size()));
    const EntityNumber number = place->second;
    if (is_new) {
        entities_.emplace_back();
        name_places_.emplace_back();
    }
    const bool replaces = asks_to_replace(stanza);
    if (is_new || replaces) {
        entities_[number] = Entity{};
        entities_[number].id = id;
        std::erase_if(relations_, [&](const auto& relation) { return relation.first == number; });
    }
    for (const StanzaField& field : stanza) set_field(number, field);
    check_new(entities_[number], first.place);
    if (is_new || replaces) {
        const auto has_type = [](const StanzaField& field) { return field.key == "type"; };
        if (std::none_of(stanza.begin(), stanza.end(), has_type))
            throw_at(first.place, "no type: " + id);
    }
}

void KnowledgeBuilder::set_field(EntityNumber number, const StanzaField& field) {
    Entity& entity = entities_[number];
    if (field.key == "id" || field.key == "replace") return;
    if (field.key == "type") {
        entity.type = read_type(field);
    } else if (field.key == "name") {
        entity.name = field.value;
    } else if (field.key == "note") {
        entity.note = field.value;
    } else if (field.key == "context") {
        add_items(entity.context, field);
    } else if (field.key == "unless") {
        add_items(entity.unless, field);
    } else if (field.key == "told") {
        add_items(entity.told, field);
    } else if (field.key == "home") {
        entity.home = field.value;
        homes_.emplace_back(entity.home, field.place);
    } else if (const auto kind = name_kind(field.key)) {
        add_names(number, *kind, field);
    } else if (const auto relation = relation_kind(field.key)) {
        for (const auto item : list_items(field.value, ';')) {
            relations_.emplace_back(number, read_relation(*relation, item, field.place));
        }
    } else {
        throw_unknown_key(field);
    }
}

void KnowledgeBuilder::add_names(EntityNumber number, NameKind kind, const StanzaField& field) {
    Entity& entity = entities_[number];
    for (const auto item : list_items(field.value, ';')) {
        // Surnames may be parted by commas, too: no other name is without one for sure.
        const char separator = kind == NameKind::surname ? ',' : ';';
        for (const auto text : list_items(item, separator)) {
            EntityName name{std::string(text), kind};
            if (name_forms(name, entity.type).empty())
                throw_at(field.place, "not a name that can be found: " + name.text);
            name_places_[number].emplace(name.text, field.place);
            add_once(entity.names, std::move(name));
        }
    }
}

void KnowledgeBuilder::check_new(const Entity& entity, const FileLine& place) const {
    if (entity.name.empty()) throw_at(place, "no name: " + entity.id);
    const auto names_it = [](const EntityName& name) {
        return name.kind != NameKind::surname && name.kind != NameKind::role &&
               name.kind != NameKind::not_this;
    };
    if (std::none_of(entity.names.begin(), entity.names.end(), names_it)) {
        throw_at(place, "nothing to find it by: " + entity.id,
                 "'name' is only shown; add 'en', 'zh' or another list of names");
    }
}

std::vector<Entity> KnowledgeBuilder::build() {
    for (const auto& [number, written] : relations_) {
        const auto target = numbers_.find(written.target);
        if (target == numbers_.end())
            throw_at(written.place, "relation to an id that is nowhere: " + written.target);
        add_once(entities_[number].relations,
                 Relation{written.kind, target->second, written.from, written.to, written.words});
    }
    check_homes();
    claim_names();
    return std::move(entities_);
}

// Where the later of two owners of a name claims it; only what was added now has a place.
FileLine KnowledgeBuilder::place_of(EntityNumber owner, EntityNumber other,
                                    const EntityName& name) const {
    const auto place = name_places_[other].find(name.text);
    if (place != name_places_[other].end()) return place->second;
    for (const EntityName& own : entities_[owner].names) {
        const auto own_place = name_places_[owner].find(own.text);
        if (own_place != name_places_[owner].end() && name_identity(own) == name_identity(name))
            return own_place->second;
    }
    return {};
}

void KnowledgeBuilder::check_homes() const {
    for (const auto& [home, place] : homes_) {
        if (!numbers_.contains(home)) throw_at(place, "home is an id that is nowhere: " + home);
    }
}

void KnowledgeBuilder::claim_names() {
    std::unordered_map<std::string, EntityNumber> owners;
    for (EntityNumber number = 0; number < entities_.size(); ++number) {
        for (const EntityName& name : entities_[number].names) {
            if (!is_exclusive(name.kind)) continue;
            const EntityNumber owner = owners.emplace(name_identity(name), number).first->second;
            if (owner == number) continue;
            throw_at(place_of(owner, number, name),
                     "'" + name.text + "' is a name of " + entities_[owner].id + " and of " +
                         entities_[number].id,
                     "make it 'ambiguous' in both, or take it away from one");
        }
    }
}

}  // namespace sinodex
