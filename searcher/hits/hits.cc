// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/hits.h"

#include <limits>

#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

std::string date_origin(const Record& record) {
    if (!record.findings.date_origin || record.date.empty()) return {};
    switch (*record.findings.date_origin) {
        case DateOrigin::metadata:
            return "metadata";
        case DateOrigin::byline:
            return "byline";
        case DateOrigin::url:
            return "url";
        case DateOrigin::file:
            return "file";
    }
    return {};
}

// The first ones beside the one that is at the given place.
std::vector<std::string> first_versions(const StoryPlace& own, std::size_t most) {
    std::vector<std::string> others;
    if (own.story == nullptr) return others;
    for (std::size_t i = 0; i < own.story->size() && others.size() < most; ++i) {
        if (i != own.place) others.emplace_back((*own.story)[i].id);
    }
    return others;
}

}  // namespace

TextSpan SpanMaker::span(ByteRange range) {
    const std::uint32_t begin = code_point_at(range.begin);
    return {begin_ + range.begin, begin_ + range.end, begin, code_point_at(range.end)};
}

std::uint32_t SpanMaker::code_point_at(std::uint32_t byte) {
    code_point_ += count_code_points(text_.substr(read_, byte - read_));
    read_ = byte;
    return code_point_;
}

ArticleInfo article_info(const Record& record) {
    return {record.id,     record.title, record.url,  record.source,
            record.author, record.date,  record.lang, date_origin(record)};
}

std::vector<std::string> other_versions(const Record& record, const Stories& stories) {
    return first_versions(stories.place_of(record.id), std::numeric_limits<std::size_t>::max());
}

void name_versions(const Record& record, const Stories& stories, SearchHit& hit) {
    const StoryPlace own = stories.place_of(record.id);
    hit.versions = first_versions(own, kMostVersions);
    const std::size_t others = own.story == nullptr ? 0 : own.story->size() - 1;
    hit.more_versions = others - hit.versions.size();
}

std::string passage_id(const Record& record, std::uint32_t number) {
    return record.id + "#" + std::to_string(record.first_passage + number);
}

TextSpan passage_span(const Record& record, std::uint32_t number) {
    const ByteRange range = record.passages[number];
    SpanMaker spans(record.text, record.text_begin, record.code_points_before);
    return spans.span({range.begin - record.text_begin, range.end - record.text_begin});
}

void quote(const Record& record, std::uint32_t number, SearchHit& hit) {
    if (number >= record.passages.size()) return;
    const TextSpan span = passage_span(record, number);
    hit.text = record.at(record.passages[number]);
    hit.begin = span.begin;
    hit.end = span.end;
    hit.begin_code_point = span.begin_code_point;
}

}  // namespace sinodex
