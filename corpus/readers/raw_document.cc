#include "corpus/readers/raw_document.h"

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

}  // namespace sinodex
