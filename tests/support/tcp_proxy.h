// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>

namespace sinodex::testing {

// A port of 127.0.0.1 that nobody listens on, for the time being.
int free_port();

// Stands between a client and a server on 127.0.0.1: passes on what comes after a delay, each way,
// and counts how often the direction turns.
class TcpProxy {
 public:
    explicit TcpProxy(int server_port, std::chrono::microseconds delay = {});
    ~TcpProxy();
    TcpProxy(const TcpProxy&) = delete;
    TcpProxy& operator=(const TcpProxy&) = delete;

    int port() const { return port_; }

    // How often a client has sent something when it had heard from the server last, over all
    // connections. With a delay, what is sent in one go counts once, however long it is.
    std::uint64_t round_trips() const { return round_trips_; }
    std::uint64_t bytes() const { return bytes_; }

    // Passes nothing on from here on, or again.
    void stall(bool stalled) { stalled_ = stalled; }
    // Has the server greet with another version of Xapian's protocol.
    void greet_as(char protocol) { protocol_ = protocol; }
    // Passes so many further requests on; then it ends a connection on which another comes, and
    // takes no new one. Negative: there is no end.
    void end_after(std::int64_t requests) { left_ = requests; }

 private:
    struct Loop;
    void run();

    int server_port_;
    std::chrono::microseconds delay_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<std::uint64_t> round_trips_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0;
    std::atomic<std::int64_t> left_ = -1;
    std::atomic<bool> stalled_ = false;
    std::atomic<char> protocol_ = 0;  // 0: its own
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

}  // namespace sinodex::testing
