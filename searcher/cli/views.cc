#include "searcher/cli/views.h"

#include <iostream>

#include "corpus/error.h"
#include "searcher/rendering/view_json.h"
#include "searcher/rendering/view_text.h"

namespace sinodex {
namespace {

void refuse(const Arguments& arguments, const std::string& option, const std::string& view,
            const std::string& hint) {
    if (!arguments.has(option)) return;
    throw Error(ErrorKind::usage, "--" + option + " has no meaning with --view " + view, hint);
}

template <typename View>
void print(const View& view, const SearchRequest& request, const std::string& qid,
           const Output& output) {
    const MatchSummary& matches = view.matches;
    render_warnings(matches.query, matches.warnings, std::cerr);
    if (output.format != "text") {
        const bool one_line = output.format == "jsonl";
        render_json(view, qid, one_line ? JsonLayout::one_line : JsonLayout::lines, std::cout);
        return;
    }
    if (!qid.empty()) std::cout << "== " << qid << '\n';
    if (request.explain) {
        SearchResult stages;
        stages.stages = {{"understood", matches.interpretation}};
        render_stages(stages, std::cout);
    }
    render_text(view, output.style, std::cout);
}

}  // namespace

ViewOptions view_options(const Arguments& arguments, const Output& output) {
    ViewOptions options{arguments.choice("view", kViews)};
    options.top = arguments.number("top", 1, 100'000);
    options.by = arguments.choice("by", kTimelines);
    const std::string& view = options.view;
    if (view != "timeline") refuse(arguments, "by", view, "it is for --view timeline");
    if (view != "facets" && view != "related") {
        refuse(arguments, "top", view, "it is for --view facets and --view related");
    }
    if (view == "passages") return options;
    if (view != "figures") {
        refuse(arguments, "limit", view,
               "all that matches is counted; --top bounds what is printed");
    }
    refuse(arguments, "unit", view,
           view == "figures" ? "figures are of passages" : "views count articles");
    if (output.format == "trec") {
        throw Error(ErrorKind::usage, "--format trec has no meaning with --view " + view,
                    "use text, json or jsonl");
    }
    return options;
}

std::uint64_t print_view(const Searcher& searcher, const SearchRequest& request,
                         const std::string& qid, const ViewOptions& options, const Output& output) {
    const auto counted = [&](const auto& view) {
        const bool silent = options.only_news && view.matches.articles == 0;
        if (!silent) print(view, request, qid, output);
        return view.matches.articles;
    };
    if (options.view == "facets") return counted(searcher.facets(request, options.top));
    if (options.view == "related") return counted(searcher.related(request, options.top));
    if (options.view == "timeline") {
        return counted(searcher.timeline(
            request, options.by == "mentioned" ? TimelineBy::mentioned : TimelineBy::published));
    }
    const Figures figures = searcher.figures(request, request.limit);
    if (!options.only_news || figures.found > 0) print(figures, request, qid, output);
    return figures.found;
}

}  // namespace sinodex
