// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/qrels.h"

#include <charconv>
#include <string_view>
#include <vector>

#include "bench/evaluation/line_reader.h"

namespace sinodex {

namespace {

using lines::columns;
using lines::fields;
using lines::LineReader;

constexpr const char* kHint =
    "judgements have four columns (topic 0 document gain), or BEIR's three below the header "
    "query-id, corpus-id, score";

const std::vector<std::string_view> kBeirHeader = {"query-id", "corpus-id", "score"};

int parse_gain(const LineReader& reader, std::string_view text) {
    int gain = 0;
    const char* const end = text.data() + text.size();
    const auto [parsed_to, error] = std::from_chars(text.data(), end, gain);
    if (error != std::errc{} || parsed_to != end) {
        reader.fail("the gain \"" + std::string(text) + "\" is not an integer");
    }
    return gain;
}

void add(const LineReader& reader, std::string_view topic, std::string_view document,
         std::string_view gain, Qrels& qrels) {
    if (topic.empty() || document.empty()) reader.fail("an id is empty", kHint);
    Judgements& judgements = qrels[std::string(topic)];
    if (!judgements.emplace(document, parse_gain(reader, gain)).second) {
        reader.fail("document " + std::string(document) + " is judged twice for topic " +
                    std::string(topic));
    }
}

}  // namespace

Qrels read_qrels(const std::string& path) {
    LineReader reader(path);
    Qrels qrels;
    bool beir = false;
    for (bool first = true; reader.next(); first = false) {
        if (first && columns(reader.line()) == kBeirHeader) {
            beir = true;
            continue;
        }
        const std::vector<std::string_view> parts =
            beir ? columns(reader.line()) : fields(reader.line());
        if (parts.size() != (beir ? 3 : 4)) {
            reader.fail("a judgement with " + std::to_string(parts.size()) + " columns", kHint);
        }
        add(reader, parts[0], parts[beir ? 1 : 2], parts.back(), qrels);
    }
    if (qrels.empty()) reader.fail_file("has no judgements", kHint);
    return qrels;
}

}  // namespace sinodex
