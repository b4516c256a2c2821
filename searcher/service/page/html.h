// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// A piece of HTML. What is in it as markup stands as a literal in this program; everything else
// goes through text(), so that no text of an article, query or error can become markup.
class Html {
 public:
    Html() = default;
    template <std::size_t kSize>
    Html(const char (&markup)[kSize]) : bytes_(markup, kSize - 1) {}

    Html& operator<<(const Html& other) {
        bytes_ += other.bytes_;
        return *this;
    }

    // A text, or the value of an attribute in double quotes: valid UTF-8, with & < > " ' escaped.
    Html& text(std::string_view text);
    Html& number(std::size_t number) { return text(std::to_string(number)); }

    bool empty() const { return bytes_.empty(); }
    const std::string& bytes() const { return bytes_; }

 private:
    std::string bytes_;
};

// An attribute with a space before it, " href=\"...\"".
template <std::size_t kSize>
Html attribute(const char (&name)[kSize], std::string_view value) {
    Html html(" ");
    html << Html(name) << "=\"";
    return html.text(value) << "\"";
}

// A link.
Html link_to(std::string_view address, std::string_view text, const Html& attributes = {});

}  // namespace sinodex
