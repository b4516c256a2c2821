// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/saved_work.h"

#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/terminal.h"
#include "searcher/rendering/text_parts.h"

namespace sinodex {
namespace {

Json mark_json(const std::string& id, const SavedMark& mark) {
    Json object{{"id", id}, {"tags", mark.tags}};
    put_if_known(object, "note", mark.note);
    put_if_known(object, "text", mark.text);
    put_if_known(object, "at", mark.at);
    return object;
}

// Its query, and its other parameters as options.
std::string search_text(const std::string& request) {
    const Json object = parsed_json(request);
    std::string text = object.value("query", "");
    for (const auto& [name, value] : object.items()) {
        if (name == "query") continue;
        if (value == false) continue;
        text += " --" + name;
        if (value != true)
            text += " " + (value.is_string() ? value.get<std::string>() : dump(value, -1));
    }
    return text;
}

}  // namespace

void render_text(const SavedWork& work, std::ostream& out) {
    for (const auto& [id, mark] : work.marks) {
        out << harmless(id);
        if (!mark.tags.empty()) out << "  " << tags_text({mark.tags.begin(), mark.tags.end()});
        out << '\n';
        if (!mark.note.empty()) out << "    note: " << harmless(mark.note) << '\n';
        if (!mark.text.empty()) out << "    " << harmless(mark.text) << '\n';
    }
    for (const auto& [name, request] : work.searches) {
        out << "search " << harmless(name) << ": " << harmless(search_text(request)) << '\n';
    }
}

void render_json(const SavedWork& work, JsonLayout layout, std::ostream& out) {
    Json object{{"version", kJsonVersion}, {"marks", Json::array()}, {"searches", Json::array()}};
    for (const auto& [id, mark] : work.marks) object["marks"].push_back(mark_json(id, mark));
    for (const auto& [name, request] : work.searches) {
        object["searches"].push_back({{"search", name}, {"request", parsed_json(request)}});
    }
    print(object, layout, out);
}

void render_jsonl(const SavedWork& work, std::ostream& out) {
    for (const auto& [id, mark] : work.marks) out << dump(mark_json(id, mark), -1) << '\n';
    for (const auto& [name, request] : work.searches) {
        out << dump({{"search", name}, {"request", parsed_json(request)}}, -1) << '\n';
    }
}

}  // namespace sinodex
