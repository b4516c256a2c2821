// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/shared_texts.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace sinodex {
namespace {

bool overlap(const QueryConcept& a, const QueryConcept& b) {
    return std::any_of(a.covers.begin(), a.covers.end(), [&](std::size_t term) {
        return std::find(b.covers.begin(), b.covers.end(), term) != b.covers.end();
    });
}

}  // namespace

SharedTexts::SharedTexts(const UnderstoodQuery& query) : concepts_(query.concepts) {
    std::map<std::string_view, std::vector<Claim>> texts;
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
        const auto alternatives = alternatives_of(concepts_[c]);
        for (std::size_t i = 0; i < alternatives.size(); ++i) {
            texts[alternatives[i].text].push_back({0, c, i, alternatives[i].weight});
        }
    }
    std::vector<std::vector<Claim>> several;
    for (auto& [text, claims] : texts) {
        const bool shared = std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
            return !overlap(concepts_[claims.front().named], concepts_[other.named]);
        });
        if (shared) several.push_back(std::move(claims));
    }
    const auto likelihood = [](const std::vector<Claim>& claims) {
        double most = 0;
        for (const Claim& claim : claims) most = std::max(most, claim.weight);
        return most;
    };
    std::stable_sort(several.begin(), several.end(),
                     [&](const auto& a, const auto& b) { return likelihood(a) > likelihood(b); });
    for (std::size_t number = 0; number < several.size(); ++number) {
        for (Claim& claim : several[number]) {
            claim.text = number;
            claims_.push_back(claim);
        }
    }
}

std::size_t SharedTexts::column_of(std::size_t named, std::size_t alternative) const {
    const auto claim = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& one) {
        return one.named == named && one.alternative == alternative;
    });
    if (claim == claims_.end()) return named;
    return concepts_.size() + static_cast<std::size_t>(claim - claims_.begin());
}

void SharedTexts::give(std::span<float> mentions, std::span<const float> words,
                       std::span<const float> weights) {
    if (claims_.empty()) return;
    const std::span<float> shared = mentions.subspan(concepts_.size());
    given_.assign(concepts_.size(), false);
    for (std::size_t begin = 0; begin < claims_.size();) {
        std::size_t end = begin;
        float held = 0;
        for (; end < claims_.size() && claims_[end].text == claims_[begin].text; ++end) {
            held = std::max(held, shared[end]);
        }
        if (held > 0) {
            const QueryConcept& one = concepts_[taker(begin, end, mentions, words, weights)];
            for (std::size_t i = begin; i < end; ++i) {
                const std::size_t named = claims_[i].named;
                if (!overlap(one, concepts_[named])) continue;
                mentions[named] += shared[i];
                given_[named] = true;
            }
        }
        begin = end;
    }
}

// The concept that a text of some claims counts for.
std::size_t SharedTexts::taker(std::size_t begin, std::size_t end, std::span<const float> mentions,
                               std::span<const float> words, std::span<const float> weights) const {
    const auto claim_of = [&](const Claim& claim) {
        const std::vector<std::size_t>& covers = concepts_[claim.named].covers;
        const bool held =
            mentions[claim.named] > 0 ||
            std::any_of(covers.begin(), covers.end(), [&](std::size_t t) { return words[t] > 0; });
        const bool given = given_[claim.named];
        return std::tuple(covers.size(), given, !held, claim.weight * weights[claim.named]);
    };
    std::size_t best = begin;
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (claim_of(claims_[i]) > claim_of(claims_[best])) best = i;
    }
    return claims_[best].named;
}

}  // namespace sinodex
