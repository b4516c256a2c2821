// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/damage_watch.h"

#include <filesystem>
#include <utility>

#include "corpus/schema/durable_files.h"

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

DamageWatch::DamageWatch(std::string generation_path, SoundFiles sound)
    : path_(std::move(generation_path)), sound_(std::move(sound)) {
    if (generation_bytes(path_, sound_) <= kSmall) {
        verify_generation(path_, nullptr, &sound_);
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

SoundFiles DamageWatch::sound() const {
    const std::lock_guard lock(mutex_);
    return sound_;
}

void DamageWatch::read() {
    SoundFiles sound = this->sound();
    try {
        verify_generation(path_, &stop_, &sound);
        const std::lock_guard lock(mutex_);
        sound_ = std::move(sound);
    } catch (const Error& error) {
        if (!is_in_force(path_)) return;
        const std::lock_guard lock(mutex_);
        damage_ = error;
    }
}

}  // namespace sinodex
