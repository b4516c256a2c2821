// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace sinodex {
namespace {

// How many bytes the character at the beginning of a text takes; 0: it is no UTF-8 (RFC 3629).
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i) {
        return i < text.size() && byte(i) >= 0x80 && byte(i) < 0xC0;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !follows(1)) return 0;
    if (first < 0xE0) return 2;
    const unsigned second = byte(1);
    const bool too_long = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool too_large = first == 0xF4 && second >= 0x90;
    if (too_long || surrogate || too_large || !follows(2)) return 0;
    if (first < 0xF0) return 3;
    return follows(3) ? 4 : 0;
}

constexpr std::array<bool, 256> kPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t code = 0x20; code < 0x80; ++code) plain[code] = code != '"' && code != '\\';
    return plain;
}();

// Whether it is written as it is: a character of one byte that needs no escape.
bool is_plain(char letter) { return kPlain[static_cast<unsigned char>(letter)]; }

// Writes what the library does. That looks at each byte for itself; this copies what stands between
// those that are escaped, of which most answers consist.
class JsonWriter {
 public:
    explicit JsonWriter(int indent) : indent_(indent) {}

    void write(const Json& json, std::size_t depth) {
        switch (json.type()) {
            case Json::value_t::object:
                return write_all(json.get_ref<const Json::object_t&>(), "{}", depth);
            case Json::value_t::array:
                return write_all(json.get_ref<const Json::array_t&>(), "[]", depth);
            case Json::value_t::string:
                return write_text(json.get_ref<const std::string&>());
            case Json::value_t::number_unsigned:
                return write_number(json.get<std::uint64_t>());
            case Json::value_t::number_integer:
                return write_number(json.get<std::int64_t>());
            default:
                out_ += json.dump();
        }
    }

    std::string take() { return std::move(out_); }

 private:
    template <typename Parts>
    void write_all(const Parts& parts, const char* brackets, std::size_t depth) {
        out_ += brackets[0];
        bool first = true;
        for (const auto& part : parts) {
            if (!first) out_ += ',';
            first = false;
            begin_line(depth + 1);
            write_part(part, depth + 1);
        }
        if (!first) begin_line(depth);
        out_ += brackets[1];
    }

    void write_part(const Json& part, std::size_t depth) { write(part, depth); }
    void write_part(const Json::object_t::value_type& part, std::size_t depth) {
        write_text(part.first);
        out_ += indent_ < 0 ? ":" : ": ";
        write(part.second, depth);
    }

    void begin_line(std::size_t depth) {
        if (indent_ < 0) return;
        out_ += '\n';
        out_.append(depth * static_cast<std::size_t>(indent_), ' ');
    }

    // What is no UTF-8 is left to the library.
    void write_text(const std::string& text) {
        const std::size_t before = out_.size();
        out_ += '"';
        for (std::string_view rest = text; !rest.empty();) {
            std::size_t size = 0;
            while (size < rest.size() && is_plain(rest[size])) ++size;
            if (size == 0) size = character_size(rest);
            if (size == 0) {
                out_.resize(before);
                out_ += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
                return;
            }
            if (size == 1 && !is_plain(rest.front())) {
                write_escaped(rest.front());
            } else {
                out_.append(rest.substr(0, size));
            }
            rest.remove_prefix(size);
        }
        out_ += '"';
    }

    void write_escaped(char letter) {
        constexpr std::string_view kLetters = "\"\\\b\f\n\r\t";
        constexpr std::string_view kEscapes = "\"\\bfnrt";
        constexpr std::string_view kDigits = "0123456789abcdef";
        out_ += '\\';
        const std::size_t at = kLetters.find(letter);
        if (at != kLetters.npos) {
            out_ += kEscapes[at];
            return;
        }
        const auto code = static_cast<unsigned char>(letter);
        out_.append("u00");
        out_ += kDigits[code / 16U];
        out_ += kDigits[code % 16U];
    }

    template <typename Number>
    void write_number(Number number) {
        constexpr std::size_t kMost = 24;
        char digits[kMost];
        out_.append(digits, std::to_chars(digits, digits + kMost, number).ptr);
    }

    int indent_;
    std::string out_;
};

}  // namespace

std::string dump(const Json& json, int indent) {
    JsonWriter writer(indent);
    writer.write(json, 0);
    return writer.take();
}

Json parsed_json(std::string_view text) { return Json::parse(text, nullptr, false); }

bool is_json(std::string_view text) { return Json::accept(text); }

}  // namespace sinodex
