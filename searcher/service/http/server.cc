// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <iostream>
#include <list>

#include "corpus/error.h"
#include "searcher/service/http/response_head.h"
#include "searcher/service/http/worker_pool.h"

namespace sinodex {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace net = boost::asio;
using net::ip::tcp;
using Code = boost::system::error_code;
using Clock = std::chrono::steady_clock;

class Connection;

struct Counters {
    std::atomic<std::uint64_t> accepted = 0, evicted = 0, overdue = 0, refused = 0;
    std::atomic<std::size_t> open = 0;
};

// Holds what the connections of a server share. All but the counters belongs to the thread that
// moves bytes.
struct Shared {
    Shared(const ServerOptions& given, const HttpSite& behind)
        : options(given), site(behind), workers(given.workers, given.queue) {}

    const ServerOptions options;
    const HttpSite& site;
    Counters counters;
    std::list<Connection*> silent;  // those that wait for a request, the longest waiting first
    std::list<Connection*> busy;    // the others
    bool stopping = false;
    std::size_t unread = 0;  // bytes of answers
    net::io_context io{1};
    net::steady_timer farewell{io};
    WorkerPool workers;  // ends before what its tasks refer to
};

// The request in the words of HttpRequest. What is written before the path, as for a proxy, stands
// for the host.
HttpRequest request_of(http::request<http::string_body>&& message) {
    HttpRequest request;
    request.method = std::string(message.method_string());
    for (const auto& field : message) {
        request.fields.emplace_back(field.name_string(), field.value());
    }
    std::string target(message.target());
    if (target.starts_with("http://") || target.starts_with("https://")) {
        const std::size_t host = target.find("//") + 2;
        const std::size_t path = std::min(target.find_first_of("/?", host), target.size());
        std::erase_if(request.fields, [](const auto& one) { return same_name(one.first, "host"); });
        request.fields.emplace_back("Host", target.substr(host, path - host));
        target.erase(0, path);
    }
    const std::size_t mark = std::min(target.find('?'), target.size());
    request.path = target.substr(0, mark);
    request.query = target.substr(std::min(mark + 1, target.size()));
    request.body = std::move(message.body());
    return request;
}

HttpResponse problem_of_reading(const Code& error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return problem(431, "the header of the request is too long");
    }
    if (error == http::error::body_limit) return problem(413, "the request is too long");
    return problem(400, "the request is no HTTP/1.1: " + error.message());
}

// One client. It keeps itself alive by what it waits for.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
    Connection(tcp::socket socket, Shared& shared)
        : stream_(std::move(socket)),
          shared_(shared),
          buffer_(shared.options.header_bytes + (8U << 10U)),
          place_(shared.busy.insert(shared.busy.end(), this)) {
        ++shared_.counters.open;
    }
    ~Connection() {
        (silent_ ? shared_.silent : shared_.busy).erase(place_);
        shared_.unread -= response_.body.size();
        if (--shared_.counters.open == 0 && shared_.stopping) shared_.farewell.cancel();
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void read_head();

    // Whatever it waits for ends; it goes when that is done.
    void close() {
        Code ignored;
        if (cancelled_) cancelled_->store(true);
        stream_.socket().close(ignored);
    }

    // For the end of the server: at once if nothing of a request has come, else with its answer.
    void close_if_idle() {
        if (silent_ && buffer_.size() == 0 && !head_arrived_) close();
    }

 private:
    void became(bool silent) {
        auto& from = silent_ ? shared_.silent : shared_.busy;
        auto& to = silent ? shared_.silent : shared_.busy;
        to.splice(to.end(), from, place_);
        silent_ = silent;
    }
    bool failed(const Code& error);
    void head_read();
    void read_body();
    void message_read();
    void answer_later();
    void watch();
    void look_for_departure();
    void respond(HttpResponse response, bool keep_alive);
    void written(bool keep_alive);
    void drain(std::size_t so_far);

    beast::tcp_stream stream_;
    Shared& shared_;
    beast::flat_buffer buffer_;
    std::list<Connection*>::iterator place_;
    bool silent_ = false;
    bool head_arrived_ = false;
    bool keep_alive_ = false;
    bool without_body_ = false;  // the answer to HEAD
    std::optional<http::request_parser<http::string_body>> parser_;
    HttpRequest request_;
    std::shared_ptr<std::atomic<bool>> cancelled_;
    HttpResponse response_;
    std::string head_;
    std::array<char, 4096> rest_{};
};

