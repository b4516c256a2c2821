// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>

#include "corpus/c/sinodex.h"

namespace sinodex {

// A copy that sinodex_free() takes.
char* copied(const std::string& text);

// Makes an error of the exception that is being handled, where one is asked for.
void put_current_exception(sinodex_error** error) noexcept;

// Returns what `call` returns, or a null value with the error of what it throws: no exception
// leaves a function of C.
template <typename Call>
auto guarded(sinodex_error** error, Call&& call) noexcept -> decltype(call()) {
    try {
        return std::forward<Call>(call)();
    } catch (...) {
        put_current_exception(error);
        return {};
    }
}

// Throws Error (usage) that names the argument when a caller passed null for it.
void require(const void* argument, const char* name);

}  // namespace sinodex
