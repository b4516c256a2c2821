// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/pool.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <unordered_map>

#include "corpus/error.h"

namespace sinodex {
namespace {

std::uint64_t drawn(const PooledDocument& pooled, std::uint64_t seed) {
    const std::string both = pooled.topic + '\t' + pooled.document;
    return XXH3_64bits_withSeed(both.data(), both.size(), seed);
}

bool is_judged(const Qrels& judged, const std::string& topic, const std::string& document) {
    const auto found = judged.find(topic);
    return found != judged.end() && found->second.contains(document);
}

// The text of an article, or of a passage where the id names one.
class Texts {
 public:
    explicit Texts(const Collection& collection) {
        for (const BenchDocument& document : collection.documents) {
            by_id_[document.id] = &document;
        }
    }

    nlohmann::ordered_json operator()(const std::string& id) const {
        const auto article = by_id_.find(id);
        if (article != by_id_.end()) return fields(*article->second, whole(*article->second));
        const std::size_t mark = id.rfind('#');
        const auto of = mark == std::string::npos ? by_id_.end() : by_id_.find(id.substr(0, mark));
        std::size_t number = 0;
        if (of != by_id_.end()) {
            std::from_chars(id.data() + mark + 1, id.data() + id.size(), number);
            if (number < of->second->passages.size()) {
                return fields(*of->second, of->second->passages[number]);
            }
        }
        throw Error(ErrorKind::input, "a run has " + id + ", which is not in the collection");
    }

 private:
    static std::string whole(const BenchDocument& document) {
        std::string text;
        for (const std::string& passage : document.passages) text += passage + "\n\n";
        return text;
    }
    static nlohmann::ordered_json fields(const BenchDocument& document, const std::string& text) {
        return {{"title", document.title}, {"text", text}};
    }

    std::unordered_map<std::string, const BenchDocument*> by_id_;
};

}  // namespace

std::vector<PooledDocument> pool(const std::vector<TrecRun>& runs, const Qrels& judged,
                                 const PoolOptions& options) {
    std::map<std::string, std::set<std::string>> found;
    for (const TrecRun& run : runs) {
        for (const auto& [topic, ranking] : run.topics) {
            Ranking ranked = ranking;
            std::sort(ranked.begin(), ranked.end(), ranks_before);
            const std::size_t depth = std::min(options.depth, ranked.size());
            for (std::size_t i = 0; i < depth; ++i) {
                if (!is_judged(judged, topic, ranked[i].id)) found[topic].insert(ranked[i].id);
            }
        }
    }
    std::vector<PooledDocument> pooled;
    for (const auto& [topic, documents] : found) {
        const std::size_t first = pooled.size();
        for (const std::string& document : documents) pooled.push_back({topic, document});
        std::sort(pooled.begin() + static_cast<std::ptrdiff_t>(first), pooled.end(),
                  [&](const PooledDocument& a, const PooledDocument& b) {
                      return drawn(a, options.seed) < drawn(b, options.seed);
                  });
    }
    return pooled;
}

void write_pool(const std::vector<PooledDocument>& pooled, const Collection& collection,
                std::ostream& out) {
    const Texts texts(collection);
    std::unordered_map<std::string, std::string> queries;
    for (const Topic& topic : collection.topics) queries[topic.id] = topic.text;
    for (const PooledDocument& each : pooled) {
        nlohmann::ordered_json line{
            {"topic", each.topic}, {"query", queries[each.topic]}, {"id", each.document}};
        line.update(texts(each.document));
        out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
}

}  // namespace sinodex
