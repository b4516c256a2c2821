#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 4> kQuotes{"\"", "“", "”", "＂"};

class Lexer {
   public:
    explicit Lexer(std::string_view query) : query_(query) {}

    std::vector<Lexeme> run() {
        for (skip_space(); at_ < query_.size(); skip_space()) take();
        push(Lexeme::Kind::end, at_, {});
        return std::move(lexemes_);
    }

   private:
    void take() {
        const std::size_t begin = at_;
        if (const std::size_t size = quote_at(at_)) return take_phrase(size);
        const char c = query_[at_];
        if (c == '(' || c == ')') {
            ++at_;
            return push(c == '(' ? Lexeme::Kind::open : Lexeme::Kind::close, begin, {});
        }
        const bool last = at_ + 1 >= query_.size() || is_space(query_[at_ + 1]);
        if ((c == '+' || c == '-') && !last) {
            ++at_;
            return push(c == '+' ? Lexeme::Kind::plus : Lexeme::Kind::minus, begin, {});
        }
        take_word();
    }

    void take_phrase(std::size_t quote) {
        const std::size_t begin = at_;
        at_ += quote;
        const std::size_t text = at_;
        while (at_ < query_.size() && quote_at(at_) == 0) ++at_;
        push(Lexeme::Kind::phrase, begin, query_.substr(text, at_ - text));
        if (at_ < query_.size()) {
            at_ += quote_at(at_);
            lexemes_.back().span.end = static_cast<std::uint32_t>(at_);
        } else {
            lexemes_.back().closed = false;
        }
    }

    void take_word() {
        const std::size_t begin = at_;
        while (at_ < query_.size() && !is_space(query_[at_]) && query_[at_] != '(' &&
               query_[at_] != ')' && quote_at(at_) == 0) {
            const bool names = query_[at_] == ':' && at_ > begin && at_ + 1 < query_.size() &&
                               !is_space(query_[at_ + 1]) && is_name(begin, at_);
            if (names) {
                push(Lexeme::Kind::field, begin, query_.substr(begin, at_ - begin));
                ++at_;
                lexemes_.back().span.end = static_cast<std::uint32_t>(at_);
                return;
            }
            ++at_;
        }
        const std::string_view word = query_.substr(begin, at_ - begin);
        push(word == "AND"   ? Lexeme::Kind::op_and
             : word == "OR"  ? Lexeme::Kind::op_or
             : word == "NOT" ? Lexeme::Kind::op_not
                             : Lexeme::Kind::word,
             begin, word);
    }

    // A field's value may hold colons; so may nothing that follows a field at once.
    bool is_name(std::size_t begin, std::size_t end) const {
        const bool value = !lexemes_.empty() && lexemes_.back().kind == Lexeme::Kind::field &&
                           lexemes_.back().span.end == begin;
        return !value && std::all_of(query_.begin() + static_cast<std::ptrdiff_t>(begin),
                                     query_.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](char c) { return c >= 'a' && c <= 'z'; });
    }

    std::size_t quote_at(std::size_t at) const {
        for (const std::string_view quote : kQuotes) {
            if (query_.substr(at).starts_with(quote)) return quote.size();
        }
        return 0;
    }
    static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    void skip_space() {
        for (;;) {
            if (at_ < query_.size() && is_space(query_[at_])) {
                ++at_;
            } else if (query_.substr(at_).starts_with("　")) {
                at_ += std::string_view("　").size();
            } else {
                return;
            }
        }
    }
    void push(Lexeme::Kind kind, std::size_t begin, std::string_view text) {
        lexemes_.push_back({kind,
                            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)},
                            std::string(text),
                            true});
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace sinodex
