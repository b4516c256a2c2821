// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/site_name.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongestSiteName = 60;  // bytes of a name

// Letters and digits in lower case, umlauts as hosts write them.
std::string letters_of(std::string_view text) {
    constexpr std::array<std::array<std::string_view, 2>, 7> kUmlauts = {{{"ä", "ae"},
                                                                          {"ö", "oe"},
                                                                          {"ü", "ue"},
                                                                          {"Ä", "ae"},
                                                                          {"Ö", "oe"},
                                                                          {"Ü", "ue"},
                                                                          {"ß", "ss"}}};
    std::string letters;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) letters += c;
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c | 0x20);
        for (const auto& [umlaut, written] : kUmlauts) {
            if (text.substr(at).starts_with(umlaut)) letters += written;
        }
    }
    return letters;
}

// "bbc" of "www.bbc.co.uk": what a host's owner registered.
std::string registered_name(std::string_view host) {
    constexpr std::array<std::string_view, 9> kOfCountries = {"co",  "com", "org", "net", "gov",
                                                              "edu", "ac",  "or",  "ne"};
    host = host.substr(0, host.rfind('.'));
    const auto last = [&] { return host.substr(host.rfind('.') + 1); };
    const bool more = host.find('.') != std::string_view::npos;
    if (more && std::find(kOfCountries.begin(), kOfCountries.end(), last()) != kOfCountries.end()) {
        host = host.substr(0, host.rfind('.'));
    }
    return letters_of(last());
}

}  // namespace

bool PageSite::is_called(std::string_view text) const {
    constexpr std::size_t kClear = 5;  // letters that cannot stand in another name by chance
    if (text.empty() || text.size() > kLongestSiteName) return false;
    if (!name.empty() && equal_ignoring_case(text, name)) return true;
    const std::string own = registered_name(host);
    const std::string letters = letters_of(text);
    if (own.empty() || letters.empty()) return false;
    if (letters == own || letters == letters_of(host)) return true;
    const bool little_more = letters.size() * 2 <= own.size() * 5;
    if (own.size() >= kClear && little_more && letters.find(own) != std::string::npos) return true;
    const bool part = letters.size() >= kClear && letters.size() * 2 >= own.size();
    if (part && own.find(letters) != std::string::npos) return true;
    const std::size_t space = text.find(' ');
    return space != std::string_view::npos && little_more &&
           letters_of(text.substr(0, space)) == own;
}

}  // namespace sinodex
