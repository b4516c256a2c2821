// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/sequences.h"

#include <algorithm>

namespace sinodex {
namespace {

bool holds(const std::vector<std::uint32_t>& alternatives, const TermOccurrence& occurrence,
           bool words) {
    return std::find(alternatives.begin(), alternatives.end(),
                     words ? occurrence.word : occurrence.term) != alternatives.end();
}

}  // namespace

void Sequences::add(std::vector<std::vector<std::uint32_t>> positions, bool words, std::size_t what,
                    double weight) {
    for (const std::uint32_t last : positions.back()) {
        (words ? word_ends_ : ends_).set(last % kBits);
    }
    sequences_.push_back({std::move(positions), words, what, weight});
}

// Whether the occurrence at `at` ends a sequence that begins at `begin` or later. Several
// occurrences may share a position.
bool Sequences::ends_at(const Sequence& sequence, const ArticleTerms& terms, std::size_t begin,
                        std::size_t at) {
    std::size_t left = sequence.positions.size() - 1;
    if (!holds(sequence.positions[left], terms.occurrences[at], sequence.words)) return false;
    std::uint32_t position = terms.occurrences[at].position;
    for (std::size_t i = at; left > 0; --left) {
        if (position == 0) return false;
        --position;
        bool found = false;
        while (i > begin && !found && terms.occurrences[i - 1].position >= position) {
            --i;
            found = terms.occurrences[i].position == position &&
                    holds(sequence.positions[left - 1], terms.occurrences[i], sequence.words);
        }
        if (!found) return false;
    }
    return true;
}

}  // namespace sinodex
