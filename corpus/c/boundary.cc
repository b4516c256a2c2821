// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/c/boundary.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

#include "corpus/error.h"

struct sinodex_error {
    sinodex_status status = SINODEX_INTERNAL;
    std::string message, hint;
};

namespace sinodex {
namespace {

sinodex_status status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return SINODEX_USAGE;
        case ErrorKind::query:
            return SINODEX_QUERY;
        case ErrorKind::database:
            return SINODEX_DATABASE;
        case ErrorKind::locked:
            return SINODEX_LOCKED;
        case ErrorKind::input:
            return SINODEX_INPUT;
        case ErrorKind::output:
            return SINODEX_OUTPUT;
        case ErrorKind::interrupted:
            return SINODEX_INTERRUPTED;
    }
    return SINODEX_INTERNAL;
}

// There may be no memory even for an error; then this one stands for it.
sinodex_error& out_of_memory() {
    static sinodex_error error{SINODEX_MEMORY, "there is too little memory", ""};
    return error;
}

sinodex_error* current_error() {
    try {
        throw;
    } catch (const Error& error) {
        return new sinodex_error{status_of(error.kind()), error.what(), error.hint()};
    } catch (const std::bad_alloc&) {
        return &out_of_memory();
    } catch (const std::exception& error) {
        return new sinodex_error{SINODEX_INTERNAL, error.what(), ""};
    } catch (...) {
        return new sinodex_error{SINODEX_INTERNAL, "an error of an unknown kind", ""};
    }
}

}  // namespace

char* copied(const std::string& text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy == nullptr) throw std::bad_alloc();
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

void put_current_exception(sinodex_error** error) noexcept {
    if (error == nullptr) return;
    try {
        *error = current_error();
    } catch (...) {
        *error = &out_of_memory();
    }
}

void require(const void* argument, const char* name) {
    if (argument == nullptr) throw Error(ErrorKind::usage, std::string(name) + " is NULL");
}

}  // namespace sinodex

extern "C" {

uint32_t sinodex_abi(void) { return SINODEX_ABI; }

const char* sinodex_version(void) { return SINODEX_VERSION; }

sinodex_status sinodex_error_status(const sinodex_error* error) {
    return error == nullptr ? SINODEX_OK : error->status;
}

const char* sinodex_error_message(const sinodex_error* error) {
    return error == nullptr ? "" : error->message.c_str();
}

const char* sinodex_error_hint(const sinodex_error* error) {
    return error == nullptr ? "" : error->hint.c_str();
}

void sinodex_error_free(sinodex_error* error) {
    if (error != &sinodex::out_of_memory()) delete error;
}

void sinodex_free(char* text) { std::free(text); }

}  // extern "C"
