// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/neighbours.h"

#include <algorithm>

#include "corpus/schema/terms.h"
#include "searcher/hits/hits.h"

namespace sinodex {
namespace {

ContextPassage passage_of(const Record& record, std::uint32_t number) {
    return {passage_span(record, number), record.first_passage + number,
            std::string(record.at(record.passages[number]))};
}

// Adds passages from before the one with this number, the nearest first.
void add_before(const Record& record, std::size_t number, std::size_t count,
                std::vector<ContextPassage>& passages) {
    for (; number > 0 && passages.size() < count; --number) {
        passages.push_back(passage_of(record, static_cast<std::uint32_t>(number - 1)));
    }
}

void add_after(const Record& record, std::size_t number, std::size_t count,
               std::vector<ContextPassage>& passages) {
    for (; number < record.passages.size() && passages.size() < count; ++number) {
        passages.push_back(passage_of(record, static_cast<std::uint32_t>(number)));
    }
}

// The documents of an article, which are its sections in their order.
class Sections {
 public:
    Sections(const IndexReader& index, Xapian::docid document, const std::string& id)
        : index_(index), documents_(index.documents_with(id_term(id))) {
        here_ = static_cast<std::size_t>(std::find(documents_.begin(), documents_.end(), document) -
                                         documents_.begin());
    }

    std::size_t here() const { return here_; }
    std::size_t size() const { return documents_.size(); }

    Record read(std::size_t section) const { return index_.record(documents_[section]); }

 private:
    const IndexReader& index_;
    std::vector<Xapian::docid> documents_;
    std::size_t here_ = 0;
};

}  // namespace

void add_neighbours(const IndexReader& index, Xapian::docid document, const Record& record,
                    std::uint32_t number, std::uint32_t count, SearchHit& hit) {
    if (count == 0 || number >= record.passages.size()) return;
    add_before(record, number, count, hit.before);
    add_after(record, number + 1, count, hit.after);
    if (hit.before.size() < count || hit.after.size() < count) {
        const Sections sections(index, document, record.id);
        for (std::size_t at = sections.here(); at > 0 && hit.before.size() < count; --at) {
            const Record section = sections.read(at - 1);
            add_before(section, section.passages.size(), count, hit.before);
        }
        for (std::size_t at = sections.here() + 1; at < sections.size() && hit.after.size() < count;
             ++at) {
            add_after(sections.read(at), 0, count, hit.after);
        }
    }
    std::reverse(hit.before.begin(), hit.before.end());
}

}  // namespace sinodex
