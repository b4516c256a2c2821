// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/show.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "corpus/error.h"
#include "corpus/text/utf8.h"
#include "searcher/cli/databases.h"
#include "searcher/cli/options.h"
#include "searcher/cli/original.h"
#include "searcher/cli/output.h"
#include "searcher/cli/pager.h"
#include "searcher/rendering/text.h"
#include "searcher/request/request.h"
#include "searcher/saved/saved_file.h"

namespace sinodex {
namespace {

// The article that has this id, or whose passage has it.
StoredArticle article_of(const std::string& id, const Searcher& searcher) {
    const bool names_passage = id.find('#') != id.npos;
    return searcher.article(names_passage ? searcher.passage(id).article.id : id);
}

// Its passages, in their order, as hits.
SearchResult passages_of(const StoredArticle& article) {
    SearchResult all;
    for (const ArticlePassage& passage : article.passages) {
        SearchHit hit;
        hit.rank = all.hits.size() + 1;
        hit.id = article.article.id + "#" + std::to_string(passage.number);
        hit.passage = passage.number;
        hit.article = article.article;
        hit.text = article.text.substr(passage.begin, passage.end - passage.begin);
        hit.begin = passage.begin;
        hit.end = passage.end;
        hit.begin_code_point = passage.begin_code_point;
        all.hits.push_back(std::move(hit));
    }
    return all;
}

std::string text_of(const OriginalPlace& place) {
    if (place.line == 0) return place.path;
    return place.path + ":" + std::to_string(place.line) + ", bytes " +
           std::to_string(place.begin) + "-" + std::to_string(place.end);
}

// A mark over the whole of a passage.
void mark_whole(SearchHit& hit) {
    SearchHighlight mark;
    mark.begin = hit.begin;
    mark.end = hit.end;
    hit.highlights = {mark};
}

void print_place(const SearchHit& hit, const Arguments& arguments) {
    const auto place = original_place(hit, file_folders(arguments));
    if (place) std::cout << valid_utf8(text_of(*place)) << '\n';
}

[[noreturn]] void become(std::vector<std::string> command) {
    std::vector<char*> words;
    for (std::string& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    std::cout.flush();
    execvp(words[0], words.data());
    throw Error(ErrorKind::input, command[0] + ": cannot be run", "set EDITOR, or install it");
}

std::string editor() {
    for (const char* name : {"VISUAL", "EDITOR"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != 0) return value;
    }
    return "vi";
}

[[noreturn]] void open_file(const OriginalPlace& place) {
    // The editor may be several words; the shell takes them apart.
    const std::string line = "+" + std::to_string(std::max<std::size_t>(place.line, 1));
    become({"/bin/sh", "-c", editor() + " \"$@\"", "sh", line, place.path});
}

SearchHit hit_to_open(const Arguments& arguments, const Searcher& searcher) {
    Request request = decode_request(values_of(arguments), SavedFile(saved_path(arguments)).read());
    if (request.view != View::passages) {
        throw Error(ErrorKind::usage, "--open is for hits, not for views");
    }
    const std::uint64_t rank = arguments.number("open", 1, kMostHits);
    if (!arguments.has("saved")) request.search.query = operands_of(arguments);
    request.search.texts = true;
    request.search.limit = std::max<std::size_t>(request.search.limit, rank);
    const auto result = std::get<SearchResult>(answer_request(searcher, request));
    if (rank <= result.hits.size()) return result.hits[rank - 1];
    throw Error(ErrorKind::usage,
                "--open: there are only " + std::to_string(result.hits.size()) + " hits");
}

}  // namespace

ExitStatus run_show(const Arguments& arguments, const Searcher& searcher) {
    refuse_beside(arguments, "show", {"queries", "view", "like", "verify", "open"});
    const std::string id = arguments.text("show");
    SearchResult article = passages_of(article_of(id, searcher));
    const Output output = output_of(arguments);
    if (output.format != ResultFormat::text) {
        throw Error(ErrorKind::usage, "--show is for --format text",
                    "a service has the same as JSON: /v1/articles/ID");
    }
    Pager pager(!arguments.has("no-pager"));
    for (SearchHit& hit : article.hits) {
        if (hit.id != id) continue;
        mark_whole(hit);
        print_place(hit, arguments);
    }
    if (!article.hits.empty() && article.hits.front().article.id == id)
        print_place(article.hits.front(), arguments);
    render_text(article, output.style, std::cout);
    pager.finish();
    return tell_missing(searcher, ExitStatus::fine);
}

ExitStatus run_open(const Arguments& arguments, const Searcher& searcher) {
    refuse_beside(arguments, "open", {"queries", "verify"});
    const SearchHit hit = hit_to_open(arguments, searcher);
    if (const auto place = original_place(hit, file_folders(arguments))) open_file(*place);
    const std::string& url = hit.article.url;
    const bool opens = url.starts_with("https://") || url.starts_with("http://");
    if (opens) become({"xdg-open", url});
    throw Error(ErrorKind::input, hit.article.id + ": its file is not found, and it has no URL",
                "name the folder that was indexed: --files FOLDER");
}

}  // namespace sinodex
