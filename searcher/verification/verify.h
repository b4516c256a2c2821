// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "searcher/api/verification.h"
#include "searcher/ranking/search_bounds.h"
#include "searcher/retrieval/session.h"

namespace sinodex {

// Looks a quotation up with the tools of one session; see Searcher::verify.
Verification build_verification(Session& session, std::string_view quotation, std::size_t limit,
                                const SearchBounds& bounds);

}  // namespace sinodex
