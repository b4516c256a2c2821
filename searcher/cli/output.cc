// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/output.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "searcher/cli/options.h"
#include "searcher/cli/original.h"

namespace sinodex {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}  // namespace

bool terminal_has_links() {
    for (const char* theirs : {"KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION"}) {
        if (!environment(theirs).empty()) return true;
    }
    constexpr int kFirstVte = 5000;  // 0.50
    if (std::atoi(std::string(environment("VTE_VERSION")).c_str()) >= kFirstVte) return true;
    constexpr std::array<std::string_view, 5> kPrograms{"iTerm.app", "WezTerm", "vscode", "ghostty",
                                                        "Hyper"};
    constexpr std::array<std::string_view, 4> kTerminals{"xterm-kitty", "alacritty", "foot",
                                                         "xterm-ghostty"};
    const auto is_one_of = [](const auto& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return is_one_of(kPrograms, environment("TERM_PROGRAM")) ||
           is_one_of(kTerminals, environment("TERM"));
}

Output output_of(const Arguments& arguments) {
    Output output;
    output.format = values_of(arguments).choice<ResultFormat>("format");
    TextStyle& style = output.style;
    style.color = use_color(arguments.choice("color", kColorNames), STDOUT_FILENO);
    style.width = std::min<std::size_t>(terminal_width(STDOUT_FILENO, 100), 120);
    style.links = style.color && isatty(STDOUT_FILENO) == 1 && terminal_has_links();
    style.cite = arguments.has("cite");
    style.place = [arguments](const SearchHit& hit) {
        const auto place = original_place(hit, file_folders(arguments));
        if (!place || place->line == 0) return std::string();
        return place->path + ":" + std::to_string(place->line);
    };
    if (style.cite && output.format != ResultFormat::text) {
        throw Error(ErrorKind::usage, "--cite is for --format text",
                    "--format bibtex and csl-json are for programs");
    }
    return output;
}

}  // namespace sinodex
