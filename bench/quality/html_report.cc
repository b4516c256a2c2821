// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/html_report.h"

#include <algorithm>
#include <functional>

#include "bench/quality/figures.h"
#include "bench/quality/html_page.h"
#include "bench/quality/plots.h"
#include "bench/quality/versions.h"

namespace sinodex {
namespace {

std::string cell(const std::string& content) { return "<td>" + escaped(content) + "</td>"; }
std::string head(const std::string& content) {
    return "<th scope=\"col\">" + escaped(content) + "</th>";
}

std::string kind_of(const Assessment& assessment, std::size_t system) {
    if (system == assessment.reference) return "reference";
    return assessment.systems[system].baseline ? "other" : "own";
}

void write_row(const Assessment& assessment, std::size_t place, std::size_t measure,
               std::ostream& out) {
    const AssessedSystem& system = assessment.systems[place];
    const AssessedMeasure& figure = system.figures[measure];
    out << "<tr class=\"" << kind_of(assessment, place) << "\">" << cell(system.name)
        << cell(fixed(figure.mean, 4))
        << cell(fixed(figure.interval.low, 4) + " – " + fixed(figure.interval.high, 4));
    if (place == assessment.reference) {
        out << cell("reference") << cell("") << cell("") << cell("");
    } else {
        out << cell(signed_fixed(figure.difference, 4)) << cell(probability(figure.p_value))
            << cell(probability(figure.p_holm))
            << cell(std::to_string(figure.topics.wins) + " / " +
                    std::to_string(figure.topics.ties) + " / " +
                    std::to_string(figure.topics.losses));
    }
    out << cell(fixed(system.milliseconds, 2)) << "</tr>\n";
}

void write_table(const Assessment& assessment, std::size_t measure, const std::string& name,
                 std::ostream& out) {
    out << "<div class=\"scroll\"><table>\n<tr>" << head("") << head(name) << head("95% interval")
        << head("difference") << head("p") << head("p (Holm)") << head("win / tie / loss")
        << head("ms a query") << "</tr>\n";
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        write_row(assessment, i, measure, out);
    }
    out << "</table></div>\n";
}

void write_bars(const Assessment& assessment, const std::string& title, std::ostream& out) {
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        const AssessedMeasure& figure = assessment.systems[i].figures.front();
        bars.push_back({assessment.systems[i].name, figure.mean, figure.interval.low,
                        figure.interval.high, kind_of(assessment, i)});
    }
    out << "<figure>" << bar_plot(bars, title) << "<figcaption>" << escaped(title)
        << ", with 95% intervals</figcaption></figure>\n";
}

void write_differences(const Assessment& assessment, const std::string& measure,
                       std::ostream& out) {
    const AssessedSystem& reference = assessment.systems[assessment.reference];
    out << "<h3>Differences by topic</h3>\n<p class=\"muted\">" << escaped(measure)
        << " of each system less that of " << escaped(reference.name)
        << ", a column for each topic, the best first.</p>\n<div class=\"plots\">\n";
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        if (i == assessment.reference) continue;
        const AssessedSystem& system = assessment.systems[i];
        std::vector<double> differences = system.figures.front().values;
        std::transform(differences.begin(), differences.end(),
                       reference.figures.front().values.begin(), differences.begin(),
                       std::minus<>());
        out << "<figure>" << difference_plot(differences, system.name + " by topic")
            << "<figcaption>" << escaped(system.name) << "</figcaption></figure>\n";
    }
    out << "</div>\n";
}

void write_unit(const std::vector<RankedUnit>& units, std::size_t place, std::ostream& out) {
    const bool there = place < units.size();
    const std::string gain = !there              ? ""
                             : units[place].gain ? std::to_string(*units[place].gain)
                                                 : "–";
    out << cell(gain) << cell(there ? units[place].id : "");
}

