// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/json_parser.h"

#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

using nlohmann::json;

constexpr int kMaxDepth = 8;

json parse(const std::string& text) {
    return json::parse(text,
                       [](int depth, json::parse_event_t, json&) { return depth <= kMaxDepth; });
}

// The code unit of the \uXXXX at `at`, or -1.
int escaped_unit(const std::string& text, std::size_t at) {
    if (text.compare(at, 2, "\\u") != 0 || at + 6 > text.size()) return -1;
    const std::string digits = text.substr(at + 2, 4);
    if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) return -1;
    return std::stoi(digits, nullptr, 16);
}

bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

std::size_t replace_lone_surrogates(std::string& text) {
    std::size_t replaced = 0;
    for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
        const int unit = escaped_unit(text, at);
        const bool pair = is_high(unit) && is_low(escaped_unit(text, at + 6));
        if (!pair && (is_high(unit) || is_low(unit))) {
            text.replace(at, 6, "\\ufffd");
            ++replaced;
        }
        at += pair ? 12 : unit >= 0 ? 6 : 2;
    }
    return replaced;
}

}  // namespace

json parse_json(const std::string& text, std::size_t& replaced) {
    try {
        try {
            return parse(text);
        } catch (const json::parse_error&) {
            std::string mended = text;
            const std::size_t count = replace_lone_surrogates(mended);
            if (count == 0) throw;
            replaced += count;
            return parse(mended);
        }
    } catch (const json::parse_error& error) {
        throw UnreadableDocument(SkipReason::malformed,
                                 "not valid JSON at byte " + std::to_string(error.byte));
    } catch (const json::exception&) {
        throw UnreadableDocument(SkipReason::malformed, "a number in the JSON is out of range");
    }
}

}  // namespace sinodex
