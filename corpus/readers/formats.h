#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// The formats, a function each. Their input is valid UTF-8 with LF and without NUL; what they make
// of it is said in read_article.h. They throw UnreadableDocument(malformed) or nothing.

// These find their way about article.text, which is the file already.
void read_text(Article& article);
void read_markdown(Article& article);

// These fill article.text.
void read_html(Article& article, const std::string& page);
void read_json(Article& article, const std::string& line);

}  // namespace sinodex
