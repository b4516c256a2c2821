// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sinodex::testing {

// Files of other formats, made for tests.

std::string gzipped(const std::string& text);

// A ZIP package of files by name; with a password, encrypted.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& files,
                   const char* password = nullptr);

// A line of a page of a PDF file, points from its bottom left corner.
struct PdfWords {
    double x;
    double y;
    double size;
    std::string text;  // ASCII
};
// A PDF file with a page for each list. `info` are entries of its information dictionary.
std::string pdf_of(const std::vector<std::vector<PdfWords>>& pages, const std::string& info);

// A PDF file that draws one page with `content`, given as it stands in the file, with the entries
// `dictionary`.
std::string pdf_drawn_by(const std::string& content, const std::string& dictionary,
                         const std::string& info = "");

}  // namespace sinodex::testing
