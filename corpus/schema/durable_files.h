// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace sinodex {

// Files that are there after a power cut. All throw Error (output), naming the path and what the
// system says; `hint` says what to do.

// Writes a file, new or over an old one.
void write_durably(const std::filesystem::path& path, const std::string& text,
                   const std::string& hint);

// Replaces a file in one instant: whoever reads it finds the old text or the new one. Where only
// the last step fails, which makes the rename durable, the error's hint says so instead of `hint`.
// `replaced` is called behind the rename, and must not throw.
void replace_durably(const std::filesystem::path& path, const std::string& text,
                     const std::string& hint, const std::function<void()>& replaced = {});

// Makes durable what was written to a file, or which entries a folder has.
void sync_file(const std::filesystem::path& path, const std::string& hint);
void sync_folder(const std::filesystem::path& path, const std::string& hint);

// Makes a folder, and those above it that are not there, so that a power cut leaves them there.
// Throws std::filesystem::filesystem_error where one cannot be made, too.
void make_folder_durably(const std::filesystem::path& path, const std::string& hint);

// Removes a folder with all in it, as far as it can be done, and the file `last` at the end: what a
// kill or a power cut leaves of it still has that, by which it is known, or is empty. Does not
// throw but for want of memory.
void remove_folder(const std::filesystem::path& path, const std::string& last);

// The sizes of a folder's files. Throws std::filesystem::filesystem_error.
std::uint64_t folder_bytes(const std::filesystem::path& path);

// Throws with what errno says.
[[noreturn]] void write_failed(const std::filesystem::path& path, const std::string& hint);

}  // namespace sinodex
