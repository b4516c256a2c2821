// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/speed_experiment.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <thread>

#include "bench/quality/scratch_folder.h"
#include "bench/speed/measured_process.h"
#include "bench/speed/systems.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr int kNothingFound = 1;  // exit status of sinodex-search

std::uint64_t bytes_of(const fs::path& path) {
    if (fs::is_regular_file(path)) return fs::file_size(path);
    std::uint64_t bytes = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

class Measuring {
 public:
    Measuring(const SpeedOptions& options, const PreparedCorpus& corpus)
        : options_(options), corpus_(corpus), systems_(find_systems(options.against, corpus)) {
        run_.articles = corpus.articles;
        run_.changed = corpus.changed;
        run_.bytes = corpus.bytes;
        run_.workloads = options.workloads;
        for (const SpeedSystem& each : systems_) {
            MeasuredSystem measured;
            measured.name = each.name;
            measured.description = each.description;
            measured.absent = each.absent;
            measured.warm_up = each.warm_up;
            measured.figures.resize(options.workloads.size());
            run_.systems.push_back(std::move(measured));
        }
    }

    SpeedRun run() {
        build();
        for (std::size_t w = 0; w < options_.workloads.size(); ++w) {
            const Workload& workload = options_.workloads[w];
            if (workload.kind == WorkloadKind::no_change) again(w, &SpeedSystem::no_change);
            if (workload.kind == WorkloadKind::update) again(w, &SpeedSystem::update);
            if (workload.kind == WorkloadKind::cold) cold(w);
        }
        search();
        return std::move(run_);
    }

 private:
    std::string path(const SpeedSystem& system) const { return corpus_ / system.database; }

    void tell(std::string_view workload, const SpeedSystem& system) const {
        if (options_.progress) options_.progress(std::string(workload) + ": " + system.name);
    }

    void add(SpeedFigure& figure, const MeasuredRun& run) const {
        figure.seconds.push_back(options_.cpu ? run.cpu_seconds : run.seconds);
        figure.peak_memory = std::max(figure.peak_memory, run.peak_memory);
    }

    // Every run of every system, the systems in turn, of those that have the command.
    void in_turn(std::size_t rounds, CommandLine SpeedSystem::*command, const auto& action) {
        for (std::size_t round = 0; round < rounds; ++round) {
            for (std::size_t s = 0; s < systems_.size(); ++s) {
                if (!(systems_[s].*command).empty()) action(s, round);
            }
        }
    }

    void build() {
        const auto place =
            std::find_if(options_.workloads.begin(), options_.workloads.end(),
                         [](const Workload& each) { return each.kind == WorkloadKind::build; });
        const bool timed = place != options_.workloads.end();
        const auto w = static_cast<std::size_t>(place - options_.workloads.begin());
        in_turn(timed ? options_.runs : 1, &SpeedSystem::build, [&](std::size_t s, std::size_t) {
            tell("build", systems_[s]);
            fs::remove_all(path(systems_[s]));
            const MeasuredRun run = run_measured(systems_[s].build);
            if (timed) add(run_.systems[s].figures[w], run);
        });
        for (std::size_t s = 0; s < systems_.size(); ++s) {
            if (systems_[s].absent.empty()) {
                run_.systems[s].database_bytes = bytes_of(path(systems_[s]));
            }
        }
    }

    // On the database as it was built, which is put back each time.
    void again(std::size_t w, CommandLine SpeedSystem::*command) {
        in_turn(options_.runs, command, [&](std::size_t s, std::size_t) {
            tell(options_.workloads[w].name, systems_[s]);
            const std::string kept = path(systems_[s]) + ".kept";
            fs::copy(path(systems_[s]), kept, fs::copy_options::recursive);
            add(run_.systems[s].figures[w], run_measured(systems_[s].*command));
            fs::remove_all(path(systems_[s]));
            fs::rename(kept, path(systems_[s]));
        });
    }

    void cold(std::size_t w) {
        const Workload& workload = options_.workloads[w];
        const auto queries = read_queries(queries_file(workload));
        in_turn(workload.rounds * queries.size(), &SpeedSystem::once,
                [&](std::size_t s, std::size_t round) {
                    tell(workload.name, systems_[s]);
                    const SpeedQuery& query = queries[round % queries.size()];
                    const std::string file = corpus_ / "one.queries";
                    write_queries(file, {query});
                    CommandLine command = systems_[s].once;
                    if (command.back() == "QUERY") command.back() = query.text;
                    if (command.back() == "QUERIES") command.back() = file;
                    add(run_.systems[s].figures[w], run_measured(command, kNothingFound));
                });
    }

    std::string queries_file(const Workload& workload) const {
        return corpus_ / std::string(workload.name) + ".queries";
    }

    void search() {
        std::vector<std::unique_ptr<ChildServer>> servers(systems_.size());
        in_turn(1, &SpeedSystem::serve, [&](std::size_t s, std::size_t) {
            servers[s] = std::make_unique<ChildServer>(systems_[s].serve);
        });
        for (std::size_t w = 0; w < options_.workloads.size(); ++w) {
            if (options_.workloads[w].kind == WorkloadKind::queries) search(w, servers);
        }
        in_turn(1, &SpeedSystem::serve, [&](std::size_t s, std::size_t) {
            run_.systems[s].search_memory = std::stoull(servers[s]->ask("memory").at(0));
        });
    }

    void search(std::size_t w, std::vector<std::unique_ptr<ChildServer>>& servers) {
        const Workload& workload = options_.workloads[w];
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const std::string request = "run " + std::to_string(workload.all_threads ? cores : 1) +
                                    (options_.cpu ? " cpu " : " wall ") + queries_file(workload);
        in_turn(1, &SpeedSystem::serve, [&](std::size_t s, std::size_t) {
            tell(workload.name, systems_[s]);
            // A workload of one round comes after the others, which have warmed up the process.
            const std::size_t times = workload.rounds > 1 ? systems_[s].warm_up : 0;
            for (std::size_t i = 0; i < times; ++i) servers[s]->ask(request);
        });
        in_turn(workload.rounds, &SpeedSystem::serve, [&](std::size_t s, std::size_t) {
            tell(workload.name, systems_[s]);
            SpeedFigure& figure = run_.systems[s].figures[w];
            const std::vector<std::string> answer = servers[s]->ask(request);
            double sum = 0;
            for (std::size_t i = 0; i + 1 < answer.size(); ++i) {
                sum += figure.seconds.emplace_back(std::stod(answer[i]) / 1e9);
            }
            const double all = options_.cpu ? sum / (workload.all_threads ? cores : 1)
                                            : std::stod(answer.back().substr(4)) / 1e9;
            if (workload.rounds == 1) {
                figure.per_second = static_cast<double>(answer.size() - 1) / all;
            }
        });
    }

    const SpeedOptions& options_;
    const PreparedCorpus& corpus_;
    std::vector<SpeedSystem> systems_;
    SpeedRun run_;
};

}  // namespace

SpeedRun measure_speed(const SpeedOptions& options) {
    const ScratchFolder scratch;
    const std::string folder = scratch / "speed";
    fs::create_directories(folder);
    if (options.progress) options.progress("preparing the corpus");
    const PreparedCorpus corpus = prepare_corpus_apart(options.corpus, options.workloads, folder);
    return Measuring(options, corpus).run();
}

}  // namespace sinodex
