// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"
#include "searcher/service/http/access.h"
#include "searcher/service/http/server.h"

namespace sinodex {

// The program's table of options.
extern const ProgramSpec kServeProgram;

// Return what a command line says. Throw Error (usage) for what cannot be.
std::vector<std::string> databases_of(const Arguments& arguments);
ServerOptions server_options(const Arguments& arguments);
std::size_t answer_cache_bytes(const Arguments& arguments);
AccessRules access_rules(const Arguments& arguments);

}  // namespace sinodex
