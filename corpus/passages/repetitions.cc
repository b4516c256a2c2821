// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/repetitions.h"

#include <xxhash.h>

#include <algorithm>

#include "corpus/bytes.h"
#include "corpus/passages/boilerplate.h"
#include "corpus/passages/content.h"
#include "corpus/passages/paragraphs.h"

namespace sinodex {
namespace {

constexpr std::size_t kArticles = 3;   // that a paragraph must stand in
constexpr std::size_t kMostAtEnd = 8;  // paragraphs looked at
constexpr std::uint32_t kMaxHalfWords = 80;
constexpr std::size_t kMaxBytes = 600;
constexpr std::size_t kMaxSeen = 65536;
constexpr std::size_t kMaxRepeated = 65536;

std::uint64_t key_of(const std::string& source, std::string_view paragraph) {
    std::string all = source + '\n';
    bool gap = false;
    for (const char c : paragraph) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            gap = true;
            continue;
        }
        if (gap) all += ' ';
        gap = false;
        all += c;
    }
    return XXH3_64bits(all.data(), all.size());
}

bool begins_quotation(std::string_view text) {
    constexpr std::array<std::string_view, 7> kMarks{"\"", "'", "“", "‘", "「", "『", ">"};
    return std::any_of(kMarks.begin(), kMarks.end(),
                       [&](std::string_view mark) { return text.starts_with(mark); });
}

bool has_figure(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_short(std::string_view text) {
    return text.size() <= kMaxBytes && half_words(text) <= kMaxHalfWords;
}

// The longest paragraphs, which together make up a third of the text, in its order.
std::vector<ByteRange> body_of(const std::vector<ByteRange>& paragraphs) {
    std::size_t total = 0;
    for (const ByteRange range : paragraphs) total += range.size();
    std::vector<ByteRange> body = paragraphs;
    std::stable_sort(body.begin(), body.end(),
                     [](ByteRange a, ByteRange b) { return a.size() > b.size(); });
    std::size_t count = 0;
    for (std::size_t bytes = 0; bytes * 3 < total; ++count) bytes += body[count].size();
    body.resize(count);
    return body;
}

// Adds the runs of a paragraph to the smallest hashes, in ascending order.
void add_runs(std::string_view text, std::array<std::uint64_t, 4>& smallest) {
    constexpr std::size_t kRun = 24;
    constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;
    constexpr std::uint64_t kLeaving = [] {  // kBase to the power of kRun
        std::uint64_t power = 1;
        for (std::size_t i = 0; i < kRun; ++i) power *= kBase;
        return power;
    }();
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        hash = hash * kBase + static_cast<unsigned char>(text[i]) + 1;
        if (i >= kRun) hash -= kLeaving * (static_cast<unsigned char>(text[i - kRun]) + 1ULL);
        if (i + 1 < kRun && i + 1 < text.size()) continue;
        std::uint64_t value = (hash ^ (hash >> 29U)) * 0xBF58476D1CE4E5B9ULL;
        value ^= value >> 32U;
        const auto place = std::lower_bound(smallest.begin(), smallest.end(), value);
        if (place == smallest.end() || *place == value) continue;
        std::copy_backward(place, smallest.end() - 1, smallest.end());
        *place = value;
    }
}

ArticleEdges::Sketch sketch_of(std::string_view text, const std::vector<ByteRange>& body) {
    std::array<std::uint64_t, 4> smallest;
    smallest.fill(~std::uint64_t{0});
    for (const ByteRange range : body) add_runs(slice(text, range), smallest);
    ArticleEdges::Sketch sketch{};
    for (std::size_t i = 0; i < sketch.size(); ++i) {
        if (smallest[i] == ~std::uint64_t{0}) break;
        sketch[i] = static_cast<std::uint16_t>(smallest[i] | 1U);  // not 0
    }
    return sketch;
}

bool have_much_in_common(const ArticleEdges::Sketch& a, const ArticleEdges::Sketch& b) {
    return std::any_of(a.begin(), a.end(), [&](std::uint16_t value) {
        return value != 0 && std::find(b.begin(), b.end(), value) != b.end();
    });
}

using Kind = EdgeParagraph::Kind;

Kind kind_of(std::string_view paragraph, const Boilerplate& boilerplate) {
    if (boilerplate.matches(paragraph)) return Kind::debris;
    if (begins_quotation(paragraph)) return Kind::content;
    if (is_heading(paragraph)) return Kind::line;
    return has_figure(paragraph) ? Kind::content : Kind::sentence;
}

}  // namespace

ArticleEdges edges_of(const Article& article, const Boilerplate& boilerplate) {
    ArticleEdges edges;
    if (article.source.empty() || !article.own_passages.empty()) return edges;
    const std::vector<ByteRange> all = content_paragraphs(article);
    const auto is_edge = [&](ByteRange range) { return is_short(slice(article.text, range)); };
    const std::size_t most = std::min(kMostAtEnd, all.size());
    while (edges.first < most && is_edge(all[edges.first])) ++edges.first;
    while (edges.last < most && is_edge(all[all.size() - 1 - edges.last])) ++edges.last;
    if (edges.first + edges.last == 0) return edges;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i >= edges.first && i < all.size() - edges.last) continue;
        const std::string_view words = slice(article.text, all[i]);
        edges.paragraphs.push_back(
            {all[i], kind_of(words, boilerplate), key_of(article.source, words)});
    }
    edges.article = static_cast<std::uint32_t>(XXH3_64bits(article.id.data(), article.id.size()));
    edges.sketch = sketch_of(article.text, body_of(all));
    return edges;
}

