// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/entities/mention.h"
#include "corpus/entities/name_tree.h"
#include "corpus/entities/text_units.h"

namespace sinodex {

// Says what may come of a candidate. Internal to this folder.
enum class Standing : std::uint8_t {
    certain,    // `entity` is named
    blocked,    // a phrase that is something else
    ambiguous,  // one of the node's undecided entries, if something speaks for it
    late,       // a role or surname, if its entity was named before
    adjective,  // tells of the place `entity`
    dropped,
};

// A word of the article that the knowledge has as context.
struct WordPlace {
    std::uint32_t word;   // its number in the NameTree
    std::uint32_t begin;  // its units
    std::uint32_t end;
};

// A place in a text where the units [begin, end) read as a name.
struct Candidate {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t node = 0;  // of the NameTree
    Standing standing = Standing::dropped;
    MentionKind kind = MentionKind::name;
    EntityNumber entity = 0;
    bool by_context = false;  // was ambiguous
    bool doubtful = false;    // says too little, though it is certain by itself
    bool homeless = false;    // tells no country
    bool kept = false;        // // no longer candidate overlaps it
};

// The units of a title and a text, one after the other.
struct ArticleUnits {
    std::string_view title;
    std::string_view text;
    std::vector<TextUnit> units;
    std::uint32_t title_units = 0;

    void read(std::string_view new_title, std::string_view new_text);
    std::string_view word(std::uint32_t unit) const {
        return slice(unit < title_units ? title : text, units[unit].range);
    }
    ByteRange range(const Candidate& candidate) const {
        return {units[candidate.begin].range.begin, units[candidate.end - 1].range.end};
    }
};

// Reads names off a text.
class CandidateFinder {
 public:
    // How capitals count: as the names have them; not in names of several words; not at all.
    enum class Capitals : std::uint8_t { as_named, in_single_words, ignored };

    CandidateFinder(const NameTree& tree, const ArticleUnits& article, Capitals capitals)
        : tree_(tree), article_(article), units_(article.units), capitals_(capitals) {}

    // Appends every candidate, by where it begins, the shorter ones first, and the words that are
    // evidence.
    void find(std::vector<Candidate>& candidates, std::vector<WordPlace>& words) const;

    // Whether the capitals of `place` allow an entry of its node.
    bool fits(const NameEntry& entry, const Candidate& place) const;

 private:
    // Says what had to be mended in the words of a name.
    enum class Mending : std::uint8_t { none, spelling, letters, space };

    // A way through the tree: the units [begin, end) lead to `node`.
    struct Walk {
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t node;
        Mending mending;
    };

    void find_at(std::uint32_t begin, std::vector<Candidate>& candidates,
                 std::vector<WordPlace>& words) const;
    std::optional<Candidate> follow(Walk walk, std::vector<Candidate>& candidates,
                                    std::vector<WordPlace>& words) const;
    bool is_split(std::uint32_t unit) const;
    std::uint64_t joined_key(std::uint32_t unit) const;
    std::optional<Candidate> judged(std::uint32_t begin, std::uint32_t end, std::uint32_t node,
                                    Mending mending) const;
    Candidate judged_entries(const Candidate& place, Mending mending) const;
    template <typename Next>
    std::uint32_t mended(std::uint32_t unit, bool first, const Next& next, Mending& mending) const;
    std::optional<Candidate> joined_words(std::uint32_t begin) const;
    std::optional<Candidate> spun_name(std::uint32_t begin, std::uint32_t node) const;
    std::optional<std::uint64_t> corrected_key(std::uint32_t unit, bool first) const;
    bool has_capital_by_place(const Candidate& place) const;
    bool is_common_phrase(const Candidate& place) const;
    bool is_titled(const Candidate& place) const;
    bool is_doubtful_correction(const Candidate& place) const;
    bool is_quantity(std::uint32_t unit) const;
    bool is_currency_prefix(std::uint32_t unit) const;
    bool is_in_address(std::uint32_t unit) const;
    bool is_suffix(std::uint32_t unit) const;
    // Whether a code without its exchange is written as one: $NVDA, SH688981, （00700）.
    bool is_bare_code(std::uint32_t unit) const;
    bool is_in_brackets(std::uint32_t first, std::uint32_t last) const;
    bool is_behind_code_word(std::uint32_t unit) const;
    bool is_in_company_name(const Candidate& place) const;
    std::optional<std::uint64_t> singular_code(std::uint32_t unit) const;
    bool is_behind_stranger(const Candidate& place) const;
    bool is_cut_from_word(const Candidate& place) const;
    bool is_behind_number(const Candidate& place) const;
    bool is_family_name(const Candidate& place) const;
    bool is_made_longer(const Candidate& place) const;
    bool is_in_title_of_rules(const Candidate& place) const;
    bool is_in_foreign_name(const Candidate& place) const;
    bool stands_in_capitals(const Candidate& place) const;

    const NameTree& tree_;
    const ArticleUnits& article_;
    const std::vector<TextUnit>& units_;
    Capitals capitals_;
};

// Sets `kept` of each candidate that is certain, blocked or ambiguous, and overlaps neither a
// longer one nor an earlier one that is as long. covered[i] tells whether unit i belongs to one of
// them.
void keep_longest(std::vector<Candidate>& candidates, const ArticleUnits& article,
                  std::vector<bool>& covered);

}  // namespace sinodex
