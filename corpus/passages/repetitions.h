// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

class Boilerplate;

// No list of patterns knows what a site puts around each of its articles; but it stands there word
// for word again and again. A paragraph is such debris in an article when
//
//   - it stands in three articles of the same source (Article::source, not empty) or more;
//   - these have something else to tell: copies and revisions of one story share all their
//     paragraphs, quotations too, and count as one article;
//   - it is short, at most 40 words, and stands before the first or after the last paragraph that
//     tells something: a sentence, or what is longer, that the source does not repeat;
//   - it is no quotation, no sentence with a figure in it (the background that an agency appends to
//     every report on a matter), and no heading of what follows.

// A short paragraph near an end of an article.
struct EdgeParagraph {
    enum class Kind : std::uint8_t {
        debris,    // by a pattern
        line,      // no sentence: debris, a byline, or a heading
        sentence,  // may be debris
        content    // never is
    };
    ByteRange range;
    Kind kind = Kind::content;
    std::uint64_t key = 0;  // hash of the source and the paragraph, white space normalised
};

// Holds what counts of an article. Thread-safe to make.
struct ArticleEdges {
    // A sketch of what it tells, its longest paragraphs, a third of its text: the smallest four of
    // the hashes of all runs of 24 bytes, so that texts with much in common have one in common (A.
    // Broder, On the resemblance and containment of documents, 1997). 0: there is none.
    using Sketch = std::array<std::uint16_t, 4>;

    std::uint32_t article = 0;  // hash of its id
    Sketch sketch{};
    // In their order. The first so many follow each other from the beginning, the last so many to
    // the end; where all are short, they are the same ones.
    std::vector<EdgeParagraph> paragraphs;
    std::size_t first = 0;
    std::size_t last = 0;
};

// There are no paragraphs where the article names no source or has passages of its own.
ArticleEdges edges_of(const Article& article, const Boilerplate& boilerplate);

// Knows the paragraphs that sources repeat, from articles in their order, and from one run to the
// next. Bounded: the paragraphs of at least the last 2,000 articles are remembered until
// they repeat, and 65,536 that did. What has once been debris stays so.
//
// Thread-safe as long as nobody learns.
class Repetitions {
 public:
    void learn(const ArticleEdges& edges);
    // Returns the paragraphs of an article that are debris, as Article::repeated wants them.
    std::vector<ByteRange> find(const ArticleEdges& edges) const;

    // For a database's metadata; empty where nothing is known. Bytes that are cut short give what
    // is left of them.
    std::string encode() const;
    static Repetitions decode(std::string_view bytes);

 private:
    struct Witness {
        std::uint32_t article;
        ArticleEdges::Sketch sketch;
    };
    struct Seen {
        std::uint64_t last = 0;  // number of the article in which it was last seen
        std::vector<Witness> witnesses;
    };

    bool is_debris(const EdgeParagraph& paragraph) const;
    void see(std::uint64_t key, const Witness& witness);
    void forget_oldest();
    std::vector<std::uint64_t> oldest_first() const;

    std::unordered_set<std::uint64_t> repeated_;
    std::unordered_map<std::uint64_t, Seen> seen_;
    std::uint64_t articles_ = 0;
};

}  // namespace sinodex
