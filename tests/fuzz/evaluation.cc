// SPDX-License-Identifier: GPL-2.0-or-later

// Judgements, runs and topics: the first byte says which, the rest is the file.

#include <sstream>

#include "bench/evaluation/evaluate.h"
#include "bench/evaluation/qrels.h"
#include "bench/evaluation/runs.h"
#include "bench/evaluation/topics.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

// Whatever is written must be read as it was.
void read_twice(const std::string& path) {
    const TrecRun run = read_run(path);
    std::ostringstream written;
    write_run(written, run);
    const MemoryFile file(written.str());
    std::ostringstream again;
    write_run(again, read_run(file.path()));
    require(again.str() == written.str(), "a run is read as it was written");
}

// A run that returns what was judged, the best first.
void evaluate_best(const Qrels& qrels) {
    TrecRun run;
    for (const auto& [topic, judgements] : qrels) {
        for (const auto& [id, gain] : judgements) {
            run.topics[topic].push_back({id, static_cast<double>(gain)});
        }
    }
    const Evaluation evaluation = evaluate(qrels, run, {parse_measure("nDCG@10")});
    require(evaluation.measures.size() == 1, "what was asked for is measured");
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    const std::uint8_t choice = fuzz::take_choice(bytes);
    const fuzz::MemoryFile file(bytes);
    fuzz::accepts([&] {
        if (choice % 3 == 0) evaluate_best(read_qrels(file.path()));
        if (choice % 3 == 1) read_twice(file.path());
        if (choice % 3 == 2) read_topics(file.path());
    });
    return 0;
}
