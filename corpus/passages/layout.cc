// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/layout.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "corpus/passages/boilerplate.h"
#include "corpus/passages/content.h"
#include "corpus/passages/paragraphs.h"
#include "corpus/passages/repeated_title.h"
#include "corpus/text/sentences.h"

namespace sinodex {
namespace {

// A sentence that is longer than so many times the size of a passage is cut at white space.
constexpr std::uint32_t kHopeless = 2;

// Sorts, and merges what overlaps: a paragraph of boilerplate may have debris in it.
void make_disjoint(std::vector<ByteRange>& ranges) {
    std::sort(ranges.begin(), ranges.end(),
              [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    std::size_t count = 0;
    for (const ByteRange range : ranges) {
        if (count > 0 && range.begin < ranges[count - 1].end) {
            ranges[count - 1].end = std::max(ranges[count - 1].end, range.end);
        } else {
            ranges[count++] = range;
        }
    }
    ranges.resize(count);
}

// The headlines below a label such as "Related stories": lines that follow one another, or, where
// blank lines part the first from the label and each from the next, all of these.
class OtherArticles {
 public:
    OtherArticles() = default;
    explicit OtherArticles(ByteRange label) : last_(label), label_(label) {}

    // Whether `paragraph`, the next of `text`, is one of them, or the label itself.
    bool go_on(std::string_view text, ByteRange paragraph) {
        if (last_.empty() || paragraph == label_) return !last_.empty();
        const bool apart = line_ends(slice(text, {last_.end, paragraph.begin})) > 1;
        const bool next = last_ == label_ || !apart || all_apart_;
        all_apart_ = apart;
        last_ = next && is_headline(slice(text, paragraph)) ? paragraph : ByteRange{};
        return !last_.empty();
    }

 private:
    static bool is_headline(std::string_view line) {
        constexpr std::uint32_t kLongestHeading = 40;
        for (const std::string_view bullet : {"- ", "* ", "• ", "· "}) {
            if (line.starts_with(bullet)) line.remove_prefix(bullet.size());
        }
        return is_heading(line, kLongestHeading);
    }
    static std::ptrdiff_t line_ends(std::string_view between) {
        return std::count(between.begin(), between.end(), '\n');
    }

    ByteRange last_;  // empty: no list goes on
    ByteRange label_;
    bool all_apart_ = false;
};

}  // namespace

struct LayoutMaker::State {
    const Boilerplate* boilerplate = nullptr;
    PassageSize size;
    SentenceSplitter splitter;

    // These belong to the article at hand.
    std::string_view text;
    std::string_view title;
    std::span<const ByteRange> repeated;  // what is not yet reached of it
    OtherArticles others;
    Layout layout;
    ByteRange open;  // the passage being filled
    std::uint32_t open_size = 0;
    ByteRange headings;  // at the end of `open`: to stay with what follows
    std::uint32_t headings_size = 0;
    std::uint32_t body_end = 0;  // of `open` without these

    std::uint32_t least() const { return size.at_least * 2; }
    std::uint32_t most() const { return size.at_most * 2; }
    std::uint32_t body_size() const { return open_size - headings_size; }
    bool has_body() const { return headings.empty() ? !open.empty() : open.begin < headings.begin; }

    bool is_repeated(ByteRange paragraph);
    bool is_boilerplate(ByteRange paragraph);
    void leave_out_masthead();
    void keep_a_title();
    void add_content(ByteRange paragraph);
    void add_paragraph(ByteRange paragraph);
    void add_pieces(ByteRange paragraph, std::uint32_t paragraph_size);
    void add_hopeless(ByteRange sentence);
    void append(ByteRange range, std::uint32_t range_size);
    void append_heading(ByteRange range, std::uint32_t range_size);
    void close();
    void close_before_headings();
};

void LayoutMaker::State::close() {
    if (!open.empty()) layout.passages.push_back(open);
    open = headings = {};
    open_size = headings_size = 0;
}

void LayoutMaker::State::close_before_headings() {
    if (headings.empty()) return close();
    if (has_body()) layout.passages.push_back({open.begin, body_end});
    open = headings;
    open_size = headings_size;
}

void LayoutMaker::State::append(ByteRange range, std::uint32_t range_size) {
    if (open.empty()) {
        open = range;
    } else {
        open.end = range.end;
    }
    open_size += range_size;
    headings = {};
    headings_size = 0;
    body_end = range.end;
}

void LayoutMaker::State::append_heading(ByteRange range, std::uint32_t range_size) {
    // A list looks like many headings.
    if (headings_size + range_size > least() / 2) return append(range, range_size);
    const ByteRange all{headings.empty() ? range.begin : headings.begin, range.end};
    const std::uint32_t all_size = headings_size + range_size;
    const std::uint32_t end = body_end;
    append(range, range_size);
    headings = all;
    headings_size = all_size;
    body_end = end;
}

bool LayoutMaker::State::is_repeated(ByteRange paragraph) {
    while (!repeated.empty() && repeated.front().begin < paragraph.begin) {
        repeated = repeated.subspan(1);
    }
    return !repeated.empty() && repeated.front() == paragraph;
}

bool LayoutMaker::State::is_boilerplate(ByteRange paragraph) {
    const std::string_view words = slice(text, paragraph);
    if (boilerplate->begins_list(words)) others = OtherArticles(paragraph);
    if (others.go_on(text, paragraph) || is_repeated(paragraph) || boilerplate->matches(words)) {
        return true;
    }
    if (!repeats_title(words, title)) return false;
    leave_out_masthead();
    return true;
}

// Headings above the headline are a path through the site, or its name.
void LayoutMaker::State::leave_out_masthead() {
    if (!layout.passages.empty() || open.empty() || has_body()) return;
    layout.boilerplate.push_back(open);
    open = headings = {};
    open_size = headings_size = 0;
}

// An article must be found by what it has, be it a headline alone.
void LayoutMaker::State::keep_a_title() {
    if (!layout.passages.empty()) return;
    if (!layout.title.empty()) return layout.passages.push_back(layout.title);
    const auto again =
        std::find_if(layout.boilerplate.begin(), layout.boilerplate.end(),
                     [&](ByteRange range) { return repeats_title(slice(text, range), title); });
    if (again == layout.boilerplate.end()) return;
    layout.passages.push_back(*again);
    layout.boilerplate.erase(again);
}

void LayoutMaker::State::add_content(ByteRange paragraph) {
    const ByteRange title_range = layout.title;
    if (open.end <= title_range.begin && title_range.begin < paragraph.begin) close();
    if (is_boilerplate(paragraph)) {
        close();
        layout.boilerplate.push_back(paragraph);
    } else {
        add_paragraph(paragraph);
    }
}

void LayoutMaker::State::add_paragraph(ByteRange paragraph) {
    const std::string_view words = slice(text, paragraph);
    const std::uint32_t paragraph_size = half_words(words);
    const bool heading = is_heading(words);
    const bool full = open_size >= least() || open_size + paragraph_size > most();
    if (full || (heading && body_size() >= least() / 2)) close_before_headings();
    if (heading) {
        append_heading(paragraph, paragraph_size);
    } else if (paragraph_size > most()) {
        add_pieces(paragraph, paragraph_size);
    } else {
        append(paragraph, paragraph_size);
    }
}

// A long paragraph, in pieces of about the same size, the first of which may hold a heading.
void LayoutMaker::State::add_pieces(ByteRange paragraph, std::uint32_t paragraph_size) {
    const std::uint32_t pieces = (paragraph_size + open_size + most() - 1) / most();
    const std::uint32_t target = (paragraph_size + open_size) / pieces;
    for (ByteRange sentence : splitter.split(slice(text, paragraph))) {
        sentence = {paragraph.begin + sentence.begin, paragraph.begin + sentence.end};
        const std::uint32_t sentence_size = half_words(slice(text, sentence));
        // Ends the piece where it comes closest to the target.
        if (has_body() && open_size + sentence_size / 2 > target) close_before_headings();
        if (sentence_size > kHopeless * most()) {
            close();
            add_hopeless(sentence);
        } else {
            append(sentence, sentence_size);
        }
    }
}

void LayoutMaker::State::add_hopeless(ByteRange sentence) {
    const std::uint32_t most_bytes = most() * 6;  // so that also text without spaces is cut
    while (sentence.size() > most_bytes || half_words(slice(text, sentence)) > most()) {
        std::uint32_t bytes = std::min(most_bytes, sentence.size());
        while (half_words(slice(text, {sentence.begin, sentence.begin + bytes})) > most())
            bytes /= 2;
        std::uint32_t cut = sentence.begin + bytes;
        const std::size_t space = slice(text, {sentence.begin, cut}).find_last_of(" \n\t");
        if (space != text.npos && space > bytes / 2) {
            cut = sentence.begin + static_cast<std::uint32_t>(space);
        }
        while ((static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80) --cut;
        layout.passages.push_back(trimmed(text, {sentence.begin, cut}));
        sentence = trimmed(text, {cut, sentence.end});
    }
    if (!sentence.empty()) layout.passages.push_back(sentence);
}

LayoutMaker::LayoutMaker(const Boilerplate& boilerplate, PassageSize size)
    : state_(std::make_unique<State>()) {
    state_->boilerplate = &boilerplate;
    state_->size = {size.at_least, std::max(size.at_most, 1U)};
}
LayoutMaker::~LayoutMaker() = default;
LayoutMaker::LayoutMaker(LayoutMaker&&) noexcept = default;
LayoutMaker& LayoutMaker::operator=(LayoutMaker&&) noexcept = default;

Layout LayoutMaker::lay_out(const Article& article) {
    State& state = *state_;
    state.text = article.text;
    state.title = article.title;
    state.repeated = article.repeated;
    state.others = {};
    state.layout = {article.title_range, article.own_passages, article.debris};
    if (article.own_passages.empty()) {
        for (const ByteRange paragraph : content_paragraphs(article)) state.add_content(paragraph);
        state.close();
        state.keep_a_title();
        make_disjoint(state.layout.boilerplate);
    }
    return std::move(state.layout);
}

}  // namespace sinodex
