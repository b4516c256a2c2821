// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/interactive.h"

#include <array>
#include <iostream>

#include "corpus/error.h"
#include "searcher/cli/commands.h"
#include "searcher/cli/history_file.h"
#include "searcher/cli/line_editor.h"
#include "searcher/cli/options.h"
#include "searcher/cli/saved_commands.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxListed = 30;  // completions

// They mean something with some views only.
constexpr std::array<std::string_view, 5> kViewSettings{"limit", "unit", "top", "by", "sort"};

bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void report(const Error& error) {
    std::cerr << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
}

class TerminalSession {
 public:
    TerminalSession(const Arguments& arguments, std::span<const OptionSpec> options,
                    const MakeAnswer& make_answer)
        : options_(options, arguments),
          make_answer_(make_answer),
          answer_(make_answer(arguments)),
          searcher_(open_databases(arguments)),
          saved_(saved_path(arguments)),
          editor_("sinodex> ", [this](std::string_view line, std::size_t cursor) {
              if (line.starts_with(':')) return options_.complete(line, cursor);
              SearchRequest request;
              request.tags = saved_.read()->tags;
              return searcher_.complete(line, cursor, kMaxListed, request);
          }) {
        for (const std::string& line : history_.lines()) editor_.remember(line);
    }

    void run() {
        std::cout << searcher_.article_count()
                  << " articles. :help lists the commands, Ctrl-D ends.\n";
        while (!ended_) {
            const std::optional<std::string> line = editor_.read();
            if (!line) break;
            if (is_blank_line(*line)) continue;
            remember(*line);
            try {
                take(*line);
            } catch (const Error& error) {
                report(error);
            }
            if (!std::cout) throw Error(ErrorKind::output, "standard output: cannot be written");
        }
        if (!ended_) std::cout << '\n';
    }

 private:
    void take(const std::string& line) {
        if (line.starts_with(':')) return command(std::string_view(line).substr(1));
        last_query_ = line;
        ask(answer_, line);
    }

    void ask(const AnswerQuery& answer, const std::string& query) {
        searcher_.refresh();
        if (answer(searcher_, {"", query}) == 0) std::cerr << "nothing found\n";
    }

    void ask_saved(const std::string& name) {
        Arguments arguments = options_.arguments();
        arguments.set("saved", name);
        ask(make_answer_(arguments), "");
    }

    void command(std::string_view text) {
        while (text.ends_with(' ')) text.remove_suffix(1);
        if (text == "help") {
            std::cout << options_.help();
        } else if (text == "quit") {
            ended_ = true;
        } else if (const auto work = work_command(text)) {
            if (work->name == "saved") return ask_saved(work->subject());
            run_work_command(*work, {saved_, searcher_, options_.arguments(), last_query_});
        } else {
            change(text);
        }
    }

    // Another view may not go with what was chosen for the one before.
    void change(std::string_view text) {
        SessionOptions changed = options_;
        const std::string state = changed.change(text);
        try {
            answer_ = make_answer_(changed.arguments());
        } catch (const Error&) {
            if (!state.starts_with("view:")) throw;
            changed.reset(kViewSettings);
            answer_ = make_answer_(changed.arguments());
        }
        options_ = std::move(changed);
        std::cout << state << '\n';
    }

    void remember(const std::string& line) {
        editor_.remember(line);
        if (history_.add(line)) return;
        std::cerr << history_path()
                  << ": cannot be written; what you type is forgotten when you leave\n"
                     "  SINODEX_NO_HISTORY=1 does without it\n";
    }

    SessionOptions options_;
    const MakeAnswer& make_answer_;
    AnswerQuery answer_;
    Searcher searcher_;
    SavedFile saved_;
    std::string last_query_;
    HistoryFile history_{history_path()};
    LineEditor editor_;
    bool ended_ = false;
};

// Nothing but blank lines is nothing.
bool next_query(std::string& line) {
    while (std::getline(std::cin, line)) {
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        while (line.ends_with('\r')) line.pop_back();
        if (!is_blank_line(line)) return true;
    }
    if (std::cin.bad()) throw Error(ErrorKind::input, "standard input: cannot be read");
    return false;
}

}  // namespace

ExitStatus answer_terminal(const Arguments& arguments, std::span<const OptionSpec> options,
                           const MakeAnswer& make_answer) {
    TerminalSession session(arguments, options, make_answer);
    session.run();
    return ExitStatus::fine;
}

AnsweredAmount answer_lines(Arguments arguments, const MakeAnswer& make_answer) {
    if (!arguments.has("color")) arguments.set("color", "never");
    const AnswerQuery answer = make_answer(arguments);
    std::string line;
    if (!next_query(line)) {
        throw Error(ErrorKind::usage, "no query was given", "see sinodex-search --help");
    }
    Searcher searcher = open_databases(arguments);
    std::uint64_t found = 0;
    std::size_t number = 0;
    do {
        found += answer(searcher, {std::to_string(++number), line});
        if (!std::cout.flush()) {
            throw Error(ErrorKind::output, "standard output: cannot be written");
        }
        searcher.refresh();
    } while (next_query(line));
    return answered(found, searcher);
}

}  // namespace sinodex
