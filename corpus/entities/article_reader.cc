// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/article_reader.h"

#include <algorithm>
#include <array>

#include "corpus/entities/abbreviations.h"

namespace sinodex {
namespace {

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::uint64_t key) {
    return std::any_of(words.begin(), words.end(),
                       [key](std::string_view word) { return word_key(word) == key; });
}

// Capitalised words that may stand before a surname and are no first name.
bool may_precede_surname(std::uint64_t key) {
    static constexpr std::array<std::string_view, 51> kWords{
        "mr",       "ms",        "mrs",   "dr",       "president", "premier", "chairman",
        "minister", "secretary", "mayor", "governor", "professor", "founder", "director",
        "chief",    "executive", "when",  "but",      "as",        "while",   "if",
        "after",    "although",  "and",   "in",       "for",       "since",   "because",
        "before",   "then",      "yet",   "so",       "with",      "that",    "once",
        "though",   "until",     "where", "whether",  "what",      "why",     "how",
        "like",     "will",      "would", "did",      "does",      "can",     "could",
        "should",   "is"};
    return is_among(kWords, key);
}

// Whether an entry of an undecided name stands for its entity when something speaks for it.
bool may_be_meant(NameKind kind) {
    return kind != NameKind::not_this && kind != NameKind::adjective;
}

// Whether nobody cared for capitals: of 100 letters, not one.
bool lacks_capitals(const std::vector<TextUnit>& units) {
    constexpr std::uint64_t kLeastLetters = 40;
    std::uint64_t uppers = 0;
    std::uint64_t lowers = 0;
    for (const TextUnit& unit : units) {
        uppers += unit.uppers;
        lowers += unit.lowers;
    }
    return lowers >= kLeastLetters && 100 * uppers < lowers;
}

}  // namespace

void ArticleReader::find_candidates(const NameTree& tree, std::string_view title,
                                    std::string_view text, bool is_query) {
    using Capitals = CandidateFinder::Capitals;
    article_.read(title, text);
    candidates_.clear();
    words_.clear();
    for (const EntityNumber entity : named_at_list_) named_at_[entity] = 0;
    named_at_.resize(tree.count_entities());
    named_at_list_.clear();
    strangers_.clear();

    Capitals capitals = Capitals::ignored;
    if (!is_query) {
        capitals = lacks_capitals(article_.units) ? Capitals::in_single_words : Capitals::as_named;
    }
    const CandidateFinder finder(tree, article_, capitals);
    finder.find(candidates_, words_);
    keep_longest(candidates_, article_, covered_);
    surroundings_.read(tree, article_, candidates_, covered_, words_, is_query);
    drop_others();
    if (!is_query) set_doubtful_aside();
    surroundings_.note_names(candidates_);
    decide_ambiguous(tree, finder, is_query);
    keep_longest(candidates_, article_, covered_);
    if (is_query) return;
    decide_doubtful();
    decide_heads(tree);
    keep_longest(candidates_, article_, covered_);
    decide_told(tree);
    decide_late(tree, finder);
    keep_longest(candidates_, article_, covered_);
}

void ArticleReader::read(const NameTree& tree, std::string_view title, std::string_view text,
                         ArticleMentions& mentions) {
    find_candidates(tree, title, text, false);
    emit(mentions);
}

void ArticleReader::read_query(const NameTree& tree, std::string_view query,
                               std::vector<Mention>& mentions) {
    find_candidates(tree, "", query, true);
    for (const Candidate& candidate : candidates_) {
        if (candidate.kept && candidate.standing != Standing::blocked)
            emit_for_query(tree, candidate, mentions);
    }
}

// An abbreviation that the article spells out as something unknown stands for that throughout; one
// whose sentence speaks against its entity, there.
void ArticleReader::drop_other_abbreviations() {
    std::vector<std::uint32_t> others;
    for (Candidate& candidate : candidates_) {
        if (candidate.standing != Standing::certain || candidate.kind != MentionKind::acronym)
            continue;
        const bool other = is_other_abbreviation(candidate);
        if (other) others.push_back(candidate.node);
        const bool doubtful = other || surroundings_.is_disputed(candidate.entity, candidate);
        if (doubtful && !is_spelt_out(candidate.entity)) candidate.standing = Standing::blocked;
    }
    if (others.empty()) return;
    for (Candidate& candidate : candidates_) {
        const bool is_other =
            std::find(others.begin(), others.end(), candidate.node) != others.end();
        if (is_other && candidate.standing < Standing::late && !is_spelt_out(candidate.entity))
            candidate.standing = Standing::blocked;
    }
}

