// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>
#include <iomanip>

#include "searcher/rendering/terminal.h"
#include "searcher/rendering/view_parts.h"
#include "searcher/rendering/view_text.h"

namespace sinodex {
namespace {

// 12%, 1.3%: small shares are what the comparison is about.
std::string percent(double share) {
    const double value = share * 100;
    if (value > 0 && value < 0.1) return "<0.1%";
    const bool small = value < 9.95 && value != std::floor(value);
    const long tenths = std::lround(value * 10);
    if (!small) return std::to_string(std::lround(value)) + "%";
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

void render_entity(const RelatedEntity& entity, std::size_t rank, bool compare,
                   ViewWriter& writer) {
    std::ostream& out = writer.plain();
    out << std::setw(2) << rank << ". " << writer.strong(harmless(entity.name)) << "  "
        << writer.dim(entity.filter) << '\n'
        << "    " << counted(entity.articles, "article", "articles") << ", "
        << percent(entity.share);
    if (compare) {
        const bool none = entity.share_elsewhere <= 0;
        out << "; elsewhere " << (none ? "none" : percent(entity.share_elsewhere));
    }
    if (!entity.example.empty()) out << "  " << writer.dim("[" + harmless(entity.example) + "]");
    out << "\n\n";
}

}  // namespace

void render_text(const RelatedEntities& view, const TextStyle& style, std::ostream& out) {
    if (view.matches.articles == 0) return;
    ViewWriter writer(style, out);
    writer.heading(view.matches, view.others > 0 ? "; what they mention more often than others"
                                                 : "; what they mention most often");
    std::size_t rank = 0;
    for (const RelatedEntity& entity : view.entities) {
        render_entity(entity, ++rank, view.others > 0, writer);
    }
    if (view.entities.empty()) out << "None.\n\n";
}

}  // namespace sinodex