void Connection::read_head() {
    became(true);
    head_arrived_ = false;
    without_body_ = false;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_.options.header_bytes));
    parser_->body_limit(shared_.options.body_bytes);
    stream_.expires_after(shared_.options.receive);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](const Code& error, std::size_t) {
                                if (!self->failed(error)) self->head_read();
                            });
}

// Answers what is malformed, if it was a request at all; true when there is nothing to go on with.
bool Connection::failed(const Code& error) {
    if (!error) return false;
    if (error == beast::error::timeout) ++shared_.counters.overdue;
    const bool malformed = error.category() == make_error_code(http::error::bad_method).category();
    if (malformed && error != http::error::end_of_stream && error != http::error::partial_message) {
        became(false);
        respond(problem_of_reading(error), false);
    }
    return true;
}

void Connection::head_read() {
    head_arrived_ = true;
    keep_alive_ = parser_->get().keep_alive();
    without_body_ = parser_->get().method() == http::verb::head;
    http::request<http::string_body> head;
    head.base() = parser_->get().base();
    if (auto refusal = shared_.site.refusal(request_of(std::move(head)))) {
        became(false);
        return respond(std::move(*refusal), parser_->is_done() && keep_alive_);
    }
    if (parser_->is_done()) return message_read();
    if (!same_name(std::string(parser_->get()[http::field::expect]), "100-continue")) {
        return read_body();
    }
    static constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(stream_, net::buffer(kGoOn),
                     [self = shared_from_this()](const Code& error, std::size_t) {
                         if (!error) self->read_body();
                     });
}

void Connection::read_body() {
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](const Code& error, std::size_t) {
                         if (!self->failed(error)) self->message_read();
                     });
}

void Connection::message_read() {
    became(false);
    stream_.expires_never();
    request_ = request_of(parser_->release());
    request_.deadline = Clock::now() + shared_.options.answer;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    request_.cancelled = cancelled_;
    if (shared_.site.is_quick(request_)) return respond(shared_.site.answer(request_), keep_alive_);
    answer_later();
}

void Connection::answer_later() {
    // The connection goes back with the response: it must not end on a worker's thread.
    auto work = [self = shared_from_this(), open = net::make_work_guard(shared_.io)]() mutable {
        HttpResponse response = self->shared_.site.answer(self->request_);
        net::post(open.get_executor(),
                  [self = std::move(self), response = std::move(response)]() mutable {
                      Code ignored;
                      self->stream_.socket().cancel(ignored);  // of the watch
                      self->respond(std::move(response), self->keep_alive_);
                  });
    };
    if (shared_.workers.submit(std::move(work))) return watch();
    ++shared_.counters.refused;
    HttpResponse full = problem(503, "too many requests are waiting", "try again in a moment");
    full.fields.emplace_back("Retry-After", "1");
    respond(std::move(full), keep_alive_);
}

// A client that hangs up while a request is under way wants no answer.
void Connection::watch() {
    stream_.socket().async_wait(tcp::socket::wait_read,
                                [self = shared_from_this()](const Code& error) {
                                    if (!error) self->look_for_departure();
                                });
}

