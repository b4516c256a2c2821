// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>

namespace sinodex {

// A server did not answer in the time that it had.
class TimedOut : public std::runtime_error {
 public:
    TimedOut() : std::runtime_error("did not answer in time") {}
};

}  // namespace sinodex
