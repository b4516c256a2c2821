// SPDX-License-Identifier: GPL-2.0-or-later

// The part of sinodex.h that reads databases.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <memory>
#include <sstream>

#include "corpus/c/boundary.h"
#include "corpus/c/sinodex.h"
#include "corpus/error.h"
#include "corpus/json.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/verification.h"
#include "searcher/rendering/view_json.h"
#include "searcher/request/request.h"
#include "searcher/saved/saved_file.h"
#include "searcher/searcher.h"

struct sinodex_searcher {
    sinodex::Searcher searcher;
    sinodex::SavedFile saved;
};

struct sinodex_cancel {
    std::shared_ptr<std::atomic<bool>> flag = std::make_shared<std::atomic<bool>>(false);
};

struct sinodex_result {
    sinodex::SearchResult result;
    std::vector<std::vector<sinodex_mark>> marks;  // of each hit
};

namespace sinodex {
namespace {

// Returns what of it the caller was compiled with; an older program's struct is shorter.
sinodex_bounds known_part(const sinodex_bounds* bounds) {
    sinodex_bounds known{};
    if (bounds == nullptr) return known;
    if (bounds->size < sizeof(bounds->size)) {
        throw Error(ErrorKind::usage, "bounds: its size is not set",
                    "set it to sizeof(sinodex_bounds)");
    }
    std::memcpy(&known, bounds, std::min(bounds->size, sizeof(known)));
    return known;
}

Request decoded(const sinodex_searcher& searcher, const char* request,
                const sinodex_bounds* bounds) {
    require(request, "request");
    Request decoded = decode_request(values_of_json(request), searcher.saved.read());
    const sinodex_bounds known = known_part(bounds);
    if (known.timeout_ms > 0) {
        decoded.search.deadline =
            std::chrono::steady_clock::now() + std::chrono::milliseconds(known.timeout_ms);
    }
    if (known.cancel != nullptr) decoded.search.cancelled = known.cancel->flag;
    return decoded;
}

std::string text_of(const Answer& answer, ResultFormat format) {
    const bool one_line = format == ResultFormat::jsonl;
    const JsonLayout layout = one_line ? JsonLayout::one_line : JsonLayout::lines;
    std::ostringstream out;
    std::visit([&](const auto& any) { render_json(any, "", layout, out); }, answer);
    return out.str();
}

std::string text_of(const std::vector<Completion>& completions) {
    Json list = Json::array();
    for (const Completion& one : completions) {
        list.push_back({{"text", one.text},
                        {"name", one.name},
                        {"articles", one.articles},
                        {"begin", one.begin},
                        {"end", one.end},
                        {"whole", one.whole}});
    }
    return dump(Json{{"completions", list}}, -1);
}

std::vector<sinodex_mark> marks_of(const SearchHit& hit) {
    std::vector<sinodex_mark> marks;
    for (const SearchHighlight& mark : hit.highlights) {
        marks.push_back({mark.begin, mark.end, mark.begin_code_point, mark.end_code_point,
                         info(mark.why).name.data()});
    }
    return marks;
}

sinodex_result* result_of(Answer answer) {
    auto* found = std::get_if<SearchResult>(&answer);
    if (found == nullptr) {
        throw Error(ErrorKind::usage, "a view has no hits", "ask for it with sinodex_answer()");
    }
    auto result = std::make_unique<sinodex_result>();
    result->result = std::move(*found);
    for (const SearchHit& hit : result->result.hits) result->marks.push_back(marks_of(hit));
    return result.release();
}

sinodex_hit plain(const SearchHit& hit, const std::vector<sinodex_mark>& marks) {
    const ArticleInfo& article = hit.article;
    sinodex_hit plain{};
    plain.size = sizeof(plain);
    plain.rank = hit.rank;
    plain.score = hit.score;
    plain.id = hit.id.c_str();
    plain.article = article.id.c_str();
    plain.title = article.title.c_str();
    plain.url = article.url.c_str();
    plain.source = article.source.c_str();
    plain.author = article.author.c_str();
    plain.date = article.date.c_str();
    plain.lang = article.lang.c_str();
    plain.text = hit.text.c_str();
    plain.text_length = hit.text.size();
    plain.begin = hit.begin;
    plain.end = hit.end;
    plain.begin_code_point = hit.begin_code_point;
    plain.marks = marks.data();
    plain.mark_count = marks.size();
    return plain;
}

}  // namespace
}  // namespace sinodex

