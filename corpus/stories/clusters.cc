// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/stories/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace sinodex {
namespace {

constexpr double kNear = 0.5;
constexpr double kSpunOfShorter = 0.7;
constexpr double kSpunOfLonger = 0.5;
constexpr double kSpunWords = 0.02;
constexpr std::size_t kLeastFacts = 8;
// Facts in common, and what resemblance adds to them: one list of ten places that two articles
// share makes no story.
constexpr double kSpunEvidence = 18;
constexpr double kFactsPerResemblance = 40;
// Fewer runs of words than this say nothing about two short texts.
constexpr std::uint32_t kLeastWords = 20;

constexpr std::size_t kBandRows = 4;
// Facts that so many articles have in the same order are no mark of one story.
constexpr std::size_t kMaxPostings = 32;
// Within a larger group each article is compared with so many before it.
constexpr std::size_t kMaxCompared = 16;

std::size_t common_subsequence(const std::vector<std::uint16_t>& a,
                               const std::vector<std::uint16_t>& b) {
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::uint16_t x : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = x == b[j] ? diagonal + 1 : std::max(row[j], above);
            diagonal = above;
        }
    }
    return row.back();
}

bool are_spun(const StorySignature& a, const StorySignature& b) {
    if (a.facts.size() < kLeastFacts || b.facts.size() < kLeastFacts) return false;
    const double alike = resemblance(a, b);
    if (alike < kSpunWords) return false;
    const auto [shorter, longer] = std::minmax({a.facts.size(), b.facts.size()});
    const auto common = static_cast<double>(common_subsequence(a.facts, b.facts));
    return common >= kSpunOfShorter * static_cast<double>(shorter) &&
           common >= kSpunOfLonger * static_cast<double>(longer) &&
           common + kFactsPerResemblance * alike >= kSpunEvidence;
}

// Whether the words are those of a form that was filled in about different things: decisions on one
// template have facts each that the other lacks, versions of one report hardly any.
bool are_one_template(const StorySignature& a, const StorySignature& b) {
    constexpr std::size_t kLeastReplaced = 3;
    constexpr std::size_t kReplacedOfShorter = 5;  // one in so many
    const std::size_t shorter = std::min(a.facts.size(), b.facts.size());
    if (shorter < kLeastReplaced) return false;
    const std::size_t replaced = shorter - common_subsequence(a.facts, b.facts);
    return replaced >= kLeastReplaced && kReplacedOfShorter * replaced >= shorter;
}

// Two articles have a key in common where four neighbouring minima agree: it is made of the band
// and of these. There is none where the article lacks one of them.
std::optional<std::uint64_t> band_key(const StorySignature& signature, std::size_t band) {
    constexpr std::uint64_t kRows = (std::uint64_t{1} << kBandRows) - 1;
    if (((signature.filled >> band) & kRows) != kRows) return std::nullopt;
    std::uint64_t key = band;
    for (std::size_t row = 0; row < kBandRows; ++row) {
        key = key << 8U | signature.minima[band + row];
    }
    return key;
}

