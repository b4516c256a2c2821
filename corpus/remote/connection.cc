// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/remote/connection.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "corpus/remote/timed_out.h"

namespace sinodex {
namespace {

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

[[noreturn]] void failed(int error) { throw std::runtime_error(std::strerror(error)); }

Addresses addresses_of(const ServerPlace& place) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int error = getaddrinfo(place.host.c_str(), place.port.c_str(), &wanted, &found);
    if (error != 0) throw std::runtime_error(gai_strerror(error));
    return {found, &freeaddrinfo};
}

int milliseconds_until(ShardConnection::Clock::time_point until) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(until - ShardConnection::Clock::now());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1 << 30));
}

}  // namespace

bool is_server_place(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return false;
    const std::string_view port = text.substr(colon + 1);
    return port.size() <= 5 && port.find_first_not_of("0123456789") == std::string_view::npos &&
           text.find('/') == std::string_view::npos;
}

ServerPlace server_place(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return {std::string(host), std::string(text.substr(colon + 1))};
}

ShardConnection::ShardConnection(const ServerPlace& place, Clock::time_point until) {
    try {
        open(place, until);
    } catch (...) {
        if (socket_ >= 0) close(socket_);
        throw;
    }
}

ShardConnection::~ShardConnection() { close(socket_); }

// Takes the first of the host's addresses that answers.
void ShardConnection::open(const ServerPlace& place, Clock::time_point until) {
    const Addresses addresses = addresses_of(place);
    int error = ECONNREFUSED;
    for (const addrinfo* at = addresses.get(); at != nullptr; at = at->ai_next) {
        if (socket_ >= 0) close(socket_);
        socket_ = socket(at->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (socket_ < 0) failed(errno);
        const int now = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &now, sizeof(now));
        if (connect(socket_, at->ai_addr, at->ai_addrlen) == 0) return;
        error = errno;
        if (error != EINPROGRESS) continue;
        wait(POLLOUT, until);
        socklen_t size = sizeof(error);
        getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error == 0) return;
    }
    failed(error);
}

void ShardConnection::wait(short events, Clock::time_point until) const {
    pollfd one{socket_, events, 0};
    int ready = poll(&one, 1, milliseconds_until(until));
    while (ready < 0 && errno == EINTR) ready = poll(&one, 1, milliseconds_until(until));
    if (ready < 0) failed(errno);
    if (ready == 0) throw TimedOut();
}

// False where nothing is there yet.
bool ShardConnection::take(std::string& in) const {
    std::array<char, 1U << 16U> block{};
    const ssize_t size = recv(socket_, block.data(), block.size(), 0);
    if (size > 0) {
        in.append(block.data(), static_cast<std::size_t>(size));
        return true;
    }
    if (size == 0) throw std::runtime_error("the server has closed the connection");
    if (errno != EAGAIN && errno != EINTR) failed(errno);
    return false;
}

void ShardConnection::send(std::string_view out, std::string& in, Clock::time_point until) {
    while (!out.empty()) {
        const ssize_t size = ::send(socket_, out.data(), out.size(), MSG_NOSIGNAL);
        if (size > 0) {
            out.remove_prefix(static_cast<std::size_t>(size));
        } else if (errno == EAGAIN) {
            wait(POLLIN | POLLOUT, until);
            take(in);
        } else if (errno != EINTR) {
            failed(errno);
        }
    }
}

void ShardConnection::receive(std::string& in, Clock::time_point until) {
    while (!take(in)) wait(POLLIN, until);
}

bool ShardConnection::is_broken() const {
    pollfd one{socket_, POLLIN, 0};
    return poll(&one, 1, 0) != 0;
}

}  // namespace sinodex
