// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/entities/entity.h"

namespace sinodex {

class NameTree;

// Holds what is known about companies, people, offices, laws and places. It is written as stanzas,
// parted by blank lines, a line for each `key: value`, lists parted by `; `:
//
//   id: alibaba
//   type: company
//   name: Alibaba Group
//   en: Alibaba; Alibaba Group Holding
//   zh: 阿里巴巴
//   ambiguous: Ali; 阿里
//   context: taobao; jack-ma; 电商
//   parent: softbank 2000..2023 | a quarter of the shares
//
// A stanza that begins with `for: TYPE` tells what holds for all entities of that type.
//
// Every function that reads such text throws Error (input) with file and line for an unknown key, a
// malformed value, an id that comes twice, a relation to an id that is nowhere, and a name that
// belongs to two entities without being ambiguous.
//
// All of it is kept in one block of bytes (knowledge_compiler.h), which may lie in a mapped file:
// an entity is made of it when somebody asks for it. A value, cheap to copy; safe to read from any
// number of threads.
class Knowledge {
 public:
    // Nothing is known.
    Knowledge();
    // `origin` is what errors call the text: mostly a path.
    static Knowledge parse(std::string_view text, const std::string& origin);
    // The files that come with the program (corpus/knowledge/entities), as it was built: of the
    // library built_in_knowledge.
    static const Knowledge& built_in();
    // Reads what block() gave where it lies, at a multiple of 8 bytes. `keeper` is held as long as
    // it is needed. Throws Error (database) for bytes that are no such block; that they have not
    // changed is for a checksum to tell.
    static Knowledge of_block(std::string_view block, std::shared_ptr<const void> keeper);

    // This knowledge and a user's own. A new id adds an entity; a known one adds names, context
    // and relations to it, and its type, name and note take the place of the old ones. A stanza
    // with `replace: yes` stands for the old one instead; the line `replace: all` before the first
    // stanza drops all there was. Numbers of entities that stay do not change, except by the
    // latter.
    Knowledge extended(std::string_view text, const std::string& origin) const;
    // The same with the text of a file. Throws Error (input) when it cannot be read, too.
    Knowledge extended_by_file(const std::string& path) const;

    // All entities, made anew.
    std::vector<Entity> entities() const;
    std::size_t size() const;
    // The entity of a number below size(); valid as long as a copy of this is.
    const Entity& entity(EntityNumber number) const;
    std::optional<EntityNumber> find(std::string_view id) const;
    // Returns the entities whose parent this one is, in the order of their numbers.
    std::span<const EntityNumber> parts_of(EntityNumber number) const;

    // All of it, for a database to keep. Equal knowledge has equal blocks.
    std::string_view block() const;
    // 16 hexadecimal digits, equal for equal knowledge.
    std::string fingerprint() const;

    bool operator==(const Knowledge& other) const { return block() == other.block(); }

 private:
    friend class EntityFinder;
    class Block;

    explicit Knowledge(std::shared_ptr<const Block> block) : block_(std::move(block)) {}
    const NameTree& names() const;

    std::shared_ptr<const Block> block_;
};

}  // namespace sinodex
