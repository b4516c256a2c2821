// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/dictionary/dictionary.h"
#include "searcher/understanding/dictionary_units.h"
#include "searcher/understanding/foreign_names.h"
#include "searcher/understanding/understand.h"

namespace sinodex {

// Looks up how names that no dictionary has are written in the other language, by the readings that
// the database's dictionary has of characters: of Chinese people in pinyin (see personal_names.h),
// foreign ones by their sound (see foreign_names.h). Only what articles hold is a name. Without
// such a dictionary there are none. One per query; refers to the tools.
class NameTranslations {
 public:
    explicit NameTranslations(const UnderstandingTools& tools);

    // Returns the names that units from `first` on are, as many as `count`; `text`: of their node.
    std::vector<Translation> of_person(const std::vector<DictionaryUnit>& units, std::size_t first,
                                       std::size_t count, std::string_view text) const;

    // Returns how many units the name of a person may have at most that begins with this one; the
    // least are two.
    static std::size_t most_of_name(const DictionaryUnit& unit);

    // Returns how an English word is written in Chinese by its sound, if it may be a name.
    std::vector<Translation> by_sound(const DictionaryUnit& unit, std::string_view text) const;

    // Asks other machines for what has to be known of the names that may begin with a unit; false
    // where nothing has to be.
    bool ask_ahead(const std::vector<DictionaryUnit>& units, std::size_t first,
                   std::string_view text) const;

 private:
    std::vector<Translation> pinyin_names(std::span<const DictionaryUnit> part) const;
    std::vector<ChineseName> chinese_names(std::span<const DictionaryUnit> part,
                                           std::string_view text) const;
    std::vector<ChineseName> names_of(const DictionaryUnit& unit, std::string_view text) const;
    std::vector<Translation> held_names(std::vector<ChineseName> names) const;
    bool may_be_name(std::string_view text, const DictionaryUnit& unit) const;
    bool all_held(const std::vector<std::string>& terms) const;
    bool held_together(const std::vector<std::string>& terms) const;
    bool is_taken_for_granted(const std::vector<std::string>& terms) const;
    bool ask_for(const std::vector<std::string>& terms) const;
    HoldsPair holds_pair() const;

    const UnderstandingTools& tools_;
    const Dictionary& dictionary_;
};

// The index terms of a Chinese word of these characters: pairs of neighbours.
std::vector<std::string> pairs_of(const std::vector<std::string>& characters);

}  // namespace sinodex
