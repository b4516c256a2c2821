// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/program/program.h"
#include "searcher/cli/topics.h"
#include "searcher/saved/saved_file.h"
#include "searcher/searcher.h"

namespace sinodex {

// --tag, --untag, --note, --notes, --save and --forget, which change or print the user's own work
// and search nothing. Nothing where none of them was given. Throws Error: usage; query, for an id
// that is not there; input; output; database.
std::optional<ExitStatus> run_saved(const Arguments& arguments);

// The saved searches that --saved names, all or one: their names, without queries. Throws Error:
// usage, for a name that is none; input.
std::vector<TopicLine> saved_topics(const Arguments& arguments);

// A command of the prompt, as ":tag TAG ID..." without its colon; quotation marks hold several
// words together.
struct WorkCommand {
    std::string name;
    std::vector<std::string> words;
    std::string rest;  // what stands behind the first word, as it was typed

    // The first word. Throws Error (usage) where there is none.
    const std::string& subject() const;
    std::vector<std::string> others() const;
};

// Nothing where the text is no such command.
std::optional<WorkCommand> work_command(std::string_view text);

// Commands of the prompt work with these.
struct WorkTools {
    const SavedFile& file;
    const Searcher& searcher;
    const Arguments& options;       // of the session
    const std::string& last_query;  // empty: there was none
};

// Runs one, but for :saved, and prints what holds then. Throws Error as run_saved() does.
void run_work_command(const WorkCommand& command, const WorkTools& tools);

}  // namespace sinodex
