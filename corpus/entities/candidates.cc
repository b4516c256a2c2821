// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/candidates.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/entities/spun_names.h"

namespace sinodex {
namespace {

constexpr std::size_t kLeastJoinedLetters = 9;

MentionKind mention_kind(NameKind kind) {
    switch (kind) {
        case NameKind::acronym:
            return MentionKind::acronym;
        case NameKind::ticker:
            return MentionKind::ticker;
        case NameKind::misnomer:
            return MentionKind::misnomer;
        case NameKind::surname:
            return MentionKind::surname;
        case NameKind::role:
            return MentionKind::role;
        default:
            return MentionKind::name;
    }
}

std::string lower_case(std::string_view word) {
    std::string folded(word);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return folded;
}

bool needs_evidence(NameKind kind) {
    return kind == NameKind::ambiguous || kind == NameKind::generic || kind == NameKind::idiom;
}

bool in_capitals(const TextUnit& unit) { return unit.uppers > 1 && unit.lowers == 0; }

}  // namespace

void ArticleUnits::read(std::string_view new_title, std::string_view new_text) {
    title = new_title;
    text = new_text;
    units.clear();
    append_units(title, units);
    title_units = static_cast<std::uint32_t>(units.size());
    append_units(text, units);
}

void CandidateFinder::find(std::vector<Candidate>& candidates,
                           std::vector<WordPlace>& words) const {
    for (std::uint32_t i = 0; i < units_.size(); ++i) find_at(i, candidates, words);
}

void CandidateFinder::find_at(std::uint32_t begin, std::vector<Candidate>& candidates,
                              std::vector<WordPlace>& words) const {
    Walk walk{begin, begin + 1, 0, Mending::none};
    const auto root = [&](std::uint64_t key) { return tree_.root(key); };
    walk.node = root(units_[begin].key);
    if (walk.node == 0) walk.node = mended(begin, true, root, walk.mending);
    const std::size_t before = candidates.size();
    const std::optional<Candidate> spun = follow(walk, candidates, words);
    if (const auto joined = joined_words(begin)) candidates.push_back(*joined);
    if (is_split(begin)) {
        follow({begin, begin + 2, root(joined_key(begin)), Mending::space}, candidates, words);
    }
    const bool has_longer = candidates.size() > before && candidates.back().end > begin + 2;
    if (spun && !has_longer) candidates.push_back(*spun);
}

// Appends the names that go on from where `walk` begins; returns a spun one.
std::optional<Candidate> CandidateFinder::follow(Walk walk, std::vector<Candidate>& candidates,
                                                 std::vector<WordPlace>& words) const {
    std::optional<Candidate> spun;
    auto& [begin, end, node, mending] = walk;
    for (; node != 0; ++end) {
        const NameTree::Node at = tree_.node(node);
        const bool intact = mending == Mending::none;
        if (at.context_word != kNoWord && intact) words.push_back({at.context_word, begin, end});
        if (const auto candidate = judged(begin, end, node, mending))
            candidates.push_back(*candidate);
        if (at.has_spun && intact) spun = spun_name(begin, node);
        if (end == units_.size() || units_[end].gap == Gap::hard) break;
        const std::uint32_t from = node;
        const auto child = [&](std::uint64_t key) { return tree_.child(from, key); };
        node = child(step_key(units_[end], false));
        if (node == 0) node = mended(end, false, child, mending);
        if (node != 0 || !is_split(end) || units_[end].gap != Gap::none) continue;
        node = child(joined_key(end++));
        mending = Mending::space;
    }
    return spun;
}

// Whether a space may have slipped into a word: "Administrat ion".
bool CandidateFinder::is_split(std::uint32_t unit) const {
    if (unit + 1 >= units_.size()) return false;
    const TextUnit& first = units_[unit];
    const TextUnit& second = units_[unit + 1];
    return first.starts_upper && !first.han && !first.possessive && second.gap == Gap::none &&
           !second.han && second.uppers == 0 && second.lowers > 1 && !tree_.knows_word(second.key);
}

std::uint64_t CandidateFinder::joined_key(std::uint32_t unit) const {
    return word_key(lower_case(article_.word(unit + 1)), units_[unit].key);
}

// The node that `next` gives for the unit as it was meant, or 0; one spelling mistake is mended,
// and any number of letters that were misread.
template <typename Next>
std::uint32_t CandidateFinder::mended(std::uint32_t unit, bool first, const Next& next,
                                      Mending& mending) const {
    if (units_[unit].lowers == 1) {
        if (const auto key = singular_code(unit)) return next(*key);
    }
    if (mending == Mending::spelling) return 0;
    if (const auto key = corrected_key(unit, first); key && mending == Mending::none) {
        const std::uint32_t node = next(*key);
        if (node != 0) mending = Mending::spelling;
        if (node != 0) return node;
    }
    const TextUnit& word = units_[unit];
    if (word.han || (word.gap != Gap::none && !first)) return 0;
    if (!word.starts_upper) {
        const std::string_view text = article_.word(unit);
        const bool odd = text[0] == 'l' || (text[0] >= '0' && text[0] <= '9');
        if (!odd || !starts_misread(text)) return 0;
    }
    if (tree_.knows_word(word.key)) return 0;
    for (const std::string& meant : misread_from(article_.word(unit))) {
        const std::uint32_t node = next(word_key(meant));
        if (node == 0) continue;
        mending = Mending::letters;
        return node;
    }
    return 0;
}

// The A100 of A100s.
std::optional<std::uint64_t> CandidateFinder::singular_code(std::uint32_t unit) const {
    const TextUnit& word = units_[unit];
    if (word.han || word.lowers != 1 || word.uppers == 0) return std::nullopt;
    const std::string_view text = article_.word(unit);
    const char before = text.size() > 2 ? text[text.size() - 2] : '\0';
    if (!text.ends_with('s') || before < '0' || before > '9') return std::nullopt;
    return word_key(lower_case(text.substr(0, text.size() - 1)));
}

std::optional<std::uint64_t> CandidateFinder::corrected_key(std::uint32_t unit, bool first) const {
    const TextUnit& word = units_[unit];
    if (word.range.size() + 1 < Spellings::kLeastLetters || word.han) return std::nullopt;
    if (!word.starts_upper && capitals_ != Capitals::ignored) return std::nullopt;
    if (word.gap != Gap::none && !first) return std::nullopt;
    if (tree_.knows_word(word.key)) return std::nullopt;
    const auto found = tree_.spellings().corrected(lower_case(article_.word(unit)));
    if (!found) return std::nullopt;
    return word_key(*found);
}

std::optional<Candidate> CandidateFinder::judged(std::uint32_t begin, std::uint32_t end,
                                                 std::uint32_t node, Mending mending) const {
    if (tree_.node(node).entries.empty()) return std::nullopt;
    if (end == begin + 1 && units_[begin].is_digits() && is_quantity(begin)) return std::nullopt;
    if (end == begin + 1 && (is_currency_prefix(begin) || is_suffix(begin))) return std::nullopt;
    Candidate result = judged_entries({begin, end, node}, mending);
    if (result.standing == Standing::dropped) return std::nullopt;
    if (result.standing < Standing::late && result.standing != Standing::blocked &&
        (is_made_longer(result) || is_behind_stranger(result) || is_in_company_name(result) ||
         is_cut_from_word(result) || is_behind_number(result) || is_family_name(result) ||
         is_in_title_of_rules(result) || is_in_foreign_name(result))) {
        result.standing = Standing::blocked;
    }
    return result;
}

// Returns what the first fitting entry of the best standing makes of `place`.
Candidate CandidateFinder::judged_entries(const Candidate& place, Mending mending) const {
    const bool corrected = mending != Mending::none;
    Candidate best = place;
    for (const NameEntry& entry : tree_.node(place.node).entries) {
        if (!fits(entry, place)) continue;
        if (mending == Mending::spelling && !entry.is_correctable()) continue;
        const bool mendable = entry.kind == NameKind::plain || entry.kind == NameKind::ambiguous;
        if (mending >= Mending::letters && !mendable) continue;
        if (mending == Mending::space && place.end - place.begin < 3) continue;
        Standing standing = Standing::certain;
        const bool bare_code = entry.kind == NameKind::ticker && place.end - place.begin == 1;
        if (bare_code && !is_bare_code(place.begin)) continue;
        if (entry.kind == NameKind::not_this) standing = Standing::blocked;
        if (needs_evidence(entry.kind)) standing = Standing::ambiguous;
        if (entry.kind == NameKind::adjective) standing = Standing::adjective;
        if (entry.kind == NameKind::acronym && stands_in_capitals(place))
            standing = Standing::ambiguous;
        if (corrected && is_doubtful_correction(place)) standing = Standing::ambiguous;
        if (entry.kind == NameKind::role || entry.kind == NameKind::surname ||
            (bare_code && units_[place.begin].is_digits() && !is_behind_code_word(place.begin))) {
            standing = Standing::late;
        }
        if (standing >= best.standing) continue;
        best.standing = standing;
        best.kind = corrected ? MentionKind::fuzzy : mention_kind(entry.kind);
        best.entity = entry.entity;
        best.doubtful = entry.is_doubtful() && capitals_ != Capitals::ignored;
        best.homeless = entry.is_homeless();
    }
    const bool plain = has_capital_by_place(best) || is_common_phrase(best) || is_titled(best);
    if (best.standing == Standing::certain && plain) best.doubtful = true;
    return best;
}

// A single misspelt word may be another name: Stamford is not Stanford. Queries are trusted.
bool CandidateFinder::is_doubtful_correction(const Candidate& place) const {
    constexpr std::uint32_t kLongWord = 10;
    return place.end - place.begin == 1 && article_.range(place).size() < kLongWord &&
           capitals_ != Capitals::ignored && !is_surely_misread(article_.word(place.begin));
}

bool CandidateFinder::fits(const NameEntry& entry, const Candidate& place) const {
    if (entry.min_uppers == 0 || capitals_ == Capitals::ignored) return true;
    std::uint32_t uppers = 0;
    for (std::uint32_t i = place.begin; i < place.end; ++i) uppers += units_[i].uppers;
    if (uppers >= entry.min_uppers) return true;
    if (entry.in_lower_case && uppers == 0 && !is_in_address(place.begin)) return true;
    return capitals_ == Capitals::in_single_words && place.end - place.begin > 1 &&
           entry.kind != NameKind::acronym && entry.kind != NameKind::ticker;
}

// "Byte Dance" for ByteDance.
std::optional<Candidate> CandidateFinder::joined_words(std::uint32_t begin) const {
    if (begin + 1 >= units_.size()) return std::nullopt;
    const TextUnit& first = units_[begin];
    const TextUnit& second = units_[begin + 1];
    if (!first.starts_upper || second.gap != Gap::none || second.han || first.possessive ||
        first.range.size() + second.range.size() < kLeastJoinedLetters) {
        return std::nullopt;
    }
    const std::uint32_t node = tree_.root(joined_key(begin));
    return node == 0 ? std::nullopt : judged(begin, begin + 2, node, Mending::none);
}

std::optional<Candidate> CandidateFinder::spun_name(std::uint32_t begin, std::uint32_t node) const {
    for (const SpunName& name : tree_.spun_names(node)) {
        const auto end = spun_end(units_, begin, name);
        if (!end) continue;
        return Candidate{begin, *end, node, Standing::certain, MentionKind::fuzzy, name.entity};
    }
    return std::nullopt;
}

// Whether digits are an amount and no name: 3.60, $360, 360%, 360亿元.
bool CandidateFinder::is_quantity(std::uint32_t unit) const {
    const TextUnit& digits = units_[unit];
    const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
    const std::string_view behind = text.substr(digits.range.end);
    const std::string_view before = text.substr(0, digits.range.begin);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_point = [](char c) { return c == '.' || c == ','; };
    if (behind.size() > 1 && is_point(behind[0]) && is_digit(behind[1])) return true;
    if (before.size() > 1 && is_point(before.back()) && is_digit(before[before.size() - 2]))
        return true;
    if (before.ends_with('$') || before.ends_with("¥") || before.ends_with("€")) return true;
    static constexpr std::array<std::string_view, 24> kUnits{
        "%",  "％", "亿", "億", "万", "萬",   "千", "元", "个", "個", "家", "名",
        "人", "年", "月", "日", "天", "小时", "项", "項", "度", "条", "倍", "多"};
    return std::any_of(kUnits.begin(), kUnits.end(),
                       [&](std::string_view unit_word) { return behind.starts_with(unit_word); });
}

// The US of US$5.
bool CandidateFinder::is_currency_prefix(std::uint32_t unit) const {
    const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
    const std::string_view behind = text.substr(units_[unit].range.end);
    return behind.starts_with('$') || behind.starts_with("¥") || behind.starts_with("￥");
}

// Whether a word is a part of a web address, a file's name or an account's.
bool CandidateFinder::is_in_address(std::uint32_t unit) const {
    const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
    const std::string_view before = text.substr(0, units_[unit].range.begin);
    const std::string_view behind = text.substr(units_[unit].range.end);
    constexpr std::string_view kJoints = "./@_#";
    const auto is_joint = [&](char c) { return kJoints.find(c) != kJoints.npos; };
    if (!before.empty() && is_joint(before.back())) return true;
    return behind.size() > 1 && is_joint(behind[0]) && behind[1] > ' ';
}

// The US of NIO.US.
bool CandidateFinder::is_suffix(std::uint32_t unit) const {
    const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
    const std::string_view before = text.substr(0, units_[unit].range.begin);
    return unit > 0 && before.ends_with('.') && units_[unit - 1].range.end + 1 == before.size() &&
           units_[unit].gap != Gap::hard && units_[unit].range.begin > 1;
}

bool CandidateFinder::is_bare_code(std::uint32_t unit) const {
    if (units_[unit].is_digits()) return is_in_brackets(unit, unit) || is_behind_code_word(unit);
    const std::string_view word = article_.word(unit);
    if (word.find_first_of("0123456789") != word.npos) return true;
    const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
    const std::uint32_t begin = units_[unit].range.begin;
    return begin > 0 && text[begin - 1] == '$' && (begin == 1 || text[begin - 2] != '$');
}

// 证券代码：600745, stock code 9988.
bool CandidateFinder::is_behind_code_word(std::uint32_t unit) const {
    static constexpr std::array<std::string_view, 6> kWords{"代码", "代碼",      "代號",
                                                            "代号", "tock code", "tock Code"};
    static constexpr std::array<std::string_view, 5> kJoints{" ", ":", "：", "（", "("};
    const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
    std::string_view before = text.substr(0, units_[unit].range.begin);
    constexpr int kMostJoints = 3;
    for (int count = 0; count < kMostJoints; ++count) {
        for (const std::string_view joint : kJoints) {
            if (before.ends_with(joint)) before.remove_suffix(joint.size());
        }
    }
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return before.ends_with(word); });
}

