// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <string>
#include <string_view>

#include "corpus/readers/formats.h"
#include "corpus/readers/office_text.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/zip_package.h"

namespace sinodex {
namespace {

constexpr std::array<OfficeElement, 12> kWordElements = {{
    {"p", OfficeMark::paragraph},
    {"t", OfficeMark::text},
    {"tc", OfficeMark::cell},
    {"tr", OfficeMark::row},
    {"tbl", OfficeMark::table},
    {"tab", OfficeMark::space},
    {"br", OfficeMark::line_break},
    {"cr", OfficeMark::line_break},
    {"pStyle", OfficeMark::style},
    {"Fallback", OfficeMark::skip},  // says again what stands before it
    {"del", OfficeMark::skip},
    {"moveFrom", OfficeMark::skip},
}};
constexpr OfficeDialect kWord = {kWordElements, "val", false};

constexpr std::array<OfficeElement, 15> kOpenDocumentElements = {{
    {"p", OfficeMark::paragraph},
    {"h", OfficeMark::paragraph},
    {"table-cell", OfficeMark::cell},
    {"table-row", OfficeMark::row},
    {"table", OfficeMark::table},
    {"s", OfficeMark::space},
    {"tab", OfficeMark::space},
    {"line-break", OfficeMark::line_break},
    {"annotation", OfficeMark::skip},
    {"tracked-changes", OfficeMark::skip},
    {"note", OfficeMark::skip},
    {"table-of-content", OfficeMark::skip},
    {"automatic-styles", OfficeMark::skip},
    {"desc", OfficeMark::skip},
    {"forms", OfficeMark::skip},
}};
constexpr OfficeDialect kOpenDocument = {kOpenDocumentElements, "style-name", true};

// Reads the file of `package` that has the text, and the one with the properties.
void read_office(Article& article, const std::string& package, std::string_view text,
                 std::string_view properties, const OfficeDialect& dialect) {
    const PackageFiles files = unpack(package, [&](std::string_view name) {
        return name == properties || (name.starts_with(text) && name.ends_with(".xml"));
    });
    const auto body = files.lower_bound(text);
    if (body == files.end() || !body->first.starts_with(text)) {
        throw UnreadableDocument(SkipReason::malformed,
                                 "there is no " + std::string(text) + ".xml in it");
    }
    read_office_text(body->second, dialect, article);
    const auto stated = files.find(properties);
    if (stated != files.end()) read_office_properties(stated->second, article);
    place_title(article);
    article.encoding = "UTF-8";
}

}  // namespace

void read_word(Article& article, std::string package) {
    read_office(article, package, "word/document", "docProps/core.xml", kWord);
}

void read_open_document(Article& article, std::string package) {
    read_office(article, package, "content", "meta.xml", kOpenDocument);
}

}  // namespace sinodex
