// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/evidence.h"

#include <iostream>
#include <iterator>

#include "corpus/error.h"
#include "searcher/cli/databases.h"
#include "searcher/cli/options.h"
#include "searcher/rendering/verification.h"

namespace sinodex {
namespace {

void print(const Verification& result, const Output& output) {
    if (output.format == ResultFormat::json) {
        render_json(result, JsonLayout::lines, std::cout);
    } else if (output.format == ResultFormat::jsonl) {
        render_json(result, JsonLayout::one_line, std::cout);
    } else {
        render_text(result, output.style, std::cout);
    }
    if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
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
    refuse_beside(arguments, "verify", {"queries", "unit", "explain", "view", "top", "by", "like"});
    if (is_for_hits(output.format) || output.format == ResultFormat::csv) {
        throw Error(ErrorKind::usage,
                    "--format " + arguments.text("format") + " has no meaning with --verify",
                    "use text, json or jsonl");
    }
    const Verification result =
        searcher.verify(quotation_of(arguments), values_of(arguments).number("limit"));
    print(result, output);
    return tell_missing(
        searcher, result.verdict == Verdict::absent ? ExitStatus::nothing_found : ExitStatus::fine);
}

}  // namespace sinodex
