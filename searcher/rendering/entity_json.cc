// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/entity_json.h"

#include "searcher/rendering/json.h"
#include "searcher/rendering/json_parts.h"

namespace sinodex {
namespace {

Json entity_json(const KnownEntity& entity) {
    return {{"id", entity.id},
            {"type", entity.type},
            {"name", entity.name},
            {"filter", entity.filter},
            {"articles", entity.articles}};
}

Json relation_json(const EntityRelation& relation) {
    Json object{{"kind", relation.kind}, {"id", relation.id}, {"name", relation.name}};
    put_if_known(object, "from", relation.from);
    put_if_known(object, "to", relation.to);
    put_if_known(object, "words", relation.words);
    return object;
}

}  // namespace

void render_json(const std::vector<KnownEntity>& entities, const std::string& query,
                 std::ostream& out) {
    Json object{{"version", kJsonVersion}, {"query", query}};
    object["entities"] = Json::array();
    for (const KnownEntity& one : entities) object["entities"].push_back(entity_json(one));
    print(object, JsonLayout::lines, out);
}

void render_json(const EntityDetails& entity, std::ostream& out) {
    Json object{{"version", kJsonVersion}};
    object.update(entity_json(entity));
    put_if_known(object, "note", entity.note);
    object["names"] = entity.names;
    object["relations"] = Json::array();
    for (const EntityRelation& one : entity.relations) {
        object["relations"].push_back(relation_json(one));
    }
    print(object, JsonLayout::lines, out);
}

void render_json(const std::vector<Completion>& completions, const std::string& query,
                 std::ostream& out) {
    Json object{{"version", kJsonVersion}, {"query", query}};
    object["completions"] = Json::array();
    for (const Completion& one : completions) {
        Json row{{"text", one.text}};
        put_if_known(row, "name", one.name);
        row["articles"] = one.articles;
        row["start"] = one.begin;
        row["end"] = one.end;
        row["whole"] = one.whole;
        object["completions"].push_back(std::move(row));
    }
    print(object, JsonLayout::lines, out);
}

}  // namespace sinodex
