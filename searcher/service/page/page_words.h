// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/service/entity_names.h"
#include "searcher/service/http/http_message.h"
#include "searcher/service/page/page_address.h"

namespace sinodex {

// Holds what the plain page says, in one language of its interface. The scripts have more to say,
// in page/assets/words.js.
struct PageWords {
    std::string_view language;  // as HTML names it
    NameLanguage names;         // of entities
    std::string_view skip, ask, search, placeholder, tools, saved, other_language, other_code;
    std::string_view tagline, about, examples;
    std::string_view passages, timeline, figures, related, verify, views, results, filters, drop;
    std::string_view found, found_one, found_none, more, open, understood, remove, undated, bytes;
    std::string_view no_article_holds, did_you_mean, corrected_to, relaxed, loosened, versions;
    std::string_view more_versions;
    std::string_view back, passage, in_view, file, needs_scripts, wrong, index;
};

// The words in the language that the address names with ui=, or else that the browser prefers.
const PageWords& page_words(const PageAddress& address, const HttpRequest& request);

// A phrase with {n} in it, filled.
std::string filled(std::string_view phrase, std::string_view value);

// How the page calls a facet, "Companies"; its own name where it is not known.
std::string facet_title(const PageWords& words, const std::string& facet);

// A filter as it reads: the name of an entity in the page's language, a time in words; else as it
// is.
std::string filter_in_words(const PageWords& words, const Searcher& index,
                            const std::string& filter);

// A date of publication as it is known: "10 April 2021", "April 2021", "2021"; empty for none.
std::string date_in_words(const PageWords& words, const std::string& date);

}  // namespace sinodex
