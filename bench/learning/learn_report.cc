// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/learn_report.h"

#include <nlohmann/json.hpp>

#include "bench/quality/figures.h"
#include "bench/quality/text_table.h"

namespace sinodex {
namespace {

std::string figure(double value) { return fixed(value, 4); }

LearnedCollection average(const std::vector<LearnedCollection>& collections) {
    LearnedCollection sum;
    sum.name = "mean";
    const auto count = static_cast<double>(collections.size());
    for (const LearnedCollection& each : collections) {
        sum.topics += each.topics;
        sum.start += each.start / count;
        sum.learned += each.learned / count;
        sum.cross_validated += each.cross_validated / count;
        sum.left_out += each.left_out / count;
    }
    return sum;
}

std::vector<std::string> row(const LearnedCollection& each, bool tested) {
    return {each.name,
            std::to_string(each.topics),
            figure(each.start),
            figure(each.learned),
            figure(each.cross_validated),
            tested ? fixed(each.cross_validated_p, 3) : "",
            figure(each.left_out),
            tested ? fixed(each.left_out_p, 3) : ""};
}

}  // namespace

void write_learn_text(const LearnReport& report, const std::string& measure, std::ostream& out) {
    TextTable figures(
        {measure, "topics", "start", "learned", "cross-validated", "p", "left out", "p"});
    for (const LearnedCollection& each : report.collections) figures.add(row(each, true));
    figures.add(row(average(report.collections), false));
    figures.write(out);
    out << "\nlearned: with weights learned from all topics here; cross-validated: without the "
           "topic; left out:\nwithout its collection. 0.0000 is what was not asked for. p: paired "
           "randomisation, against the start.\nTried "
        << report.measured << " settings.\n\n";
    TextTable weights({"weight", "start", "learned"});
    for (const WeightInfo& info : kWeightTable) {
        weights.add({std::string(info.name), fixed(report.start.*info.member, 3),
                     fixed(report.learned.*info.member, 3)});
    }
    weights.write(out);
}

void write_learn_json(const LearnReport& report, const std::string& measure, std::ostream& out) {
    nlohmann::ordered_json json{{"version", 1}, {"measure", measure}, {"tried", report.measured}};
    for (const LearnedCollection& each : report.collections) {
        json["collections"].push_back({{"name", each.name},
                                       {"topics", each.topics},
                                       {"start", each.start},
                                       {"learned", each.learned},
                                       {"cross_validated", each.cross_validated},
                                       {"cross_validated_p", each.cross_validated_p},
                                       {"left_out", each.left_out},
                                       {"left_out_p", each.left_out_p}});
    }
    for (const WeightInfo& info : kWeightTable) {
        json["weights"][std::string(info.name)] = {{"start", report.start.*info.member},
                                                   {"learned", report.learned.*info.member}};
    }
    out << json.dump(2) << '\n';
}

}  // namespace sinodex
