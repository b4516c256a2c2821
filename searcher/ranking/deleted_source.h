// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "corpus/schema/index_reader.h"

namespace sinodex {

// The documents of an index that are deleted, as a part of a Xapian query.
class DeletedSource : public Xapian::PostingSource {
 public:
    // The index outlives this.
    explicit DeletedSource(const IndexReader& index) : index_(index) {}

    // Turns to one of the index's segments, as Xapian does for each of the databases of a search.
    void init(const Xapian::Database& database) override;
    PostingSource* clone() const override { return new DeletedSource(index_); }

    Xapian::doccount get_termfreq_min() const override { return count(); }
    Xapian::doccount get_termfreq_est() const override { return count(); }
    Xapian::doccount get_termfreq_max() const override { return count(); }

    void next(double least_weight) override;
    void skip_to(Xapian::docid document, double least_weight) override;
    bool at_end() const override { return at_ == deleted_->size(); }
    Xapian::docid get_docid() const override { return (*deleted_)[at_]; }
    std::string get_description() const override { return "deleted"; }

 private:
    Xapian::doccount count() const { return static_cast<Xapian::doccount>(deleted_->size()); }

    const IndexReader& index_;
    const DocumentNumbers* deleted_ = nullptr;  // of the segment at hand
    std::size_t at_ = 0;
    bool started_ = false;
};

}  // namespace sinodex
