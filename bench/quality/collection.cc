// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/collection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "bench/quality/documents.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kDocuments{"docs.jsonl", "docs.jsonl.gz", "corpus.jsonl",
                                                     "corpus.jsonl.gz", "articles"};
constexpr std::array<std::string_view, 3> kTopics{"topics.tsv", "queries.jsonl",
                                                  "judgements/topics.tsv"};
constexpr std::array<std::string_view, 2> kQrels{"qrels.txt", "judgements/qrels.txt"};
constexpr const char* kSplits = "qrels";
constexpr const char* kIntents = "judgements/intents.tsv";
constexpr const char* kDefaultSplit = "test";
// Splits that begin so, as final and final-2, are measured only when they are asked for.
constexpr const char* kFinalSplit = "final";

std::string first_there(const std::string& folder, std::span<const std::string_view> names,
                        const char* what) {
    std::string tried;
    for (const std::string_view name : names) {
        const fs::path path = fs::path(folder) / name;
        if (fs::exists(path)) return path;
        tried.append(tried.empty() ? "" : ", ").append(name);
    }
    throw Error(ErrorKind::input, folder + ": there are no " + what, "looked for " + tried);
}

// The files of judgements below qrels/, by the name of their split.
std::map<std::string, std::string> splits_of(const std::string& folder) {
    std::map<std::string, std::string> splits;
    const fs::path below = fs::path(folder) / kSplits;
    if (!fs::is_directory(below)) return splits;
    for (const fs::directory_entry& entry : fs::directory_iterator(below)) {
        const std::string extension = entry.path().extension();
        if (extension == ".tsv" || extension == ".txt") splits[entry.path().stem()] = entry.path();
    }
    return splits;
}

std::string qrels_of(const std::string& folder, const std::string& wanted) {
    const std::map<std::string, std::string> splits = splits_of(folder);
    if (splits.empty() && fs::exists(fs::path(folder) / kIntents)) {
        return first_there(folder, kQrels, "judgements");
    }
    if (wanted.empty() && splits.size() == 1) return splits.begin()->second;
    const auto split = splits.find(wanted.empty() ? kDefaultSplit : wanted);
    if (split != splits.end()) return split->second;
    if (wanted.empty() && splits.empty()) return first_there(folder, kQrels, "judgements");
    std::string known;
    for (const auto& each : splits) known.append(known.empty() ? "" : ", ").append(each.first);
    throw Error(ErrorKind::input,
                folder + ": which judgements? There is no " + kSplits + "/" +
                    (wanted.empty() ? kDefaultSplit : wanted) + ".tsv",
                known.empty() ? "" : "give --split with one of " + known);
}

std::vector<std::string> columns_of(const std::string& line) {
    std::vector<std::string> columns;
    std::istringstream in(line);
    for (std::string column; std::getline(in, column, '\t');) columns.push_back(column);
    return columns;
}

// Topic -> split, by the columns that the header names.
std::map<std::string, std::string> read_intents(const std::string& folder) {
    const fs::path path = fs::path(folder) / kIntents;
    std::map<std::string, std::string> split_of;
    std::ifstream in(path);
    std::string line;
    if (!std::getline(in, line)) return split_of;
    const std::vector<std::string> header = columns_of(line);
    const auto topic = std::find(header.begin(), header.end(), "qid") - header.begin();
    const auto split = std::find(header.begin(), header.end(), "split") - header.begin();
    for (std::size_t number = 2; std::getline(in, line); ++number) {
        const std::vector<std::string> columns = columns_of(line);
        if (std::cmp_greater_equal(std::max(topic, split), columns.size())) {
            throw Error(ErrorKind::input, path.string() + ":" + std::to_string(number) +
                                              ": there is no column qid or split");
        }
        split_of[columns[static_cast<std::size_t>(topic)]] =
            columns[static_cast<std::size_t>(split)];
    }
    return split_of;
}

// Where no split is named, all topics count but those of the final one.
void keep_split(Collection& collection, const std::string& folder, const std::string& split) {
    const std::map<std::string, std::string> split_of = read_intents(folder);
    std::erase_if(collection.qrels, [&](const auto& topic) {
        const auto at = split_of.find(topic.first);
        const std::string of = at == split_of.end() ? "" : at->second;
        return split.empty() ? of.starts_with(kFinalSplit) : of != split;
    });
    if (!collection.qrels.empty()) return;
    throw Error(ErrorKind::input, folder + "/" + kIntents + ": has no judged topic of the split " +
                                      (split.empty() ? kDefaultSplit : split));
}

// Says what a judged id names in these documents.
enum class Named { nothing, article, passage };

class Names {
 public:
    explicit Names(const std::vector<BenchDocument>& documents) {
        for (const BenchDocument& document : documents) {
            passages_[document.id] = document.passages.size();
        }
    }

