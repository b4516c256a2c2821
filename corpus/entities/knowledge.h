// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/entities/entity.h"

namespace sinodex {

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
// A value; safe to read from any number of threads.
class Knowledge {
 public:
    // `origin` is what errors call the text: mostly a path.
    static Knowledge parse(std::string_view text, const std::string& origin);
    // The files that come with the program (corpus/knowledge/entities), parsed at the first call.
    static const Knowledge& built_in();

    // This knowledge and a user's own. A new id adds an entity; a known one adds names, context
    // and relations to it, and its type, name and note take the place of the old ones. A stanza
    // with `replace: yes` stands for the old one instead; the line `replace: all` before the first
    // stanza drops all there was. Numbers of entities that stay do not change, except by the
    // latter.
    Knowledge extended(std::string_view text, const std::string& origin) const;
    // The same with the text of a file. Throws Error (input) when it cannot be read, too.
    Knowledge extended_by_file(const std::string& path) const;

    const std::vector<Entity>& entities() const { return entities_; }
    const Entity& entity(EntityNumber number) const { return entities_[number]; }
    const TypeRules& rules(EntityType type) const { return rules_[static_cast<std::size_t>(type)]; }
    std::optional<EntityNumber> find(std::string_view id) const;

    // All of it in the same format, for a database to keep: parse() gives back an equal Knowledge.
    std::string to_text() const;
    // 16 hexadecimal digits, equal for equal knowledge.
    std::string fingerprint() const;

    bool operator==(const Knowledge& other) const {
        return entities_ == other.entities_ && rules_ == other.rules_;
    }

 private:
    Knowledge(std::vector<Entity> entities, RulesByType rules);

    std::vector<Entity> entities_;
    RulesByType rules_;
    std::unordered_map<std::string, EntityNumber> numbers_;
};

}  // namespace sinodex
