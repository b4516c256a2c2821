// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/figures.h"

#include "searcher/query/tags.h"
#include "searcher/views/build.h"
#include "searcher/views/figure_groups.h"

namespace sinodex {
namespace {

WantedFigures wanted_by(const ParsedQuery& parsed, const UnderstoodQuery& query) {
    WantedFigures wanted;
    wanted.labels = labels_in(parsed.text);
    for (const QueryConcept& named : query.concepts) {
        const bool itself = std::holds_alternative<EntityMeaning>(named.is);
        auto& entities = itself ? wanted.entities : wanted.related;
        const auto ids = entities_of(named);
        entities.insert(entities.end(), ids.begin(), ids.end());
        const auto* asked = std::get_if<AmountMeaning>(&named.is);
        if (asked != nullptr) wanted.amounts.push_back(asked->amount);
    }
    return wanted;
}

}  // namespace

Figures build_figures(Session& session, const SearchRequest& given, std::size_t limit) {
    const ParsedQuery parsed = session.read(given);
    const UnderstoodQuery query = session.understood(parsed, given.expand);
    const SearchRequest request = as_asked(given, parsed);
    SearchTools& tools = session.begin_search();
    Figures view;
    MatchSummary& summary = view.matches;
    summary.query = parsed.text;
    summary.interpretation = to_string(query);
    summary.warnings = warnings_of(query);
    FigureFinder finder(tools.domain().knowledge, tools.domain().finder);
    std::vector<FoundFigure> found;
    const auto visit = [&](const MatchingArticle& article, const ScoredArticle& scored) {
        if (summary.articles == kFigureArticles) {
            summary.complete = false;
            return false;
        }
        ++summary.articles;
        for (const ScoredPassage& passage : scored.passages) {
            if (!passage.matches && !query.terms.empty()) continue;
            if (query.tags && !tags_allow(*query.tags, article.record.id,
                                          article.record.first_passage + passage.number)) {
                continue;
            }
            finder.find(article.record, passage, found);
        }
        return true;
    };
    visit_passages(tools, request, query, kFigureArticles + 1, visit);
    view.groups = group_figures(std::move(found), wanted_by(parsed, query));
    view.found = view.groups.size();
    if (view.found > limit) view.groups.resize(limit);
    return view;
}

}  // namespace sinodex
