#pragma once

#include <string>

#include "searcher/rendering/text.h"

namespace sinodex {

// How results are to be printed.
struct Output {
    std::string format;  // text, json, jsonl or trec
    TextStyle style;
};

}  // namespace sinodex
