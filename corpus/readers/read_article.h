// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

#include "corpus/article.h"
#include "corpus/readers/raw_document.h"

namespace sinodex {

// A document that is no article. what() is the detail for the user.
class UnreadableDocument : public std::runtime_error {
 public:
    UnreadableDocument(SkipReason reason, const std::string& detail)
        : std::runtime_error(detail), reason_(reason) {}

    SkipReason reason() const { return reason_; }

 private:
    SkipReason reason_;
};

// Understands the bytes of a document.
//
// Article.text is the decoded text as it stands, except that a byte order mark is dropped, CRLF and
// CR become LF, and invalid sequences and NULs become U+FFFD (counted in replaced_bytes). Nothing
// is normalised. By format:
//
//   text      The whole file. The title is the first line when it stands alone, or when one of
//             the next four lines repeats it, more or less (at most 300 bytes and 40 words). Lines
//             such as "Date: 2021-04-10" directly above or below the title give url, date, source,
//             author, lang or title, and are debris.
//   markdown  The whole file. Front matter gives the fields and is debris, and so are comments and
//             pure markup. Without a title there, the first heading is the title.
//   html      The page's main text only, without its headline: paragraphs joined by "\n\n", list
//             items (without bullets) and table rows by "\n", cells by "\t"; white space folded.
//   json      "text", or "passages" joined by "\n\n", with own_passages their ranges. A blank
//             passage keeps its place as an empty range, so that n stays its number.
//   pdf       Paragraphs joined by "\n\n", with a "\f" between the newlines for each page that
//             has begun (pdf_layout.h), without running headers and footers.
//   word, open_document, epub
//             Paragraphs, cells and rows as of html; no notes, comments and deletions.
//   mail      The plain text, else the main text of the HTML; signatures are debris.
//
// What the file that holds a document states of it (RawDocument::stated) stands above the rest.
//
// Encodings: a byte order mark; valid UTF-8, even where a page declares another encoding (crawlers
// recode pages and leave the declaration); the declared charset of HTML; UTF-16 that shows by its
// NULs; UTF-8 with few errors; GB18030, Big5, and Japanese or Korean ones when that is sure;
// windows-1252 otherwise. JSON is UTF-8.
//
// Dates become YYYY, YYYY-MM or YYYY-MM-DD; impossible and unclear ones are dropped. The text is
// never empty: where there is only a title, that is the text.
//
// Throws UnreadableDocument (empty, binary or malformed; of packages and PDF files also unreadable,
// as where they are encrypted, or too_large; or the document's own `skip`). Pure: may
// run on many threads at once.
Article read_article(const RawDocument& document);

}  // namespace sinodex
