#pragma once

#include <string>
#include <string_view>

#include "searcher/session.h"
#include "searcher/views/facets.h"
#include "searcher/views/figures.h"
#include "searcher/views/related.h"
#include "searcher/views/timeline.h"
#include "searcher/views/verify.h"

namespace sinodex {

// The views, by the tools of one session. See Searcher for what they are.
Facets build_facets(Session& session, const SearchRequest& request, std::size_t top);
Timeline build_timeline(Session& session, const SearchRequest& request, TimelineBy by);
RelatedEntities build_related(Session& session, const SearchRequest& request, std::size_t top);
Figures build_figures(Session& session, const SearchRequest& request, std::size_t limit);

// Searcher::more_like and verify in the same way.
SearchResult build_more_like(Session& session, const std::string& id, const SearchRequest& request);
Verification build_verification(Session& session, std::string_view quotation, std::size_t limit);

// What narrows a query down to an entity: company:alibaba.
std::string entity_filter(const Entity& entity);

}  // namespace sinodex
