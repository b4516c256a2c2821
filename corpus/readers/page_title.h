// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/site_name.h"

namespace sinodex {

// A page's title without what the site adds to all of them: its name at either end, what stands
// around one of the page's own headings, and names of Chinese sites and channels.
//
//   title_without_site("Curbs on games - Harbour Gazette", {"Harbour Gazette", ""}, {})
//       Curbs on games
//   title_without_site("外卖审查--时政--人民网", {}, {"外卖审查"})
//       外卖审查
std::string title_without_site(std::string title, const PageSite& site,
                               const std::vector<std::string>& headings);

// A title without the name of a site that nothing but the title tells: a well-known one, what reads
// as a name behind a bar, or as that of a medium behind a dash.
//
//   title_without_tail("Curbs on games for the young | Harbour Gazette")
//       Curbs on games for the young
//   title_without_tail("外卖平台收费审查启动-36氪")
//       外卖平台收费审查启动
std::string title_without_tail(std::string_view title);

}  // namespace sinodex
