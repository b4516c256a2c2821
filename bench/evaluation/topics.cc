// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/topics.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "bench/evaluation/line_reader.h"

namespace sinodex {

namespace {

using lines::columns;
using lines::fields;
using lines::LineReader;
using lines::trimmed;

using Json = nlohmann::json;

// All formats have this in common once a topic has been found.
class TopicList {
 public:
    // An empty string when the topic was added, otherwise what is wrong with it.
    std::string add(std::string_view id, std::string_view text) {
        if (id.empty()) return "the topic has no id";
        if (text.empty()) return "topic " + std::string(id) + " has no text";
        if (!ids_.insert(std::string(id)).second) {
            return "topic " + std::string(id) + " comes twice";
        }
        topics_.push_back({std::string(id), std::string(text)});
        return "";
    }
    std::vector<Topic> take() { return std::move(topics_); }

 private:
    std::vector<Topic> topics_;
    std::unordered_set<std::string> ids_;
};

std::string one_line(std::string_view text) {
    std::string line;
    for (const std::string_view word : fields(text)) {
        if (!line.empty()) line += ' ';
        line += word;
    }
    return line;
}

std::string string_member(const LineReader& reader, const Json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end() || !member->is_string()) {
        reader.fail(std::string("\"") + name + "\" is missing or not a string");
    }
    return one_line(member->get_ref<const std::string&>());
}

void read_json_lines(LineReader& reader, TopicList& topics) {
    while (reader.next()) {
        const Json object = Json::parse(reader.line(), nullptr, false);
        if (!object.is_object()) reader.fail("not a JSON object");
        const std::string id = string_member(reader, object, "_id");
        const std::string wrong = topics.add(id, string_member(reader, object, "text"));
        if (!wrong.empty()) reader.fail(wrong);
    }
}

void read_tsv(LineReader& reader, TopicList& topics) {
    while (reader.next()) {
        const std::vector<std::string_view> parts = columns(reader.line());
        if (parts.size() != 2) {
            reader.fail("expected an id, one tab and a query",
                        "topics are TSV, TREC <top> elements or JSON lines with _id and text");
        }
        const std::string wrong = topics.add(parts[0], one_line(parts[1]));
        if (!wrong.empty()) reader.fail(wrong);
    }
}

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), same_letter);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view wanted, std::size_t from) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
    const auto found = std::search(begin, text.end(), wanted.begin(), wanted.end(), same_letter);
    return found == text.end() ? std::string_view::npos
                               : static_cast<std::size_t>(found - text.begin());
}

// The first opening or closing tag; a < that no letter follows is text ("growth < 5%").
std::size_t find_tag(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        const std::size_t name = at + 1 < text.size() && text[at + 1] == '/' ? at + 2 : at + 1;
        if (name < text.size() && std::isalpha(static_cast<unsigned char>(text[name])) != 0) {
            return at;
        }
    }
    return text.size();
}

std::string decoded(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    std::string plain;
    while (!text.empty()) {
        const auto* const entity =
            std::find_if(kEntities.begin(), kEntities.end(),
                         [&](const auto& each) { return text.starts_with(each.first); });
        const bool is_entity = entity != kEntities.end();
        plain += is_entity ? entity->second : text.front();
        text.remove_prefix(is_entity ? entity->first.size() : 1);
    }
    return plain;
}

// Returns what an element says, without the label ("Number:") that old TREC topics repeat in it.
std::string element(std::string_view topic, std::string_view tag, std::string_view label) {
    const std::size_t begin = find_ignoring_case(topic, tag, 0);
    if (begin == std::string_view::npos) return "";
    std::string_view content = topic.substr(begin + tag.size());
    content = trimmed(content.substr(0, find_tag(content)));
    if (starts_with_ignoring_case(content, label)) content.remove_prefix(label.size());
    return one_line(decoded(content));
}

void read_trec(const LineReader& reader, TopicList& topics) {
    const std::string_view text = reader.text();
    std::size_t begin = find_ignoring_case(text, "<top>", 0);
    while (begin != std::string_view::npos) {
        const std::size_t next = find_ignoring_case(text, "<top>", begin + 1);
        std::string_view topic = text.substr(begin, next - begin);
        topic = topic.substr(0, find_ignoring_case(topic, "</top>", 0));
        const std::string wrong =
            topics.add(element(topic, "<num>", "Number:"), element(topic, "<title>", "Topic:"));
        if (!wrong.empty()) reader.fail_at(begin, wrong);
        begin = next;
    }
}

}  // namespace

std::vector<Topic> read_topics(const std::string& path) {
    LineReader reader(path);
    const std::string_view start = trimmed(reader.text());
    TopicList list;
    if (path.ends_with(".jsonl") || (start.starts_with('{') && !path.ends_with(".tsv"))) {
        read_json_lines(reader, list);
    } else if (starts_with_ignoring_case(start, "<top>") && !path.ends_with(".tsv")) {
        read_trec(reader, list);
    } else {
        read_tsv(reader, list);
    }
    std::vector<Topic> topics = list.take();
    if (topics.empty()) reader.fail_file("has no topics");
    return topics;
}

}  // namespace sinodex
