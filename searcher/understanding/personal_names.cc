// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/personal_names.h"

namespace sinodex {
namespace {

constexpr std::size_t kMostPairs = 800;

// Goes through the characters that are read as a name is written.
class PinyinReader {
 public:
    PinyinReader(std::string_view given, const Dictionary& dictionary, const HoldsPair& holds)
        : given_(given), dictionary_(dictionary), holds_(holds) {}

    std::vector<ChineseName> read(std::string_view family) && {
        for (const std::string& character : dictionary_.family_names_read(family)) {
            add_one(character);
            for (std::size_t cut = 1; cut < given_.size(); ++cut) add_two(character, cut);
        }
        return std::move(found_);
    }

 private:
    void add_one(const std::string& family) {
        for (const std::string& own : dictionary_.characters_read(given_)) {
            if (holds(family, own)) found_.push_back({family, own});
        }
    }

    // The given name is cut into two syllables.
    void add_two(const std::string& family, std::size_t cut) {
        const std::vector<std::string> last = dictionary_.characters_read(given_.substr(cut));
        if (last.empty()) return;
        for (const std::string& first : dictionary_.characters_read(given_.substr(0, cut))) {
            if (!holds(family, first)) continue;
            for (const std::string& second : last) {
                if (holds(first, second)) found_.push_back({family, first, second});
            }
        }
    }

    bool holds(const std::string& first, const std::string& second) {
        return ++asked_ <= kMostPairs && holds_(first + second);
    }

    std::string_view given_;
    const Dictionary& dictionary_;
    const HoldsPair& holds_;
    std::size_t asked_ = 0;
    std::vector<ChineseName> found_;
};

}  // namespace

std::vector<std::string> names_in_pinyin(std::span<const std::string> characters,
                                         const Dictionary& dictionary) {
    std::vector<std::string> names;
    if (characters.empty() || !dictionary.is_family_name(characters.front())) return names;
    std::vector<std::string> given{""};
    for (const std::string& character : characters.subspan(1)) {
        std::vector<std::string> longer;
        for (const std::string& reading : dictionary.readings_of(character)) {
            for (const std::string& so_far : given) longer.push_back(so_far + reading);
        }
        given = std::move(longer);
    }
    for (const std::string& family : dictionary.readings_of(characters.front())) {
        for (const std::string& own : given) {
            names.push_back(family + " " + own);
            names.push_back(own + " " + family);
        }
    }
    return names;
}

std::vector<ChineseName> names_of_pinyin(std::string_view family, std::string_view given,
                                         const Dictionary& dictionary, const HoldsPair& holds) {
    return PinyinReader(given, dictionary, holds).read(family);
}

}  // namespace sinodex
