// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace sinodex {

// Files that are there after a power cut. All throw Error (output), naming the path and what the
// system says; `hint` says what to do.

// Writes a file, new or over an old one.
void write_durably(const std::filesystem::path& path, const std::string& text,
                   const std::string& hint);

// Replaces a file in one instant: whoever reads it finds the old text or the new one. Where only
// the last step fails, which makes the rename durable, the error's hint says so instead of `hint`.
void replace_durably(const std::filesystem::path& path, const std::string& text,
                     const std::string& hint);

// Makes durable what was written to a file, or which entries a folder has.
void sync_file(const std::filesystem::path& path, const std::string& hint);
void sync_folder(const std::filesystem::path& path, const std::string& hint);

// The sizes of a folder's files. Throws std::filesystem::filesystem_error.
std::uint64_t folder_bytes(const std::filesystem::path& path);

// Throws with what errno says.
[[noreturn]] void write_failed(const std::filesystem::path& path, const std::string& hint);

}  // namespace sinodex
