// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/finding_names.h"

#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, kMentionKinds> kMentions{
    "name", "acronym", "ticker", "misnomer", "fuzzy", "surname", "role", "told"};
constexpr std::array<std::string_view, 8> kQualifierNames{
    "exactly", "about", "nearly", "more_than", "less_than", "at_least", "at_most", "up_to"};
constexpr std::array<std::string_view, 9> kPrecisions{"day",  "week", "part",   "month", "quarter",
                                                      "half", "year", "decade", "span"};
constexpr std::array<std::string_view, 4> kKinds{"absolute", "relative", "ambiguous", "unresolved"};
constexpr std::array<std::string_view, 4> kOriginNames{"metadata", "byline", "url", "file"};
constexpr std::array<std::string_view, 3> kTrustNames{"certain", "likely", "guess"};

template <typename Enumerator, std::size_t N>
std::string_view named(const std::array<std::string_view, N>& names, Enumerator value) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view();
}

}  // namespace

std::string_view to_string(MentionKind kind) { return named(kMentions, kind); }
std::string_view to_string(Qualifier qualifier) { return named(kQualifierNames, qualifier); }
std::string_view to_string(DatePrecision precision) { return named(kPrecisions, precision); }
std::string_view to_string(DateKind kind) { return named(kKinds, kind); }
std::string_view to_string(DateOrigin origin) { return named(kOriginNames, origin); }
std::string_view to_string(DateTrust trust) { return named(kTrustNames, trust); }

}  // namespace sinodex
