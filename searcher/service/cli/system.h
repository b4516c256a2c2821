// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// The service and the system that runs it say this to each other.

// The listening socket that systemd has passed on (sd_listen_fds(3)), or -1. Throws Error (usage)
// when it has passed on several.
int passed_socket();

// Tells systemd a change of state, as "READY=1" (sd_notify(3)); nothing where none is listening.
void notify_system(const std::string& state);

// As many files may be open as the system lets us: each connection is one.
void raise_file_limit();

}  // namespace sinodex
