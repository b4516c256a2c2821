// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/labelled_passages.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "bench/evaluation/line_reader.h"
#include "corpus/quantities/calendar.h"

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

MarkedText marked_member(const LineReader& reader, const Json& object, const char* name,
                         const Knowledge& knowledge) {
    MarkedText marked;
    try {
        marked = read_marked_text(string_member(reader, object, name));
    } catch (const MarkupError& error) {
        reader.fail(error.what(), "a mention is marked as [surface|LABEL]");
    }
    for (const Finding& label : marked.labels) {
        const bool names = label.kind == FindingKind::entity || label.kind == FindingKind::role;
        if (names && label.meaning != kUnknown && !knowledge.find(label.meaning))
            reader.fail("no entity has the id " + label.meaning);
    }
    return marked;
}

LabelledPassage read_passage(const LineReader& reader, const Knowledge& knowledge) {
    const Json object = Json::parse(reader.line(), nullptr, false);
    if (!object.is_object()) reader.fail("not a JSON object");
    LabelledPassage passage;
    passage.id = string_member(reader, object, "id");
    passage.kind = string_member(reader, object, "kind");
    passage.published = string_member(reader, object, "published");
    if (!passage.published.empty() && !days_of(passage.published))
        reader.fail("not a date: " + passage.published);
    passage.title = marked_member(reader, object, "title", knowledge);
    passage.text = marked_member(reader, object, "text", knowledge);
    if (passage.id.empty()) reader.fail("the passage has no id");
    if (passage.text.text.empty()) reader.fail("the passage has no text");
    return passage;
}

}  // namespace

std::vector<LabelledPassage> read_labelled_passages(const std::string& path,
                                                    const Knowledge& knowledge) {
    LineReader reader(path);
    std::vector<LabelledPassage> passages;
    std::unordered_set<std::string> ids;
    while (reader.next()) {
        passages.push_back(read_passage(reader, knowledge));
        if (!ids.insert(passages.back().id).second)
            reader.fail("passage " + passages.back().id + " comes twice");
    }
    if (passages.empty()) reader.fail_file("holds no passages");
    return passages;
}

}  // namespace sinodex
