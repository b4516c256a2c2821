// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/measure_figures.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/quality/scratch_folder.h"
#include "indexer/indexer.h"
#include "searcher/query/quoting.h"
#include "searcher/searcher.h"

namespace sinodex {
namespace {

void index_texts(const std::vector<LabelledFigures>& texts,
                 const std::vector<std::string>& entity_files, const std::string& database) {
    std::stringstream articles;
    for (const LabelledFigures& text : texts) {
        articles << nlohmann::json{{"id", text.id},
                                   {"title", text.title},
                                   {"text", text.text},
                                   {"date", text.published}}
                 << '\n';
    }
    IndexOptions options;
    options.database = database;
    options.paths = {"-"};
    options.standard_input = &articles;
    options.entity_files = entity_files;
    index_documents(options);
}

// All figures of an article, those that nobody has among them.
std::vector<Figure> figures_of(const Searcher& searcher, const std::string& id) {
    SearchRequest request;
    request.query = "id:" + quoted_value(id);
    request.collapse = false;
    std::vector<Figure> figures;
    for (const FigureGroup& group : searcher.figures(request, SIZE_MAX).groups) {
        for (const FigureValue& value : group.values) {
            figures.insert(figures.end(), value.figures.begin(), value.figures.end());
        }
    }
    std::sort(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) {
        return std::tie(a.begin, a.entity) < std::tie(b.begin, b.entity);
    });
    return figures;
}

bool has_owner(const FigureLabelled& label, const Figure& figure) {
    return std::find(label.owners.begin(), label.owners.end(), figure.entity) != label.owners.end();
}

bool is_right(const FigureLabelled& label, const Figure& figure) {
    const bool what = label.whats.empty() || std::find(label.whats.begin(), label.whats.end(),
                                                       figure.what) != label.whats.end();
    return what && has_owner(label, figure);
}

std::string shown(const FigureLabelled* label) {
    if (label == nullptr) return "not labelled";
    if (label->owners.empty()) return "nobody's";
    std::string owners;
    for (const std::string& owner : label->owners) owners += (owners.empty() ? "" : "+") + owner;
    return owners + ": " + (label->whats.empty() ? "*" : label->whats.front());
}

// One text against its labels.
class Comparison {
 public:
    Comparison(const LabelledFigures& text, const std::vector<Figure>& figures,
               FigureReport& report)
        : text_(text), report_(report) {
        counts_.texts = 1;
        for (const FigureLabelled& label : text.labels) {
            ++(label.owners.empty() ? counts_.nobodys : counts_.owned);
        }
        for (const Figure& figure : figures) count(figure);
        for (const FigureLabelled& label : text.labels) check(label, figures);
    }

    const FigureCounts& counts() const { return counts_; }

 private:
    const FigureLabelled* label_at(const Figure& figure) const {
        const auto at = std::find_if(
            text_.labels.begin(), text_.labels.end(), [&](const FigureLabelled& label) {
                return label.range.begin < figure.end && figure.begin < label.range.end;
            });
        return at == text_.labels.end() ? nullptr : &*at;
    }

    void count(const Figure& figure) {
        if (figure.entity.empty()) return;
        ++counts_.attributed;
        const FigureLabelled* label = label_at(figure);
        if (label != nullptr && has_owner(*label, figure)) ++counts_.right_owner;
        if (label != nullptr && is_right(*label, figure)) {
            ++counts_.right;
            return;
        }
        report_.mistakes.push_back({text_.id, figure.sentence, figure.value, shown(label),
                                    figure.entity + ": " + figure.what});
    }

    void check(const FigureLabelled& label, const std::vector<Figure>& figures) {
        if (label.owners.empty()) return;
        bool given = false;
        for (const Figure& figure : figures) {
            const bool here = label.range.begin < figure.end && figure.begin < label.range.end;
            if (here && is_right(label, figure)) {
                ++counts_.found;
                return;
            }
            given = given || (here && !figure.entity.empty());
        }
        if (given) return;  // told of already
        report_.mistakes.push_back({text_.id, text_.text,
                                    text_.text.substr(label.range.begin, label.range.size()),
                                    shown(&label), "unattributed"});
    }

    const LabelledFigures& text_;
    FigureReport& report_;
    FigureCounts counts_;
};

void add(FigureCounts& sum, const FigureCounts& more) {
    sum.texts += more.texts;
    sum.owned += more.owned;
    sum.nobodys += more.nobodys;
    sum.attributed += more.attributed;
    sum.right += more.right;
    sum.right_owner += more.right_owner;
    sum.found += more.found;
}

double part_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double FigureCounts::precision() const { return part_of(right, attributed); }
double FigureCounts::recall() const { return part_of(found, owned); }

FigureReport measure_figures(const std::vector<LabelledFigures>& texts,
                             const std::vector<std::string>& entity_files) {
    const ScratchFolder scratch;
    index_texts(texts, entity_files, scratch / "figures.db");
    const Searcher searcher(scratch / "figures.db");
    FigureReport report;
    std::map<std::string, FigureCounts> kinds;
    FigureCounts all;
    for (const LabelledFigures& text : texts) {
        const Comparison comparison(text, figures_of(searcher, text.id), report);
        add(all, comparison.counts());
        add(kinds[text.kind], comparison.counts());
    }
    all.name = "all";
    report.groups.push_back(all);
    for (auto& [kind, counts] : kinds) {
        if (kind.empty()) continue;
        counts.name = kind;
        report.groups.push_back(counts);
    }
    return report;
}

}  // namespace sinodex