void write_movers_table(const Movers& movers, const std::string& measure, std::ostream& out) {
    out << "<h3>Topics that moved most</h3>\n<p class=\"muted\">" << escaped(measure) << " from "
        << escaped(movers.before) << " to " << escaped(movers.after)
        << ", with the gain of each hit; – is not judged.</p>\n";
    for (const MovedTopic& topic : movers.topics) {
        out << "<details><summary>" << escaped(topic.id) << ": " << escaped(topic.query) << " ("
            << fixed(topic.before, 4) << " → " << fixed(topic.after, 4)
            << ")</summary>\n<div class=\"scroll\"><table class=\"left\">\n<tr>" << head("")
            << head("gain") << head(movers.before) << head("gain") << head(movers.after)
            << "</tr>\n";
        const std::size_t rows = std::max(topic.before_top.size(), topic.after_top.size());
        for (std::size_t i = 0; i < rows; ++i) {
            out << "<tr>" << cell(std::to_string(i + 1));
            write_unit(topic.before_top, i, out);
            write_unit(topic.after_top, i, out);
            out << "</tr>\n";
        }
        out << "</table></div></details>\n";
    }
}

void write_collection(const QualityReport& report, const CollectionReport& collection,
                      std::ostream& out) {
    const std::string& measure = report.measures.front();
    out << "<section>\n<h2>" << escaped(collection.name) << "</h2>\n<p class=\"muted\">"
        << collection.articles << " articles, " << collection.passages << " passages, "
        << collection.assessment.topics.size() << " topics, judged by "
        << unit_name(collection.unit) << ". Database " << escaped(collection.database_fingerprint)
        << ".</p>\n";
    for (const std::string& note : collection.notes) out << "<p>" << escaped(note) << ".</p>\n";
    write_bars(collection.assessment, measure + " of " + collection.name, out);
    write_table(collection.assessment, 0, measure, out);
    for (std::size_t i = 1; i < report.measures.size(); ++i) {
        out << "<details><summary>" << escaped(report.measures[i]) << "</summary>\n";
        write_table(collection.assessment, i, report.measures[i], out);
        out << "</details>\n";
    }
    write_differences(collection.assessment, measure, out);
    if (collection.movers) write_movers_table(*collection.movers, measure, out);
    out << "</section>\n";
}

// Collections against systems: the first measure, and its mean.
void write_overview(const QualityReport& report, std::ostream& out) {
    out << "<h2>" << escaped(report.measures.front())
        << " on all collections</h2>\n<div class=\"scroll\"><table>\n<tr>" << head("");
    for (const CollectionReport& each : report.collections) out << head(each.name);
    out << head("mean") << "</tr>\n";
    const Assessment& first = report.collections.front().assessment;
    for (std::size_t i = 0; i < first.systems.size(); ++i) {
        out << "<tr class=\"" << kind_of(first, i) << "\">" << cell(first.systems[i].name);
        for (const CollectionReport& each : report.collections) {
            out << cell(fixed(each.assessment.systems[i].figures.front().mean, 4));
        }
        out << cell(fixed(mean_over_collections(report, i, 0), 4)) << "</tr>\n";
    }
    out << "</table></div>\n";
}

void write_systems(const Assessment& assessment, std::ostream& out) {
    out << "<h2>Systems</h2>\n<ul>\n";
    for (const AssessedSystem& system : assessment.systems) {
        out << "<li>" << escaped(system.name) << ": " << escaped(system.description) << "</li>\n";
    }
    out << "</ul>\n";
}

void write_method(const QualityReport& report, std::ostream& out) {
    out << "<h2>Method</h2>\n<p>Every system got the same articles, passages and topics, and was "
           "asked for "
        << report.depth
        << " hits. Intervals are percentile bootstraps over topics (95%). p is that of a two-sided "
           "paired randomisation test against the reference, seed "
        << report.seed
        << ", and with Holm's correction for all systems compared on a collection. Milliseconds "
           "are those of one thread at that depth.</p>\n<p>Versions:";
    for (const auto& [name, version] : versions()) {
        out << ' ' << escaped(name) << ' ' << escaped(version) << ';';
    }
    out << " command:</p>\n<p><code>";
    for (const std::string& word : report.command) out << escaped(word) << ' ';
    out << "</code></p>\n";
}

}  // namespace

void write_html_report(const QualityReport& report, std::ostream& out) {
    out << page_top("Sinodex: ranking quality") << "<h1>Sinodex: ranking quality</h1>\n";
    if (report.collections.size() > 1) write_overview(report, out);
    for (const CollectionReport& each : report.collections) write_collection(report, each, out);
    write_systems(report.collections.front().assessment, out);
    write_method(report, out);
    out << page_bottom();
}

}  // namespace sinodex
