// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/entities/candidates.h"
#include "corpus/entities/mention.h"
#include "corpus/entities/name_tree.h"
#include "corpus/entities/surroundings.h"

namespace sinodex {

// Finds the entities of one article after the other: first the names that are certain; then the
// ambiguous ones for which these, or words of the article, speak; then surnames and roles of what
// was named before them. Internal to this folder; not thread-safe.
class ArticleReader {
 public:
    void read(const NameTree& tree, std::string_view title, std::string_view text,
              ArticleMentions& mentions);
    void read_query(const NameTree& tree, std::string_view query, std::vector<Mention>& mentions);

 private:
    // An unknown person of a known surname.
    struct Stranger {
        std::uint32_t node;
        std::uint32_t unit;
    };

    void find_candidates(const NameTree& tree, std::string_view title, std::string_view text,
                         bool is_query);
    void drop_others();
    void set_doubtful_aside();
    void decide_doubtful();
    void drop_other_abbreviations();
    bool is_other_abbreviation(const Candidate& candidate) const;
    bool is_spelt_out(EntityNumber entity) const;
    bool is_abbreviation_of(const Candidate& name, const Candidate& candidate) const;
    void decide_ambiguous(const NameTree& tree, const CandidateFinder& finder, bool is_query);
    void drop_shorter(const NameTree& tree, std::size_t generic);
    void decide_heads(const NameTree& tree);
    std::size_t head_behind(const NameTree& tree, EntityNumber company, std::uint32_t end) const;
    static bool is_head(std::span<const NameHead> heads, EntityNumber person);
    void name_head(const NameTree& tree, std::span<const NameHead> heads, Candidate& surname) const;
    std::optional<Candidate> role_of(std::span<const NameHead> heads,
                                     const Candidate& company) const;
    void decide_told(const NameTree& tree);
    std::optional<Candidate> told_at(const NameTree& tree, std::uint32_t pattern,
                                     const WordPlace& word);
    bool is_covered(std::uint32_t begin, std::uint32_t end) const;
    std::pair<std::uint32_t, std::uint32_t> clause_around(const Candidate& place) const;
    std::optional<WordPlace> place_of(const NameEvidence& evidence, std::uint32_t from,
                                      std::uint32_t to) const;
    void add_candidates(const std::vector<Candidate>& more);
    void decide_late(const NameTree& tree, const CandidateFinder& finder);
    // Whether its code follows an ambiguous name: 小米（1810）.
    bool has_code(const NameTree& tree, std::size_t candidate, EntityNumber entity) const;
    bool has_head(const NameTree& tree, std::size_t candidate, EntityNumber entity,
                  bool is_query) const;
    bool is_code_of(const NameEntry& entry, const Candidate& candidate) const;
    bool speaks(const Candidate& candidate) const;
    bool stands_alone(const Candidate& candidate) const;
    std::uint32_t last_stranger(std::uint32_t node) const;
    void emit(ArticleMentions& mentions) const;
    const Candidate* owner_in(std::size_t candidate) const;
    void emit_for_query(const NameTree& tree, const Candidate& candidate,
                        std::vector<Mention>& mentions) const;

    ArticleUnits article_;
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> doubtful_;  // candidates that were set aside
    std::vector<bool> covered_;
    std::vector<WordPlace> words_;
    Surroundings surroundings_;
    std::vector<std::uint32_t> named_at_;  // by entity: 1 + the unit that named it last; 0: none
    std::vector<EntityNumber> named_at_list_;
    std::vector<Stranger> strangers_;
    const Candidate* last_name_ = nullptr;  // the certain one that decide_late passed last
};

}  // namespace sinodex
