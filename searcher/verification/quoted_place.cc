// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verification/quoted_place.h"

#include <algorithm>

#include "corpus/text/utf8.h"
#include "searcher/hits/hits.h"

namespace sinodex {
namespace {

constexpr std::size_t kNothing = AlignedUnit::kNone;

class PlaceMaker {
 public:
    PlaceMaker(const FoundQuotation& found, QuotedPlace& place)
        : found_(found),
          text_(found.in_title ? found.record.title : found.record.text),
          place_(place) {
        for (const AlignedUnit& unit : found_.alignment.units) {
            if (unit.source == kNothing) continue;
            first_ = std::min(first_, unit.source);
            last_ = unit.source;
        }
        quoted_end_ = found_.quotation.units().back().range.end;
        take_final_mark();
    }

    void locate() {
        const ByteRange range{source(first_).range.begin, source_end_};
        place_.text = slice(text_, range);
        const Record& record = found_.record;
        const std::uint32_t begin = found_.in_title ? 0 : record.text_begin;
        place_.begin = begin + range.begin;
        place_.end = begin + range.end;
        place_.in_title = found_.in_title;
        place_.begin_code_point = (found_.in_title ? 0 : record.code_points_before) +
                                  count_code_points(text_.substr(0, range.begin));
        place_.hit.article = article_info(record);
        place_.hit.score = place_.likeness;
        find_passage();
    }

    // Anything but the normal form is not equal.
    void find_differences() {
        const std::uint32_t begin = found_.quotation.units().front().range.begin;
        const bool whole = final_matches_ || found_.quotation.final_mark() == nullptr;
        if (place_.text == quoted({begin, quoted_end_}) && whole) return;
        std::uint32_t quoted_at = begin;
        std::uint32_t source_at = source(first_).range.begin;
        for (std::size_t i = 0; i < found_.alignment.units.size(); ++i) {
            const AlignedUnit& unit = found_.alignment.units[i];
            if (unit.quoted == kNothing) continue;
            if (unit.source == kNothing) {
                note_gap(i);
            } else {
                const ByteRange there = source(unit.source).range;
                const ByteRange here = found_.quotation.units()[unit.quoted].range;
                const bool after_gap = i > 0 && (found_.alignment.units[i - 1].quoted == kNothing ||
                                                 found_.alignment.units[i - 1].source == kNothing);
                if (!after_gap &&
                    slice(text_, {source_at, there.begin}) != quoted({quoted_at, here.begin})) {
                    note("white space");
                }
                note_unit(unit, slice(text_, there), quoted(here));
                source_at = there.end;
                quoted_at = here.end;
            }
        }
        if (!whole) note("final punctuation");
    }

    void make_diff() {
        bool omitted = false;
        for (const AlignedUnit& unit : found_.alignment.units) {
            using Kind = DiffPart::Kind;
            if (unit.quoted == kNothing) {
                add(omitted ? Kind::omitted : Kind::dropped, source_text(unit.source));
                continue;
            }
            omitted = found_.quotation.units()[unit.quoted].gap;
            if (omitted) continue;
            if (unit.same) {
                add(Kind::same, source_text(unit.source));
            } else {
                if (unit.source != kNothing) add(Kind::dropped, source_text(unit.source));
                add(Kind::added, quoted_text(unit.quoted));
            }
        }
        flush();
        if (final_matches_) place_.diff.back().text += slice(text_, source(last_ + 1).range);
    }

 private:
    const SourceUnit& source(std::size_t unit) const { return found_.source[unit]; }
    std::string_view quoted(ByteRange range) const { return slice(found_.quotation.text(), range); }

    // The comma or stop that ends the quotation, where the text has the same.
    void take_final_mark() {
        source_end_ = source(last_).range.end;
        const QuoteUnit* mark = found_.quotation.final_mark();
        const AlignedUnit& end = found_.alignment.units.back();
        if (mark == nullptr || last_ + 1 >= found_.source.size() || !end.same) return;
        const ByteRange next = source(last_ + 1).range;
        final_matches_ = slice(text_, next) == quoted(mark->range);
        if (!final_matches_) return;
        source_end_ = next.end;
        quoted_end_ = mark->range.end;
    }

