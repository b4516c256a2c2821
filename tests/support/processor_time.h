// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ctime>

namespace sinodex {

// Processor time of this process in seconds, which other programs on the machine do not lengthen,
// and of which a sanitizer takes about ten times as much: a tenth of it then.
inline double processor_seconds() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr double kShare = 0.1;
#else
    constexpr double kShare = 1;
#endif
    return kShare * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace sinodex
