// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verification/quote_match.h"

#include <algorithm>
#include <cstdint>

namespace sinodex {
namespace {

constexpr std::size_t kNone = AlignedUnit::kNone;
using QuotedUnit = Quotation::Unit;

// A window has room for what so many ellipses may omit at most.
constexpr std::size_t kMaxWideGaps = 4;

bool is_same(const QuotedUnit& quoted, const SourceUnit& source) {
    return source.normal >= 0 &&
           (quoted.normal == source.normal || quoted.other_case == source.normal);
}

// Follows a quotation through a text from where it may begin.
class ExactMatch {
 public:
    ExactMatch(const std::vector<QuotedUnit>& quoted, const std::vector<SourceUnit>& source)
        : quoted_(quoted), source_(source) {}

    // The units from `at` on, or none.
    std::vector<AlignedUnit> from(std::size_t at) {
        aligned_.clear();
        for (std::size_t part = 0; part < quoted_.size();) {
            const std::size_t end = end_of_part(part);
            const std::size_t latest = part == 0 ? at : std::min(at + kMaxOmitted, source_.size());
            std::size_t begin = at;
            while (begin <= latest && !part_stands_at(part, end, begin)) ++begin;
            if (begin > latest) return {};
            for (; at < begin; ++at) aligned_.push_back({kNone, at, false});
            for (; part < end; ++part) aligned_.push_back({part, at++, true});
            if (part < quoted_.size()) aligned_.push_back({part++, kNone, true});  // the gap
        }
        return std::move(aligned_);
    }

 private:
    std::size_t end_of_part(std::size_t part) const {
        while (part < quoted_.size() && !quoted_[part].gap) ++part;
        return part;
    }

    bool part_stands_at(std::size_t part, std::size_t end, std::size_t at) const {
        if (at + (end - part) > source_.size()) return false;
        for (; part < end; ++part, ++at) {
            if (!is_same(quoted_[part], source_[at])) return false;
        }
        return true;
    }

    const std::vector<QuotedUnit>& quoted_;
    const std::vector<SourceUnit>& source_;
    std::vector<AlignedUnit> aligned_;
};

// How much of the quotation the units of a window can account for at most.
class SharedWords {
 public:
    explicit SharedWords(const std::vector<QuotedUnit>& quoted) {
        for (const QuotedUnit& unit : quoted) {
            if (unit.gap) continue;
            const auto number = static_cast<std::size_t>(unit.folded);
            if (number >= wanted_.size()) wanted_.resize(number + 1);
            ++wanted_[number].count;
            wanted_[number].weight = weight(unit.kind);
        }
    }

    void add(const SourceUnit& unit) { count(unit, 1); }
    void remove(const SourceUnit& unit) { count(unit, -1); }
    int shared() const { return shared_; }

 private:
    struct Wanted {
        int count = 0;
        int here = 0;
        int weight = 0;
    };

    void count(const SourceUnit& unit, int change) {
        if (unit.folded < 0) return;
        Wanted& wanted = wanted_[static_cast<std::size_t>(unit.folded)];
        shared_ -= std::min(wanted.here, wanted.count) * wanted.weight;
        wanted.here += change;
        shared_ += std::min(wanted.here, wanted.count) * wanted.weight;
    }

    std::vector<Wanted> wanted_;
    int shared_ = 0;
};

struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
    int shared = -1;
};

// The first one of those that share most, and some units around it.
Window best_window(const Quotation& quotation, const std::vector<SourceUnit>& source) {
    const std::size_t quoted = quotation.units().size();
    const std::size_t size =
        quoted + quoted / 2 + 8 + std::min(quotation.gaps(), kMaxWideGaps) * kMaxOmitted;
    SharedWords words(quotation.units());
    Window best;
    for (std::size_t end = 1; end <= source.size(); ++end) {
        words.add(source[end - 1]);
        if (end > size) words.remove(source[end - 1 - size]);
        if (words.shared() > best.shared) {
            best = {end > size ? end - size : 0, end, words.shared()};
        }
    }
    // Words that stand there twice may fill the window too early.
    const std::size_t around = quoted + 2;
    best.begin -= std::min(best.begin, around);
    best.end = std::min(source.size(), best.end + around);
    return best;
}

// The table of edit distances between the quotation (rows) and a window of a text (columns).
class EditDistance {
 public:
    EditDistance(const std::vector<QuotedUnit>& quoted, const std::vector<SourceUnit>& source,
                 Window window)
        : quoted_(quoted),
          source_(source),
          begin_(window.begin),
          columns_(window.end - begin_ + 1),
          steps_((quoted.size() + 1) * columns_, Step::none) {
        std::vector<int> above(columns_, 0);
        std::vector<int> row(columns_);
        for (std::size_t i = 1; i <= quoted_.size(); ++i) {
            fill(i, above, row);
            std::swap(above, row);
        }
        const auto least = std::min_element(above.begin(), above.end());
        cost_ = *least;
        last_ = static_cast<std::size_t>(least - above.begin());
    }

