// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {

inline constexpr const char* kIndexProgram = SINODEX_BIN_DIR "/sinodex-index";
inline constexpr const char* kSearchProgram = SINODEX_BIN_DIR "/sinodex-search";
inline constexpr const char* kArticles = SINODEX_SOURCE_DIR "/corpus/articles";

// A database that sinodex-index made of a folder, gone when this is.
class IndexedFolder {
 public:
    explicit IndexedFolder(const std::string& path);
    std::string database() const { return folder_ / "db"; }

 private:
    TemporaryFolder folder_;
};

// The one of the articles shipped with Sinodex, made once a test program.
const std::string& corpus_database();

// sinodex-search over the shipped articles.
ProcessEnd search_corpus(std::vector<std::string> arguments, std::string_view input = "");

// The ids of articles of a TREC run over passages, in their order, each once a passage.
std::vector<std::string> articles_of_run(const std::string& run);

}  // namespace sinodex::testing
