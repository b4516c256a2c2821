// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/preferred_phrases.h"

#include "searcher/ranking/near.h"

namespace sinodex {

PreferredPhrases::PreferredPhrases(const UnderstoodQuery& query) : query_(query) {
    for (const std::size_t phrase : query.preferred) filters_.emplace_back(query.phrases[phrase]);
}

void PreferredPhrases::read_title(const Record& record, Analyzer& analyzer,
                                  Vocabulary& vocabulary) {
    in_title_.assign(filters_.size(), false);
    look(record.title, analyzer, vocabulary, in_title_);
}

std::vector<bool> PreferredPhrases::in_passage(const Record& record, std::uint32_t passage,
                                               Analyzer& analyzer, Vocabulary& vocabulary) const {
    std::vector<bool> found = in_title_;
    look(record.at(record.passages[passage]), analyzer, vocabulary, found);
    return found;
}

void PreferredPhrases::look(std::string_view text, Analyzer& analyzer, Vocabulary& vocabulary,
                            std::vector<bool>& found) const {
    const std::vector<Token>* tokens = nullptr;
    for (std::size_t i = 0; i < filters_.size(); ++i) {
        if (found[i] || !filters_[i].may_hold(text)) continue;
        if (tokens == nullptr) tokens = &analyzer.analyze(text);
        const Phrase& phrase = query_.phrases[query_.preferred[i]];
        found[i] = !find_places(phrase, *tokens, vocabulary).empty();
    }
}

}  // namespace sinodex
