// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Some 100 bytes by which an article is known again under other words.
struct StorySignature {
    static constexpr std::size_t kBuckets = 64;

    std::uint64_t words = 0;   // hash of all words in order: equal for equal texts
    std::uint32_t length = 0;  // words
    // One-permutation min-hash of all runs of three words (P. Li, A. Owen and C. Zhang, One
    // permutation hashing, NIPS 2012): eight bits of the smallest hash in each bucket.
    std::array<std::uint8_t, kBuckets> minima{};
    std::uint64_t filled = 0;  // which buckets have one
    // Hashes of the entities, amounts and dates that the article tells, in its order. These survive
    // when a machine replaces the words by synonyms.
    std::vector<std::uint16_t> facts;

    std::string encode() const;
    // Nothing where the bytes are no signature.
    static std::optional<StorySignature> decode(std::string_view bytes);

    bool operator==(const StorySignature&) const = default;
};

// About which share of the runs of three words two texts have in common (Jaccard), 0 to 1.
double resemblance(const StorySignature& a, const StorySignature& b);

// Makes signatures: words and facts in their order, then finish. Not thread-safe.
class SignatureMaker {
 public:
    // Facts of an article after the first so many are left out, as are more words than 4 billion.
    static constexpr std::size_t kMaxFacts = 64;

    void add_word(std::string_view word);
    // A fact's canonical name: an entity's id, an amount's normal form, a day.
    void add_fact(std::string_view fact);
    // The signature of what was added since the last one.
    StorySignature finish();

 private:
    std::array<std::uint64_t, StorySignature::kBuckets> smallest_{};
    std::uint64_t before_ = 0;         // hash of the last word
    std::uint64_t before_before_ = 0;  // and of the one before it
    StorySignature signature_;
};

}  // namespace sinodex
