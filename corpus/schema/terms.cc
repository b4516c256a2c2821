// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/terms.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

#include "corpus/schema/word_forms.h"

namespace sinodex {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return XXH3_64bits(text.data(), text.size());
    }
};

// News in one language has some hundred thousand words; what comes beyond is noise, so the cache
// starts anew instead of growing.
constexpr std::size_t kMaxCached = 500'000;

constexpr std::size_t kMaxIdInTerm = 200;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z'); }

}  // namespace

struct TermMaker::State {
    Xapian::Stem stem{"english"};
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems;
};

TermMaker::TermMaker() : state_(std::make_unique<State>()) {}
TermMaker::~TermMaker() = default;
TermMaker::TermMaker(TermMaker&&) noexcept = default;
TermMaker& TermMaker::operator=(TermMaker&&) noexcept = default;

std::string_view TermMaker::term(const Token& token) {
    if (token.kind != TokenKind::word || !is_ascii_letter(token.text.front())) return token.text;
    auto& stems = state_->stems;
    const auto found = stems.find(token.text);
    if (found != stems.end()) return found->second;
    if (stems.size() >= kMaxCached) stems.clear();
    const std::string word(token.text);
    const std::string base(base_form(word));
    return stems.emplace(word, stays_apart(base) ? base : state_->stem(base)).first->second;
}

std::string id_term(std::string_view id) {
    std::string term(info(Field::id).prefix);
    if (id.size() <= kMaxIdInTerm && id.find('\0') == id.npos) return term.append(id);
    const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
    return term.append(id.substr(0, kMaxIdInTerm / 2))
        .append("#")
        .append(std::to_string(hash.high64))
        .append(std::to_string(hash.low64));
}

std::string date_value(std::string_view date, char fill) {
    std::string value;
    for (const char c : date) {
        if (c >= '0' && c <= '9') value.push_back(c);
    }
    if (value.empty()) return value;
    value.resize(8, fill);
    return value;
}

std::vector<std::string> mentioned_terms(DayRange days) {
    constexpr int kMaxMonths = 24;
    constexpr int kMaxYears = 30;
    const std::string prefix(info(Field::mentions).prefix);
    std::vector<std::string> terms;
    if (days.from == days.to) terms.push_back(prefix + date_value(day_text(days.from)));
    const int first = year_in(days.from) * 12 + month_in(days.from) - 1;
    const int last = year_in(days.to) * 12 + month_in(days.to) - 1;
    if (last - first < kMaxMonths) {
        for (int month = first; month <= last; ++month) {
            const DayRange whole = month_of(month / 12, month % 12 + 1);
            terms.push_back(prefix + date_value(day_text(whole.from)).substr(0, 6));
        }
    }
    for (int year = first / 12; year <= std::min(last / 12, first / 12 + kMaxYears - 1); ++year) {
        terms.push_back(prefix + date_value(day_text(year_of(year).from)).substr(0, 4));
    }
    return terms;
}

std::uint64_t content_hash(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace sinodex
