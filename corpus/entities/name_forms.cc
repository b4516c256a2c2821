// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/name_forms.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sinodex {
namespace {

std::vector<TextUnit> units_of(std::string_view text) {
    std::vector<TextUnit> units;
    append_units(text, units);
    return units;
}

bool is_concept(EntityType type) {
    return type == EntityType::law || type == EntityType::policy || type == EntityType::event;
}

// A word whose capitals all matter: LINE is no line, MoST not the most.
bool is_short_word(const std::vector<TextUnit>& units) {
    constexpr std::uint32_t kShort = 5;
    return units.size() == 1 && (units[0].range.size() <= kShort || units[0].lowers == 0);
}

std::uint8_t min_uppers(const EntityName& name, EntityType type,
                        const std::vector<TextUnit>& units) {
    std::uint32_t uppers = 0;
    for (const TextUnit& unit : units) uppers += unit.uppers;
    switch (name.kind) {
        case NameKind::acronym:
        case NameKind::ticker:
            return static_cast<std::uint8_t>(std::min(uppers, 255U));
        case NameKind::role:
        case NameKind::not_this:
            return 0;
        case NameKind::plain:
        case NameKind::misnomer:
        case NameKind::ambiguous:
        case NameKind::generic:
        case NameKind::idiom:
        case NameKind::adjective:
        case NameKind::surname:
            break;
    }
    if (is_short_word(units)) return static_cast<std::uint8_t>(uppers);
    // The data security law needs no capitals, the ministry of commerce does.
    const bool free = units.size() > 1 && is_concept(type);
    return uppers == 0 || free ? 0 : 1;
}

NameForm form_of(const std::vector<TextUnit>& units, std::uint8_t uppers, bool at_start = true) {
    NameForm form{{}, uppers};
    for (const TextUnit& unit : units) {
        if (!form.keys.empty() && unit.gap == Gap::hard) return {};
        form.keys.push_back(step_key(unit, at_start && form.keys.empty()));
    }
    return form;
}

// The form of a name with any one unit in the place of each star.
NameForm form_of_parts(std::string_view text, const EntityName& name, EntityType type) {
    NameForm form;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t star = std::min(text.find('*', begin), text.size());
        std::vector<TextUnit> units = units_of(text.substr(begin, star - begin));
        if (units.empty()) return {};
        if (begin > 0) {
            form.keys.push_back(kAnyUnit);
            units.front().gap = Gap::none;
        }
        const NameForm part = form_of(units, min_uppers(name, type, units), begin == 0);
        if (part.keys.empty()) return {};
        form.keys.insert(form.keys.end(), part.keys.begin(), part.keys.end());
        form.min_uppers = std::max(form.min_uppers, part.min_uppers);
        begin = star + 1;
    }
    return form;
}

