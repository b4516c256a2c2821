// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/domain.h"

#include "corpus/error.h"
#include "corpus/remote/shard_link.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/stored_knowledge.h"
#include "corpus/schema/story_finder.h"

namespace sinodex {

std::shared_ptr<const Domain> load_domain(const IndexReader& index) {
    try {
        Knowledge knowledge = stored_knowledge(index.manifest());
        EntityFinder finder(knowledge);
        Stories stories = stories_of(index);
        Analyzer analyzer({true, false});
        TermMaker terms;
        SynonymTable synonyms(Synonyms::built_in(), analyzer, terms);
        MappedFile stored(index.state_path(kDictionaryName));
        const Dictionary dictionary =
            stored.bytes().empty() ? Dictionary() : Dictionary(stored.bytes());
        return std::make_shared<const Domain>(Domain{std::move(knowledge), std::move(finder),
                                                     std::move(stories), std::move(synonyms),
                                                     std::move(stored), dictionary});
    } catch (const LostShard&) {
        throw;
    } catch (const Error& error) {
        throw Error(ErrorKind::database,
                    std::string("the database's knowledge is damaged: ") + error.what(),
                    "build it anew: sinodex-index --rebuild");
    }
}

}  // namespace sinodex
