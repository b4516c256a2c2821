// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/entity_names.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/text/han.h"

namespace sinodex {
namespace {

bool has_common_han(const std::string& text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, at, text.size(), character);
        if (is_common_han(character)) return true;
    }
    return false;
}

// The code at an exchange, NYSE:BABA, is a name in no language.
bool is_in(NameLanguage language, const std::string& name) {
    return has_common_han(name) == (language == NameLanguage::zh) &&
           name.find(':') == std::string::npos;
}

}  // namespace

std::string name_in(NameLanguage language, const Searcher& index, const std::string& id,
                    const std::string& shown) {
    if (!shown.empty() && is_in(language, shown)) return shown;
    try {
        const EntityDetails entity = index.entity(id);
        if (is_in(language, entity.name)) return entity.name;
        const auto found =
            std::find_if(entity.names.begin(), entity.names.end(),
                         [&](const std::string& one) { return is_in(language, one); });
        return found != entity.names.end() ? *found : entity.name;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::query) throw;
        return shown;
    }
}

}  // namespace sinodex
