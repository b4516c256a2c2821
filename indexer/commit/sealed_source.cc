// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/sealed_source.h"

#include <utility>

namespace sinodex {
namespace {

class SealedSource : public DocumentSource {
 public:
    SealedSource(const std::string& path, DocumentNumbers deleted)
        : database_(path),
          number_(database_.get_doccount(), std::move(deleted)),
          at_(database_.allterms_begin()),
          end_(database_.allterms_end()) {
        read_term();
    }

    Xapian::doccount documents() const override { return number_.documents(); }

    std::vector<Xapian::termcount> lengths() override {
        std::vector<Xapian::termcount> lengths;
        lengths.reserve(documents());
        for (Xapian::docid document = 1; document <= database_.get_lastdocid(); ++document) {
            if (number_(document) > 0) lengths.push_back(database_.get_doclength(document));
        }
        return lengths;
    }

    void values(Xapian::valueno slot, const VisitValue& visit) override {
        const auto end = database_.valuestream_end(slot);
        for (auto at = database_.valuestream_begin(slot); at != end; ++at) {
            const Xapian::docid number = number_(at.get_docid());
            if (number > 0) visit(number, *at);
        }
    }

    bool has_packed_records() const override { return true; }

    std::string_view term() const override { return term_; }

    void take(Xapian::docid before, std::vector<Posting>& postings) override {
        const auto end = database_.postlist_end(term_);
        for (auto at = database_.postlist_begin(term_); at != end; ++at) {
            const Xapian::docid number = number_(*at);
            if (number > 0) postings.push_back({before + number, at.get_wdf()});
        }
        ++at_;
        read_term();
    }

 private:
    void read_term() {
        term_.clear();
        if (at_ != end_) term_ = *at_;
    }

    Xapian::Database database_;
    Renumbering number_;
    Xapian::TermIterator at_;
    Xapian::TermIterator end_;
    std::string term_;
};

}  // namespace

std::unique_ptr<DocumentSource> sealed_source(const std::string& path, DocumentNumbers deleted) {
    return std::make_unique<SealedSource>(path, std::move(deleted));
}

}  // namespace sinodex
