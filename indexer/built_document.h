// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/schema/fields.h"

namespace sinodex {

namespace detail {
constexpr std::size_t slot_count() {
    int last = -1;
    for (const FieldInfo& field : kFields) last = std::max(last, field.slot);
    return static_cast<std::size_t>(last + 1);
}
}  // namespace detail

// A document as a segment will hold it: an article, or a section of one.
struct BuiltDocument {
    struct Term {
        std::uint32_t number;  // of the DocumentBuilder's TermIds
        Xapian::termcount frequency;
    };
    std::vector<Term> terms;                               // each once, in any order
    std::array<std::string, detail::slot_count()> values;  // by slot; empty: none
    std::string record;  // of encode(); a segment holds it packed, in the slot of Field::record

    std::string& value(Field field) {
        return values.at(static_cast<std::size_t>(info(field).slot));
    }
    const std::string& value(Field field) const {
        return values.at(static_cast<std::size_t>(info(field).slot));
    }
};

}  // namespace sinodex
