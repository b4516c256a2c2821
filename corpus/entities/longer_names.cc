// SPDX-License-Identifier: GPL-2.0-or-later

// Names that are but a part of a longer one, which is unknown.

#include <algorithm>
#include <array>

#include "corpus/entities/candidates.h"
#include "corpus/entities/sentence_ends.h"
#include "corpus/entities/transliteration.h"

namespace sinodex {
namespace {

// What the titles of contracts and rules end with.
bool ends_rules(std::string_view title) {
    static constexpr std::array<std::string_view, 18> kEnds{
        "法",   "协议", "協議", "条例", "條例", "规定", "規定", "规则", "規則",
        "政策", "办法", "辦法", "章程", "条款", "條款", "须知", "声明", "聲明"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return title.ends_with(end); });
}

}  // namespace

// Whether a place is but a part of a company's name: 浙江 of 浙江天猫技术有限公司.
bool CandidateFinder::is_in_company_name(const Candidate& place) const {
    if (!units_[place.begin].han || tree_.type(place.entity) != EntityType::place) return false;
    constexpr std::uint32_t kLongest = 16;
    constexpr std::string_view kOthers = "的在与與和向对對将將已等是为為於被就称稱";
    const auto size = static_cast<std::uint32_t>(units_.size());
    const bool closed_name = is_in_brackets(place.begin, place.end - 1);
    for (std::uint32_t i = place.end; i < std::min(size, place.end + kLongest); ++i) {
        const bool closed = closed_name && i == place.end;
        if (!units_[i].han || (units_[i].gap != Gap::none && !closed)) return false;
        const std::string_view word = article_.word(i);
        if (kOthers.find(word) != kOthers.npos) return false;
        const bool room = closed_name || i > place.end + 1;
        if (word == "限" && room && article_.word(i - 1) == "有") return true;
    }
    return false;
}

// Whether an unknown name in capitals stands before a place and makes one with it: BTC China.
bool CandidateFinder::is_behind_stranger(const Candidate& place) const {
    constexpr std::uint8_t kLeast = 3;
    if (place.begin == 0 || tree_.type(place.entity) != EntityType::place) return false;
    const TextUnit& here = units_[place.begin];
    const TextUnit& before = units_[place.begin - 1];
    return here.gap == Gap::none && !here.han && here.lowers > 0 && before.uppers >= kLeast &&
           before.lowers == 0 && !before.possessive && !tree_.knows_word(before.key) &&
           capitals_ == Capitals::as_named;
}

// Whether the last character of a newspaper's name begins a word: 等你時間自由時報名也不遲.
bool CandidateFinder::is_cut_from_word(const Candidate& place) const {
    if (tree_.type(place.entity) != EntityType::media || place.end >= units_.size()) return false;
    const std::string_view last = article_.word(place.end - 1);
    if ((last != "报" && last != "報") || units_[place.end].gap != Gap::none) return false;
    constexpr std::string_view kBehind = "名考警案废廢恩仇到销銷价價";
    return units_[place.end].han && kBehind.find(article_.word(place.end)) != kBehind.npos;
}

// Whether the first character of a place's name is the unit of a number before it: 五成都是.
// Behind 十 it need not be (八十成都人).
bool CandidateFinder::is_behind_number(const Candidate& place) const {
    if (place.begin == 0 || tree_.type(place.entity) != EntityType::place) return false;
    const TextUnit& before = units_[place.begin - 1];
    if (!before.han || units_[place.begin].gap != Gap::none) return false;
    constexpr std::string_view kDigits = "一二三四五六七八九两兩几幾";
    return article_.word(place.begin) == "成" &&
           kDigits.find(article_.word(place.begin - 1)) != kDigits.npos;
}

