// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>

#include "searcher/understanding/concepts.h"
#include "searcher/understanding/foreign_names.h"
#include "searcher/understanding/spelling.h"
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

constexpr std::size_t kLeastNameLetters = 4;

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// A word in small letters; empty where it is not of the letters a to z.
std::string small_letters(std::string_view word) {
    std::string small;
    for (const char letter : word) {
        small += is_capital(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
        if (small.back() < 'a' || small.back() > 'z') return {};
    }
    return small;
}

class Translator {
 public:
    Translator(const UnderstandingTools& tools, UnderstoodQuery query)
        : tools_(tools),
          dictionary_(tools.domain.dictionary),
          result_(std::move(query)),
          articles_(tools.index.documents()) {}

    // Asks other machines, in one go, for all that may have to be known of names; false where
    // nothing has to be asked for.
    bool ask_ahead(const QueryNode& root) const {
        bool asks = false;
        for (const QueryNode* node : naming_parts(root)) {
            for (const DictionaryUnit& unit :
                 dictionary_units_of(tools_.analyzer.analyze(node->text), tools_.terms)) {
                if (unit.chinese || !dictionary_.of_english({unit.term}).empty() ||
                    is_named(result_, in_query(unit.range, *node))) {
                    continue;
                }
                for (const ChineseName& name : names_of(unit, *node)) {
                    const std::vector<std::string> pairs = pairs_of(name);
                    if (is_taken_for_granted(pairs)) continue;
                    tools_.index.ask_together(pairs);
                    asks = true;
                }
            }
        }
        return asks;
    }

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
        const ByteRange text{units[first].range.begin, units[first + count - 1].range.end};
        if (is_named(result_, in_query(text, node))) return false;
        std::vector<Translation> known = look_up(units, first, count);
        if (known.empty() && count == 1) known = spellings_of(units[first], node);
        if (known.empty()) return false;
        auto translated = concept_of(TranslationMeaning{}, text, node, result_);
        if (!translated) return false;
        auto& meaning = std::get<TranslationMeaning>(translated->is);
        const bool single = units[first].chinese && count == 1;
        for (const Translation& each : known) add_alternative(each, single, meaning);
        if (meaning.alternatives.empty()) return false;
        const Xapian::doccount own = holders_of(translated->covers);
        if (own > 0) leave_out_characters(meaning);
        keep_best(meaning);
        compare_with_words(own, meaning);
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

    // How a name that the dictionary does not know is written in Chinese somewhere.
    std::vector<Translation> spellings_of(const DictionaryUnit& unit, const QueryNode& node) const {
        std::vector<Translation> spellings;
        for (ChineseName& name : names_of(unit, node)) {
            if (!held_together(pairs_of(name))) continue;
            Translation& made = spellings.emplace_back();
            for (const std::string& character : name) made.text += character;
            made.terms = std::move(name);
        }
        return spellings;
    }

    std::vector<ChineseName> names_of(const DictionaryUnit& unit, const QueryNode& node) const {
        if (unit.chinese || !may_be_name(node.text, unit)) return {};
        const auto holds = [this](const std::string& pair) {
            return tools_.index.frequency(pair) > 0;
        };
        return chinese_spellings(small_letters(slice(node.text, unit.range)), holds);
    }

    // A name has a capital; where nothing has one, a word that no article holds may be a name.
    bool may_be_name(std::string_view text, const DictionaryUnit& unit) const {
        const std::string_view word = slice(text, unit.range);
        if (small_letters(word).size() < kLeastNameLetters) return false;
        if (is_capital(word.front())) return true;
        return std::none_of(text.begin(), text.end(), is_capital) && !tools_.index.holds(unit.term);
    }

    // Whether an article has all the terms.
    bool held_together(const std::vector<std::string>& terms) const {
        return is_taken_for_granted(terms) || tools_.index.held_together(terms);
    }

    // It is where many have even the rarest of them.
    bool is_taken_for_granted(const std::vector<std::string>& terms) const {
        constexpr Xapian::doccount kMostArticles = 64;
        return terms.size() == 1 ||
               std::all_of(terms.begin(), terms.end(), [this](const std::string& term) {
                   return tools_.index.frequency(term) > kMostArticles;
               });
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

    // How many articles hold one of the words, at least.
    Xapian::doccount holders_of(const std::vector<std::size_t>& covers) const {
        Xapian::doccount own = 0;
        for (const std::size_t term : covers) {
            own = std::max(own, tools_.index.frequency(result_.terms[term].term));
        }
        return own;
    }

    static bool is_character(const Alternative& other) {
        return other.phrase.positions.size() == 1 &&
               static_cast<unsigned char>(other.text.front()) >= 0x80;
    }

    // A single character stands in too many words to say the same as one that articles hold, unless
    // the dictionary knows nothing longer.
    static void leave_out_characters(TranslationMeaning& translated) {
        auto& all = translated.alternatives;
        if (!std::all_of(all.begin(), all.end(), is_character)) std::erase_if(all, is_character);
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
    void compare_with_words(double own, TranslationMeaning& translated) const {
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
    Translator translator(at_hand.tools, query);
    if (at_hand.tools.index.is_remote() && translator.ask_ahead(at_hand.parsed.root)) {
        want_corrections(query, at_hand.tools);
        at_hand.tools.index.flush();
    }
    return std::move(translator).collect(at_hand.parsed.root);
}

}  // namespace sinodex
