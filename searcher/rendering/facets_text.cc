// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/rendering/terminal.h"
#include "searcher/rendering/view_parts.h"
#include "searcher/rendering/view_text.h"

namespace sinodex {
namespace {

constexpr std::size_t kBarWidth = 12;
constexpr std::size_t kCount = 7;
constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastName = 12;
constexpr std::size_t kMostName = 44;

template <typename Text>
std::size_t longest(const Facet& facet, Text text) {
    std::size_t columns = 0;
    for (const FacetValue& value : facet.values) {
        columns = std::max(columns, columns_of(harmless(text(value))));
    }
    return columns;
}

// The columns that names get: the same in all facets, less where filters need the room.
std::size_t name_width(const Facet& facet, std::size_t wanted, std::size_t width) {
    const auto filter = longest(facet, [](const FacetValue& value) { return value.filter; });
    const std::size_t taken = kGap + kBarWidth + kCount + kGap + kGap + filter;
    return std::clamp(width > taken ? width - taken : 0, kLeastName, wanted);
}

void render_facet(const Facet& facet, std::uint64_t most, std::size_t name, ViewWriter& writer) {
    std::ostream& out = writer.plain();
    out << writer.strong(facet.name);
    if (facet.distinct > facet.values.size()) {
        out << writer.dim(", " + grouped(facet.values.size()) + " of " + grouped(facet.distinct));
    }
    if (facet.without > 0) {
        out << writer.dim(", " + counted(facet.without, "article", "articles") + " without");
    }
    out << '\n';
    for (const FacetValue& value : facet.values) {
        const std::string count = grouped(value.articles);
        out << std::string(kGap, ' ')
            << writer.colored(fitted(bar(value.articles, most, kBarWidth), kBarWidth))
            << std::string(kCount - std::min(kCount, count.size()), ' ') << count
            << std::string(kGap, ' ') << fitted(harmless(value.name), name)
            << std::string(kGap, ' ') << writer.dim(harmless(value.filter)) << '\n';
    }
    out << '\n';
}

}  // namespace

void render_text(const Facets& view, const TextStyle& style, std::ostream& out) {
    if (view.matches.articles == 0) return;
    ViewWriter writer(style, out);
    writer.heading(view.matches, "");
    std::size_t name = kLeastName;
    for (const Facet& facet : view.facets) {
        name = std::max(name, longest(facet, [](const FacetValue& value) { return value.name; }));
    }
    name = std::min(name, kMostName);
    for (const Facet& facet : view.facets) {
        render_facet(facet, view.matches.articles, name_width(facet, name, style.width), writer);
    }
}

}  // namespace sinodex
