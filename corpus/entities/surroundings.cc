// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/surroundings.h"

#include <algorithm>
#include <array>

#include "corpus/entities/sentence_ends.h"

namespace sinodex {
namespace {

constexpr std::uint32_t kBeside = 2000;   // its country stands beside it
constexpr std::uint32_t kOwnName = 1000;  // its entity is named otherwise
constexpr std::uint32_t kInSentence = 10;
constexpr std::uint32_t kMostModifiers = 2;  // between a country and what is described

constexpr std::string_view kHanModifiers = "的之国國家联聯邦政府最高中央首都";

bool is_function_word(std::uint64_t key) {
    static const std::array<std::uint64_t, 10> kWords{
        word_key("and"), word_key("or"),  word_key("with"), word_key("to"), word_key("by"),
        word_key("the"), word_key("for"), word_key("from"), word_key("in"), word_key("of")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

// Whether other countries have the like of an entity of this type.
bool has_like_abroad(EntityType type) {
    return type == EntityType::regulator || type == EntityType::state ||
           type == EntityType::party || type == EntityType::court || type == EntityType::law ||
           type == EntityType::policy || type == EntityType::event;
}

// Whether no name has a part of it.
bool is_free(const Candidate& place, const std::vector<bool>& covered) {
    return std::find(covered.begin() + place.begin, covered.begin() + place.end, true) ==
           covered.begin() + place.end;
}

bool leads_to_country(std::uint64_t key) {
    static const std::array<std::uint64_t, 2> kWords{word_key("of"), word_key("in")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

}  // namespace

void Surroundings::forget() {
    for (const EntityNumber entity : named_list_) named_[entity] = false;
    named_list_.clear();
    marks_.clear();
    names_.clear();
    sentence_ = {};
    seen_words_.assign(tree_->count_context_words(), false);
    named_.resize(tree_->count_entities());
}

void Surroundings::read(const NameTree& tree, const ArticleUnits& article,
                        const std::vector<Candidate>& candidates, const std::vector<bool>& covered,
                        std::span<const WordPlace> words, bool is_query) {
    tree_ = &tree;
    article_ = &article;
    is_query_ = is_query;
    words_ = words;
    forget();
    for (const WordPlace& place : words) seen_words_[place.word] = true;
    for (const Candidate& candidate : candidates) {
        const bool is_name = candidate.kept && candidate.standing == Standing::certain;
        const bool is_adjective =
            candidate.standing == Standing::adjective && is_free(candidate, covered);
        if (!is_name && !is_adjective) continue;
        const auto country = tree.homes().of(candidate.entity);
        if (!country) continue;
        marks_.push_back({candidate.begin, candidate.end, *country,
                          tree.homes().speaks_for_country(candidate.entity),
                          is_adjective || article.units[candidate.end - 1].possessive});
    }
}

void Surroundings::note_names(const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) {
        if (!candidate.kept || candidate.standing != Standing::certain) continue;
        names_.push_back({candidate.begin, candidate.end, candidate.entity});
        if (named_[candidate.entity]) continue;
        named_[candidate.entity] = true;
        named_list_.push_back(candidate.entity);
    }
}

std::uint32_t Surroundings::weight(const NameEntry& entry, const Candidate& place) {
    if (speaks_against(entry.entity, place) || is_foreign(entry.entity, place)) return 0;
    if (entry.kind == NameKind::generic) return generic_weight(entry.entity, place);
    if (entry.kind == NameKind::idiom) return idiom_weight(entry.entity, place);
    return ambiguous_weight(entry.entity, place);
}

bool Surroundings::speaks_against(EntityNumber entity, const Candidate& place) {
    return count_near(tree_->evidence_against(entity), place) > 0 ||
           count_near(tree_->evidence_against(tree_->type(entity)), place) > 0;
}

std::uint32_t Surroundings::ambiguous_weight(EntityNumber entity, const Candidate& place) {
    const std::uint32_t seen =
        (named_[entity] ? kOwnName : 0) + count_seen(tree_->evidence_for(entity));
    if (seen > 0 || is_query_ || tree_->type(entity) != EntityType::company) return seen;
    return is_amid_business(place) ? 1 : 0;
}

// "fined Meta", "Apple shares": a capital within a sentence, beside a word that companies have.
bool Surroundings::is_amid_business(const Candidate& place) const {
    static const std::array<std::uint64_t, 9> kBefore{
        word_key("fined"),  word_key("sued"),     word_key("acquired"),
        word_key("bought"), word_key("supplier"), word_key("suppliers"),
        word_key("rival"),  word_key("rivals"),   word_key("fining")};
    static const std::array<std::uint64_t, 14> kBehind{
        word_key("shares"),    word_key("stock"),     word_key("shareholders"),
        word_key("staff"),     word_key("employees"), word_key("executives"),
        word_key("executive"), word_key("ceo"),       word_key("investors"),
        word_key("revenue"),   word_key("earnings"),  word_key("suppliers"),
        word_key("inc"),       word_key("engineers")};
    const std::vector<TextUnit>& units = article_->units;
    const TextUnit& first = units[place.begin];
    if ((first.han || first.starts_upper) && is_listed_with_company(place)) return true;
    if (first.han || !first.starts_upper || begins_sentence(*article_, place.begin)) return false;
    const auto holds = [](const auto& words, std::uint64_t key) {
        return std::find(words.begin(), words.end(), key) != words.end();
    };
    if (first.gap == Gap::none && holds(kBefore, units[place.begin - 1].key)) return true;
    const bool behind = place.end < units.size() && units[place.end].gap == Gap::none &&
                        holds(kBehind, units[place.end].key);
    return behind || is_beside_company(place);
}

// "Google and Amazon", "Amazon and Google".
bool Surroundings::is_beside_company(const Candidate& place) const {
    const std::vector<TextUnit>& units = article_->units;
    const auto is_joint = [&](std::uint32_t unit) {
        return unit < units.size() && units[unit].gap == Gap::none &&
               (units[unit].key == word_key("and") || units[unit].key == word_key("or"));
    };
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
        if (tree_->type(name.entity) != EntityType::company) return false;
        const bool before = name.begin + 2 == place.begin && is_joint(place.begin - 1);
        const bool behind = name.begin == place.end + 1 && is_joint(place.end);
        return before || behind;
    });
}

// 腾讯、字节; "Apple, Alibaba and others".
bool Surroundings::is_listed_with_company(const Candidate& place) const {
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
        return tree_->type(name.entity) == EntityType::company &&
               (is_listed(name.end, place.begin) || is_listed(place.end, name.begin));
    });
}

