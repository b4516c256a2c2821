// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/token.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Says what a question asks for. A question is told by a question word at its beginning or before a
// question mark, by a verb at its beginning (did, is), or by a Chinese question word anywhere;
// `how much` and `how many` are questions in any place. All else is a statement or some keywords.
//
//   how much did Didi raise      amount      滴滴被罚多少       amount
//   when could Ant try again     time        哪一年上市         time
//   who owns Qiantang Credit     who         谁签署了协议       who
//   why did shares rise          reason      为什么暂停         reason
//   did Tencent get approvals    something
//
// `tokens`: of the query's text.
Asked asked_for(std::string_view text, const std::vector<Token>& tokens);

// How long a text is in words, function words included; a Chinese character is half a word.
double words_of(const std::vector<Token>& tokens);

}  // namespace sinodex
