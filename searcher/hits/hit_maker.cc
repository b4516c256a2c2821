// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/hit_maker.h"

#include "searcher/hits/best_sentences.h"
#include "searcher/hits/highlights.h"
#include "searcher/hits/hits.h"
#include "searcher/hits/neighbours.h"

namespace sinodex {
namespace {

std::vector<ScorePart> parts_of(const HitSource& source) {
    const ScoredPassage& passage = source.passage;
    return {{"article BM25", source.article_score},
            {"article extra", source.article_extra},
            {"words", passage.words},
            {"context", passage.context},
            {"answer", passage.answer},
            {"phrases", passage.phrases},
            {"pairs", passage.pairs},
            {"centrality", passage.centrality},
            {"coverage", passage.coverage},
            {"likeness", passage.likeness},
            {"article", passage.article},
            {"echo", passage.echo}};
}

}  // namespace

HitMaker::HitMaker(const IndexReader& index, const Stories& stories, Analyzer& analyzer,
                   Vocabulary& vocabulary, const SearchRequest& request,
                   const UnderstoodQuery& query)
    : index_(index),
      stories_(stories),
      analyzer_(analyzer),
      vocabulary_(vocabulary),
      request_(request),
      query_(query),
      terms_(query, vocabulary) {}

SearchHit HitMaker::make(const HitSource& source, std::size_t rank) {
    const Record& record = source.record;
    const std::uint32_t number = source.passage.number;
    SearchHit hit;
    hit.rank = rank;
    hit.score = source.score;
    hit.passage = record.first_passage + number;
    const bool whole = request_.unit == SearchUnit::article;
    hit.id = whole ? record.id : passage_id(record, number);
    hit.article.id = record.id;
    hit.loosened = source.passage.loosened;
    if (request_.explain) hit.parts = parts_of(source);
    if (!request_.texts) return hit;
    hit.article = article_info(record);
    name_versions(record, stories_, hit);
    quote(record, number, hit);
    mark(record, number, hit);
    add_neighbours(index_, source.document, record, number, request_.context, hit);
    return hit;
}

void HitMaker::mark(const Record& record, std::uint32_t number, SearchHit& hit) {
    if (number >= record.passages.size()) return;
    const ByteRange range = record.passages[number];
    const PassageText passage{record, range, analyzer_.analyze(record.at(range))};
    hit.highlights = highlights(passage, hit.begin_code_point, query_, terms_, vocabulary_);
    hit.best =
        best_sentences(passage, hit.begin_code_point, hit.highlights, query_, terms_, vocabulary_);
}

}  // namespace sinodex
