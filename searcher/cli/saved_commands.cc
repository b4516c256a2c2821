// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/saved_commands.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "corpus/error.h"
#include "searcher/cli/databases.h"
#include "searcher/cli/options.h"
#include "searcher/rendering/saved_work.h"
#include "searcher/request/request.h"
#include "searcher/request/saved_search.h"

namespace sinodex {
namespace {

using Kind = SavedChange::Kind;
using Ids = std::vector<std::string>;

// How a text begins, in whole words, or where it has no spaces in whole characters.
std::string beginning(const std::string& text) {
    constexpr std::size_t kMost = 120;
    if (text.size() <= kMost) return text;
    std::size_t end = kMost;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    const std::size_t space = text.rfind(' ', end);
    if (space != text.npos && space > kMost / 2) end = space;
    return text.substr(0, end);
}

// How the passage with an id begins; of an article nothing. Throws Error (query) where there is
// neither.
std::string text_of(const Searcher& searcher, const std::string& id) {
    if (id.find('#') != id.npos) {
        try {
            return beginning(searcher.passage(id).text);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::query) throw;
        }
    }
    searcher.article(id);
    return "";
}

// Where a passage that was marked stands now: "" where it was, another id, or "nowhere".
std::string moved_to(const Searcher& searcher, const std::string& id, const SavedMark& mark) {
    const std::string article = id.substr(0, id.rfind('#'));
    try {
        if (mark.text.empty() || searcher.passage(id).text.starts_with(mark.text)) return "";
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::query) throw;
    }
    try {
        const StoredArticle stored = searcher.article(article);
        for (const ArticlePassage& one : stored.passages) {
            if (stored.text.compare(one.begin, mark.text.size(), mark.text) == 0) {
                return article + "#" + std::to_string(one.number);
            }
        }
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::query) throw;
    }
    return "nowhere";
}

void tell_of_moved(const SavedWork& work, const Searcher& searcher) {
    for (const auto& [id, mark] : work.marks) {
        const std::string now = moved_to(searcher, id, mark);
        if (now.empty()) continue;
        std::cerr << "note: " << id << " has another text than when it was marked; "
                  << (now == "nowhere" ? "that is gone" : "that is " + now + " now") << '\n';
    }
}

const Ids& at_least_one(const Ids& ids, const std::string& command) {
    if (!ids.empty()) return ids;
    throw Error(ErrorKind::usage, command + ": of which article or passage?",
                "give ids behind it, as a search prints them: deals-ai-001#0");
}

void mark(Kind kind, const std::string& value, const Ids& ids, const SavedFile& file,
          const Searcher& searcher) {
    std::vector<SavedChange> changes;
    for (const std::string& id : ids) {
        changes.push_back({kind, id, value, kind == Kind::untag ? "" : text_of(searcher, id)});
    }
    file.add(changes);
}

void save(const std::string& name, const ParameterValues& values, const SavedFile& file) {
    const Request request = decode_request(values);
    if (request.search.query.empty() && !request.like) {
        throw Error(ErrorKind::usage, "no query was given", "give what is to be saved as " + name);
    }
    file.add({{Kind::search, name, saved_search(values), ""}});
}

SavedWork read_or_throw(const SavedFile& file) {
    const SavedWork work = *file.read();
    if (work.problem.empty()) return work;
    throw Error(ErrorKind::input, work.problem, "check the permissions of the file");
}

void forget(const std::string& name, const SavedFile& file) {
    if (!read_or_throw(file).searches.contains(name)) {
        throw Error(ErrorKind::usage, "there is no saved search " + name);
    }
    file.add({{Kind::search, name, "{}", ""}});
}

void print(const SavedWork& work, ResultFormat format) {
    switch (format) {
        case ResultFormat::text:
            return render_text(work, std::cout);
        case ResultFormat::json:
            return render_json(work, JsonLayout::lines, std::cout);
        case ResultFormat::jsonl:
            return render_jsonl(work, std::cout);
        case ResultFormat::csv:
            return render_csv(work, std::cout);
        default:
            throw Error(ErrorKind::usage, "--notes is for --format text, json, jsonl or csv");
    }
}

ExitStatus print_all(const SavedFile& file, const Searcher& searcher, ResultFormat format) {
    const SavedWork work = read_or_throw(file);
    for (const std::size_t line : work.passed_over) {
        std::cerr << "note: " << file.path() << ":" << line
                  << " is no tag, note or search, and was passed over\n";
    }
    tell_of_moved(work, searcher);
    print(work, format);
    const bool nothing = work.marks.empty() && work.searches.empty();
    return nothing ? ExitStatus::nothing_found : ExitStatus::fine;
}

