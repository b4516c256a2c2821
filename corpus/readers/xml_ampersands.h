// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// Writes "&amp;" for each "&" of an XML text that begins no reference: parsers take the word behind
// it away. The text comes in pieces; UTF-16 and UTF-32 stay as they are. One text for an object.
class AmpersandMender {
 public:
    // The next piece, mended. Its end may be held back until the next call; `last`: there is none.
    std::string mend(std::string_view piece, bool last);

 private:
    std::string held_;
    bool begun_ = false;
    bool wide_ = false;
    bool in_cdata_ = false;
};

}  // namespace sinodex