using namespace sinodex;

extern "C" {

sinodex_searcher* sinodex_open(const char* database, sinodex_error** error) {
    return guarded(error, [&] {
        require(database, "database");
        return new sinodex_searcher{Searcher(database),
                                    SavedFile(SavedFile::path_beside(database))};
    });
}

void sinodex_close(sinodex_searcher* searcher) { delete searcher; }

int sinodex_refresh(sinodex_searcher* searcher, sinodex_error** error) {
    return guarded(error, [&] {
        require(searcher, "searcher");
        return searcher->searcher.refresh() ? 1 : 0;
    });
}

uint64_t sinodex_article_count(const sinodex_searcher* searcher) {
    return guarded(nullptr, [&] {
        require(searcher, "searcher");
        return searcher->searcher.article_count();
    });
}

uint32_t sinodex_revision(const sinodex_searcher* searcher) {
    return guarded(nullptr, [&] {
        require(searcher, "searcher");
        return searcher->searcher.revision();
    });
}

sinodex_cancel* sinodex_cancel_new(void) {
    return guarded(nullptr, [] { return new sinodex_cancel; });
}

void sinodex_cancel_set(sinodex_cancel* cancel) {
    if (cancel != nullptr) *cancel->flag = true;
}

void sinodex_cancel_free(sinodex_cancel* cancel) { delete cancel; }

char* sinodex_answer(const sinodex_searcher* searcher, const char* request,
                     const sinodex_bounds* bounds, sinodex_error** error) {
    return guarded(error, [&] {
        require(searcher, "searcher");
        const Request asked = decoded(*searcher, request, bounds);
        return copied(text_of(answer_request(searcher->searcher, asked), asked.format));
    });
}

char* sinodex_verify(const sinodex_searcher* searcher, const char* quotation, size_t limit,
                     sinodex_error** error) {
    return guarded(error, [&] {
        require(searcher, "searcher");
        require(quotation, "quotation");
        std::ostringstream out;
        render_json(searcher->searcher.verify(quotation, limit), JsonLayout::lines, out);
        return copied(out.str());
    });
}

char* sinodex_complete(const sinodex_searcher* searcher, const char* line, size_t cursor,
                       size_t limit, sinodex_error** error) {
    return guarded(error, [&] {
        require(searcher, "searcher");
        require(line, "line");
        SearchRequest request;
        request.tags = searcher->saved.read()->tags;
        return copied(text_of(searcher->searcher.complete(line, cursor, limit, request)));
    });
}

sinodex_result* sinodex_search(const sinodex_searcher* searcher, const char* request,
                               const sinodex_bounds* bounds, sinodex_error** error) {
    return guarded(error, [&] {
        require(searcher, "searcher");
        return result_of(answer_request(searcher->searcher, decoded(*searcher, request, bounds)));
    });
}

void sinodex_result_free(sinodex_result* result) { delete result; }

uint64_t sinodex_result_articles(const sinodex_result* result) {
    return result == nullptr ? 0 : result->result.articles;
}

size_t sinodex_result_count(const sinodex_result* result) {
    return result == nullptr ? 0 : result->result.hits.size();
}

const char* sinodex_result_warning(const sinodex_result* result, size_t index) {
    if (result == nullptr || index >= result->result.warnings.size()) return nullptr;
    return result->result.warnings[index].message.c_str();
}

const char* sinodex_result_suggestion(const sinodex_result* result) {
    return result == nullptr ? "" : result->result.suggestion.c_str();
}

int sinodex_result_hit(const sinodex_result* result, size_t index, sinodex_hit* hit) {
    if (hit == nullptr || index >= sinodex_result_count(result)) return 0;
    const sinodex_hit filled = plain(result->result.hits[index], result->marks[index]);
    const size_t size = std::min(hit->size, sizeof(filled));
    std::memcpy(hit, &filled, size);
    hit->size = size;
    return 1;
}

}  // extern "C"
