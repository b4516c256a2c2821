// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "corpus/readers/html_root.h"
#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

constexpr double kMargin = 0.12;  // of a page's height, where headers and footers stand

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The text of a line with one # for each number in it.
std::string without_numbers(std::string_view text) {
    std::string key;
    for (const char c : text) {
        if (!is_ascii_digit(c)) {
            key += c;
        } else if (!key.ends_with('#')) {
            key += '#';
        }
    }
    return key;
}

// Whether a line says no more than the number of its page.
bool is_page_number(std::string_view text) {
    constexpr std::size_t kLongest = 20;
    std::string rest;
    for (const char c : text) {
        if (!is_ascii_digit(c) && c != ' ' && c != '-' && c != '/' && c != '|') rest += c;
    }
    return text.size() <= kLongest && text != rest &&
           (rest.empty() || ascii_lower(rest) == "page" || ascii_lower(rest) == "pageof" ||
            rest == "第页" || rest == "第页共页");
}

bool in_margin(const PdfLine& line, const PdfPage& page) {
    return line.bottom < kMargin * page.height || line.top > (1 - kMargin) * page.height;
}

// Takes out what the margins of pages say again and again, and numbers of pages.
void drop_running_lines(std::vector<PdfPage>& pages) {
    using Place = std::pair<std::string, long>;
    constexpr std::size_t kOften = 3;
    constexpr double kStep = 6;  // points
    const auto place = [](const PdfLine& line) {
        return Place{without_numbers(line.text), std::lround(line.top / kStep)};
    };
    std::map<Place, std::size_t> counts;
    for (const PdfPage& page : pages) {
        for (const PdfLine& line : page.lines) {
            if (in_margin(line, page)) ++counts[place(line)];
        }
    }
    const std::size_t often = std::min(kOften, std::max<std::size_t>(pages.size(), 2));
    for (PdfPage& page : pages) {
        std::erase_if(page.lines, [&](const PdfLine& line) {
            return in_margin(line, page) &&
                   (counts[place(line)] >= often || is_page_number(line.text));
        });
    }
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// From the top of one line to that of the next, as it mostly is on a page.
double pitch_of(const PdfPage& page) {
    std::vector<double> pitches;
    for (std::size_t i = 1; i < page.lines.size(); ++i) {
        const double pitch = page.lines[i].top - page.lines[i - 1].top;
        if (pitch > 0) pitches.push_back(pitch);
    }
    return median(std::move(pitches));
}

bool same_size(const PdfLine& a, const PdfLine& b) {
    constexpr double kSmall = 0.08;
    return std::abs(a.font_size - b.font_size) <= kSmall * std::max(a.font_size, b.font_size);
}

// Whether a line that stands elsewhere, in the next column or on the next page, goes on with the
// paragraph.
bool goes_on(const PdfLine& before, const PdfLine& line) {
    return same_size(before, line) && !ends_sentence(before.text) &&
           (is_ascii_lower(line.text.front()) || !is_ascii(line.text.front()));
}

// Puts the lines together.
class PdfText {
 public:
    void add(const PdfPage& page);
    std::string take() && { return std::move(text_); }

 private:
    bool begins_paragraph(const PdfLine& line) const;
    void begin_paragraph();
    void join(std::string_view line);

    std::string text_;
    std::size_t new_pages_ = 0;  // since the paragraph began
    PdfLine before_;             // the last line
    bool page_begun_ = false;    // the next line is the first of its page
    double pitch_ = 0;           // of the page
    double left_ = 0;            // of the paragraph
    double right_ = 0;
};

void PdfText::add(const PdfPage& page) {
    pitch_ = pitch_of(page);
    page_begun_ = true;
    for (const PdfLine& line : page.lines) {
        if (text_.empty() || begins_paragraph(line)) {
            begin_paragraph();
            left_ = line.left;
            right_ = line.right;
            text_ += line.text;
        } else {
            join(line.text);
        }
        left_ = std::min(left_, line.left);
        right_ = std::max(right_, line.right);
        before_ = line;
        page_begun_ = false;
    }
    ++new_pages_;
}

bool PdfText::begins_paragraph(const PdfLine& line) const {
    constexpr double kWide = 1.35;  // times the pitch
    constexpr double kShort = 0.85;
    const bool elsewhere = page_begun_ || line.top < before_.top - before_.height() / 2;
    if (elsewhere) return !goes_on(before_, line);
    if (!same_size(before_, line)) return true;
    if (line.top - before_.top > kWide * std::max(pitch_, before_.height())) {
        return !goes_on(before_, line) || line.top - before_.top > 3 * pitch_;
    }
    if (!ends_sentence(before_.text)) return false;
    const bool indented = line.left > left_ + line.font_size;
    const bool cut_short = before_.right - left_ < kShort * (right_ - left_);
    return indented || cut_short;
}

void PdfText::begin_paragraph() {
    if (new_pages_ > 0 || !text_.empty()) text_ += '\n' + std::string(new_pages_, '\f') + '\n';
    new_pages_ = 0;
}

// A hyphen at the end of a line, between small letters, divides a word.
void PdfText::join(std::string_view line) {
    const bool divided = text_.size() > 1 && text_.back() == '-' &&
                         is_ascii_lower(text_[text_.size() - 2]) && is_ascii_lower(line.front());
    if (divided) {
        text_.pop_back();
    } else if (is_ascii(text_.back()) || is_ascii(line.front())) {
        text_ += ' ';
    }
    text_ += line;
}

}  // namespace

std::string text_of_pages(std::vector<PdfPage> pages) {
    drop_running_lines(pages);
    PdfText text;
    for (const PdfPage& page : pages) text.add(page);
    return std::move(text).take();
}

std::string largest_lines(const std::vector<PdfPage>& pages) {
    constexpr double kClearly = 1.2;
    constexpr std::size_t kMostLines = 4;
    if (pages.empty() || pages.front().lines.empty()) return "";
    std::vector<double> sizes;  // of all bytes
    double largest = 0;
    for (const PdfLine& line : pages.front().lines) {
        sizes.insert(sizes.end(), line.text.size(), line.font_size);
        const bool words = line.text.size() > 3 && !is_page_number(line.text);
        if (words) largest = std::max(largest, line.font_size);
    }
    if (largest < kClearly * median(std::move(sizes))) return "";
    std::string title;
    std::size_t count = 0;
    for (const PdfLine& line : pages.front().lines) {
        const bool part = line.font_size > largest * 0.98;
        if (!part && count > 0) break;
        if (!part || ++count > kMostLines) continue;
        const bool wide = !title.empty() && (is_ascii(title.back()) || is_ascii(line.text.front()));
        title += (wide ? " " : "") + line.text;
    }
    return count > kMostLines ? "" : title;
}

}  // namespace sinodex
