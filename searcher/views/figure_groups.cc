// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_groups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace sinodex {
namespace {

double farness(double a, double b) {
    const double larger = std::max(a, b);
    return larger > 0 ? std::abs(a - b) / larger : 0;
}

// Whether `b` lies where the qualifier of `a` points.
bool allowed_by(const Amount& a, const Amount& b) {
    const double value = a.low.to_double();
    const double other = b.low.to_double();
    switch (a.qualifier) {
        case Qualifier::about:
            return farness(value, other) <= 0.1;
        case Qualifier::more_than:
        case Qualifier::at_least:
            return other >= value && other <= value * 1.25;
        case Qualifier::nearly:
        case Qualifier::less_than:
        case Qualifier::at_most:
        case Qualifier::up_to:
            return other <= value && other >= value * 0.75;
        case Qualifier::exactly:
            return other >= value && other <= a.high.to_double();
    }
    return false;
}

// Rounds to so many significant digits, halves away from 0.
Decimal rounded(Decimal value, int digits) {
    std::int64_t limit = 1;
    for (int i = 0; i < digits; ++i) limit *= 10;
    std::int64_t mantissa = value.mantissa();
    int exponent = value.exponent();
    std::int64_t dropped = 0;  // the last digit that went decides
    while (mantissa >= limit || mantissa <= -limit) {
        dropped = mantissa % 10;
        mantissa /= 10;
        ++exponent;
    }
    if (dropped >= 5) ++mantissa;
    if (dropped <= -5) --mantissa;
    return {mantissa, exponent};
}

bool is_rounding(const Amount& coarse, const Amount& fine) {
    return rounded(fine.low, std::max(coarse.precision, 1)) == coarse.low &&
           farness(coarse.low.to_double(), fine.low.to_double()) <= 0.05;
}

// These order the groups of a view. They rank no passages, so that judgements of passages, which
// the table of weights is learned on, say nothing about them.
constexpr double kPassageTie = 0.5;
constexpr double kNobodys = 0.25;
constexpr double kNearWord = 0.6;
constexpr double kAfterTie = 0.9;
constexpr double kWanted = 3;
constexpr double kRelated = 1.5;

template <typename T>
bool holds(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

double score_of(const FoundFigure& found, const WantedFigures& wanted) {
    double score = found.figure.score;
    if (found.figure.tie == FigureTie::after) score *= kAfterTie;
    if (found.figure.tie == FigureTie::passage) score *= kPassageTie;
    if (found.figure.tie == FigureTie::none) score *= kNobodys;
    if (!found.label.known) score *= kNearWord;
    if (holds(wanted.labels, found.label.what)) score *= kWanted;
    if (holds(wanted.entities, found.figure.entity)) {
        score *= kWanted;
    } else if (holds(wanted.related, found.figure.entity)) {
        score *= kRelated;
    }
    const bool amount =
        std::any_of(wanted.amounts.begin(), wanted.amounts.end(),
                    [&](const AmountQuery& one) { return matches(one, found.amount); });
    return amount ? score * kWanted : score;
}

std::string source_of(const FoundFigure& found) {
    const ArticleInfo& article = found.figure.article;
    return article.source.empty() ? article.id : article.source;
}

std::size_t count_sources(const std::vector<const FoundFigure*>& figures) {
    std::set<std::string> sources;
    for (const FoundFigure* one : figures) sources.insert(source_of(*one));
    return sources.size();
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t all = a.size() + b.size() - both.size();
    return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

bool may_be_of_one_time(const FoundFigure& a, const FoundFigure& b) {
    constexpr int kNews = 400;  // days
    constexpr int kMonth = 31;
    if (a.mentioned && b.mentioned) {
        if (*a.mentioned == *b.mentioned) return true;
        if (a.label.varies) return false;
        return a.mentioned->from <= b.mentioned->to + std::chrono::days(kMonth) &&
               b.mentioned->from <= a.mentioned->to + std::chrono::days(kMonth);
    }
    if (a.label.varies) return false;
    const auto first = days_of(a.figure.article.date);
    const auto second = days_of(b.figure.article.date);
    return first && second && std::abs((first->from - second->from).count()) <= kNews;
}

bool contradict(const FoundFigure& a, const FoundFigure& b) {
    const auto sure = [](const FoundFigure& one) {
        return one.label.known && one.figure.tie < FigureTie::passage;
    };
    const double low = std::min(a.figure.low, b.figure.low);
    const double high = std::max(a.figure.low, b.figure.low);
    const double least = is_currency(a.amount.unit) ? 0.2 : 1.0 / 3;
    return sure(a) && sure(b) && high <= low * 1.5 && may_be_of_one_time(a, b) &&
           likeness(a.context, b.context) >= least;
}

// A group in the making: its figures by value.
class Group {
 public:
    void add(const FoundFigure& found) {
        for (Value& value : values_) {
            if (values_agree(value.front()->amount, found.amount)) {
                value.push_back(&found);
                return;
            }
        }
        values_.push_back({&found});
    }

    FigureGroup finished() const {
        FigureGroup group;
        const Figure& any = values_.front().front()->figure;
        group.entity = any.entity;
        group.entity_name = any.entity_name;
        group.what = any.what;
        group.unit = any.unit;
        Value all;
        for (const Value& value : values_) {
            all.insert(all.end(), value.begin(), value.end());
            group.values.push_back(finished(value));
        }
        group.sources = count_sources(all);
        group.agreement = values_.size() > 1   ? Agreement::several
                          : group.sources == 1 ? Agreement::single
                                               : Agreement::agree;
        mark_differing(group);
        std::stable_sort(group.values.begin(), group.values.end(),
                         [](const FigureValue& a, const FigureValue& b) {
                             const auto key = [](const FigureValue& value) {
                                 return std::tuple(value.differs, value.sources, best(value));
                             };
                             return key(a) > key(b);
                         });
        for (const FigureValue& value : group.values) {
            group.score = std::max(group.score, best(value));
        }
        group.score *= 1 + 0.1 * std::log2(static_cast<double>(group.sources));
        return group;
    }

 private:
    using Value = std::vector<const FoundFigure*>;

    static double best(const FigureValue& value) {
        double score = 0;
        for (const Figure& figure : value.figures) score = std::max(score, figure.score);
        return score;
    }

    static FigureValue finished(const Value& value) {
        FigureValue done;
        done.sources = count_sources(value);
        for (const FoundFigure* one : value) done.figures.push_back(one->figure);
        return done;
    }

    static bool share_an_article(const Value& a, const Value& b) {
        return std::any_of(a.begin(), a.end(), [&](const FoundFigure* one) {
            return std::any_of(b.begin(), b.end(), [&](const FoundFigure* other) {
                return one->figure.article.id == other->figure.article.id;
            });
        });
    }

    static bool contradict_each_other(const Value& a, const Value& b) {
        if (share_an_article(a, b)) return false;
        return std::any_of(a.begin(), a.end(), [&](const FoundFigure* one) {
            return std::any_of(b.begin(), b.end(),
                               [&](const FoundFigure* other) { return contradict(*one, *other); });
        });
    }

    void mark_differing(FigureGroup& group) const {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            for (std::size_t j = i + 1; j < values_.size(); ++j) {
                if (!contradict_each_other(values_[i], values_[j])) continue;
                group.values[i].differs = group.values[j].differs = true;
                group.agreement = Agreement::differ;
            }
        }
    }

    std::vector<Value> values_;
};

bool is_better(const FigureGroup& a, const FigureGroup& b) { return a.score > b.score; }

// Sorts groups, and again with those behind whose amounts better ones have already.
void sort(std::vector<FigureGroup>& groups) {
    std::stable_sort(groups.begin(), groups.end(), is_better);
    std::set<std::pair<std::string, std::uint32_t>> seen;
    for (FigureGroup& group : groups) {
        bool fresh = false;
        for (const FigureValue& value : group.values) {
            for (const Figure& figure : value.figures) {
                fresh = seen.emplace(figure.article.id, figure.begin).second || fresh;
            }
        }
        if (!fresh) group.score /= 2;
    }
    std::stable_sort(groups.begin(), groups.end(), is_better);
}

}  // namespace

bool values_agree(const Amount& a, const Amount& b) {
    if (a.unit != b.unit) return false;
    if (a.low == b.low && a.high == b.high) return true;
    if (a.low == a.high && b.low == b.high && (is_rounding(a, b) || is_rounding(b, a))) return true;
    return allowed_by(a, b) || allowed_by(b, a);
}

std::vector<FigureGroup> group_figures(std::vector<FoundFigure> figures,
                                       const WantedFigures& wanted) {
    for (FoundFigure& found : figures) found.figure.score = score_of(found, wanted);
    // The most precise figures lead: others are compared with them.
    std::stable_sort(figures.begin(), figures.end(),
                     [](const FoundFigure& a, const FoundFigure& b) {
                         if (a.amount.precision != b.amount.precision) {
                             return a.amount.precision > b.amount.precision;
                         }
                         return a.figure.score > b.figure.score;
                     });
    std::map<std::tuple<std::string, std::string, Unit>, Group> by_thing;
    for (const FoundFigure& found : figures) {
        by_thing[{found.figure.entity, found.figure.what, found.amount.unit}].add(found);
    }
    std::vector<FigureGroup> groups;
    for (const auto& [thing, group] : by_thing) groups.push_back(group.finished());
    sort(groups);
    return groups;
}

}  // namespace sinodex
