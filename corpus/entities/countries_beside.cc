// SPDX-License-Identifier: GPL-2.0-or-later

// Whose a regulator, a law, a party is: what stands beside its name.

#include <algorithm>
#include <array>

#include "corpus/entities/sentence_ends.h"
#include "corpus/entities/surroundings.h"
#include "corpus/entities/transliteration.h"

namespace sinodex {
namespace {

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

bool leads_to_country(std::uint64_t key) {
    static const std::array<std::uint64_t, 2> kWords{word_key("of"), word_key("in")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

// Capitalised words that tell no owner: the July politburo meeting.
bool is_month(std::uint64_t key) {
    static const std::array<std::uint64_t, 12> kMonths{
        word_key("january"),   word_key("february"), word_key("march"),    word_key("april"),
        word_key("may"),       word_key("june"),     word_key("july"),     word_key("august"),
        word_key("september"), word_key("october"),  word_key("november"), word_key("december")};
    return std::find(kMonths.begin(), kMonths.end(), key) != kMonths.end();
}

}  // namespace

bool Surroundings::is_foreign(EntityNumber entity, const Candidate& place) const {
    const EntityType type = tree_->type(entity);
    const bool is_abbreviation = place.kind == MentionKind::acronym;
    const bool is_han = article_->units[place.begin].han;
    const bool is_agency = is_han && type == EntityType::media;
    if (!has_like_abroad(type) && !is_abbreviation && !is_agency) return false;
    const auto home = tree_->homes().of(entity);
    if (!home) return false;
    const auto is_other = [&](const std::optional<EntityNumber>& country) {
        return country && *country != *home && !tree_->homes().lies_in(*home, *country);
    };
    if (is_other(country_in_apposition(place))) return true;
    if (!has_like_abroad(type)) return is_agency && is_other(country_before(place));
    if (const auto beside = country_beside(place)) return is_other(beside);
    return is_strangers(entity, place) || (type == EntityType::law && is_made_abroad(*home, place));
}

// Whether somebody unknown has it: the Hamas politburo, the central bank in Brasilia.
bool Surroundings::is_strangers(EntityNumber entity, const Candidate& place) const {
    const std::vector<TextUnit>& units = article_->units;
    const TextUnit& first = units[place.begin];
    const EntityType type = tree_->type(entity);
    const bool is_body = type == EntityType::regulator || type == EntityType::state ||
                         type == EntityType::party || type == EntityType::court;
    if (first.han || is_query_ || !is_body) return false;
    const auto is_unknown = [&](std::uint32_t unit) {
        const TextUnit& word = units[unit];
        return word.starts_upper && word.lowers > 0 && word.gap != Gap::hard && !word.han &&
               !tree_->knows_word(word.key) && !is_month(word.key) &&
               !begins_sentence(*article_, unit);
    };
    const bool is_described = !first.starts_upper;
    if (is_described && place.begin > 0 && first.gap == Gap::none && is_unknown(place.begin - 1))
        return true;
    return is_described && place.end + 1 < units.size() && units[place.end].gap == Gap::none &&
           leads_to_country(units[place.end].key) && units[place.end + 1].gap == Gap::none &&
           is_unknown(place.end + 1);
}

// The country of what a name is said to be: "CSIS, Canada's spy agency", "the FTC, the Korean
// watchdog". What goes on with "and" or with another name is a list.
std::optional<EntityNumber> Surroundings::country_in_apposition(const Candidate& place) const {
    constexpr std::uint32_t kLongest = 7;
    const std::vector<TextUnit>& units = article_->units;
    const auto size = static_cast<std::uint32_t>(units.size());
    if (place.end + 1 >= size || units[place.end].gap != Gap::comma || units[place.end].han)
        return std::nullopt;
    const bool has_article = units[place.end].key == word_key("the");
    const std::uint32_t begin = place.end + (has_article ? 1 : 0);
    const auto mark =
        std::lower_bound(marks_.begin(), marks_.end(), begin,
                         [](const Mark& one, std::uint32_t unit) { return one.begin < unit; });
    if (mark == marks_.end() || mark->begin != begin || !mark->official || !mark->adjective)
        return std::nullopt;
    if (!has_article && !units[mark->end - 1].possessive) return std::nullopt;
    std::uint32_t i = mark->end;
    for (; i < size && i < begin + kLongest && units[i].gap == Gap::none; ++i) {
        if (units[i].starts_upper || units[i].key == word_key("and")) return std::nullopt;
    }
    if (i == mark->end) return std::nullopt;
    return mark->country;
}

// Whether the head of an office is spelt as foreigners are: 央行行长拉加德.
bool Surroundings::has_foreign_head(const Candidate& place) const {
    static constexpr std::array<std::string_view, 14> kTitles{
        "行长", "行長", "部长", "部長",   "总裁",   "總裁", "主席",
        "局长", "局長", "大臣", "发言人", "發言人", "长",   "長"};
    constexpr std::uint32_t kLeast = 3;
    const std::vector<TextUnit>& units = article_->units;
    if (place.end >= units.size() || !units[place.end].han) return false;
    const bool in_title = place.end <= article_->title_units && place.begin < article_->title_units;
    const std::string_view text = in_title ? article_->title : article_->text;
    const std::string_view behind = text.substr(units[place.end - 1].range.end);
    const auto title = std::find_if(kTitles.begin(), kTitles.end(),
                                    [&](std::string_view one) { return behind.starts_with(one); });
    if (title == kTitles.end()) return false;
    const auto begin = place.end + static_cast<std::uint32_t>(title->size() / 3);
    std::uint32_t end = begin;
    while (end < units.size() && units[end].han && units[end].gap == Gap::none &&
           spells_foreign_names(article_->word(end))) {
        ++end;
    }
    return end - begin >= kLeast || is_japanese_surname(behind.substr(title->size(), 6));
}

bool Surroundings::is_joined(const Candidate& foreign, const Candidate& place) const {
    if (place.begin != foreign.end + 1 || !has_like_abroad(tree_->type(place.entity))) return false;
    constexpr std::string_view kJoints = "和与與及";
    const TextUnit& joint = article_->units[foreign.end];
    if (joint.gap != Gap::none || article_->units[place.begin].gap != Gap::none) return false;
    if (joint.han) return kJoints.find(article_->word(foreign.end)) != kJoints.npos;
    return joint.key == word_key("and");
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

}  // namespace sinodex
