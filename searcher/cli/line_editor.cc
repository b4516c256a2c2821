// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/line_editor.h"

#include <histedit.h>
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cwchar>
#include <iostream>

#include "corpus/error.h"
#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

constexpr int kRemembered = 1000;  // lines

// libedit reads and measures characters by the locale.
void use_utf8() {
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

volatile std::sig_atomic_t interrupted = 0;

// Ctrl-C ends the reading of a line, and nothing else: the signal waits until somebody reads.
void hold_interrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = 1; };
    sigaction(SIGINT, &action, nullptr);
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigprocmask(SIG_BLOCK, &held, nullptr);
}

// Waits for a byte, or a signal: then -1.
int await_input() {
    sigset_t none;
    sigprocmask(SIG_SETMASK, nullptr, &none);
    sigdelset(&none, SIGINT);
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ppoll(&input, 1, nullptr, &none);
}

// libedit's own way to read a character misses a Ctrl-C that comes just before the read. 1, or 0 at
// the end, or -1.
int read_character(EditLine* editor, wchar_t* character) {
    std::mbstate_t state{};
    for (;;) {
        if (await_input() < 0) {
            if (interrupted != 0 || errno != EINTR) return -1;
            el_resize(editor);
            el_set(editor, EL_REFRESH);
            continue;
        }
        char byte = 0;
        const ssize_t count = read(STDIN_FILENO, &byte, 1);
        if (count <= 0) return static_cast<int>(count);
        const std::size_t size = std::mbrtowc(character, &byte, 1, &state);
        if (size <= 1) return 1;
        if (size == static_cast<std::size_t>(-1)) state = {};  // no UTF-8: passed over
    }
}

// Returns what all completions begin with, in whole characters.
std::string common_beginning(const std::vector<Completion>& completions) {
    std::string_view common = completions.front().text;
    for (const Completion& one : completions) {
        const auto end =
            std::mismatch(common.begin(), common.end(), one.text.begin(), one.text.end());
        common = common.substr(0, static_cast<std::size_t>(end.first - common.begin()));
    }
    const std::string& text = completions.front().text;
    std::size_t size = common.size();
    while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

void list(const std::vector<Completion>& completions) {
    std::cout << '\n';
    for (const Completion& one : completions) {
        std::cout << "  " << valid_utf8(one.text);
        if (!one.name.empty() && one.name != one.text) std::cout << "  " << valid_utf8(one.name);
        if (one.articles > 0) std::cout << "  (" << one.articles << ')';
        std::cout << '\n';
    }
    std::cout.flush();
}

}  // namespace

struct LineEditor::State {
    State(std::string text, Complete how) : prompt(std::move(text)), complete(std::move(how)) {
        use_utf8();
        hold_interrupts();
        editor = el_init("sinodex-search", stdin, stdout, stderr);
        history = ::history_init();
        if (editor == nullptr || history == nullptr) {
            close();
            throw Error(ErrorKind::input, "the terminal cannot be used for editing",
                        "give the query on the command line");
        }
        HistEvent event;
        ::history(history, &event, H_SETSIZE, kRemembered);
        ::history(history, &event, H_SETUNIQUE, 1);
        el_set(editor, EL_CLIENTDATA, this);
        el_set(editor, EL_PROMPT, &State::prompt_of);
        el_set(editor, EL_HIST, ::history, history);
        el_set(editor, EL_GETCFN, &read_character);
        el_set(editor, EL_EDITOR, "emacs");
        el_set(editor, EL_ADDFN, "complete", "Complete what is typed", &State::on_tab);
        bind("^I", "complete");
        bind("^R", "em-inc-search-prev");
        el_source(editor, nullptr);
    }
    ~State() { close(); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void close() {
        if (editor != nullptr) el_end(editor);
        if (history != nullptr) ::history_end(history);
    }

    void bind(const char* key, const char* function) {
        el_set(editor, EL_BIND, key, function, nullptr);
    }

    static State& of(EditLine* editor) {
        void* state = nullptr;
        el_get(editor, EL_CLIENTDATA, &state);
        return *static_cast<State*>(state);
    }

    static char* prompt_of(EditLine* editor) { return of(editor).prompt.data(); }

    static unsigned char on_tab(EditLine* editor, int) {
        try {
            return of(editor).tab();
        } catch (...) {  // must not go through libedit
            return CC_REFRESH_BEEP;
        }
    }

    unsigned char tab() {
        const LineInfo* info = el_line(editor);
        const std::string line(info->buffer, info->lastchar);
        const auto cursor = static_cast<std::size_t>(info->cursor - info->buffer);
        const std::vector<Completion> completions = complete(line, cursor);
        if (completions.empty()) return CC_REFRESH_BEEP;
        const std::size_t begin = completions.front().begin;
        const std::string typed = line.substr(begin, cursor - begin);
        std::string next = common_beginning(completions);
        if (completions.size() == 1 && completions.front().whole) next += ' ';
        const bool longer = count_code_points(next) > count_code_points(typed);
        if (!longer && completions.size() > 1) {
            list(completions);
            return CC_REDISPLAY;
        }
        el_deletestr(editor, static_cast<int>(count_code_points(typed)));
        el_insertstr(editor, next.c_str());
        return CC_REFRESH;
    }

    std::string prompt;
    Complete complete;
    EditLine* editor = nullptr;
    History* history = nullptr;
};

LineEditor::LineEditor(std::string prompt, Complete complete)
    : state_(std::make_unique<State>(std::move(prompt), std::move(complete))) {}
LineEditor::~LineEditor() = default;

void LineEditor::remember(const std::string& line) {
    HistEvent event;
    ::history(state_->history, &event, H_ENTER, line.c_str());
}

std::optional<std::string> LineEditor::read() {
    std::cout.flush();
    interrupted = 0;
    el_resize(state_->editor);
    el_set(state_->editor, EL_PREP_TERM, 1);  // before the prompt invites keys
    int count = 0;
    const char* text = el_gets(state_->editor, &count);
    std::fflush(stdout);
    if (interrupted != 0) {
        std::cout << "^C\n";
        return "";
    }
    if (text == nullptr || count <= 0) return std::nullopt;
    std::string line(text, static_cast<std::size_t>(count));
    while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
    return line;
}

}  // namespace sinodex
