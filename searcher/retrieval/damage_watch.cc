#include "searcher/retrieval/damage_watch.h"

#include <filesystem>
#include <utility>

#include "corpus/schema/durable_files.h"
#include "corpus/schema/generation.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// A writer may have put another generation in force meanwhile, and removed this one.
bool is_in_force(const fs::path& generation) {
    try {
        return current_generation(generation.parent_path().string()) == generation.filename();
    } catch (const Error&) {
        return true;
    }
}

}  // namespace

DamageWatch::DamageWatch(std::string generation_path) : path_(std::move(generation_path)) {
    if (generation_bytes(path_) <= kSmall) {
        verify_generation(path_);
    } else {
        thread_ = std::thread([this] { read(); });
    }
}

DamageWatch::~DamageWatch() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
}

void DamageWatch::check() const {
    const std::lock_guard lock(mutex_);
    if (damage_) throw Error(*damage_);
}

void DamageWatch::read() {
    try {
        verify_generation(path_, &stop_);
    } catch (const Error& error) {
        if (!is_in_force(path_)) return;
        const std::lock_guard lock(mutex_);
        damage_ = error;
    }
}

}  // namespace sinodex
