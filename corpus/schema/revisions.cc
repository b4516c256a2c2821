// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/revisions.h"

#include <algorithm>
#include <ctime>
#include <tuple>

namespace sinodex {

Revisions Revisions::decode(std::string_view bytes) {
    constexpr std::size_t kTimeBytes = std::string_view("2026-11-22T17:37:20Z").size();
    Revisions revisions;
    while (!bytes.empty()) {
        if (bytes.find('\n') != kTimeBytes) return {};
        revisions.add(std::string(bytes.substr(0, kTimeBytes)));
        bytes.remove_prefix(kTimeBytes + 1);
    }
    return revisions;
}

std::string Revisions::encode() const {
    std::string bytes;
    for (const std::string& time : times_) bytes.append(time).push_back('\n');
    return bytes;
}

Revision Revisions::before(std::string_view time) const {
    return static_cast<Revision>(std::lower_bound(times_.begin(), times_.end(), time) -
                                 times_.begin());
}

void Revisions::add(std::string time) {
    if (time < newest_time()) time = newest_time();
    times_.push_back(std::move(time));
}

JoinedRevisions::JoinedRevisions(const std::vector<Revisions>& indexes) : joined_(indexes.size()) {
    std::vector<std::tuple<std::string, Revision, std::size_t>> runs;  // time, own, index
    for (std::size_t index = 0; index < indexes.size(); ++index) {
        Revision own = kNoRevision;
        for (const std::string& time : indexes[index].times())
            runs.emplace_back(time, ++own, index);
    }
    std::sort(runs.begin(), runs.end());
    for (const auto& [time, own, index] : runs) {
        all_.add(time);
        joined_[index].push_back(all_.newest());
    }
}

Revision JoinedRevisions::joined(std::size_t index, Revision own) const {
    const std::vector<Revision>& known = joined_[index];
    return own == kNoRevision || known.empty()
               ? own
               : known[std::min<std::size_t>(own, known.size()) - 1];
}

Revision JoinedRevisions::own(std::size_t index, Revision joined) const {
    const std::vector<Revision>& known = joined_[index];
    return static_cast<Revision>(std::upper_bound(known.begin(), known.end(), joined) -
                                 known.begin());
}

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string revision_text(Revision revision) { return "r" + std::to_string(revision); }

}  // namespace sinodex