    Named operator()(std::string_view id) const {
        if (passages_.contains(std::string(id))) return Named::article;
        const std::size_t mark = id.rfind('#');
        if (mark == std::string_view::npos) return Named::nothing;
        const auto article = passages_.find(std::string(id.substr(0, mark)));
        std::size_t number = 0;
        const auto parsed = std::from_chars(id.data() + mark + 1, id.data() + id.size(), number);
        const bool whole = parsed.ec == std::errc() && parsed.ptr == id.data() + id.size();
        if (article == passages_.end() || !whole || number >= article->second) {
            return Named::nothing;
        }
        return Named::passage;
    }

 private:
    std::unordered_map<std::string, std::size_t> passages_;
};

struct Counts {
    std::size_t articles = 0;
    std::size_t passages = 0;
    std::size_t nothing = 0;
    std::string example;  // of an id that names nothing
};

Counts count_judged(const Collection& collection) {
    const Names names(collection.documents);
    Counts counts;
    for (const auto& topic : collection.qrels) {
        for (const auto& judged : topic.second) {
            switch (names(judged.first)) {
                case Named::article:
                    ++counts.articles;
                    break;
                case Named::passage:
                    ++counts.passages;
                    break;
                case Named::nothing:
                    ++counts.nothing;
                    if (counts.example.empty() || judged.first < counts.example) {
                        counts.example = judged.first;
                    }
            }
        }
    }
    return counts;
}

SearchUnit unit_of(const Collection& collection, const Counts& counts) {
    if (counts.articles == 0 && counts.passages == 0) {
        throw Error(ErrorKind::input, collection.qrels_path + ": names none of the documents of " +
                                          collection.documents_path + ", but for example " +
                                          counts.example);
    }
    if (counts.articles > 0 && counts.passages > 0) {
        throw Error(ErrorKind::usage,
                    collection.qrels_path + ": judges " + std::to_string(counts.articles) +
                        " articles and " + std::to_string(counts.passages) + " passages",
                    "give --unit article or --unit passage");
    }
    return counts.passages > 0 ? SearchUnit::passage : SearchUnit::article;
}

void keep_judged_topics(Collection& collection) {
    std::erase_if(collection.topics,
                  [&](const Topic& topic) { return !collection.qrels.contains(topic.id); });
    const std::size_t without_text = collection.qrels.size() - collection.topics.size();
    if (collection.topics.empty()) {
        throw Error(ErrorKind::input, collection.qrels_path + ": judges none of the topics of " +
                                          collection.topics_path);
    }
    if (without_text == 0) return;
    collection.notes.push_back(std::to_string(without_text) +
                               " judged topics are not among the topics; they count as 0");
}

void read_judgements(Collection& collection, const std::string& folder,
                     const CollectionOptions& options) {
    collection.qrels_path = qrels_of(folder, options.split);
    collection.qrels = read_qrels(collection.qrels_path);
    if (!options.unjudged && splits_of(folder).empty()) {
        keep_split(collection, folder, options.split);
    }
}

bool has_judgements(const std::string& folder) {
    return !splits_of(folder).empty() ||
           std::any_of(kQrels.begin(), kQrels.end(), [&](const std::string_view name) {
               return fs::exists(fs::path(folder) / name);
           });
}

}  // namespace

std::size_t Collection::passage_count() const {
    std::size_t count = 0;
    for (const BenchDocument& document : documents) count += document.passages.size();
    return count;
}

Collection read_collection(const std::string& folder, const CollectionOptions& options) {
    if (!fs::is_directory(folder)) {
        throw Error(ErrorKind::input, folder + ": is not a folder",
                    "a collection is a folder with docs.jsonl, topics.tsv and qrels.txt");
    }
    Collection collection;
    collection.name = fs::canonical(folder).filename();
    collection.documents_path = first_there(folder, kDocuments, "documents");
    collection.topics_path = first_there(folder, kTopics, "topics");
    collection.topics = read_topics(collection.topics_path);
    if (!options.unjudged || has_judgements(folder)) read_judgements(collection, folder, options);
    collection.documents = read_documents(collection.documents_path, collection.notes);
    if (options.unjudged) {
        collection.unit = options.unit.value_or(SearchUnit::passage);
        return collection;
    }
    const Counts counts = count_judged(collection);
    collection.unit = options.unit ? *options.unit : unit_of(collection, counts);
    if (counts.nothing > 0) {
        collection.notes.push_back(std::to_string(counts.nothing) +
                                   " judgements are of documents that are not there, as " +
                                   counts.example);
    }
    keep_judged_topics(collection);
    return collection;
}

bool has_split(const std::string& folder, const std::string& split) {
    const std::map<std::string, std::string> splits = splits_of(folder);
    if (!splits.empty()) return splits.contains(split);
    const std::map<std::string, std::string> topics = read_intents(folder);
    return std::any_of(topics.begin(), topics.end(),
                       [&](const auto& topic) { return topic.second == split; });
}

}  // namespace sinodex
