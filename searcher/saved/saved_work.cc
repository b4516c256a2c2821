// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/saved/saved_work.h"

#include <algorithm>

#include "corpus/json.h"

namespace sinodex {
namespace {

std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

bool has_text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string();
}

// False where the object says no change of a mark.
bool take_mark(const Json& object, std::map<std::string, SavedMark>& marks) {
    const std::string id = text_at(object, "id");
    const bool known =
        has_text(object, "tag") || has_text(object, "untag") || has_text(object, "note");
    if (id.empty() || !known) return false;
    SavedMark& mark = marks[id];
    if (has_text(object, "tag")) mark.tags.insert(text_at(object, "tag"));
    mark.tags.erase(text_at(object, "untag"));
    if (has_text(object, "note")) mark.note = text_at(object, "note");
    if (has_text(object, "text")) mark.text = text_at(object, "text");
    mark.at = text_at(object, "at");
    if (mark.tags.empty() && mark.note.empty()) marks.erase(id);
    return true;
}

bool take_search(const Json& object, std::map<std::string, std::string>& searches) {
    const std::string name = text_at(object, "search");
    const auto request = object.find("request");
    if (name.empty() || request == object.end() || !request->is_object()) return false;
    if (request->empty()) {
        searches.erase(name);
    } else {
        searches[name] = dump(*request, -1);
    }
    return true;
}

bool take(std::string_view line, SavedWork& work) {
    const Json object = parsed_json(line);
    return object.is_object() &&
           (take_mark(object, work.marks) || take_search(object, work.searches));
}

std::shared_ptr<const TaggedIds> by_tag(const std::map<std::string, SavedMark>& marks) {
    auto tags = std::make_shared<TaggedIds>();
    for (const auto& [id, mark] : marks) {
        for (const std::string& tag : mark.tags) (*tags)[tag].push_back(id);
    }
    return tags;
}

std::string mark_line(const char* kind, const std::string& value, const std::string& id,
                      const SavedMark& mark) {
    Json line{{kind, value}, {"id", id}};
    put_if_known(line, "text", mark.text);
    put_if_known(line, "at", mark.at);
    return dump(line, -1) + "\n";
}

}  // namespace

SavedWork read_saved_work(std::string_view lines) {
    SavedWork work;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        const bool whole = end < lines.size();
        lines.remove_prefix(std::min(end + 1, lines.size()));
        ++work.lines;
        const bool blank = line.find_first_not_of(" \t\r") == line.npos;
        if (take(line, work) || blank || (!whole && !is_json(line))) continue;
        work.passed_over.push_back(work.lines);
        work.others.append(line).append("\n");
    }
    work.tags = by_tag(work.marks);
    return work;
}

std::string saved_lines(const SavedWork& work) {
    std::string lines = work.others;
    for (const auto& [id, mark] : work.marks) {
        for (const std::string& tag : mark.tags) lines += mark_line("tag", tag, id, mark);
        if (!mark.note.empty()) lines += mark_line("note", mark.note, id, mark);
    }
    for (const auto& [name, request] : work.searches) {
        lines += dump({{"search", name}, {"request", parsed_json(request)}}, -1) + "\n";
    }
    return lines;
}

void describe(SearchHit& hit, const SavedWork& work) {
    for (const std::string& id :
         {hit.article.id, hit.article.id + "#" + std::to_string(hit.passage)}) {
        const auto mark = work.marks.find(id);
        if (mark == work.marks.end()) continue;
        for (const std::string& tag : mark->second.tags) {
            const bool known = std::find(hit.tags.begin(), hit.tags.end(), tag) != hit.tags.end();
            if (!known) hit.tags.push_back(tag);
        }
        const std::string& note = mark->second.note;
        hit.note.append(hit.note.empty() || note.empty() ? "" : " / ").append(note);
    }
}

}  // namespace sinodex
