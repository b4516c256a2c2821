// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/built_in_block.h"
#include "corpus/entities/knowledge.h"

namespace sinodex {

const Knowledge& Knowledge::built_in() {
    static const Knowledge knowledge = of_block({reinterpret_cast<const char*>(&kBuiltInBlock[0]),
                                                 kBuiltInBlockWords * sizeof(std::uint64_t)},
                                                nullptr);
    return knowledge;
}

}  // namespace sinodex
