// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "tests/support/temporary_folder.h"

namespace sinodex::testing {

// A collection folder of four articles, judged by passage, in which every system finds something.
class TinyCollection {
 public:
    explicit TinyCollection(const std::string& name = "tiny");

    std::string path() const { return folder_ / name_; }
    std::string operator/(const std::string& file) const { return folder_ / (name_ + "/" + file); }
    // Replaces a file of the collection.
    void write(const std::string& file, const std::string& content) const;
    // A path beside the collection, for output.
    std::string beside(const std::string& file) const { return folder_ / file; }

 private:
    TemporaryFolder folder_;
    std::string name_;
};

}  // namespace sinodex::testing
