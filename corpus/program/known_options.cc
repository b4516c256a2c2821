// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/known_options.h"

#include <algorithm>

#include "corpus/program/help.h"

namespace sinodex {
namespace {

// The number of letters to change, add, drop or exchange with the next that makes one of the other
// (Damerau 1964, each place changed once).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) rows[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            rows[i][j] = std::min({changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
    }
    return rows[a.size()][b.size()];
}

const OptionSpec* option_named(const ProgramSpec& program, std::string_view name) {
    const OptionSpec* found = nullptr;
    for_each_option(program, [&](const OptionSpec& option) {
        if (option.name == name) found = &option;
    });
    return found;
}

const OptionSpec* option_lettered(const ProgramSpec& program, char letter) {
    const OptionSpec* found = nullptr;
    for_each_option(program, [&](const OptionSpec& option) {
        if (option.letter == letter) found = &option;
    });
    return found;
}

[[noreturn]] void refuse(const ProgramSpec& program, const std::string& option,
                         std::string_view name) {
    std::vector<std::string_view> names;
    for_each_option(program, [&](const OptionSpec& known) { names.push_back(known.name); });
    const auto meant = likely_meant(name, names);
    throw Error(ErrorKind::usage, "there is no option " + option,
                meant ? "did you mean --" + std::string(*meant) + "?"
                      : "see " + std::string(program.name) + " --help");
}

// Whether the next word is the value of an option that this word ends with.
bool check_letters(const ProgramSpec& program, std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
        const OptionSpec* option = option_lettered(program, word[i]);
        if (option == nullptr) refuse(program, std::string(word), word.substr(1));
        if (!option->argument.empty()) return i + 1 == word.size();
    }
    return false;
}

bool check_name(const ProgramSpec& program, std::string_view word) {
    const std::size_t equal = word.find('=');
    const std::string_view name = word.substr(2, equal == word.npos ? equal : equal - 2);
    const OptionSpec* option = option_named(program, name);
    if (option == nullptr) refuse(program, "--" + std::string(name), name);
    return !option->argument.empty() && equal == word.npos;
}

}  // namespace

std::optional<std::string_view> likely_meant(std::string_view typed,
                                             const std::vector<std::string_view>& words) {
    constexpr std::size_t kLeastBeginning = 3;
    std::optional<std::string_view> best;
    std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string_view word : words) {
        const bool begins = typed.size() >= kLeastBeginning && word.starts_with(typed);
        const std::size_t changes = begins ? 0 : distance(typed, word);
        if (changes >= least || changes >= word.size()) continue;
        least = changes;
        best = word;
    }
    return best;
}

void refuse_unknown_options(const ProgramSpec& program, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "--") return;
        if (word.size() < 2 || word[0] != '-') continue;
        const bool value_follows =
            word[1] == '-' ? check_name(program, word) : check_letters(program, word);
        if (value_follows) ++i;
    }
}

std::string hint_of_minus(const ProgramSpec& program, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (word == "--") break;
        if (word.size() < 3 || word[0] != '-' || word[1] == '-') continue;
        return "a word that begins with a minus is taken for options, unless it stands behind "
               "--: " +
               std::string(program.name) + " -- " + word;
    }
    return "";
}

}  // namespace sinodex
