// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/verification.h"

#include <cmath>
#include <iomanip>

#include "corpus/text/utf8.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/terminal.h"
#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

constexpr std::size_t kQuoteIndent = 4;
constexpr std::string_view kRed = "\033[31m";
constexpr std::string_view kGreen = "\033[32m";

std::string_view name(Verdict verdict) {
    switch (verdict) {
        case Verdict::exactly:
            return "exactly";
        case Verdict::nearly:
            return "nearly";
        case Verdict::absent:
            return "not";
    }
    return "";
}

std::string_view name(DiffPart::Kind kind) {
    switch (kind) {
        case DiffPart::Kind::same:
            return "same";
        case DiffPart::Kind::dropped:
            return "dropped";
        case DiffPart::Kind::added:
            return "added";
        case DiffPart::Kind::omitted:
            return "omitted";
    }
    return "";
}

std::string listed(const std::vector<std::string>& parts) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out.append(i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ").append(parts[i]);
    }
    return out;
}

// Whole percents that say 100 of nothing that was changed.
int percent_alike(double likeness) {
    return std::min(99, static_cast<int>(std::floor(likeness * 100)));
}

StyledText piece(const std::string& text, std::string before, std::string after) {
    return {harmless(text), std::move(before), std::move(after)};
}

// The passage around the quotation, which is marked.
std::vector<StyledText> marked(const QuotedPlace& place, const Paint& paint) {
    const SearchHit& hit = place.hit;
    const auto match = [&](const std::string& text) {
        return piece(text, std::string(paint.word), std::string(paint.mark_end));
    };
    if (hit.highlights.empty()) return {match(place.text)};
    const std::uint32_t begin = place.begin - hit.begin;
    return {
        piece(hit.text.substr(0, begin), "", ""), match(place.text),
        piece(hit.text.substr(std::min<std::size_t>(begin + place.text.size(), hit.text.size())),
              "", "")};
}

// A diff with the white space between its parts outside of the marks.
std::vector<StyledText> marked(const std::vector<DiffPart>& diff, const TextStyle& style) {
    std::vector<StyledText> pieces;
    for (const DiffPart& part : diff) {
        std::string before;
        std::string after;
        if (part.kind == DiffPart::Kind::dropped) {
            before = style.color ? std::string(kRed) + "[-" : "[-";
            after = style.color ? "-]" + std::string(paint_of(style).end) : "-]";
        } else if (part.kind == DiffPart::Kind::added) {
            before = style.color ? std::string(kGreen) + "{+" : "{+";
            after = style.color ? "+}" + std::string(paint_of(style).end) : "+}";
        }
        const bool omitted = part.kind == DiffPart::Kind::omitted;
        if (part.text.starts_with(' ')) pieces.push_back({" ", "", ""});
        pieces.push_back(piece(omitted ? "[...]" : part.text, before, after));
    }
    return pieces;
}

void render_place(const QuotedPlace& place, const TextStyle& style, std::ostream& out) {
    const Paint& paint = paint_of(style);
    const std::string_view end = paint.end;
    const SearchHit& hit = place.hit;
    const std::string indent(kQuoteIndent, ' ');
    out << std::setw(2) << hit.rank << ". " << paint.title
        << harmless(hit.article.title.empty() ? hit.article.id : hit.article.title) << end << '\n';
    const std::string origin = origin_of(hit.article);
    if (!origin.empty()) out << indent << paint.dim << origin << end << '\n';
    const bool exactly = place.verdict == Verdict::exactly;
    out << wrap(exactly ? marked(place, paint) : marked(place.diff, style), kQuoteIndent,
                style.width)
        << '\n';
    if (!exactly) {
        out << indent << "nearly, " << percent_alike(place.likeness) << "% alike\n";
    } else {
        out << indent << "exactly"
            << (place.differences.empty() ? "" : ", but for " + listed(place.differences)) << '\n';
    }
    out << indent << paint.dim << "[" << harmless(hit.id) << (place.in_title ? ", title" : "")
        << ", bytes " << place.begin << "-" << place.end << "]"
        << (hit.article.url.empty() ? "" : " " + harmless(hit.article.url)) << end << '\n';
    if (!hit.versions.empty()) {
        out << indent << paint.dim << "a story with " << versions_text(hit) << end << '\n';
    }
    out << '\n';
}

Json place_json(const QuotedPlace& place) {
    Json object{{"verdict", name(place.verdict)}, {"likeness", place.likeness}};
    if (place.verdict == Verdict::exactly) {
        object["differences"] = place.differences;
    } else {
        object["diff"] = Json::array();
        for (const DiffPart& part : place.diff) {
            object["diff"].push_back({{"kind", name(part.kind)}, {"text", part.text}});
        }
    }
    object["text"] = place.text;
    object["start"] = place.begin;
    object["end"] = place.end;
    object["start_codepoint"] = place.begin_code_point;
    object["end_codepoint"] = place.begin_code_point + count_code_points(place.text);
    object["in_title"] = place.in_title;
    object["id"] = place.hit.id;
    object["article"] = article_json(place.hit.article);
    if (!place.hit.text.empty()) {
        object["passage"] = {
            {"text", place.hit.text}, {"start", place.hit.begin}, {"end", place.hit.end}};
    }
    put_versions(object, place.hit);
    return object;
}

Json verification_json(const Verification& verification) {
    Json object{{"version", kJsonVersion},
                {"quotation", verification.quotation},
                {"verdict", name(verification.verdict)},
                {"found", verification.found},
                {"articles", verification.articles},
                {"took_ms", verification.took_ms}};
    object["places"] = Json::array();
    for (const QuotedPlace& place : verification.places) {
        object["places"].push_back(place_json(place));
    }
    put_missing_shards(object, verification.missing_shards);
    return object;
}

}  // namespace

void render_text(const Verification& verification, const TextStyle& style, std::ostream& out) {
    if (verification.verdict == Verdict::absent) {
        out << "not found, neither exactly nor nearly\n";
        return;
    }
    out << name(verification.verdict) << ", in " << verification.found
        << (verification.found == 1 ? " place" : " places, the best first") << "\n\n";
    for (const QuotedPlace& place : verification.places) render_place(place, style, out);
}

void render_json(const Verification& verification, JsonLayout layout, std::ostream& out) {
    print(verification_json(verification), layout, out);
}

}  // namespace sinodex