// Whether a place's name, which families have as well, stands behind an unknown first name: the
// actor Denzel Washington.
bool CandidateFinder::is_family_name(const Candidate& place) const {
    if (place.begin == 0 || place.end != place.begin + 1 || capitals_ != Capitals::as_named)
        return false;
    const TextUnit& here = units_[place.begin];
    const TextUnit& before = units_[place.begin - 1];
    if (here.han || here.gap != Gap::none || !before.starts_upper || before.lowers < 2 ||
        before.possessive || tree_.knows_word(before.key) || here.lowers == 0 ||
        begins_sentence(article_, place.begin - 1)) {
        return false;
    }
    const auto entries = tree_.node(place.node).entries;
    return tree_.type(place.entity) == EntityType::place &&
           std::any_of(entries.begin(), entries.end(),
                       [](const NameEntry& entry) { return entry.kind == NameKind::surname; });
}

// Whether words follow that make another name of it, which is unknown: 北京 of 北京晚报.
bool CandidateFinder::is_made_longer(const Candidate& place) const {
    const auto bit = 1U << static_cast<unsigned>(tree_.type(place.entity));
    std::uint32_t node = 0;
    for (std::uint32_t i = place.end; i < units_.size() && units_[i].gap == Gap::none; ++i) {
        if (!units_[i].han && !units_[i].starts_upper) return false;
        node = i == place.end ? tree_.root(units_[i].key)
                              : tree_.child(node, step_key(units_[i], false));
        if (node == 0) return false;
        if ((tree_.node(node).longer & bit) != 0) return true;
    }
    return false;
}

// Whether an office or a company stands in the title of rules or a contract: 《腾讯服务协议》. The
// title 《国务院关于…的规定》 names who wrote it.
bool CandidateFinder::is_in_title_of_rules(const Candidate& place) const {
    constexpr std::string_view kOpen = "《";
    constexpr std::string_view kClose = "》";
    constexpr std::uint32_t kLongest = 150;  // bytes
    const EntityType type = tree_.type(place.entity);
    const bool writes_none = type == EntityType::place || type == EntityType::law ||
                             type == EntityType::policy || type == EntityType::person;
    if (!units_[place.begin].han || writes_none) return false;
    const std::string_view text =
        place.begin < article_.title_units ? article_.title : article_.text;
    const ByteRange range = article_.range(place);
    const std::uint32_t from = range.begin > kLongest ? range.begin - kLongest : 0;
    const std::string_view before = text.substr(from, range.begin - from);
    const std::size_t open = before.rfind(kOpen);
    if (open == before.npos || before.find(kClose, open) != before.npos) return false;
    const std::string_view behind = text.substr(range.end, kLongest);
    const std::size_t close = behind.find(kClose);
    if (close == behind.npos || close == 0) return false;
    const std::string_view rest = behind.substr(0, close);
    constexpr std::array<std::string_view, 2> kAbout{"关于", "關於"};
    return ends_rules(rest) && rest.find(kAbout[0]) == rest.npos &&
           rest.find(kAbout[1]) == rest.npos;
}

// Whether the dot of a foreign name ties it to what is spelt like one: 尼古拉·特斯拉.
bool CandidateFinder::is_in_foreign_name(const Candidate& place) const {
    if (!units_[place.begin].han || tree_.type(place.entity) == EntityType::person) return false;
    const auto spells = [&](std::uint32_t unit) {
        return units_[unit].han && spells_foreign_names(article_.word(unit));
    };
    const auto is_dotted = [&](std::uint32_t unit) {
        static constexpr std::array<std::string_view, 4> kDots{"·", "•", "‧", "・"};
        if (units_[unit].gap != Gap::none) return false;
        const std::string_view text = unit < article_.title_units ? article_.title : article_.text;
        const std::string_view before = text.substr(0, units_[unit].range.begin);
        return std::any_of(kDots.begin(), kDots.end(),
                           [&](std::string_view dot) { return before.ends_with(dot); });
    };
    const bool first = place.begin > 1 && spells(place.begin - 1) && spells(place.begin - 2) &&
                       is_dotted(place.begin);
    const bool last = place.end + 1 < units_.size() && spells(place.end) && spells(place.end + 1) &&
                      is_dotted(place.end);
    return first || last;
}

}  // namespace sinodex
