#pragma once

#include <string>

namespace sinodex {

// What a page says of its article in JSON-LD (schema.org's NewsArticle and its like).
struct JsonLd {
    std::string headline;
    std::string date;  // as written
    std::string author;
    std::string publisher;
    std::string url;
};

// Adds what a script of type application/ld+json says to what is not yet known. An object, an
// array of objects, and @graph are understood. What is malformed is ignored.
void read_json_ld(const std::string& script, JsonLd& known);

}  // namespace sinodex
