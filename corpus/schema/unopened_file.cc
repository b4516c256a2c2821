// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/unopened_file.h"

#include <cerrno>
#include <system_error>

#include "corpus/error.h"
#include "corpus/schema/manifest.h"

namespace sinodex {

void unopened_file(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR) damaged_database(path, "is missing");
    const bool passes = error == EMFILE || error == ENFILE || error == ENOMEM;
    throw Error(passes ? ErrorKind::input : ErrorKind::database,
                path + ": " + std::generic_category().message(error),
                passes ? "try again with more of it (ulimit -a); the database is as it was"
                       : "check the disk and permissions; if that does not help, build the "
                         "database anew: sinodex-index --rebuild");
}

}  // namespace sinodex
