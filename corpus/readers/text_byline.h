// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "corpus/article.h"

namespace sinodex {

// Reads a line that says who wrote an article, for whom and when: "By Ana Reyes | April 10, 2021",
// 2021-04-10 08:30 来源：港湾时报 作者：李明, 本报记者 李明 北京报道. Gives `article` the author
// and the source that it lacks; the date is left to publication.h. False, with nothing read, for
// other lines.
bool read_byline(std::string_view line, Article& article);

// Whether a line says when an article was published or updated, and little else.
bool says_when(std::string_view line);

// The title in a first line that holds the byline, too: "A title - By Ana Reyes - April 10, 2021".
// Empty for other lines.
std::string_view title_before_byline(std::string_view line);

// Whether a line is a menu: "Home | World | Business", 首页 新闻 财经 科技.
bool is_menu_line(std::string_view line);

}  // namespace sinodex
