#include "searcher/hits.h"

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

// Code points of the article's text before a byte of it.
std::uint32_t code_points_before(const Record& record, std::uint32_t byte) {
    return record.code_points_before + count_code_points(record.at({record.text_begin, byte}));
}

}  // namespace

ArticleInfo article_info(const Record& record) {
    return {record.id,     record.title, record.url,  record.source,
            record.author, record.date,  record.lang, date_origin(record)};
}

std::vector<std::string> other_versions(const Record& record, const Stories& stories) {
    std::vector<std::string> others;
    if (const auto* versions = stories.versions_of(record.id)) {
        for (const StoryVersion& version : *versions) {
            if (version.id != record.id) others.push_back(version.id);
        }
    }
    return others;
}

std::string passage_id(const Record& record, std::uint32_t number) {
    return record.id + "#" + std::to_string(record.first_passage + number);
}

void quote(const Record& record, std::uint32_t number, SearchHit& hit) {
    if (number >= record.passages.size()) return;
    const ByteRange range = record.passages[number];
    hit.text = record.at(range);
    hit.begin = range.begin;
    hit.end = range.end;
    hit.begin_code_point = code_points_before(record, range.begin);
}

}  // namespace sinodex
