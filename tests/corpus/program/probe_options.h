// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>

#include "corpus/program/program.h"

namespace sinodex::testing {

inline constexpr std::array<std::string_view, 3> kProbeColors{"auto", "always", "never"};

inline constexpr std::array<OptionSpec, 5> kProbeOptions{{
    {"db", 'd', "DB", "", "A database."},
    {"number", 'n', "N", "10", "A number from 1 to 100."},
    {"color", 0, "WHEN", "auto", "One of auto, always and never.", kProbeColors},
    {"switch", 's', "", "",
     "A switch; its help is long enough to be wrapped into two lines or more."},
    {"fail", 0, "HOW", "", "Fail in this way."},
}};

inline constexpr std::array<std::string_view, 3> kProbeExamples{
    "probe --db x.db \"a phrase\"",
    ".hidden begins with a dot",
    "'quoted' begins with a quote",
};

inline constexpr ProgramSpec kProbe{
    "probe",
    "print what was understood",
    "THING...",
    "Prints its options and operands - or fails, as it is told. A back\\slash stays one.",
    kProbeOptions,
    kProbeExamples,
};

}  // namespace sinodex::testing
