// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// A role is a description or a surname of what was named before; what is told is an event of which
// a sentence tells without a name for it.
enum class FindingKind : std::uint8_t { entity, role, told, amount, date };
inline constexpr std::size_t kFindingKinds = 5;

// Says what a text mentions at a place, as somebody labelled or a finder found it. `meaning` is
// equal for equal findings:
//
//   entity, role, told  an id
//   amount        unit and value, "cny 5e5", or both ends, "usd 1e10..1.5e10"
//   date          "2021-04-10", "2021-04-01..2021-04-30"
//   any           "?": what is meant is not known
struct Finding {
    ByteRange range;
    FindingKind kind = FindingKind::entity;
    std::string meaning;
    bool operator==(const Finding&) const = default;
};

inline constexpr std::string_view kUnknown = "?";

// Says what is wrong with a text's markup.
class MarkupError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A place of a text that is marked as [surface|LABEL].
struct Mark {
    ByteRange range;    // of the text without marks
    std::string label;  // as it stands there
};

struct MarkedSurface {
    std::string text;
    std::vector<Mark> marks;  // by position; disjoint
};

// Takes the marks off a text that holds no other brackets and bars. Throws MarkupError.
// Thread-safe.
MarkedSurface read_marks(std::string_view marked);

struct MarkedText {
    std::string text;
    std::vector<Finding> labels;  // by position; disjoint
};

// Reads a text in which each mention is marked as [surface|LABEL]; the text holds no other
// brackets, and a surface no bar. Labels:
//
//   E id, E ?          an entity of the knowledge, or one that it lacks
//   R id, R ?          a role or surname of it
//   T id, T ?          an event that is told of
//   A unit LOW[..HIGH] an amount; the unit as units.h spells it, the values as plain numbers
//   D FROM[..TO], D ?  days, YYYY-MM-DD; or a date that nothing can resolve
//
// Throws MarkupError. Thread-safe.
MarkedText read_marked_text(std::string_view marked);

}  // namespace sinodex
