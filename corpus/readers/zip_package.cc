// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/zip_package.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cstddef>
#include <memory>

#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;
constexpr std::size_t kMostFiles = 100'000;

struct FreeArchive {
    void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

[[noreturn]] void refuse(archive* opened) {
    const char* why = archive_error_string(opened);
    throw UnreadableDocument(
        SkipReason::malformed,
        std::string("not a ZIP file, or damaged: ") + (why == nullptr ? "it ends too early" : why));
}

Archive open_package(const std::string& package) {
    if (package.starts_with("\xD0\xCF\x11\xE0")) {
        throw UnreadableDocument(SkipReason::unreadable,
                                 "encrypted with a password, or an office document of before 2007");
    }
    Archive opened(archive_read_new());
    archive_read_support_format_zip(opened.get());
    if (archive_read_open_memory(opened.get(), package.data(), package.size()) != ARCHIVE_OK) {
        refuse(opened.get());
    }
    return opened;
}

// The file that `opened` stands at. `left` is what may still be unpacked.
std::string read_file(archive* opened, std::size_t& left) {
    constexpr std::size_t kStep = 64 << 10;
    std::string content;
    std::array<char, kStep> buffer;
    for (;;) {
        const auto count = archive_read_data(opened, buffer.data(), buffer.size());
        if (count < 0) refuse(opened);
        if (count == 0) return content;
        const auto size = static_cast<std::size_t>(count);
        if (size > left) {
            throw UnreadableDocument(
                SkipReason::too_large,
                "it unpacks to more than " + std::to_string(kMostUnpacked >> 20) + " MiB");
        }
        left -= size;
        content.append(buffer.data(), size);
    }
}

}  // namespace

PackageFiles unpack(const std::string& package,
                    const std::function<bool(std::string_view)>& wanted) {
    const Archive opened = open_package(package);
    PackageFiles files;
    std::size_t left = kMostUnpacked;
    archive_entry* entry = nullptr;
    int result = ARCHIVE_OK;
    for (std::size_t count = 0; count < kMostFiles; ++count) {
        result = archive_read_next_header(opened.get(), &entry);
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) break;
        const char* name = archive_entry_pathname(entry);
        if (name == nullptr || !wanted(name)) continue;
        if (archive_entry_is_encrypted(entry) != 0) {
            throw UnreadableDocument(SkipReason::unreadable, "encrypted with a password");
        }
        files[name] = read_file(opened.get(), left);
    }
    if (result < ARCHIVE_WARN || (files.empty() && result != ARCHIVE_EOF)) refuse(opened.get());
    return files;
}

}  // namespace sinodex
