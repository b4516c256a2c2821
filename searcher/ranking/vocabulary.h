#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/schema/terms.h"
#include "corpus/text/token.h"

namespace sinodex {

// Numbers the terms that a session meets, so that a token costs one look-up: its folded text leads
// to the number of its term, and that to all that is known of the term. Words are known by 64-bit
// hashes alone; two that share one are not to be expected in the lifetime of the universe's news.
// Not thread-safe.
class Vocabulary {
   public:
    explicit Vocabulary(const Xapian::Database& database);

    // The number of a token's index term.
    std::uint32_t number(const Token& token);
    // The number of an index term.
    std::uint32_t number_of_term(std::string_view term);

    // Inverse document frequency, always positive: log(1 + (N - n + 0.5) / (n + 0.5)), with n of N
    // articles holding the term (Robertson and Sparck Jones 1976, as Lucene smooths it).
    double idf(std::uint32_t number) const { return idf_[number]; }

    // Numbers are below this.
    std::uint32_t size() const { return static_cast<std::uint32_t>(idf_.size()); }

    // Of a passage of the database, in terms.
    double average_passage_length() const { return average_passage_length_; }

    // Forgets everything when too much is known. Numbers are good until this is called.
    void trim();

   private:
    // Hash to number; open addressing.
    class Table {
       public:
        Table() { clear(); }
        // The number under `hash`; `fresh` is put there, and returned, when there is none.
        std::uint32_t find_or_put(std::uint64_t hash, std::uint32_t fresh);
        // The number under `hash`, or kNone.
        std::uint32_t find(std::uint64_t hash) const;
        std::size_t size() const { return size_; }
        void clear();

       private:
        struct Slot {
            std::uint64_t hash = 0;
            std::uint32_t number = kNone;
        };
        std::size_t place_of(std::uint64_t hash) const;
        void grow();
        std::vector<Slot> slots_;
        std::size_t size_ = 0;
    };
    static constexpr std::uint32_t kNone = UINT32_MAX;

    Xapian::Database database_;
    double articles_;
    double average_passage_length_;
    TermMaker maker_;
    Table words_;  // folded texts of tokens
    Table terms_;
    std::vector<double> idf_;
};

}  // namespace sinodex
