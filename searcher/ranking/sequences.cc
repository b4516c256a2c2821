#include "searcher/ranking/sequences.h"

#include <algorithm>

namespace sinodex {
namespace {

bool holds(const std::vector<std::uint32_t>& alternatives, std::uint32_t term) {
    return std::find(alternatives.begin(), alternatives.end(), term) != alternatives.end();
}

}  // namespace

void Sequences::add(std::vector<std::vector<std::uint32_t>> positions, std::size_t what,
                    double weight) {
    for (const std::uint32_t term : positions.back()) ends_.set(term % kBits);
    sequences_.push_back({std::move(positions), what, weight});
}

// Whether the occurrence at `at` ends a sequence that begins at `begin` or later. Several
// occurrences may share a position.
bool Sequences::ends_at(const Sequence& sequence, const ArticleTerms& terms, std::size_t begin,
                        std::size_t at) {
    std::size_t left = sequence.positions.size() - 1;
    if (!holds(sequence.positions[left], terms.occurrences[at].term)) return false;
    std::uint32_t position = terms.occurrences[at].position;
    for (std::size_t i = at; left > 0; --left) {
        if (position == 0) return false;
        --position;
        bool found = false;
        while (i > begin && !found && terms.occurrences[i - 1].position >= position) {
            --i;
            found = terms.occurrences[i].position == position &&
                    holds(sequence.positions[left - 1], terms.occurrences[i].term);
        }
        if (!found) return false;
    }
    return true;
}

}  // namespace sinodex
