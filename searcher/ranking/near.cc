// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/near.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "searcher/query/parser.h"
#include "searcher/ranking/phrases.h"

namespace sinodex {
namespace {

// Sets of parts, a bit each, of the chains that may end at a place. Set s stands at bit s.
using Chains = std::bitset<1U << kMaxNearParts>;

// A part where it stands.
struct Place {
    PhrasePlace place;
    std::size_t part;
    Chains chains;
};

// Chains of neighbouring places: `chains` of each tells which sets of parts it can be the end of.
class Near {
 public:
    Near(const Phrase& near, std::vector<Place> places)
        : distance_(near.distance),
          all_((std::size_t{1} << near.parts.size()) - 1),
          places_(std::move(places)) {
        std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
            return a.place.first != b.place.first ? a.place.first < b.place.first
                                                  : a.place.last < b.place.last;
        });
        for (std::size_t set = 0; set < without_.front().size(); ++set) {
            for (std::size_t part = 0; part < kMaxNearParts; ++part) {
                if ((set >> part & 1U) == 0) without_[part].set(set);
            }
        }
        for (const Place& one : places_) {
            longest_ = std::max(longest_, one.place.last - one.place.first);
        }
    }

    std::vector<ByteRange> find() {
        std::vector<ByteRange> found;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            extend(i);
            if (places_[i].chains[all_]) trace(i, found);
        }
        std::sort(found.begin(), found.end(),
                  [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
        const auto same = [](ByteRange a, ByteRange b) { return a.begin == b.begin; };
        found.erase(std::unique(found.begin(), found.end(), same), found.end());
        return found;
    }

 private:
    // Calls `use` with every place that a chain may come from.
    template <typename Use>
    void visit_before(std::size_t index, Use use) const {
        const std::uint32_t begin = places_[index].place.first;
        for (std::size_t i = index; i-- > 0;) {
            const PhrasePlace& before = places_[i].place;
            if (before.first + longest_ + distance_ + 1 < begin) return;
            if (before.last >= begin || before.last + distance_ + 1 < begin) continue;
            if (!use(places_[i])) return;
        }
    }

    void extend(std::size_t index) {
        Place& here = places_[index];
        const std::size_t own = std::size_t{1} << here.part;
        Chains before;
        visit_before(index, [&](const Place& place) {
            before |= place.chains;
            return true;
        });
        // With this part set s becomes s + own.
        here.chains = (before & without_[here.part]) << own;
        here.chains.set(own);
    }

    // One chain of all parts that ends here.
    void trace(std::size_t index, std::vector<ByteRange>& found) const {
        std::size_t set = all_;
        for (;;) {
            const Place& here = places_[index];
            found.push_back(here.place.range);
            set &= ~(std::size_t{1} << here.part);
            if (set == 0) return;
            visit_before(index, [&](const Place& before) {
                if (!before.chains[set]) return true;
                index = static_cast<std::size_t>(&before - places_.data());
                return false;
            });
        }
    }

    std::uint32_t distance_;
    std::size_t all_;
    std::uint32_t longest_ = 0;
    std::vector<Place> places_;
    std::array<Chains, kMaxNearParts> without_;  // by part: the sets that do not hold it
};

}  // namespace

std::vector<ByteRange> find_places(const Phrase& phrase, const std::vector<Token>& tokens,
                                   Vocabulary& vocabulary) {
    const WordOf folded = [](const Token& token) { return token.text; };
    const WordOf stem = [&](const Token& token) -> std::string_view {
        return vocabulary.term(token);
    };
    if (phrase.parts.empty()) {
        std::vector<ByteRange> ranges;
        for (const PhrasePlace& place : phrase_places(phrase, tokens, phrase.stems ? stem : folded))
            ranges.push_back(place.range);
        return ranges;
    }
    std::vector<Place> places;
    for (std::size_t part = 0; part < phrase.parts.size(); ++part) {
        const std::size_t before = places.size();
        for (const Phrase& one : phrase.parts[part]) {
            for (const PhrasePlace& place : phrase_places(one, tokens, one.stems ? stem : folded)) {
                places.push_back({place, part, {}});
            }
        }
        if (places.size() == before) return {};
    }
    return Near(phrase, std::move(places)).find();
}

}  // namespace sinodex
