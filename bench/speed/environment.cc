// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>

#include "bench/quality/figures.h"
#include "bench/quality/versions.h"
#include "bench/speed/speed_report.h"

namespace sinodex {
namespace {

std::string processor() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    utsname names{};
    uname(&names);
    return names.machine;
}

std::string memory() {
    const double bytes =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    return fixed(bytes / (1U << 30U), 1) + " GiB";
}

std::string load() {
    std::array<double, 3> loads{};
    if (getloadavg(loads.data(), 3) != 3) return "not known";
    return fixed(loads[0], 2) + " " + fixed(loads[1], 2) + " " + fixed(loads[2], 2);
}

std::string now() {
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M UTC", &parts);
    return text.data();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> describe_environment() {
    std::vector<std::pair<std::string, std::string>> all{
        {"date", now()},
        {"processor", processor()},
        {"cores", std::to_string(std::thread::hardware_concurrency())},
        {"memory", memory()},
        {"load average", load()},
        {"compiler", __VERSION__},
        {"build type", SINODEX_BUILD_TYPE}};
    for (auto& version : versions()) all.push_back(std::move(version));
    return all;
}

}  // namespace sinodex
