// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/systems.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bench/quality/lists.h"
#include "bench/speed/lucene_source.h"
#include "bench/speed/measured_process.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// For scriptindex; the slot of the date is that of xapian_engine.cc.
constexpr std::string_view kIndexScript =
    "id : boolean=Q unique=Q field\n"
    "title : field index\n"
    "text : field index\n"
    "date : field value=0\n"
    "source : field boolean=XSOURCE\n";

std::string own_path() { return fs::read_symlink("/proc/self/exe").string(); }

// Returns the path of a program in PATH; empty when it is not there.
std::string find_program(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        std::string file = folder;
        file.append("/").append(name);
        if (access(file.c_str(), X_OK) == 0) return file;
    }
    return "";
}

// Programs of this project stand beside this one.
std::string own_program(const std::string& name) {
    const std::string beside = fs::path(own_path()).parent_path() / name;
    return access(beside.c_str(), X_OK) == 0 ? beside : find_program(name);
}

CommandLine worker(CommandLine words) {
    words.insert(words.begin(), {own_path(), "speed-worker", "--"});
    return words;
}

SpeedSystem sinodex_system(const PreparedCorpus& corpus) {
    SpeedSystem system;
    system.name = "sinodex";
    system.description = "sinodex-index, and Searcher: the 10 best passages with highlights";
    system.database = "sinodex.db";
    const std::string index = own_program("sinodex-index");
    const std::string search = own_program("sinodex-search");
    if (index.empty() || search.empty()) {
        throw Error(ErrorKind::input, "sinodex-index and sinodex-search are not here",
                    "they should be beside sinodex-bench or in PATH");
    }
    const std::string database = corpus / system.database;
    system.build = {index, "--quiet", "--db", database, corpus / "articles.jsonl"};
    system.no_change = system.build;
    system.update = {index, "--quiet", "--db", database, corpus / "changed.jsonl"};
    system.serve = worker({"serve", "sinodex", database});
    system.once = {search, "--db", database, "--", "QUERY"};
    return system;
}

SpeedSystem sinodex_articles_system(const PreparedCorpus& corpus) {
    SpeedSystem system;
    system.name = "sinodex-articles";
    system.description = "the same database: the 10 best articles, ids and scores only";
    system.database = "sinodex.db";
    system.serve = worker({"serve", "sinodex-articles", corpus / system.database});
    return system;
}

SpeedSystem fts5_system(const PreparedCorpus& corpus) {
    SpeedSystem system;
    system.name = "fts5";
    system.description =
        "SQLite FTS5: texts stored, porter, bm25(), any of the words; id and title of the 10 best";
    system.database = "fts5.db";
    const std::string database = corpus / system.database;
    system.build = worker({"build", "fts5", corpus / "articles.dump", database});
    system.update = worker({"build", "fts5", corpus / "changed.dump", database});
    system.serve = worker({"serve", "fts5", database});
    system.once = worker({"once", "fts5", database, "QUERIES"});
    return system;
}

SpeedSystem xapian_system(const PreparedCorpus& corpus) {
    SpeedSystem system;
    system.name = "xapian";
    system.description =
        "scriptindex (texts stored, positions); its query parser in one process, quest for "
        "cold-open; the data of the 10 best";
    system.database = "xapian.db";
    const std::string scriptindex = find_program("scriptindex");
    const std::string quest = find_program("quest");
    if (scriptindex.empty()) {
        system.absent = "scriptindex is not in PATH (Debian: apt install xapian-omega)";
        return system;
    }
    const std::string database = corpus / system.database;
    const std::string script = corpus / "xapian.script";
    std::ofstream(script, std::ios::binary) << kIndexScript;
    system.build = {scriptindex, "--overwrite", database, script, corpus / "articles.dump"};
    system.update = {scriptindex, database, script, corpus / "changed.dump"};
    system.serve = worker({"serve", "xapian", database});
    if (!quest.empty()) system.once = {quest, "-d", database, "-m", "10", "QUERY"};
    return system;
}

// Colons between the jars; empty when one is missing.
std::string lucene_jars() {
    const fs::path folder("/usr/share/java");
    std::string path;
    for (const char* part : {"lucene-core", "lucene-analyzers-common", "lucene-queryparser"}) {
        std::string found;
        std::error_code ignored;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
            const std::string name = entry.path().filename();
            const std::string prefix = std::string(part) + "-8";
            if (name.starts_with(prefix) && name.ends_with(".jar")) found = entry.path();
        }
        if (found.empty()) return "";
        path.append(path.empty() ? "" : ":").append(found);
    }
    return path;
}

SpeedSystem lucene_system(const PreparedCorpus& corpus) {
    SpeedSystem system;
    system.name = "lucene";
    system.description =
        "Lucene: EnglishAnalyzer, texts stored, 2 indexing threads, forceMerge(1); id and title of "
        "the 10 best";
    system.database = "lucene.db";
    system.warm_up = 6;  // the JIT compiler needs that many
    const std::string java = find_program("java");
    const std::string javac = find_program("javac");
    const std::string jars = lucene_jars();
    if (java.empty() || javac.empty() || jars.empty()) {
        system.absent =
            "java, javac and Lucene 8 are not all there (Debian: apt install liblucene8-java "
            "openjdk-17-jdk-headless)";
        return system;
    }
    const std::string source = corpus / "LuceneBench.java";
    std::ofstream(source, std::ios::binary) << kLuceneSource;
    run_measured({javac, "-cp", jars, "-d", corpus.folder, source});
    const std::string database = corpus / system.database;
    const auto run = [&](CommandLine words) {
        words.insert(words.begin(), {java, "-cp", jars + ":" + corpus.folder, "LuceneBench"});
        return words;
    };
    system.description.insert(6, " " + jars.substr(jars.find("core-") + 5, 3));
    system.build = run({"build", corpus / "articles.dump", database});
    system.update = run({"update", corpus / "changed.dump", database});
    system.serve = run({"serve", database});
    system.once = run({"once", database, "QUERIES"});
    return system;
}

struct SystemRow {
    std::string_view name;
    SpeedSystem (*make)(const PreparedCorpus&);
};
constexpr std::array<SystemRow, 3> kOthers{
    {{"fts5", fts5_system}, {"xapian", xapian_system}, {"lucene", lucene_system}}};

std::vector<SystemRow> parse_systems(const std::string& list) {
    if (list == "all") return {kOthers.begin(), kOthers.end()};
    if (list == "none") return {};
    std::vector<SystemRow> chosen;
    for (const std::string& name : split_list(list)) {
        const auto row = std::find_if(kOthers.begin(), kOthers.end(),
                                      [&](const SystemRow& each) { return each.name == name; });
        if (row == kOthers.end()) {
            throw Error(ErrorKind::usage, "--against: there is no system \"" + name + "\"",
                        "known are all, none, fts5, xapian, lucene");
        }
        chosen.push_back(*row);
    }
    return chosen;
}

}  // namespace

void check_systems(const std::string& list) { parse_systems(list); }

std::vector<SpeedSystem> find_systems(const std::string& list, const PreparedCorpus& corpus) {
    std::vector<SpeedSystem> systems{sinodex_system(corpus), sinodex_articles_system(corpus)};
    for (const SystemRow& row : parse_systems(list)) systems.push_back(row.make(corpus));
    return systems;
}

}  // namespace sinodex
