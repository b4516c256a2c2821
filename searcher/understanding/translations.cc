// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>

#include "searcher/understanding/concepts.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

// So many translations of one word or phrase are searched for, at most.
constexpr std::size_t kMaxTranslations = 12;

// A translation is this much less likely with each one that the dictionary puts before it, and
// half as likely where it is, or is of, a single character, which means too many things. These say
// what is meant, before anything is ranked, and so are no weights of the ranking.
constexpr double kRankDecay = 0.3;
constexpr double kSingleCharacter = 0.5;

constexpr std::size_t kMaxTranslationsShown = 5;  // in explanations

// An English word or a Chinese character of a query.
struct DictionaryUnit {
    std::string term;  // stem, or folded character
    ByteRange range;   // of the node's text
    bool chinese;
};

std::vector<DictionaryUnit> dictionary_units_of(const std::vector<Token>& tokens,
                                                TermMaker& terms) {
    std::vector<DictionaryUnit> units;
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
    Translator(const UnderstandingTools& tools, UnderstoodQuery query)
        : tools_(tools),
          dictionary_(tools.domain.dictionary),
          result_(std::move(query)),
          articles_(tools.index.documents()) {}

    UnderstoodQuery collect(const QueryNode& root) && {
        for (const QueryNode* node : naming_parts(root)) translate(*node);
        return std::move(result_);
    }

 private:
    void translate(const QueryNode& node) {
        const std::vector<DictionaryUnit> units =
            dictionary_units_of(tools_.analyzer.analyze(node.text), tools_.terms);
        for (std::size_t first = 0; first < units.size();) {
            std::size_t count = longest(units, first);
            while (count > 0 && !add(node, units, first, count)) --count;
            first += std::max<std::size_t>(count, 1);
        }
    }

    // How many units from `first` on may be one phrase: of one language, none of them named.
    std::size_t longest(const std::vector<DictionaryUnit>& units, std::size_t first) const {
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
    bool add(const QueryNode& node, const std::vector<DictionaryUnit>& units, std::size_t first,
             std::size_t count) {
        std::vector<Translation> known = look_up(units, first, count);
        if (known.empty()) return false;
        const ByteRange text{units[first].range.begin, units[first + count - 1].range.end};
        if (is_named(result_, in_query(text, node))) return false;
        auto translated = concept_of(TranslationMeaning{}, text, node, result_);
        if (!translated) return false;
        auto& meaning = std::get<TranslationMeaning>(translated->is);
        const bool single = units[first].chinese && count == 1;
        for (const Translation& each : known) add_alternative(each, single, meaning);
        if (meaning.alternatives.empty()) return false;
        keep_best(meaning);
        compare_with_words(translated->covers, meaning);
        translated->label = label_of(alternatives_of(*translated));
        result_.concepts.push_back(std::move(*translated));
        return true;
    }

    std::vector<Translation> look_up(const std::vector<DictionaryUnit>& units, std::size_t first,
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

    static std::string label_of(std::span<const Alternative> alternatives) {
        std::vector<std::string_view> texts;
        for (const Alternative& other : alternatives) texts.push_back(other.text);
        return shown(texts, kMaxTranslationsShown);
    }

    void add_alternative(const Translation& translation, bool single,
                         TranslationMeaning& translated) const {
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
    void keep_best(TranslationMeaning& translated) const {
        auto& all = translated.alternatives;
        std::stable_sort(all.begin(), all.end(), [](const Alternative& a, const Alternative& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.articles > b.articles;
        });
        if (all.size() > kMaxTranslations) all.resize(kMaxTranslations);
        for (const Alternative& other : all) translated.articles += other.weight * other.articles;
        translated.articles = std::min<double>(translated.articles, articles_);
    }

    // A word is no rarer for being written in the other language.
    void compare_with_words(const std::vector<std::size_t>& covers,
                            TranslationMeaning& translated) const {
        double own = 0;
        for (const std::size_t term : covers) {
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
    UnderstoodQuery result_;
    Xapian::doccount articles_;
};

}  // namespace

UnderstoodQuery with_translations(UnderstoodQuery query, const QueryAtHand& at_hand) {
    if (!at_hand.expand.translations || at_hand.tools.domain.dictionary.empty()) return query;
    return Translator(at_hand.tools, std::move(query)).collect(at_hand.parsed.root);
}

}  // namespace sinodex
