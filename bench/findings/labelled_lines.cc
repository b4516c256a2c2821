// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/labelled_lines.h"

#include <nlohmann/json.hpp>

namespace sinodex {
namespace {

using ParsedJson = nlohmann::json;

std::string string_member(const lines::LineReader& reader, const ParsedJson& object,
                          const char* name) {
    const auto member = object.find(name);
    if (member == object.end()) return {};
    if (!member->is_string()) reader.fail(std::string("\"") + name + "\" is not a string");
    return member->get<std::string>();
}

}  // namespace

MarkedLine read_labelled_line(const lines::LineReader& reader, const std::string& called) {
    const ParsedJson object = ParsedJson::parse(reader.line(), nullptr, false);
    if (!object.is_object()) reader.fail("not a JSON object");
    const auto member = [&](const char* name) { return string_member(reader, object, name); };
    MarkedLine line{member("id"), member("kind"), member("published"), member("title"),
                    member("text")};
    if (line.id.empty()) reader.fail("the " + called + " has no id");
    if (line.text.empty()) reader.fail("the " + called + " has no text");
    return line;
}

}  // namespace sinodex
