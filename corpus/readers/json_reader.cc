// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "corpus/readers/dates.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/json_parser.h"
#include "corpus/readers/member_names.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

using nlohmann::json;
using Names = std::span<const std::string_view>;
using namespace member_names;

[[noreturn]] void refuse(std::string_view field, const json& value, const char* expected) {
    throw UnreadableDocument(SkipReason::malformed, '"' + std::string(field) + "\" is of type " +
                                                        value.type_name() + ", not " + expected);
}

// A member of the line's object; its value is null when it is not there.
struct Member {
    std::string_view name;
    json& value;
};

// Whether a text is HTML: it begins with a tag of a block and ends one.
bool is_markup(std::string_view text) {
    text = trimmed(text);
    const bool begins = text.starts_with("<p>") || text.starts_with("<p ") ||
                        text.starts_with("<div") || text.starts_with("<h") ||
                        text.starts_with("<article") || text.starts_with("<section");
    return begins && text.ends_with('>') && text.find("</") != std::string_view::npos;
}

class ObjectReader {
 public:
    ObjectReader(Article& article, json& object) : article_(article), object_(object) {}

    void read();

 private:
    Member member(Names names);
    std::string text_of(json& value, std::string_view field);
    std::string text_or_number(Names names);
    std::string one_line_of(Names names);
    std::string name_of(const Member& member);
    void read_author();
    void read_passages(json& passages);

    Article& article_;
    json& object_;
    json absent_;
};

void ObjectReader::read() {
    const std::string id = text_or_number(kId);
    if (!id.empty()) article_.id = id;
    article_.title = one_line_of(kTitle);
    article_.url = one_line_of(kUrl);
    article_.source = name_of(member(kSource));
    // trafilatura calls the URL source.
    if (!host_of(article_.source).empty()) {
        if (article_.url.empty()) article_.url = article_.source;
        article_.source = host_of(article_.source);
    }
    if (article_.source.empty()) article_.source = host_of(article_.url);
    article_.date = normalised_date(text_or_number(kDate));
    article_.lang = one_line_of(kLang);
    read_author();
    const Member passages = member(kPassages);
    if (!passages.value.is_null()) return read_passages(passages.value);
    const Member text = member(kText);
    article_.text = text_of(text.value, text.name);
    if (text.name == "content_html" || is_markup(article_.text)) {
        article_.text = whole_text(HtmlPage("<body>" + article_.text));
    }
}

Member ObjectReader::member(Names names) {
    for (const std::string_view name : names) {
        const auto found = object_.find(name);
        if (found != object_.end() && !found->is_null()) return {name, *found};
    }
    return {names.front(), absent_};
}

// A string, cleaned; empty for null.
std::string ObjectReader::text_of(json& value, std::string_view field) {
    if (value.is_null()) return "";
    if (!value.is_string()) refuse(field, value, "string");
    std::string text = std::move(value.get_ref<std::string&>());
    article_.replaced_bytes += clean(text);
    return text;
}

std::string ObjectReader::text_or_number(Names names) {
    const Member found = member(names);
    return found.value.is_number() ? found.value.dump()
                                   : one_line(text_of(found.value, found.name));
}

std::string ObjectReader::one_line_of(Names names) {
    const Member found = member(names);
    return one_line(text_of(found.value, found.name));
}

// A string, or the name of an object.
std::string ObjectReader::name_of(const Member& member) {
    const bool object = member.value.is_object() && member.value.contains("name");
    json& name = object ? member.value["name"] : member.value;
    return one_line(text_of(name, member.name));
}

void ObjectReader::read_author() {
    const Member author = member(kAuthor);
    if (!author.value.is_array()) {
        article_.author = name_of(author);
        return;
    }
    for (json& value : author.value) {
        const std::string name = name_of({author.name, value});
        if (!name.empty()) article_.author += (article_.author.empty() ? "" : ", ") + name;
    }
}

void ObjectReader::read_passages(json& passages) {
    if (!passages.is_array()) refuse(kPassages.front(), passages, "array of strings");
    std::string& text = article_.text;
    for (json& passage : passages) {
        const std::string field = "passages[" + std::to_string(article_.own_passages.size()) + ']';
        const std::string words = text_of(passage, field);
        if (!text.empty() && !words.empty()) text += "\n\n";
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += words;
        article_.own_passages.push_back({begin, static_cast<std::uint32_t>(text.size())});
    }
}

}  // namespace

void read_json(Article& article, std::string line) {
    if (blank(line)) return;
    json object = parse_json(line, article.replaced_bytes);
    if (!object.is_object()) {
        throw UnreadableDocument(SkipReason::malformed,
                                 std::string("not an object, but of type ") + object.type_name());
    }
    ObjectReader(article, object).read();
}

}  // namespace sinodex