void Repetitions::learn(const ArticleEdges& edges) {
    if (edges.sketch == ArticleEdges::Sketch{}) return;
    ++articles_;
    for (const EdgeParagraph& paragraph : edges.paragraphs) {
        if (paragraph.kind != Kind::line && paragraph.kind != Kind::sentence) continue;
        if (!repeated_.contains(paragraph.key)) see(paragraph.key, {edges.article, edges.sketch});
    }
    if (seen_.size() > kMaxSeen) forget_oldest();
}

void Repetitions::see(std::uint64_t key, const Witness& witness) {
    Seen& seen = seen_[key];
    seen.last = articles_;
    for (const Witness& other : seen.witnesses) {
        if (other.article == witness.article || have_much_in_common(other.sketch, witness.sketch)) {
            return;
        }
    }
    if (seen.witnesses.size() + 1 < kArticles) {
        seen.witnesses.push_back(witness);
    } else if (repeated_.size() < kMaxRepeated) {
        repeated_.insert(key);
        seen_.erase(key);
    }
}

std::vector<std::uint64_t> Repetitions::oldest_first() const {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> order;
    order.reserve(seen_.size());
    for (const auto& [key, seen] : seen_) order.emplace_back(seen.last, key);
    std::sort(order.begin(), order.end());
    std::vector<std::uint64_t> keys;
    keys.reserve(order.size());
    for (const auto& [last, key] : order) keys.push_back(key);
    return keys;
}

void Repetitions::forget_oldest() {
    const std::vector<std::uint64_t> keys = oldest_first();
    for (std::size_t i = 0; i < kMaxSeen / 2; ++i) seen_.erase(keys[i]);
}

std::vector<ByteRange> Repetitions::find(const ArticleEdges& edges) const {
    const std::vector<EdgeParagraph>& all = edges.paragraphs;
    std::vector<bool> found(all.size());
    // Whether the next paragraph towards the middle may be debris, too.
    const auto walk = [&](std::size_t i) {
        found[i] = is_debris(all[i]);
        return found[i] || all[i].kind == Kind::line;
    };
    for (std::size_t i = 0; i < edges.first && walk(i);) ++i;
    for (std::size_t i = 0; i < edges.last && walk(all.size() - 1 - i);) ++i;
    // A line stays with what it is the heading of.
    bool debris_follows = edges.last > 0;
    std::vector<ByteRange> ranges;
    for (std::size_t i = all.size(); i-- > 0;) {
        if (i + 1 == edges.first && edges.last < all.size()) debris_follows = false;
        debris_follows = found[i] && (debris_follows || all[i].kind != Kind::line);
        if (debris_follows && all[i].kind != Kind::debris) ranges.push_back(all[i].range);
    }
    std::reverse(ranges.begin(), ranges.end());
    return ranges;
}

bool Repetitions::is_debris(const EdgeParagraph& paragraph) const {
    if (paragraph.kind == Kind::debris) return true;
    return paragraph.kind != Kind::content && repeated_.contains(paragraph.key);
}

std::string Repetitions::encode() const {
    if (repeated_.empty() && seen_.empty()) return {};
    std::vector<std::uint64_t> repeated(repeated_.begin(), repeated_.end());
    std::sort(repeated.begin(), repeated.end());
    std::string out;
    put_bytes(out, static_cast<std::uint32_t>(repeated.size()));
    for (const std::uint64_t key : repeated) put_bytes(out, key);
    for (const std::uint64_t key : oldest_first()) {
        const std::vector<Witness>& witnesses = seen_.at(key).witnesses;
        put_bytes(out, key);
        put_bytes(out, static_cast<std::uint8_t>(witnesses.size()));
        for (const Witness& witness : witnesses) {
            put_bytes(out, witness.article);
            put_bytes(out, witness.sketch);
        }
    }
    return out;
}

Repetitions Repetitions::decode(std::string_view bytes) {
    Repetitions repetitions;
    std::uint32_t repeated = 0;
    take_bytes(bytes, repeated);
    std::uint64_t key = 0;
    for (; repeated > 0 && take_bytes(bytes, key); --repeated) repetitions.repeated_.insert(key);
    std::uint8_t count = 0;
    while (take_bytes(bytes, key) && take_bytes(bytes, count) && count < kArticles) {
        Seen& seen = repetitions.seen_[key];
        seen.last = ++repetitions.articles_;
        seen.witnesses.clear();
        Witness witness{};
        for (; count > 0 && take_bytes(bytes, witness.article) && take_bytes(bytes, witness.sketch);
             --count) {
            seen.witnesses.push_back(witness);
        }
    }
    return repetitions;
}

}  // namespace sinodex
