// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/run_files.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "bench/quality/fingerprint.h"
#include "bench/quality/versions.h"
#include "corpus/error.h"
#include "corpus/json.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
void make_folder(const fs::path& path) {
    std::error_code failed;
    fs::create_directories(path, failed);
    if (failed) throw Error(ErrorKind::output, path.string() + ": " + failed.message());
}

void write_whole(const fs::path& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    out.flush();
    if (!out) throw Error(ErrorKind::output, path.string() + ": cannot be written");
}

Json weights_json(const Weights& weights) {
    Json json = Json::object();
    for (const WeightInfo& info : kWeightTable) json[std::string(info.name)] = weights.*info.member;
    return json;
}

}  // namespace

struct RunFiles::State {
    fs::path folder;
    Json collections = Json::array();

    Json write_run(const std::string& collection, const SystemRun& system) const {
        std::ostringstream bytes;
        sinodex::write_run(bytes, system.run);
        const std::string path = collection + "/" + system.name + ".run";
        write_whole(folder / path, bytes.str());
        Json json{{"name", system.name}, {"description", system.description}};
        if (system.weights) json["weights"] = weights_json(*system.weights);
        json["run"] = path;
        json["xxh3"] = fingerprint(bytes.str());
        return json;
    }
};

RunFiles::RunFiles(std::string folder) : state_(std::make_unique<State>()) {
    state_->folder = std::move(folder);
    make_folder(state_->folder);
}

RunFiles::~RunFiles() = default;

void RunFiles::add(const Collection& collection, const Experiment& experiment) {
    make_folder(state_->folder / collection.name);
    Json systems = Json::array();
    for (const SystemRun& system : experiment.systems) {
        systems.push_back(state_->write_run(collection.name, system));
    }
    state_->collections.push_back({{"name", collection.name},
                                   {"unit", unit_name(collection.unit)},
                                   {"documents", collection.documents.size()},
                                   {"topics", file_fingerprint(collection.topics_path)},
                                   {"qrels", file_fingerprint(collection.qrels_path)},
                                   {"database", experiment.database_fingerprint},
                                   {"systems", std::move(systems)}});
}

void RunFiles::finish(const QualityReport& report) {
    Json json{{"version", 1},
              {"command", report.command},
              {"versions", Json::object()},
              {"depth", report.depth},
              {"seed", report.seed},
              {"measures", report.measures},
              {"collections", state_->collections}};
    for (const auto& [name, version] : versions()) json["versions"][name] = version;
    write_whole(state_->folder / "manifest.json", dump(json, 2) + "\n");
}

}  // namespace sinodex
