// SPDX-License-Identifier: GPL-2.0-or-later

// The fast path against the general one, and what holds for the tokens of any text.

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <array>
#include <map>
#include <random>
#include <set>

#include "corpus/text/analyzer.h"
#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

// A token that outlives the analyser's next call.
struct Copy {
    ByteRange range;
    std::uint32_t position;
    TokenKind kind;
    bool in_dictionary;
    std::string text;

    bool operator==(const Copy&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Copy& token) {
    return out << token.position << ":" << token.text << "[" << token.range.begin << ","
               << token.range.end << ")";
}

std::vector<Copy> copies(const std::vector<Token>& tokens) {
    std::vector<Copy> result;
    result.reserve(tokens.size());
    for (const Token& token : tokens) {
        result.push_back({token.range, token.position, token.kind, token.in_dictionary,
                          std::string(token.text)});
    }
    return result;
}

bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

// Returns what a slice may stand for by itself: its tokens, and what it is behind a number.
std::set<std::string> readings(Analyzer& analyzer, std::string_view text) {
    static const std::map<std::string, std::string> units{
        {"b", "billion"},   {"bn", "billion"},  {"k", "thousand"}, {"m", "million"},
        {"mln", "million"}, {"mn", "million"},  {"pc", "percent"}, {"t", "trillion"},
        {"tn", "trillion"}, {"trn", "trillion"}};
    if (text == "%" || text == "％") return {"percent"};
    std::set<std::string> found;
    std::string joined;
    for (const Token& token : analyzer.analyze(text)) {
        found.emplace(token.text);
        if (token.kind == TokenKind::han_char || token.kind == TokenKind::word)
            joined += token.text;
    }
    found.insert(joined);  // a word that the dictionary cuts otherwise when it stands alone
    if (const auto unit = units.find(joined); unit != units.end()) found.insert(unit->second);
    return found;
}

void expect_sound(const std::string& text, const std::vector<Copy>& tokens, Analyzer& again) {
    std::uint32_t position = 0;
    for (const Copy& token : tokens) {
        ASSERT_LT(token.range.begin, token.range.end) << text;
        ASSERT_LE(token.range.end, text.size()) << text;
        ASSERT_TRUE(is_boundary(text, token.range.begin)) << text;
        ASSERT_TRUE(is_boundary(text, token.range.end)) << text;
        ASSERT_LE(position, token.position) << text;
        position = token.position;
        ASSERT_FALSE(token.text.empty()) << text;
        ASSERT_LE(token.text.size(), kMaxTokenBytes) << text;
        const std::string part(slice(text, token.range));
        ASSERT_TRUE(readings(again, part).contains(token.text)) << token << " in " << text;
    }
}

void expect_agreement(const std::vector<std::string>& texts, bool dictionary) {
    Analyzer fast({.ascii_fast_path = true, .dictionary_words = dictionary});
    Analyzer general({.ascii_fast_path = false, .dictionary_words = dictionary});
    for (const std::string& text : texts) {
        ASSERT_EQ(copies(fast.analyze(text)), copies(general.analyze(text))) << text;
    }
}

std::vector<std::string> nasty_strings(unsigned seed, std::size_t count, std::size_t most) {
    std::mt19937 random(seed);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(nasty_string(random, most));
    return texts;
}

TEST(AnalyzerAgreement, OnNastyStrings) { expect_agreement(nasty_strings(1, 200'000, 12), false); }
TEST(AnalyzerAgreement, OnLongNastyStrings) {
    expect_agreement(nasty_strings(2, 2'000, 400), true);
}
TEST(AnalyzerAgreement, OnShippedArticles) {
    const auto texts = shipped_texts();
    ASSERT_GT(texts.size(), 50U);
    expect_agreement(texts, true);
}

TEST(AnalyzerSoundness, OnNastyStrings) {
    Analyzer analyzer;
    Analyzer again;
    for (const std::string& text : nasty_strings(3, 30'000, 12)) {
        expect_sound(text, copies(analyzer.analyze(text)), again);
        if (HasFatalFailure()) return;
    }
}

TEST(AnalyzerSoundness, OnShippedArticles) {
    Analyzer analyzer;
    Analyzer again;
    for (const std::string& text : shipped_texts()) {
        expect_sound(text, copies(analyzer.analyze(text)), again);
        if (HasFatalFailure()) return;
    }
}

// Whatever a character folds to is one word, and folds to itself.
TEST(AnalyzerSoundness, OfEveryCodePoint) {
    Analyzer analyzer({.ascii_fast_path = true, .dictionary_words = false});
    for (std::uint32_t c = 1; c <= 0x10FFFF; ++c) {
        if (U_IS_SURROGATE(c)) continue;
        std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, c);
        const std::string character(bytes.begin(), bytes.begin() + static_cast<int>(size));
        const auto tokens = copies(analyzer.analyze(character));
        ASSERT_LE(tokens.size(), 1U) << c;
        if (tokens.empty()) continue;
        EXPECT_EQ(tokens[0].text.find(' '), std::string::npos) << c;
        const auto folded = copies(analyzer.analyze(tokens[0].text));
        ASSERT_EQ(folded.size(), 1U) << c << " " << tokens[0].text;
        EXPECT_EQ(folded[0].text, tokens[0].text) << c;
    }
}

}  // namespace
}  // namespace sinodex
