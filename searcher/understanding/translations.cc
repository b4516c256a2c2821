// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/translations.h"

#include <algorithm>
#include <cmath>

#include "searcher/understanding/concepts.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

// A translation is this much less likely with each one that the dictionary puts before it, and
// half as likely where it is, or is of, a single character, which means too many things.
constexpr double kRankDecay = 0.3;
constexpr double kSingleCharacter = 0.5;

constexpr std::size_t kMaxShown = 5;  // in explanations

// An English word or a Chinese character of a query.
struct Unit {
    std::string term;  // stem, or folded character
    ByteRange range;   // of the node's text
    bool chinese;
};

std::vector<Unit> units_of(const std::vector<Token>& tokens, TermMaker& terms) {
    std::vector<Unit> units;
    std::uint32_t position = UINT32_MAX;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
        if (token.position == position) continue;  // another spelling of the same word
        position = token.position;
        units.push_back(
            {std::string(terms.term(token)), token.range, token.kind == TokenKind::han_char});
    }
    return units;
}

class Translator {
 public:
    Translator(const UnderstandingTools& tools, UnderstoodQuery& understood)
        : tools_(tools),
          dictionary_(tools.domain.dictionary),
          result_(understood),
          articles_(tools.index.documents()) {}

    void visit(const QueryNode& node) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        if (node.kind == Kind::words) translate(node);
        for (const QueryNode& child : node.children) visit(child);
    }

 private:
    void translate(const QueryNode& node) {
        const std::vector<Unit> units = units_of(tools_.analyzer.analyze(node.text), tools_.terms);
        for (std::size_t first = 0; first < units.size();) {
            std::size_t count = longest(units, first);
            while (count > 0 && !add(node, units, first, count)) --count;
            first += std::max<std::size_t>(count, 1);
        }
    }

    // How many units from `first` on may be one phrase: of one language, none of them named.
    std::size_t longest(const std::vector<Unit>& units, std::size_t first) const {
        const std::size_t most =
            units[first].chinese ? Dictionary::kMaxCharacters : Dictionary::kMaxWords;
        std::size_t count = 0;
        while (count < most && first + count < units.size() &&
               units[first + count].chinese == units[first].chinese) {
            ++count;
        }
        return count;
    }

    // Adds the concept of some units; false when no article holds a translation of them.
    bool add(const QueryNode& node, const std::vector<Unit>& units, std::size_t first,
             std::size_t count) {
        std::vector<Translation> known = look_up(units, first, count);
        if (known.empty()) return false;
        const ByteRange text{units[first].range.begin, units[first + count - 1].range.end};
        QueryConcept translated;
        translated.kind = QueryConcept::Kind::translation;
        translated.span = {text.begin + node.span.begin, text.end + node.span.begin};
        if (is_named(translated.span)) return false;
        translated.covers = terms_within(result_, translated.span);
        if (translated.covers.empty()) return false;
        const bool single = units[first].chinese && count == 1;
        for (const Translation& each : known) add_alternative(each, single, translated);
        if (translated.alternatives.empty()) return false;
        keep_best(translated);
        compare_with_words(translated);
        result_.concepts.push_back(std::move(translated));
        return true;
    }

    std::vector<Translation> look_up(const std::vector<Unit>& units, std::size_t first,
                                     std::size_t count) const {
        if (!units[first].chinese) {
            std::vector<std::string> stems;
            for (std::size_t i = first; i < first + count; ++i) stems.push_back(units[i].term);
            return dictionary_.of_english(stems);
        }
        std::string word;
        for (std::size_t i = first; i < first + count; ++i) word.append(units[i].term);
        return dictionary_.of_chinese(word);
    }

    bool is_named(ByteRange range) const {
        return std::any_of(result_.concepts.begin(), result_.concepts.end(),
                           [&](const QueryConcept& named) {
                               return is_mere_name(named) && named.span.begin < range.end &&
                                      range.begin < named.span.end;
                           });
    }

    void add_alternative(const Translation& translation, bool single, QueryConcept& translated) {
        Alternative other;
        other.text = translation.text;
        other.phrase.stems = true;
        for (const std::string& term : translation.terms) other.phrase.positions.push_back({term});
        const bool chinese = is_chinese(translation);
        other.terms = chinese ? pairs_of(translation.terms) : translation.terms;
        other.articles = held(other.terms);
        if (other.articles == 0) return;
        single = single || (chinese && translation.terms.size() == 1);
        other.weight = (single ? kSingleCharacter : 1) / (1 + kRankDecay * translation.rank);
        translated.alternatives.push_back(std::move(other));
    }

    static bool is_chinese(const Translation& translation) {
        return static_cast<unsigned char>(translation.text.front()) >= 0x80;
    }

    // The index terms of a Chinese word: pairs of neighbours.
    static std::vector<std::string> pairs_of(const std::vector<std::string>& characters) {
        if (characters.size() == 1) return characters;
        std::vector<std::string> pairs;
        for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
            pairs.push_back(characters[i] + characters[i + 1]);
        }
        return pairs;
    }

    // In how many articles all of some terms stand, at most.
    Xapian::doccount held(const std::vector<std::string>& terms) const {
        Xapian::doccount least = articles_;
        for (const std::string& term : terms) {
            least = std::min(least, tools_.index.frequency(term));
            if (least == 0) break;
        }
        return least;
    }

    // The likeliest translations, of equally likely ones the more frequent.
    void keep_best(QueryConcept& translated) const {
        auto& all = translated.alternatives;
        std::stable_sort(all.begin(), all.end(), [](const Alternative& a, const Alternative& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.articles > b.articles;
        });
        if (all.size() > kMaxTranslations) all.resize(kMaxTranslations);
        for (std::size_t i = 0; i < all.size(); ++i) {
            translated.articles += all[i].weight * all[i].articles;
            if (i < kMaxShown) {
                translated.label.append(i == 0 ? "" : ", ").append(all[i].text);
            } else if (i == kMaxShown) {
                translated.label.append(", ...");
            }
        }
        translated.articles = std::min<double>(translated.articles, articles_);
    }

    // A word is no rarer for being written in the other language.
    void compare_with_words(QueryConcept& translated) const {
        double own = 0;
        for (const std::size_t term : translated.covers) {
            own = std::max<double>(own, tools_.index.frequency(result_.terms[term].term));
        }
        translated.held = own > 0;
        translated.rarity = idf(translated.articles + own) / idf(translated.articles);
    }

    double idf(double articles) const {
        const double rest = std::max(articles_ - articles, 0.0);
        return std::log(1 + (rest + 0.5) / (articles + 0.5));
    }

    const UnderstandingTools& tools_;
    const Dictionary& dictionary_;
    UnderstoodQuery& result_;
    Xapian::doccount articles_;
};

}  // namespace

void add_translations(const ParsedQuery& query, const UnderstandingTools& tools,
                      UnderstoodQuery& understood) {
    if (tools.domain.dictionary.empty()) return;
    Translator(tools, understood).visit(query.root);
}

}  // namespace sinodex
