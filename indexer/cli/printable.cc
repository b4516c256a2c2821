// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/printable.h"

namespace sinodex {

std::string printable(std::string_view text, std::string_view kept) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        const auto next = static_cast<unsigned char>(i + 1 < out.size() ? out[i + 1] : '\0');
        if (byte == 0xC2 && next >= 0x80 && next < 0xA0) out[i] = out[i + 1] = '?';
        const bool new_page = byte == '\f';  // of a PDF
        const bool control = byte < 0x20 || byte == 0x7F;
        if (control && kept.find(out[i]) == kept.npos) out[i] = new_page ? ' ' : '?';
    }
    return out;
}

}  // namespace sinodex
