// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/indexing.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"
#include "corpus/schema/terms.h"

namespace sinodex::testing {

namespace fs = std::filesystem;

std::string sample_text(unsigned number, unsigned version) {
    constexpr std::array<const char*, 12> kWords{"regulator", "fined",  "platform", "yuan",
                                                 "shares",    "market", "阿里巴巴", "antitrust",
                                                 "lending",   "rules",  "Hangzhou", "deal"};
    std::string text = "Report " + std::to_string(number) + " of version" + std::to_string(version);
    unsigned state = number * 7919 + version * 104729 + 1;
    for (unsigned word = 0; word < 150; ++word) {
        text += word % 50 == 0 ? "\n\n" : (word % 10 == 0 ? ". " : " ");
        state = state * 1664525 + 1013904223;
        text += kWords[(state >> 16U) % kWords.size()];
        if (state % 5 == 0) text += std::to_string((state >> 8U) % 10000);
    }
    return text + ".\n";
}

std::string json_line(const std::string& id, const std::string& text) {
    std::string line = R"({"id":")" + id + R"(","text":")";
    for (const char c : text) line += c == '\n' ? "\\n" : std::string(1, c);
    return line + "\"}\n";
}

std::string sample_lines(unsigned count, unsigned version) {
    std::string lines;
    for (unsigned i = 0; i < count; ++i) {
        lines +=
            json_line("article-" + std::to_string(i), sample_text(i, i % 3 == 0 ? version : 0));
    }
    return lines;
}

IndexReport index_lines(const std::string& database, const std::string& lines,
                        IndexOptions options) {
    std::istringstream input(lines);
    options.standard_input = &input;
    return index_path(database, "-", options);
}

IndexReport index_path(const std::string& database, const std::string& path, IndexOptions options) {
    options.database = database;
    options.paths = {path};
    if (options.threads == 0) options.threads = 2;
    return index_documents(options);
}

namespace {

// With their frequencies.
using Terms = std::map<std::string, Xapian::termcount>;

// The terms of a segment's documents, by number.
std::map<std::uint32_t, Terms> terms_in(const Segment& segment) {
    std::map<std::uint32_t, Terms> terms;
    const Xapian::Database& database = segment.database;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
            terms[*at][*term] = at.get_wdf();
        }
    }
    return terms;
}

// Calls visit(document, record, terms) in the order of sections.
template <typename Visit>
void for_each_document(const std::string& path, Visit visit) {
    const IndexReader index(current_generation_path(path));
    for (const Segment& segment : index.segments()) {
        auto terms = terms_in(segment);
        for (const std::uint32_t number : documents_with(segment, "")) {
            const Xapian::Document document = segment.database.get_document(number);
            visit(document, record_of(segment, number), terms[number]);
        }
    }
}

}  // namespace

IndexOptions rebuilding() {
    IndexOptions options;
    options.rebuild = true;
    return options;
}

std::map<std::string, std::string> articles_of(const std::string& database) {
    std::map<std::string, std::string> articles;
    for_each_document(database, [&](const Xapian::Document&, const Record& record, const Terms&) {
        std::string& text = articles[record.id];
        EXPECT_EQ(text.size(), record.text_begin) << record.id << ": sections have gaps";
        text += record.text;
    });
    return articles;
}

std::map<std::string, std::string> contents_of(const std::string& database) {
    std::map<std::string, std::string> contents;
    for_each_document(database, [&](const Xapian::Document& document, Record record,
                                    const Terms& terms) {
        record.revisions.clear();
        std::string all = encode(record);
        for (const auto& [term, frequency] : terms) {
            all += '\n' + term + ' ' + std::to_string(frequency);
        }
        for (const FieldInfo& field : kFields) {
            if (field.slot < 0 || field.field == Field::revision) continue;
            if (field.field == Field::record) continue;  // how it is packed may differ
            const std::string value = document.get_value(static_cast<Xapian::valueno>(field.slot));
            if (!value.empty()) all += '\n' + std::to_string(field.slot) + '=' + value;
        }
        const std::string key = record.id + '#' + std::to_string(record.first_passage);
        EXPECT_TRUE(contents.emplace(key, all).second) << key << " is there twice";
    });
    return contents;
}

std::map<std::string, unsigned> revisions_of_article(const std::string& database,
                                                     const std::string& id) {
    std::map<std::string, unsigned> revisions;
    for_each_document(
        database, [&](const Xapian::Document& document, const Record& record, const Terms&) {
            if (record.id != id) return;
            Revision newest = 0;
            for (std::size_t i = 0; i < record.passages.size(); ++i) {
                const std::string text(record.at(record.passages[i]));
                revisions[text.substr(0, text.find(' '))] = record.revisions[i];
                newest = std::max(newest, record.revisions[i]);
            }
            const auto slot = static_cast<Xapian::valueno>(info(Field::revision).slot);
            EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(slot)), newest);
        });
    return revisions;
}

std::size_t documents_of(const std::string& database, const std::string& id) {
    return frequency_of(database, id_term(id));
}

std::size_t frequency_of(const std::string& database, const std::string& term) {
    return IndexReader(current_generation_path(database)).frequency(term);
}

std::set<std::string> names_in(const std::string& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

std::map<std::string, std::string> stamps_of(const std::string& database) {
    std::map<std::string, std::string> stamps;
    for (const auto& entry : fs::recursive_directory_iterator(database)) {
        if (!entry.is_regular_file()) continue;
        stamps[entry.path().string()] =
            std::to_string(entry.last_write_time().time_since_epoch().count()) + ' ' +
            std::to_string(entry.file_size());
    }
    return stamps;
}

void expect_tidy(const std::string& database) {
    std::set<std::string> names{kStubName, kLockName};
    for (const SealedFile& file : read_manifest(current_generation_path(database)).files()) {
        names.insert(file.folder);
    }
    EXPECT_EQ(names_in(database), names);
    EXPECT_GT(verify_generation(current_generation_path(database)), 0U);
}

}  // namespace sinodex::testing
