#pragma once

#include "searcher/session.h"
#include "searcher/views/facets.h"
#include "searcher/views/related.h"
#include "searcher/views/timeline.h"

namespace sinodex {

// The views, by the tools of one session. See Searcher for what they are.
Facets build_facets(Session& session, const SearchRequest& request, std::size_t top);
Timeline build_timeline(Session& session, const SearchRequest& request, TimelineBy by);
RelatedEntities build_related(Session& session, const SearchRequest& request, std::size_t top);

// What narrows a query down to an entity: company:alibaba.
std::string entity_filter(const Entity& entity);

}  // namespace sinodex
