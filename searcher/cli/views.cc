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
std::uint64_t print(const View& view, const std::string& qid, const ViewOutput& output) {
    const MatchSummary& matches = view.matches;
    if (output.only_news && matches.articles == 0) return 0;
    render_warnings(matches.query, matches.warnings, std::cerr);
    if (output.format != "text") {
        const bool one_line = output.format == "jsonl";
        render_json(view, qid, one_line ? JsonLayout::one_line : JsonLayout::lines, std::cout);
        return matches.articles;
    }
    if (!qid.empty()) std::cout << "== " << qid << '\n';
    if (output.explain) {
        SearchResult stages;
        stages.stages = {{"understood", matches.interpretation}};
        render_stages(stages, std::cout);
    }
    render_text(view, output.style, std::cout);
    return matches.articles;
}

}  // namespace

ViewOutput view_output(const Arguments& arguments, const std::string& format,
                       const TextStyle& style) {
    ViewOutput output{arguments.choice("view", kViews), format, style};
    output.top = arguments.number("top", 1, 100'000);
    output.by = arguments.choice("by", kTimelines);
    output.explain = arguments.has("explain");
    const std::string& view = output.view;
    if (view != "timeline") refuse(arguments, "by", view, "it is for --view timeline");
    if (view == "passages" || view == "timeline") {
        refuse(arguments, "top", view, "it is for --view facets and --view related");
    }
    if (view == "passages") return output;
    refuse(arguments, "limit", view, "all that matches is counted; --top bounds what is printed");
    refuse(arguments, "unit", view, "views count articles");
    if (format == "trec") {
        throw Error(ErrorKind::usage, "--format trec has no meaning with --view " + view,
                    "use text, json or jsonl");
    }
    return output;
}

std::uint64_t print_view(const Searcher& searcher, const SearchRequest& request,
                         const std::string& qid, const ViewOutput& output) {
    if (output.view == "facets") return print(searcher.facets(request, output.top), qid, output);
    if (output.view == "related") return print(searcher.related(request, output.top), qid, output);
    const auto by = output.by == "mentioned" ? TimelineBy::mentioned : TimelineBy::published;
    return print(searcher.timeline(request, by), qid, output);
}

}  // namespace sinodex
