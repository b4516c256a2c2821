// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/doubtful_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace sinodex {
namespace {

constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kLongestCode = 3;

bool all_han(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// SEC, and A100, which has a letter and a number.
bool is_short_code(std::string_view name) {
    const bool numbered = name.find_first_of("0123456789") != name.npos;
    if (name.size() > kLongestCode + (numbered ? 1 : 0)) return false;
    const auto fits = [](char c) { return is_capital(c) || (c >= '0' && c <= '9'); };
    return std::all_of(name.begin(), name.end(), fits) &&
           std::any_of(name.begin(), name.end(), is_capital);
}

// Whether codes of such entities are many; those of newspapers and of unions of states are well
// known.
bool is_coded(EntityType type) {
    return type != EntityType::media && type != EntityType::organisation;
}

// Whether a name is put together of words that other countries' offices have as well: not the
// White House.
bool is_institutional(std::string_view name) {
    static constexpr std::array<std::string_view, 9> kEnds{
        "Commission", "Court",     "Council",        "Committee", "Politburo",
        "Congress",   "Authority", "Administration", "Bureau"};
    if (is_short_code(name) || name.find(" of ") != name.npos) return true;
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
}

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        words.push_back(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

// 王兴, but not 耶伦; names of three characters are hardly shared.
bool is_brief_person(std::string_view name) {
    constexpr std::string_view kFamilies =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯"
        "邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
        "谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史"
        "陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤易温庄包宿瞿苗丛车柳"
        "柯卓";
    return all_han(name) && name.size() == 2 * kHanBytes &&
           kFamilies.find(name.substr(0, kHanBytes)) != kFamilies.npos;
}

bool is_surname_of(std::string_view word, const Entity& person) {
    return std::any_of(person.names.begin(), person.names.end(), [&](const EntityName& name) {
        return name.kind == NameKind::surname && name.text == word;
    });
}

bool has_brief_name(const Entity& person) {
    return std::any_of(person.names.begin(), person.names.end(),
                       [](const EntityName& name) { return is_brief_person(name.text); });
}

}  // namespace

DoubtfulNames::DoubtfulNames(const KnowledgeSource& knowledge) : knowledge_(knowledge) {
    std::unordered_map<std::string, int> persons;
    for (const Entity& entity : knowledge.entities()) {
        if (entity.type != EntityType::person) continue;
        for (const EntityName& name : entity.names) {
            if (name.kind == NameKind::surname && ++persons[name.text] == 2)
                families_.insert(name.text);
        }
    }
    for (const Entity& entity : knowledge.entities()) {
        if (entity.type != EntityType::place) continue;
        for (const EntityName& name : entity.names) {
            if (name.text.find(' ') == std::string::npos) countries_.insert(name.text);
        }
    }
    for (const TypeRules& rules : knowledge.rules()) {
        for (const std::string& word : rules.common) {
            if (all_han(word) || is_capital(word.back())) words_.insert(word);
        }
    }
}

bool DoubtfulNames::holds(const EntityName& name, const Entity& entity) const {
    const bool certain = name.kind == NameKind::plain || name.kind == NameKind::acronym ||
                         name.kind == NameKind::misnomer;
    const bool has_subject = !knowledge_.rules(entity.type).subject.empty();
    if (!certain || !has_subject || entity.type == EntityType::place) return false;
    if (entity.type == EntityType::person) return is_shared_person(name.text, entity);
    return (is_short_code(name.text) && is_coded(entity.type)) || words_.contains(name.text);
}

bool DoubtfulNames::is_homeless(const EntityName& name, const Entity& entity) const {
    const EntityType type = entity.type;
    const bool is_office = type == EntityType::regulator || type == EntityType::state ||
                           type == EntityType::court || type == EntityType::party;
    const bool certain = name.kind == NameKind::plain || name.kind == NameKind::acronym;
    if (!is_office || !certain || !is_institutional(name.text)) return false;
    const std::vector<std::string_view> words = words_of(name.text);
    return std::none_of(words.begin(), words.end(), [&](std::string_view word) {
        return countries_.contains(std::string(word.substr(0, word.find('\''))));
    });
}

// Li Qiang, Daniel Zhang, 王兴.
bool DoubtfulNames::is_shared_person(std::string_view name, const Entity& person) const {
    if (is_brief_person(name)) return true;
    const std::vector<std::string_view> words = words_of(name);
    if (words.size() != 2) return false;
    const auto is_family = [&](std::string_view word) {
        return families_.contains(std::string(word));
    };
    const bool family_first = is_family(words[0]) || is_surname_of(words[0], person);
    return family_first ? has_brief_name(person) : is_family(words[1]);
}

}  // namespace sinodex
