// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/subject_terms.h"

#include "corpus/error.h"

namespace sinodex {
namespace {

// Takes what stands before a separator, and that, off a text; spaces around it go.
std::string_view take_member(std::string_view& text, char separator) {
    const std::size_t at = text.find(separator);
    std::string_view part = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + 1);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && (part.back() == ' ' || part.back() == '\r')) part.remove_suffix(1);
    return part;
}

class SubjectTermsReader {
 public:
    explicit SubjectTermsReader(const std::string& origin) : origin_(origin) {}

    std::vector<CedictEntry> read(std::string_view text) && {
        while (!text.empty()) {
            ++line_;
            const std::string_view content = take_member(text, '\n');
            if (!content.empty() && content.front() != '#') add(content);
        }
        return std::move(entries_);
    }

 private:
    void add(std::string_view line) {
        if (line.find('=') == line.npos) fail("there is no =");
        const std::vector<std::string> chinese = members(take_member(line, '='));
        const std::vector<std::string> english = members(line);
        for (const std::string& word : chinese) entries_.push_back({word, word, "", english});
    }

    std::vector<std::string> members(std::string_view text) const {
        std::vector<std::string> found;
        for (bool more = true; more;) {
            more = text.find(';') != text.npos;
            found.emplace_back(take_member(text, ';'));
            if (found.back().empty()) fail("a member is empty");
        }
        return found;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorKind::input, origin_ + ":" + std::to_string(line_) + ": " + what,
                    "a line is: 协议; 协定 = agreement; pact");
    }

    const std::string& origin_;
    std::size_t line_ = 0;
    std::vector<CedictEntry> entries_;
};

}  // namespace

std::vector<CedictEntry> parse_subject_terms(std::string_view text, const std::string& origin) {
    return SubjectTermsReader(origin).read(text);
}

}  // namespace sinodex
