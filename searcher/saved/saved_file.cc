// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/saved/saved_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "corpus/error.h"
#include "corpus/json.h"
#include "corpus/schema/durable_files.h"
#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHint =
    "check free space and permissions of the folder; nothing of this was kept";

// A file is written anew when it has more lines than twice what it says, and some.
constexpr std::size_t kSpareLines = 100;

// A query must be able to hold a name in quotation marks.
bool can_be_quoted(const std::string& name) {
    const bool odd = std::any_of(name.begin(), name.end(),
                                 [](unsigned char c) { return c < 0x20 || c == 0x7F || c == '"'; });
    for (const char* quote : {"“", "”", "＂"}) {
        if (name.find(quote) != name.npos) return false;
    }
    return !odd && valid_utf8(name) == name;
}

void check_name(const SavedChange& change) {
    constexpr std::size_t kLongest = 100;
    const bool tag = change.kind != SavedChange::Kind::search;
    const std::string& name = tag ? change.value : change.subject;
    const bool spaces = tag ? name.starts_with(' ') || name.ends_with(' ')
                            : name.find(' ') != name.npos || name == "all";
    if (!name.empty() && name.size() <= kLongest && !spaces && can_be_quoted(name)) return;
    throw Error(ErrorKind::usage,
                "'" + valid_utf8(name) + "' cannot be the name of a " + (tag ? "tag" : "search"),
                tag ? "take up to 100 bytes without quotation marks"
                    : "take one word of up to 100 bytes without quotation marks, but not all");
}

std::string now() {
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

std::string line_of(const SavedChange& change) {
    using Kind = SavedChange::Kind;
    if (change.kind != Kind::note) check_name(change);
    Json line;
    if (change.kind == Kind::search) {
        line = {{"search", change.subject}, {"request", parsed_json(change.value)}};
    } else {
        const char* key = change.kind == Kind::tag    ? "tag"
                          : change.kind == Kind::note ? "note"
                                                      : "untag";
        line = {{key, change.value}, {"id", change.subject}};
        put_if_known(line, "text", change.text);
    }
    line["at"] = now();
    return dump(line, -1) + "\n";
}

std::string state_of(const struct stat& file) {
    return std::to_string(file.st_ino) + "-" + std::to_string(file.st_size) + "-" +
           std::to_string(file.st_mtim.tv_sec) + "." + std::to_string(file.st_mtim.tv_nsec);
}

// A file that is open; closed at the end, which also gives a lock back.
class OpenFile {
 public:
    OpenFile(const std::string& path, int flags)
        : descriptor_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int descriptor() const { return descriptor_; }
    bool lock() const {
        while (flock(descriptor_, LOCK_EX) != 0) {
            if (errno != EINTR) return false;
        }
        return true;
    }
    // Whether the path still leads to it.
    bool is_at(const std::string& path) const {
        struct stat here {};
        struct stat there {};
        return fstat(descriptor_, &here) == 0 && stat(path.c_str(), &there) == 0 &&
               here.st_dev == there.st_dev && here.st_ino == there.st_ino;
    }
    // False where it cannot be read.
    bool read_all(std::string& text) const {
        std::array<char, 1U << 16U> bytes;
        text.clear();
        for (;;) {
            const ssize_t count =
                pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(text.size()));
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return false;
            if (count == 0) return true;
            text.append(bytes.data(), static_cast<std::size_t>(count));
        }
    }
    // All of it, for good, or nothing.
    bool append(std::string_view text, std::size_t size_before) const {
        while (!text.empty()) {
            const ssize_t count = write(descriptor_, text.data(), text.size());
            if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
            if (count < 0 && errno != EINTR) break;
        }
        if (text.empty() && fsync(descriptor_) == 0) return true;
        const int why = errno;
        static_cast<void>(cut(size_before));
        errno = why;
        return false;
    }
    bool cut(std::size_t size) const {
        return ftruncate(descriptor_, static_cast<off_t>(size)) == 0;
    }

 private:
    int descriptor_;
};

// Another program may put a new file in the place of this one while the lock is waited for.
std::unique_ptr<OpenFile> locked(const std::string& path) {
    for (;;) {
        auto file = std::make_unique<OpenFile>(path, O_RDWR | O_CREAT | O_APPEND);
        if (file->descriptor() < 0 || !file->lock()) write_failed(path, kHint);
        if (file->is_at(path)) return file;
    }
}

// A last line without an end: written by hand, or what a killed program has begun, which is
// dropped.
std::string whole_lines(std::string text) {
    if (text.empty() || text.ends_with('\n')) return text;
    const std::size_t begin = text.rfind('\n') + 1;
    if (is_json(text.substr(begin))) return text + "\n";
    return text.substr(0, begin);
}

// With the permissions of the old file.
void replace(const std::string& path, const std::string& text) {
    const fs::path fresh = path + ".new";
    write_durably(fresh, "", kHint);
    std::error_code failed;
    fs::permissions(fresh, fs::status(path, failed).permissions(), failed);
    write_durably(fresh, text, kHint);
    if (std::rename(fresh.c_str(), path.c_str()) != 0) write_failed(path, kHint);
    sync_folder(fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".", kHint);
}

void append(const OpenFile& file, const std::string& path, const std::string& before,
            const std::string& kept, const std::string& lines) {
    const bool shorter = kept.size() < before.size();
    if (shorter && !file.cut(kept.size())) write_failed(path, kHint);
    const std::string end = kept.size() > before.size() ? "\n" : "";
    if (!file.append(end + lines, std::min(before.size(), kept.size()))) write_failed(path, kHint);
}

}  // namespace

std::string SavedFile::path_beside(std::string database) {
    while (database.size() > 1 && database.ends_with('/')) database.pop_back();
    return database + ".saved.jsonl";
}

std::string SavedFile::state() const {
    struct stat file {};
    return stat(path_.c_str(), &file) == 0 ? state_of(file) : "";
}

std::shared_ptr<const SavedWork> SavedFile::read() const {
    const std::lock_guard lock(mutex_);
    // This is the state before the file is read: what comes meanwhile is read next time.
    std::string now = state();
    if (known_ && now == known_state_) return known_;
    SavedWork work;
    const OpenFile file(path_, O_RDONLY);
    std::string text;
    if (file.descriptor() < 0 ? errno != ENOENT : !file.read_all(text)) {
        work.problem = path_ + ": " + std::strerror(errno);
    } else {
        work = read_saved_work(text);
    }
    known_ = std::make_shared<const SavedWork>(std::move(work));
    known_state_ = std::move(now);
    return known_;
}

void SavedFile::add(const std::vector<SavedChange>& changes) const {
    std::string lines;
    for (const SavedChange& change : changes) lines += line_of(change);
    if (lines.empty()) return;
    std::error_code failed;
    const fs::path canonical = fs::weakly_canonical(path_, failed);
    const std::string path = failed ? path_ : canonical.string();
    const std::unique_ptr<OpenFile> file = locked(path);
    std::string before;
    if (!file->read_all(before)) write_failed(path, kHint);
    const std::string kept = whole_lines(before);
    const SavedWork work = read_saved_work(kept + lines);
    const std::string shortest = saved_lines(work);
    const auto needed =
        static_cast<std::size_t>(std::count(shortest.begin(), shortest.end(), '\n'));
    if (work.lines > 2 * needed + kSpareLines) return replace(path, shortest);
    append(*file, path, before, kept, lines);
}

}  // namespace sinodex
