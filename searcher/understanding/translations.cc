// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <span>

#include "corpus/dictionary/subject_dictionary.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/word_forms.h"
#include "searcher/understanding/concepts.h"
#include "searcher/understanding/dictionary_units.h"
#include "searcher/understanding/name_translations.h"
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

// So is what a term of the subject means elsewhere.
constexpr std::uint32_t kElsewhere = 4;

// Beside words that articles hold, their translation counts this share of what the words do for an
// article, and so many times what one term does at most.
constexpr double kBesideWords = 0.7;
constexpr double kMostTimes = 1.2;

constexpr std::size_t kMaxTranslationsShown = 5;  // in explanations

// Whether two English words are forms of one: organ and organs, but not organic.
bool are_forms_of_one(const std::string& a, const std::string& b) {
    if (a == b || base_form(a) == base_form(b)) return true;
    const auto has_form = [](const std::string& word, const std::string& form) {
        const std::vector<std::string> forms = inflections_of(base_form(word), true);
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    return has_form(a, b) || has_form(b, a);
}

class Translator {
 public:
    Translator(const UnderstandingTools& tools, UnderstoodQuery query)
        : tools_(tools),
          subject_(subject_dictionary()),
          dictionary_(tools.domain.dictionary),
          names_(tools),
          result_(std::move(query)),
          articles_(tools.index.documents()) {}

    // Asks other machines, in one go, for all that may have to be known of names; false where
    // nothing has to be asked for.
    bool ask_ahead(const QueryNode& root) const {
        bool asks = false;
        for (const QueryNode* node : naming_parts(root)) {
            const std::vector<DictionaryUnit> units = units_of(*node);
            for (std::size_t first = 0; first < units.size(); ++first) {
                if (is_untranslatable(in_query(units[first].range, *node))) continue;
                asks |= names_.ask_ahead(units, first, node->text);
            }
        }
        return asks;
    }

    UnderstoodQuery collect(const QueryNode& root) && {
        for (const QueryNode* node : naming_parts(root)) translate(*node);
        return std::move(result_);
    }

 private:
    std::vector<DictionaryUnit> units_of(const QueryNode& node) const {
        return dictionary_units_of(tools_.analyzer.analyze(node.text), tools_.terms);
    }

    void translate(const QueryNode& node) {
        const std::vector<DictionaryUnit> units = units_of(node);
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
        for (std::size_t count = NameTranslations::most_of_name(units[first]); count >= 2;
             --count) {
            const std::vector<Translation> names = names_.of_person(units, first, count, node.text);
            if (!names.empty() && add_concept(node, {&units[first], count}, names)) return count;
        }
        return 0;
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
        if (known.empty() && count == 1) known = names_.by_sound(units[first], node.text);
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
        compare_with_words(own, *translated, meaning);
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

    // What the terms of the subject say comes before what a word may mean elsewhere.
    std::vector<Translation> look_up(const std::vector<DictionaryUnit>& units, std::size_t first,
                                     std::size_t count) const {
        const std::span<const DictionaryUnit> part(&units[first], count);
        std::vector<Translation> known = look_up(part, subject_);
        const bool is_term = !known.empty();
        for (Translation& each : look_up(part, dictionary_)) {
            const auto is_same = [&](const Translation& other) { return other.text == each.text; };
            if (std::any_of(known.begin(), known.end(), is_same)) continue;
            if (is_term) each.rank += kElsewhere;
            known.push_back(std::move(each));
        }
        return known;
    }

    static std::vector<Translation> look_up(std::span<const DictionaryUnit> part,
                                            const Dictionary& dictionary) {
        if (!part.front().chinese) {
            std::vector<std::string> stems;
            for (const DictionaryUnit& unit : part) stems.push_back(unit.term);
            return of_forms(dictionary.of_english(stems), part);
        }
        std::string word;
        for (const DictionaryUnit& unit : part) word.append(unit.term);
        return dictionary.of_chinese(word);
    }

    // Puts what other words of the same stems are behind what the words themselves are: for
    // "organs" what is "organic". Each once.
    static std::vector<Translation> of_forms(std::vector<Translation> known,
                                             std::span<const DictionaryUnit> part) {
        for (Translation& each : known) {
            const std::vector<std::string> words = words_of_phrase(each.english);
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
            for (const std::string& word : words_of_phrase(translation.text)) {
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

    // A word is no rarer for being written in the other language. What articles of either language
    // get for it goes by what its terms weigh in its own: several, where it is a Chinese word of
    // three characters, and less, where many of the few Chinese articles have it.
    void compare_with_words(double own, const QueryConcept& words,
                            TranslationMeaning& translated) const {
        const double both = idf(translated.articles + own);
        double together = 0;
        for (const std::size_t term : words.covers) {
            const double articles = tools_.index.frequency(result_.terms[term].term);
            if (articles > 0) together += result_.terms[term].rarity * idf(articles);
        }
        translated.held = own > 0;
        translated.rarity = both / idf(translated.articles);
        if (translated.held) {
            translated.worth = std::min(kBesideWords * together / both, kMostTimes);
        }
    }

    double idf(double articles) const {
        const double rest = std::max(articles_ - articles, 0.0);
        return std::log(1 + (rest + 0.5) / (articles + 0.5));
    }

    const UnderstandingTools& tools_;
    const Dictionary& subject_;
    const Dictionary& dictionary_;
    NameTranslations names_;
    UnderstoodQuery result_;
    Xapian::doccount articles_;
};

bool is_of_name(const QueryTerm& term, const UnderstoodQuery& query) {
    return std::any_of(query.concepts.begin(), query.concepts.end(),
                       [&](const QueryConcept& named) {
                           return std::holds_alternative<EntityMeaning>(named.is) &&
                                  named.span.contains(term.span);
                       });
}

// That a word is Chinese says nothing of what is asked for: among articles of which few are
// Chinese, month and year would be rare words otherwise. A handful of them does not tell which
// words are common, and counts as so many. What they have to say of a name is half of it, so that
// articles in the query's language come first where those in the other one name the same.
void compare_within_language(UnderstoodQuery& query, const IndexReader& index) {
    constexpr double kFewest = 20;
    const double all = index.documents();
    const double held = index.frequency(chinese_articles_term());
    const double chinese = std::min(std::max(held, kFewest), all);
    for (QueryTerm& term : query.terms) {
        if (term.kind == TokenKind::word || term.kind == TokenKind::number) continue;
        const double holding = index.frequency(term.term);
        if (holding == 0) continue;
        const auto idf = [&](double articles) {
            return std::log(1 + (std::max(articles - holding, 0.0) + 0.5) / (holding + 0.5));
        };
        term.rarity = idf(std::max(chinese, holding)) / idf(all);
        if (is_of_name(term, query)) term.rarity = std::sqrt(term.rarity);
    }
}

}  // namespace

UnderstoodQuery with_translations(UnderstoodQuery query, const QueryAtHand& at_hand) {
    compare_within_language(query, at_hand.tools.index);
    if (!at_hand.expand.translations) return query;
    Translator translator(at_hand.tools, query);
    if (at_hand.tools.index.is_remote() && translator.ask_ahead(at_hand.parsed.root)) {
        want_corrections(query, at_hand.tools);
        at_hand.tools.index.flush();
    }
    return std::move(translator).collect(at_hand.parsed.root);
}

}  // namespace sinodex
