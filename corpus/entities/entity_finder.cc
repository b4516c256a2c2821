// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/entity_finder.h"

#include "corpus/entities/article_reader.h"
#include "corpus/entities/name_tree.h"

namespace sinodex {

struct EntityFinder::Scratch::State {
    ArticleReader reader;
    ArticleMentions mentions;
};

EntityFinder::Scratch::Scratch() : state_(std::make_unique<State>()) {}
EntityFinder::Scratch::~Scratch() = default;
EntityFinder::Scratch::Scratch(Scratch&&) noexcept = default;
EntityFinder::Scratch& EntityFinder::Scratch::operator=(Scratch&&) noexcept = default;

const ArticleMentions& EntityFinder::find_mentions(std::string_view title, std::string_view text,
                                                   Scratch& scratch) const {
    Scratch::State& state = *scratch.state_;
    state.mentions.title.clear();
    state.mentions.text.clear();
    state.reader.read(knowledge_.names(), title, text, state.mentions);
    return state.mentions;
}

std::vector<Mention> EntityFinder::find_in_query(std::string_view query) const {
    std::vector<Mention> mentions;
    ArticleReader().read_query(knowledge_.names(), query, mentions);
    return mentions;
}

}  // namespace sinodex
