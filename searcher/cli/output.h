#pragma once

#include "searcher/rendering/text.h"
#include "searcher/request/parameters.h"

namespace sinodex {

// How results are to be printed.
struct Output {
    ResultFormat format = ResultFormat::text;
    TextStyle style;
};

}  // namespace sinodex
