// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/local_match.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <string>

#include "corpus/schema/fields.h"
#include "corpus/schema/posting_table.h"
#include "searcher/ranking/synonym_query.h"

namespace sinodex {
namespace {

using Kind = MatchQuery::Kind;

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

// Sums that were added up in another order differ in their last bits. Without these, ties are ties.
double without_last_bits(double score) {
    constexpr unsigned kDropped = 13;
    const auto bits = std::bit_cast<std::uint64_t>(score);
    const std::uint64_t half = std::uint64_t{1} << (kDropped - 1);
    return std::bit_cast<double>((bits + half) >> kDropped << kDropped);
}

bool can_be_matched(const MatchQuery& query) {
    const bool known = query.kind != Kind::dates && query.kind != Kind::everything &&
                       query.kind != Kind::nothing && query.kind != Kind::maybe;
    return known && std::all_of(query.children.begin(), query.children.end(), can_be_matched);
}

bool can_be_weighed(const MatchQuery& query, bool in_synonym = false) {
    const bool synonym = in_synonym || query.kind == Kind::synonym;
    const bool all = query.kind == Kind::all && (in_synonym || query.children.size() == 1);
    const bool known = query.kind == Kind::term || query.kind == Kind::synonym || all ||
                       (!in_synonym && (query.kind == Kind::scaled || query.kind == Kind::any));
    return known && std::all_of(query.children.begin(), query.children.end(),
                                [&](const auto& child) { return can_be_weighed(child, synonym); });
}

// Calls use(place in `among`, frequency) where a list has documents of `among`.
template <typename Use>
void read_among(PostingList& list, const std::vector<std::uint32_t>& among, Use use) {
    std::size_t at = 0;
    while (at < among.size() && list.next_chunk(among[at])) {
        list.read([&](std::uint32_t document, std::uint32_t frequency) {
            while (among[at] < document) {
                if (++at == among.size()) return false;
            }
            if (among[at] == document) use(at, frequency);
            return true;
        });
    }
}

template <typename Use>
void read_all(PostingList& list, Use use) {
    while (list.next_chunk()) {
        list.read([&](std::uint32_t document, std::uint32_t frequency) {
            use(document, frequency);
            return true;
        });
    }
}

// Where either of two stands, or both of them, and how often in all.
using Occurrences = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
Occurrences together(const Occurrences& one, const Occurrences& other, bool both) {
    Occurrences merged;
    merged.reserve(both ? std::min(one.size(), other.size()) : one.size() + other.size());
    auto a = one.begin();
    auto b = other.begin();
    while (a != one.end() && b != other.end()) {
        if (a->first == b->first) {
            merged.emplace_back(a->first, a->second + b->second);
            ++a;
            ++b;
            continue;
        }
        auto& less = a->first < b->first ? a : b;
        if (!both) merged.push_back(*less);
        ++less;
    }
    if (both) return merged;
    merged.insert(merged.end(), a, one.end());
    merged.insert(merged.end(), b, other.end());
    return merged;
}

void sort_out(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Sums of scores by number of a document, in a table's room for that.
class Sums {
 public:
    explicit Sums(const PostingTable& table) : sums_(table.sums().data()) {}
    ~Sums() {
        for (const std::uint32_t document : touched_) sums_[document] = PostingTable::kNoSum;
    }
    Sums(const Sums&) = delete;
    Sums& operator=(const Sums&) = delete;

    void add(std::uint32_t document, double score) {
        double& sum = sums_[document];
        if (sum < 0) {
            touched_.push_back(document);
            sum = score;
        } else {
            sum += score;
        }
    }
    // Adds to a sum that is there.
    void add_to(std::uint32_t document, double score) {
        if (sums_[document] >= 0) sums_[document] += score;
    }
    // Calls use(document, sum) for each, once; there are none afterwards.
    template <typename Use>
    void take(Use use) {
        for (const std::uint32_t document : touched_) {
            const double sum = sums_[document];
            sums_[document] = PostingTable::kNoSum;
            use(document, sum);
        }
        touched_.clear();
    }

 private:
    double* const sums_;
    std::vector<std::uint32_t> touched_;
};

}  // namespace

bool LocalMatch::can_run(const MatchQuery& query, const IndexReader& index) {
    if (query.kind == Kind::maybe) {
        return can_run(query.children[0], index) && can_be_weighed(query.children[1]);
    }
    for (const Segment& segment : index.segments()) {
        if (!segment.postings || segment.remote) return false;
    }
    const bool unweighed = query.kind == Kind::scaled && query.factor == 0;
    return unweighed ? can_be_matched(query.children.front()) : can_be_weighed(query);
}

TermShare::TermShare(const Weights& weights, double average_length)
    : k1_(weights.k1),
      b_(weights.b),
      min_length_(weights.min_length),
      by_average_length_(average_length > 0 ? 1 / average_length : 0) {}

LocalMatch::LocalMatch(const IndexReader& index, MatchQuery query, const Weights& weights,
                       SearchBounds bounds)
    : index_(index),
      query_(std::move(query)),
      bounds_(std::move(bounds)),
      documents_(index.database().get_doccount()),
      share_(weights, index.database().get_avlength()) {
    take_apart(query_);
}

void LocalMatch::take_apart(const MatchQuery& query) {
    if (query.kind == Kind::maybe) {
        take_apart(query.children[0]);
        besides_.push_back(&query.children[1]);
    } else if (query.kind == Kind::scaled && query.factor == 0) {
        must_ = &query.children.front();
    } else {
        base_ = &query;
    }
}

std::vector<RankedArticle> LocalMatch::get(std::size_t first, std::size_t count) {
    const std::size_t end = first + count;
    if (!has_run_ || (end > complete_ && complete_ < matches_)) {
        run(has_run_ ? kAll : end);
        has_run_ = true;
    }
    order(end);
    std::vector<RankedArticle> ranked;
    for (std::size_t i = first; i < std::min(end, found_.size()); ++i) {
        ranked.push_back({found_[i].document, found_[i].score});
    }
    return ranked;
}

void LocalMatch::run(std::size_t most) {
    found_.clear();
    matches_ = 0;
    ordered_ = 0;
    least_ = 0;
    room_ = room_for(most);
    complete_ = most;
    for (std::size_t i = 0; i < index_.segments().size(); ++i) run(i, most);
    if (complete_ > matches_ || found_.size() == matches_) complete_ = matches_;
}

inline void LocalMatch::keep(double score, std::uint32_t own, std::size_t segment,
                             std::size_t most) {
    const DocumentNumbers& deleted = index_.segments()[segment].deleted;
    if (!deleted.empty() && std::binary_search(deleted.begin(), deleted.end(), own)) return;
    ++matches_;
    if (score >= least_) keep_good(score, own, segment, most);
}

void LocalMatch::run(std::size_t segment, std::size_t most) {
    bounds_.check();
    const PostingTable& table = *index_.segments()[segment].postings;
    if (must_ != nullptr) {
        const Numbers among = documents(table, *must_);
        std::vector<double> scores(among.size());
        const auto add = [&](std::size_t place, std::uint32_t, double score) {
            scores[place] += score;
        };
        for (const MatchQuery* query : besides_) weigh(table, *query, 1, &among, add);
        for (std::size_t i = 0; i < among.size(); ++i) keep(scores[i], among[i], segment, most);
        return;
    }
    Sums sums(table);
    const auto add = [&](std::size_t, std::uint32_t document, double score) {
        sums.add(document, score);
    };
    const auto add_besides = [&](std::size_t, std::uint32_t document, double score) {
        sums.add_to(document, score);
    };
    weigh(table, *base_, 1, nullptr, add);
    for (const MatchQuery* query : besides_) weigh(table, *query, 1, nullptr, add_besides);
    sums.take([&](std::uint32_t document, double sum) { keep(sum, document, segment, most); });
}

void LocalMatch::keep_good(double score, std::uint32_t own, std::size_t segment, std::size_t most) {
    found_.push_back({score, index_.number_in(segment, own)});
    if (found_.size() < room_) return;
    drop_worst(most);
    room_ = std::max(room_, 2 * found_.size());
}

// How many are kept until the worst are dropped. Of what holds the words of a phrase more are asked
// for where few hold the phrase.
std::size_t LocalMatch::room_for(std::size_t most) const {
    constexpr std::size_t kSlack = 1000;
    constexpr std::size_t kSlackOfConditions = 20'000;
    if (most >= kAll / 2) return kAll;
    return 2 * most + (must_ != nullptr ? kSlackOfConditions : kSlack);
}

// Keeps so many of the best, and what ties with the last of them.
void LocalMatch::drop_worst(std::size_t most) {
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(most - 1);
    std::nth_element(found_.begin(), last, found_.end(),
                     [](const Found& a, const Found& b) { return a.score > b.score; });
    // Scores that tie may be a little less.
    constexpr double kTie = 1 - 1e-11;
    const double least = last->score * kTie;
    if (least <= least_) return;
    least_ = least;
    std::erase_if(found_, [least](const Found& one) { return one.score < least; });
}

// Brings the first `count` into their order.
void LocalMatch::order(std::size_t count) {
    count = std::min(count, found_.size());
    if (count <= ordered_) return;
    const auto better = [](const Found& a, const Found& b) {
        const double left = without_last_bits(a.score);
        const double right = without_last_bits(b.score);
        return left != right ? left > right : a.document < b.document;
    };
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(ordered_);
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(count - 1);
    std::nth_element(begin, last, found_.end(), better);
    const double least = without_last_bits(last->score);
    const auto end = std::partition(last, found_.end(), [least](const Found& one) {
        return without_last_bits(one.score) >= least;
    });
    std::sort(begin, end, better);
    order_ties(ordered_, count, static_cast<std::size_t>(end - found_.begin()));
    ordered_ = count;
}

std::string_view LocalMatch::id_of(Xapian::docid document) const {
    const auto segments = static_cast<Xapian::docid>(index_.segments().size());
    const Segment& segment = index_.segments()[(document - 1) % segments];
    return segment.postings->value(static_cast<std::uint32_t>(info(Field::id).slot),
                                   (document - 1) / segments + 1);
}

// Of the ties of the last of the first `count` as many are put in order as belong to these.
void LocalMatch::order_ties(std::size_t from, std::size_t count, std::size_t to) {
    for (std::size_t i = from; i < count;) {
        const double score = without_last_bits(found_[i].score);
        std::size_t end = i + 1;
        while (end < to && without_last_bits(found_[end].score) == score) ++end;
        if (end - i > 1) order_by_id(i, std::min(end, count), end);
        i = end;
    }
}

// Brings those of [from, to) whose ids come first to [from, wanted).
void LocalMatch::order_by_id(std::size_t from, std::size_t wanted, std::size_t to) {
    std::string ids;
    std::vector<std::size_t> ends;
    for (std::size_t i = from; i < to; ++i)
        ends.push_back(ids.append(id_of(found_[i].document)).size());
    const auto id = [&](std::size_t place) {
        const std::size_t begin = place == 0 ? 0 : ends[place - 1];
        return std::string_view(ids).substr(begin, ends[place] - begin);
    };
    std::vector<std::size_t> places(to - from);
    std::iota(places.begin(), places.end(), 0U);
    std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(wanted - from),
                      places.end(), [&](std::size_t a, std::size_t b) {
                          const int order = id(a).compare(id(b));
                          return order != 0 ? order < 0 : a < b;
                      });
    std::vector<Found> ordered;
    ordered.reserve(places.size());
    for (const std::size_t place : places) ordered.push_back(found_[from + place]);
    std::copy(ordered.begin(), ordered.end(), found_.begin() + static_cast<std::ptrdiff_t>(from));
}

LocalMatch::Numbers LocalMatch::documents(const PostingTable& table,
                                          const MatchQuery& query) const {
    bounds_.check();
    Numbers found;
    switch (query.kind) {
        case Kind::term: {
            PostingList list(table, query.term);
            found.reserve(list.size());
            read_all(list,
                     [&](std::uint32_t document, std::uint32_t) { found.push_back(document); });
            break;
        }
        case Kind::all: {
            std::vector<std::pair<double, const MatchQuery*>> parts;
            for (const MatchQuery& child : query.children) {
                parts.emplace_back(estimated_documents(child, index_), &child);
            }
            std::stable_sort(parts.begin(), parts.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            found = documents(table, *parts.front().second);
            for (std::size_t i = 1; i < parts.size() && !found.empty(); ++i) {
                found = documents_among(table, *parts[i].second, found);
            }
            break;
        }
        case Kind::without: {
            const Numbers all = documents(table, query.children[0]);
            const Numbers left_out = documents(table, query.children[1]);
            std::set_difference(all.begin(), all.end(), left_out.begin(), left_out.end(),
                                std::back_inserter(found));
            break;
        }
        default:
            for (const MatchQuery& child : query.children) {
                const Numbers some = documents(table, child);
                found.insert(found.end(), some.begin(), some.end());
            }
            if (query.children.size() > 1) sort_out(found);
    }
    return found;
}

LocalMatch::Numbers LocalMatch::documents_among(const PostingTable& table, const MatchQuery& query,
                                                const Numbers& among) const {
    Numbers found;
    if (query.kind == Kind::term) {
        PostingList list(table, query.term);
        read_among(list, among,
                   [&](std::size_t place, std::uint32_t) { found.push_back(among[place]); });
        return found;
    }
    const Numbers others = documents(table, query);
    std::set_intersection(among.begin(), among.end(), others.begin(), others.end(),
                          std::back_inserter(found));
    return found;
}

// Where all of a way of saying something is, or any of several, and how often in all.
LocalMatch::Occurrences LocalMatch::occurrences(const PostingTable& table,
                                                const MatchQuery& query) const {
    Occurrences found;
    if (query.kind == Kind::term) {
        PostingList list(table, query.term);
        read_all(list, [&](std::uint32_t document, std::uint32_t frequency) {
            found.emplace_back(document, frequency);
        });
        return found;
    }
    std::vector<Occurrences> parts;
    for (const MatchQuery& child : query.children) parts.push_back(occurrences(table, child));
    const bool all = query.kind == Kind::all;
    // Two by two: a posting is copied no more often than their number can be halved.
    for (std::size_t step = 1; step < parts.size(); step *= 2) {
        for (std::size_t i = 0; i + step < parts.size(); i += 2 * step) {
            parts[i] = together(parts[i], parts[i + step], all);
        }
    }
    return parts.empty() ? found : std::move(parts.front());
}

template <typename Add>
void LocalMatch::weigh(const PostingTable& table, const MatchQuery& query, double factor,
                       const Numbers* among, Add& add) const {
    bounds_.check();
    if (query.kind == Kind::any || query.kind == Kind::scaled) {
        const double scale = query.kind == Kind::scaled ? query.factor : 1;
        for (const MatchQuery& child : query.children) {
            weigh(table, child, factor * scale, among, add);
        }
        return;
    }
    const TermShare share = share_;
    const std::uint32_t* const lengths = table.lengths().data();
    const double weight = term_weight(estimated_documents(query, index_), query.count, factor);
    if (query.kind == Kind::term) {
        PostingList list(table, query.term);
        if (among != nullptr) {
            read_among(list, *among, [&](std::size_t place, std::uint32_t frequency) {
                add(place, 0, weight * share.of(frequency, lengths[(*among)[place]]));
            });
            return;
        }
        read_all(list, [=, &add](std::uint32_t document, std::uint32_t frequency) {
            add(0, document, weight * share.of(frequency, lengths[document]));
        });
        return;
    }
    std::size_t at = 0;
    for (const auto& [document, frequency] : occurrences(table, query)) {
        if (among != nullptr) {
            while (at < among->size() && (*among)[at] < document) ++at;
            if (at == among->size()) return;
            if ((*among)[at] != document) continue;
        }
        const std::uint32_t length = lengths[document];
        add(at, document, weight * share.of(std::min(frequency, length), length));
    }
}

// What a term counts that is there for ever: Xapian's BM25Weight, with a k3 of 1.
double LocalMatch::term_weight(double documents, unsigned count, double factor) const {
    double odds = (documents_ - documents + 0.5) / (documents + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;
    const double times = count;
    return std::log(odds) * factor * (2 * times / (1 + times)) * share_.most();
}

}  // namespace sinodex
