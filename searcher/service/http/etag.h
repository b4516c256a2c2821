// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// The ETag of bytes: a weak one, which holds whether they are compressed on their way or not.
std::string etag_of(std::string_view bytes);

}  // namespace sinodex
