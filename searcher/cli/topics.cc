// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/topics.h"

#include <fstream>
#include <iostream>
#include <unordered_set>

#include "corpus/error.h"

namespace sinodex {
namespace {

[[noreturn]] void malformed(const std::string& path, std::size_t line, const std::string& what) {
    throw Error(ErrorKind::query, path + ":" + std::to_string(line) + ": " + what,
                "a topic is a line: qid<TAB>query");
}

}  // namespace

std::vector<TopicLine> read_topic_lines(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
        if (!file) throw Error(ErrorKind::input, path + ": cannot be opened", "check the path");
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::vector<TopicLine> topics;
    std::unordered_set<std::string> seen;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.ends_with('\r')) line.pop_back();
        if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string::npos) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) malformed(path, number, "there is no tab");
        TopicLine topic{line.substr(0, tab), line.substr(tab + 1)};
        if (topic.qid.empty() || topic.qid.find(' ') != std::string::npos) {
            malformed(path, number, "the qid is empty or holds a space");
        }
        if (topic.query.find_first_not_of(" \t") == std::string::npos) {
            malformed(path, number, "the query is empty");
        }
        if (!seen.insert(topic.qid).second) malformed(path, number, topic.qid + " comes twice");
        topics.push_back(std::move(topic));
    }
    if (in.bad()) throw Error(ErrorKind::input, path + ": cannot be read");
    return topics;
}

}  // namespace sinodex
