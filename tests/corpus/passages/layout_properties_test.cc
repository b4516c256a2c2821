// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what holds for the layout of any article.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "corpus/passages/boilerplate.h"
#include "corpus/passages/layout.h"
#include "corpus/passages/paragraphs.h"
#include "corpus/text/sentences.h"
#include "tests/corpus/text/sample_texts.h"
#include "tests/support/processor_time.h"

namespace sinodex {
namespace {

constexpr PassageSize kSize;

Article random_article(std::mt19937& random) {
    static const std::vector<std::string> lines{
        "Advertisement",
        "Read more: Ant",
        "What happened",
        "• a deal.",
        "# Title",
        "",
        "",
        "",
        "China's market regulator fined the company a record",
        "amount. The shares fell.",
        "蚂蚁集团暂缓上市。股价下跌。",
        "\u3000\u3000据报道，“为什么？”",
        "---",
        repeated("Long words are long. ", 40),
        repeated("very ", 500),
        repeated("中", 900)};
    Article article;
    for (std::size_t left = 1 + random() % 25; left > 0; --left) {
        article.text +=
            random() % 4 == 0 ? nasty_string(random, 60) : lines[random() % lines.size()];
        article.text += '\n';
    }
    return article;
}

// Gives an article a title and debris at random, sorted and disjoint, on code-point boundaries.
void mark_up(Article& article, std::mt19937& random) {
    const auto size = static_cast<std::uint32_t>(article.text.size());
    const auto boundary = [&](std::uint32_t at) {
        while (at < size && (static_cast<unsigned char>(article.text[at]) & 0xC0U) == 0x80) ++at;
        return std::min(at, size);
    };
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random()) % n; };
    std::uint32_t at = 0;
    while (below(3) != 0) {
        const std::uint32_t begin = boundary(at + below(100));
        const std::uint32_t end = boundary(begin + 1 + below(60));
        if (begin >= end) return;
        if (article.title_range.empty()) {
            article.title_range = {begin, end};
        } else {
            article.debris.push_back({begin, end});
        }
        at = end + 1;
    }
}

bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

void expect_sorted_and_disjoint(const std::vector<ByteRange>& ranges, std::string_view text) {
    std::uint32_t at = 0;
    for (const ByteRange range : ranges) {
        ASSERT_LE(at, range.begin) << text;
        ASSERT_LT(range.begin, range.end) << text;
        ASSERT_LE(range.end, text.size()) << text;
        ASSERT_TRUE(is_boundary(text, range.begin) && is_boundary(text, range.end)) << text;
        at = range.end;
    }
}

// Every byte that is not white space is in the title, one passage or boilerplate; debris may also
// be within a passage.
void expect_each_byte_once(const Article& article, const Layout& layout) {
    std::vector<int> covers(article.text.size(), 0);
    const auto cover = [&](ByteRange range) {
        for (std::uint32_t i = range.begin; i < range.end; ++i) ++covers[i];
    };
    cover(layout.title);
    for (const ByteRange range : layout.passages) cover(range);
    for (const ByteRange range : layout.boilerplate) {
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const bool debris =
                std::any_of(article.debris.begin(), article.debris.end(),
                            [&](ByteRange other) { return other.begin <= i && i < other.end; });
            covers[i] = debris ? 1 : covers[i] + 1;
        }
    }
    for (std::uint32_t i = 0; i < covers.size(); ++i) {
        if (covers[i] == 1) continue;
        std::uint32_t begin = i;
        while (!is_boundary(article.text, begin)) --begin;
        std::uint32_t end = i + 1;
        while (!is_boundary(article.text, end)) ++end;
        ASSERT_EQ(covers[i], 0) << "byte " << i << " of " << article.text;
        ASSERT_TRUE(trimmed(article.text, {begin, end}).empty())
            << "byte " << i << " of " << article.text;
    }
}

