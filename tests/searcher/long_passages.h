#pragma once

#include <string>
#include <vector>

namespace sinodex::testing {

// Makes a database of one article, "a", that brings its passages itself.
void index_passages(const std::string& database, const std::vector<std::string>& passages);

}  // namespace sinodex::testing
