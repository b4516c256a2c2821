// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <iostream>

#include "corpus/error.h"
#include "searcher/service/http/connection.h"

namespace sinodex {
namespace {

namespace net = boost::asio;
using net::ip::tcp;
using Code = boost::system::error_code;

tcp::acceptor listen_to(net::io_context& io, const ServerOptions& options) {
    Code error;
    const auto address = net::ip::make_address(options.address, error);
    if (error) {
        throw Error(ErrorKind::usage, options.address + ": is no address",
                    "give a numeric one, such as 127.0.0.1 or ::1");
    }
    try {
        return tcp::acceptor(io, tcp::endpoint(address, options.port), true);
    } catch (const boost::system::system_error& failure) {
        throw Error(ErrorKind::input,
                    options.address + " port " + std::to_string(options.port) +
                        ": cannot be listened to: " + failure.code().message(),
                    "another program may have it; --port 0 takes any that is free");
    }
}

tcp::acceptor take_over(net::io_context& io, int listening) {
    sockaddr_storage name{};
    socklen_t size = sizeof(name);
    const bool known = getsockname(listening, reinterpret_cast<sockaddr*>(&name), &size) == 0;
    if (!known || (name.ss_family != AF_INET && name.ss_family != AF_INET6)) {
        throw Error(ErrorKind::input, "the socket that was passed on is no listening TCP socket");
    }
    return {io, name.ss_family == AF_INET ? tcp::v4() : tcp::v6(), listening};
}

}  // namespace

struct Server::State {
    State(const ServerOptions& options, const HttpSite& site)
        : context(options, site),
          acceptor(options.listening >= 0 ? take_over(context.io, options.listening)
                                          : listen_to(context.io, options)),
          pause(context.io) {}

    void accept();
    void accepted(tcp::socket socket);
    bool make_room();
    void stop();

    ConnectionContext context;
    tcp::acceptor acceptor;
    net::steady_timer pause;
};

void Server::State::accept() {
    acceptor.async_accept([this](const Code& error, tcp::socket socket) {
        if (context.stopping) return;
        if (!error) accepted(std::move(socket));
        if (error == net::error::no_descriptors) {
            pause.expires_after(std::chrono::milliseconds(50));
            return pause.async_wait([this](const Code&) {
                if (!context.stopping) accept();
            });
        }
        accept();
    });
}

void Server::State::accepted(tcp::socket socket) {
    ++context.accepted;
    if (!make_room()) return;
    Code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    std::make_shared<Connection>(std::move(socket), context)->begin();
}

// The client that has kept us waiting for longest makes room; false if none does.
bool Server::State::make_room() {
    if (context.open < context.options.connections) return true;
    ++context.evicted;
    if (context.silent.empty()) return false;
    // The closed one goes in its own time; it is the next to go no more.
    Connection* longest = context.silent.front();
    context.silent.splice(context.silent.end(), context.silent, context.silent.begin());
    longest->close();
    return true;
}

void Server::State::stop() {
    if (context.stopping) return;
    context.stopping = true;
    Code ignored;
    acceptor.close(ignored);
    pause.cancel();
    for (Connection* one : context.silent) one->close_if_idle();
    if (context.open == 0) return;
    context.farewell.expires_after(context.options.farewell);
    context.farewell.async_wait([this](const Code& error) {
        if (error) return;
        for (Connection* one : context.silent) one->close();
        for (Connection* one : context.busy) one->close();
    });
}

Server::Server(const ServerOptions& options, const HttpSite& site)
    : state_(std::make_unique<State>(options, site)) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() {
    state_->accept();
    while (true) {
        try {
            state_->context.io.run();
            return;
        } catch (const std::exception& error) {  // the connection that met it is gone
            std::cerr << std::string("sinodex-serve: ") + error.what() + "\n";
        }
    }
}

void Server::stop() {
    net::post(state_->context.io, [this] { state_->stop(); });
}

ServerFigures Server::figures() const {
    const ConnectionContext& context = state_->context;
    return {context.accepted, context.evicted, context.overdue,
            context.refused,  context.open,    context.workers.waiting()};
}

}  // namespace sinodex
