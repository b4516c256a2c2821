// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/stories/signature.h"

namespace sinodex {

// How sure it is that two articles are one story, and by what.
enum class Likeness : std::uint8_t {
    exact,  // the same words
    near,   // most runs of three words are the same
    spun,   // other words, but the same facts in the same order
};

// "exact", "near", "spun". Thread-safe.
std::string_view to_string(Likeness likeness);

struct StoryMember {
    std::uint32_t article = 0;            // its number among the signatures
    Likeness likeness = Likeness::exact;  // to the member that brought it into the cluster
};

using StoryCluster = std::vector<StoryMember>;

// How two articles are alike, if they are.
//
//   near  resemblance of at least .5, as versions of one report have, independent ones below .1;
//         no three facts and a fifth of all that differ, as decisions on one template have
//   spun  at least eight facts each, of which the longest common subsequence holds 70% of the
//         shorter list and half of the longer one: rewriting spoils facts, and rarely makes any.
//         A resemblance r of at least .02, as the glue between replaced words survives; and 18
//         common facts, or fewer by 40 r
std::optional<Likeness> likeness(const StorySignature& a, const StorySignature& b);

// The articles that have others like them, each cluster by article number, clusters by their first
// one. Articles are compared only where a band of their min-hashes, or two neighbouring facts and
// another two, agree; so the time grows about linearly with the number of articles as long as no
// story has very many versions. Deterministic.
std::vector<StoryCluster> find_clusters(const std::vector<StorySignature>& signatures);

// Articles that find_clusters would compare others with. Thread-safe once it is made.
class LikelyVersions {
 public:
    explicit LikelyVersions(const std::vector<StorySignature>& signatures);

    // Whether an article would be compared with any of them, but for the bounds on how many are.
    bool may_hold(const StorySignature& signature) const;

 private:
    void add(std::uint64_t key);
    bool holds(std::uint64_t key) const;

    std::unordered_set<std::uint64_t> keys_;
    std::vector<bool> filter_;  // by the lowest bits of their hashes
};

}  // namespace sinodex
