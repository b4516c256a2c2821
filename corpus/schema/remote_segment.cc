// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/remote_segment.h"

#include <xapian.h>

#include <utility>

#include "corpus/schema/fields.h"

namespace sinodex {

void RemoteSegment::keep(std::uint32_t document, std::string packed) {
    kept_.insert_or_assign(document, std::move(packed));
}

void RemoteSegment::want(std::uint32_t document, const std::string& id_term,
                         std::uint32_t holders) {
    if (!keeps(document)) wanted_[id_term] = holders;
}

// A server has no list of a document's values, so that it cannot send a document as such.
void RemoteSegment::flush() {
    if (!wanted_.empty()) {
        const Xapian::BoolWeight weighting;
        std::vector<std::string> terms;
        MatchStatistics statistics{1, 1, {}};
        MatchAsked match;
        for (const auto& [term, holders] : std::exchange(wanted_, {})) {
            terms.push_back(term);
            statistics.terms[term] = {1, 0};
            match.most += holders;
        }
        const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
        match.query = any.serialise();
        match.query_length = any.get_length();
        match.weighting = weighting.name();
        match.order = MatchOrder::value;
        match.with = static_cast<std::uint32_t>(info(Field::record).slot);
        asked_.push_back(link_.ask_match(match, statistics));
    }
    link_.flush();
}

std::string RemoteSegment::packed(std::uint32_t document) {
    if (!keeps(document)) flush();
    for (const ShardLink::Ticket ticket : std::exchange(asked_, {})) {
        for (FoundDocument& found : link_.match(ticket).documents) {
            keep(own(found.document), std::move(found.with));
        }
    }
    return kept_[document];
}

std::vector<std::uint32_t> RemoteSegment::documents_with(const std::string& term) {
    std::vector<std::uint32_t> documents = link_.postings(link_.ask_postings(term));
    for (std::uint32_t& document : documents) document = own(document);
    return documents;
}

void RemoteSegment::forget() {
    link_.forget();
    kept_.clear();
    wanted_.clear();
    asked_.clear();
}

}  // namespace sinodex
