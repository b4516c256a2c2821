// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/raw_document.h"

#include <utility>

namespace sinodex {

const char* name(SkipReason reason) {
    switch (reason) {
        case SkipReason::empty:
            return "empty";
        case SkipReason::binary:
            return "binary";
        case SkipReason::unreadable:
            return "unreadable";
        case SkipReason::too_large:
            return "too large";
        case SkipReason::malformed:
            return "malformed";
    }
    return "unknown";
}

void mark_skipped(RawDocument& document, SkipReason reason, std::string detail) {
    document.bytes.clear();
    document.skip = reason;
    document.detail = std::move(detail);
}

void mark_too_large(RawDocument& document, std::uint64_t size, std::uint64_t limit) {
    mark_skipped(document, SkipReason::too_large,
                 std::to_string(size) + " bytes; the limit is " + std::to_string(limit));
}

}  // namespace sinodex
