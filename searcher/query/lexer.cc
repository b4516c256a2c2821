// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>

#include "searcher/query/suffixes.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 4> kQuotes{"\"", "“", "”", "＂"};

class Lexer {
 public:
    explicit Lexer(std::string_view query) : query_(query) { find_marks(); }

    std::vector<Lexeme> run() {
        for (skip_space(); at_ < query_.size(); skip_space()) take();
        push(Lexeme::Kind::end, at_, {});
        // In a headline that is all capitals, AND is a word.
        if (is_headline()) {
            for (Lexeme& lexeme : lexemes_) {
                if (is_operator(lexeme)) lexeme.kind = Lexeme::Kind::word;
            }
        }
        return std::move(lexemes_);
    }

 private:
    void take() {
        const std::size_t begin = at_;
        if (const std::size_t size = quote_at(at_)) return take_phrase(size);
        const char c = query_[at_];
        if (c == '(' || c == ')') {
            ++at_;
            push(c == '(' ? Lexeme::Kind::open : Lexeme::Kind::close, begin, {});
            if (c == ')') take_weight();
            return;
        }
        if ((c == '+' || c == '-') && !follows_field(at_) && operand_at(at_ + 1)) {
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
            take_weight();
        } else {
            lexemes_.back().closed = false;
        }
    }

    void take_weight() {
        const std::size_t begin = at_;
        at_ += weight_at(query_.substr(at_));
        if (at_ > begin) push(Lexeme::Kind::weight, begin, query_.substr(begin, at_ - begin));
    }

    void take_word() {
        const std::size_t begin = at_;
        while (at_ < query_.size() && space_at(at_) == 0 && query_[at_] != '(' &&
               query_[at_] != ')' && quote_at(at_) == 0) {
            const bool names = query_[at_] == ':' && at_ > begin && at_ + 1 < query_.size() &&
                               space_at(at_ + 1) == 0 && is_name(begin, at_);
            if (names) {
                push(Lexeme::Kind::field, begin, query_.substr(begin, at_ - begin));
                ++at_;
                lexemes_.back().span.end = static_cast<std::uint32_t>(at_);
                return;
            }
            ++at_;
        }
        const bool is_value = follows_field(begin);
        const bool is_id = is_value && lexemes_.back().text == "id";
        const std::size_t weight = is_id ? 0 : weight_behind(query_.substr(begin, at_ - begin));
        at_ -= weight;
        const std::string_view word = query_.substr(begin, at_ - begin);
        push(is_value || weight > 0 ? Lexeme::Kind::word : kind_of(word), begin, word);
        if (weight > 0) take_weight();
    }

    static Lexeme::Kind kind_of(std::string_view word) {
        if (word == "AND") return Lexeme::Kind::op_and;
        if (word == "OR") return Lexeme::Kind::op_or;
        if (word == "NOT") return Lexeme::Kind::op_not;
        return is_near(word) ? Lexeme::Kind::op_near : Lexeme::Kind::word;
    }

    // Other words than operators, all in capitals.
    bool is_headline() const {
        const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        return std::none_of(query_.begin(), query_.end(), is_lower) &&
               std::any_of(lexemes_.begin(), lexemes_.end(), [&](const Lexeme& lexeme) {
                   const std::string& text = lexeme.text;
                   return !is_operator(lexeme) && lexeme.kind != Lexeme::Kind::op_near &&
                          std::any_of(text.begin(), text.end(), is_upper);
               });
    }
    static bool is_operator(const Lexeme& lexeme) {
        return lexeme.kind == Lexeme::Kind::op_and || lexeme.kind == Lexeme::Kind::op_or ||
               lexeme.kind == Lexeme::Kind::op_not ||
               (lexeme.kind == Lexeme::Kind::op_near && lexeme.text == "NEAR");
    }

    // Whether + or - before `at` has something to act on: a word, phrase or group, no space, no
    // other sign.
    bool operand_at(std::size_t at) const {
        if (at >= query_.size() || space_at(at) > 0) return false;
        const auto c = static_cast<unsigned char>(query_[at]);
        return c >= 0x80 || c == '(' || c == '"' || (c >= '0' && c <= '9') ||
               ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    }

    // A field's value may hold colons, signs and operators.
    bool follows_field(std::size_t at) const {
        return !lexemes_.empty() && lexemes_.back().kind == Lexeme::Kind::field &&
               lexemes_.back().span.end == at;
    }
    bool is_name(std::size_t begin, std::size_t end) const {
        return !follows_field(begin) &&
               std::all_of(query_.begin() + static_cast<std::ptrdiff_t>(begin),
                           query_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](char c) { return c >= 'a' && c <= 'z'; });
    }

    // In running Chinese, curved quotation marks stand around names and quoted words, as 「」 do,
    // and are no operators: those that a Chinese character stands right before or behind.
    void find_marks() {
        constexpr std::string_view kOpening = "“";
        constexpr std::string_view kClosing = "”";
        for (std::size_t at = query_.find(kOpening); at != query_.npos;) {
            const std::size_t end = query_.find(kClosing, at);
            if (end == query_.npos) return;
            const std::size_t behind = end + kClosing.size();
            const bool running = (at >= 3 && is_chinese_at(at - 3)) || is_chinese_at(behind);
            if (running) marks_.insert(marks_.end(), {at, end});
            at = query_.find(kOpening, behind);
        }
    }
    bool is_chinese_at(std::size_t at) const {
        if (at >= query_.size()) return false;
        const auto lead = static_cast<unsigned char>(query_[at]);
        return lead >= 0xE4 && lead <= 0xE9;
    }

    std::size_t quote_at(std::size_t at) const {
        if (std::find(marks_.begin(), marks_.end(), at) != marks_.end()) return 0;
        for (const std::string_view quote : kQuotes) {
            if (query_.substr(at).starts_with(quote)) return quote.size();
        }
        return 0;
    }
    static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    // Its size, 0 where there is none. Chinese keyboards give the wide one.
    std::size_t space_at(std::size_t at) const {
        constexpr std::string_view kWide = "　";
        if (at < query_.size() && is_space(query_[at])) return 1;
        return at < query_.size() && query_.substr(at).starts_with(kWide) ? kWide.size() : 0;
    }
    void skip_space() {
        while (const std::size_t size = space_at(at_)) at_ += size;
    }
    void push(Lexeme::Kind kind, std::size_t begin, std::string_view text) {
        lexemes_.push_back({kind,
                            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)},
                            std::string(text),
                            true});
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::vector<std::size_t> marks_;  // where quotation marks are punctuation
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace sinodex
