// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/tcp_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <deque>
#include <list>
#include <stdexcept>
#include <string>
#include <vector>

namespace sinodex::testing {
namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int bound_socket(int port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    const sockaddr_in address = loopback(port);
    if (bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        close(fd);
        throw std::runtime_error("no port is free");
    }
    return fd;
}

int port_of(int fd) {
    sockaddr_in address{};
    socklen_t size = sizeof(address);
    getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

int connected_to(int port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

void without_delay(int fd) {
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

// What came is passed on when its time has come.
struct Parcel {
    Clock::time_point due;
    std::string bytes;
};

struct Route {
    int client;
    int server;
    bool server_spoke_last = true;
    bool ended = false;
    std::size_t heard = 0;  // bytes from the server
    std::deque<Parcel> to_server;
    std::deque<Parcel> to_client;
};

// True where anything was.
bool pass_on(std::deque<Parcel>& parcels, int fd, Route& route) {
    bool passed = false;
    while (!parcels.empty() && parcels.front().due <= Clock::now()) {
        passed = true;
        const std::string& bytes = parcels.front().bytes;
        for (std::size_t sent = 0; sent < bytes.size() && !route.ended;) {
            const ssize_t size = send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (size <= 0) route.ended = true;
            sent += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
        }
        parcels.pop_front();
    }
    return passed;
}

}  // namespace

int free_port() {
    const int fd = bound_socket(0);
    const int port = port_of(fd);
    close(fd);
    return port;
}

struct TcpProxy::Loop {
    TcpProxy& proxy;
    std::list<Route> routes{};

    ~Loop() {
        for (const Route& route : routes) end(route);
    }
    static void end(const Route& route) {
        close(route.client);
        close(route.server);
    }

    void accept_one() {
        const int client = accept4(proxy.listener_, nullptr, nullptr, SOCK_CLOEXEC);
        const int server = proxy.left_ == 0 ? -1 : connected_to(proxy.server_port_);
        if (server < 0) {
            close(client);
            return;
        }
        without_delay(client);
        without_delay(server);
        routes.push_back({client, server});
    }

    void read(Route& route, int fd, bool from_client) {
        std::array<char, 1U << 18U> block{};
        const ssize_t size = recv(fd, block.data(), block.size(), MSG_DONTWAIT);
        if (size == 0 || (size < 0 && errno != EAGAIN)) route.ended = true;
        if (size <= 0) return;
        if (from_client && route.server_spoke_last) count(route);
        if (route.ended) return;
        if (from_client) route.server_spoke_last = false;
        const auto bytes = static_cast<std::size_t>(size);
        if (!from_client) hear(route, block.data(), bytes);
        proxy.bytes_ += bytes;
        (from_client ? route.to_server : route.to_client)
            .push_back({Clock::now() + proxy.delay_, std::string(block.data(), bytes)});
    }

    void hear(Route& route, char* block, std::size_t bytes) const {
        constexpr std::size_t kProtocol = 2;  // behind a greeting's type and length
        const bool comes = route.heard <= kProtocol && kProtocol < route.heard + bytes;
        if (comes && proxy.protocol_ != 0) block[kProtocol - route.heard] = proxy.protocol_;
        route.heard += bytes;
    }

    void count(Route& route) {
        ++proxy.round_trips_;
        if (proxy.left_ == 0) route.ended = true;
        if (proxy.left_ > 0) --proxy.left_;
    }

    int milliseconds_to_wait() const {
        std::int64_t least = 20;
        for (const Route& route : routes) {
            for (const auto* parcels : {&route.to_server, &route.to_client}) {
                if (parcels->empty()) continue;
                const auto left = parcels->front().due - Clock::now();
                least = std::min(least, left / std::chrono::milliseconds(1));
            }
        }
        return static_cast<int>(std::max<std::int64_t>(least, 0));
    }

    void turn() {
        std::vector<pollfd> all{{proxy.listener_, POLLIN, 0}};
        for (const Route& route : routes) {
            all.push_back({route.client, POLLIN, 0});
            all.push_back({route.server, POLLIN, 0});
        }
        poll(all.data(), all.size(), milliseconds_to_wait());
        std::size_t at = 1;
        for (Route& route : routes) {
            if (all[at++].revents != 0) read(route, route.client, true);
            if (all[at++].revents != 0) read(route, route.server, false);
            if (proxy.stalled_) continue;
            pass_on(route.to_server, route.server, route);
            if (pass_on(route.to_client, route.client, route)) route.server_spoke_last = true;
        }
        if (all.front().revents != 0) accept_one();
        routes.remove_if([&](const Route& route) {
            const bool done = route.ended && route.to_client.empty();
            if (done || (proxy.left_ == 0 && route.ended)) end(route);
            return done || (proxy.left_ == 0 && route.ended);
        });
    }
};

TcpProxy::TcpProxy(int server_port, std::chrono::microseconds delay)
    : server_port_(server_port), delay_(delay), listener_(bound_socket(0)) {
    port_ = port_of(listener_);
    listen(listener_, 64);
    thread_ = std::thread([this] { run(); });
}

TcpProxy::~TcpProxy() {
    stop_ = true;
    thread_.join();
    close(listener_);
}

void TcpProxy::run() {
    Loop loop{*this};
    while (!stop_) loop.turn();
}

}  // namespace sinodex::testing
