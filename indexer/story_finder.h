#pragma once

#include <string>

#include "corpus/schema/stories.h"

namespace sinodex {

// The stories of which a database holds several versions, from the signatures that its documents
// have. The best-written version of each stands first: the one that mentions most entities, amounts
// and dates that can be recognised, since rewriting loses some; then the oldest; then the longest;
// then by id.
Stories find_stories(const std::string& generation_path);

}  // namespace sinodex
