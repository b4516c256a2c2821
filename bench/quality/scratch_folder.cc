// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/scratch_folder.h"

#include <cstdlib>
#include <filesystem>

#include "corpus/error.h"

namespace sinodex {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
    std::error_code failed;
    std::string pattern = fs::temp_directory_path(failed) / "sinodex-bench-XXXXXX";
    if (failed || mkdtemp(pattern.data()) == nullptr) {
        throw Error(ErrorKind::output, pattern + ": cannot be made", "see whether TMPDIR is right");
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace sinodex
