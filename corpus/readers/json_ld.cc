#include "corpus/readers/json_ld.h"

#include <nlohmann/json.hpp>

#include "corpus/readers/json_parser.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

using nlohmann::json;

const json& member(const json& object, const char* name) {
    static const json absent;
    const auto found = object.find(name);
    return found == object.end() ? absent : *found;
}

// A string, the name of an object, or those of an array, with commas.
std::string name_of(const json& value) {
    if (value.is_string()) return one_line(value.get_ref<const std::string&>());
    if (value.is_object()) {
        const json& name = member(value, "name");
        return name.is_string() ? name_of(name) : "";
    }
    std::string names;
    if (!value.is_array()) return names;
    for (const json& entry : value) {
        const std::string name = entry.is_array() ? "" : name_of(entry);
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

void fill(std::string& known, const json& value) {
    if (known.empty()) known = name_of(value);
}

void read_object(const json& object, JsonLd& known) {
    if (!member(object, "headline").is_string() && !member(object, "datePublished").is_string()) {
        return;
    }
    fill(known.headline, member(object, "headline"));
    fill(known.date, member(object, "datePublished"));
    fill(known.author, member(object, "author"));
    fill(known.publisher, member(object, "publisher"));
    fill(known.url, member(object, "url"));
}

void read_value(const json& value, JsonLd& known) {
    if (value.is_array()) {
        for (const json& entry : value) {
            if (entry.is_object()) read_value(entry, known);
        }
    } else if (value.is_object()) {
        read_object(value, known);
        const json& graph = member(value, "@graph");
        if (graph.is_array()) read_value(graph, known);
    }
}

}  // namespace

void read_json_ld(const std::string& script, JsonLd& known) {
    std::size_t replaced = 0;
    try {
        read_value(parse_json(script, replaced), known);
    } catch (const UnreadableDocument&) {
        return;  // a page is an article without it, too
    }
}

}  // namespace sinodex
