// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/completions.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "corpus/program/help.h"

namespace sinodex {
namespace {

// Help uses these words where the name of a file is wanted.
bool names_files(std::string_view placeholder) {
    constexpr std::array<std::string_view, 4> kFiles{"DB", "FILE", "PATH", "DIR"};
    return std::any_of(kFiles.begin(), kFiles.end(), [&](std::string_view files) {
        return placeholder.find(files) != std::string_view::npos;
    });
}

std::string joined(std::span<const std::string_view> words) {
    std::string all;
    for (const std::string_view word : words) all.append(all.empty() ? "" : " ").append(word);
    return all;
}

// The first sentence of an option's help, or the part of it before a colon or semicolon.
std::string_view short_help(const OptionSpec& option) {
    const std::string_view help = option.help;
    std::size_t end = help.find_first_of(":;(");
    end = std::min({end, help.find(". "), help.size()});
    std::string_view first = help.substr(0, end);
    while (first.ends_with(' ') || first.ends_with('.')) first.remove_suffix(1);
    return first;
}

// `text` with a backslash before each of `special`, and single quotes as they stand in ones.
std::string escaped(std::string_view text, std::string_view special, std::string_view quote) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out.append(quote);
            continue;
        }
        if (special.find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

std::string function_name(const ProgramSpec& program) {
    std::string name = "_" + std::string(program.name);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string bash_pattern(const OptionSpec& option) {
    std::string pattern = "--" + std::string(option.name);
    if (option.letter != 0) pattern.append("|-").push_back(option.letter);
    return pattern;
}

// Names of files are left to the shell's own way, which knows of spaces.
std::string bash(const ProgramSpec& program) {
    std::ostringstream out;
    std::string names;
    out << "# bash completion of " << program.name << "\n"
        << function_name(program) << "() {\n"
        << "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
        << "    COMPREPLY=()\n    case $before in\n";
    for_each_option(program, [&](const OptionSpec& option) {
        names.append(names.empty() ? "--" : " --").append(option.name);
        if (option.argument.empty()) return;
        out << "        " << bash_pattern(option) << ") ";
        if (!option.values.empty()) {
            out << "COMPREPLY=($(compgen -W \"" << joined(option.values)
                << "\" -- \"$current\")); return ;;\n";
        } else {
            out << (names_files(option.argument) ? "return ;;\n"
                                                 : "compopt +o default; return ;;\n");
        }
    });
    out << "    esac\n    if [[ $current == -* ]]; then\n        COMPREPLY=($(compgen -W \""
        << names << "\" -- \"$current\"))\n";
    if (!names_files(program.operands)) out << "    else\n        compopt +o default\n";
    out << "    fi\n}\ncomplete -o default -F " << function_name(program) << ' ' << program.name
        << '\n';
    return out.str();
}

std::string zsh(const ProgramSpec& program) {
    std::ostringstream out;
    out << "#compdef " << program.name << "\n_arguments -s -S";
    for_each_option(program, [&](const OptionSpec& option) {
        const std::string equal = option.argument.empty() ? "" : "=";
        const std::string name = "--" + std::string(option.name);
        out << " \\\n    ";
        if (option.letter != 0) {
            const std::string letter = std::string("-") + option.letter;
            out << "'(" << letter << ' ' << name << ")'{" << letter << (equal.empty() ? "" : "+")
                << ',' << name << equal << "}'";
        } else {
            out << "'" << name << equal;
        }
        out << "[" << escaped(short_help(option), "[]:\\", "'\\''") << "]";
        if (!option.argument.empty()) {
            out << ":" << option.argument << ":";
            if (!option.values.empty()) {
                out << "(" << joined(option.values) << ")";
            } else {
                out << (names_files(option.argument) ? "_files" : " ");
            }
        }
        out << "'";
    });
    out << " \\\n    '*:" << escaped(program.operands, "[]:\\", "'\\''") << ":"
        << (names_files(program.operands) ? "_files" : " ") << "'\n";
    return out.str();
}

std::string fish(const ProgramSpec& program) {
    std::ostringstream out;
    const std::string begin = "complete -c " + std::string(program.name);
    out << "# fish completion of " << program.name << '\n';
    if (!names_files(program.operands)) out << begin << " -f\n";
    for_each_option(program, [&](const OptionSpec& option) {
        out << begin << " -l " << option.name;
        if (option.letter != 0) out << " -s " << option.letter;
        if (!option.values.empty()) {
            out << " -x -a '" << joined(option.values) << "'";
        } else if (!option.argument.empty()) {
            out << (names_files(option.argument) ? " -r -F" : " -x");
        }
        out << " -d '" << escaped(short_help(option), "\\", "\\'") << "'\n";
    });
    return out.str();
}

}  // namespace

std::string completions_for(const ProgramSpec& program, std::string_view shell) {
    if (shell == "bash") return bash(program);
    if (shell == "zsh") return zsh(program);
    if (shell == "fish") return fish(program);
    throw Error(ErrorKind::usage,
                "--completions: " + std::string(shell) + " is not one of bash, zsh, fish");
}

}  // namespace sinodex
