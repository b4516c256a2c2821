// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/line_protocol.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string>

#include "corpus/error.h"
#include "corpus/json.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/verification.h"
#include "searcher/rendering/view_json.h"
#include "searcher/request/request.h"
#include "searcher/request/saved_search.h"

namespace sinodex {
namespace {

std::string_view name_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return "usage";
        case ErrorKind::query:
            return "query";
        case ErrorKind::database:
            return "database";
        case ErrorKind::locked:
            return "locked";
        case ErrorKind::input:
            return "input";
        case ErrorKind::output:
            return "output";
        case ErrorKind::interrupted:
            return "interrupted";
    }
    return "";
}

// A line of input without its end; `whole` is false of one that was too long, which is cut.
struct RequestLine {
    std::string text;
    bool whole = true;
};

// Nothing at the end of the input. What stands behind the last line end is a line if it is not
// empty.
std::optional<RequestLine> read_request(std::istream& in) {
    RequestLine line;
    std::streambuf& bytes = *in.rdbuf();
    constexpr int kEnd = std::char_traits<char>::eof();
    int c = bytes.sbumpc();
    if (c == kEnd) return std::nullopt;
    for (; c != kEnd && c != '\n'; c = bytes.sbumpc()) {
        line.whole = line.whole && line.text.size() < kMostRequestBytes;
        if (line.whole) line.text.push_back(static_cast<char>(c));
    }
    if (line.text.ends_with('\r')) line.text.pop_back();
    return line;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

// How deep arrays and objects stand in each other, whether or not the text is JSON.
std::size_t depth_of(std::string_view text) {
    std::size_t depth = 0, most = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '{' || c == '[')) {
            most = std::max(most, ++depth);
        } else if (!quoted && (c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return most;
}

Json parsed_object(const std::string& text) {
    constexpr std::size_t kDeepest = 4;  // a request is flat
    if (depth_of(text) <= kDeepest) {
        Json object = parsed_json(text);
        if (object.is_object()) return object;
    }
    throw Error(ErrorKind::usage, "the line begins like a JSON object and is none",
                R"(as in {"query": "Hangzhou deals", "limit": 20})");
}

// A line asks for these beside the parameters of a search.
struct Asked {
    Json id;
    std::optional<std::string> verify, complete;
    std::optional<std::size_t> cursor;
    ParameterValues given;
};

std::string taken_text(Json& object, const char* name) {
    const Json value = object[name];
    object.erase(name);
    if (value.is_string()) return value.get<std::string>();
    throw Error(ErrorKind::usage, std::string(name) + ": it is no text");
}

Asked asked_by(Json object) {
    Asked asked;
    if (object.contains("verify")) asked.verify = taken_text(object, "verify");
    if (object.contains("complete")) asked.complete = taken_text(object, "complete");
    if (object.contains("cursor")) {
        if (!object["cursor"].is_number_unsigned()) {
            throw Error(ErrorKind::usage, "cursor: it is no number of bytes");
        }
        asked.cursor = object["cursor"].get<std::size_t>();
        object.erase("cursor");
    }
    asked.given = values_of_json(dump(object, -1));
    return asked;
}

void write_answer(const SearchResult& result, std::ostream& out) {
    render_json(result, "", JsonLayout::one_line, out);
}
template <typename View>
void write_answer(const View& view, std::ostream& out) {
    render_json(view, "", JsonLayout::one_line, out);
}

std::uint64_t answers_in(const SearchResult& result) { return result.hits.size(); }
std::uint64_t answers_in(const Figures& figures) { return figures.found; }
template <typename View>
std::uint64_t answers_in(const View& view) {
    return view.matches.articles;
}

class LineAnswerer {
 public:
    LineAnswerer(const ParameterValues& defaults, Searcher& searcher, const SavedFile& saved)
        : defaults_(defaults), searcher_(searcher), saved_(saved) {}

    // Returns the answer as a line without its end.
    std::string answer(const RequestLine& line) {
        Json id = ++number_;
        try {
            searcher_.refresh();
            return with_id(id, answered(line, id));
        } catch (const Error& error) {
            return failed(id, name_of(error.kind()), error.what(), error.hint());
        } catch (const std::exception& error) {
            return failed(id, "internal", error.what(), "");
        }
    }

    std::uint64_t found() const { return found_; }

 private:
    // The answer as an object in one line.
    std::string answered(const RequestLine& line, Json& id) {
        if (!line.whole) {
            throw Error(ErrorKind::usage,
                        "the line is longer than " + std::to_string(kMostRequestBytes) + " bytes");
        }
        std::string_view text = line.text;
        if (number_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        if (is_blank(text)) throw Error(ErrorKind::usage, "the line is empty");
        if (text[text.find_first_not_of(" \t")] != '{') {
            ParameterValues values = defaults_;
            values.set("query", std::string(text));
            return search(values);
        }
        Json object = parsed_object(std::string(text));
        take_id(object, id);
        return asked_for(asked_by(std::move(object)));
    }

    static void take_id(Json& object, Json& id) {
        if (!object.contains("id")) return;
        if (object["id"].is_structured()) {
            throw Error(ErrorKind::usage, "id: it is neither a text nor a number");
        }
        id = object["id"];
        object.erase("id");
    }

    std::string asked_for(const Asked& asked) {
        if (asked.verify) return verify(*asked.verify, asked);
        if (asked.complete) return complete(*asked.complete, asked);
        if (asked.cursor) throw Error(ErrorKind::usage, "cursor is for complete");
        // Another view may not go with what was chosen for the one of the command line.
        const bool same_view = !asked.given.has("view") && !asked.given.has("like");
        ParameterValues values;
        for (const Parameter& parameter : kParameters) {
            const std::string_view name = parameter.name;
            if (asked.given.has(name)) {
                values.set(name, asked.given.text(name));
            } else if (defaults_.has(name) && (same_view || !depends_on_view(name))) {
                values.set(name, defaults_.text(name));
            }
        }
        return search(values);
    }

    std::string search(const ParameterValues& values) {
        const Request request = decode_request(values, saved_.read());
        if (request.format != ResultFormat::jsonl) {
            throw Error(ErrorKind::usage, "format: every answer is a line of JSON", "leave it out");
        }
        if (request.search.query.empty() && !request.like) {
            throw Error(ErrorKind::usage, "no query was given",
                        R"(as in {"query": "Hangzhou deals"})");
        }
        std::ostringstream out;
        std::visit(
            [&](const auto& answer) {
                found_ += answers_in(answer);
                write_answer(answer, out);
            },
            answer_request(searcher_, request));
        return out.str();
    }

    std::size_t limit_of(const char* name, const Asked& asked) const {
        for (const Parameter& parameter : kParameters) {
            if (parameter.name == "limit" || !asked.given.has(parameter.name)) continue;
            throw Error(ErrorKind::usage, std::string(name) + " and " +
                                              std::string(parameter.name) + " exclude each other");
        }
        return asked.given.has("limit") ? asked.given.number("limit") : defaults_.number("limit");
    }

    std::string verify(const std::string& quotation, const Asked& asked) {
        const Verification result = searcher_.verify(quotation, limit_of("verify", asked));
        found_ += result.found;
        std::ostringstream out;
        render_json(result, JsonLayout::one_line, out);
        return out.str();
    }

    std::string complete(const std::string& line, const Asked& asked) {
        const std::size_t cursor = asked.cursor.value_or(line.size());
        if (cursor > line.size()) throw Error(ErrorKind::usage, "cursor: the text is shorter");
        SearchRequest request;
        request.tags = saved_.read()->tags;
        Json list = Json::array();
        for (const Completion& one :
             searcher_.complete(line, cursor, limit_of("complete", asked), request)) {
            list.push_back({{"text", one.text},
                            {"name", one.name},
                            {"articles", one.articles},
                            {"begin", one.begin},
                            {"end", one.end},
                            {"whole", one.whole}});
        }
        return dump({{"version", kJsonVersion}, {"completions", std::move(list)}}, -1);
    }

    static std::string with_id(const Json& id, std::string object) {
        while (object.ends_with('\n')) object.pop_back();
        return object.insert(1, "\"id\":" + dump(id, -1) + ",");
    }

    static std::string failed(const Json& id, std::string_view kind, const std::string& message,
                              const std::string& hint) {
        Json error{{"kind", kind}, {"message", message}};
        put_if_known(error, "hint", hint);
        return dump({{"id", id}, {"version", kJsonVersion}, {"error", std::move(error)}}, -1);
    }

    const ParameterValues& defaults_;
    Searcher& searcher_;
    const SavedFile& saved_;
    std::uint64_t number_ = 0;  // of the line
    std::uint64_t found_ = 0;
};

}  // namespace

std::uint64_t answer_requests(const ParameterValues& defaults, Searcher& searcher,
                              const SavedFile& saved, std::istream& in, std::ostream& out) {
    LineAnswerer answerer(defaults, searcher, saved);
    while (const std::optional<RequestLine> line = read_request(in)) {
        out << answerer.answer(*line) << '\n';
        if (!out.flush()) throw Error(ErrorKind::output, "standard output: cannot be written");
    }
    return answerer.found();
}

}  // namespace sinodex
