// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "searcher/service/http/http_message.h"
#include "searcher/service/http/server.h"
#include "searcher/service/http/worker_pool.h"

namespace sinodex {

class Connection;

// Holds what the connections of a server share. All but the counters belongs to the thread that
// moves bytes.
struct ConnectionContext {
    ConnectionContext(const ServerOptions& given, const HttpSite& behind)
        : options(given), site(behind), workers(given.workers, given.queue) {}

    const ServerOptions options;
    const HttpSite& site;
    std::atomic<std::uint64_t> accepted = 0, evicted = 0, overdue = 0, refused = 0;
    std::atomic<std::size_t> open = 0;
    std::list<Connection*> silent;  // those that wait for a request, the longest waiting first
    std::list<Connection*> busy;    // the others
    bool stopping = false;
    std::size_t unread = 0;  // bytes of answers
    boost::asio::io_context io{1};
    boost::asio::steady_timer farewell{io};
    WorkerPool workers;  // ends before what its tasks refer to
};

// One client: its requests are read one after the other, each is answered before the next is read,
// and every wait has an absolute end. It keeps itself alive by what it waits for. To be used by the
// thread that moves bytes only.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
    // Refers to the context.
    Connection(boost::asio::ip::tcp::socket socket, ConnectionContext& context);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Begins with its first request. To be called once, when a shared_ptr holds it.
    void begin() { read_head(); }

    // Whatever it waits for ends; it goes when that is done.
    void close();

    // Ends with the server: at once if nothing of a request has come, else with its answer.
    void close_if_idle();

 private:
    using Code = boost::system::error_code;

    void read_head();
    void became(bool silent);
    bool failed(const Code& error);
    void head_read();
    void refuse(HttpResponse refusal, bool keep_alive);
    void go_on_with_body();
    void read_body();
    void message_read();
    void answer_later();
    void watch();
    void look_for_departure();
    void respond(HttpResponse response, bool keep_alive);
    void written(bool keep_alive);
    void drain(std::size_t so_far);

    boost::beast::tcp_stream stream_;
    ConnectionContext& context_;
    boost::beast::flat_buffer buffer_;
    std::list<Connection*>::iterator place_;
    bool silent_ = false;
    bool head_arrived_ = false;
    bool keep_alive_ = false;
    bool without_body_ = false;  // the answer to HEAD
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
    HttpRequest request_;
    std::shared_ptr<std::atomic<bool>> cancelled_;
    HttpResponse response_;
    std::string head_;
    std::array<char, 4096> rest_{};
};

}  // namespace sinodex
