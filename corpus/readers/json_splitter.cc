// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/json_parser.h"
#include "corpus/readers/member_names.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/splitter.h"

namespace sinodex {
namespace {

using nlohmann::json;

// Under which names files hold their lists of articles, or what holds such a list.
constexpr std::array<const char*, 15> kLists = {
    "articles", "items",   "data", "results", "docs",     "documents", "entries", "posts",
    "stories",  "records", "news", "hits",    "response", "result",    "list"};

bool is_article_object(const json& object) {
    const auto has = [&](std::string_view name) {
        const auto found = object.find(name);
        return found != object.end() && (found->is_string() || name == "passages");
    };
    return std::any_of(member_names::kText.begin(), member_names::kText.end(), has) ||
           has(member_names::kPassages.front());
}

// The list of objects in `value`, as deep as services wrap theirs; null where there is none.
json* list_in(json& value, int depth) {
    if (value.is_array()) return !value.empty() && value.front().is_object() ? &value : nullptr;
    if (!value.is_object() || depth == 0 || is_article_object(value)) return nullptr;
    for (const char* name : kLists) {
        const auto found = value.find(name);
        json* list = found == value.end() ? nullptr : list_in(*found, depth - 1);
        if (list != nullptr) return list;
    }
    return nullptr;
}

std::string member_text(const json& object, const char* name) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

void fill_member(json& object, const char* name, const std::string& value) {
    if (!value.empty() && !object.contains(name)) object[name] = value;
}

// Elasticsearch keeps what it was given apart from what it says of it.
void unwrap_hit(json& hit) {
    const auto source = hit.find("_source");
    if (source == hit.end() || !source->is_object()) return;
    json inner = std::move(*source);
    fill_member(inner, "_id", member_text(hit, "_id"));
    hit = std::move(inner);
}

class JsonSplitter : public Splitter {
 public:
    JsonSplitter(ByteSource& source, std::uint64_t max_bytes)
        : source_(source), max_bytes_(max_bytes) {}

    bool next(RawDocument& document) override;

 private:
    void read(RawDocument& document);
    void find_list();

    ByteSource& source_;
    std::uint64_t max_bytes_;
    std::string bytes_;
    std::vector<std::string> articles_;  // of a file with several
    std::size_t next_ = 0;
    bool begun_ = false;
};

bool JsonSplitter::next(RawDocument& document) {
    if (!begun_) {
        begun_ = true;
        read(document);
        if (document.skip) return true;
        find_list();
        if (articles_.empty()) {
            document.bytes = std::move(bytes_);
            return true;
        }
    }
    if (next_ == articles_.size()) return false;
    document.bytes = std::move(articles_[next_++]);
    document.format = Format::json_line;
    document.origin += ':' + std::to_string(next_);
    document.id = document.origin;
    return true;
}

void JsonSplitter::read(RawDocument& document) {
    constexpr std::size_t kJsonChunk = 65536;
    std::string chunk(kJsonChunk, '\0');
    std::uint64_t size = 0;
    while (const std::size_t count = source_.read(chunk.data(), chunk.size())) {
        size += count;
        if (size <= max_bytes_) bytes_.append(chunk, 0, count);
    }
    if (size > max_bytes_) mark_too_large(document, size, max_bytes_);
}

// What cannot be parsed is left to the reader, which says why.
void JsonSplitter::find_list() {
    constexpr int kDeepest = 3;
    std::string_view text = bytes_;
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    std::size_t replaced = 0;
    json root;
    try {
        root = parse_json(std::string(text), replaced);
    } catch (const UnreadableDocument&) {
        return;
    }
    json* list = list_in(root, kDeepest);
    if (list == nullptr) return;
    const bool feed = member_text(root, "version").starts_with("https://jsonfeed.org/");
    const std::string title = feed ? member_text(root, "title") : "";
    const std::string lang = feed ? member_text(root, "language") : "";
    for (json& article : *list) {
        if (article.is_object()) unwrap_hit(article);
        if (article.is_object()) fill_member(article, "source", title);
        if (article.is_object()) fill_member(article, "language", lang);
        articles_.push_back(article.dump(-1, ' ', false, json::error_handler_t::replace));
    }
}

}  // namespace

std::unique_ptr<Splitter> split_json(ByteSource& source, std::uint64_t max_bytes) {
    return std::make_unique<JsonSplitter>(source, max_bytes);
}

}  // namespace sinodex
