// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/api/article.h"
#include "searcher/api/facets.h"
#include "searcher/api/figures.h"
#include "searcher/api/related.h"
#include "searcher/api/timeline.h"
#include "searcher/ranking/search_bounds.h"
#include "searcher/retrieval/session.h"

namespace sinodex {

// The views, by the tools of one session. See Searcher for what they are.
Facets build_facets(Session& session, const SearchRequest& request, std::size_t top);
Timeline build_timeline(Session& session, const SearchRequest& request, TimelineBy by);
RelatedEntities build_related(Session& session, const SearchRequest& request, std::size_t top);
Figures build_figures(Session& session, const SearchRequest& request, std::size_t limit);

// Searcher::more_like in the same way.
SearchResult build_more_like(Session& session, const std::string& id, const SearchRequest& request);

// Searcher::article and Searcher::passage in the same way.
StoredArticle build_article(Session& session, const std::string& id, const SearchBounds& bounds);
SearchHit build_passage(Session& session, const std::string& id, std::uint32_t context,
                        const SearchBounds& bounds);

// The filter that narrows a query down to an entity: company:alibaba.
std::string entity_filter(const Entity& entity);

}  // namespace sinodex
