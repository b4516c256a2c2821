// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/history_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// Lines as editors and people leave them; the last ones.
std::vector<std::string> last_lines(const std::string& path, std::size_t most) {
    std::vector<std::string> lines;
    std::ifstream in(path, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) lines.push_back(std::move(line));
    }
    if (lines.size() > most) lines.erase(lines.begin(), lines.end() - static_cast<long>(most));
    return lines;
}

bool write_to(const std::string& path, int flags, const std::string& bytes) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
    if (file < 0) return false;
    const bool written = write(file, bytes.data(), bytes.size()) == static_cast<long>(bytes.size());
    return close(file) == 0 && written;
}

std::string state_home() {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && *state == '/') return state;
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? std::string(home) + "/.local/state" : "";
}

}  // namespace

std::string history_path() {
    const char* off = std::getenv("SINODEX_NO_HISTORY");
    if (off != nullptr && *off != 0) return "";
    const std::string state = state_home();
    return state.empty() ? "" : state + "/sinodex/history";
}

HistoryFile::HistoryFile(std::string path) : path_(std::move(path)) {
    if (path_.empty()) return;
    lines_ = last_lines(path_, kMaxLines + 1);
    in_file_ = lines_.size();
    if (in_file_ > kMaxLines) lines_.erase(lines_.begin());
}

bool HistoryFile::add(std::string_view line) {
    if (line.empty() || (!lines_.empty() && lines_.back() == line)) return true;
    lines_.emplace_back(line);
    if (path_.empty() || failed_) return true;
    failed_ = !append(lines_.back()) || (++in_file_ > kMaxLines && !keep_last_lines());
    return !failed_;
}

bool HistoryFile::append(const std::string& line) const {
    std::error_code ignored;
    const fs::path folder = fs::path(path_).parent_path();
    fs::create_directories(folder.parent_path(), ignored);
    mkdir(folder.c_str(), 0700);  // where it cannot be made, opening the file fails too
    return write_to(path_, O_APPEND, line + "\n");
}

// Another session may have added lines: those are kept as well.
bool HistoryFile::keep_last_lines() const {
    std::string bytes;
    for (const std::string& line : last_lines(path_, kMaxLines)) bytes.append(line).append("\n");
    const std::string next = path_ + "." + std::to_string(getpid());
    return write_to(next, O_TRUNC, bytes) && std::rename(next.c_str(), path_.c_str()) == 0;
}

}  // namespace sinodex
