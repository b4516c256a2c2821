// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/stories/signature.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

#include "corpus/bytes.h"

namespace sinodex {
namespace {

constexpr std::size_t kFixedBytes = sizeof(std::uint64_t) + sizeof(std::uint32_t) +
                                    StorySignature::kBuckets + sizeof(std::uint64_t);

// Mixes well and is cheap (the finaliser of splitmix64).
std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

}  // namespace

std::string StorySignature::encode() const {
    std::string out;
    out.reserve(kFixedBytes + 2 * facts.size());
    put_bytes(out, words);
    put_bytes(out, length);
    put_bytes(out, minima);
    put_bytes(out, filled);
    for (const std::uint16_t fact : facts) put_bytes(out, fact);
    return out;
}

std::optional<StorySignature> StorySignature::decode(std::string_view bytes) {
    if (bytes.size() < kFixedBytes || (bytes.size() - kFixedBytes) % 2 != 0) return std::nullopt;
    StorySignature signature;
    take_bytes(bytes, signature.words);
    take_bytes(bytes, signature.length);
    take_bytes(bytes, signature.minima);
    take_bytes(bytes, signature.filled);
    signature.facts.resize(bytes.size() / 2);
    for (std::uint16_t& fact : signature.facts) take_bytes(bytes, fact);
    return signature;
}

double resemblance(const StorySignature& a, const StorySignature& b) {
    const std::uint64_t either = a.filled | b.filled;
    if (either == 0) return 0;
    int equal = 0;
    for (std::uint64_t both = a.filled & b.filled; both != 0; both &= both - 1) {
        const auto bucket = static_cast<std::size_t>(std::countr_zero(both));
        if (a.minima[bucket] == b.minima[bucket]) ++equal;
    }
    // One in 256 of what differs looks equal (P. Li and C. Koenig, b-bit minwise hashing, 2010).
    const double share = equal / static_cast<double>(std::popcount(either));
    return std::max(0.0, (share - 1.0 / 256) / (1 - 1.0 / 256));
}

void SignatureMaker::add_word(std::string_view word) {
    const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
    signature_.words = mixed(signature_.words + hash);
    if (signature_.length >= 2) {
        const std::uint64_t run = mixed(hash + 3 * before_ + 7 * before_before_);
        const std::size_t bucket = run >> 58U;
        const std::uint64_t bit = std::uint64_t{1} << bucket;
        if ((signature_.filled & bit) == 0 || run < smallest_[bucket]) smallest_[bucket] = run;
        signature_.filled |= bit;
    }
    before_before_ = before_;
    before_ = hash;
    ++signature_.length;
}

void SignatureMaker::add_fact(std::string_view fact) {
    if (signature_.facts.size() >= kMaxFacts) return;
    const std::uint64_t hash = XXH3_64bits(fact.data(), fact.size());
    signature_.facts.push_back(static_cast<std::uint16_t>(hash));
}

StorySignature SignatureMaker::finish() {
    for (std::size_t i = 0; i < StorySignature::kBuckets; ++i) {
        const bool filled = ((signature_.filled >> i) & 1U) != 0;
        signature_.minima[i] = filled ? static_cast<std::uint8_t>(smallest_[i]) : std::uint8_t{0};
    }
    StorySignature done = std::move(signature_);
    signature_ = {};
    return done;
}

}  // namespace sinodex
