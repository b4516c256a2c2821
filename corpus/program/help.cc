#include "corpus/program/help.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>

namespace sinodex {
namespace {

constexpr std::array<OptionSpec, 3> kCommon{{
    {"help", 'h', "", "", "Print this help."},
    {"version", 0, "", "", "Print the version."},
    {"man", 0, "", "", "Print the manual page, for man -l."},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kStatuses{{
    {"0", "fine"},
    {"1", ""},  // the program says what it means
    {"2", "an option, query or topic file that cannot be used"},
    {"3", "a database that is missing, of another version, or damaged"},
    {"4", "a database that another process is writing to"},
    {"5", "an input that cannot be read, or an output that cannot be written"},
}};

constexpr std::size_t kWidth = 88;

// `text` in lines, each but the first indented.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::istringstream words{std::string(text)};
    std::string out;
    std::string word;
    std::size_t column = indent;
    while (words >> word) {
        if (column > indent && column + 1 + word.size() > kWidth) {
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

template <class Visit>
void for_each_option(const ProgramSpec& program, Visit visit) {
    std::for_each(program.options.begin(), program.options.end(), visit);
    std::for_each(kCommon.begin(), kCommon.end(), visit);
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

std::string version_text() { return SINODEX_VERSION; }

std::string help_text(const ProgramSpec& program) {
    constexpr std::size_t kColumn = 28;
    std::ostringstream out;
    out << program.name << ": " << program.summary << "\n\nUsage: " << program.name << " [options] "
        << program.operands << "\n\n"
        << wrapped(program.description, 0) << "\n\n";
    if (!program.commands.empty()) out << "Commands:\n";
    for (const CommandSpec& command : program.commands) {
        out << "  " << std::left << std::setw(kColumn - 2) << command.name << command.summary
            << '\n';
    }
    out << (program.commands.empty() ? "Options:\n" : "\nOptions:\n");
    for_each_option(program, [&](const OptionSpec& option) {
        const std::string left = "  " + signature(option);
        out << left;
        if (left.size() + 2 > kColumn) {
            out << '\n' << std::string(kColumn, ' ');
        } else {
            out << std::string(kColumn - left.size(), ' ');
        }
        out << wrapped(explanation(option), kColumn) << '\n';
    });
    out << "\nExamples:\n";
    for (const std::string_view example : program.examples) out << "  " << example << '\n';
    out << "\nExit status:\n";
    for_each_status(program, [&](std::string_view status, std::string_view meaning) {
        out << "  " << status << "  " << meaning << '\n';
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
