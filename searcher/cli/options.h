// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>

#include "corpus/program/program.h"
#include "searcher/request/parameter_values.h"

namespace sinodex {

// The option that gives a parameter of a request.
constexpr OptionSpec option_of(std::string_view name, char letter = 0) {
    const Parameter* parameter = find_parameter(name);
    return {parameter->name,          letter,          parameter->placeholder,
            parameter->default_value, parameter->help, parameter->values};
}

// Returns what the options of a command line say to a request.
ParameterValues values_of(const Arguments& arguments);

// The file of the user's own work: SINODEX_SAVED, or the one beside the database,
// of several the first.
std::string saved_path(const Arguments& arguments);

// Where original files are looked for: --files, or else here and beside the database.
std::vector<std::string> file_folders(const Arguments& arguments);

// The operands with a space between them.
std::string operands_of(const Arguments& arguments);

// Throws Error (usage) where one of the others was given beside an option.
void refuse_beside(const Arguments& arguments, std::string_view option,
                   std::initializer_list<const char*> others);

}  // namespace sinodex
