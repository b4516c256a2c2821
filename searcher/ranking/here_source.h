// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <string>

#include "corpus/schema/index_reader.h"

namespace sinodex {

// All documents of the segments that are here, and none of those that other machines have, as a
// filter of a Xapian query: so a match here weighs by the statistics of all segments, but finds
// nothing by the few postings that are known of the others.
class HereSource : public Xapian::PostingSource {
 public:
    // The index outlives this.
    explicit HereSource(const IndexReader& index) : index_(index) {}

    // Turns to one of the index's segments, as Xapian does for each of the databases of a search.
    void init(const Xapian::Database& database) override;
    PostingSource* clone() const override { return new HereSource(index_); }

    Xapian::doccount get_termfreq_min() const override { return count_; }
    Xapian::doccount get_termfreq_est() const override { return count_; }
    Xapian::doccount get_termfreq_max() const override { return count_; }

    void next(double) override { ++at_; }
    void skip_to(Xapian::docid document, double) override { at_ = std::max(at_, document); }
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    std::string get_description() const override { return "here"; }

 private:
    const IndexReader& index_;
    Xapian::doccount count_ = 0;
    Xapian::docid last_ = 0;
    Xapian::docid at_ = 0;
};

}  // namespace sinodex
