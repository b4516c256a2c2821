#include "tests/indexer/indexing.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "corpus/schema/generation.h"
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

// Calls visit(document, record) in the order of sections.
template <typename Visit>
void for_each_document(const std::string& path, Visit visit) {
    const Xapian::Database database(current_generation_path(path));
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const Xapian::Document document = database.get_document(*at);
        visit(document, decode_record(document.get_data()));
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
    for_each_document(database, [&](const Xapian::Document&, const Record& record) {
        std::string& text = articles[record.id];
        EXPECT_EQ(text.size(), record.text_begin) << record.id << ": sections have gaps";
        text += record.text;
    });
    return articles;
}

std::map<std::string, std::string> contents_of(const std::string& database) {
    std::map<std::string, std::string> contents;
    for_each_document(database, [&](const Xapian::Document& document, Record record) {
        record.revisions.clear();
        std::string all = encode(record);
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
            all += '\n' + *term + ' ' + std::to_string(term.get_wdf());
        }
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            if (static_cast<int>(value.get_valueno()) == info(Field::revision).slot) continue;
            all += '\n' + std::to_string(value.get_valueno()) + '=' + *value;
        }
        const std::string key = record.id + '#' + std::to_string(record.first_passage);
        EXPECT_TRUE(contents.emplace(key, all).second) << key << " is there twice";
    });
    return contents;
}

std::map<std::string, unsigned> revisions_of_article(const std::string& database,
                                                     const std::string& id) {
    std::map<std::string, unsigned> revisions;
    for_each_document(database, [&](const Xapian::Document& document, const Record& record) {
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
    return Xapian::Database(current_generation_path(database)).get_termfreq(term);
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
    const std::string name = current_generation(database);
    EXPECT_EQ(names_in(database), (std::set<std::string>{kStubName, kLockName, name}));
    EXPECT_GT(verify_generation(current_generation_path(database)), 0U);
}

}  // namespace sinodex::testing
