#pragma once

#include <string>

#include "corpus/program/program.h"

namespace sinodex {

// --help and --man, from the program's table.
std::string help_text(const ProgramSpec& program);
std::string man_page(const ProgramSpec& program);

// "0.1.0".
std::string version_text();

}  // namespace sinodex
