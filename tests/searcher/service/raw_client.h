// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace sinodex::testing {

// An answer as it came; names of fields in lower case. Status 0: none came before the connection
// was closed, or the time was up.
struct RawResponse {
    int status = 0;
    std::map<std::string, std::string> fields;
    std::string body;
};

// A client that sends whatever it is told, at a port of this machine. Each wait is bounded: by half
// a minute where nothing else is said.
class RawClient {
 public:
    using Time = std::chrono::milliseconds;

    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // False when the other side takes no more.
    bool send(std::string_view bytes, Time most = Time(30'000));

    // One answer; `bodiless`: to HEAD.
    RawResponse read(bool bodiless = false, Time most = Time(30'000));

    // GET with Host: localhost, and other fields, each with its line end.
    RawResponse get(const std::string& target, const std::string& fields = "");

    // Whether the other side closes the connection in time.
    bool is_closed_within(Time most);

    // Says that nothing more will be sent.
    void finish();

 private:
    bool fill(std::chrono::steady_clock::time_point end);

    int socket_ = -1;
    std::string arrived_;
};

}  // namespace sinodex::testing