// Whether nothing but a comma of a list, or 和, stands between two places.
bool Surroundings::is_listed(std::uint32_t end, std::uint32_t begin) const {
    const std::vector<TextUnit>& units = article_->units;
    if (end == 0 || begin >= units.size()) return false;
    const bool in_title = end <= article_->title_units;
    if (in_title != (begin < article_->title_units)) return false;
    if (begin == end + 1) {
        constexpr std::string_view kJoints = "和与與及跟";
        return units[end].han && units[end].gap == Gap::none && units[begin].gap == Gap::none &&
               kJoints.find(article_->word(end)) != kJoints.npos;
    }
    if (begin != end || units[begin].gap != Gap::comma) return false;
    const std::string_view text = in_title ? article_->title : article_->text;
    const std::uint32_t from = units[end - 1].range.end;
    const std::string_view between = text.substr(from, units[begin].range.begin - from);
    return between == ", " || between == "、";
}

std::uint32_t Surroundings::idiom_weight(EntityNumber entity, const Candidate& place) {
    const auto home = tree_->homes().of(entity);
    if (home) {
        const Countries near = count_countries(*home, sentence_of(place), place);
        if (near.other > 0 && near.own == 0) return 0;
    }
    return (named_[entity] ? kOwnName : 0) + count_near(tree_->evidence_for(entity), place);
}

