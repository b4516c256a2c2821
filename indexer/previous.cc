#include "indexer/previous.h"

#include "corpus/bytes.h"
#include "corpus/schema/terms.h"

namespace sinodex {

Previous::Previous(const std::string& generation_path) {
    if (!generation_path.empty()) index_.emplace(generation_path);
}

std::optional<PreviousArticle> Previous::find(std::string_view id) const {
    if (!index_) return std::nullopt;
    const Xapian::Database& database = index_->database();
    const std::string term = id_term(id);
    auto posting = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    if (posting == end) return std::nullopt;
    PreviousArticle article;
    article.documents.first = *posting;
    const std::string hash = database.get_document(*posting).get_value(
        static_cast<Xapian::valueno>(info(Field::content).slot));
    std::string_view bytes = hash;
    if (bytes.size() == sizeof article.hash) take_bytes(bytes, article.hash);
    for (; posting != end; ++posting) ++article.documents.count;
    return article;
}

void Previous::read(DocumentRun documents, const std::function<void(const Record&)>& visit) const {
    for (Xapian::doccount i = 0; i < documents.count; ++i) {
        visit(decode_record(index_->database().get_document(documents.first + i).get_data()));
    }
}

}  // namespace sinodex
