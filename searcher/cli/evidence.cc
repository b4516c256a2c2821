#include "searcher/cli/evidence.h"

#include <iostream>
#include <iterator>

#include "corpus/error.h"
#include "searcher/rendering/verification.h"

namespace sinodex {
namespace {

void refuse(const Arguments& arguments, const std::string& option,
            std::initializer_list<const char*> others) {
    for (const char* other : others) {
        if (arguments.has(other)) {
            throw Error(ErrorKind::usage,
                        "--" + option + " and --" + other + " exclude each other");
        }
    }
}

void print(const Verification& result, const Output& output) {
    if (output.format == "json") {
        render_json(result, std::cout);
    } else if (output.format == "jsonl") {
        render_jsonl(result, std::cout);
    } else {
        render_text(result, output.style, std::cout);
    }
    if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
}

std::string operands_of(const Arguments& arguments) {
    std::string text;
    for (const std::string& word : arguments.operands()) {
        text.append(text.empty() ? "" : " ").append(word);
    }
    return text;
}

std::string quotation_of(const Arguments& arguments) {
    if (arguments.operands() == std::vector<std::string>{"-"}) {
        return {std::istreambuf_iterator<char>(std::cin), {}};
    }
    if (arguments.operands().empty()) {
        throw Error(ErrorKind::usage, "--verify: no quotation was given",
                    "give it as operands, or - to read it from standard input");
    }
    return operands_of(arguments);
}

}  // namespace

ExitStatus run_verify(const Arguments& arguments, const Searcher& searcher, const Output& output) {
    refuse(arguments, "verify", {"queries", "unit", "explain", "view", "top", "by", "like"});
    if (output.format == "trec") {
        throw Error(ErrorKind::usage, "--format trec has no meaning with --verify",
                    "use text, json or jsonl");
    }
    const Verification result =
        searcher.verify(quotation_of(arguments), arguments.number("limit", 1, 1'000'000));
    print(result, output);
    return result.verdict == Verdict::absent ? ExitStatus::nothing_found : ExitStatus::fine;
}

SearchResult search_like(const Arguments& arguments, const Searcher& searcher,
                         const SearchRequest& request) {
    refuse(arguments, "like", {"queries", "verify", "view", "top", "by"});
    SearchRequest filtered = request;
    filtered.query = operands_of(arguments);
    if (!arguments.has("unit")) filtered.unit = SearchUnit::article;
    return searcher.more_like(arguments.text("like"), filtered);
}

}  // namespace sinodex
