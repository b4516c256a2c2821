// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/measure_findings.h"

#include <algorithm>

#include "corpus/analysis/article_analyzer.h"
#include "corpus/text/language.h"

namespace sinodex {
namespace {

constexpr std::size_t kContext = 40;  // bytes on either side of an error

// Holds what an analyser found, as labels have it.
class FoundTexts {
 public:
    FoundTexts(const AnalysedArticle& analysed, const Knowledge& knowledge)
        : knowledge_(knowledge) {
        add(analysed.mentions.title, title);
        add(analysed.mentions.text, text);
        add(analysed.title_amounts, title);
        add(analysed.amounts, text);
        add(analysed.title_dates, title);
        add(analysed.dates, text);
        for (std::vector<Finding>* findings : {&title, &text}) {
            std::stable_sort(
                findings->begin(), findings->end(),
                [](const Finding& a, const Finding& b) { return a.range.begin < b.range.begin; });
        }
    }

    std::vector<Finding> title;
    std::vector<Finding> text;

 private:
    template <typename Found>
    void add(const std::vector<Found>& found, std::vector<Finding>& findings) const {
        for (const Found& one : found) findings.push_back(finding(one));
    }

    Finding finding(const Mention& mention) const {
        FindingKind kind = is_named(mention.kind) ? FindingKind::entity : FindingKind::role;
        if (mention.kind == MentionKind::told) kind = FindingKind::told;
        return {mention.range, kind, knowledge_.entity(mention.entity).id};
    }

    static Finding finding(const Amount& amount) {
        std::string meaning = std::string(unit_name(amount.unit)) + " " + amount.low.text();
        if (amount.high != amount.low) meaning += ".." + amount.high.text();
        return {amount.range, FindingKind::amount, meaning};
    }

    static Finding finding(const DateMention& date) {
        if (!date.days) return {date.range, FindingKind::date, std::string(kUnknown)};
        std::string meaning = day_text(date.days->from);
        if (date.days->to != date.days->from) meaning += ".." + day_text(date.days->to);
        return {date.range, FindingKind::date, meaning};
    }

    const Knowledge& knowledge_;
};

bool is_inside_character(std::string_view text, std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80;
}

FindingError error_of(const LabelledPassage& passage, std::string_view text, Finding finding,
                      bool missed) {
    std::size_t begin = finding.range.begin - std::min<std::size_t>(finding.range.begin, kContext);
    std::size_t end = std::min<std::size_t>(text.size(), finding.range.end + kContext);
    while (is_inside_character(text, begin)) ++begin;
    while (is_inside_character(text, end)) ++end;
    const auto part = [text](std::size_t from, std::size_t to) {
        std::string line(text.substr(from, to - from));
        std::replace(line.begin(), line.end(), '\n', ' ');
        return line;
    };
    const ByteRange range = finding.range;
    return {passage.id,
            missed,
            std::move(finding),
            part(begin, range.begin),
            part(range.begin, range.end),
            part(range.end, end)};
}

class Measure {
 public:
    explicit Measure(const Knowledge& knowledge)
        : knowledge_(knowledge), finder_(knowledge), analyzer_(&finder_) {}

    void add(const LabelledPassage& passage) {
        Article article;
        article.id = passage.id;
        article.title = passage.title.text;
        article.text = passage.text.text;
        article.date = passage.published;
        const FoundTexts found(analyzer_.analyze(article), knowledge_);
        counts_ = {};
        compare(passage, passage.title, found.title);
        compare(passage, passage.text, found.text);
        add_to(all_, "all");
        const std::string language(detect_language(article.text));
        if (!language.empty()) add_to(languages_, language);
        if (!passage.kind.empty()) add_to(kinds_, passage.kind);
    }

    FindingsReport finish() {
        for (const auto* groups : {&all_, &languages_, &kinds_}) {
            report_.groups.insert(report_.groups.end(), groups->begin(), groups->end());
        }
        leave_unjudged();
        return std::move(report_);
    }

 private:
    // Passages without a label of what is told say nothing of such findings.
    void leave_unjudged() {
        constexpr auto kTold = static_cast<std::size_t>(FindingKind::told);
        const auto has_labels = [](const FindingsGroup& group) {
            return group.counts.at(kTold).labels() > 0;
        };
        if (std::any_of(all_.begin(), all_.end(), has_labels)) return;
        std::erase_if(report_.errors, [](const FindingError& error) {
            return error.finding.kind == FindingKind::told;
        });
    }

    void compare(const LabelledPassage& passage, const MarkedText& labelled,
                 const std::vector<Finding>& found) {
        const FindingsComparison comparison = compare_findings(labelled.labels, found);
        for (const Finding& label : comparison.right) ++counts_of(label).right;
        for (const Finding& label : comparison.missed) {
            ++counts_of(label).missed;
            report_.errors.push_back(error_of(passage, labelled.text, label, true));
        }
        for (const Finding& finding : comparison.falsely) {
            ++counts_of(finding).falsely;
            report_.errors.push_back(error_of(passage, labelled.text, finding, false));
        }
    }

    FindingCounts& counts_of(const Finding& finding) {
        return counts_.at(static_cast<std::size_t>(finding.kind));
    }

    void add_to(std::vector<FindingsGroup>& groups, const std::string& name) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const FindingsGroup& one) { return one.name == name; });
        if (group == groups.end()) group = groups.insert(group, {name, 0, {}});
        ++group->passages;
        for (std::size_t i = 0; i < kFindingKinds; ++i) group->counts.at(i) += counts_.at(i);
    }

    const Knowledge& knowledge_;
    EntityFinder finder_;
    ArticleAnalyzer analyzer_;
    std::array<FindingCounts, kFindingKinds> counts_;  // of the passage at hand
    std::vector<FindingsGroup> all_;
    std::vector<FindingsGroup> languages_;
    std::vector<FindingsGroup> kinds_;
    FindingsReport report_;
};

}  // namespace

FindingsReport measure_findings(const std::vector<LabelledPassage>& passages,
                                const Knowledge& knowledge) {
    Measure measure(knowledge);
    for (const LabelledPassage& passage : passages) measure.add(passage);
    return measure.finish();
}

}  // namespace sinodex
