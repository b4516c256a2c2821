// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/speed/random.h"
#include "corpus/article.h"

namespace sinodex {

// A query that means the same to every system. It is written as one line of four columns, with tabs
// between them.
struct SpeedQuery {
    std::string text;  // words in small letters with blanks between; in "..." a phrase
    std::string from;  // dates, YYYY-MM-DD; empty: any
    std::string to;
    std::string source;  // empty: any

    bool phrase() const { return text.starts_with('"'); }
    bool operator==(const SpeedQuery&) const = default;
};

std::string query_line(const SpeedQuery& query);
SpeedQuery parse_query_line(const std::string& line);
// Throws Error (output), Error (input).
void write_queries(const std::string& path, const std::vector<SpeedQuery>& queries);
std::vector<SpeedQuery> read_queries(const std::string& path);

enum class QueryKind { short_words, long_words, entity, phrase, filter, mixed };

// Draws queries from the articles that will be searched, by a seed. Only English words are drawn.
// Memory: the words of all articles, and 1,000 articles. Not thread-safe.
class QueryDrawer {
 public:
    explicit QueryDrawer(std::uint64_t seed) : seed_(seed), sampling_(seed) {}

    void add(const Article& article);

    // short_words   1 or 2 words, in turn of those that one article in 10, in 100, in 1000 holds
    // long_words    a run of 8 to 15 words of an article
    // entity        a run of two or more words with capital letters, as names have; else a title's
    // phrase        a run of 2 or 3 words
    // filter        as short_words, within half a year or of one source
    // mixed         all of these in turn
    //
    // The same for the same articles, seed, kind and count. Throws Error (input) when there is no
    // article with English words.
    std::vector<SpeedQuery> draw(QueryKind kind, std::size_t count) const;

 private:
    struct Sampled {
        std::string title, text, date, source;
    };
    static constexpr std::size_t kSample = 1000;

    std::vector<std::vector<std::string>> bands() const;
    SpeedQuery draw_one(QueryKind kind, std::size_t turn, Random& random,
                        const std::vector<std::vector<std::string>>& bands) const;

    std::uint64_t seed_;
    Random sampling_;
    std::size_t articles_ = 0;
    std::vector<Sampled> sample_;
    std::unordered_map<std::string, std::uint32_t> frequencies_;  // articles that hold the word
};

}  // namespace sinodex
