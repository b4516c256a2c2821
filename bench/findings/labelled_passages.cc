// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/labelled_passages.h"

#include "bench/findings/labelled_lines.h"
#include "corpus/quantities/calendar.h"

namespace sinodex {
namespace {

using lines::LineReader;

MarkedText marked_text(const LineReader& reader, const std::string& text,
                       const Knowledge& knowledge) {
    MarkedText marked;
    try {
        marked = read_marked_text(text);
    } catch (const MarkupError& error) {
        reader.fail(error.what(), "a mention is marked as [surface|LABEL]");
    }
    for (const Finding& label : marked.labels) {
        const bool names = label.kind != FindingKind::amount && label.kind != FindingKind::date;
        if (names && label.meaning != kUnknown && !knowledge.find(label.meaning))
            reader.fail("no entity has the id " + label.meaning);
    }
    return marked;
}

LabelledPassage passage_of(const LineReader& reader, MarkedLine line, const Knowledge& knowledge) {
    if (!line.published.empty() && !days_of(line.published)) {
        reader.fail("not a date: " + line.published);
    }
    MarkedText title = marked_text(reader, line.title, knowledge);
    MarkedText text = marked_text(reader, line.text, knowledge);
    return {std::move(line.id), std::move(line.kind), std::move(line.published), std::move(title),
            std::move(text)};
}

}  // namespace

std::vector<LabelledPassage> read_labelled_passages(const std::string& path,
                                                    const Knowledge& knowledge) {
    return read_labelled<LabelledPassage>(path, "passage",
                                          [&](const LineReader& reader, MarkedLine line) {
                                              return passage_of(reader, std::move(line), knowledge);
                                          });
}

}  // namespace sinodex