void Connection::look_for_departure() {
    char next = 0;
    const auto got = recv(stream_.socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
    if (got == 0) cancelled_->store(true);
}

void Connection::respond(HttpResponse response, bool keep_alive) {
    keep_alive = keep_alive && !shared_.stopping;
    const std::size_t size = response.body.size();
    if (shared_.unread > 0 && shared_.unread + size > shared_.options.unread_bytes) {
        response = problem(503, "too much is waiting to be read by clients");
    }
    response_ = std::move(response);
    shared_.unread += response_.body.size();
    head_ = response_head(response_, keep_alive);
    const bool bare = without_body_ || is_bodiless(response_.status);
    const std::string_view body = bare ? std::string_view() : response_.bytes();
    const std::array<net::const_buffer, 2> bytes{net::buffer(head_), net::buffer(body)};
    stream_.expires_after(shared_.options.send);
    net::async_write(stream_, bytes,
                     [self = shared_from_this(), keep_alive](const Code& error, std::size_t) {
                         if (error == beast::error::timeout) ++self->shared_.counters.overdue;
                         if (!error) self->written(keep_alive);
                     });
}

void Connection::written(bool keep_alive) {
    shared_.unread -= response_.body.size();
    response_ = {};
    request_ = {};
    cancelled_ = nullptr;
    if (keep_alive && !shared_.stopping) return read_head();
    Code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds(1));
    drain(0);
}

// Closing a socket while bytes are unread tells the client nothing but that the connection broke:
// what it may still be sending is read, within limits, so that it sees the answer.
void Connection::drain(std::size_t so_far) {
    constexpr std::size_t kMost = 256U << 10U;
    if (so_far > kMost) return close();
    stream_.async_read_some(net::buffer(rest_), [self = shared_from_this(), so_far](
                                                    const Code& error, std::size_t read) {
        if (!error) self->drain(so_far + read);
    });
}

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
        : shared(options, site),
          acceptor(options.listening >= 0 ? take_over(shared.io, options.listening)
                                          : listen_to(shared.io, options)),
          pause(shared.io) {}

    void accept();
    void accepted(tcp::socket socket);
    bool make_room();
    void stop();

    Shared shared;
    tcp::acceptor acceptor;
    net::steady_timer pause;
};

void Server::State::accept() {
    acceptor.async_accept([this](const Code& error, tcp::socket socket) {
        if (shared.stopping) return;
        if (!error) accepted(std::move(socket));
        if (error == net::error::no_descriptors) {
            pause.expires_after(std::chrono::milliseconds(50));
            return pause.async_wait([this](const Code&) {
                if (!shared.stopping) accept();
            });
        }
        accept();
    });
}

void Server::State::accepted(tcp::socket socket) {
    ++shared.counters.accepted;
    if (!make_room()) return;
    Code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    std::make_shared<Connection>(std::move(socket), shared)->read_head();
}

// The client that has kept us waiting for longest makes room; false if none does.
bool Server::State::make_room() {
    if (shared.counters.open < shared.options.connections) return true;
    ++shared.counters.evicted;
    if (shared.silent.empty()) return false;
    // The closed one goes in its own time; it is the next to go no more.
    Connection* longest = shared.silent.front();
    shared.silent.splice(shared.silent.end(), shared.silent, shared.silent.begin());
    longest->close();
    return true;
}

void Server::State::stop() {
    if (shared.stopping) return;
    shared.stopping = true;
    Code ignored;
    acceptor.close(ignored);
    pause.cancel();
    for (Connection* one : shared.silent) one->close_if_idle();
    if (shared.counters.open == 0) return;
    shared.farewell.expires_after(shared.options.farewell);
    shared.farewell.async_wait([this](const Code& error) {
        if (error) return;
        for (Connection* one : shared.silent) one->close();
        for (Connection* one : shared.busy) one->close();
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
            state_->shared.io.run();
            return;
        } catch (const std::exception& error) {  // the connection that met it is gone
            std::cerr << std::string("sinodex-serve: ") + error.what() + "\n";
        }
    }
}

void Server::stop() {
    net::post(state_->shared.io, [this] { state_->stop(); });
}

ServerFigures Server::figures() const {
    const Counters& counters = state_->shared.counters;
    return {counters.accepted, counters.evicted, counters.overdue,
            counters.refused,  counters.open,    state_->shared.workers.waiting()};
}

}  // namespace sinodex
