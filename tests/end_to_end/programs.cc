// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/end_to_end/programs.h"

#include <sstream>
#include <stdexcept>

namespace sinodex::testing {

IndexedFolder::IndexedFolder(const std::string& path) {
    const ProcessEnd end = run_process({kIndexProgram, "--db", database(), path});
    if (end.status != 0) throw std::runtime_error("sinodex-index failed: " + end.err);
}

const std::string& corpus_database() {
    static const IndexedFolder corpus(kArticles);
    static const std::string path = corpus.database();
    return path;
}

ProcessEnd search_corpus(std::vector<std::string> arguments, std::string_view input) {
    arguments.insert(arguments.begin(), {kSearchProgram, "--db", corpus_database()});
    return run_process(arguments, input);
}

std::vector<std::string> articles_of_run(const std::string& run) {
    std::vector<std::string> ids;
    std::istringstream lines(run);
    for (std::string qid, zero, id, rest;
         lines >> qid >> zero >> id && std::getline(lines, rest);) {
        ids.push_back(id.substr(0, id.rfind('#')));
    }
    return ids;
}

}  // namespace sinodex::testing
