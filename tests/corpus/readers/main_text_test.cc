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

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
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

void replace_all(std::string& text, const std::string& mark, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += by.size()) {
        text.replace(at, mark.size(), by);
    }
}

// The text of a page with two paragraphs where `body` has {1} and {2}, and a legend where it has
// {g}.
std::string text_of_page(std::string body) {
    const std::string first =
        "<p>The ferry line will drop its paper tickets next month, its owner said on Tuesday.</p>";
    const std::string second =
        "<p>A fifth of the tickets of last year were lost before the return trip began.</p>";
    const std::string legend =
        "A lighthouse of the north coast, which a painter of signs bought for a single coin. It "
        "has "
        "eleven rooms, four of which are round, and a lamp that the sailors of the bay can see "
        "from "
        "twenty miles away when there is no fog; he has lit it each night of the past six years. ";
    replace_all(body, "{1}", first);
    replace_all(body, "{2}", second);
    replace_all(body, "{g}", legend);
    return read(Format::html, "<title>Ferries</title><body>" + body).text;
}

struct PartCase {
    const char* name;
    const char* body;
    const char* kept;
    const char* gone;
};

class MainTextParts : public ::testing::TestWithParam<PartCase> {};

TEST_P(MainTextParts, AreTheArticles) {
    const std::string text = text_of_page(GetParam().body);
    EXPECT_THAT(text, AllOf(HasSubstr("paper tickets"), HasSubstr("A fifth"))) << GetParam().name;
    EXPECT_THAT(text, AllOf(HasSubstr(GetParam().kept), Not(HasSubstr(GetParam().gone))))
        << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, MainTextParts,
    ::testing::Values(
        PartCase{"a summary outside of what holds the text",
                 "<header><h1>Ferries</h1><p class=teaser>Older travellers may still ask for a "
                 "printed card at the pier, at no charge.</p><p>5 min read</p></header>"
                 "<div class=article-body>{1}{2}</div>",
                 "printed card", "5 min"},
        PartCase{"no summary: a request",
                 "<h1>Ferries</h1><div class=newsletter><p>Get the news of the pier into your "
                 "mailbox every morning of the week.</p></div><div class=article-body>{1}{2}</div>",
                 "ferry", "mailbox"},
        PartCase{"an article in pieces",
                 "<main><div itemprop=articleBody>{1}</div><div class=ad>Buy a boat.</div>"
                 "<div itemprop=articleBody>{2}</div></main>",
                 "ferry", "boat"},
        PartCase{"a name inside an article",
                 "<article><p>When you buy something here, the pier may get a share of it, which "
                 "keeps the lamps on.</p><div class=story-body>{1}{2}</div></article>",
                 "ferry", "lamps"},
        PartCase{"a caption",
                 "<article>{1}<figure><figcaption>The pier of the old town, seen from the north in "
                 "the winter of 2019.</figcaption></figure>{2}</article>",
                 "ferry", "seen from"},
        PartCase{"a label of links",
                 "<article>{1}<h3>More on ferries</h3><ul><li><a href=a>A new quay</a></li>"
                 "<li><a href=b>Old ropes</a></li></ul>{2}</article>",
                 "ferry", "More on ferries"},
        PartCase{"cells that are links",
                 "<article>{1}<table><tbody><tr><th>Ship</th><th>Built</th><th>Notes</th></tr>"
                 "<tr><td><a href=a>Heron</a></td><td>1947</td><td>The first to carry cars.</td>"
                 "</tr><tr><td><a href=b>Tern</a></td><td>1961</td><td>Sold to the islands.</td>"
                 "</tr><tr><td><a href=c>Gull</a></td><td>1980</td><td>Out of service now.</td>"
                 "</tr></tbody></table>{2}</article>",
                 "Heron\t1947", "nothing"},
        PartCase{"cells that are links, under no heads",
                 "<article>{1}<table><tbody><tr><td>Ship</td><td>Built</td><td>Cars</td></tr>"
                 "<tr><td><a href=a>Heron</a></td><td>1947</td><td>24</td></tr>"
                 "<tr><td><a href=b>Tern</a></td><td>1961</td><td>40</td></tr>"
                 "<tr><td><a href=c>Gull</a></td><td>1980</td><td>64</td></tr>"
                 "</tbody></table>{2}</article>",
                 "Heron\t1947\t24", "nothing"},
        PartCase{
            "links in a list within a list",
            "<article>{1}<ul><li>The winter timetable has fewer crossings than last year's, on "
            "every line of the bay.</li><li>Under repair:<ul><li><a href=a>Quay 4</a></li>"
            "<li><a href=b>Quay 9</a></li><li><a href=c>Quay 12</a></li></ul></li></ul>{2}"
            "</article>",
            "Under repair:\n\nQuay 4\nQuay 9\nQuay 12", "nothing"},
        PartCase{"no links of a menu within a menu",
                 "<article>{1}<ul><li><a href=a>Harbours</a><ul><li><a href=b>Old harbour</a></li>"
                 "<li><a href=c>New harbour</a></li><li><a href=d>Marina</a></li></ul></li></ul>{2}"
                 "</article>",
                 "ferry", "harbour"},
        PartCase{
            "a formula, once",
            "<article>{1}<p>The wave is <span class=CtxtMenu_Attached_0><math><semantics><mrow>"
            "<mi>h</mi> <mo>=</mo> <mn>3</mn></mrow><annotation encoding='application/x-tex'>"
            "h=3 \\mathrm{m}</annotation></semantics></math></span> high.</p>{2}</article>",
            "The wave is h=3 high.", "mathrm"},
        PartCase{"a long gallery of something else",
                 "<article>{1}{2}{1}{2}{1}{2}{1}{2}<div class=photo-gallery><ul><li><p>{g} "
                 "a</p></li><li><p>"
                 "{g} b</p></li><li><p>{g} c</p></li></ul></div></article>",
                 "ferry", "lighthouse"},
        PartCase{"a summary without an end",
                 "<h1>Ferries</h1><p itemprop=description>Older travellers may still ask for a "
                 "printed card at the pier, at no charge</p><div itemprop=articleBody>{1}{2}</div>",
                 "printed card", "nothing"},
        PartCase{"advertisements of AMP",
                 "<article>{1}<amp-ad width=300><p>Buy a boat at the pier, today only, and pay it "
                 "off within ten years of summers.</p></amp-ad><amp-img></amp-img>{2}</article>",
                 "ferry", "boat"},
        PartCase{"what players say",
                 "<article>{1}<p>Media playback is unsupported on your device</p>{2}</article>",
                 "ferry", "playback"},
        PartCase{"who wrote it",
                 "<article>{1}{2}<div class=author-bio><p>Ana Reyes writes about small towns and "
                 "large machines, and lives by the river.</p></div></article>",
                 "ferry", "Ana Reyes"}));

TEST(MainText, IsMeasuredByWhatBothHave) {
    EXPECT_DOUBLE_EQ(f1("a b 中", "a b 中"), 1.0);
    EXPECT_DOUBLE_EQ(f1("a", "a b c"), 0.5);
    EXPECT_DOUBLE_EQ(f1("a a x", "a"), 0.5);
}

}  // namespace
}  // namespace sinodex::testing
