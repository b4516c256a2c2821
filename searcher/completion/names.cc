// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion/names.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "corpus/text/fold.h"
#include "corpus/text/han.h"
#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

bool is_typed(NameKind kind) {
    return kind != NameKind::surname && kind != NameKind::role && kind != NameKind::not_this &&
           kind != NameKind::adjective;
}

}  // namespace

std::string name_key(std::string_view text) {
    if (valid_utf8(text) != text) return "";
    std::string folded;
    fold_word(text, folded);
    const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(folded);
    icu::UnicodeString key;
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        const UChar32 c = characters.char32At(i);
        if (u_isalnum(c) != 0) {
            key.append(is_han_run(c) ? fold_han(c) : c);
        } else if (c != '\'' && !key.isEmpty() && !key.endsWith(u" ", 1)) {
            key.append(u' ');
        }
    }
    std::string bytes;
    return key.toUTF8String(bytes);
}

NameTable::NameTable(const Knowledge& knowledge) {
    const std::vector<Entity> entities = knowledge.entities();
    for (EntityNumber number = 0; number < entities.size(); ++number) {
        const Entity& entity = entities[number];
        add(entity.id, {number, BegunName::kIdName});
        for (std::uint32_t i = 0; i < entity.names.size(); ++i) {
            if (is_typed(entity.names[i].kind)) add(entity.names[i].text, {number, i});
        }
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
}

void NameTable::add(std::string_view text, BegunName name) {
    std::string key = name_key(text);
    std::string unspaced = key;
    std::erase(unspaced, ' ');
    if (unspaced != key) names_.emplace_back(std::move(unspaced), name);
    names_.emplace_back(std::move(key), name);
}

std::vector<BegunName> NameTable::beginning_with(std::string_view key) const {
    std::vector<BegunName> found;
    auto at = std::lower_bound(names_.begin(), names_.end(), key,
                               [](const auto& name, std::string_view k) { return name.first < k; });
    for (; at != names_.end() && at->first.starts_with(key); ++at) found.push_back(at->second);
    return found;
}

}  // namespace sinodex
