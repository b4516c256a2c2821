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

// Whether no name has a part of it.
bool is_free(const Candidate& place, const std::vector<bool>& covered) {
    return std::find(covered.begin() + place.begin, covered.begin() + place.end, true) ==
           covered.begin() + place.end;
}

}  // namespace

void Surroundings::forget() {
    for (const EntityNumber entity : named_list_) named_[entity] = false;
    named_list_.clear();
    marks_.clear();
    names_.clear();
    possible_.clear();
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
        const auto adjective = is_name ? std::nullopt : told_place(candidate, covered);
        if (!is_name && !adjective) continue;
        if (is_name) add_name(candidate);
        const EntityNumber entity = adjective.value_or(candidate.entity);
        const auto country = tree.homes().of(entity);
        if (!country) continue;
        marks_.push_back(
            {candidate.begin, candidate.end, *country, tree.homes().speaks_for_country(entity),
             adjective.has_value() || article.units[candidate.end - 1].possessive,
             candidate.doubtful && tree.type(entity) != EntityType::place, candidate.homeless});
    }
}

// The place that an adjective tells of; Korea, which is one of two, tells of one country anyway.
std::optional<EntityNumber> Surroundings::told_place(const Candidate& candidate,
                                                     const std::vector<bool>& covered) const {
    if (candidate.standing == Standing::adjective && is_free(candidate, covered))
        return candidate.entity;
    if (candidate.standing != Standing::ambiguous || !candidate.kept) return std::nullopt;
    for (const NameEntry& entry : tree_->node(candidate.node).entries) {
        if (entry.kind == NameKind::adjective) return entry.entity;
    }
    return std::nullopt;
}

void Surroundings::add_name(const Candidate& name) {
    names_.push_back({name.begin, name.end, name.entity, name.doubtful});
}

void Surroundings::list_names(const std::vector<Candidate>& candidates) {
    names_.clear();
    for (const Candidate& candidate : candidates) {
        if (candidate.kept && candidate.standing == Standing::certain) add_name(candidate);
    }
}

void Surroundings::note_names(const std::vector<Candidate>& candidates) {
    list_names(candidates);
    for (const Name& name : names_) {
        if (named_[name.entity]) continue;
        named_[name.entity] = true;
        named_list_.push_back(name.entity);
    }
}

std::uint32_t Surroundings::weight(const NameEntry& entry, const Candidate& place) {
    if (speaks_against(entry.entity, place) || is_foreign(entry.entity, place)) return 0;
    if (entry.kind == NameKind::generic) return generic_weight(entry.entity, place);
    if (entry.kind == NameKind::idiom) return idiom_weight(entry.entity, place);
    return ambiguous_weight(entry.entity, place);
}

bool Surroundings::is_disputed(EntityNumber entity, const Candidate& place) {
    const auto against = tree_->evidence_against(entity);
    return !against.empty() && count_near(against, place) > 0;
}

bool Surroundings::tells_home(EntityNumber entity, std::uint32_t begin, std::uint32_t end) const {
    const auto home = tree_->homes().of(entity);
    return home && std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) {
               return mark.country == *home && mark.end > begin && mark.begin < end;
           });
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
    if (has_foreign_head(place)) return 0;
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

Surroundings::Units Surroundings::sentence_of(const Candidate& place) {
    if (place.begin < sentence_.begin || place.end > sentence_.end)
        sentence_ = sentence_around(place);
    return sentence_;
}

Surroundings::Units Surroundings::sentence_around(const Candidate& place) const {
    const auto units = static_cast<std::uint32_t>(article_->units.size());
    Units sentence{place.begin, place.end};
    while (sentence.begin > 0 && !begins_sentence(*article_, sentence.begin)) --sentence.begin;
    while (sentence.end < units && !begins_sentence(*article_, sentence.end)) ++sentence.end;
    return sentence;
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
