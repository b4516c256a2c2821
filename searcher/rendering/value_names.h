// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Gives the values of views the names that JSON and CSV have for them. Internal to this folder.

#include <string>
#include <string_view>

#include "searcher/api/figures.h"
#include "searcher/api/timeline.h"

namespace sinodex {

std::string_view name_of(Agreement agreement);
std::string_view name_of(FigureTie tie);

// "2021-04".
std::string month_text(const TimelineMonth& month);

}  // namespace sinodex
