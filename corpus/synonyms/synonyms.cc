// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/synonyms/synonyms.h"

#include <charconv>

#include "corpus/error.h"
#include "corpus/knowledge/embedded_synonyms.h"

namespace sinodex {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The part up to a separator, which is taken off `rest`.
std::string_view take(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const std::string_view part = trimmed(rest.substr(0, end));
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    return part;
}

class LineParser {
 public:
    LineParser(const std::string& origin, std::size_t line) : origin_(origin), line_(line) {}

    SynonymGroup parse(std::string_view text) const {
        SynonymGroup group;
        for (bool more = true; more;) {
            more = take_mark(text, "one-way:", group.one_way) ||
                   take_mark(text, "verbs:", group.verbs);
        }
        for (std::string_view rest = text; !rest.empty();) {
            group.members.push_back(member(take(rest, ';')));
        }
        if (group.members.size() < 2) fail("a group wants two members or more, parted by ;");
        return group;
    }

 private:
    static bool take_mark(std::string_view& text, std::string_view mark, bool& marked) {
        if (!text.starts_with(mark)) return false;
        text = trimmed(text.substr(mark.size()));
        return marked = true;
    }

    SynonymMember member(std::string_view text) const {
        std::string_view rest = text;
        SynonymMember member{std::string(take(rest, '=')), 1};
        if (member.text.empty()) fail("a member is empty");
        const std::string_view number = trimmed(rest);
        if (text.find('=') == text.npos) return member;
        const char* const end = number.data() + number.size();
        const auto [at, error] = std::from_chars(number.data(), end, member.weight);
        if (error != std::errc() || at != end || !(member.weight > 0 && member.weight <= 1)) {
            fail("the weight of '" + member.text + "' is no number above 0 and up to 1");
        }
        return member;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorKind::input, origin_ + ":" + std::to_string(line_) + ": " + what,
                    "a line is: word; other word = 0.8; ...");
    }

    const std::string& origin_;
    std::size_t line_;
};

}  // namespace

Synonyms Synonyms::parse(std::string_view text, const std::string& origin) {
    Synonyms synonyms;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::string_view content = take(text, '\n');
        if (content.empty() || content.front() == '#') continue;
        synonyms.groups_.push_back(LineParser(origin, line).parse(content));
    }
    return synonyms;
}

const Synonyms& Synonyms::built_in() {
    static const Synonyms synonyms = parse(embedded::kSynonyms, "corpus/knowledge/synonyms.txt");
    return synonyms;
}

}  // namespace sinodex
