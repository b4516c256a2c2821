// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace sinodex {

// A place of a server: "host:7001", or "[::1]:7001".
struct ServerPlace {
    std::string host;
    std::string port;
};

// Whether a text names one: a host without a slash, a colon, and a port.
bool is_server_place(std::string_view text);
ServerPlace server_place(std::string_view text);

// A TCP connection that never waits longer than it is told to. Not thread-safe.
class ShardConnection {
 public:
    using Clock = std::chrono::steady_clock;

    // Throws std::runtime_error with a reason of one line; TimedOut (timed_out.h) at the time
    // given.
    ShardConnection(const ServerPlace& place, Clock::time_point until);
    ~ShardConnection();
    ShardConnection(const ShardConnection&) = delete;
    ShardConnection& operator=(const ShardConnection&) = delete;

    // Sends all of `out`, and appends to `in` what comes meanwhile: a server that waits for its
    // answers to be taken would not take more. Throws likewise.
    void send(std::string_view out, std::string& in, Clock::time_point until);

    // Waits until something has come, and appends it. Throws likewise.
    void receive(std::string& in, Clock::time_point until);

    // Whether the other side has ended it, or sent what nobody asked for.
    bool is_broken() const;

 private:
    void open(const ServerPlace& place, Clock::time_point until);
    void wait(short events, Clock::time_point until) const;
    bool take(std::string& in) const;

    int socket_ = -1;
};

}  // namespace sinodex
