// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion/entities.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "corpus/error.h"
#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

KnownEntity known(const Session& session, const Entity& entity) {
    const std::string type(to_string(entity.type));
    const std::string term = std::string(info(Field::entity).prefix) + entity.id;
    return {entity.id, type, entity.name, type + ":" + entity.id, session.index().frequency(term)};
}

bool is_shown(const EntityName& name) {
    switch (name.kind) {
        case NameKind::plain:
        case NameKind::acronym:
        case NameKind::ticker:
        case NameKind::ambiguous:
            return true;
        default:
            return false;
    }
}

EntityRelation relation_of(const Relation& relation, const Knowledge& knowledge) {
    const Entity& other = knowledge.entity(relation.target);
    return {std::string(to_string(relation.kind)),
            other.id,
            other.name,
            relation.from,
            relation.to,
            relation.words};
}

}  // namespace

std::vector<KnownEntity> entities_beginning(const Session& session, const NameTable& names,
                                            std::string_view beginning, std::size_t limit,
                                            const SearchBounds& bounds) {
    const std::string key = name_key(beginning);
    if (key.empty() || beginning.size() > kMaxTyped) return {};
    std::set<EntityNumber> numbers;
    for (const BegunName& name : names.beginning_with(key)) numbers.insert(name.entity);
    std::vector<KnownEntity> found;
    for (const EntityNumber number : numbers) {
        bounds.check();
        KnownEntity one = known(session, session.domain()->knowledge.entity(number));
        if (one.articles > 0) found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(), [](const KnownEntity& a, const KnownEntity& b) {
        return std::tie(b.articles, a.id) < std::tie(a.articles, b.id);
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

EntityDetails entity_details(const Session& session, const std::string& id) {
    const Knowledge& knowledge = session.domain()->knowledge;
    const auto number = knowledge.find(id);
    if (!number) {
        throw Error(ErrorKind::query, id + ": no entity has this id",
                    "names are found by their beginnings: complete what was typed to find the id");
    }
    const Entity& entity = knowledge.entity(*number);
    EntityDetails details;
    static_cast<KnownEntity&>(details) = known(session, entity);
    details.note = entity.note;
    for (const EntityName& name : entity.names) {
        if (is_shown(name)) details.names.push_back(name.text);
    }
    for (const Relation& one : entity.relations) {
        details.relations.push_back(relation_of(one, knowledge));
    }
    return details;
}

}  // namespace sinodex