// The pairs of neighbouring facts, each once, in ascending order.
std::vector<std::uint64_t> fact_keys(const StorySignature& signature) {
    const auto& facts = signature.facts;
    std::vector<std::uint64_t> keys;
    if (facts.size() < kLeastFacts) return keys;
    for (std::size_t i = 1; i < facts.size(); ++i) {
        keys.push_back(static_cast<std::uint64_t>(facts[i - 1]) << 16U | facts[i]);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

// Keys of the three kinds, told apart.
std::uint64_t words_key(const StorySignature& signature) { return signature.words * 2 + 1; }
std::uint64_t key_of_band(std::uint64_t key) { return key << 2U; }
std::uint64_t key_of_facts(std::uint64_t key) { return key << 2U | 2U; }

// A union-find forest over articles that remembers by what each came to the others.
class Forest {
 public:
    explicit Forest(std::size_t size) : parent_(size), likeness_(size, Likeness::exact) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    bool joined(std::uint32_t a, std::uint32_t b) { return root(a) == root(b); }

    void join(std::uint32_t a, std::uint32_t b, Likeness likeness) {
        const std::uint32_t first = std::min(root(a), root(b));
        const std::uint32_t last = std::max(root(a), root(b));
        parent_[last] = first;
        likeness_[std::max(a, b)] = likeness;
    }

    std::vector<StoryCluster> clusters() {
        std::map<std::uint32_t, StoryCluster> by_root;
        for (std::uint32_t i = 0; i < parent_.size(); ++i) {
            by_root[root(i)].push_back({i, likeness_[i]});
        }
        std::vector<StoryCluster> clusters;
        for (auto& [root, members] : by_root) {
            if (members.size() > 1) clusters.push_back(std::move(members));
        }
        return clusters;
    }

 private:
    std::uint32_t root(std::uint32_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }

    std::vector<std::uint32_t> parent_;
    std::vector<Likeness> likeness_;
};

class Clustering {
 public:
    explicit Clustering(const std::vector<StorySignature>& signatures)
        : signatures_(signatures), forest_(signatures.size()) {}

    std::vector<StoryCluster> run() {
        join_equal_texts();
        for (std::size_t band = 0; band < StorySignature::kBuckets; band += kBandRows) {
            compare_band(band);
        }
        compare_facts();
        return forest_.clusters();
    }

 private:
    using Keyed = std::pair<std::uint64_t, std::uint32_t>;  // key, article

    void compare(std::uint32_t a, std::uint32_t b) {
        if (forest_.joined(a, b)) return;
        if (const auto found = likeness(signatures_[a], signatures_[b])) {
            forest_.join(a, b, *found);
        }
    }

    template <typename Visit>
    static void for_each_group(std::vector<Keyed>& keyed, Visit visit) {
        std::sort(keyed.begin(), keyed.end());
        for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
            while (end < keyed.size() && keyed[end].first == keyed[begin].first) ++end;
            if (end - begin > 1) visit(keyed.data() + begin, end - begin);
        }
    }

    void join_equal_texts() {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < signatures_.size(); ++i) {
            if (signatures_[i].length > 0) keyed.emplace_back(signatures_[i].words, i);
        }
        for_each_group(keyed, [&](const Keyed* group, std::size_t size) {
            for (std::size_t i = 1; i < size; ++i) compare(group[0].second, group[i].second);
        });
    }

    void compare_band(std::size_t band) {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < signatures_.size(); ++i) {
            if (const auto key = band_key(signatures_[i], band)) keyed.emplace_back(*key, i);
        }
        for_each_group(keyed, [&](const Keyed* group, std::size_t size) {
            for (std::size_t i = 1; i < size; ++i) {
                for (std::size_t back = 1; back <= std::min(i, kMaxCompared); ++back) {
                    compare(group[i - back].second, group[i].second);
                }
            }
        });
    }

    // Articles that share two pairs of neighbouring facts or more.
    void compare_facts() {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < signatures_.size(); ++i) {
            for (const std::uint64_t key : fact_keys(signatures_[i])) keyed.emplace_back(key, i);
        }
        std::vector<Keyed> pairs;  // the two articles, and how often they meet
        for_each_group(keyed, [&](const Keyed* group, std::size_t size) {
            if (size > kMaxPostings) return;
            for (std::size_t i = 1; i < size; ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    pairs.emplace_back(
                        static_cast<std::uint64_t>(group[j].second) << 32U | group[i].second, 0);
                }
            }
        });
        for_each_group(pairs, [&](const Keyed* group, std::size_t) {
            compare(static_cast<std::uint32_t>(group->first >> 32U),
                    static_cast<std::uint32_t>(group->first));
        });
    }

    const std::vector<StorySignature>& signatures_;
    Forest forest_;
};

}  // namespace

std::string_view to_string(Likeness likeness) {
    switch (likeness) {
        case Likeness::exact:
            return "exact";
        case Likeness::near:
            return "near";
        case Likeness::spun:
            return "spun";
    }
    return {};
}

std::optional<Likeness> likeness(const StorySignature& a, const StorySignature& b) {
    if (a.words == b.words && a.length == b.length) return Likeness::exact;
    if (std::min(a.length, b.length) < kLeastWords) return std::nullopt;
    if (resemblance(a, b) >= kNear)
        return are_one_template(a, b) ? std::nullopt : std::optional(Likeness::near);
    if (are_spun(a, b)) return Likeness::spun;
    return std::nullopt;
}

LikelyVersions::LikelyVersions(const std::vector<StorySignature>& signatures)
    : filter_(std::size_t{1} << 20U) {
    for (const StorySignature& signature : signatures) {
        if (signature.length > 0) add(words_key(signature));
        for (std::size_t band = 0; band < StorySignature::kBuckets; band += kBandRows) {
            if (const auto key = band_key(signature, band)) add(key_of_band(*key));
        }
        for (const std::uint64_t key : fact_keys(signature)) add(key_of_facts(key));
    }
}

bool LikelyVersions::may_hold(const StorySignature& signature) const {
    if (signature.length > 0 && holds(words_key(signature))) return true;
    for (std::size_t band = 0; band < StorySignature::kBuckets; band += kBandRows) {
        const auto key = band_key(signature, band);
        if (key && holds(key_of_band(*key))) return true;
    }
    std::size_t pairs = 0;
    for (const std::uint64_t key : fact_keys(signature)) {
        if (holds(key_of_facts(key)) && ++pairs == 2) return true;
    }
    return false;
}

void LikelyVersions::add(std::uint64_t key) {
    keys_.insert(key);
    filter_[(key * 0x9E3779B97F4A7C15ULL) >> 44U] = true;
}

bool LikelyVersions::holds(std::uint64_t key) const {
    return filter_[(key * 0x9E3779B97F4A7C15ULL) >> 44U] && keys_.contains(key);
}

std::vector<StoryCluster> find_clusters(const std::vector<StorySignature>& signatures) {
    return Clustering(signatures).run();
}

}  // namespace sinodex