    int cost() const { return cost_; }

    std::vector<AlignedUnit> units() const {
        std::vector<AlignedUnit> aligned;
        std::size_t j = last_;
        for (std::size_t i = quoted_.size(); i > 0;) {
            const Step step = steps_[i * columns_ + j];
            const std::size_t quoted = step == Step::insert ? kNone : i - 1;
            const std::size_t source = step == Step::drop ? kNone : begin_ + j - 1;
            const bool same = step == Step::both && is_same(quoted_[i - 1], source_[source]);
            aligned.push_back({quoted, source, same || (quoted != kNone && quoted_[quoted].gap)});
            if (step != Step::insert) --i;
            if (step != Step::drop) --j;
        }
        std::reverse(aligned.begin(), aligned.end());
        return aligned;
    }

 private:
    enum class Step : std::uint8_t { none, both, drop, insert };  // drop: of a quoted unit

    static int change(const QuotedUnit& quoted, const SourceUnit& source) {
        if (is_same(quoted, source)) return 0;
        const int whole = std::max(weight(quoted.kind), weight(source.kind));
        if (quoted.folded == source.folded) return whole / 2;
        const bool alike = weight(quoted.kind) == weight(source.kind);
        return alike ? whole : weight(quoted.kind) + weight(source.kind);
    }

    void fill(std::size_t i, const std::vector<int>& above, std::vector<int>& row) {
        const QuotedUnit& quoted = quoted_[i - 1];
        Step* steps = &steps_[i * columns_];
        const int drop = quoted.gap ? 0 : weight(quoted.kind);
        row[0] = above[0] + drop;
        steps[0] = Step::drop;
        for (std::size_t j = 1; j < columns_; ++j) {
            const SourceUnit& source = source_[begin_ + j - 1];
            int best = above[j] + drop;
            Step step = Step::drop;
            const auto offer = [&](int cost, Step offered) {
                if (cost < best) {
                    best = cost;
                    step = offered;
                }
            };
            if (!quoted.gap && above[j - 1] + change(quoted, source) <= best) {
                best = above[j - 1] + change(quoted, source);
                step = Step::both;
            }
            offer(row[j - 1] + (quoted.gap ? 0 : weight(source.kind)), Step::insert);
            row[j] = best;
            steps[j] = step;
        }
    }

    const std::vector<QuotedUnit>& quoted_;
    const std::vector<SourceUnit>& source_;
    std::size_t begin_;
    std::size_t columns_;
    std::vector<Step> steps_;
    int cost_ = 0;
    std::size_t last_ = 0;
};

int total_weight(const std::vector<QuotedUnit>& quoted) {
    int total = 0;
    for (const QuotedUnit& unit : quoted) total += unit.gap ? 0 : weight(unit.kind);
    return total;
}

}  // namespace

std::vector<Alignment> find_exactly(const Quotation& quotation,
                                    const std::vector<SourceUnit>& source) {
    std::vector<Alignment> found;
    ExactMatch match(quotation.units(), source);
    for (std::size_t at = 0; at < source.size();) {
        Alignment alignment;
        if (is_same(quotation.units().front(), source[at])) alignment.units = match.from(at);
        if (alignment.units.empty()) {
            ++at;
        } else {
            at = alignment.units.back().source + 1;
            found.push_back(std::move(alignment));
        }
    }
    return found;
}

std::optional<Alignment> find_nearly(const Quotation& quotation,
                                     const std::vector<SourceUnit>& source, double least) {
    const int total = total_weight(quotation.units());
    const Window window = best_window(quotation, source);
    // A word that the window does not hold costs its weight in any order: no need to align.
    if (window.shared < total * least) return std::nullopt;
    const EditDistance distance(quotation.units(), source, window);
    Alignment alignment;
    alignment.likeness = 1 - static_cast<double>(distance.cost()) / total;
    if (alignment.likeness < least) return std::nullopt;
    alignment.units = distance.units();
    return alignment;
}

}  // namespace sinodex