bool CandidateFinder::is_in_brackets(std::uint32_t first, std::uint32_t last) const {
    const std::string_view text = first < article_.title_units ? article_.title : article_.text;
    const std::string_view before = text.substr(0, units_[first].range.begin);
    const std::string_view behind = text.substr(units_[last].range.end);
    const bool opened = before.ends_with('(') || before.ends_with("（");
    return opened && (behind.starts_with(')') || behind.starts_with("）"));
}

// Whether the words around are in capitals, too, so that these say nothing.
bool CandidateFinder::stands_in_capitals(const Candidate& place) const {
    if (capitals_ == Capitals::ignored) return false;
    bool long_neighbour = false;
    const auto shouts = [&](std::uint32_t i) {
        long_neighbour |= units_[i].uppers > 3;
        return in_capitals(units_[i]) || units_[i].is_digits();
    };
    if (place.begin > 0 && units_[place.begin].gap == Gap::none && !shouts(place.begin - 1))
        return false;
    if (place.end < units_.size() && units_[place.end].gap == Gap::none && !shouts(place.end))
        return false;
    return long_neighbour;
}

void keep_longest(std::vector<Candidate>& candidates, const ArticleUnits& article,
                  std::vector<bool>& covered) {
    covered.assign(article.units.size(), false);
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        candidates[i].kept = false;
        if (candidates[i].standing < Standing::late) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return article.range(candidates[a]).size() > article.range(candidates[b]).size();
    });
    for (const std::uint32_t i : order) {
        Candidate& candidate = candidates[i];
        const auto begin = covered.begin() + candidate.begin;
        const auto end = covered.begin() + candidate.end;
        if (std::find(begin, end, true) != end) continue;
        std::fill(begin, end, true);
        candidate.kept = true;
    }
}

}  // namespace sinodex
