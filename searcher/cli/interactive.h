// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <span>

#include "corpus/program/program.h"
#include "searcher/cli/databases.h"
#include "searcher/cli/topics.h"
#include "searcher/searcher.h"

namespace sinodex {

// Prints what a query finds; returns how much that is.
using AnswerQuery = std::function<std::uint64_t(const Searcher&, const TopicLine&)>;

// How queries are answered with these options. Throws Error (usage) where they do not fit together.
using MakeAnswer = std::function<AnswerQuery(const Arguments&)>;

// Answers the queries that a user types at the terminal, until Ctrl-D or `:quit`. `options` are
// those that the user may change.
ExitStatus answer_terminal(const Arguments& arguments, std::span<const OptionSpec> options,
                           const MakeAnswer& make_answer);

// Answers each line of standard input, as soon as it is there, numbered from 1; plainly, unless
// --color says otherwise. Returns how much was found. Throws Error (usage) when there is none.
AnsweredAmount answer_lines(Arguments arguments, const MakeAnswer& make_answer);

}  // namespace sinodex
