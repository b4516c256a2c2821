// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/sentences.h"

namespace sinodex {

// In which revision the text of an article's passages came. A passage is as new as its newest
// sentence, so that one which is only cut differently than before is not new. Boilerplate does not
// count.
//
// Not thread-safe: one per thread.
class PassageHistory {
 public:
    // `now`: the revision that this run makes.
    explicit PassageHistory(Revision now) : now_(now) {}

    // Turns to another article, which was not there before.
    void clear();
    // A section of the article as it was before.
    void add(const Record& before);

    // Returns the revisions of the passages of a record, and of one that has none.
    std::vector<Revision> revisions_of(const Record& record);
    Revision now() const { return now_; }

 private:
    // Calls visit(hash) with every sentence of a passage.
    template <typename Visit>
    void for_each_sentence(const Record& record, ByteRange passage, Visit visit);

    Revision now_;
    bool known_ = false;   // the article was there before
    Revision oldest_ = 0;  // of what was there
    SentenceSplitter splitter_;
    std::unordered_map<std::uint64_t, Revision> sentences_;  // by hash, when each first came
};

}  // namespace sinodex
