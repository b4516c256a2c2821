// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <span>

#include "corpus/schema/word_forms.h"
#include "searcher/understanding/concepts.h"
#include "searcher/understanding/foreign_names.h"
#include "searcher/understanding/personal_names.h"
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

// What another word of the same stem means is so many places further back.
constexpr std::uint32_t kOtherWord = 4;

constexpr std::size_t kMaxTranslationsShown = 5;  // in explanations

// An English word or a Chinese character of a query.
struct DictionaryUnit {
    std::string term;  // stem, or folded character
    std::string word;  // folded
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
        units.push_back({std::string(terms.term(token)), std::string(token.text), token.range,
                         token.kind == TokenKind::han_char});
    }
    return units;
}

// Whether two English words are forms of one: organ and organs, but not organic.
bool are_forms_of_one(const std::string& a, const std::string& b) {
    if (a == b || base_form(a) == base_form(b)) return true;
    const auto has_form = [](const std::string& word, const std::string& form) {
        const std::vector<std::string> forms = inflections_of(base_form(word), true);
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    return has_form(a, b) || has_form(b, a);
}

std::vector<std::string> words_in(std::string_view phrase) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
        words.emplace_back(phrase.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

constexpr std::size_t kLeastNameLetters = 4;
constexpr std::size_t kMostOfChineseName = 3;

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
        const auto ask = [&](const std::vector<std::string>& terms) {
            if (is_taken_for_granted(terms)) return;
            tools_.index.ask_together(terms);
            asks = true;
        };
        for (const QueryNode* node : naming_parts(root)) {
            const std::vector<DictionaryUnit> units =
                dictionary_units_of(tools_.analyzer.analyze(node->text), tools_.terms);
            for (std::size_t first = 0; first < units.size(); ++first) {
                const DictionaryUnit& unit = units[first];
                if (is_untranslatable(in_query(unit.range, *node))) continue;
                if (!unit.chinese && dictionary_.of_english({unit.term}).empty()) {
                    for (const ChineseName& name : names_of(unit, *node)) ask(pairs_of(name));
                }
                for (std::size_t count = most_of_name(unit); count >= 2; --count) {
                    for (const std::vector<std::string>& terms :
                         terms_of_names(*node, units, first, count)) {
                        ask(terms);
                    }
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
            for (; count > 1 && !add(node, units, first, count); --count) {
            }
            const std::size_t name = add_name(node, units, first, count);
            if (name > 0) {
                first += name;
                continue;
            }
            if (count == 1 && !add(node, units, first, 1)) count = 0;
            first += std::max<std::size_t>(count, 1);
        }
    }

    // Adds the name of a person that the dictionary does not know, where articles hold it in the
    // other language. Returns of how many units it is: a family name and one or two characters,
    // or two words. `known`: how many are an entry of the dictionary, at most.
    std::size_t add_name(const QueryNode& node, const std::vector<DictionaryUnit>& units,
                         std::size_t first, std::size_t known) {
        if (known > 1) return 0;
        for (std::size_t count = most_of_name(units[first]); count >= 2; --count) {
            if (!may_be_personal(units, first, count)) continue;
            const std::span<const DictionaryUnit> part(&units[first], count);
            const std::vector<Translation> names = part.front().chinese
                                                       ? english_names(part)
                                                       : held_names(chinese_names(part, node.text));
            if (!names.empty() && add_concept(node, part, names)) return count;
        }
        return 0;
    }

    static std::size_t most_of_name(const DictionaryUnit& unit) {
        return unit.chinese ? kMostOfChineseName : 2;
    }

    static bool may_be_personal(const std::vector<DictionaryUnit>& units, std::size_t first,
                                std::size_t count) {
        if (first + count > units.size()) return false;
        const bool chinese = units[first].chinese;
        return std::all_of(units.begin() + static_cast<std::ptrdiff_t>(first),
                           units.begin() + static_cast<std::ptrdiff_t>(first + count),
                           [&](const DictionaryUnit& unit) { return unit.chinese == chinese; });
    }

    // The terms of the names that some units may be in the other language.
    std::vector<std::vector<std::string>> terms_of_names(const QueryNode& node,
                                                         const std::vector<DictionaryUnit>& units,
                                                         std::size_t first,
                                                         std::size_t count) const {
        std::vector<std::vector<std::string>> terms;
        if (!may_be_personal(units, first, count)) return terms;
        const std::span<const DictionaryUnit> part(&units[first], count);
        if (part.front().chinese) {
            for (Translation& name : pinyin_names(part)) terms.push_back(std::move(name.terms));
        } else {
            for (const ChineseName& name : chinese_names(part, node.text)) {
                terms.push_back(pairs_of(name));
            }
        }
        return terms;
    }

    // Names whose words articles hold, each for itself.
    std::vector<Translation> pinyin_names(std::span<const DictionaryUnit> part) const {
        std::vector<std::string> characters;
        for (const DictionaryUnit& unit : part) characters.push_back(unit.term);
        std::vector<Translation> names;
        for (std::string& text : names_in_pinyin(characters, dictionary_)) {
            Translation name;
            for (const Token& token : tools_.analyzer.analyze(text)) {
                name.terms.emplace_back(tools_.terms.term(token));
            }
            name.text = std::move(text);
            if (held(name.terms) > 0) names.push_back(std::move(name));
        }
        return names;
    }

    std::vector<Translation> english_names(std::span<const DictionaryUnit> part) const {
        std::vector<Translation> names = pinyin_names(part);
        std::erase_if(names, [&](const Translation& name) { return !held_together(name.terms); });
        return names;
    }

    std::vector<ChineseName> chinese_names(std::span<const DictionaryUnit> part,
                                           std::string_view text) const {
        const bool capitals = std::any_of(text.begin(), text.end(), is_capital);
        std::vector<std::string> words;
        for (const DictionaryUnit& unit : part) {
            const std::string_view word = slice(text, unit.range);
            if (capitals && !is_capital(word.front())) return {};
            words.push_back(small_letters(word));
            if (words.back().empty()) return {};
        }
        return names_of_pinyin(words[0], words[1], dictionary_, holds_pair());
    }

    HoldsPair holds_pair() const {
        return [this](const std::string& pair) { return tools_.index.frequency(pair) > 0; };
    }

    // Those of some names whose characters all stand in one article.
    std::vector<Translation> held_names(std::vector<ChineseName> names) const {
        std::vector<Translation> held;
        for (ChineseName& name : names) {
            if (!held_together(pairs_of(name))) continue;
            Translation& made = held.emplace_back();
            for (const std::string& character : name) made.text += character;
            made.terms = std::move(name);
        }
        return held;
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
        if (is_untranslatable(in_query(text, node))) return false;
        std::vector<Translation> known = look_up(units, first, count);
        if (known.empty() && count == 1) known = spellings_of(units[first], node);
        if (known.empty()) return false;
        return add_concept(node, {&units[first], count}, known);
    }

    bool add_concept(const QueryNode& node, std::span<const DictionaryUnit> part,
                     const std::vector<Translation>& known) {
        const ByteRange text{part.front().range.begin, part.back().range.end};
        if (is_untranslatable(in_query(text, node))) return false;
        auto translated = concept_of(TranslationMeaning{}, text, node, result_);
        if (!translated) return false;
        auto& meaning = std::get<TranslationMeaning>(translated->is);
        const bool single = part[0].chinese && part.size() == 1;
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

    // Whether words are part of a name, and not of one that is made of words, or go beyond it.
    bool is_untranslatable(ByteRange range) const {
        return std::any_of(
            result_.concepts.begin(), result_.concepts.end(), [&](const QueryConcept& named) {
                const bool overlaps = named.span.begin < range.end && range.begin < named.span.end;
                const bool inside = named.span.contains(range) && is_made_of_words(named);
                return overlaps && is_mere_name(named) && !inside;
            });
    }

    // Whether a name says in words what it names: the name of a law, but not that of a company.
    bool is_made_of_words(const QueryConcept& named) const {
        const auto ids = entities_of(named);
        return !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
            const auto number = tools_.domain.knowledge.find(id);
            if (!number) return false;
            const EntityType type = tools_.domain.knowledge.entity(*number).type;
            return type == EntityType::law || type == EntityType::policy ||
                   type == EntityType::event;
        });
    }

    std::vector<Translation> look_up(const std::vector<DictionaryUnit>& units, std::size_t first,
                                     std::size_t count) const {
        if (!units[first].chinese) {
            std::vector<std::string> stems;
            for (std::size_t i = first; i < first + count; ++i) stems.push_back(units[i].term);
            return of_forms(dictionary_.of_english(stems), {&units[first], count});
        }
        std::string word;
        for (std::size_t i = first; i < first + count; ++i) word.append(units[i].term);
        return dictionary_.of_chinese(word);
    }

    // Puts what other words of the same stems are behind what the words themselves are: for
    // "organs" what is "organic". Each once.
    static std::vector<Translation> of_forms(std::vector<Translation> known,
                                             std::span<const DictionaryUnit> part) {
        for (Translation& each : known) {
            const std::vector<std::string> words = words_in(each.english);
            const bool same = std::equal(words.begin(), words.end(), part.begin(), part.end(),
                                         [](const std::string& word, const DictionaryUnit& unit) {
                                             return are_forms_of_one(word, unit.word);
                                         });
            if (!same) each.rank += kOtherWord;
        }
        std::stable_sort(known.begin(), known.end(),
                         [](const auto& a, const auto& b) { return a.rank < b.rank; });
        std::vector<Translation> once;
        for (Translation& each : known) {
            const auto is_same = [&](const Translation& other) { return other.text == each.text; };
            if (std::none_of(once.begin(), once.end(), is_same)) once.push_back(std::move(each));
        }
        return once;
    }

    // How a name that the dictionary does not know is written in Chinese somewhere.
    std::vector<Translation> spellings_of(const DictionaryUnit& unit, const QueryNode& node) const {
        return held_names(names_of(unit, node));
    }

    std::vector<ChineseName> names_of(const DictionaryUnit& unit, const QueryNode& node) const {
        if (unit.chinese || !may_be_name(node.text, unit)) return {};
        return chinese_spellings(small_letters(slice(node.text, unit.range)), holds_pair());
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
        if (!chinese) {
            for (const std::string& word : words_in(translation.text)) {
                other.forms.push_back(inflections_of(word, true));
            }
        }
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
