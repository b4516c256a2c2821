#include "indexer/story_finder.h"

#include <xapian.h>

#include <algorithm>
#include <tuple>

#include "corpus/schema/fields.h"
#include "corpus/schema/record.h"
#include "corpus/stories/clusters.h"

namespace sinodex {
namespace {

struct Candidate {
    std::size_t facts;
    std::string date;
    std::size_t length;
    StoryVersion version;

    bool operator<(const Candidate& other) const {
        const auto key = [](const Candidate& one) {
            return std::tuple(~one.facts, one.date.empty(), one.date, ~one.length, one.version.id);
        };
        return key(*this) < key(other);
    }
};

std::size_t facts_of(const Findings& findings) {
    const auto well_named = [](const Mention& mention) {
        return mention.kind != MentionKind::fuzzy && mention.kind != MentionKind::misnomer;
    };
    return findings.amounts.size() + findings.dates.size() +
           static_cast<std::size_t>(
               std::count_if(findings.mentions.begin(), findings.mentions.end(), well_named));
}

}  // namespace

Stories find_stories(const std::string& generation_path) {
    const Xapian::Database database(generation_path);
    const auto slot = static_cast<Xapian::valueno>(info(Field::story).slot);
    std::vector<StorySignature> signatures;
    std::vector<Xapian::docid> documents;
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
        if (auto signature = StorySignature::decode(*at)) {
            signatures.push_back(std::move(*signature));
            documents.push_back(at.get_docid());
        }
    }
    std::vector<std::vector<StoryVersion>> stories;
    for (const StoryCluster& cluster : find_clusters(signatures)) {
        std::vector<Candidate> candidates;
        for (const StoryMember& member : cluster) {
            const Record record =
                decode_record(database.get_document(documents[member.article]).get_data());
            const bool first = member.article == cluster.front().article;
            candidates.push_back(
                {facts_of(record.findings),
                 record.date,
                 record.text.size(),
                 {record.id, first ? "" : std::string(to_string(member.likeness))}});
        }
        std::sort(candidates.begin(), candidates.end());
        stories.emplace_back();
        for (Candidate& candidate : candidates) {
            stories.back().push_back(std::move(candidate.version));
        }
    }
    return Stories(std::move(stories));
}

}  // namespace sinodex
