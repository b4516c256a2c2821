// SPDX-License-Identifier: GPL-2.0-or-later

// Stands between a program and its allocator (LD_PRELOAD), for the proofs of tests/reliability/run:
// with SINODEX_FAULTS_MEMORY=N [on], the N-th allocation gets no memory, and with "on" none of the
// later ones. With N = 0 it says at the end, on standard error, how many there were.

#include <dlfcn.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

class Allocations {
 public:
    bool fails() {
        if (!started_) return false;
        const long number = ++count_;
        return at_ > 0 && (on_ ? number >= at_ : number == at_);
    }

    void start() {
        const char* text = std::getenv("SINODEX_FAULTS_MEMORY");
        if (text == nullptr) return;
        char* rest = nullptr;
        at_ = std::strtol(text, &rest, 10);
        on_ = *rest != '\0';
        started_ = true;
    }

    void end() {
        if (!started_ || at_ > 0) return;
        started_ = false;
        std::fprintf(stderr, "%ld allocations\n", count_.load());
    }

 private:
    std::atomic<long> count_{0};
    std::atomic<bool> started_{false};
    long at_ = 0;
    bool on_ = false;
};

Allocations allocations;

__attribute__((constructor)) void start() { allocations.start(); }
__attribute__((destructor)) void end() { allocations.end(); }

}  // namespace

extern "C" {

void* malloc(size_t size) noexcept {
    static auto* const call = next<void*(size_t)>("malloc");
    return allocations.fails() ? nullptr : call(size);
}

void* calloc(size_t count, size_t size) noexcept {
    static auto* const call = next<void*(size_t, size_t)>("calloc");
    return allocations.fails() ? nullptr : call(count, size);
}

void* realloc(void* memory, size_t size) noexcept {
    static auto* const call = next<void*(void*, size_t)>("realloc");
    return allocations.fails() ? nullptr : call(memory, size);
}

}  // extern "C"

void* operator new(std::size_t size) {
    static auto* const call = next<void*(std::size_t)>("_Znwm");
    if (allocations.fails()) throw std::bad_alloc();
    return call(size);
}

void* operator new[](std::size_t size) {
    static auto* const call = next<void*(std::size_t)>("_Znam");
    if (allocations.fails()) throw std::bad_alloc();
    return call(size);
}
