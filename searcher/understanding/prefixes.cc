// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/prefixes.h"

#include <algorithm>
#include <array>
#include <set>

#include "corpus/schema/word_forms.h"

namespace sinodex {
namespace {

// So many terms of the index are looked at.
constexpr std::size_t kMaxScanned = 20'000;

// English words end with these, which their stems do not have.
constexpr std::array kEndings{
    "",         "e",       "s",       "es",        "ed",      "er",       "ers",      "ing",
    "ings",     "ly",      "y",       "ies",       "ied",     "ion",      "ions",     "ional",
    "ation",    "ations",  "ational", "ator",      "ators",   "ate",      "ates",     "ated",
    "ating",    "ative",   "atively", "al",        "als",     "ally",     "ality",    "alism",
    "ance",     "ances",   "ancy",    "ence",      "ences",   "ency",     "encies",   "ent",
    "ents",     "ently",   "ant",     "ants",      "ment",    "ments",    "ement",    "able",
    "ably",     "ability", "ible",    "ibly",      "ibility", "ic",       "ics",      "ical",
    "ically",   "icity",   "icate",   "ful",       "fully",   "fulness",  "less",     "lessly",
    "lessness", "ous",     "ously",   "ousness",   "ive",     "ives",     "ively",    "iveness",
    "ivity",    "ize",     "izes",    "ized",      "izing",   "izer",     "izers",    "ization",
    "izations", "ise",     "ises",    "ised",      "ising",   "isation",  "ism",      "isms",
    "ist",      "ity",     "ities",   "iti",       "ness",    "tional",   "tionally", "logy",
    "logies",   "logist",  "bly",     "edly",      "ingly",   "eed",      "eedly",    "alize",
    "alized",   "alizes",  "alizing", "alization", "alist",   "alists",   "alities",  "ements",
    "ionally",  "iness",   "ier",     "iest",      "ily",     "entially", "ential"};

struct Found {
    std::string term;
    Xapian::doccount articles;
};

class Completions {
 public:
    Completions(std::string_view field_prefix, const Xapian::Database& database, TermMaker& terms)
        : field_(field_prefix), database_(database), terms_(terms) {}

    void scan(const std::string& beginning) {
        const std::string start = field_ + beginning;
        std::size_t scanned = 0;
        for (auto at = database_.allterms_begin(start);
             at != database_.allterms_end(start) && scanned < kMaxScanned; ++at, ++scanned) {
            found_.push_back({(*at).substr(field_.size()), at.get_termfreq()});
        }
    }

    // Stems that the beginning does not begin: it reaches into the ending that they lost.
    void complete(const std::string& beginning) {
        std::set<std::string> stems;
        for (const std::string_view ending : kEndings) {
            for (std::size_t overlap = 0; overlap <= ending.size(); ++overlap) {
                if (!beginning.ends_with(ending.substr(0, overlap))) continue;
                const std::string word = beginning + std::string(ending.substr(overlap));
                stems.emplace(terms_.term({{}, 0, TokenKind::word, false, word}));
            }
        }
        for (const std::string_view form : irregular_forms(beginning)) {
            stems.emplace(terms_.term({{}, 0, TokenKind::word, false, form}));
        }
        for (const std::string& stem : stems) {
            if (stem.starts_with(beginning)) continue;
            const Xapian::doccount articles = database_.get_termfreq(field_ + stem);
            if (articles > 0) found_.push_back({stem, articles});
        }
    }

    std::pair<std::vector<std::string>, bool> most_frequent() {
        const bool cut = found_.size() > kMaxCompletions;
        std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return a.articles != b.articles ? a.articles > b.articles : a.term < b.term;
        });
        if (cut) found_.resize(kMaxCompletions);
        std::vector<std::string> terms;
        for (Found& found : found_) terms.push_back(std::move(found.term));
        std::sort(terms.begin(), terms.end());
        return {std::move(terms), cut};
    }

 private:
    std::string field_;
    const Xapian::Database& database_;
    TermMaker& terms_;
    std::vector<Found> found_;
};

}  // namespace

std::pair<std::vector<std::string>, bool> completions(std::string_view beginning,
                                                      std::string_view field_prefix, bool stems,
                                                      const Xapian::Database& database,
                                                      TermMaker& terms) {
    Completions found(field_prefix, database, terms);
    const std::string start(beginning);
    found.scan(start);
    if (stems && start.front() >= 'a' && start.front() <= 'z') found.complete(start);
    return found.most_frequent();
}

const std::vector<std::string>& Prefixes::of(std::string_view beginning,
                                             std::string_view field_prefix, bool stems,
                                             ByteRange span, std::vector<QueryWarning>& warnings) {
    const std::string key = std::string(field_prefix).append(":").append(beginning);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    auto [found, cut] = completions(beginning, field_prefix, stems, index_.database(), terms_);
    std::erase_if(found, [&](const std::string& term) {
        return index_.has_deleted() && !index_.holds(std::string(field_prefix).append(term));
    });
    if (cut) {
        warnings.push_back(
            {span, "over 100 words begin so; only the most frequent ones were searched for"});
    }
    return known_.emplace(key, std::move(found)).first->second;
}

}  // namespace sinodex
