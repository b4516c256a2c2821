// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "searcher/service/http/routes.h"

namespace sinodex {

// A file of searcher/service/page/assets/, compiled into the program.
struct PageAsset {
    std::string_view name;  // "page.css": its address is /assets/page.css
    std::string_view bytes;
};

const std::vector<PageAsset>& page_assets();

// Serves each asset, and nothing else, under /assets/: with a type by its ending, an ETag of its
// bytes, and compressed where that makes it smaller and the client reads it. Throws
// std::logic_error for an ending that has no type.
void add_assets(Routes& routes);

}  // namespace sinodex
