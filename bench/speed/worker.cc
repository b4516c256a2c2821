// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/worker.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <thread>

#include "bench/speed/engines.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

using Open = std::unique_ptr<Engine> (*)(const std::string&);

struct EngineRow {
    std::string_view name;
    Open open;
};
constexpr std::array<EngineRow, 4> kEngines{{{"sinodex", open_sinodex_passages},
                                             {"sinodex-articles", open_sinodex_articles},
                                             {"fts5", open_fts5},
                                             {"xapian", open_xapian}}};

Open engine(const std::string& name) {
    const auto row = std::find_if(kEngines.begin(), kEngines.end(),
                                  [&](const EngineRow& each) { return each.name == name; });
    if (row == kEngines.end()) throw Error(ErrorKind::usage, "no engine " + name);
    return row->open;
}

std::int64_t nanoseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

// Handles stay open between runs.
class Server {
 public:
    Server(Open open, std::string database) : open_(open), database_(std::move(database)) {
        engines_.push_back(open_(database_));
    }

    void run(std::size_t threads, clockid_t clock, const std::vector<SpeedQuery>& queries,
             std::ostream& out) {
        reserve(threads, queries);
        std::vector<std::int64_t> times(queries.size());
        std::vector<std::exception_ptr> failures(threads);
        const auto work = [&](std::size_t thread) {
            try {
                for (std::size_t i = thread; i < queries.size(); i += threads) {
                    const std::int64_t begin = nanoseconds(clock);
                    engines_[thread]->search(queries[i]);
                    times[i] = nanoseconds(clock) - begin;
                }
            } catch (...) {
                failures[thread] = std::current_exception();
            }
        };
        const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
        std::vector<std::thread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, i);
        work(0);
        for (std::thread& other : others) other.join();
        const std::int64_t all = nanoseconds(CLOCK_MONOTONIC) - begin;
        for (const std::exception_ptr& failure : failures) {
            if (failure) std::rethrow_exception(failure);
        }
        for (const std::int64_t time : times) out << time << '\n';
        out << "all " << all << "\n\n" << std::flush;
    }

 private:
    // The first handle has answered queries before; others are not to be measured while they open.
    void reserve(std::size_t threads, const std::vector<SpeedQuery>& queries) {
        constexpr std::size_t kWarmUp = 100;
        while (engines_.size() < threads) {
            engines_.push_back(open_(database_));
            for (std::size_t i = 0; i < std::min(kWarmUp, queries.size()); ++i) {
                engines_.back()->search(queries[i]);
            }
        }
    }

    Open open_;
    std::string database_;
    std::vector<std::unique_ptr<Engine>> engines_;
};

std::uint64_t peak_memory() {
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6)) * 1024;
    }
    return 0;
}

void serve(Open open, const std::string& database, std::istream& in, std::ostream& out) {
    Server server(open, database);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string verb;
        std::string clock;
        std::size_t threads = 0;
        words >> verb;
        if (verb == "memory") {
            out << peak_memory() << "\n\n" << std::flush;
        } else if (verb == "run" && words >> threads >> clock && threads > 0) {
            words.ignore();
            const std::string path{std::istreambuf_iterator<char>(words), {}};
            server.run(threads, clock == "cpu" ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC,
                       read_queries(path), out);
        } else {
            throw Error(ErrorKind::usage, "no such request: " + line);
        }
    }
}

}  // namespace

void run_worker(const std::vector<std::string>& words, std::istream& in, std::ostream& out) {
    const std::string verb = words.empty() ? "" : words[0];
    if (verb == "build" && words.size() == 4 && words[1] == "fts5") {
        build_fts5(words[2], words[3]);
    } else if (verb == "once" && words.size() == 4) {
        const std::vector<SpeedQuery> queries = read_queries(words[3]);
        engine(words[1])(words[2])->search(queries.at(0));
    } else if (verb == "serve" && words.size() == 3) {
        serve(engine(words[1]), words[2], in, out);
    } else {
        throw Error(ErrorKind::usage, "the worker of sinodex-bench speed is not for users");
    }
}

}  // namespace sinodex
