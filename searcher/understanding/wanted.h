// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/token.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Says what sort of thing would answer a query, be it a question or some words. It is told by words
// alone, wherever they stand; where there are several, the first one here counts:
//
//   why was the sale stopped         reason      上市被叫停的原因     reason
//   what share do they hold          share       蚂蚁持股比例         share
//   how long did it take             duration    审查用了多久         duration
//   what did the repairs cost        money       罚款金额             money
//   how many died, the death toll    count       裁员人数             count
//   when does it begin, a deadline   time        何时生效             time
//   which bank lent it, the victims  who         哪家公司中标         who
//
// `tokens`: of the query's text.
Wanted wanted_by(const std::vector<Token>& tokens);

}  // namespace sinodex
