// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/remote_segment.h"

#include <xapian.h>

#include <utility>

#include "corpus/schema/fields.h"

namespace sinodex {

RemoteSegment::Ticket RemoteSegment::ask(const MatchAsked& match,
                                         const MatchStatistics& statistics) {
    if (const auto known = tickets_.find(match); known != tickets_.end()) return known->second;
    const Ticket ticket = link_.ask_match(match, statistics);
    tickets_.emplace(match, ticket);
    return ticket;
}

const MatchFound& RemoteSegment::match(Ticket ticket) {
    if (const auto known = matches_.find(ticket); known != matches_.end()) return known->second;
    MatchFound found = link_.match(ticket);
    for (FoundDocument& one : found.documents) {
        one.document = own(one.document);
        if (!one.with.empty()) kept_.insert_or_assign(one.document, std::exchange(one.with, {}));
    }
    return matches_.emplace(ticket, std::move(found)).first->second;
}

void RemoteSegment::want(std::uint32_t document, const std::string& id_term,
                         std::uint32_t holders) {
    if (!keeps(document) && !coming_.contains(id_term)) wanted_[id_term] = holders;
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
            coming_.insert(term);
            statistics.terms[term] = {1, 0};
            match.most += holders;
        }
        const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
        match.query = any.serialise();
        match.query_length = any.get_length();
        match.weighting = weighting.name();
        match.order = MatchOrder::value;
        match.with = static_cast<std::uint32_t>(info(Field::record).slot);
        asked_.push_back(ask(match, statistics));
    }
    link_.flush();
}

std::string RemoteSegment::packed(std::uint32_t document) {
    if (!keeps(document)) flush();
    coming_.clear();
    for (const Ticket ticket : std::exchange(asked_, {})) match(ticket);
    return kept_[document];
}

std::vector<std::uint32_t> RemoteSegment::documents_with(const std::string& term) {
    std::vector<std::uint32_t> documents = link_.postings(link_.ask_postings(term));
    for (std::uint32_t& document : documents) document = own(document);
    return documents;
}

void RemoteSegment::forget() {
    link_.forget();
    tickets_.clear();
    matches_.clear();
    kept_.clear();
    wanted_.clear();
    coming_.clear();
    asked_.clear();
}

}  // namespace sinodex
