// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/answers.h"

#include <iostream>

#include "searcher/rendering/citations.h"
#include "searcher/rendering/csv.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/text.h"
#include "searcher/rendering/trec.h"
#include "searcher/rendering/view_json.h"
#include "searcher/rendering/view_text.h"

namespace sinodex {
namespace {

void print_hits(const SearchResult& result, const std::string& qid, const Printing& printing) {
    const Output& output = printing.output;
    render_warnings(result.query, result.warnings, std::cerr);
    render_missing(result, std::cerr);
    render_suggestion(result, std::cerr);
    switch (output.format) {
        case ResultFormat::json:
            return render_json(result, qid, JsonLayout::lines, std::cout);
        case ResultFormat::jsonl:
            return render_jsonl(result, qid, std::cout);
        case ResultFormat::trec:
            return render_trec(result, qid.empty() ? "1" : qid, std::cout);
        case ResultFormat::csv:
            return render_csv(result, qid, printing.header, std::cout);
        case ResultFormat::bibtex:
            return render_bibtex(cited_articles(result), std::cout);
        case ResultFormat::csl_json:
            return render_csl_json(cited_articles(result), std::cout);
        case ResultFormat::text:
            break;
    }
    if (!qid.empty()) std::cout << "== " << qid << ": " << result.query << "\n\n";
    render_stages(result, std::cout);
    render_legend(result, output.style, std::cout);
    render_text(result, output.style, std::cout);
}

template <typename View>
void print_view(const View& view, bool explain, const std::string& qid, const Printing& printing) {
    const Output& output = printing.output;
    const MatchSummary& matches = view.matches;
    render_warnings(matches.query, matches.warnings, std::cerr);
    if (output.format == ResultFormat::csv) {
        return render_csv(view, qid, printing.header, std::cout);
    }
    if (output.format != ResultFormat::text) {
        const bool one_line = output.format == ResultFormat::jsonl;
        render_json(view, qid, one_line ? JsonLayout::one_line : JsonLayout::lines, std::cout);
        return;
    }
    if (!qid.empty()) std::cout << "== " << qid << '\n';
    if (explain) {
        SearchResult stages;
        stages.stages = {{"understood", matches.interpretation}};
        render_stages(stages, std::cout);
    }
    render_text(view, output.style, std::cout);
}

template <typename View>
std::uint64_t amount_of(const View& view) {
    return view.matches.articles;
}
std::uint64_t amount_of(const Figures& figures) { return figures.found; }

class Printer {
 public:
    Printer(const Request& request, const std::string& qid, const Printing& printing)
        : request_(request), qid_(qid), printing_(printing) {}

    std::uint64_t operator()(const SearchResult& result) const {
        const SearchRequest& asked = request_.search;
        if (printing_.only_news && result.hits.empty()) {
            // Once is enough to be told what is wrong with a query.
            if (*asked.since == 0) render_warnings(result.query, result.warnings, std::cerr);
            return 0;
        }
        if (printing_.keeps_state && result.hits.size() == asked.limit) {
            std::cerr << "note: " << qid_ << ": only the best " << asked.limit
                      << " hits are printed; -n N prints more\n";
        }
        print_hits(result, qid_, printing_);
        return result.hits.size();
    }

    template <typename View>
    std::uint64_t operator()(const View& view) const {
        const std::uint64_t amount = amount_of(view);
        const bool silent = printing_.only_news && amount == 0;
        if (!silent) print_view(view, request_.search.explain, qid_, printing_);
        return amount;
    }

 private:
    const Request& request_;
    const std::string& qid_;
    const Printing& printing_;
};

}  // namespace

std::uint64_t print_answer(const Answer& answer, const Request& request, const std::string& qid,
                           const Printing& printing) {
    return std::visit(Printer(request, qid, printing), answer);
}

}  // namespace sinodex
