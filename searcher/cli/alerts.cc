// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/alerts.h"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "corpus/error.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/revisions.h"

namespace sinodex {
namespace {

[[noreturn]] void unusable(const std::string& path, const std::string& what,
                           const std::string& hint) {
    throw Error(ErrorKind::input, path + ": " + what, hint);
}

// "q1<TAB>r12"; false when it is not.
bool parse(const std::string& line, std::string& qid, std::uint32_t& revision) {
    const std::size_t tab = line.find("\tr");
    if (tab == std::string::npos || tab == 0) return false;
    qid = line.substr(0, tab);
    const char* end = line.data() + line.size();
    const auto parsed = std::from_chars(line.data() + tab + 2, end, revision);
    return parsed.ec == std::errc() && parsed.ptr == end;
}

}  // namespace

Alerts::Alerts(const Arguments& arguments, const Searcher& searcher)
    : only_news_(arguments.has("since") || arguments.has("state")), revision_(searcher.revision()) {
    if (arguments.has("since")) since_ = searcher.revision_named(arguments.text("since"));
    if (!arguments.has("state")) return;
    if (!arguments.has("queries") && !arguments.has("saved")) {
        throw Error(ErrorKind::usage, "--state goes with --queries or --saved",
                    "put the query into a file, as a line: qid<TAB>query; or save it by --save");
    }
    state_path_ = arguments.text("state");
    if (state_path_.empty()) throw Error(ErrorKind::usage, "--state: no file is named");
    read_state();
}

std::optional<std::uint32_t> Alerts::since(const std::string& qid) const {
    if (!only_news_) return std::nullopt;
    const auto seen = seen_.find(qid);
    return seen == seen_.end() ? since_ : seen->second;
}

void Alerts::read_state() {
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::file_status status = fs::status(state_path_, failed);
    if (status.type() == fs::file_type::not_found) return;  // the first run
    std::ifstream in(state_path_, std::ios::binary);
    if (!in || status.type() == fs::file_type::directory) {
        unusable(state_path_, "cannot be read", "check the path and its permissions");
    }
    constexpr const char* kBeginAnew =
        "remove it to be told everything again, or all since --since";
    std::string line, qid;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        std::uint32_t revision = 0;
        if (!parse(line, qid, revision)) {
            unusable(state_path_ + ":" + std::to_string(number), "is no line of qid<TAB>revision",
                     kBeginAnew);
        }
        if (revision > revision_) {
            unusable(
                state_path_,
                "has seen revision " + revision_text(revision) + ", but the database is only at " +
                    revision_text(revision_),
                std::string("it is of another database, or this one was made anew; ") + kBeginAnew);
        }
        seen_[qid] = revision;
    }
    if (in.bad()) unusable(state_path_, "cannot be read", "check the path and its permissions");
}

void Alerts::save(const std::vector<TopicLine>& topics) const {
    if (state_path_.empty()) return;
    std::string lines;
    for (const TopicLine& topic : topics) {
        lines.append(topic.qid).append("\t").append(revision_text(revision_)).append("\n");
    }
    replace_durably(state_path_, lines,
                    "check free space and permissions; the next run prints the same again");
}

}  // namespace sinodex
