// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/request/parameters.h"

namespace sinodex {

// How errors speak of parameters.
enum class Wording {
    options,  // --limit, --view timeline
    names     // limit, view=timeline
};

// The parameters that were given, as text, from wherever they came. Values are looked at when they
// are asked for; every error is an Error (usage) that names the parameter, says what is wrong with
// its value, and which there are. Where a parameter is given twice the last value counts. Asking
// for a parameter that is neither in the table nor in kParameters is a mistake of the program:
// std::logic_error.
class ParameterValues {
 public:
    // `table`: the parameters that may be given. It outlives this.
    explicit ParameterValues(Wording wording = Wording::names,
                             std::span<const Parameter> table = kParameters)
        : wording_(wording), table_(table) {}

    // Throws Error (usage) for a name that is none, with those that there are.
    void set(std::string_view name, std::string value);

    // The same for a program that gives a value itself, of a parameter that may not be given.
    void fix(std::string_view name, std::string value);

    // Whether a name may be given.
    bool takes(std::string_view name) const { return find_parameter(name, table_) != nullptr; }

    bool has(std::string_view name) const;          // given
    std::string text(std::string_view name) const;  // as given, or the default
    std::uint64_t number(std::string_view name) const;
    bool flag(std::string_view name) const;
    // The values of a list; "all" and "none" are resolved.
    std::vector<std::string> list(std::string_view name) const;

    // The enumerator that a choice names: the values of the parameter stand in their order.
    template <typename Enum>
    Enum choice(std::string_view name) const {
        return static_cast<Enum>(choice_index(name));
    }

    // "--limit" or "limit"; "--view timeline" or "view=timeline".
    std::string shown(std::string_view name) const;
    std::string shown(std::string_view name, std::string_view value) const;

 private:
    const Parameter& known(std::string_view name) const;
    std::size_t choice_index(std::string_view name) const;

    Wording wording_;
    std::span<const Parameter> table_;
    std::map<std::string, std::string, std::less<>> given_;
};

// A text in which + stands for a space and %41 for the byte 41: parts of query strings. Throws
// Error (usage) for a % that is not followed by two hexadecimal digits.
std::string percent_decoded(std::string_view text);

// The names and values of a query string, decoded, in their order: with or without the question
// mark. Throws as percent_decoded() does.
std::vector<std::pair<std::string, std::string>> pairs_of_query_string(std::string_view text);

// The parameters of a query string, "q=Hangzhou+deals&limit=20", percent-decoded: with or without
// the question mark. Throws Error (usage) for a name that is none, and as percent_decoded() does.
ParameterValues values_of_query_string(std::string_view text);

// The parameters of a JSON object, {"query": "Hangzhou deals", "limit": 20, "explain": true,
// "expand": ["names", "synonyms"]}; null is as not given. Throws Error (usage) where it is no such
// object.
ParameterValues values_of_json(std::string_view text);

// Sets the values of such an object. Throws as values_of_json() does.
void set_values(ParameterValues& values, std::string_view json);

}  // namespace sinodex
