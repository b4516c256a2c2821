#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace sinodex {

// How rare terms are among a database's articles. Remembers what it was asked for, up to a bound:
// the vocabulary of a search's passages is met again and again. Not thread-safe.
class TermStatistics {
   public:
    explicit TermStatistics(const Xapian::Database& database);

    // Inverse document frequency, always positive: log(1 + (N - n + 0.5) / (n + 0.5)), with n of N
    // articles holding the term (Robertson and Sparck Jones 1976, as Lucene smooths it).
    double idf(std::string_view term);

    // Of a passage, in terms.
    double average_passage_length() const { return average_passage_length_; }

   private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    Xapian::Database database_;
    double articles_;
    double average_passage_length_;
    std::unordered_map<std::string, double, Hash, std::equal_to<>> known_;
};

}  // namespace sinodex