bool ArticleReader::is_other_abbreviation(const Candidate& candidate) const {
    const auto words = spelt_out_beside(article_, candidate);
    if (!words || surroundings_.tells_home(candidate.entity, words->first, words->second))
        return false;
    return std::none_of(candidates_.begin(), candidates_.end(), [&](const Candidate& one) {
        return one.entity == candidate.entity && one.begin < words->second &&
               one.end > words->first && one.standing != Standing::blocked;
    });
}

// Whether the article names an entity otherwise than by an abbreviation.
bool ArticleReader::is_spelt_out(EntityNumber entity) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& one) {
        return one.kept && one.standing == Standing::certain && one.entity == entity &&
               one.kind != MentionKind::acronym;
    });
}

// The (SEC) behind a foreign commission.
bool ArticleReader::is_abbreviation_of(const Candidate& name, const Candidate& candidate) const {
    constexpr std::uint32_t kFarthest = 3;
    return name.entity == candidate.entity && candidate.kind == MentionKind::acronym &&
           candidate.begin >= name.end && candidate.begin < name.end + kFarthest &&
           article_.units[candidate.begin].gap == Gap::comma;
}

// Names that the words beside them give to something or somebody else name nothing known.
void ArticleReader::drop_others() {
    drop_other_abbreviations();
    const Candidate* foreign = nullptr;
    for (Candidate& candidate : candidates_) {
        const bool may_be_named =
            candidate.standing == Standing::certain || candidate.standing == Standing::ambiguous;
        if (!candidate.kept || !may_be_named) continue;
        const bool beside = surroundings_.is_foreign(candidate.entity, candidate);
        const bool joined = foreign != nullptr && surroundings_.is_joined(*foreign, candidate);
        const bool again = foreign != nullptr && is_abbreviation_of(*foreign, candidate);
        if (again) candidate.standing = Standing::blocked;
        if (beside || joined) foreign = &candidate;
        if (candidate.standing == Standing::ambiguous) continue;
        if (beside || joined || surroundings_.is_another(candidate.entity, candidate))
            candidate.standing = Standing::blocked;
    }
}

// Sets names aside that say too little, and stand where nothing else is of their subject.
void ArticleReader::set_doubtful_aside() {
    doubtful_.clear();
    surroundings_.list_names(candidates_);
    const bool any = std::any_of(candidates_.begin(), candidates_.end(),
                                 [](const Candidate& one) { return one.doubtful || one.homeless; });
    if (!any) return;
    surroundings_.note_possible(candidates_);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
        Candidate& candidate = candidates_[i];
        if (!candidate.kept || candidate.standing != Standing::certain) continue;
        if (candidate.homeless && surroundings_.is_elsewhere(candidate)) {
            candidate.standing = Standing::blocked;
        } else if (candidate.doubtful && !surroundings_.is_supported(candidate)) {
            candidate.standing = Standing::blocked;
            doubtful_.push_back(i);
        }
    }
}

// Takes those back that what was decided since supports.
void ArticleReader::decide_doubtful() {
    if (doubtful_.empty()) return;
    surroundings_.list_names(candidates_);
    for (const std::uint32_t i : doubtful_) {
        if (candidates_[i].kept && surroundings_.is_supported(candidates_[i]))
            candidates_[i].standing = Standing::certain;
    }
}

void ArticleReader::decide_ambiguous(const NameTree& tree, const CandidateFinder& finder,
                                     bool is_query) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        Candidate& candidate = candidates_[i];
        if (candidate.standing != Standing::ambiguous) continue;
        std::uint32_t most = 0;
        bool has_late = false;
        for (const NameEntry& entry : tree.node(candidate.node).entries) {
            if (entry.kind == NameKind::surname || entry.kind == NameKind::role) {
                has_late = true;
                continue;
            }
            if (!may_be_meant(entry.kind) || !finder.fits(entry, candidate)) continue;
            const bool one_word = candidate.end - candidate.begin == 1;
            if (one_word && !is_query && tree.type(entry.entity) == EntityType::person &&
                !stands_alone(candidate)) {
                continue;  // Hunter Biden
            }
            const std::uint32_t evidence = surroundings_.weight(entry, candidate) +
                                           (has_code(tree, i, entry.entity) ? 1U : 0U) +
                                           (has_head(tree, i, entry.entity, is_query) ? 1U : 0U);
            if (evidence <= most) continue;
            most = evidence;
            candidate.entity = entry.entity;
        }
        if (most > 0) {
            candidate.standing = Standing::certain;
            candidate.by_context = true;
        } else if (!is_query) {
            candidate.standing = has_late ? Standing::late : Standing::dropped;
            drop_shorter(tree, i);
        }
    }
}

