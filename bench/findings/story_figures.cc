// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/story_figures.h"

#include <algorithm>
#include <unordered_map>

#include "bench/quality/documents.h"
#include "bench/quality/scratch_folder.h"
#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "indexer/indexer.h"

namespace sinodex {
namespace {

// Tells which articles belong together, as pairs have it.
class Together {
 public:
    explicit Together(const std::vector<StoryPair>& pairs) {
        for (const StoryPair& pair : pairs) parent_[root(pair.version)] = root(pair.original);
    }

    bool are(const std::string& a, const std::string& b) { return root(a) == root(b); }

 private:
    std::string root(std::string id) {
        for (auto at = parent_.find(id); at != parent_.end() && at->second != id;
             at = parent_.find(id)) {
            id = at->second;
        }
        return id;
    }

    std::unordered_map<std::string, std::string> parent_;
};

void count_found(const Stories& stories, const StoryPairs& pairs, StoryFigures& figures) {
    figures.kinds.push_back({"all", 0, 0});
    for (const StoryPair& pair : pairs.pairs) {
        const auto* versions = stories.versions_of(pair.version);
        const bool found = versions != nullptr &&
                           std::any_of(versions->begin(), versions->end(),
                                       [&](const auto& one) { return one.id == pair.original; });
        if (!found) figures.missed.push_back(pair);
        for (const std::string& name : {std::string("all"), pair.kind}) {
            if (name.empty()) continue;
            auto kind = std::find_if(figures.kinds.begin(), figures.kinds.end(),
                                     [&](const auto& one) { return one.name == name; });
            if (kind == figures.kinds.end()) kind = figures.kinds.insert(kind, {name, 0, 0});
            ++kind->pairs;
            kind->found += found ? 1U : 0U;
        }
    }
}

// Throws where a pair names what is not there.
std::size_t check_ids(const std::vector<std::string>& paths, const StoryPairs& pairs) {
    std::unordered_set<std::string> ids;
    std::vector<std::string> notes;
    for (const std::string& path : paths) {
        for (BenchDocument& document : read_documents(path, notes)) {
            ids.insert(std::move(document.id));
        }
    }
    for (const StoryPair& pair : pairs.pairs) {
        for (const std::string& id : {pair.version, pair.original}) {
            if (ids.contains(id)) continue;
            throw Error(ErrorKind::input, pair.place + ": no document is called " + id,
                        "ids are paths below the folders that --stories names");
        }
    }
    return ids.size();
}

}  // namespace

double StoryFigures::precision() const {
    const std::size_t all = right + falsely.size();
    return all == 0 ? 1 : static_cast<double>(right) / static_cast<double>(all);
}

StoryFigures compare_stories(const Stories& stories, const StoryPairs& pairs) {
    StoryFigures figures;
    count_found(stories, pairs, figures);
    Together together(pairs.pairs);
    for (const Story& story : stories.all()) {
        std::vector<std::string> ids;
        for (const KeptVersion& version : story) {
            std::string id(version.id);
            if (!pairs.left_out.contains(id)) ids.push_back(std::move(id));
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (together.are(ids[i], ids[j])) {
                    ++figures.right;
                } else {
                    figures.falsely.emplace_back(ids[j], ids[i]);
                }
            }
        }
    }
    return figures;
}

StoryFigures measure_stories(const std::vector<std::string>& paths,
                             const std::vector<std::string>& entity_files,
                             const StoryPairs& pairs) {
    const std::size_t articles = check_ids(paths, pairs);
    const ScratchFolder scratch;
    IndexOptions indexing;
    indexing.database = scratch / "stories.db";
    indexing.paths = paths;
    indexing.entity_files = entity_files;
    index_documents(indexing);
    const IndexReader index(current_generation_path(indexing.database));
    const Stories stories = Stories::decode(index.state(kStateStories));
    StoryFigures figures = compare_stories(stories, pairs);
    figures.articles = articles;
    return figures;
}

}  // namespace sinodex
