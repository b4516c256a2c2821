// SPDX-License-Identifier: GPL-2.0-or-later

// An export for OpenSearch holds what its bulk interface takes: an action, then a document, each on
// a line; and what the mapping names, each of the type that it says.

#include "indexer/export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/indexer/indexing.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

bool is_day(const std::string& text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

bool is_date(const std::string& text) {
    return is_day(text) || (text.size() == 7 && text[4] == '-') || text.size() == 4;
}

void expect_fits(const json& value, const json& field, const std::string& path);

// Objects hold what the mapping names, and nothing else.
void expect_object(const json& object, const json& properties, const std::string& path) {
    ASSERT_TRUE(object.is_object()) << path;
    for (const auto& [key, value] : object.items()) {
        ASSERT_TRUE(properties.contains(key)) << path << '.' << key;
        expect_fits(value, properties[key], path + "." + key);
    }
}

void expect_scalar(const json& value, const json& field, const std::string& path) {
    const std::string type = field.at("type");
    if (type == "keyword" || type == "text") {
        EXPECT_TRUE(value.is_string()) << path;
    } else if (type == "long") {
        EXPECT_TRUE(value.is_number_unsigned()) << path;
    } else if (type == "double") {
        EXPECT_TRUE(value.is_number()) << path;
    } else if (type == "boolean") {
        EXPECT_TRUE(value.is_boolean()) << path;
    } else if (type == "date") {
        EXPECT_TRUE(value.is_string() && is_date(value)) << path << ' ' << value;
    } else if (type == "date_range") {
        EXPECT_TRUE(is_day(value.at("gte")) && is_day(value.at("lte"))) << path << ' ' << value;
        EXPECT_LE(std::string(value["gte"]), std::string(value["lte"]));
    } else if (type == "long_range") {
        EXPECT_LE(value.at("gte").get<std::uint64_t>(), value.at("lt").get<std::uint64_t>());
    } else {
        ADD_FAILURE() << path << ": an unknown type " << type;
    }
}

void expect_fits(const json& value, const json& field, const std::string& path) {
    const json list = value.is_array() ? value : json::array({value});
    for (const json& one : list) {
        if (field.contains("properties")) {
            expect_object(one, field["properties"], path);
        } else {
            expect_scalar(one, field, path);
        }
    }
}

// The lines of an export, two and two.
std::vector<std::pair<json, json>> entries_of(const std::string& database) {
    std::stringstream lines;
    const std::uint64_t count = export_bulk(database, lines);
    std::vector<std::pair<json, json>> entries;
    for (std::string action, document; std::getline(lines, action);) {
        EXPECT_TRUE(std::getline(lines, document)) << "an action without a document";
        entries.emplace_back(json::parse(action), json::parse(document));
    }
    EXPECT_EQ(entries.size(), count);
    return entries;
}

const TemporaryFolder& folder() {
    static const TemporaryFolder kept;
    return kept;
}

// The shipped articles, a long one, one with a long id, and one with an author.
const std::string& database() {
    static const std::string path = [] {
        std::string text;
        for (unsigned i = 0; text.size() < 300'000; ++i) text += sample_text(i) + "\n\n";
        std::string made = folder() / "db";
        IndexOptions options;
        options.database = made;
        options.paths = {
            SINODEX_SOURCE_DIR "/corpus/articles",
            folder().write("more.jsonl",
                           json_line("long", text) +
                               json_line(std::string(300, 'x'), "Some text of 30 yuan.") +
                               "{\"id\":\"signed\",\"author\":\"Lin Ruo\","
                               "\"text\":\"A text.\"}\n")};
        index_documents(options);
        return made;
    }();
    return path;
}

const std::vector<std::pair<json, json>>& entries() {
    static const auto all = entries_of(database());
    return all;
}

const json& document(const std::string& id) {
    for (const auto& [action, document] : entries()) {
        if (document.at("id") == id) return document;
    }
    throw std::runtime_error(id + " is not exported");
}

// As the OpenSearch API specification has it: an action is an object of one member; that of `index`
// has only these, and no id is longer than 512 bytes.
TEST(Export, HasActionsOfTheBulkInterface) {
    const std::set<std::string> known{"_id",       "_index",       "routing",
                                      "version",   "version_type", "if_primary_term",
                                      "if_seq_no", "require_alias"};
    std::set<std::string> ids;
    for (const auto& [action, document] : entries()) {
        ASSERT_TRUE(action.is_object() && action.size() == 1 && action.contains("index"));
        for (const auto& [key, value] : action["index"].items()) EXPECT_TRUE(known.contains(key));
        const std::string id = action["index"].at("_id");
        EXPECT_LE(id.size(), 512U);
        EXPECT_TRUE(ids.insert(id).second) << id;
        if (id.size() <= 100) {
            EXPECT_EQ(document.at("id"), id);
        }
    }
    EXPECT_EQ(ids.size(), articles_of(database()).size());
}

TEST(Export, FitsItsMapping) {
    const json mapping = json::parse(export_mapping());
    const json& properties = mapping.at("mappings").at("properties");
    EXPECT_EQ(mapping["mappings"].at("dynamic"), "strict");
    std::set<std::string> seen;
    for (const auto& [action, document] : entries()) {
        expect_object(document, properties, document.at("id"));
        for (const auto& [key, value] : document.items()) seen.insert(key);
    }
    for (const auto& [key, field] : properties.items()) {
        EXPECT_TRUE(seen.contains(key)) << key << " is never there";
    }
}

// Fields of nested objects as well, each of which is there somewhere.
void add_paths(const json& value, const std::string& path, std::set<std::string>& paths) {
    if (!path.empty()) paths.insert(path);
    const json list = value.is_array() ? value : json::array({value});
    for (const json& one : list) {
        if (!one.is_object()) continue;
        for (const auto& [key, inner] : one.items()) add_paths(inner, path + "/" + key, paths);
    }
}

void add_mapped(const json& properties, const std::string& path, std::set<std::string>& paths) {
    for (const auto& [key, field] : properties.items()) {
        paths.insert(path + "/" + key);
        if (field.contains("properties")) add_mapped(field["properties"], path + "/" + key, paths);
    }
}

TEST(Export, HasEachFieldOfItsMapping) {
    std::set<std::string> there;
    for (const auto& [action, document] : entries()) add_paths(document, "", there);
    std::set<std::string> mapped;
    add_mapped(json::parse(export_mapping()).at("mappings").at("properties"), "", mapped);
    for (const std::string& path : mapped) EXPECT_TRUE(there.contains(path)) << path;
}

// The page's table has a row for each, with its type; fields of objects stand in the description.
TEST(Export, IsDocumentedFieldByField) {
    const json mapping = json::parse(export_mapping()).at("mappings").at("properties");
    std::stringstream page(read_file(SINODEX_SOURCE_DIR "/docs/how-to/export.md"));
    std::set<std::string> documented;
    for (std::string line; std::getline(page, line);) {
        if (!line.starts_with("| `")) continue;
        std::stringstream cells(line.substr(2));
        std::string names, type, about;
        std::getline(cells, names, '|');
        std::getline(cells, type, '|');
        std::getline(cells, about);
        std::stringstream each(names);
        for (std::string name; each >> name;) {
            name.erase(std::remove_if(name.begin(), name.end(),
                                      [](char c) { return c == '`' || c == ','; }),
                       name.end());
            ASSERT_TRUE(mapping.contains(name)) << name;
            documented.insert(name);
            const json& field = mapping[name];
            const std::string is = field.value("type", std::string("object"));
            EXPECT_NE(type.find(is), std::string::npos) << name << " is " << is;
            if (!field.contains("properties")) continue;
            for (const auto& [inner, unused] : field["properties"].items()) {
                EXPECT_NE(about.find("`" + inner + "`"), std::string::npos) << name << '.' << inner;
            }
        }
    }
    for (const auto& [name, unused] : mapping.items())
        EXPECT_TRUE(documented.contains(name)) << name;
}

// What is found stands in the text where it says, and is of what the article names.
TEST(Export, PlacesWhatItFound) {
    std::size_t places = 0;
    for (const auto& [action, document] : entries()) {
        const std::string text = document.at("text");
        for (const char* field : {"passages", "mentions", "amounts", "dates"}) {
            for (const json& one : document.value(field, json::array())) {
                const std::size_t begin = one.at("start");
                const std::size_t end = one.at("end");
                ASSERT_LE(begin, end);
                EXPECT_EQ(one.at("text"), text.substr(begin, end - begin)) << field;
                ++places;
            }
        }
        std::set<std::string> named;
        for (const json& one : document.value("entities", json::array()))
            named.insert(one.at("id"));
        for (const json& one : document.value("mentions", json::array())) {
            EXPECT_TRUE(named.contains(one.at("entity"))) << one;
        }
        for (const json& one : document.value("amounts", json::array())) {
            if (one.contains("low") && one.contains("high")) {
                EXPECT_LE(one["low"].get<double>(), one["high"].get<double>());
            }
        }
        EXPECT_EQ(document.contains("story"), document.contains("best_version"));
        if (document.value("best_version", false)) {
            EXPECT_EQ(document.at("story"), document.at("id"));
        }
    }
    EXPECT_GT(places, 5000U);
}

TEST(Export, HasWhatIsStored) {
    const auto texts = articles_of(database());
    for (const auto& [action, document] : entries()) {
        const std::string text = document.at("text");
        EXPECT_EQ(text, texts.at(document.at("id")));
        std::uint64_t number = 0;
        for (const json& passage : document.at("passages")) {
            const std::size_t begin = passage.at("start");
            const std::size_t end = passage.at("end");
            EXPECT_EQ(passage.at("text"), text.substr(begin, end - begin));
            EXPECT_EQ(passage.at("number"), number);
            EXPECT_EQ(passage.at("id"),
                      document["id"].get<std::string>() + "#" + std::to_string(number++));
        }
    }
    EXPECT_GT(document("long").at("passages").size(), 500U) << "its sections are one article";
}

TEST(Export, TellsEntitiesAmountsDatesAndStories) {
    const json& article = document("wire/2023-07-hangzhou-qihoo-360.txt");
    EXPECT_EQ(article.at("date"), "2023-07");
    EXPECT_EQ(article.at("entities").at(0).at("id"), "hangzhou");
    EXPECT_TRUE(article["entities"][0].contains("name"));
    EXPECT_EQ(article.at("best_version"), true);
    const json& spun = document("rewrites/2023-07-hangzhou-provides-in-qihoo-360.txt");
    EXPECT_EQ(spun.at("story"), article.at("id"));
    EXPECT_EQ(spun.at("best_version"), false);
    EXPECT_EQ(article.at("likeness"), "spun") << "the other one was read first";
    const json& amount = document(std::string(300, 'x')).at("amounts").at(0);
    EXPECT_EQ(amount, json({{"start", 13},
                            {"end", 20},
                            {"text", "30 yuan"},
                            {"low", 30.0},
                            {"high", 30.0},
                            {"unit", "cny"},
                            {"qualifier", "exactly"}}));
}

TEST(Export, LeavesOutWhatIsDeletedAndJoinsShards) {
    const std::string parts[] = {folder() / "1", folder() / "2"};
    for (unsigned i = 0; i < 2; ++i) {
        IndexOptions options;
        options.shard = std::to_string(i + 1) + "/2";
        index_lines(parts[i], sample_lines(20), options);
        options.prune = true;
        index_lines(parts[i], sample_lines(12, 3), options);
    }
    const std::string list = folder().write("all.list", "one 1\ntwo 2\n");
    std::set<std::string> ids;
    for (const auto& [action, document] : entries_of(list)) ids.insert(document.at("id"));
    EXPECT_EQ(ids.size(), 12U);
    EXPECT_EQ(entries_of(parts[0]).size() + entries_of(parts[1]).size(), 12U);
}

TEST(Export, SaysWhatIsWrong) {
    std::ostringstream out;
    expect_error(ErrorKind::database, "there is no Sinodex database here",
                 [&] { export_bulk(folder() / "none", out); });
    std::ofstream full("/dev/full");
    expect_error(ErrorKind::output, "cannot be written", [&] { export_bulk(database(), full); });
}

}  // namespace
}  // namespace sinodex
