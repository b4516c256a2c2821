// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspection.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/error.h"
#include "corpus/passages/boilerplate.h"
#include "corpus/passages/repetitions.h"
#include "corpus/readers/document_stream.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"
#include "corpus/stories/clusters.h"
#include "indexer/document_builder.h"
#include "indexer/memory_budget.h"
#include "indexer/passage_history.h"
#include "indexer/reading.h"

namespace sinodex {
namespace {

// Frequencies of entity terms, all sections of an article taken together.
std::map<std::string, std::uint32_t> weights_in(const std::vector<BuiltDocument>& documents,
                                                const TermIds& terms) {
    std::map<std::string, std::uint32_t> weights;
    const std::string prefix(info(Field::entity).prefix);
    for (const BuiltDocument& document : documents) {
        for (const BuiltDocument::Term term : document.terms) {
            const std::string& text = terms.term(term.number);
            if (text.starts_with(prefix)) weights[text.substr(prefix.size())] += term.frequency;
        }
    }
    return weights;
}

class Inspector {
 public:
    Inspector(const IndexOptions& options, Repetitions known)
        : repetitions_(std::move(known)),
          knowledge_(knowledge_of(options)),
          finder_(knowledge_ ? std::optional<EntityFinder>(*knowledge_) : std::nullopt),
          analyzer_(finder_ ? &*finder_ : nullptr),
          builder_(knowledge_ ? &*knowledge_ : nullptr, finder_ ? &*finder_ : nullptr,
                   memory_plan(options.memory, 1).words) {}

    void read(const RawDocument& document) {
        Inspection inspection;
        inspection.origin = document.origin;
        inspection.article = read_to_index(document);
        edges_.push_back(edges_of(inspection.article, Boilerplate::built_in()));
        repetitions_.learn(edges_.back());
        inspections_.push_back(std::move(inspection));
    }

    // All that was read, with its stories. Words alone tell too little of a story.
    std::vector<Inspection>& finish() {
        for (std::size_t i = 0; i < inspections_.size(); ++i) {
            inspections_[i].article.repeated = repetitions_.find(edges_[i]);
            analyze(inspections_[i]);
        }
        if (!knowledge_) return inspections_;
        for (const StoryCluster& cluster : find_clusters(signatures_)) {
            for (const StoryMember& one : cluster) {
                for (const StoryMember& other : cluster) {
                    if (one.article != other.article) add_version(one.article, other.article);
                }
            }
        }
        return inspections_;
    }

 private:
    void analyze(Inspection& inspection) {
        inspection.found = analyzer_.analyze(inspection.article);
        builder_.start_batch();
        const auto documents = builder_.build(inspection.article, 0, history_);
        inspection.lang = decode_record(documents.front().record).lang;
        add_entities(weights_in(documents, builder_.terms()), inspection);
        const std::string& signature = documents.front().value(Field::story);
        signatures_.push_back(StorySignature::decode(signature).value_or(StorySignature{}));
        inspection.words = signatures_.back().length;
    }

    // Lists the entities of the mentions, and makes these point at the list.
    void add_entities(const std::map<std::string, std::uint32_t>& weights, Inspection& inspection) {
        std::map<EntityNumber, InspectedEntity> by_number;
        const auto count = [&](const std::vector<Mention>& mentions) {
            for (const Mention& mention : mentions) {
                ++by_number[mention.entity].mentions[static_cast<std::size_t>(mention.kind)];
            }
        };
        count(inspection.found.mentions.title);
        count(inspection.found.mentions.text);
        for (auto& [number, listed] : by_number) {
            const Entity& entity = knowledge_->entity(number);
            const auto weight = weights.find(entity.id);
            listed.id = entity.id;
            listed.name = entity.name;
            listed.type = entity.type;
            listed.weight = weight == weights.end() ? 0 : weight->second;
            inspection.entities.push_back(listed);
        }
        std::sort(inspection.entities.begin(), inspection.entities.end(),
                  [](const auto& a, const auto& b) {
                      return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
                  });
        renumber(inspection);
    }

    void renumber(Inspection& inspection) const {
        std::map<EntityNumber, EntityNumber> places;
        for (const InspectedEntity& entity : inspection.entities) {
            places.emplace(*knowledge_->find(entity.id), static_cast<EntityNumber>(places.size()));
        }
        for (auto* mentions : {&inspection.found.mentions.title, &inspection.found.mentions.text}) {
            for (Mention& mention : *mentions) mention.entity = places.at(mention.entity);
        }
    }

    void add_version(std::size_t one, std::size_t other) {
        const auto alike = likeness(signatures_[one], signatures_[other]);
        inspections_[one].versions.push_back(
            {inspections_[other].article.id, alike ? std::string(to_string(*alike)) : "indirect"});
    }

    Repetitions repetitions_;
    std::optional<Knowledge> knowledge_;
    std::optional<EntityFinder> finder_;
    ArticleAnalyzer analyzer_;
    DocumentBuilder builder_;
    PassageHistory history_{1};  // every article is new
    std::vector<ArticleEdges> edges_;
    std::vector<Inspection> inspections_;
    std::vector<StorySignature> signatures_;
};

// Reads what a database keeps as a whole; empty when none is named.
std::string stored(std::string_view key, const std::string& database) {
    if (database.empty()) return {};
    const std::string path = current_generation_path(database);
    try {
        return IndexReader(path).state(key);
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, path + ": " + error.get_description(),
                    "build it anew: sinodex-index --rebuild");
    }
}

}  // namespace

IndexReport inspect_documents(const IndexOptions& options,
                              const std::function<void(const Inspection&)>& visit) {
    DocumentStream stream(options.paths, {options.max_document_bytes, options.standard_input});
    const Stories stories = Stories::decode(stored(kStateStories, options.database));
    Inspector inspector(options, Repetitions::decode(stored(kStateRepetitions, options.database)));
    IndexReport report;
    RawDocument document;
    while (stream.next(document)) {
        report.bytes += document.bytes.size();
        try {
            inspector.read(document);
            ++report.read;
        } catch (const UnreadableDocument& unreadable) {
            ++report.skipped;
            if (report.skipped_documents.size() < IndexReport::kMaxNamed) {
                report.skipped_documents.push_back(skipped(document, unreadable));
            }
        }
        document = {};
    }
    report.ignored_files = stream.ignored_files();
    report.ignored_links = stream.ignored_links();
    report.ignored_parts = stream.ignored_parts();
    for (Inspection& inspection : inspector.finish()) {
        if (const Story* story = stories.versions_of(inspection.article.id)) {
            inspection.stored_versions = copy_of(*story);
        }
        report.replaced_bytes += inspection.article.replaced_bytes;
        visit(inspection);
    }
    return report;
}

}  // namespace sinodex
