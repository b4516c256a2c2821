// SPDX-License-Identifier: GPL-2.0-or-later

// Pages of fifteen kinds in both languages, written for this test, and their articles without what
// is around them: tests/fixtures/readers/labelled/NAME.html and NAME.txt.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <string>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::SizeIs;

// How often each word, or Chinese character, stands in a text.
std::map<std::string, double> words_of(const std::string& text) {
    constexpr std::size_t kCharacter = 3;  // bytes
    std::map<std::string, double> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) ++words[word];
        word.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0xE4 && byte <= 0xE9) {
            end_word();
            ++words[text.substr(at, kCharacter)];
            at += kCharacter - 1;
        } else if (std::isalnum(byte) != 0) {
            word += text[at];
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

double sum_of(const std::map<std::string, double>& words) {
    double sum = 0;
    for (const auto& [word, times] : words) sum += times;
    return sum;
}

double f1(const std::string& found, const std::string& gold) {
    const auto there = words_of(found);
    const auto wanted = words_of(gold);
    double common = 0;
    for (const auto& [word, times] : there) {
        const auto same = wanted.find(word);
        if (same != wanted.end()) common += std::min(times, same->second);
    }
    return 2 * common / (sum_of(there) + sum_of(wanted));
}

std::vector<std::string> labelled_pages() {
    std::vector<std::string> names;
    const std::string folder = std::string(SINODEX_SOURCE_DIR) + "/tests/fixtures/readers/labelled";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".html") names.push_back(file.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

TEST(MainText, IsFoundOnPagesOfAllKinds) {
    constexpr double kFloor = 0.98;
    constexpr double kEach = 0.9;
    const std::vector<std::string> names = labelled_pages();
    ASSERT_THAT(names, SizeIs(30));
    double sum = 0;
    for (const std::string& name : names) {
        const Article article = read(Format::html, fixture("labelled/" + name + ".html"));
        const double value = f1(article.text, fixture("labelled/" + name + ".txt"));
        EXPECT_GE(value, kEach) << name << ": " << article.text;
        sum += value;
    }
    EXPECT_GE(sum / static_cast<double>(names.size()), kFloor);
}

TEST(MainText, IsMeasuredByWhatBothHave) {
    EXPECT_DOUBLE_EQ(f1("a b 中", "a b 中"), 1.0);
    EXPECT_DOUBLE_EQ(f1("a", "a b c"), 0.5);
    EXPECT_DOUBLE_EQ(f1("a a x", "a"), 0.5);
}

}  // namespace
}  // namespace sinodex::testing
