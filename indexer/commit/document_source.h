// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "corpus/schema/deleted.h"

namespace sinodex {

struct Posting {
    Xapian::docid document = 0;
    Xapian::termcount frequency = 0;
};

// Documents that become part of a segment, numbered from 1 without gaps: what is deleted of them is
// not there. Not thread-safe.
class DocumentSource {
 public:
    DocumentSource() = default;
    virtual ~DocumentSource() = default;
    DocumentSource(const DocumentSource&) = delete;
    DocumentSource& operator=(const DocumentSource&) = delete;

    virtual Xapian::doccount documents() const = 0;
    virtual std::vector<Xapian::termcount> lengths() = 0;

    // Calls visit(document, value) in the order of documents that have one in a slot. The value is
    // valid during the call.
    using VisitValue = std::function<void(Xapian::docid, std::string_view)>;
    virtual void values(Xapian::valueno slot, const VisitValue& visit) = 0;

    // Whether the values of Field::record are packed; else they are as encode() makes them.
    virtual bool has_packed_records() const = 0;

    // The term at hand, at first the smallest one, then the next; empty at the end. Some may have
    // no postings.
    virtual std::string_view term() const = 0;
    // Appends its postings, with `before` added to the numbers of documents, and goes on to the
    // next term.
    virtual void take(Xapian::docid before, std::vector<Posting>& postings) = 0;
};

// Numbers the documents of a source anew when some of them are left out.
class Renumbering {
 public:
    Renumbering(Xapian::doccount documents, DocumentNumbers deleted);
    // 0: it is left out.
    Xapian::docid operator()(Xapian::docid document) const;
    Xapian::doccount documents() const { return documents_; }

 private:
    DocumentNumbers deleted_;
    Xapian::doccount documents_;
};

}  // namespace sinodex
