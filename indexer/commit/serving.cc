// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/serving.h"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

#include "corpus/error.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/served_outline.h"
#include "corpus/schema/shard.h"
#include "indexer/commit/sealed_source.h"
#include "indexer/commit/segment_writer.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kServed = "served-";
constexpr const char* kServingHint =
    "check free space and permissions; what is served is as it was";

// A search wants to know these of an index besides its segment.
constexpr std::array<std::string_view, 6> kOutlineFiles{
    kStateKnowledge, kStateRevisions, kStateStories, kStateRecords, kStateShard, kDictionaryName};

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void share_file(const fs::path& from, const fs::path& to) {
    std::error_code other_file_system;
    fs::create_hard_link(from, to, other_file_system);
    if (other_file_system) fs::copy_file(from, to);
}

// Writes what is served of an index into a new folder.
class Serving {
 public:
    Serving(const IndexReader& index, fs::path folder) : index_(index), folder_(std::move(folder)) {
        const std::vector<Segment>& segments = index.segments();
        if (segments.size() == 1 && !index.has_deleted()) return;
        throw Error(ErrorKind::database,
                    index.manifest().database + ": has " +
                        (segments.size() == 1 ? std::string("deleted articles")
                                              : std::to_string(segments.size()) + " segments"),
                    "merge them first: sinodex-index --optimize --db " + index.manifest().database);
    }

    void write() {
        fs::create_directories(folder_ / "segment");
        for (const SealedFile& file : index_.manifest().files()) {
            if (!is_table(file)) continue;
            verify_file(index_.manifest(), file);
            share_file(index_.manifest().path(file), folder_ / "segment" / file.name);
        }
        write_files();
        write_about();
        fs::remove_all(outline());
    }

 private:
    const Segment& segment() const { return index_.segments().front(); }
    fs::path outline() const { return folder_ / segment().folder; }

    // The outline as a generation.
    void write_files() {
        std::map<std::string, std::string> metadata;
        const Xapian::Database& database = segment().database;
        const auto end = database.metadata_keys_end();
        for (auto key = database.metadata_keys_begin(); key != end; ++key) {
            metadata[*key] = database.get_metadata(*key);
        }
        std::vector<std::unique_ptr<DocumentSource>> sources;
        sources.push_back(sealed_source(index_.manifest().database + "/" + segment().folder, {}));
        write_outline(outline().string(), metadata, sources);
        for (const std::string_view name : kOutlineFiles) {
            const std::string path = index_.state_path(name);
            if (!path.empty()) share_file(path, outline() / name);
        }
        seal_generation(outline().string());
    }

    // The database without documents whose metadata has it.
    void write_about() {
        Xapian::WritableDatabase about((folder_ / "about").string(), Xapian::DB_CREATE);
        about.set_metadata(std::string(kMetaOutline),
                           segment().folder + "\n" + bytes_of(outline() / kManifestName));
        const Manifest manifest = read_manifest(outline().string());
        for (const SealedFile& file : manifest.own) {
            const std::string bytes = read_sealed(manifest, file);
            for (std::uint64_t i = 0; i < outline_pieces(file.size); ++i) {
                about.set_metadata(outline_key(file.name, i),
                                   bytes.substr(i * kOutlinePiece, kOutlinePiece));
            }
        }
        about.commit();
        about.close();
    }

    const IndexReader& index_;
    fs::path folder_;
};

std::uint64_t served_number(const fs::path& path) {
    const std::string name = path.filename().string();
    if (!name.starts_with(kServed)) return 0;
    return std::strtoull(name.c_str() + kServed.size(), nullptr, 10);
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
    return entries;
}

// What is served is named by a stub that Xapian reads.
void refuse_other_things(const std::vector<fs::path>& entries, const std::string& folder) {
    for (const fs::path& path : entries) {
        if (path.filename() == kStubName || served_number(path) > 0) continue;
        throw Error(ErrorKind::usage,
                    folder + ": holds something else, " + path.filename().string(),
                    "give a folder of its own to what is served");
    }
}

void put_into(const std::string& folder, const IndexReader& index) {
    fs::create_directories(folder);
    const std::vector<fs::path> former = entries_of(folder);
    refuse_other_things(former, folder);
    std::uint64_t number = 0;
    for (const fs::path& path : former) number = std::max(number, served_number(path));
    const std::string name = std::string(kServed) + std::to_string(number + 1);
    Serving(index, fs::path(folder) / name).write();
    sync_folder(folder, kServingHint);
    replace_durably(fs::path(folder) / kStubName,
                    "glass " + name + "/about\nglass " + name + "/segment\n", kServingHint);
    for (const fs::path& path : former) {
        std::error_code ignored;
        if (served_number(path) > 0) fs::remove_all(path, ignored);
    }
}

}  // namespace

void serve_index(const std::string& database, const std::string& folder) {
    try {
        put_into(folder, IndexReader(current_generation_path(database)));
    } catch (const fs::filesystem_error& error) {
        throw Error(ErrorKind::output, folder + ": " + error.code().message(), kServingHint);
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, database + ": " + error.get_description(),
                    "check it with sinodex-index --check");
    }
}

}  // namespace sinodex
