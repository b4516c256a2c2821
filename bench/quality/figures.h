// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

// How the reports write numbers.
namespace sinodex {

std::string fixed(double value, int digits);         // "0.4120"
std::string signed_fixed(double value, int digits);  // "+0.0120", "-0.0120"; "0.0000" unsigned
std::string probability(double p);                   // "0.0312", "<0.0001"

}  // namespace sinodex
