// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/article_cache.h"

namespace sinodex {
namespace {

template <typename T>
std::size_t bytes_of(const std::vector<T>& values) {
    return values.capacity() * sizeof(T);
}

std::size_t bytes_of(const ReadArticle& article) {
    constexpr std::size_t kEach = sizeof(ReadArticle) + 128;  // with the map's node
    const Record& record = article.record;
    const Findings& findings = record.findings;
    std::size_t bytes =
        kEach + record.id.size() + record.title.size() + record.url.size() + record.text.size() +
        bytes_of(record.passages) + bytes_of(record.revisions) + bytes_of(record.boilerplate) +
        bytes_of(findings.mentions) + bytes_of(findings.amounts) + bytes_of(findings.dates) +
        bytes_of(findings.entities) + bytes_of(article.terms.occurrences) +
        bytes_of(article.terms.row_ends) + bytes_of(article.terms.centrality) +
        bytes_of(article.terms.lengths) + bytes_of(article.terms.vector) +
        bytes_of(article.terms.sentences) + bytes_of(article.terms.row_sentences);
    return bytes;
}

}  // namespace

std::shared_ptr<ReadArticle> ArticleCache::find(Xapian::docid document) {
    if (const auto young = young_.find(document); young != young_.end()) return young->second;
    const auto old = old_.find(document);
    if (old == old_.end()) return nullptr;
    std::shared_ptr<ReadArticle> article = std::move(old->second);
    old_.erase(old);
    add(document, article);
    return article;
}

void ArticleCache::add(Xapian::docid document, const std::shared_ptr<ReadArticle>& article) {
    std::shared_ptr<ReadArticle>& place = young_[document];
    if (place) young_bytes_ -= bytes_of(*place);
    place = article;
    young_bytes_ += bytes_of(*article);
    if (young_bytes_ * 2 < budget_) return;
    old_ = std::move(young_);
    young_.clear();
    young_bytes_ = 0;
}

void ArticleCache::clear() {
    young_.clear();
    old_.clear();
    young_bytes_ = 0;
}

}  // namespace sinodex
