// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/lean_html.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 19> kRead = {
    "class", "id",     "content",     "name",    "property", "itemprop", "rel",
    "href",  "type",   "datetime",    "title",   "lang",     "xml:lang", "role",
    "style", "hidden", "aria-hidden", "pubdate", "data-time"};
// These hold characters up to the end tag, which no reader takes for text.
constexpr std::array<std::string_view, 6> kSkipped = {"style",   "textarea", "iframe",
                                                      "noembed", "noframes", "script"};
constexpr std::array<std::string_view, 2> kKept = {"title", "xmp"};

template <std::size_t Size>
bool is_one_of_names(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>'; }

class LeanMaker {
 public:
    explicit LeanMaker(std::string_view page) : page_(page) { lean_.page.reserve(page.size() / 2); }

    LeanHtml make();

 private:
    void read_markup();
    void read_comment();
    void read_tag();
    bool read_attributes(bool& closed);
    void read_attribute();
    std::size_t behind_value(std::size_t at) const;
    void read_characters(std::string_view name);
    std::size_t end_of(std::string_view name, std::size_t from) const;
    std::size_t end_of_script(std::size_t from) const;
    bool is_at(std::size_t at, std::string_view name) const;
    void copy_to(std::size_t end);
    char at(std::size_t position) const { return position < page_.size() ? page_[position] : '\0'; }

    std::string_view page_;
    std::size_t at_ = 0;
    int drawings_ = 0;  // open <svg> and <math>, in which a tag can close itself
    LeanHtml lean_;
};

LeanHtml LeanMaker::make() {
    while (at_ < page_.size()) {
        copy_to(std::min(page_.find('<', at_), page_.size()));
        if (at_ < page_.size()) read_markup();
    }
    return std::move(lean_);
}

void LeanMaker::copy_to(std::size_t end) {
    lean_.page += page_.substr(at_, end - at_);
    at_ = end;
}

void LeanMaker::read_markup() {
    const std::string_view rest = page_.substr(at_);
    const char next = at(at_ + 1);
    if (rest.starts_with("<!--")) return read_comment();
    const bool tag = is_letter(next) || (next == '/' && is_letter(at(at_ + 2)));
    if (tag) return read_tag();
    const bool other = next == '!' || next == '?' || next == '/';
    copy_to(other ? std::min(page_.find('>', at_), page_.size() - 1) + 1 : at_ + 1);
}

// An empty one remains: what is around it must not come together.
void LeanMaker::read_comment() {
    std::size_t end = at_ + 4;
    const std::string_view inside = page_.substr(end);
    if (inside.starts_with(">") || inside.starts_with("->")) {
        end = page_.find('>', end) + 1;
    } else {
        const std::size_t usual = page_.find("-->", end);
        const std::size_t odd = page_.substr(0, usual).find("--!>", end);
        end = odd != std::string_view::npos     ? odd + 4
              : usual != std::string_view::npos ? usual + 3
                                                : page_.size();
    }
    lean_.page += "<!---->";
    at_ = end;
}

void LeanMaker::read_tag() {
    const std::size_t before = lean_.page.size();
    std::size_t end = at_ + 2;  // behind the '/' of an end tag
    while (end < page_.size() && !ends_name(page_[end])) ++end;
    const std::string name = ascii_lower(page_.substr(at_ + 1, end - at_ - 1));
    copy_to(end);
    bool closed = false;
    if (!read_attributes(closed)) {
        lean_.page.resize(before);  // a tag that the page's end cuts is none
        at_ = page_.size();
        return;
    }
    lean_.page += closed ? " />" : ">";
    const bool drawing = name == "svg" || name == "math";
    if (drawing && !closed) ++drawings_;
    if ((name == "/svg" || name == "/math") && drawings_ > 0) --drawings_;
    if (!closed || drawings_ == 0) read_characters(name);
}

// Goes behind the '>' of a tag; false when there is none. `closed`: "/>".
bool LeanMaker::read_attributes(bool& closed) {
    while (at_ < page_.size()) {
        const char c = page_[at_];
        if (c == '>') {
            ++at_;
            return true;
        }
        closed = c == '/' && at(at_ + 1) == '>';
        if (is_blank(c) || c == '/') {
            ++at_;
        } else {
            read_attribute();
        }
    }
    return false;
}

void LeanMaker::read_attribute() {
    std::size_t end = at_ + 1;  // a name may begin with '='
    while (end < page_.size() && !ends_name(page_[end]) && page_[end] != '=') ++end;
    const std::string name = ascii_lower(page_.substr(at_, end - at_));
    std::size_t value = end;
    while (value < page_.size() && is_blank(page_[value])) ++value;
    if (at(value) == '=') end = behind_value(value + 1);
    if (is_one_of_names(kRead, name)) {
        lean_.page += ' ';
        copy_to(end);
    }
    at_ = end;
}

// Behind the value of an attribute, whose '=' is before `from`.
std::size_t LeanMaker::behind_value(std::size_t from) const {
    while (from < page_.size() && is_blank(page_[from])) ++from;
    const char quote = at(from);
    if (quote == '"' || quote == '\'') {
        const std::size_t end = page_.find(quote, from + 1);
        return end == std::string_view::npos ? page_.size() : end + 1;
    }
    while (from < page_.size() && !is_blank(page_[from]) && page_[from] != '>') ++from;
    return from;
}

// Passes over the content of an element in which nothing is markup, or copies it.
void LeanMaker::read_characters(std::string_view name) {
    if (name == "plaintext") return copy_to(page_.size());
    if (is_one_of_names(kKept, name)) return copy_to(end_of(name, at_));
    if (!is_one_of_names(kSkipped, name)) return;
    const bool script = name == "script";
    const std::size_t end = script ? end_of_script(at_) : end_of(name, at_);
    if (script) {
        lean_.page += std::to_string(lean_.scripts.size());
        lean_.scripts.push_back(page_.substr(at_, end - at_));
    }
    at_ = end;
}

// Whether the name of a tag stands there.
bool LeanMaker::is_at(std::size_t at_name, std::string_view name) const {
    return equal_ignoring_case(page_.substr(std::min(at_name, page_.size()), name.size()), name) &&
           (at_name + name.size() >= page_.size() || ends_name(page_[at_name + name.size()]));
}

// Where the end tag is; the end of the page when there is none.
std::size_t LeanMaker::end_of(std::string_view name, std::size_t from) const {
    std::size_t end = page_.find("</", from);
    while (end != std::string_view::npos && !is_at(end + 2, name)) end = page_.find("</", end + 2);
    return std::min(end, page_.size());
}

// Within <!-- of a script, <script> and </script> belong together.
std::size_t LeanMaker::end_of_script(std::size_t from) const {
    bool comment = false;
    bool inner = false;
    const auto next = [&](std::size_t at) {
        return comment ? page_.find_first_of("<-", at) : page_.find('<', at);
    };
    for (std::size_t i = next(from); i < page_.size(); i = next(i + 1)) {
        const std::string_view rest = page_.substr(i, 4);
        if (rest.starts_with("</") && is_at(i + 2, "script")) {
            if (!inner) return i;
            inner = false;
        } else if (comment && is_at(i + 1, "script")) {
            inner = true;
        } else if (rest == "<!--") {
            comment = true;
            ++i;  // the two lines may be those of "-->", too
        } else if (rest.starts_with("-->")) {
            comment = inner = false;
        }
    }
    return page_.size();
}

}  // namespace

LeanHtml lean_html(std::string_view page) { return LeanMaker(page).make(); }

}  // namespace sinodex
