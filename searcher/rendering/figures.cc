#include "searcher/rendering/figures.h"

#include <array>
#include <iomanip>
#include <sstream>

#include "searcher/rendering/json.h"
#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kDeepIndent = 6;
constexpr std::size_t kCitations = 3;  // of a value, beside the one that is quoted

std::string_view name(Agreement agreement) {
    switch (agreement) {
        case Agreement::single:
            return "single";
        case Agreement::agree:
            return "agree";
        case Agreement::differ:
            return "differ";
        case Agreement::several:
            return "several";
    }
    return "";
}

std::string_view name(FigureTie tie) {
    switch (tie) {
        case FigureTie::before:
            return "before";
        case FigureTie::after:
            return "after";
        case FigureTie::passage:
            return "passage";
    }
    return "";
}

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
            {harmless(figure.sentence.substr(begin, end - begin)), std::string(paint.match),
             std::string(paint.end)},
            {harmless(figure.sentence.substr(end)), "", ""}};
}

void render_value(const FigureValue& value, const TextStyle& style, std::ostream& out) {
    const Paint& paint = style.color ? kColors : kPlain;
    const std::string_view end = style.color ? paint.end : "";
    const Figure& precise = value.figures.front();
    const Figure& best = best_of(value);
    const std::string deep(kDeepIndent, ' ');
    out << std::string(kIndent, ' ') << (value.differs ? "<> " : "");
    if (precise.qualifier != "exactly") out << spaced(precise.qualifier) << ' ';
    out << paint.title << normal_value(precise) << end << "  " << time_of(best);
    if (value.sources > 1) out << ", " << sources(value.sources);
    if (best.tie == FigureTie::passage)
        out << " (the passage is about it, the sentence does not say)";
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
    const Paint& paint = style.color ? kColors : kPlain;
    const std::string_view end = style.color ? paint.end : "";
    out << std::setw(2) << rank << ". " << paint.title << harmless(group.entity_name) << ": "
        << harmless(group.what) << end << " (" << summary(group) << ")\n";
    for (std::size_t i = 0; i < std::min(group.values.size(), kValues); ++i) {
        render_value(group.values[i], style, out);
    }
    if (group.values.size() > kValues) {
        out << std::string(kIndent, ' ') << "and " << group.values.size() - kValues
            << " more values\n";
    }
    out << '\n';
}

Json figure_json(const Figure& figure) {
    Json object{{"value", figure.value},         {"low", figure.low},
                {"high", figure.high},           {"unit", figure.unit},
                {"qualifier", figure.qualifier}, {"tie", name(figure.tie)}};
    put_if_known(object, "date", figure.date);
    put_if_known(object, "date_to", figure.date_to);
    if (!figure.date.empty()) {
        object["date_origin"] = figure.date_mentioned ? "mentioned" : "published";
    }
    object["id"] = figure.id;
    object["start"] = figure.begin;
    object["end"] = figure.end;
    object["sentence"] = figure.sentence;
    object["sentence_start"] = figure.sentence_begin;
    object["article"] = article_json(figure.article);
    object["score"] = figure.score;
    return object;
}

Json group_json(const FigureGroup& group) {
    Json object{
        {"entity", group.entity}, {"entity_name", group.entity_name},   {"what", group.what},
        {"unit", group.unit},     {"agreement", name(group.agreement)}, {"sources", group.sources},
        {"score", group.score}};
    object["values"] = Json::array();
    for (const FigureValue& value : group.values) {
        Json figures = Json::array();
        for (const Figure& figure : value.figures) figures.push_back(figure_json(figure));
        object["values"].push_back({{"sources", value.sources},
                                    {"differs", value.differs},
                                    {"figures", std::move(figures)}});
    }
    return object;
}

Json figures_json(const Figures& figures, const std::string& qid) {
    Json object{{"version", kJsonVersion}};
    put_if_known(object, "qid", qid);
    object["query"] = figures.query;
    object["interpretation"] = figures.interpretation;
    object["view"] = "figures";
    object["articles"] = figures.articles;
    object["found"] = figures.found;
    object["took_ms"] = figures.took_ms;
    object["warnings"] = Json::array();
    for (const SearchWarning& warning : figures.warnings) {
        object["warnings"].push_back(
            {{"start", warning.begin}, {"end", warning.end}, {"message", warning.message}});
    }
    object["groups"] = Json::array();
    for (const FigureGroup& group : figures.groups) object["groups"].push_back(group_json(group));
    return object;
}

}  // namespace

void render_text(const Figures& figures, const TextStyle& style, std::ostream& out) {
    for (std::size_t i = 0; i < figures.groups.size(); ++i) {
        render_group(figures.groups[i], i + 1, style, out);
    }
}

void render_json(const Figures& figures, const std::string& qid, std::ostream& out) {
    out << dump(figures_json(figures, qid), 2) << '\n';
}

void render_jsonl(const Figures& figures, const std::string& qid, std::ostream& out) {
    out << dump(figures_json(figures, qid), -1) << '\n';
}

}  // namespace sinodex