std::uint32_t Surroundings::generic_weight(EntityNumber entity, const Candidate& place) {
    const auto home = tree_->homes().of(entity);
    if (!home) return ambiguous_weight(entity, place);
    const auto beside = country_beside(place);
    if (beside) return *beside == *home ? kBeside : 0;
    if (named_[entity]) return kOwnName;
    const Countries near = count_countries(*home, sentence_of(place), place);
    if (near.own > 0 && (near.other == 0 || near.own_is_nearer)) return kInSentence;
    if (near.own > 0 && near.other > 0) return 0;
    if (count_near(tree_->evidence_for(entity), place) > 0) return 1;
    const auto units = static_cast<std::uint32_t>(article_->units.size());
    const Countries all = count_countries(*home, {0, units}, place);
    const std::uint32_t own = all.own + all.related;
    if (near.other > 0) return own > 2 * all.other ? 1 : 0;
    if (near.related > 0 && own >= all.other) return 2;
    if (own > all.other || (all.own > 0 && own >= all.other)) return 1;
    if (all.other > 0) return 0;
    return is_query_ || count_seen(tree_->evidence_for(entity)) > 0 ? 1 : 0;
}

bool Surroundings::is_foreign(EntityNumber entity, const Candidate& place) const {
    if (!has_like_abroad(tree_->type(entity))) return false;
    const auto home = tree_->homes().of(entity);
    if (!home) return false;
    const auto beside = country_beside(place);
    return beside && *beside != *home && !tree_->homes().lies_in(*home, *beside);
}

bool Surroundings::is_joined(const Candidate& foreign, const Candidate& place) const {
    if (place.begin != foreign.end + 1 || !has_like_abroad(tree_->type(place.entity))) return false;
    constexpr std::string_view kJoints = "和与與及";
    const TextUnit& joint = article_->units[foreign.end];
    if (joint.gap != Gap::none || article_->units[place.begin].gap != Gap::none) return false;
    if (joint.han) return kJoints.find(article_->word(foreign.end)) != kJoints.npos;
    return joint.key == word_key("and");
}

// A word against all of the type counts right before a name, or behind it as "John Lee, a golfer".
bool Surroundings::is_another(EntityNumber entity, const Candidate& place) const {
    constexpr std::uint32_t kFarthest = 3;
    const auto against = tree_->evidence_against(tree_->type(entity));
    if (against.empty()) return false;
    const std::vector<TextUnit>& units = article_->units;
    return std::any_of(words_.begin(), words_.end(), [&](const WordPlace& word) {
        const bool before = word.end == place.begin && units[place.begin].gap == Gap::none;
        const bool behind = word.begin >= place.end && word.begin < place.end + kFarthest &&
                            units[place.end].gap == Gap::comma &&
                            units[word.begin].gap == Gap::none;
        return (before || behind) &&
               std::any_of(against.begin(), against.end(),
                           [&](const auto& one) { return one.is_word && one.number == word.word; });
    });
}

std::optional<EntityNumber> Surroundings::country_beside(const Candidate& place) const {
    const auto before = country_before(place);
    return before ? before : country_behind(place);
}

// Whether a unit may stand between a country and what it has: "Vietnam's top regulator".
bool Surroundings::is_modifier(std::uint32_t unit) const {
    const TextUnit& one = article_->units[unit];
    if (one.gap != Gap::none || one.possessive || one.is_digits()) return false;
    if (one.han) return kHanModifiers.find(article_->word(unit)) != kHanModifiers.npos;
    return !one.starts_upper && !is_function_word(one.key);
}

