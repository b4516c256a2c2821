// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"
#include "searcher/searcher.h"

namespace sinodex {

// --show ID: prints all passages of an article, the one with this id marked, and where it stands in
// the original file. Throws Error (query) for an id that is not there.
ExitStatus run_show(const Arguments& arguments, const Searcher& searcher);

// --open N: opens the Nth hit of the query in $VISUAL or $EDITOR, at its line, or where there is no
// such file its URL with xdg-open. Throws Error: usage (there is no such hit), input (there is
// neither file nor URL, or nothing to open it with).
ExitStatus run_open(const Arguments& arguments, const Searcher& searcher);

}  // namespace sinodex