// What is no 最高法院 of ours is no 最高法 either, and a Ministry of Commerce is no American
// Commerce.
void ArticleReader::drop_shorter(const NameTree& tree, std::size_t generic) {
    const Candidate& whole = candidates_[generic];
    const auto entries = tree.node(whole.node).entries;
    const auto is_generic_of = [&](EntityNumber entity) {
        return std::any_of(entries.begin(), entries.end(), [&](const NameEntry& entry) {
            return entry.entity == entity && entry.kind == NameKind::generic;
        });
    };
    const bool is_office = std::any_of(entries.begin(), entries.end(), [](const NameEntry& entry) {
        return entry.kind == NameKind::generic;
    });
    for (std::size_t i = generic + 1;
         is_office && i < candidates_.size() && candidates_[i].begin < whole.end; ++i) {
        Candidate& part = candidates_[i];
        if (part.standing == Standing::ambiguous && part.end <= whole.end)
            part.standing = Standing::blocked;
    }
    for (std::size_t i = generic; i > 0 && candidates_[i - 1].begin == whole.begin; --i) {
        Candidate& part = candidates_[i - 1];
        if (part.standing == Standing::certain && part.end < whole.end &&
            is_generic_of(part.entity)) {
            part.standing = Standing::blocked;
        }
    }
}

// In the order of the article, so that "named before" is what was passed already.
void ArticleReader::decide_late(const NameTree& tree, const CandidateFinder& finder) {
    last_name_ = nullptr;
    for (Candidate& candidate : candidates_) {
        if (candidate.kept && candidate.standing == Standing::certain) {
            last_name_ = &candidate;
            if (named_at_[candidate.entity] == 0) named_at_list_.push_back(candidate.entity);
            named_at_[candidate.entity] = candidate.begin + 1;
        }
        if (candidate.standing != Standing::late) continue;
        std::uint32_t least = 0;
        for (const NameEntry& entry : tree.node(candidate.node).entries) {
            if (is_code_of(entry, candidate)) {
                candidate.entity = entry.entity;
                candidate.kind = MentionKind::ticker;
                candidate.standing = Standing::certain;
                break;
            }
            const bool surname = entry.kind == NameKind::surname;
            if ((!surname && entry.kind != NameKind::role) || !finder.fits(entry, candidate))
                continue;
            if (surname && covered_[candidate.begin]) continue;
            if (!surname && surroundings_.is_foreign(entry.entity, candidate)) continue;
            if (surname && !stands_alone(candidate)) {
                strangers_.push_back({candidate.node, candidate.begin + 1});
                break;
            }
            if (surname) least = std::max(least, last_stranger(candidate.node));
            if (named_at_[entry.entity] <= least) continue;
            least = named_at_[entry.entity];
            candidate.entity = entry.entity;
            candidate.kind = surname ? MentionKind::surname : MentionKind::role;
            candidate.standing = Standing::certain;
        }
    }
}

// Whether who leads it follows an ambiguous name: "Apple CEO Cook".
bool ArticleReader::has_head(const NameTree& tree, std::size_t candidate, EntityNumber entity,
                             bool is_query) const {
    return !is_query && head_behind(tree, entity, candidates_[candidate].end) < candidates_.size();
}

bool ArticleReader::has_code(const NameTree& tree, std::size_t candidate,
                             EntityNumber entity) const {
    const std::uint32_t end = candidates_[candidate].end;
    for (std::size_t i = candidate; i < candidates_.size() && candidates_[i].begin <= end; ++i) {
        if (candidates_[i].begin != end || candidates_[i].standing != Standing::late) continue;
        for (const NameEntry& entry : tree.node(candidates_[i].node).entries) {
            if (entry.kind == NameKind::ticker && entry.entity == entity) return true;
        }
    }
    return false;
}