// `text` with a change at every place where `from` stands.
std::string with_changed(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// The exchanges' other names, and the letters behind a dot that stand for them.
struct Exchange {
    std::string_view name;
    std::array<std::string_view, 6> names;
    std::array<std::string_view, 3> suffixes;
    std::string_view prefix;  // right before the code
};
constexpr std::array<Exchange, 10> kExchanges{{
    {"HKEX", {"HK", "SEHK", "HKG", "港交所", "联交所", "香港联交所"}, {"HK", "", ""}, ""},
    {"NYSE", {"NYSE", "US", "纽交所", "纽约证券交易所", "", ""}, {"N", "US", ""}, ""},
    {"NASDAQ", {"Nasdaq", "NASDAQGS", "US", "纳斯达克", "那斯达克", ""}, {"O", "OQ", "US"}, ""},
    {"SSE", {"SSE", "SHA", "SH", "上交所", "上证", "沪市"}, {"SS", "SH", ""}, "SH"},
    {"SZSE", {"SZSE", "SHE", "SZ", "深交所", "深证", "深市"}, {"SZ", "", ""}, "SZ"},
    {"TWSE", {"TWSE", "TPE", "TW"}, {"TW", "TT", ""}, ""},
    {"TSE", {"TSE", "TYO", "JP"}, {"T", "JP", ""}, ""},
    {"KRX", {"KRX", "KOSPI", "KS"}, {"KS", "", ""}, ""},
    {"AMS", {"AMS", "Euronext", ""}, {"AS", "", ""}, ""},
    {"OTC", {"OTCMKTS", "OTC Pink", ""}, {"PK", "", ""}, ""},
}};

bool is_number(std::string_view code) { return code.find_first_not_of("0123456789") == code.npos; }

// Hong Kong's codes have four or five digits, and may lose the zeros in front.
std::vector<std::string> codes_of(std::string_view exchange, std::string_view code) {
    std::vector<std::string> codes{std::string(code)};
    if (exchange != "HKEX" || !is_number(code)) return codes;
    const std::size_t zeros = std::min(code.find_first_not_of('0'), code.size());
    const std::string bare(code.substr(zeros));
    codes.push_back(bare);
    for (const std::size_t size : {4U, 5U}) {
        if (bare.size() < size) codes.push_back(std::string(size - bare.size(), '0') + bare);
    }
    return codes;
}

std::vector<std::string> ticker_texts(const std::string& ticker) {
    std::vector<std::string> texts{ticker};
    const std::size_t colon = ticker.find(':');
    const std::string_view exchange = std::string_view(ticker).substr(0, colon);
    for (const Exchange& known : kExchanges) {
        if (colon == ticker.npos || known.name != exchange) continue;
        for (const std::string& code : codes_of(exchange, ticker.substr(colon + 1))) {
            texts.push_back(std::string(exchange) + ":" + code);
            for (const std::string_view name : known.names) {
                if (!name.empty()) texts.push_back(std::string(name) + ":" + code);
            }
            texts.push_back(code);  // $NVDA, and 00700 in brackets behind a name
            if (!known.prefix.empty()) texts.push_back(std::string(known.prefix) + code);
            // F.N are initials, 5.HK may be dollars.
            const bool brief = code.size() < (exchange == "HKEX" ? 3U : 2U);
            for (const std::string_view suffix : known.suffixes) {
                if (suffix.empty() || brief) continue;
                texts.push_back(code + "." + std::string(suffix));
                if (is_number(code) && code.size() > 3)  // 9988 HK
                    texts.push_back(code + " " + std::string(suffix));
            }
        }
    }
    return texts;
}

std::vector<std::string> written_ways(const EntityName& name) {
    if (name.kind == NameKind::ticker) return ticker_texts(name.text);
    const bool chinese_surname =
        name.kind == NameKind::surname && static_cast<unsigned char>(name.text.front()) >= 0x80;
    if (chinese_surname) return {name.text + "先生", name.text + "女士"};
    std::vector<std::string> ways{name.text};
    const std::string plural = with_changed(with_changed(name.text, "'s ", "s "), "’s ", "s ");
    const std::string joined = with_changed(name.text, "-", "");
    if (plural != name.text) ways.push_back(plural);
    if (joined != name.text && joined.find(' ') != joined.npos) ways.push_back(joined);
    return ways;
}

}  // namespace

std::vector<NameForm> name_forms(const EntityName& name, EntityType type) {
    std::vector<NameForm> forms;
    for (const std::string& way : written_ways(name)) {
        NameForm form = form_of_parts(way, name, type);
        if (!form.keys.empty()) forms.push_back(std::move(form));
    }
    return forms;
}

NameKind matched_kind(const EntityName& name) {
    if (name.kind != NameKind::plain) return name.kind;
    const std::vector<TextUnit> units = units_of(name.text);
    return is_short_word(units) && units[0].uppers > 1 ? NameKind::acronym : name.kind;
}

std::string name_identity(const EntityName& name) {
    std::string identity = name.kind == NameKind::acronym ? "acronym " : "";
    for (const std::uint64_t key : form_of(units_of(name.text), 0).keys) {
        identity += std::to_string(key) + " ";
    }
    return identity;
}

}  // namespace sinodex
