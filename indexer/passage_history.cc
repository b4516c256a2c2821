// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage_history.h"

#include <algorithm>

#include "corpus/schema/terms.h"

namespace sinodex {

void PassageHistory::clear() {
    known_ = false;
    sentences_.clear();
}

void PassageHistory::add(const Record& before) {
    for (std::size_t i = 0; i < before.passages.size(); ++i) {
        const Revision revision = before.revisions[i];
        oldest_ = known_ ? std::min(oldest_, revision) : revision;
        known_ = true;
        for_each_sentence(before, before.passages[i], [&](std::uint64_t hash) {
            Revision& first = sentences_.try_emplace(hash, revision).first->second;
            first = std::min(first, revision);
        });
    }
}

std::vector<Revision> PassageHistory::revisions_of(const Record& record) {
    std::vector<Revision> revisions;
    for (const ByteRange passage : record.passages) {
        Revision newest = known_ ? oldest_ : now_;
        if (known_) {
            for_each_sentence(record, passage, [&](std::uint64_t hash) {
                const auto known = sentences_.find(hash);
                newest = std::max(newest, known == sentences_.end() ? now_ : known->second);
            });
        }
        revisions.push_back(newest);
    }
    return revisions;
}

// Line by line, as a passage may hold several paragraphs.
template <typename Visit>
void PassageHistory::for_each_sentence(const Record& record, ByteRange passage, Visit visit) {
    auto muted = std::lower_bound(
        record.boilerplate.begin(), record.boilerplate.end(), passage.begin,
        [](const ByteRange& range, std::uint32_t begin) { return range.end <= begin; });
    const std::string_view text = record.at(passage);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        for (const ByteRange sentence : splitter_.split(line)) {
            const auto offset = static_cast<std::uint32_t>(passage.begin + begin);
            const ByteRange place{offset + sentence.begin, offset + sentence.end};
            while (muted != record.boilerplate.end() && muted->end <= place.begin) ++muted;
            if (muted != record.boilerplate.end() && muted->contains(place)) continue;
            visit(content_hash(line.substr(sentence.begin, sentence.size())));
        }
        begin = end + 1;
    }
}

}  // namespace sinodex
