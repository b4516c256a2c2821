// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/searcher.h"
#include "tests/searcher/news.h"

namespace sinodex::testing {

// Articles to count:
//
//   fine, fine-copy   two versions of a story about Alibaba and its regulator (samr), of 2021-04-10
//                     and 2021-05; the copy alone names Tencent
//   didi              Didi and cac, 2021-07-04; mentions June 2021 and the year 2016
//   year              Alibaba and Jack Ma, 2023
//   bare              Alibaba, and nothing else that is known of it
//   long              of several sections that all hold Alibaba; its last one mentions Huawei;
//                     2019-12-31
//   quantum           none of them, 2021-07-10
const std::vector<NewsArticle>& press();

// A searcher over a database of them, in a folder of its own; the same for all tests of a program.
const Searcher& press_searcher();

SearchRequest request_for(const std::string& query);

}  // namespace sinodex::testing
