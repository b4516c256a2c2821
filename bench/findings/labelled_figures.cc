// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/labelled_figures.h"

#include <algorithm>

#include "bench/findings/labelled_lines.h"
#include "bench/findings/marked_text.h"

namespace sinodex {
namespace {

using lines::LineReader;

std::vector<std::string> parts_of(std::string_view list, char mark, std::string_view none) {
    std::vector<std::string> parts;
    while (!list.empty() && list != none) {
        const std::size_t end = std::min(list.find(mark), list.size());
        parts.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

FigureLabelled label_of(const LineReader& reader, const Mark& mark, const Knowledge& knowledge) {
    const auto parts = lines::fields(mark.label);
    if (parts.size() != 3 || parts[0] != "F") {
        reader.fail("not a label: " + mark.label, "an amount is marked as [surface|F OWNER WHAT]");
    }
    FigureLabelled label{mark.range, parts_of(parts[1], '+', "-"), parts_of(parts[2], '/', "*")};
    for (const std::string& owner : label.owners) {
        if (!knowledge.find(owner)) reader.fail("no entity has the id " + owner);
    }
    for (std::string& what : label.whats) std::replace(what.begin(), what.end(), '_', ' ');
    return label;
}

MarkedSurface text_of(const LineReader& reader, const std::string& text) {
    try {
        return read_marks(text);
    } catch (const MarkupError& error) {
        reader.fail(error.what(), "an amount is marked as [surface|F OWNER WHAT]");
    }
}

LabelledFigures figures_of(const LineReader& reader, MarkedLine line, const Knowledge& knowledge) {
    MarkedSurface marked = text_of(reader, line.text);
    LabelledFigures figures{std::move(line.id),        std::move(line.kind),
                            std::move(line.published), std::move(line.title),
                            std::move(marked.text),    {}};
    for (const Mark& mark : marked.marks) {
        figures.labels.push_back(label_of(reader, mark, knowledge));
    }
    return figures;
}

}  // namespace

std::vector<LabelledFigures> read_labelled_figures(const std::string& path,
                                                   const Knowledge& knowledge) {
    return read_labelled<LabelledFigures>(path, "text",
                                          [&](const LineReader& reader, MarkedLine line) {
                                              return figures_of(reader, std::move(line), knowledge);
                                          });
}

}  // namespace sinodex
