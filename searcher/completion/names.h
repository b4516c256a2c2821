// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/entities/knowledge.h"

namespace sinodex {

// A text as names are compared while they are typed: in small letters without diacritics, Han
// characters Simplified, one space for whatever parts the words: "Ant-G" is "ant g". A space at the
// end is kept. Empty for what is no valid UTF-8. Thread-safe.
std::string name_key(std::string_view text);

// Nobody types a longer beginning of a name or value, in bytes.
inline constexpr std::size_t kMaxTyped = 100;

// A name, or an id, that begins as asked for.
struct BegunName {
    EntityNumber entity;
    std::uint32_t name;  // of Entity::names; kIdName: the entity's id
    static constexpr std::uint32_t kIdName = UINT32_MAX;
};

// The names of entities in alphabetical order, to be found by their beginnings, which may be typed
// without the spaces ("mayun" for Ma Yun). Descriptions and bare surnames are left out.
//
// Unchanging: safe to read from any number of threads.
class NameTable {
 public:
    explicit NameTable(const Knowledge& knowledge);

    // The names whose keys begin with `key`.
    std::vector<BegunName> beginning_with(std::string_view key) const;

 private:
    void add(std::string_view text, BegunName name);

    std::vector<std::pair<std::string, BegunName>> names_;  // by key
};

}  // namespace sinodex
