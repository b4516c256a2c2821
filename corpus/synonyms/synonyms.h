// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// A word or a few words, in English or Chinese.
struct SynonymMember {
    std::string text;
    double weight = 1;  // 0..1: how nearly it means what the group's first member means
    bool operator==(const SynonymMember&) const = default;
};

struct SynonymGroup {
    std::vector<SynonymMember> members;
    bool one_way = false;  // only the first member is expanded by the others
    bool verbs = false;    // members are verbs: signing is a form of sign
    bool operator==(const SynonymGroup&) const = default;
};

// Words that mean nearly the same, a group a line:
//
//   fine; penalty = .9; 罚款 = 1          # each finds the others, by the product of their weights
//   one-way: edtech; online tutoring = .8
//   verbs: sign; 签署 = 1
//
// Lines that begin with # and empty lines are passed over. A value; safe to read from any number of
// threads.
class Synonyms {
 public:
    Synonyms() = default;

    // `origin` is what errors call the text. Throws Error (input) with the line for a group of one,
    // an empty member and a weight that is none.
    static Synonyms parse(std::string_view text, const std::string& origin);

    // The file that comes with the program (corpus/knowledge/synonyms.txt).
    static const Synonyms& built_in();

    const std::vector<SynonymGroup>& groups() const { return groups_; }

 private:
    std::vector<SynonymGroup> groups_;
};

}  // namespace sinodex
