// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/versions.h"

#include <unicode/uversion.h>

#include <array>

#include "bench/quality/sqlite.h"
#include "bench/quality/xapian_index.h"
#include "corpus/program/help.h"

namespace sinodex {
namespace {

std::string icu_version() {
    UVersionInfo version{};
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    return text.data();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> versions() {
    return {{"Sinodex", version_text()},
            {"Xapian", xapian_version()},
            {"ICU", icu_version()},
            {"SQLite", sqlite_version()}};
}

}  // namespace sinodex
