// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion/place.h"

#include <algorithm>

#include "searcher/query/lexer.h"

namespace sinodex {
namespace {

// A name of more words is not looked for.
constexpr std::size_t kMaxWords = 6;

class PlaceFinder {
 public:
    explicit PlaceFinder(std::string_view before) : before_(before), lexemes_(lex_query(before)) {
        lexemes_.pop_back();  // the end
    }

    CompletionPlace run() {
        CompletionPlace place;
        follow_groups();
        if (lexemes_.empty()) {
            place.begins = {size()};
            return place;
        }
        const Lexeme& last = lexemes_.back();
        const bool touches = last.span.end == size();
        place.field = touches ? field_of(lexemes_.size() - 1) : fields_.back();
        if (last.kind == Lexeme::Kind::phrase && !last.closed) {
            place.quoted = true;
            place.begins = {static_cast<std::uint32_t>(last.span.end - last.text.size())};
        } else if (const std::string name = named_field(last); touches && !name.empty()) {
            place.field = name;
            place.begins = {size()};
        } else if (!place.field.empty()) {
            place.begins = {touches && last.kind == Lexeme::Kind::word ? last.span.begin : size()};
        } else {
            place.begins = words();
        }
        return place;
    }

 private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(before_.size()); }

    // A field before a group in parentheses holds for all that is in there.
    void follow_groups() {
        for (std::size_t i = 0; i < lexemes_.size(); ++i) {
            if (lexemes_[i].kind == Lexeme::Kind::open) fields_.push_back(field_of(i));
            if (lexemes_[i].kind == Lexeme::Kind::close && fields_.size() > 1) fields_.pop_back();
        }
    }

    bool follows_field(std::size_t i) const {
        return i > 0 && lexemes_[i - 1].kind == Lexeme::Kind::field &&
               lexemes_[i - 1].span.end == lexemes_[i].span.begin;
    }
    std::string field_of(std::size_t i) const {
        return follows_field(i) ? lexemes_[i - 1].text : fields_.back();
    }

    // "company:" before nothing is a word to the lexer.
    std::string named_field(const Lexeme& last) const {
        const std::string& text = last.text;
        if (last.kind != Lexeme::Kind::word || text.size() < 2 || text.back() != ':') return "";
        if (follows_field(lexemes_.size() - 1)) return "";
        const bool name =
            std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= 'a' && c <= 'z'; });
        return name ? text.substr(0, text.size() - 1) : "";
    }

    // Where the last words begin, all of which stand next to each other.
    std::vector<std::uint32_t> words() const {
        std::vector<std::uint32_t> begins;
        for (std::size_t i = lexemes_.size(); i-- > 0 && begins.size() < kMaxWords;) {
            if (lexemes_[i].kind != Lexeme::Kind::word || follows_field(i)) break;
            begins.insert(begins.begin(), lexemes_[i].span.begin);
        }
        return begins;
    }

    std::string_view before_;
    std::vector<Lexeme> lexemes_;
    std::vector<std::string> fields_{""};  // of the groups that are open
};

}  // namespace

CompletionPlace completion_place(std::string_view before) { return PlaceFinder(before).run(); }

}  // namespace sinodex
