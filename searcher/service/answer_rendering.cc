// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/answer_rendering.h"

#include "searcher/rendering/citations.h"
#include "searcher/rendering/csv.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/text.h"
#include "searcher/rendering/trec.h"
#include "searcher/rendering/view_json.h"
#include "searcher/rendering/view_text.h"

namespace sinodex {
namespace {

struct FormatWriter {
    ResultFormat format;
    std::ostream& out;

    void operator()(const SearchResult& result) const {
        switch (format) {
            case ResultFormat::json:
                return render_json(result, "", JsonLayout::lines, out);
            case ResultFormat::jsonl:
                return render_jsonl(result, "", out);
            case ResultFormat::trec:
                return render_trec(result, "1", out);
            case ResultFormat::csv:
                return render_csv(result, "", CsvHeader::with, out);
            case ResultFormat::bibtex:
                return render_bibtex(cited_articles(result), out);
            case ResultFormat::csl_json:
                return render_csl_json(cited_articles(result), out);
            case ResultFormat::text:
                return render_text(result, TextStyle(), out);
        }
    }

    template <typename View>
    void operator()(const View& view) const {
        if (format == ResultFormat::text) return render_text(view, TextStyle(), out);
        if (format == ResultFormat::csv) return render_csv(view, "", CsvHeader::with, out);
        const bool lines = format == ResultFormat::json;
        render_json(view, "", lines ? JsonLayout::lines : JsonLayout::one_line, out);
    }
};

}  // namespace

void render_answer(const Answer& answer, ResultFormat format, std::ostream& out) {
    std::visit(FormatWriter{format, out}, answer);
}

std::string_view media_type(ResultFormat format) {
    switch (format) {
        case ResultFormat::json:
            return "application/json";
        case ResultFormat::jsonl:
            return "application/x-ndjson";
        case ResultFormat::csv:
            return "text/csv; charset=utf-8";
        case ResultFormat::bibtex:
            return "application/x-bibtex; charset=utf-8";
        case ResultFormat::csl_json:
            return "application/vnd.citationstyles.csl+json";
        case ResultFormat::text:
        case ResultFormat::trec:
            break;
    }
    return "text/plain; charset=utf-8";
}

}  // namespace sinodex
