// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/knowledge.h"

#include <xxhash.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "corpus/entities/knowledge_builder.h"
#include "corpus/entities/relations.h"
#include "corpus/error.h"
#include "corpus/knowledge/embedded_entities.h"

namespace sinodex {
namespace {

constexpr std::array<std::pair<NameKind, std::string_view>, 11> kKeys{{
    {NameKind::plain, "en"},
    {NameKind::acronym, "acronym"},
    {NameKind::ticker, "ticker"},
    {NameKind::misnomer, "misnomer"},
    {NameKind::ambiguous, "ambiguous"},
    {NameKind::generic, "generic"},
    {NameKind::idiom, "idiom"},
    {NameKind::adjective, "adjective"},
    {NameKind::not_this, "not"},
    {NameKind::surname, "surname"},
    {NameKind::role, "role"},
}};

std::string_view key_of(NameKind kind) {
    for (const auto& [known, key] : kKeys) {
        if (known == kind) return key;
    }
    return "en";
}

void write_line(std::string& text, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text.append(key).append(": ").append(value).append("\n");
}

void write_rules(std::string& text, EntityType type, const TypeRules& rules) {
    if (rules == TypeRules{}) return;
    write_line(text, "for", to_string(type));
    for (const std::string& item : rules.unless) write_line(text, "unless", item);
    for (const std::string& item : rules.longer) write_line(text, "longer", item);
    for (const std::string& item : rules.common) write_line(text, "common", item);
    text += "\n";
}

}  // namespace

Knowledge::Knowledge(std::vector<Entity> entities, RulesByType rules)
    : entities_(std::move(entities)), rules_(std::move(rules)) {
    for (const Entity& entity : entities_) {
        numbers_.emplace(entity.id, static_cast<EntityNumber>(numbers_.size()));
    }
}

Knowledge Knowledge::parse(std::string_view text, const std::string& origin) {
    return Knowledge({}, {}).extended(text, origin);
}

const Knowledge& Knowledge::built_in() {
    static const Knowledge knowledge = [] {
        KnowledgeBuilder builder;
        for (const embedded::File& file : embedded::kEntities) {
            builder.add(file.text, std::string(file.path));
        }
        return Knowledge(builder.build(), builder.rules());
    }();
    return knowledge;
}

Knowledge Knowledge::extended(std::string_view text, const std::string& origin) const {
    KnowledgeBuilder builder(entities_, rules_);
    builder.add(text, origin);
    return Knowledge(builder.build(), builder.rules());
}

Knowledge Knowledge::extended_by_file(const std::string& path) const {
    std::ifstream in(path, std::ios::binary);
    in.peek();  // a folder can be opened, but not read
    if (!in.is_open() || in.bad()) {
        throw Error(ErrorKind::input, "cannot read the knowledge file " + path);
    }
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return extended(text, path);
}

std::optional<EntityNumber> Knowledge::find(std::string_view id) const {
    const auto found = numbers_.find(std::string(id));
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

std::string Knowledge::to_text() const {
    std::string text;
    for (std::size_t type = 0; type < rules_.size(); ++type) {
        write_rules(text, static_cast<EntityType>(type), rules_[type]);
    }
    for (const Entity& entity : entities_) {
        write_line(text, "id", entity.id);
        write_line(text, "type", to_string(entity.type));
        write_line(text, "name", entity.name);
        write_line(text, "note", entity.note);
        for (const EntityName& name : entity.names) write_line(text, key_of(name.kind), name.text);
        for (const std::string& item : entity.context) write_line(text, "context", item);
        for (const std::string& item : entity.unless) write_line(text, "unless", item);
        write_line(text, "home", entity.home);
        for (const Relation& relation : entity.relations) {
            write_line(text, to_string(relation.kind),
                       write_relation(relation, entities_[relation.target].id));
        }
        text += "\n";
    }
    return text;
}

std::string Knowledge::fingerprint() const {
    const std::string text = to_text();
    XXH64_hash_t hash = XXH3_64bits(text.data(), text.size());
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4U) {
        *digit = "0123456789abcdef"[hash & 15U];
    }
    return digits;
}

}  // namespace sinodex
