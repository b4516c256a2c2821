// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// One of several indexes that are searched as one which takes no part, so that an answer is of the
// others only.
struct MissingShard {
    std::string name;
    std::string reason;  // one line
};

}  // namespace sinodex
