// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// Holds what a page says of its article in JSON-LD (schema.org's NewsArticle and its like).
struct JsonLd {
    std::string headline;
    std::string name;
    std::string date;  // as written
    std::string author;
    std::string publisher;
    std::string url;
    std::string body;
};

// Adds what a script of type application/ld+json says to what is not yet known. Articles may stand
// alone, in arrays, in @graph and as mainEntity, and may name their author by its @id; texts may
// hold entities and tags of HTML. Comments, CDATA marks and commas too many, which pages have, are
// passed over. What is malformed beyond that is ignored.
void read_json_ld(const std::string& script, JsonLd& known);

}  // namespace sinodex
