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
        std::uint32_t document = 0;
        for (std::uint64_t left = in.number(); left > 0; --left) {
            documents.push_back(document += in.number32());
        }
    }
    return deleted;
}

}  // namespace sinodex
