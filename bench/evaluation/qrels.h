// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <unordered_map>

namespace sinodex {

// The judged documents of one topic and their gains. Above 0 is relevant, the more the better;
// 0 is judged and not relevant; below 0 is, as in trec_eval, in the pool without a judgement that
// counts: not relevant, and ignored by Bpref.
using Judgements = std::unordered_map<std::string, int>;

// Topic id -> judgements.
using Qrels = std::map<std::string, Judgements>;

// Reads judgements in one of two formats:
//
//   TREC  topic iteration document gain    separated by blanks; the iteration is ignored
//   BEIR  query-id corpus-id score         separated by tabs, below a header with these names
//
// Throws Error(input) that names file and line for a file that cannot be read or that is empty, a
// malformed line, a gain that is no integer and, as trec_eval, a document that is judged twice for
// a topic even if both judgements agree.
Qrels read_qrels(const std::string& path);

}  // namespace sinodex
