// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <iomanip>
#include <sstream>

#include "searcher/rendering/terminal.h"
#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/view_parts.h"
#include "searcher/rendering/view_text.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

constexpr std::size_t kValueIndent = 4;
constexpr std::size_t kDeepIndent = 6;
constexpr std::size_t kCitations = 3;  // of a value, beside the one that is quoted

// 18.228 billion, 1 to 2 billion.
std::string scaled(double low, double high) {
    constexpr std::array<std::pair<double, const char*>, 3> kPowers{
        {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};
    double power = 1;
    const char* word = "";
    for (const auto& [size, called] : kPowers) {
        if (low >= size) {
            power = size;
            word = called;
            break;
        }
    }
    std::ostringstream out;
    out << std::setprecision(12) << low / power;
    if (high != low) out << " to " << high / power;
    return out.str() + word;
}

bool is_currency_name(const std::string& unit) { return unit.size() == 3; }

std::string spaced(std::string text) {
    for (char& c : text) c = c == '_' ? ' ' : c;
    return text;
}

std::string normal_value(const Figure& figure) {
    const std::string number = scaled(figure.low, figure.high);
    if (figure.unit == "percent") return number + "%";
    if (figure.unit == "count") return number;
    if (!is_currency_name(figure.unit)) return number + " " + spaced(figure.unit);
    std::string unit = figure.unit;
    for (char& c : unit) c = static_cast<char>(c & ~0x20);
    return unit + " " + number;
}

std::string sources(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " source" : " sources");
}

std::string summary(const FigureGroup& group) {
    switch (group.agreement) {
        case Agreement::single:
            return "1 source";
        case Agreement::agree:
            return sources(group.sources) + " agree";
        case Agreement::differ:
            return "sources differ";
        case Agreement::several:
            return std::to_string(group.values.size()) + " values, " + sources(group.sources);
    }
    return "";
}

std::string time_of(const Figure& figure) {
    if (figure.date.empty()) return "undated";
    const std::string to = figure.date_to.empty() ? "" : " to " + figure.date_to;
    return figure.date_mentioned ? figure.date + to : "published " + figure.date;
}

std::string citation(const Figure& figure) {
    return "[" + harmless(figure.id) + ", bytes " + std::to_string(figure.begin) + "-" +
           std::to_string(figure.end) + "]";
}

// The one to quote: of those that give the most precise value.
const Figure& best_of(const FigureValue& value) {
    const Figure* best = &value.figures.front();
    for (const Figure& figure : value.figures) {
        const bool as_precise = figure.low == best->low && figure.high == best->high;
        if (as_precise && figure.score > best->score) best = &figure;
    }
    return *best;
}

std::vector<StyledText> marked(const Figure& figure, const Paint& paint) {
    const std::uint32_t begin = figure.begin - figure.sentence_begin;
    const std::uint32_t end = figure.end - figure.sentence_begin;
    return {{harmless(figure.sentence.substr(0, begin)), "", ""},
            {harmless(figure.sentence.substr(begin, end - begin)), std::string(paint.word),
             std::string(paint.mark_end)},
            {harmless(figure.sentence.substr(end)), "", ""}};
}

void render_value(const FigureValue& value, const TextStyle& style, std::ostream& out) {
    const Paint& paint = paint_of(style);
    const std::string_view end = paint.end;
    const Figure& precise = value.figures.front();
    const Figure& best = best_of(value);
    const std::string deep(kDeepIndent, ' ');
    out << std::string(kValueIndent, ' ') << (value.differs ? "<> " : "");
    if (precise.qualifier != "exactly") out << spaced(precise.qualifier) << ' ';
    out << paint.title << normal_value(precise) << end << "  " << time_of(best);
    if (value.sources > 1) out << ", " << sources(value.sources);
    if (best.tie == FigureTie::passage)
        out << " (the sentence does not name it, what stands before does)";
    out << '\n' << wrap(marked(best, paint), kDeepIndent, style.width) << '\n';
    const std::string origin = origin_of(best.article);
    out << deep << paint.dim << (origin.empty() ? "" : origin + " ") << citation(best) << end
        << '\n';
    std::size_t others = 0;
    for (const Figure& figure : value.figures) {
        if (&figure == &best || ++others > kCitations) continue;
        out << deep << paint.dim << "also " << harmless(figure.value) << ", "
            << harmless(joined({figure.article.source, figure.article.date}, ", "))
            << (figure.article.source.empty() && figure.article.date.empty() ? "" : " ")
            << citation(figure) << end << '\n';
    }
    if (others > kCitations) {
        out << deep << paint.dim << "and " << others - kCitations << " more" << end << '\n';
    }
}

void render_group(const FigureGroup& group, std::size_t rank, const TextStyle& style,
                  std::ostream& out) {
    constexpr std::size_t kValues = 5;
    const Paint& paint = paint_of(style);
    const std::string_view end = paint.end;
    out << std::setw(2) << rank << ". " << paint.title
        << (group.entity.empty() ? "unattributed" : harmless(group.entity_name)) << ": "
        << harmless(group.what) << end << " (" << summary(group) << ")\n";
    for (std::size_t i = 0; i < std::min(group.values.size(), kValues); ++i) {
        render_value(group.values[i], style, out);
    }
    if (group.values.size() > kValues) {
        out << std::string(kValueIndent, ' ') << "and " << group.values.size() - kValues
            << " more values\n";
    }
    out << '\n';
}

}  // namespace

void render_text(const Figures& view, const TextStyle& style, std::ostream& out) {
    if (view.groups.empty()) return;
    const MatchSummary& matches = view.matches;
    out << ViewWriter(style, out).strong(harmless(matches.query)) << ": figures of "
        << counted(matches.articles, "article", "articles")
        << (matches.complete ? "\n\n" : ", the best that match\n\n");
    for (std::size_t i = 0; i < view.groups.size(); ++i) {
        render_group(view.groups[i], i + 1, style, out);
    }
}

}  // namespace sinodex
