// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

namespace sinodex {

// The documents that have one of many terms, as a part of a Xapian query that scores nothing. Each
// term is looked up once; an OR of so many would be merged anew at every document.
class TermsSource : public Xapian::PostingSource {
 public:
    explicit TermsSource(std::vector<std::string> terms)
        : terms_(std::make_shared<const std::vector<std::string>>(std::move(terms))) {}

    // Looks the terms up, in each of the databases of a search.
    void init(const Xapian::Database& database) override;
    PostingSource* clone() const override { return new TermsSource(terms_); }

    Xapian::doccount get_termfreq_min() const override { return count(); }
    Xapian::doccount get_termfreq_est() const override { return count(); }
    Xapian::doccount get_termfreq_max() const override { return count(); }

    void next(double least_weight) override;
    void skip_to(Xapian::docid document, double least_weight) override;
    bool at_end() const override { return at_ == documents_.size(); }
    Xapian::docid get_docid() const override { return documents_[at_]; }
    std::string get_description() const override;

 private:
    explicit TermsSource(std::shared_ptr<const std::vector<std::string>> terms)
        : terms_(std::move(terms)) {}
    Xapian::doccount count() const { return static_cast<Xapian::doccount>(documents_.size()); }

    std::shared_ptr<const std::vector<std::string>> terms_;
    std::vector<Xapian::docid> documents_;  // ascending
    std::size_t at_ = 0;
    bool started_ = false;
};

}  // namespace sinodex
