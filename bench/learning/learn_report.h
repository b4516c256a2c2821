// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "bench/learning/learn.h"

namespace sinodex {

void write_learn_text(const LearnReport& report, const std::string& measure, std::ostream& out);
void write_learn_json(const LearnReport& report, const std::string& measure, std::ostream& out);

}  // namespace sinodex