void expect_sound(const Article& article, const Layout& layout) {
    expect_sorted_and_disjoint(layout.passages, article.text);
    expect_sorted_and_disjoint(layout.boilerplate, article.text);
    expect_each_byte_once(article, layout);
    for (const ByteRange passage : layout.passages) {
        ASSERT_EQ(trimmed(article.text, passage), passage) << article.text;
        ASSERT_LE(half_words(slice(article.text, passage)), 2 * 3 * kSize.at_most) << article.text;
    }
}

// Passages begin and end where sentences do, unless the sentence is hopeless.
void expect_whole_sentences(const Article& article, const Layout& layout) {
    SentenceSplitter splitter;
    for (const ByteRange paragraph : paragraphs(article.text)) {
        for (ByteRange sentence : splitter.split(slice(article.text, paragraph))) {
            sentence = {sentence.begin + paragraph.begin, sentence.end + paragraph.begin};
            if (half_words(slice(article.text, sentence)) > 2 * kSize.at_most) continue;
            for (const ByteRange passage : layout.passages) {
                const bool apart = passage.end <= sentence.begin || sentence.end <= passage.begin;
                ASSERT_TRUE(apart || passage.contains(sentence))
                    << slice(article.text, sentence) << " in " << article.text;
            }
        }
    }
}

TEST(LayoutProperties, OfShippedTexts) {
    LayoutMaker maker(Boilerplate::built_in());
    for (const std::string& text : shipped_texts()) {
        Article article;
        article.text = text;
        const Layout layout = maker.lay_out(article);
        expect_sound(article, layout);
        expect_whole_sentences(article, layout);
        if (HasFatalFailure()) return;
    }
}

TEST(LayoutProperties, OfRandomTexts) {
    LayoutMaker maker(Boilerplate::built_in());
    std::mt19937 random(5);
    for (int i = 0; i < 3000; ++i) {
        const Article article = random_article(random);
        const Layout layout = maker.lay_out(article);
        expect_sound(article, layout);
        expect_whole_sentences(article, layout);
        if (HasFatalFailure()) return;
    }
}

TEST(LayoutProperties, OfRandomTextsWithTitleAndDebris) {
    LayoutMaker maker(Boilerplate::built_in());
    std::mt19937 random(6);
    for (int i = 0; i < 3000; ++i) {
        Article article = random_article(random);
        mark_up(article, random);
        expect_sound(article, maker.lay_out(article));
        if (HasFatalFailure()) return;
    }
}

// Each is a matter of tens of milliseconds; what is quadratic takes minutes.
TEST(LayoutProperties, HostileTextsAreDoneInLinearTime) {
    constexpr std::size_t kMillion = 1'000'000;
    for (const std::string& text :
         {std::string(kMillion, 'x'), repeated("中", kMillion / 3), repeated("ท", kMillion / 3),
          repeated("😀", kMillion / 4), repeated("я", kMillion / 2), repeated("a ", kMillion / 2),
          repeated("a\n", kMillion / 2), repeated("a\n\n", kMillion / 3),
          repeated("A b. ", kMillion / 5), repeated("\u0301", kMillion / 2),
          repeated("- x\n", kMillion / 4), repeated("A b? c! ", kMillion / 8)}) {
        Article article;
        article.text = text;
        for (std::uint32_t i = 0; i + 20 < text.size(); i += 20) {
            if (text.starts_with("a\n\n")) article.debris.push_back({i, i + 1});
        }
        const double begin = processor_seconds();
        const Layout layout = LayoutMaker(Boilerplate::built_in()).lay_out(article);
        EXPECT_LT(processor_seconds() - begin, 5) << text.substr(0, 8);
        for (const ByteRange passage : layout.passages) {
            ASSERT_LE(passage.size(), 3 * 12 * 2 * kSize.at_most) << text.substr(0, 8);
        }
    }
}

}  // namespace
}  // namespace sinodex
