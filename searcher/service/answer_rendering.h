// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string_view>

#include "searcher/request/request.h"

namespace sinodex {

// Writes an answer in a format that it has.
void render_answer(const Answer& answer, ResultFormat format, std::ostream& out);

// "application/json".
std::string_view media_type(ResultFormat format);

}  // namespace sinodex
