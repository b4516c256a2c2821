#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/schema/terms.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Finds a query's terms among the tokens of texts. Refers to the query; not thread-safe.
class QueryTerms {
   public:
    static constexpr int kNone = -1;

    QueryTerms(const UnderstoodQuery& query, TermMaker& maker);

    // Which of the query's terms a token is, by number, or kNone.
    int find(const Token& token);
    // The same for a token's index term.
    int find(std::string_view term) const;
    std::size_t size() const { return size_; }

   private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, int, Hash, std::equal_to<>> numbers_;
    TermMaker& maker_;
    std::size_t size_;
};

}  // namespace sinodex
