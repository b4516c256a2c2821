// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/help.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>

namespace sinodex {
namespace {

constexpr std::array<OptionSpec, 4> kCommon{{
    {"help", 'h', "", "", "Print this help."},
    {"version", 0, "", "", "Print the version."},
    {"man", 0, "", "", "Print the manual page, for man -l."},
    {"completions", 0, "SHELL", "",
     "Print what bash, zsh or fish completes this program's words with."},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kStatuses{{
    {"0", "fine"},
    {"1", ""},  // the program says what it means
    {"2", "an option, query or topic file that cannot be used"},
    {"3", "a database that is missing, of another version, or damaged"},
    {"4", "a database that another process is writing to"},
    {"5", "an input that cannot be read, or an output that cannot be written"},
}};

// `text` in lines of at most `width` columns, each but the first indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::istringstream words{std::string(text)};
    std::string out;
    std::string word;
    std::size_t column = indent;
    while (words >> word) {
        if (column > indent && column + 1 + word.size() > width) {
            out.append("\n").append(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out.push_back(' ');
            ++column;
        }
        out.append(word);
        column += word.size();
    }
    return out;
}

std::string signature(const OptionSpec& option) {
    std::string out = option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
    out.append("--").append(option.name);
    if (!option.argument.empty()) out.append(" ").append(option.argument);
    return out;
}

std::string explanation(const OptionSpec& option) {
    std::string out(option.help);
    if (!option.default_value.empty())
        out.append(" (default: ").append(option.default_value).append(")");
    return out;
}

template <class Visit>
void for_each_status(const ProgramSpec& program, Visit visit) {
    for (const auto& [status, meaning] : kStatuses) {
        visit(status, meaning.empty() ? program.negative_result : meaning);
    }
}

// Text for roff: hyphens that may be typed, no line taken for a request.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '-') {
            out.append("\\-");
        } else if (c == '\\') {
            out.append("\\e");
        } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
            out.append("\\&").push_back(c);
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace

std::span<const OptionSpec> common_options() { return kCommon; }

std::string version_text() { return SINODEX_VERSION; }

std::string help_text(const ProgramSpec& program, std::size_t width) {
    // The explanation of a name stands beside it, or in a narrow terminal below it.
    const std::size_t column = width < 72 ? 8 : 28;
    std::ostringstream out;
    const auto explained = [&](const std::string& left, std::string_view help) {
        const bool beside = left.size() + 2 <= column;
        out << left << (beside ? "" : "\n") << std::string(column - (beside ? left.size() : 0), ' ')
            << wrapped(help, column, width) << '\n';
    };
    out << wrapped(std::string(program.name) + ": " + std::string(program.summary), 4, width)
        << "\n\nUsage: " << program.name << " [options] " << program.operands << "\n\n"
        << wrapped(program.description, 0, width) << "\n\n";
    if (!program.commands.empty()) out << "Commands:\n";
    for (const CommandSpec& command : program.commands) {
        explained("  " + std::string(command.name), command.summary);
    }
    out << (program.commands.empty() ? "Options:\n" : "\nOptions:\n");
    for_each_option(program, [&](const OptionSpec& option) {
        explained("  " + signature(option), explanation(option));
    });
    out << "\nExamples:\n";
    for (const std::string_view example : program.examples) out << "  " << example << '\n';
    out << "\nExit status:\n";
    for_each_status(program, [&](std::string_view status, std::string_view meaning) {
        out << "  " << status << "  " << wrapped(meaning, 5, width) << '\n';
    });
    return out.str();
}

std::string man_page(const ProgramSpec& program) {
    std::ostringstream out;
    std::string upper(program.name);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    out << ".TH " << roff(upper) << " 1 \"\" \"Sinodex " << version_text() << "\"\n.SH NAME\n"
        << roff(program.name) << " \\- " << roff(program.summary) << "\n.SH SYNOPSIS\n.B "
        << roff(program.name) << "\n[options] " << roff(program.operands) << "\n.SH DESCRIPTION\n"
        << roff(program.description) << '\n';
    if (!program.commands.empty()) out << ".SH COMMANDS\n";
    for (const CommandSpec& command : program.commands) {
        out << ".TP\n.B " << roff(command.name) << '\n' << roff(command.summary) << '\n';
    }
    out << ".SH OPTIONS\n";
    for_each_option(program, [&](const OptionSpec& option) {
        std::string left = signature(option);
        left.erase(0, left.find_first_not_of(' '));
        out << ".TP\n.B " << roff(left) << '\n' << roff(explanation(option)) << '\n';
    });
    out << ".SH EXAMPLES\n.nf\n";
    for (const std::string_view example : program.examples) out << roff(example) << '\n';
    out << ".fi\n.SH EXIT STATUS\n";
    for_each_status(program, [&](std::string_view status, std::string_view meaning) {
        out << ".TP\n.B " << status << '\n' << roff(meaning) << '\n';
    });
    return out.str();
}

}  // namespace sinodex
