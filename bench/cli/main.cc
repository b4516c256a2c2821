// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <span>
#include <string>
#include <vector>

#include "bench/cli/evaluate_command.h"
#include "bench/cli/findings_command.h"
#include "bench/cli/learn_command.h"
#include "bench/cli/pool_command.h"
#include "bench/cli/quality_command.h"
#include "bench/cli/speed_command.h"
#include "corpus/program/program.h"

namespace {

using namespace sinodex;

struct Command {
    CommandSpec spec;
    const ProgramSpec& program;
    ExitStatus (*run)(const Arguments&, const std::vector<std::string>&);
};

const std::array<Command, 7> kCommands{{
    {{"quality", kQualityProgram.summary}, kQualityProgram, run_quality},
    {{"evaluate", kEvaluateProgram.summary}, kEvaluateProgram, run_evaluate},
    {{"learn", kLearnProgram.summary}, kLearnProgram, run_learn},
    {{"pool", kPoolProgram.summary}, kPoolProgram, run_pool},
    {{"speed", kSpeedProgram.summary}, kSpeedProgram, run_speed},
    {{"findings", kFindingsProgram.summary}, kFindingsProgram, run_findings},
    {{"speed-worker", ""}, kSpeedWorkerProgram, run_speed_worker},
}};

// These are for users.
const std::array<CommandSpec, 6> kCommandSpecs{kCommands[0].spec, kCommands[1].spec,
                                               kCommands[2].spec, kCommands[3].spec,
                                               kCommands[4].spec, kCommands[5].spec};

constexpr std::array<std::string_view, 2> kExamples{
    "sinodex-bench quality --help",
    "sinodex-bench quality collections/cranfield",
};

const ProgramSpec kProgram{
    "sinodex-bench",
    "measure Sinodex, beside what one would take instead",
    "COMMAND ...",
    "Each command has options of its own: sinodex-bench COMMAND --help prints them.",
    {},
    kExamples,
    kCommandSpecs,
    "a figure is worse than expected",
};

ExitStatus no_command(const Arguments& arguments) {
    const std::string what = arguments.operands().empty()
                                 ? "no command was given"
                                 : "there is no command " + arguments.operands().front();
    throw Error(ErrorKind::usage, what, "see sinodex-bench --help");
}

}  // namespace

int main(int argc, char** argv) {
    const std::string name = argc > 1 ? argv[1] : "";
    for (const Command& command : kCommands) {
        if (command.spec.name != name) continue;
        const std::vector<std::string> words(argv, argv + argc);
        return run_program(command.program, argc - 1, argv + 1, [&](const Arguments& arguments) {
            return command.run(arguments, words);
        });
    }
    return run_program(kProgram, argc, argv, no_command);
}
