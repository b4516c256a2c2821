// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "corpus/schema/index_reader.h"

namespace sinodex {

// The documents with a passage that came after a revision, as a part of a Xapian query over several
// indexes, each of which counts its revisions by itself.
class NewerSource : public Xapian::PostingSource {
 public:
    // The index outlives this.
    NewerSource(const IndexReader& index, Revision since) : index_(index), since_(since) {}

    // Turns to one of the index's segments, as Xapian does for each of the databases of a search.
    void init(const Xapian::Database& database) override;
    PostingSource* clone() const override { return new NewerSource(index_, since_); }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return documents_ / 2; }
    Xapian::doccount get_termfreq_max() const override { return documents_; }

    void next(double least_weight) override;
    void skip_to(Xapian::docid document, double least_weight) override;
    bool at_end() const override { return at_ == end_; }
    Xapian::docid get_docid() const override { return at_.get_docid(); }
    std::string get_description() const override { return "newer"; }

 private:
    void find();

    const IndexReader& index_;
    Revision since_;
    Xapian::doccount documents_ = 0;  // of the segment at hand that have a revision
    std::string least_;               // value of the oldest revision that counts there
    Xapian::ValueIterator at_, end_;
    bool started_ = false;
};

}  // namespace sinodex
