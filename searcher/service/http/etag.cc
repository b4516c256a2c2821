// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/etag.h"

#include <xxhash.h>

#include <array>

namespace sinodex {

std::string etag_of(std::string_view bytes) {
    std::array<char, 32> text{};
    const auto hash = static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size()));
    std::snprintf(text.data(), text.size(), "W/\"%016llx\"", hash);
    return text.data();
}

}  // namespace sinodex
