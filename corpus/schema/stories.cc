// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/stories.h"

#include <bit>
#include <functional>

namespace sinodex {
namespace {

void append_line(std::string_view id, std::string_view likeness, std::string& bytes) {
    bytes.append(likeness).append("\t").append(id).append("\n");
}

std::string lines_of(const std::vector<StoryVersions>& stories) {
    std::string bytes;
    for (const StoryVersions& story : stories) {
        for (const StoryVersion& version : story) {
            if (version.id.find('\n') != std::string::npos) continue;
            append_line(version.id, version.likeness, bytes);
        }
        bytes.append("\n");
    }
    return bytes;
}

}  // namespace

StoryVersions copy_of(const Story& story) {
    StoryVersions versions;
    for (const auto& [id, likeness] : story) {
        versions.push_back({std::string(id), std::string(likeness)});
    }
    return versions;
}

Stories::Stories(const std::vector<StoryVersions>& stories)
    : Stories(Stories::decode(lines_of(stories))) {}

Stories Stories::decode(std::string bytes) {
    Stories stories;
    stories.bytes_ = std::make_unique<const std::string>(std::move(bytes));
    stories.read_lines();
    stories.note_places();
    return stories;
}

void Stories::read_lines() {
    std::vector<std::size_t> ends;  // of the stories, in versions_
    const auto end_story = [&] {
        const std::size_t begin = ends.empty() ? 0 : ends.back();
        if (versions_.size() - begin < 2) {
            versions_.resize(begin);
        } else {
            ends.push_back(versions_.size());
        }
    };
    std::string_view rest = *bytes_;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) {
            end_story();
        } else {
            versions_.push_back({line.substr(tab + 1), line.substr(0, tab)});
        }
    }
    end_story();
    std::size_t begin = 0;
    stories_.reserve(ends.size());
    for (const std::size_t end : ends) {
        stories_.emplace_back(versions_.data() + begin, end - begin);
        begin = end;
    }
}

void Stories::note_places() {
    slots_.resize(stories_.empty() ? 0 : std::bit_ceil(2 * versions_.size()));
    std::uint32_t version = 0;
    for (std::size_t story = 0; story < stories_.size(); ++story) {
        for (const KeptVersion& one : stories_[story]) {
            const std::size_t hash = std::hash<std::string_view>()(one.id);
            slots_[slot_of(one.id, hash)] = {static_cast<std::uint32_t>(hash), ++version,
                                             static_cast<std::uint32_t>(story)};
        }
    }
}

// Where an id is, or else would be.
std::size_t Stories::slot_of(std::string_view id, std::size_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].version != 0 && (slots_[at].hash != static_cast<std::uint32_t>(hash) ||
                                       versions_[slots_[at].version - 1].id != id)) {
        at = (at + 1) & mask;
    }
    return at;
}

std::string Stories::encode() const {
    std::string bytes;
    for (const Story& story : stories_) {
        for (const KeptVersion& version : story) append_line(version.id, version.likeness, bytes);
        bytes.append("\n");
    }
    return bytes;
}

StoryPlace Stories::place_of(std::string_view id) const {
    if (slots_.empty()) return {};
    const Slot& slot = slots_[slot_of(id, std::hash<std::string_view>()(id))];
    if (slot.version == 0) return {};
    const Story& story = stories_[slot.story];
    return {&story, static_cast<std::size_t>(&versions_[slot.version - 1] - story.data())};
}

}  // namespace sinodex
