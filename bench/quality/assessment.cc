// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/assessment.h"

#include <numeric>

#include "bench/evaluation/evaluate.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

AssessedSystem assess_alone(const SystemRun& system, const Evaluation& evaluation,
                            std::uint64_t seed) {
    AssessedSystem assessed;
    assessed.name = system.name;
    assessed.description = system.description;
    assessed.baseline = !system.weights;
    assessed.milliseconds = system.milliseconds;
    for (const MeasuredTopics& measured : evaluation.measures) {
        AssessedMeasure figure;
        figure.values = measured.values;
        figure.mean = mean(figure.values);
        figure.interval = bootstrap_interval(figure.values, {.seed = seed});
        assessed.figures.push_back(std::move(figure));
    }
    return assessed;
}

// One measure of all systems against the reference.
void compare_all(Assessment& assessment, std::size_t measure, std::uint64_t seed) {
    const AssessedMeasure& reference = assessment.systems[assessment.reference].figures[measure];
    std::vector<AssessedMeasure*> compared;
    std::vector<double> p_values;
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        if (i == assessment.reference) continue;
        AssessedMeasure& figure = assessment.systems[i].figures[measure];
        const RandomisationResult test =
            randomisation_test(figure.values, reference.values, {.seed = seed});
        figure.difference = test.mean_difference;
        figure.p_value = test.p_value;
        figure.topics = compare(figure.values, reference.values);
        compared.push_back(&figure);
        p_values.push_back(test.p_value);
    }
    const std::vector<double> corrected = holm_correction(p_values);
    for (std::size_t i = 0; i < compared.size(); ++i) compared[i]->p_holm = corrected[i];
}

}  // namespace

Assessment assess(const Collection& collection, const Experiment& experiment,
                  const AssessmentOptions& options) {
    Assessment assessment;
    for (const SystemRun& system : experiment.systems) {
        Evaluation evaluation =
            evaluate(collection.qrels, system.run, options.measures, {.all_judged_topics = true});
        assessment.systems.push_back(assess_alone(system, evaluation, options.seed));
        assessment.topics = std::move(evaluation.topics);
    }
    assessment.reference = find_system(assessment, options.reference);
    for (std::size_t i = 0; i < options.measures.size(); ++i) {
        compare_all(assessment, i, options.seed);
    }
    return assessment;
}

std::size_t find_system(const Assessment& assessment, const std::string& name) {
    std::string known;
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        if (assessment.systems[i].name == name) return i;
        known.append(i == 0 ? "" : ", ").append(assessment.systems[i].name);
    }
    throw Error(ErrorKind::usage, "there is no system \"" + name + "\"", "compared are " + known);
}

}  // namespace sinodex
