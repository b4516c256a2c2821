// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/previous_generation.h"

#include "corpus/bytes.h"
#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

PreviousArticle article_at(const Segment& segment, std::size_t part,
                           const DocumentNumbers& documents) {
    PreviousArticle article;
    article.documents = {static_cast<std::uint32_t>(part), documents.front(),
                         static_cast<Xapian::doccount>(documents.size())};
    const std::string hash =
        segment.database.get_document(documents.front())
            .get_value(static_cast<Xapian::valueno>(info(Field::content).slot));
    std::string_view bytes = hash;
    if (bytes.size() == sizeof article.hash) take_bytes(bytes, article.hash);
    return article;
}

}  // namespace

PreviousGeneration::PreviousGeneration(const std::string& generation_path) {
    if (!generation_path.empty()) index_.emplace(generation_path);
}

std::optional<PreviousArticle> PreviousGeneration::find(std::string_view id) const {
    if (!index_) return std::nullopt;
    const std::string term = id_term(id);
    for (std::size_t part = index_->segments().size(); part-- > 0;) {
        const Segment& segment = index_->segments()[part];
        const DocumentNumbers documents = documents_with(segment, term);
        if (!documents.empty()) return article_at(segment, part, documents);
    }
    return std::nullopt;
}

void PreviousGeneration::read(DocumentRun documents,
                              const std::function<void(const Record&)>& visit) const {
    for (Xapian::doccount i = 0; i < documents.count; ++i) {
        visit(record_of(index_->segments()[documents.part], documents.first + i));
    }
}

}  // namespace sinodex
