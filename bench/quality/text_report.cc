// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/text_report.h"

#include <algorithm>

#include "bench/quality/figures.h"
#include "bench/quality/text_table.h"

namespace sinodex {
namespace {

std::string interval(const Interval& interval) {
    return fixed(interval.low, 4) + " to " + fixed(interval.high, 4);
}

std::string topics(const Comparison& comparison) {
    return std::to_string(comparison.wins) + "/" + std::to_string(comparison.ties) + "/" +
           std::to_string(comparison.losses);
}

TextTable table_of(const QualityReport& report, const Assessment& assessment) {
    std::vector<std::string> header{
        "", report.measures.front(), "95% interval", "difference", "p (Holm)", "win/tie/loss"};
    header.insert(header.end(), report.measures.begin() + 1, report.measures.end());
    header.emplace_back("ms/query");
    TextTable table(std::move(header));
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        const AssessedSystem& system = assessment.systems[i];
        const AssessedMeasure& main = system.figures.front();
        std::vector<std::string> row{system.name, fixed(main.mean, 4), interval(main.interval)};
        if (i == assessment.reference) {
            row.insert(row.end(), {"reference", "", ""});
        } else {
            row.insert(row.end(), {signed_fixed(main.difference, 4), probability(main.p_holm),
                                   topics(main.topics)});
        }
        for (std::size_t m = 1; m < system.figures.size(); ++m) {
            row.push_back(fixed(system.figures[m].mean, 4));
        }
        row.push_back(fixed(system.milliseconds, 2));
        table.add(std::move(row));
    }
    return table;
}

std::string shown(const std::vector<RankedUnit>& units, std::size_t place) {
    if (place >= units.size()) return "";
    const std::optional<int>& gain = units[place].gain;
    return (gain ? std::to_string(*gain) : "-") + "  " + units[place].id;
}

void write_movers(const Movers& movers, const std::string& measure, std::ostream& out) {
    out << "Topics that moved most, " << measure << " from " << movers.before << " to "
        << movers.after << " (gain and id; - is not judged):\n";
    if (movers.topics.empty()) out << "\nnone moved\n";
    for (const MovedTopic& topic : movers.topics) {
        out << '\n' << topic.id << "  " << topic.query << '\n';
        TextTable table({"", movers.before + " " + fixed(topic.before, 4),
                         movers.after + " " + fixed(topic.after, 4)},
                        TextTable::Alignment::left);
        const std::size_t rows = std::max(topic.before_top.size(), topic.after_top.size());
        for (std::size_t i = 0; i < rows; ++i) {
            table.add(
                {std::to_string(i + 1), shown(topic.before_top, i), shown(topic.after_top, i)});
        }
        table.write(out);
    }
    out << '\n';
}

void write_means(const QualityReport& report, std::ostream& out) {
    out << "All " << report.collections.size() << " collections, means of their means:\n\n";
    std::vector<std::string> header{""};
    header.insert(header.end(), report.measures.begin(), report.measures.end());
    TextTable table(std::move(header));
    const std::vector<AssessedSystem>& systems = report.collections.front().assessment.systems;
    for (std::size_t i = 0; i < systems.size(); ++i) {
        std::vector<std::string> row{systems[i].name};
        for (std::size_t m = 0; m < report.measures.size(); ++m) {
            row.push_back(fixed(mean_over_collections(report, i, m), 4));
        }
        table.add(std::move(row));
    }
    table.write(out);
    out << '\n';
}

}  // namespace

void write_text_report(const QualityReport& report, std::ostream& out) {
    for (const CollectionReport& collection : report.collections) {
        out << collection.name << ": " << collection.articles << " articles, "
            << collection.passages << " passages, " << collection.assessment.topics.size()
            << " topics, judged by " << unit_name(collection.unit) << "\n\n";
        table_of(report, collection.assessment).write(out);
        out << '\n';
        for (const std::string& note : collection.notes) out << "Note: " << note << ".\n";
        if (!collection.notes.empty()) out << '\n';
        if (collection.movers) write_movers(*collection.movers, report.measures.front(), out);
    }
    if (report.collections.size() > 1) write_means(report, out);
    out << "Intervals: percentile bootstrap over topics. p: paired randomisation test against the "
           "reference,\nHolm's correction within a collection. Depth "
        << report.depth << ", seed " << report.seed << ".\n";
}

}  // namespace sinodex
