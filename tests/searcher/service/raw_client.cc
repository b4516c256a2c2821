// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/service/raw_client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace sinodex::testing {
namespace {

using Clock = std::chrono::steady_clock;

bool wait_for(int socket, short event, Clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    pollfd one{socket, event, 0};
    return left.count() > 0 && poll(&one, 1, static_cast<int>(left.count())) == 1;
}

void read_head(std::string_view head, RawResponse& response) {
    response.status = std::stoi(std::string(head.substr(head.find(' ') + 1, 3)));
    std::size_t line = head.find("\r\n") + 2;
    while (line < head.size()) {
        const std::size_t end = std::min(head.find("\r\n", line), head.size());
        const std::string_view field = head.substr(line, end - line);
        const std::size_t colon = field.find(": ");
        std::string name(field.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char one) { return static_cast<char>(std::tolower(one)); });
        response.fields[name] = field.substr(colon + 2);
        line = end + 2;
    }
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

RawClient::~RawClient() { close(socket_); }

bool RawClient::send(std::string_view bytes, Time most) {
    const auto end = Clock::now() + most;
    while (!bytes.empty()) {
        if (!wait_for(socket_, POLLOUT, end)) return false;
        const ssize_t sent =
            ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::fill(Clock::time_point end) {
    if (!wait_for(socket_, POLLIN, end)) return false;
    std::array<char, 65536> bytes{};
    const ssize_t got = recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    arrived_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

RawResponse RawClient::read(bool bodiless, Time most) {
    const auto end = Clock::now() + most;
    RawResponse response;
    while (arrived_.find("\r\n\r\n") == std::string::npos) {
        if (!fill(end)) return {};
    }
    const std::size_t head = arrived_.find("\r\n\r\n");
    read_head(std::string_view(arrived_).substr(0, head), response);
    arrived_.erase(0, head + 4);
    const auto length = response.fields.find("content-length");
    if (bodiless || length == response.fields.end()) return response;
    const std::size_t size = std::stoul(length->second);
    while (arrived_.size() < size) {
        if (!fill(end)) return {};
    }
    response.body = arrived_.substr(0, size);
    arrived_.erase(0, size);
    return response;
}

RawResponse RawClient::get(const std::string& target, const std::string& fields) {
    send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
    return read();
}

bool RawClient::is_closed_within(Time most) {
    const auto end = Clock::now() + most;
    while (fill(end)) arrived_.clear();
    return Clock::now() < end;
}

void RawClient::finish() { shutdown(socket_, SHUT_WR); }

}  // namespace sinodex::testing
