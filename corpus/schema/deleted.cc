// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/deleted.h"

#include "corpus/schema/record_codec.h"

namespace sinodex {

std::string encode_deleted(const DeletedDocuments& deleted) {
    RecordWriter out;
    for (const auto& [segment, documents] : deleted) {
        if (documents.empty()) continue;
        out.string(segment);
        out.number(documents.size());
        std::uint32_t before = 0;
        for (const std::uint32_t document : documents) {
            out.number(document - before);
            before = document;
        }
    }
    return std::move(out.bytes());
}

DeletedDocuments decode_deleted(std::string_view bytes) {
    DeletedDocuments deleted;
    RecordReader in(bytes);
    while (!in.rest().empty()) {
        DocumentNumbers& documents = deleted[in.string()];
        std::uint64_t left = in.number();
        if (!documents.empty() || left == 0) damaged_record("a segment has no list of its own");
        for (std::uint32_t document = 0; left > 0; --left) {
            const std::uint32_t gap = in.number32();
            if (gap == 0 || gap > ~document) damaged_record("deleted documents do not ascend");
            documents.push_back(document += gap);
        }
    }
    return deleted;
}

}  // namespace sinodex
