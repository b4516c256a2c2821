// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace sinodex {

// The encoding that a page's own <meta charset> or XML declaration names, as written; else empty.
std::string_view declared_charset(std::string_view page);

// Our name of the encoding that the label `charset` stands for, as browsers read labels: gb2312 and
// gbk are GB18030, latin1 is windows-1252. Empty for labels unknown, and for UTF-8 and UTF-16,
// which are recognised better than declared.
std::string_view known_encoding(std::string_view charset);

// Returns what ICU calls one of our encodings.
const char* converter_name(std::string_view encoding);

// "UTF-16LE" or "UTF-16BE" when the NULs among `bytes` say so, else empty.
std::string_view guess_utf16(std::string_view bytes);

// The encoding of text that is not Unicode: GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR, or
// windows-1252 when nothing speaks for another. Looks at 8 kB from the first byte beyond ASCII on.
std::string_view guess_legacy_encoding(std::string_view bytes);

}  // namespace sinodex
