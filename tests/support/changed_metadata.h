// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/schema/generation.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {

// Takes a value of its own where two databases have one.
class OtherValue : public Xapian::Compactor {
 public:
    explicit OtherValue(std::string value) : value_(std::move(value)) {}
    std::string resolve_duplicate_metadata(const std::string&, size_t,
                                           const std::string[]) override {
        return value_;
    }

 private:
    std::string value_;
};

// Changes what the segment of a generation says of itself, as if another version had made it. A
// sealed segment cannot be opened for writing, so it is made anew.
inline void change_metadata(const std::string& generation_path, std::string_view key,
                            const std::string& value) {
    const TemporaryFolder scratch;
    {
        Xapian::WritableDatabase other(scratch / "other",
                                       Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
        other.set_metadata(std::string(key), "other");
    }
    Xapian::Database both(generation_path);
    both.add_database(Xapian::Database(scratch / "other"));
    OtherValue compactor(value);
    both.compact(scratch / "changed", 0, 0, compactor);
    for (const std::string table : {"iamglass", "postlist.glass"}) {
        std::filesystem::copy_file(scratch / "changed/" + table, generation_path + "/" + table,
                                   std::filesystem::copy_options::overwrite_existing);
    }
    seal_generation(generation_path);
}

}  // namespace sinodex::testing
