// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "searcher/service/http/http_message.h"

namespace sinodex {

struct ServerOptions {
    std::string address = "127.0.0.1";  // numeric, of IPv4 or IPv6
    std::uint16_t port = 0;             // 0: any free one
    int listening = -1;                 // a socket that already listens, in place of both
    unsigned workers = 2;               // threads that answer
    std::size_t queue = 256;            // requests that may wait for one; beyond that: 503
    std::size_t connections = 1024;  // beyond that, the one that says nothing for longest is closed
    std::size_t header_bytes = 16U << 10U;  // of a request, its target included
    std::size_t body_bytes = 256U << 10U;
    // Answers that clients have not yet read may take so much memory in all; beyond that: 503.
    std::size_t unread_bytes = 256U << 20U;
    // Absolute, however a client drips: for a request to arrive, counted from the end of the one
    // before; for an answer to be made; for it to be read by the client.
    std::chrono::milliseconds receive{15'000};
    std::chrono::milliseconds answer{10'000};
    std::chrono::milliseconds send{30'000};
    // For answers under way when the server is stopped.
    std::chrono::milliseconds farewell{5'000};
};

struct ServerFigures {
    std::uint64_t accepted = 0;  // connections, ever
    std::uint64_t evicted = 0;   // closed in favour of newer ones
    std::uint64_t overdue = 0;   // closed because a deadline came
    std::uint64_t refused = 0;   // requests for which the queue had no room
    std::size_t open = 0;        // connections now
    std::size_t waiting = 0;     // requests in the queue now
};

// Answers behind a server. Called by several threads at once.
class HttpSite {
 public:
    virtual ~HttpSite() = default;

    // Looks at a request before its body is read; a response refuses it.
    virtual std::optional<HttpResponse> refusal(const HttpRequest& head) const = 0;
    // Whether a request is answered so quickly that it need not wait for a worker.
    virtual bool is_quick(const HttpRequest& request) const = 0;
    // Never throws.
    virtual HttpResponse answer(const HttpRequest& request) const = 0;
};

// An HTTP/1.1 server: one thread moves bytes, others answer. Nothing that a client sends or leaves
// unsent takes more than the caps above of memory or time.
class Server {
 public:
    // Listens from here on. Throws Error (usage) when the address is none, Error (input) when it
    // cannot be listened to. Refers to the site.
    Server(const ServerOptions& options, const HttpSite& site);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    // Serves until stop(). To be called once.
    void run();

    // Takes no new connections, closes idle ones, answers what is under way, and lets run() return.
    // May be called from any thread, several times.
    void stop();

    ServerFigures figures() const;  // may be called from any thread

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
