// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/commands.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>

namespace sinodex {
namespace {

// These are of the whole session.
constexpr std::array<std::string_view, 13> kFixed{"db",    "queries", "no-pager", "show", "open",
                                                  "files", "tag",     "untag",    "note", "notes",
                                                  "save",  "saved",   "forget"};

struct OtherCommand {
    std::string_view name, argument, help;
};

constexpr std::array<OtherCommand, 9> kOthers{{
    {"tag", "TAG ID...", "Tag articles and passages; tag:TAG finds them."},
    {"untag", "TAG ID...", "Take the tag off them."},
    {"note", "ID [TEXT]", "Write a note on one, or without TEXT take it away."},
    {"notes", "", "Print all tags, notes and saved searches."},
    {"save", "NAME [QUERY]", "Save the query, or the last one, with the options as they are."},
    {"saved", "NAME", "Ask the search of that name."},
    {"forget", "NAME", "Take the saved search away."},
    {"help", "", "Print this."},
    {"quit", "", "End the session, as Ctrl-D does."},
}};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return "";
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

SessionOptions::SessionOptions(std::span<const OptionSpec> options, Arguments arguments)
    : arguments_(std::move(arguments)) {
    for (const OptionSpec& option : options) {
        if (std::find(kFixed.begin(), kFixed.end(), option.name) == kFixed.end()) {
            options_.push_back(option);
        }
    }
}

const OptionSpec& SessionOptions::option(std::string_view name) const {
    for (const OptionSpec& option : options_) {
        const bool by_letter = name.size() == 1 && option.letter == name.front();
        if (option.name == name || by_letter) return option;
    }
    std::string known;
    for (const OptionSpec& option : options_) known.append(" :").append(option.name);
    throw Error(ErrorKind::usage, "there is no command :" + std::string(name),
                "there are :help :quit" + known);
}

std::string SessionOptions::change(std::string_view command) {
    const std::size_t space = std::min(command.find_first_of(" \t"), command.size());
    const OptionSpec& changed = option(command.substr(0, space));
    const std::string name(changed.name);
    const std::string value(trimmed(command.substr(space)));
    if (changed.argument.empty()) {
        if (!value.empty()) {
            throw Error(ErrorKind::usage, ":" + name + " takes no value", "again, it is off");
        }
        if (arguments_.has(name)) {
            arguments_.unset(name);
        } else {
            arguments_.set(name, "");
        }
        return name + (arguments_.has(name) ? ": on" : ": off");
    }
    if (value.empty()) {
        arguments_.unset(name);
    } else {
        arguments_.set(name, value);
    }
    if (arguments_.has(name)) return name + ": " + value;
    const std::string usual(changed.default_value);
    return name + ": " + (usual.empty() ? "not set" : usual);
}

void SessionOptions::reset(std::span<const std::string_view> names) {
    for (const std::string_view name : names) arguments_.unset(std::string(name));
}

std::string SessionOptions::help() const {
    std::ostringstream out;
    out << "A line is a query, or a command that begins with a colon:\n";
    const auto line = [&](const std::string& left, std::string_view help) {
        out << "  " << std::left << std::setw(18) << left << ' ' << help << '\n';
    };
    for (const OptionSpec& option : options_) {
        std::string left = ":" + std::string(option.name);
        if (!option.argument.empty()) left.append(" ").append(option.argument);
        line(left, option.help);
    }
    for (const OtherCommand& other : kOthers) {
        std::string left = ":" + std::string(other.name);
        if (!other.argument.empty()) left.append(" ").append(other.argument);
        line(left, other.help);
    }
    out << "Options hold until they are changed; without its value an option is the default again, "
           "and\na switch that is on goes off. Letters do as well: :n 20. Tab completes.\n";
    return out.str();
}

std::vector<Completion> SessionOptions::complete(std::string_view line, std::size_t cursor) const {
    const std::string_view typed = line.substr(0, cursor);
    std::vector<Completion> found;
    const auto offer = [&](std::string_view name, bool whole) {
        const std::string text = ":" + std::string(name);
        if (text.starts_with(typed)) {
            found.push_back({text, "", 0, 0, static_cast<std::uint32_t>(cursor), whole});
        }
    };
    for (const OptionSpec& option : options_) offer(option.name, !option.argument.empty());
    for (const OtherCommand& other : kOthers) offer(other.name, !other.argument.empty());
    return found;
}

}  // namespace sinodex
