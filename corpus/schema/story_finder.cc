// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/story_finder.h"

#include <xapian.h>

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "corpus/schema/fields.h"
#include "corpus/schema/record.h"
#include "corpus/schema/remote_segment.h"
#include "corpus/schema/served_outline.h"
#include "corpus/schema/terms.h"
#include "corpus/stories/clusters.h"

namespace sinodex {
namespace {

Xapian::valueno slot_of(Field field) { return static_cast<Xapian::valueno>(info(field).slot); }

// The first document of an article.
struct SignedArticle {
    std::string id;
    StorySignature signature;
    const Segment* segment;
    Xapian::docid document;
};

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

Record record_of(const SignedArticle& article) {
    return sinodex::record_of(*article.segment, article.document);
}

std::string id_of(const Segment& segment, Xapian::docid document) {
    return segment.database.get_document(document).get_value(slot_of(Field::id));
}

// Calls visit(document, signature) with the articles of a segment that are not deleted.
template <typename Visit>
void for_each_signature(const Segment& segment, Xapian::docid first, Visit visit) {
    const Xapian::valueno slot = slot_of(Field::story);
    const auto end = segment.database.valuestream_end(slot);
    auto deleted = segment.deleted.begin();
    auto at = segment.database.valuestream_begin(slot);
    for (at.skip_to(first); at != end; ++at) {
        const Xapian::docid document = at.get_docid();
        while (deleted != segment.deleted.end() && *deleted < document) ++deleted;
        if (deleted != segment.deleted.end() && *deleted == document) continue;
        if (auto signature = StorySignature::decode(*at)) visit(document, std::move(*signature));
    }
}

StoryVersions versions_in(const StoryCluster& cluster, const std::vector<SignedArticle>& articles) {
    std::vector<Candidate> candidates;
    for (const StoryMember& member : cluster) {
        const Record record = record_of(articles[member.article]);
        const bool first = member.article == cluster.front().article;
        candidates.push_back({facts_of(record.findings),
                              record.date,
                              record.text.size(),
                              {record.id, first ? "" : std::string(to_string(member.likeness))}});
    }
    std::sort(candidates.begin(), candidates.end());
    StoryVersions versions;
    for (Candidate& candidate : candidates) versions.push_back(std::move(candidate.version));
    return versions;
}

// Asks for what is stored of stories' articles, where that has to be asked for, in one go.
void want_records(const std::vector<StoryCluster>& clusters,
                  const std::vector<SignedArticle>& articles) {
    std::unordered_set<RemoteSegment*> asked;
    for (const StoryCluster& cluster : clusters) {
        for (const StoryMember& member : cluster) {
            const SignedArticle& article = articles[member.article];
            RemoteSegment* remote = article.segment->remote.get();
            if (remote == nullptr) continue;
            want_record(*article.segment, article.document);
            asked.insert(remote);
        }
    }
    for (RemoteSegment* remote : asked) remote->flush();
}

// Adds the stories that articles tell.
void add_stories(std::vector<SignedArticle>& articles, std::vector<StoryVersions>& stories) {
    std::sort(articles.begin(), articles.end(),
              [](const SignedArticle& a, const SignedArticle& b) { return a.id < b.id; });
    std::vector<StorySignature> signatures;
    signatures.reserve(articles.size());
    for (SignedArticle& article : articles) signatures.push_back(std::move(article.signature));
    const std::vector<StoryCluster> clusters = find_clusters(signatures);
    want_records(clusters, articles);
    for (const StoryCluster& cluster : clusters) stories.push_back(versions_in(cluster, articles));
}

Stories in_order(std::vector<StoryVersions> stories) {
    std::sort(stories.begin(), stories.end(), [](const StoryVersions& a, const StoryVersions& b) {
        return a.front().id < b.front().id;
    });
    return Stories(stories);
}

class Update {
 public:
    Update(const Stories& before, const std::vector<Segment>& segments)
        : before_(before), segments_(segments) {}

    void add_new(Xapian::docid first) {
        const Segment& segment = segments_.back();
        for_each_signature(segment, first, [&](Xapian::docid document, StorySignature signature) {
            add(segment, document, std::move(signature));
        });
    }

