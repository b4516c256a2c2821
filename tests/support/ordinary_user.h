// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

namespace sinodex::testing {

// Root may read and write everything. Where tests run as root, this makes them an ordinary user's,
// as far as files go, for as long as it lives: create it before the temporary folder, so that the
// folder is the user's own and is removed by it.
class OrdinaryUser {
 public:
    OrdinaryUser() {
        if (was_root_) {
            EXPECT_EQ(seteuid(kNobody), 0);
        }
    }
    ~OrdinaryUser() {
        if (was_root_) {
            EXPECT_EQ(seteuid(0), 0);
        }
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

 private:
    static constexpr uid_t kNobody = 65534;

    const bool was_root_ = geteuid() == 0;
};

}  // namespace sinodex::testing
