// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/saved/saved_file.h"
#include "searcher/searcher.h"
#include "searcher/service/page/html.h"
#include "searcher/service/page/page_address.h"
#include "searcher/service/page/page_words.h"

namespace sinodex {

// The first visit: what this is, and questions to try.
Html home_page(const Searcher& index, const PageAddress& address, const PageWords& words);

// The passages that answer what an address asks, with the facets of all that matches. Throws as
// Searcher does.
Html search_page(const Searcher& index, const SavedFile& saved, const PageAddress& address,
                 const PageWords& words, const HttpRequest& http);

// Returns what an address asks of an index.
SearchRequest request_of(const PageAddress& address, const HttpRequest& http);

}  // namespace sinodex