// Whether the entity of a bare code, 00700 in brackets, is what is named right before it.
bool ArticleReader::is_code_of(const NameEntry& entry, const Candidate& candidate) const {
    return entry.kind == NameKind::ticker && last_name_ != nullptr &&
           last_name_->entity == entry.entity && last_name_->end == candidate.begin;
}

// Whether one in capitals says what follows: TRUMP: It was amazing.
bool ArticleReader::speaks(const Candidate& candidate) const {
    constexpr std::uint32_t kLeast = 3;
    const bool in_title = candidate.begin < article_.title_units;
    const std::string_view text = in_title ? article_.title : article_.text;
    const ByteRange range = article_.range(candidate);
    const std::string_view behind = text.substr(range.end);
    return range.size() >= kLeast && (behind.starts_with(": ") || behind.starts_with("："));
}

// Whether a surname is no part of a longer name.
bool ArticleReader::stands_alone(const Candidate& candidate) const {
    const std::vector<TextUnit>& units = article_.units;
    const TextUnit& first = units[candidate.begin];
    if (first.han) return true;
    if (!first.starts_upper || (first.lowers == 0 && !speaks(candidate))) return false;
    const TextUnit& last = units[candidate.end - 1];
    if (candidate.end < units.size() && !last.possessive) {
        const TextUnit& next = units[candidate.end];
        if (next.gap == Gap::none && next.starts_upper && !next.han) return false;
    }
    if (candidate.begin == 0 || first.gap != Gap::none) return true;
    const TextUnit& before = units[candidate.begin - 1];
    return !before.starts_upper || before.possessive || may_precede_surname(before.key);
}

std::uint32_t ArticleReader::last_stranger(std::uint32_t node) const {
    const auto found = std::find_if(strangers_.rbegin(), strangers_.rend(),
                                    [node](const Stranger& one) { return one.node == node; });
    return found == strangers_.rend() ? 0 : found->unit;
}

void ArticleReader::emit_for_query(const NameTree& tree, const Candidate& candidate,
                                   std::vector<Mention>& mentions) const {
    const ByteRange range = article_.range(candidate);
    if (candidate.standing == Standing::ambiguous) {
        for (const NameEntry& entry : tree.node(candidate.node).entries) {
            if (entry.kind == NameKind::ambiguous || entry.kind == NameKind::idiom)
                mentions.push_back({entry.entity, range, MentionKind::name, true});
        }
        return;
    }
    constexpr std::uint32_t kShort = 3;
    const TextUnit& unit = article_.units[candidate.begin];
    const bool lower_word = candidate.end - candidate.begin == 1 && unit.uppers == 0 && !unit.han;
    const bool ambiguous = lower_word && !candidate.by_context &&
                           (candidate.kind == MentionKind::acronym || range.size() <= kShort ||
                            tree.is_common_word(unit.key));
    mentions.push_back({candidate.entity, range, candidate.kind, ambiguous});
}

void ArticleReader::emit(ArticleMentions& mentions) const {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        Candidate candidate = candidates_[i];
        if (!candidate.kept || candidate.standing != Standing::certain) continue;
        std::vector<Mention>& list =
            candidate.begin < article_.title_units ? mentions.title : mentions.text;
        if (const Candidate* owner = owner_in(i)) {
            list.push_back({owner->entity, article_.range(*owner), owner->kind, false});
            candidate.begin = owner->end;
        }
        list.push_back({candidate.entity, article_.range(candidate), candidate.kind, false});
    }
}

// A name may begin with the name of its owner: for Nvidia's H800, this finds Nvidia.
const Candidate* ArticleReader::owner_in(std::size_t candidate) const {
    const Candidate& whole = candidates_[candidate];
    if (whole.kind >= MentionKind::role) return nullptr;
    for (std::size_t i = candidate; i > 0 && candidates_[i - 1].begin == whole.begin; --i) {
        const Candidate& owner = candidates_[i - 1];
        if (owner.standing == Standing::certain && owner.entity != whole.entity &&
            owner.end < whole.end && article_.units[owner.end - 1].possessive) {
            return &owner;
        }
    }
    return nullptr;
}

}  // namespace sinodex
