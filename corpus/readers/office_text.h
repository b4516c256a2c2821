// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "corpus/article.h"

namespace sinodex {

// Says what an element of an office document's XML is for the text.
enum class OfficeMark {
    paragraph,  // text of its own, a title where its style says so
    text,       // holds characters of the text
    cell,       // of a table
    row,        // of a table
    table,      // what is in it stands apart
    space,      // a tab or blanks
    line_break,
    style,  // names the paragraph's style
    skip,   // neither it nor what is in it is text
};

struct OfficeElement {
    std::string_view name;  // without its prefix
    OfficeMark mark;
};

// How one kind of office documents writes text.
struct OfficeDialect {
    std::span<const OfficeElement> elements;
    const char* style_attribute;  // of a style or a paragraph: the name of the style
    bool text_in_paragraphs;      // characters stand in paragraphs themselves
};

// Gives `article` the text of `xml`: paragraphs joined by "\n\n", rows by "\n", cells by "\t",
// white space folded. The first paragraph that is styled as a title, or as a heading of the first
// level, is the title where there is none yet.
void read_office_text(const std::string& xml, const OfficeDialect& dialect, Article& article);

// Gives `article` the title, author, date and language that a document's properties (Dublin Core)
// state, as far as it has none.
void read_office_properties(const std::string& xml, Article& article);

// Whether what is stated as a title is the name of a file or a program, or of nothing.
bool is_file_name(std::string_view title);

// Where the text begins with the title, marks it there.
void place_title(Article& article);

}  // namespace sinodex
