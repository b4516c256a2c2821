// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/end_to_end/transcripts.h"

#include <regex>
#include <sstream>

namespace sinodex::testing {
namespace {

constexpr std::string_view kShellPrompt = "$ ";
constexpr std::string_view kContinued = "> ";
constexpr std::string_view kElision = "...";

bool is_fence(const std::string& line) { return line.starts_with("```"); }

// Masks what the machine decides: how long something took, how large a table became, when it was
// made, and in how many blanks a column of such numbers is set.
std::string masked_line(const std::string& line) {
    static const std::regex kMeasured(
        R"(-?[0-9.]+ (MB/s|ms|MB|s)\b|[0-9]+ bytes checked|UUID = [-0-9a-f]+)"
        R"(|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|"took_ms": ?[-0-9.e]+)");
    return std::regex_replace(line, kMeasured, "0");
}

std::vector<std::string> without_blank_ends(std::vector<std::string> lines) {
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
    return lines;
}

bool agrees_from(const std::vector<std::string>& shown, std::size_t s,
                 const std::vector<std::string>& printed, std::size_t p) {
    for (; s < shown.size(); ++s, ++p) {
        if (shown[s] == kElision) {
            for (; p <= printed.size(); ++p) {
                if (agrees_from(shown, s + 1, printed, p)) return true;
            }
            return false;
        }
        if (p >= printed.size() || masked_line(shown[s]) != masked_line(printed[p])) return false;
    }
    return p == printed.size();
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool agrees(const std::vector<std::string>& shown, const std::vector<std::string>& printed) {
    return agrees_from(without_blank_ends(shown), 0, without_blank_ends(printed), 0);
}

Page::Page(const std::string& markdown) : lines_(lines_of(markdown)) {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
        if (lines_[at] == "<!-- before") {
            read_unsaid(at);
        } else if (is_fence(lines_[at])) {
            read_block(at);
        }
    }
}

void Page::read_unsaid(std::size_t& at) {
    std::string commands;
    for (++at; at < lines_.size() && lines_[at] != "-->"; ++at) commands += lines_[at] + "\n";
    steps_.push_back({false, {commands, {}, at}});
}

void Page::read_block(std::size_t& at) {
    const bool passed_over = at > 0 && lines_[at - 1].starts_with("<!-- not run: ");
    const std::size_t first_step = steps_.size();
    const std::size_t first_output = output_lines_.size();
    for (++at; at < lines_.size() && !is_fence(lines_[at]); ++at) {
        const std::string& line = lines_[at];
        if (line.starts_with(kShellPrompt)) {
            steps_.push_back({true, {line.substr(kShellPrompt.size()), {}, at + 1}});
            output_lines_.emplace_back(at + 1, at + 1);
        } else if (steps_.size() == first_step) {
            continue;
        } else if (line.starts_with(kContinued) && steps_.back().command.output.empty()) {
            steps_.back().command.command += "\n" + line.substr(kContinued.size());
            output_lines_.back() = {at + 1, at + 1};
        } else {
            steps_.back().command.output.push_back(line);
            output_lines_.back().second = at + 1;
        }
    }
    if (!passed_over) return;
    steps_.resize(first_step);
    output_lines_.resize(first_output);
}

std::string Page::with_outputs(const std::vector<std::vector<std::string>>& outputs) const {
    std::string page;
    std::size_t at = 0;
    const auto add = [&](const std::string& line) { page += line + "\n"; };
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto [begin, end] = output_lines_[i];
        for (; at < begin; ++at) add(lines_[at]);
        for (const std::string& line : without_blank_ends(outputs[i])) add(line);
        const bool apart = end > begin && lines_[end - 1].empty();
        if (apart) add("");
        at = end;
    }
    for (; at < lines_.size(); ++at) add(lines_[at]);
    return page;
}

}  // namespace sinodex::testing