    void find_passage() {
        const Record& record = found_.record;
        SearchHit& hit = place_.hit;
        hit.id = record.id;
        if (found_.in_title) return;
        for (std::uint32_t i = 0; i < record.passages.size(); ++i) {
            const ByteRange passage = record.passages[i];
            if (place_.begin < passage.begin || place_.begin >= passage.end) continue;
            hit.id = passage_id(record, i);
            hit.passage = record.first_passage + i;
            quote(record, i, hit);
            mark({place_.begin, std::min(place_.end, passage.end)});
            return;
        }
    }

    void mark(ByteRange range) {
        const Record& record = found_.record;
        SpanMaker spans(record.text, record.text_begin, record.code_points_before);
        SearchHighlight highlight;
        static_cast<TextSpan&>(highlight) =
            spans.span({range.begin - record.text_begin, range.end - record.text_begin});
        highlight.why = MatchRule::quotation;
        place_.hit.highlights = {std::move(highlight)};
    }

    void note(const char* difference) {
        auto& all = place_.differences;
        if (std::find(all.begin(), all.end(), difference) == all.end())
            all.emplace_back(difference);
    }

    // Words omitted, or only another ellipsis.
    void note_gap(std::size_t gap) {
        std::size_t omitted = 0;
        bool ellipsis = false;
        for (std::size_t i = gap + 1; i < found_.alignment.units.size(); ++i) {
            const AlignedUnit& unit = found_.alignment.units[i];
            if (unit.quoted != kNothing) break;
            ellipsis = ellipsis || source(unit.source).kind == UnitKind::ellipsis;
            if (is_word(source(unit.source).kind)) ++omitted;
        }
        note(omitted > 0 || !ellipsis ? "omission" : "ellipsis");
    }

    void note_unit(const AlignedUnit& unit, std::string_view there, std::string_view here) {
        if (there == here) return;
        const Quotation::Unit& quoted_unit = found_.quotation.units()[unit.quoted];
        const SourceUnit& source_unit = source(unit.source);
        if (source_unit.normal != quoted_unit.normal) {
            note("case at the start");
        } else if (quoted_unit.kind == UnitKind::quote) {
            note("quotation marks");
        } else if (quoted_unit.kind == UnitKind::dash) {
            note("dashes");
        } else if (here.find_first_of('\'') != there.find_first_of('\'')) {
            note("quotation marks");  // an apostrophe
        } else {
            note("width");
        }
    }

    // A unit with a space, if there is white space before it.
    std::string source_text(std::size_t unit) const {
        const bool spaced = unit > first_ && source(unit - 1).range.end < source(unit).range.begin;
        return (spaced ? " " : "") + std::string(slice(text_, source(unit).range));
    }
    std::string quoted_text(std::size_t unit) const {
        const auto& units = found_.quotation.units();
        const bool spaced = unit > 0 && units[unit - 1].range.end < units[unit].range.begin;
        return (spaced ? " " : "") + std::string(quoted(units[unit].range));
    }

    // In a row of changes, what was dropped comes before what was added.
    void add(DiffPart::Kind kind, const std::string& text) {
        if (kind == DiffPart::Kind::added) {
            added_ += text;
        } else if (kind == DiffPart::Kind::dropped) {
            append(kind, text);
        } else {
            flush();
            append(kind, text);
        }
    }
    void flush() {
        if (!added_.empty()) append(DiffPart::Kind::added, added_);
        added_.clear();
    }
    void append(DiffPart::Kind kind, const std::string& text) {
        auto& diff = place_.diff;
        if (diff.empty() || diff.back().kind != kind) {
            diff.push_back({kind, text});
        } else {
            diff.back().text += text;
        }
    }

    const FoundQuotation& found_;
    std::string_view text_;
    QuotedPlace& place_;
    std::size_t first_ = kNothing;  // units of the source
    std::size_t last_ = 0;
    std::uint32_t source_end_ = 0;
    std::uint32_t quoted_end_ = 0;
    bool final_matches_ = false;
    std::string added_;
};

}  // namespace

QuotedPlace quoted_place(const FoundQuotation& found, Verdict verdict) {
    QuotedPlace place;
    place.verdict = verdict;
    place.likeness = found.alignment.likeness;
    PlaceMaker maker(found, place);
    maker.locate();
    if (verdict == Verdict::exactly) {
        maker.find_differences();
    } else {
        maker.make_diff();
    }
    return place;
}

}  // namespace sinodex
