#include "tests/searcher/long_passages.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/indexer.h"

namespace sinodex::testing {

void index_passages(const std::string& database, const std::vector<std::string>& passages) {
    std::istringstream input(nlohmann::json{{"id", "a"}, {"passages", passages}}.dump());
    IndexOptions options;
    options.database = database;
    options.paths = {"-"};
    options.standard_input = &input;
    options.threads = 1;
    index_documents(options);
}

}  // namespace sinodex::testing