    void add_likely() {
        std::vector<StorySignature> signatures;
        for (const SignedArticle& article : articles_) signatures.push_back(article.signature);
        const LikelyVersions likely(signatures);
        for (const Segment& segment : segments_) {
            for_each_signature(segment, 1, [&](Xapian::docid document, StorySignature signature) {
                if (likely.may_hold(signature)) add(segment, document, std::move(signature));
            });
        }
    }

    // A story that such an article was in is made anew from what is left of it.
    void reopen(const std::string& id) {
        const Story* story = before_.versions_of(id);
        if (story == nullptr || !reopened_.insert(story).second) return;
        for (const KeptVersion& version : *story) add_known(std::string(version.id));
    }

    Stories finish() {
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const std::string id = articles_[i].id;  // more articles may come meanwhile
            reopen(id);
        }
        std::vector<StoryVersions> stories;
        for (const Story& story : before_.all()) {
            if (!reopened_.contains(&story)) stories.push_back(copy_of(story));
        }
        add_stories(articles_, stories);
        return in_order(std::move(stories));
    }

 private:
    void add(const Segment& segment, Xapian::docid document, StorySignature signature) {
        std::string id = id_of(segment, document);
        if (!known_.insert(id).second) return;
        articles_.push_back({std::move(id), std::move(signature), &segment, document});
    }

    void add_known(const std::string& id) {
        if (known_.contains(id)) return;
        for (const Segment& segment : segments_) {
            const DocumentNumbers documents = documents_with(segment, id_term(id));
            if (documents.empty()) continue;
            const std::string bytes =
                segment.database.get_document(documents.front()).get_value(slot_of(Field::story));
            if (auto signature = StorySignature::decode(bytes)) {
                add(segment, documents.front(), std::move(*signature));
            }
        }
    }

    const Stories& before_;
    const std::vector<Segment>& segments_;
    std::vector<SignedArticle> articles_;
    std::unordered_set<std::string> known_;  // their ids
    std::unordered_set<const Story*> reopened_;
};

// A search of few articles does not write anything.
constexpr Xapian::doccount kWorthKeeping = 2000;

// Says which articles these are: what the segments hold, and what of it has been deleted.
std::string state_of(const IndexReader& index) {
    std::string state = index.database().get_uuid();
    for (const Segment& segment : index.segments()) {
        if (segment.deleted.empty()) continue;
        state += " " + segment.folder;
        for (const std::uint32_t document : segment.deleted) {
            state += "," + std::to_string(document);
        }
    }
    return state;
}

}  // namespace

Stories find_stories(const std::vector<Segment>& segments) {
    std::vector<SignedArticle> articles;
    for (const Segment& segment : segments) {
        for_each_signature(segment, 1, [&](Xapian::docid document, StorySignature signature) {
            articles.push_back(
                {id_of(segment, document), std::move(signature), &segment, document});
        });
    }
    std::vector<StoryVersions> stories;
    add_stories(articles, stories);
    return in_order(std::move(stories));
}

Stories stories_of(const IndexReader& index) {
    if (index.indexes() == 1) return Stories::decode(index.state(kStateStories));
    if (index.state_path(kStateKnowledge).empty()) return {};
    if (!index.is_remote() && index.documents() < kWorthKeeping) {
        return find_stories(index.segments());
    }
    // All who search the same articles find the same.
    const std::string cache = outline_cache();
    const std::string name =
        std::string(kStoriesInCache) + std::to_string(content_hash(state_of(index)));
    if (const auto kept = kept_in_cache(cache, name)) return Stories::decode(*kept);
    Stories found = find_stories(index.segments());
    keep_in_cache(cache, name, found.encode());
    return found;
}

Stories update_stories(const Stories& before, const std::set<std::string>& gone,
                       const std::vector<Segment>& segments, Xapian::docid first_new) {
    Update update(before, segments);
    update.add_new(first_new);
    update.add_likely();
    for (const std::string& id : gone) update.reopen(id);
    return update.finish();
}

}  // namespace sinodex
