// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/knowledge_compiler.h"

#include "corpus/bytes.h"
#include "corpus/entities/entity_codec.h"
#include "corpus/entities/key_table.h"
#include "corpus/entities/knowledge_block.h"
#include "corpus/entities/name_tree_builder.h"
#include "corpus/entities/text_units.h"

namespace sinodex {
namespace {

void write_entities(const KnowledgeSource& source, BlockWriter& block) {
    std::vector<std::string> records;
    KeyTableBuilder ids;
    for (const Entity& entity : source.entities()) {
        records.push_back(encode_entity(entity));
        ids.add(word_key(entity.id), static_cast<std::uint32_t>(records.size()));
    }
    block.lists(records);
    ids.write(block);
}

void write_rules(const KnowledgeSource& source, BlockWriter& block) {
    std::vector<std::string> records;
    for (const TypeRules& rules : source.rules()) records.push_back(encode_rules(rules));
    block.lists(records);
}

void write_parts(const KnowledgeSource& source, BlockWriter& block) {
    std::vector<std::vector<EntityNumber>> parts(source.entities().size());
    for (EntityNumber number = 0; number < parts.size(); ++number) {
        for (const Relation& relation : source.entity(number).relations) {
            if (relation.kind == RelationKind::parent) parts[relation.target].push_back(number);
        }
    }
    block.lists(parts);
}

}  // namespace

std::string compile_knowledge(const KnowledgeSource& source) {
    BlockWriter block;
    put_bytes(block.bytes(), kKnowledgeMagic);
    write_entities(source, block);
    write_rules(source, block);
    write_parts(source, block);
    NameTreeBuilder(source).write(block);
    return std::move(block.bytes());
}

}  // namespace sinodex
