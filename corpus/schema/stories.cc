// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/stories.h"

namespace sinodex {

Stories::Stories(std::vector<StoryVersions> stories) : stories_(std::move(stories)) {
    for (auto& story : stories_) {
        std::erase_if(story, [](const StoryVersion& version) {
            return version.id.find('\n') != std::string::npos;
        });
    }
    std::erase_if(stories_, [](const auto& story) { return story.size() < 2; });
    for (std::size_t i = 0; i < stories_.size(); ++i) {
        for (const StoryVersion& version : stories_[i]) story_of_[version.id] = i;
    }
}

Stories Stories::decode(std::string_view bytes) {
    std::vector<StoryVersions> stories(1);
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) {
            stories.emplace_back();
        } else {
            stories.back().push_back(
                {std::string(line.substr(tab + 1)), std::string(line.substr(0, tab))});
        }
    }
    return Stories(std::move(stories));
}

std::string Stories::encode() const {
    std::string bytes;
    for (const auto& story : stories_) {
        for (const StoryVersion& version : story) {
            bytes.append(version.likeness).append("\t").append(version.id).append("\n");
        }
        bytes.append("\n");
    }
    return bytes;
}

const StoryVersions* Stories::versions_of(const std::string& id) const {
    const auto found = story_of_.find(id);
    return found == story_of_.end() ? nullptr : &stories_[found->second];
}

}  // namespace sinodex
