// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/stored_knowledge.h"

#include "corpus/schema/fields.h"

namespace sinodex {

Knowledge stored_knowledge(const Manifest& manifest) {
    const std::shared_ptr<const MappedFile> file = map_sealed(manifest, kStateKnowledge);
    return file ? Knowledge::of_block(file->bytes(), file) : Knowledge();
}

}  // namespace sinodex