std::optional<EntityNumber> Surroundings::country_before(const Candidate& place) const {
    if (place.begin == 0 || article_->units[place.begin].gap != Gap::none) return std::nullopt;
    const auto behind =
        std::lower_bound(marks_.begin(), marks_.end(), place.begin,
                         [](const Mark& one, std::uint32_t unit) { return one.begin < unit; });
    if (behind == marks_.begin()) return std::nullopt;
    const Mark& mark = *(behind - 1);
    if (mark.end > place.begin || !mark.official) return std::nullopt;
    const std::uint32_t between = place.begin - mark.end;
    const bool han = article_->units[place.begin].han;
    if (between > kMostModifiers || (between > 0 && !han && !mark.adjective)) return std::nullopt;
    for (std::uint32_t i = mark.end; i < place.begin; ++i) {
        if (!is_modifier(i)) return std::nullopt;
    }
    return mark.country;
}

std::optional<EntityNumber> Surroundings::country_behind(const Candidate& place) const {
    constexpr std::uint32_t kFarthest = 3;  // "of the United States"
    const std::vector<TextUnit>& units = article_->units;
    if (place.end >= units.size() || units[place.end].gap != Gap::none) return std::nullopt;
    if (!leads_to_country(units[place.end].key)) return std::nullopt;
    const auto mark =
        std::lower_bound(marks_.begin(), marks_.end(), place.end,
                         [](const Mark& one, std::uint32_t unit) { return one.begin < unit; });
    if (mark == marks_.end() || mark->begin >= place.end + kFarthest || !mark->official)
        return std::nullopt;
    return mark->country;
}

Surroundings::Units Surroundings::sentence_of(const Candidate& place) {
    if (place.begin >= sentence_.begin && place.end <= sentence_.end) return sentence_;
    const auto units = static_cast<std::uint32_t>(article_->units.size());
    sentence_ = {place.begin, place.end};
    while (sentence_.begin > 0 && !begins_sentence(*article_, sentence_.begin)) --sentence_.begin;
    while (sentence_.end < units && !begins_sentence(*article_, sentence_.end)) ++sentence_.end;
    return sentence_;
}

Surroundings::Countries Surroundings::count_countries(EntityNumber home, Units range,
                                                      const Candidate& place) const {
    Countries found;
    std::uint32_t nearest = UINT32_MAX;
    for (const Mark& mark : marks_) {
        if (mark.begin < range.begin || mark.end > range.end) continue;
        if (mark.begin < place.end && place.begin < mark.end) continue;
        const bool own = mark.country == home;
        if (!own && tree_->homes().lies_in(mark.country, home)) continue;
        if (!mark.official) {
            found.related += own ? 1U : 0U;
            continue;
        }
        ++(own ? found.own : found.other);
        // The words before a description tell more of it than the words behind.
        const std::uint32_t distance =
            mark.end <= place.begin ? place.begin - mark.end : 2 * (mark.begin - place.end) + 1;
        if (distance >= nearest) continue;
        nearest = distance;
        found.own_is_nearer = own;
    }
    return found;
}

bool Surroundings::is_seen(const NameEvidence& evidence) const {
    return evidence.is_word ? seen_words_[evidence.number] : named_[evidence.number];
}

std::uint32_t Surroundings::count_seen(std::span<const NameEvidence> all) const {
    return static_cast<std::uint32_t>(std::count_if(
        all.begin(), all.end(), [&](const NameEvidence& one) { return is_seen(one); }));
}

// Counts what stands in the sentence of `place`, but not in its own words.
std::uint32_t Surroundings::count_near(std::span<const NameEvidence> all, const Candidate& place) {
    std::uint32_t count = 0;
    for (const NameEvidence& one : all) {
        if (!is_seen(one)) continue;
        const Units sentence = sentence_of(place);
        const auto is_near = [&](std::uint32_t unit) {
            return unit >= sentence.begin && unit < sentence.end &&
                   (unit < place.begin || unit >= place.end);
        };
        const bool near =
            one.is_word ? std::any_of(words_.begin(), words_.end(),
                                      [&](const WordPlace& word) {
                                          return word.word == one.number && is_near(word.begin);
                                      })
                        : std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
                              return name.entity == one.number && is_near(name.begin);
                          });
        count += near ? 1U : 0U;
    }
    return count;
}

}  // namespace sinodex
