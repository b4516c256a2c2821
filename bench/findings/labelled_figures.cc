// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/labelled_figures.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "bench/evaluation/line_reader.h"
#include "bench/findings/marked_text.h"

namespace sinodex {
namespace {

using Json = nlohmann::json;
using lines::LineReader;

std::string string_member(const LineReader& reader, const Json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end()) return {};
    if (!member->is_string()) reader.fail(std::string("\"") + name + "\" is not a string");
    return member->get<std::string>();
}

std::vector<std::string> parts_of(std::string_view list, char mark, std::string_view none) {
    std::vector<std::string> parts;
    while (!list.empty() && list != none) {
        const std::size_t end = std::min(list.find(mark), list.size());
        parts.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

FigureLabelled label_of(const LineReader& reader, const Mark& mark, const Knowledge& knowledge) {
    const auto parts = lines::fields(mark.label);
    if (parts.size() != 3 || parts[0] != "F") {
        reader.fail("not a label: " + mark.label, "an amount is marked as [surface|F OWNER WHAT]");
    }
    FigureLabelled label{mark.range, parts_of(parts[1], '+', "-"), parts_of(parts[2], '/', "*")};
    for (const std::string& owner : label.owners) {
        if (!knowledge.find(owner)) reader.fail("no entity has the id " + owner);
    }
    for (std::string& what : label.whats) std::replace(what.begin(), what.end(), '_', ' ');
    return label;
}

MarkedSurface text_of(const LineReader& reader, const Json& object) {
    try {
        return read_marks(string_member(reader, object, "text"));
    } catch (const MarkupError& error) {
        reader.fail(error.what(), "an amount is marked as [surface|F OWNER WHAT]");
    }
}

LabelledFigures read_figures(const LineReader& reader, const Knowledge& knowledge) {
    const Json object = Json::parse(reader.line(), nullptr, false);
    if (!object.is_object()) reader.fail("not a JSON object");
    LabelledFigures figures;
    figures.id = string_member(reader, object, "id");
    figures.kind = string_member(reader, object, "kind");
    figures.published = string_member(reader, object, "published");
    figures.title = string_member(reader, object, "title");
    MarkedSurface marked = text_of(reader, object);
    figures.text = std::move(marked.text);
    for (const Mark& mark : marked.marks) {
        figures.labels.push_back(label_of(reader, mark, knowledge));
    }
    if (figures.id.empty()) reader.fail("the text has no id");
    if (figures.text.empty()) reader.fail("there is no text");
    return figures;
}

}  // namespace

std::vector<LabelledFigures> read_labelled_figures(const std::string& path,
                                                   const Knowledge& knowledge) {
    LineReader reader(path);
    std::vector<LabelledFigures> all;
    std::unordered_set<std::string> ids;
    while (reader.next()) {
        all.push_back(read_figures(reader, knowledge));
        if (!ids.insert(all.back().id).second) {
            reader.fail("text " + all.back().id + " comes twice");
        }
    }
    if (all.empty()) reader.fail_file("holds no texts");
    return all;
}

}  // namespace sinodex
