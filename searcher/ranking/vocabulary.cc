#include "searcher/ranking/vocabulary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cmath>
#include <string>

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxWords = 1'000'000;
constexpr std::size_t kFirstSlots = 1U << 14U;

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

void Vocabulary::Table::clear() {
    slots_.assign(kFirstSlots, {});
    size_ = 0;
}

std::size_t Vocabulary::Table::place_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    while (slots_[place].number != kNone && slots_[place].hash != hash) place = (place + 1) & mask;
    return place;
}

std::uint32_t Vocabulary::Table::find(std::uint64_t hash) const {
    return slots_[place_of(hash)].number;
}

std::uint32_t Vocabulary::Table::find_or_put(std::uint64_t hash, std::uint32_t fresh) {
    const std::size_t place = place_of(hash);
    if (slots_[place].number != kNone) return slots_[place].number;
    slots_[place] = {hash, fresh};
    if (++size_ * 2 > slots_.size()) grow();
    return fresh;
}

void Vocabulary::Table::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.number != kNone) slots_[place_of(slot.hash)] = slot;
    }
}

Vocabulary::Vocabulary(const Xapian::Database& database)
    : database_(database), articles_(database.get_doccount()) {
    const double passages = static_cast<double>(
        database.get_collection_freq(std::string(info(Field::passages).prefix)));
    const double terms = database.get_avlength() * articles_;
    average_passage_length_ = passages > 0 ? terms / passages : 1;
}

std::uint32_t Vocabulary::number(const Token& token) {
    const std::uint64_t hash = hash_of(token.text);
    const std::uint32_t known = words_.find(hash);
    if (known != kNone) return known;
    return words_.find_or_put(hash, number_of_term(maker_.term(token)));
}

std::uint32_t Vocabulary::number_of_term(std::string_view term) {
    const std::uint32_t number = terms_.find_or_put(hash_of(term), size());
    if (number == size()) {
        const double holding = database_.get_termfreq(std::string(term));
        idf_.push_back(std::log(1 + (articles_ - holding + 0.5) / (holding + 0.5)));
    }
    return number;
}

void Vocabulary::trim() {
    if (words_.size() < kMaxWords) return;
    words_.clear();
    terms_.clear();
    idf_.clear();
}

}  // namespace sinodex
