// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/subject_dictionary.h"

#include "corpus/dictionary/subject_block.h"

namespace sinodex {

const Dictionary& subject_dictionary() {
    static const Dictionary dictionary(
        std::string_view(reinterpret_cast<const char*>(&kSubjectBlock[0]),
                         kSubjectBlockWords * sizeof(std::uint64_t)));
    return dictionary;
}

}  // namespace sinodex
