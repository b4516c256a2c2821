// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/stories/signature.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

#include "corpus/bytes.h"

namespace sinodex {
namespace {

constexpr std::uint64_t kAllFilled = ~std::uint64_t{0};
static_assert(StorySignature::kBuckets == 64);

// Calls visit(bucket) for those that have a minimum.
template <typename Visit>
void for_each_filled(std::uint64_t filled, Visit visit) {
    for (; filled != 0; filled &= filled - 1) {
        visit(static_cast<std::size_t>(std::countr_zero(filled)));
    }
}

// Mixes well and is cheap (the finaliser of splitmix64).
std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

}  // namespace

// Most articles have words enough to fill all buckets: then only a bit beside the length says so.
std::string StorySignature::encode() const {
    const bool all = filled == kAllFilled;
    std::string out;
    put_bytes(out, words);
    put_bytes(out, length << 1U | (all ? 1U : 0U));
    if (!all) put_bytes(out, filled);
    for_each_filled(filled, [&](std::size_t bucket) { put_bytes(out, minima[bucket]); });
    for (const std::uint16_t fact : facts) put_bytes(out, fact);
    return out;
}

std::optional<StorySignature> StorySignature::decode(std::string_view bytes) {
    StorySignature signature;
    std::uint32_t packed = 0;
    if (!take_bytes(bytes, signature.words) || !take_bytes(bytes, packed)) return std::nullopt;
    signature.length = packed >> 1U;
    signature.filled = kAllFilled;
    if ((packed & 1U) == 0 && !take_bytes(bytes, signature.filled)) return std::nullopt;
    const auto minima = static_cast<std::size_t>(std::popcount(signature.filled));
    if (bytes.size() < minima || (bytes.size() - minima) % 2 != 0) return std::nullopt;
    for_each_filled(signature.filled,
                    [&](std::size_t bucket) { take_bytes(bytes, signature.minima[bucket]); });
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
