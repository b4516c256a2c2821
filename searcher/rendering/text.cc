#include "searcher/rendering/text.h"

#include <iomanip>
#include <string_view>

#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

// The passage in pieces, marked or not, for wrapping.
std::vector<StyledText> pieces(const SearchHit& hit, const Paint& paint) {
    std::vector<StyledText> result;
    std::uint32_t at = hit.begin;
    const auto text = [&](std::uint32_t begin, std::uint32_t end) {
        return hit.text.substr(begin - hit.begin, end - begin);
    };
    for (const SearchHighlight& mark : hit.highlights) {
        if (mark.begin > at) result.push_back({text(at, mark.begin), "", ""});
        result.push_back(
            {text(mark.begin, mark.end), std::string(paint.match), std::string(paint.end)});
        at = mark.end;
    }
    result.push_back({text(at, hit.end), "", ""});
    return result;
}

void render_hit(const SearchHit& hit, const TextStyle& style, std::ostream& out) {
    constexpr std::size_t kIndent = 4;
    const Paint& paint = style.color ? kColors : kPlain;
    const std::string_view dim_end = style.color ? paint.end : "";
    const ArticleInfo& article = hit.article;
    out << std::setw(2) << hit.rank << ". " << paint.title
        << harmless(article.title.empty() ? article.id : article.title) << dim_end << '\n';
    const std::string origin = origin_of(article);
    if (!origin.empty()) out << std::string(kIndent, ' ') << paint.dim << origin << dim_end << '\n';
    if (!hit.text.empty()) out << wrap(pieces(hit, paint), kIndent, style.width) << '\n';
    out << std::string(kIndent, ' ') << paint.dim << "[" << harmless(article.id) << "#"
        << hit.passage << ", bytes " << hit.begin << "-" << hit.end << "]"
        << (article.url.empty() ? "" : " " + harmless(article.url)) << dim_end << '\n';
    if (!hit.versions.empty()) {
        out << std::string(kIndent, ' ') << paint.dim << "and " << hit.versions.size()
            << (hit.versions.size() == 1 ? " more version: " : " more versions: ")
            << harmless(joined_list(hit.versions)) << dim_end << '\n';
    }
    if (!hit.parts.empty()) {
        out << std::string(kIndent, ' ') << "score " << hit.score << " of";
        for (const ScorePart& part : hit.parts) out << "  " << part.name << ' ' << part.value;
        out << '\n';
    }
    out << '\n';
}

}  // namespace

void render_text(const SearchResult& result, const TextStyle& style, std::ostream& out) {
    for (const SearchHit& hit : result.hits) render_hit(hit, style, out);
}

void render_warnings(const SearchResult& result, std::ostream& out) {
    for (const SearchWarning& warning : result.warnings) {
        const std::string part = result.query.substr(warning.begin, warning.end - warning.begin);
        out << "note: ";
        if (!part.empty()) out << part << ": ";
        out << warning.message << '\n';
    }
}

void render_stages(const SearchResult& result, std::ostream& out) {
    constexpr std::size_t kIndent = 12;
    for (const ExplainStage& stage : result.stages) {
        std::string lines = wrap({{stage.text, "", ""}}, kIndent, 100);
        out << lines.replace(0, stage.name.size(), stage.name) << '\n';
    }
    if (!result.stages.empty()) out << '\n';
}

}  // namespace sinodex
