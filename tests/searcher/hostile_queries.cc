// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/hostile_queries.h"

#include <array>
#include <string_view>

namespace sinodex::testing {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPieces{
    " "sv,           " "sv,        " "sv,
    "　"sv,          "\t"sv,       "\""sv,
    "\""sv,          "“"sv,        "”"sv,
    "＂"sv,          "("sv,        "("sv,
    ")"sv,           ")"sv,        "+"sv,
    "-"sv,           "--"sv,       " AND "sv,
    " OR "sv,        " NOT "sv,    "AND"sv,
    "a"sv,           "B"sv,        "the"sv,
    "of"sv,          "alibaba"sv,  "Didi"sv,
    "fined"sv,       "equity"sv,   "stakes"sv,
    "golden"sv,      "18.228"sv,   "5%"sv,
    "$1.1tn"sv,      "2021"sv,     "title:"sv,
    "source:"sv,     "author:"sv,  "lang:"sv,
    "date:"sv,       "id:"sv,      "foo:"sv,
    ":"sv,           "zh"sv,       "2021-04"sv,
    ".."sv,          "99999999"sv, "杭州"sv,
    "蚂蚁集团"sv,    "螞蟻"sv,     "罚款"sv,
    "阿里"sv,        "，"sv,       "。"sv,
    "🙂"sv,        "e\u0301"sv,  "\u200B"sv,
    "\u202E"sv,      "\uFFFD"sv,   "\xFF"sv,
    "\xE4\xB8"sv,    "\x80"sv,     "\0"sv,
    "\x1B"sv,        "C++"sv,      "U.S."sv,
    "e-commerce"sv,  "'s"sv,       "http://x.y/z"sv,
    "ไทย"sv,         " NEAR "sv,   " NEAR/3 "sv,
    "NEAR/0"sv,      "NEAR/99"sv,  "*"sv,
    "regul*"sv,      "sta*"sv,     "^2"sv,
    "^0.5"sv,        "^99"sv,      "^"sv,
    "cluster:all"sv, "company:"sv, "lang:(zh OR en)"sv,
    "amount:>1bn"sv,
};

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

}  // namespace

std::uint32_t HostileQueries::below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
}

std::string HostileQueries::next() {
    const std::uint32_t pieces = 1 + below(below(50) == 0 ? 400 : 14);
    std::string query;
    for (std::uint32_t i = 0; i < pieces; ++i) query += kPieces[below(kPieces.size())];
    return query;
}

std::vector<std::string> monstrous_queries() {
    return {
        repeated("alibaba ", 10'000),
        repeated("-", 1000),
        repeated("-a ", 1000),
        repeated("+a ", 1000),
        repeated("(", 1000),
        repeated("(a ", 1000),
        repeated(")", 1000),
        repeated("NOT ", 1000),
        repeated("AND ", 1000),
        repeated("a OR ", 1000),
        repeated("a AND ", 1000),
        repeated("\"", 1000),
        repeated("\"a b\" ", 500),
        repeated("title:a ", 500),
        repeated("date:2021 ", 500),
        repeated(":", 1000),
        repeated("e\u0301", 500),
        "a" + repeated("\u0301", 2000),
        repeated("国", 2000),
        repeated("🙂", 2000),
        repeated("\xFF", 2000),
        repeated("\x80", 2000),
        std::string(2000, '\0'),
        repeated("，", 2000),
        repeated("the ", 2000),
        repeated("x", 10'240),
        "\"" + repeated("the ", 2000) + "\"",
        repeated("-(", 500) + "a",
        repeated("(-a OR ", 300),
        repeated("ไทย", 500),
        repeated("a NEAR ", 200),
        repeated("NEAR/5 ", 200),
        repeated("(a OR b) NEAR/50 ", 80),
        "the" + repeated(" NEAR/50 the", 7),
        repeated("the", 1) + "* " + repeated("sta* ", 200),
        "abc* abd* abe* abf* abg* abh* abi* abj* abk* abl*",
        repeated("*", 1000),
        repeated("^2", 500),
        repeated("(fine)^9 ", 100),
        repeated("source:(", 100),
        "source:(" + repeated("a OR ", 200) + "b)",
        repeated("source:(a ", 100),
    };
}

}  // namespace sinodex::testing
