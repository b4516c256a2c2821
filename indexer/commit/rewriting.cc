// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/rewriting.h"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

constexpr Xapian::docid kAtOnce = 65536;

// A term that a document has, by its number among those at hand.
struct NumberedTerm {
    std::uint32_t term;
    Xapian::termcount frequency;
};

// Some documents of a segment that follow each other.
class Portion {
 public:
    Portion(const Xapian::Database& segment, const DocumentNumbers& deleted, Xapian::docid first)
        : segment_(segment), deleted_(deleted), first_(first) {
        const Xapian::docid last = std::min(segment.get_lastdocid(), first + kAtOnce - 1);
        documents_.resize(last - first + 1);
        for (auto at = segment.allterms_begin(); at != segment.allterms_end(); ++at) read(*at);
    }

    void visit(const std::function<void(const Xapian::Document&)>& visit) const {
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            const Xapian::docid number = first_ + static_cast<Xapian::docid>(i);
            if (std::binary_search(deleted_.begin(), deleted_.end(), number)) continue;
            visit(made(number, documents_[i]));
        }
    }

 private:
    void read(const std::string& term) {
        auto at = segment_.postlist_begin(term);
        const auto end = segment_.postlist_end(term);
        if (first_ > 1 && at != end) at.skip_to(first_);
        bool is_new = true;
        for (; at != end && *at - first_ < documents_.size(); ++at) {
            if (is_new) terms_.push_back(term);
            is_new = false;
            documents_[*at - first_].push_back(
                {static_cast<std::uint32_t>(terms_.size() - 1), at.get_wdf()});
        }
    }

    Xapian::Document made(Xapian::docid number, const std::vector<NumberedTerm>& terms) const {
        const Xapian::Document before = segment_.get_document(number);
        Xapian::Document document;
        document.set_data(before.get_data());
        for (const NumberedTerm& one : terms) document.add_term(terms_[one.term], one.frequency);
        for (const FieldInfo& field : kFields) {
            if (field.slot < 0) continue;
            const auto slot = static_cast<Xapian::valueno>(field.slot);
            document.add_value(slot, before.get_value(slot));
        }
        return document;
    }

    const Xapian::Database& segment_;
    const DocumentNumbers& deleted_;
    Xapian::docid first_;
    std::vector<std::string> terms_;
    std::vector<std::vector<NumberedTerm>> documents_;
};

}  // namespace

void for_each_left(const Xapian::Database& segment, const DocumentNumbers& deleted,
                   const std::function<void(const Xapian::Document&)>& visit) {
    for (Xapian::docid first = 1; first <= segment.get_lastdocid(); first += kAtOnce) {
        Portion(segment, deleted, first).visit(visit);
    }
}

}  // namespace sinodex
