// SPDX-License-Identifier: GPL-2.0-or-later

// Whom a role beside a company's name means: "Apple CEO Cook", "Tesla's chief executive",
// 美团创始人.

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/entities/article_reader.h"

namespace sinodex {
namespace {

struct RoleTitle {
    std::uint32_t end;
    std::uint32_t roles;
};

struct RoleWord {
    std::string_view word;
    std::uint32_t roles;
};

constexpr std::array<RoleWord, 8> kRoleWords{{
    {"ceo", HeadRole::chief},
    {"founder", HeadRole::founder},
    {"cofounder", HeadRole::some},
    {"chairman", HeadRole::some},
    {"president", HeadRole::some},
    {"boss", HeadRole::some},
    {"parent", HeadRole::owner},
    {"owner", HeadRole::owner},
}};
constexpr std::array<RoleWord, 9> kHanRoleWords{{
    {"创始人", HeadRole::founder},
    {"創始人", HeadRole::founder},
    {"创办人", HeadRole::founder},
    {"創辦人", HeadRole::founder},
    {"首席执行官", HeadRole::chief},
    {"首席執行官", HeadRole::chief},
    {"执行长", HeadRole::chief},
    {"執行長", HeadRole::chief},
    {"母公司", HeadRole::owner},
}};

bool is_word(const ArticleUnits& article, std::uint32_t unit, std::string_view word) {
    return unit < article.units.size() && article.units[unit].gap == Gap::none &&
           article.units[unit].key == word_key(word);
}

std::optional<RoleTitle> word_title_at(const ArticleUnits& article, std::uint32_t begin) {
    if (is_word(article, begin, "chief") && is_word(article, begin + 1, "executive")) {
        const bool officer = is_word(article, begin + 2, "officer");
        return RoleTitle{begin + (officer ? 3U : 2U), HeadRole::chief};
    }
    if (is_word(article, begin, "co") && is_word(article, begin + 1, "founder"))
        return RoleTitle{begin + 2, HeadRole::some};
    for (const RoleWord& role : kRoleWords) {
        if (!is_word(article, begin, role.word)) continue;
        const bool company =
            role.roles == HeadRole::owner && is_word(article, begin + 1, "company");
        return RoleTitle{begin + (company ? 2U : 1U), role.roles};
    }
    return std::nullopt;
}

std::optional<RoleTitle> han_title_at(const ArticleUnits& article, std::uint32_t begin) {
    if (begin >= article.units.size() || article.units[begin].gap != Gap::none) return std::nullopt;
    const std::string_view text = begin < article.title_units ? article.title : article.text;
    const std::string_view rest = text.substr(article.units[begin].range.begin);
    for (const RoleWord& role : kHanRoleWords) {
        if (rest.starts_with(role.word))
            return RoleTitle{begin + static_cast<std::uint32_t>(role.word.size() / 3), role.roles};
    }
    return std::nullopt;
}

// The roles that begin with a unit: "founder and chief executive", 创始人.
std::optional<RoleTitle> role_title_at(const ArticleUnits& article, std::uint32_t begin) {
    if (begin < article.units.size() && article.units[begin].han)
        return han_title_at(article, begin);
    auto title = word_title_at(article, begin);
    if (!title || !is_word(article, title->end, "and")) return title;
    if (const auto second = word_title_at(article, title->end + 1)) title->end = second->end;
    return title;
}

// Whether nothing behind a role makes another one of it: 创始人大会, "chief executive of its unit".
bool ends_role(const ArticleUnits& article, std::uint32_t unit) {
    if (unit >= article.units.size() || article.units[unit].gap != Gap::none) return true;
    const TextUnit& next = article.units[unit];
    if (next.han) {
        constexpr std::string_view kBehind =
            "在表说說称稱将將已也曾很的与與和对對为為从從于於宣被再亲親透回接出辞辭退卸因是以向拒否"
            "认認承發发并並就";
        return kBehind.find(article.word(unit)) != kBehind.npos;
    }
    static const std::array<std::uint64_t, 5> kMore{word_key("of"), word_key("for"),
                                                    word_key("designate"), word_key("elect"),
                                                    word_key("emeritus")};
    return !next.starts_upper && !next.is_digits() &&
           std::find(kMore.begin(), kMore.end(), next.key) == kMore.end();
}

}  // namespace

// The candidate for the surname of who leads `company`, whose name ends at `end`; the number of
// candidates when there is none.
std::size_t ArticleReader::head_behind(const NameTree& tree, EntityNumber company,
                                       std::uint32_t end) const {
    const auto heads = tree.heads(company);
    const auto size = static_cast<std::uint32_t>(article_.units.size());
    if (heads.empty() || end >= size || article_.units[end].han) return candidates_.size();
    const auto title = role_title_at(article_, end);
    if (!title && !article_.units[end - 1].possessive) return candidates_.size();
    const std::uint32_t at = title ? title->end : end;
    if (at >= size || article_.units[at].gap != Gap::none || !article_.units[at].starts_upper)
        return candidates_.size();
    const auto first =
        std::lower_bound(candidates_.begin(), candidates_.end(), at,
                         [](const Candidate& one, std::uint32_t unit) { return one.begin < unit; });
    for (auto one = first; one != candidates_.end() && one->begin == at; ++one) {
        const bool longer_name = one->end < size && article_.units[one->end].gap == Gap::none &&
                                 article_.units[one->end].starts_upper &&
                                 !article_.units[one->end - 1].possessive;
        if (longer_name || one->standing == Standing::certain) continue;
        for (const NameEntry& entry : tree.node(one->node).entries) {
            if (entry.kind == NameKind::surname && is_head(heads, entry.entity))
                return static_cast<std::size_t>(one - candidates_.begin());
        }
    }
    return candidates_.size();
}

bool ArticleReader::is_head(std::span<const NameHead> heads, EntityNumber person) {
    return std::any_of(heads.begin(), heads.end(),
                       [&](const NameHead& head) { return head.entity == person; });
}

void ArticleReader::decide_heads(const NameTree& tree) {
    std::vector<Candidate> roles;
    for (const Candidate& company : candidates_) {
        if (!company.kept || company.standing != Standing::certain) continue;
        const auto heads = tree.heads(company.entity);
        if (heads.empty()) continue;
        const std::size_t surname = head_behind(tree, company.entity, company.end);
        if (surname < candidates_.size()) {
            name_head(tree, heads, candidates_[surname]);
        } else if (const auto role = role_of(heads, company)) {
            roles.push_back(*role);
        }
    }
    add_candidates(roles);
}

void ArticleReader::name_head(const NameTree& tree, std::span<const NameHead> heads,
                              Candidate& surname) const {
    for (const NameEntry& entry : tree.node(surname.node).entries) {
        if (entry.kind != NameKind::surname || !is_head(heads, entry.entity)) continue;
        surname.entity = entry.entity;
        surname.kind = MentionKind::surname;
        surname.standing = Standing::certain;
        return;
    }
}

// A role behind a company that leads to one alone, where no name follows.
std::optional<Candidate> ArticleReader::role_of(std::span<const NameHead> heads,
                                                const Candidate& company) const {
    const auto title = role_title_at(article_, company.end);
    if (!title || title->roles == HeadRole::some || !ends_role(article_, title->end))
        return std::nullopt;
    const bool named =
        std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& one) {
            return one.kept && one.standing == Standing::certain && one.begin <= title->end &&
                   one.end > company.end;
        });
    if (named) return std::nullopt;
    for (const NameHead& head : heads) {
        if ((head.roles & title->roles) == 0) continue;
        Candidate role{company.end, title->end, company.node};
        role.standing = Standing::certain;
        role.kind = MentionKind::role;
        role.entity = head.entity;
        return role;
    }
    return std::nullopt;
}

void ArticleReader::add_candidates(const std::vector<Candidate>& more) {
    if (more.empty()) return;
    candidates_.insert(candidates_.end(), more.begin(), more.end());
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
}

}  // namespace sinodex
