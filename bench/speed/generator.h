// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Endless invented news, the same for the same seed: function words of English and a vocabulary
// that keeps growing, articles of lognormal length (median 300 words) that come back to their
// subject, companies and sources of which few are met often, amounts, dates of 2020 to 2023. What
// it says means nothing; it is there to be indexed and searched at any size.
//
// Not thread-safe.
class ArticleGenerator {
 public:
    explicit ArticleGenerator(std::uint64_t seed);
    ~ArticleGenerator();
    ArticleGenerator(const ArticleGenerator&) = delete;
    ArticleGenerator& operator=(const ArticleGenerator&) = delete;

    // Id, title, text, source, date, lang "en".
    Article next();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
