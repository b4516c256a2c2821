// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/progress.h"

#include <unistd.h>

#include <iostream>

namespace sinodex {

void show_progress(const std::string& what) {
    if (isatty(STDERR_FILENO) == 1) std::cerr << "\r\033[K" << what << std::flush;
}

}  // namespace sinodex