void change(const Arguments& arguments, const std::string& command, const SavedFile& file) {
    const std::string value = arguments.text(command);
    if (command == "save") {
        ParameterValues values = values_of(arguments);
        if (!arguments.operands().empty()) values.set("query", operands_of(arguments));
        return save(value, values, file);
    }
    if (command == "forget") return forget(value, file);
    const Kind kind = command == "tag" ? Kind::tag : command == "note" ? Kind::note : Kind::untag;
    const Searcher searcher = open_databases(arguments);
    mark(kind, value, at_least_one(arguments.operands(), "--" + command), file, searcher);
}

// Shows what is said of some ids after a change.
void print_marks(const Ids& ids, const SavedFile& file) {
    const auto work = file.read();
    SavedWork some;
    for (const std::string& id : ids) {
        const auto mark = work->marks.find(id);
        if (mark != work->marks.end()) some.marks.insert(*mark);
    }
    render_text(some, std::cout);
}

void save_at_prompt(const WorkCommand& command, const WorkTools& tools) {
    ParameterValues values = values_of(tools.options);
    const std::string query = command.rest.empty() ? tools.last_query : command.rest;
    if (!query.empty()) values.set("query", query);
    save(command.subject(), values, tools.file);
    SavedWork one;
    one.searches[command.subject()] = saved_search(values);
    render_text(one, std::cout);
}

}  // namespace

std::optional<ExitStatus> run_saved(const Arguments& arguments) {
    constexpr std::array<const char*, 5> kCommands{"tag", "untag", "note", "save", "forget"};
    std::string command;
    for (const char* one : kCommands) {
        if (!arguments.has(one)) continue;
        if (!command.empty()) refuse_beside(arguments, command, {one});
        command = one;
    }
    if (command.empty() && !arguments.has("notes")) return std::nullopt;
    const SavedFile file(saved_path(arguments));
    if (!command.empty()) change(arguments, command, file);
    if (!arguments.has("notes")) return ExitStatus::fine;
    return print_all(file, open_databases(arguments),
                     values_of(arguments).choice<ResultFormat>("format"));
}

std::vector<TopicLine> saved_topics(const Arguments& arguments) {
    refuse_beside(arguments, "saved", {"queries", "like"});
    if (!arguments.operands().empty()) {
        throw Error(ErrorKind::usage, "--saved and a query on the command line exclude each other");
    }
    const std::string wanted = arguments.text("saved");
    if (wanted != "all") return {{wanted, ""}};
    std::vector<TopicLine> topics;
    const SavedWork work = read_or_throw(SavedFile(saved_path(arguments)));
    for (const auto& [name, request] : work.searches) topics.push_back({name, ""});
    if (!topics.empty()) return topics;
    throw Error(ErrorKind::usage, "no search is saved",
                "save one: sinodex-search --save NAME QUERY");
}

const std::string& WorkCommand::subject() const {
    if (!words.empty()) return words.front();
    throw Error(ErrorKind::usage, ":" + name + " of what?", ":help says what it takes");
}

std::vector<std::string> WorkCommand::others() const {
    return {words.begin() + std::min<std::ptrdiff_t>(1, std::ssize(words)), words.end()};
}

std::optional<WorkCommand> work_command(std::string_view text) {
    constexpr std::array<std::string_view, 7> kNames{"tag",  "untag", "note",  "notes",
                                                     "save", "saved", "forget"};
    WorkCommand command;
    std::vector<std::string>& words = command.words;
    bool quoted = false;
    bool inside = false;  // of a word
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == ' ' && !quoted;
        if (text[i] == '"') quoted = !quoted;
        if (!ends && !inside) words.emplace_back();
        if (!ends && !inside && words.size() == 3) command.rest = text.substr(i);
        inside = !ends;
        if (!ends && text[i] != '"') words.back().push_back(text[i]);
    }
    if (words.empty() || std::find(kNames.begin(), kNames.end(), words.front()) == kNames.end()) {
        return std::nullopt;
    }
    command.name = words.front();
    words.erase(words.begin());
    return command;
}

void run_work_command(const WorkCommand& command, const WorkTools& tools) {
    const auto& [file, searcher, options, last_query] = tools;
    if (command.name == "notes") {
        print_all(file, searcher, ResultFormat::text);
    } else if (command.name == "save") {
        save_at_prompt(command, tools);
    } else if (command.name == "forget") {
        forget(command.subject(), file);
    } else if (command.name == "note") {
        mark(Kind::note, command.rest, {command.subject()}, file, searcher);
        print_marks({command.subject()}, file);
    } else {
        const Kind kind = command.name == "tag" ? Kind::tag : Kind::untag;
        const Ids ids = command.others();
        mark(kind, command.subject(), at_least_one(ids, ":" + command.name), file, searcher);
        print_marks(ids, file);
    }
}

}  // namespace sinodex
