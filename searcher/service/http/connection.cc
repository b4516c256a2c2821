// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/connection.h"

#include <sys/socket.h>

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "searcher/service/http/incoming.h"
#include "searcher/service/http/response_head.h"

namespace sinodex {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace net = boost::asio;
using net::ip::tcp;

}  // namespace

Connection::Connection(tcp::socket socket, ConnectionContext& context)
    : stream_(std::move(socket)),
      context_(context),
      buffer_(context.options.header_bytes + (8U << 10U)),
      place_(context.busy.insert(context.busy.end(), this)) {
    ++context_.open;
}

Connection::~Connection() {
    (silent_ ? context_.silent : context_.busy).erase(place_);
    context_.unread -= response_.body.size();
    if (--context_.open == 0 && context_.stopping) context_.farewell.cancel();
}

void Connection::close() {
    Code ignored;
    if (cancelled_) cancelled_->store(true);
    stream_.socket().close(ignored);
}

void Connection::close_if_idle() {
    if (silent_ && buffer_.size() == 0 && !head_arrived_) close();
}

void Connection::became(bool silent) {
    auto& from = silent_ ? context_.silent : context_.busy;
    auto& to = silent ? context_.silent : context_.busy;
    to.splice(to.end(), from, place_);
    silent_ = silent;
}

void Connection::read_head() {
    became(true);
    head_arrived_ = false;
    without_body_ = false;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(context_.options.header_bytes));
    parser_->body_limit(context_.options.body_bytes);
    stream_.expires_after(context_.options.receive);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](const Code& error, std::size_t) {
                                if (!self->failed(error)) self->head_read();
                            });
}

// Answers what is malformed, if it was a request at all; true when there is nothing to go on with.
bool Connection::failed(const Code& error) {
    if (!error) return false;
    if (error == beast::error::timeout) ++context_.overdue;
    const bool malformed = error.category() == make_error_code(http::error::bad_method).category();
    if (malformed && error != http::error::end_of_stream && error != http::error::partial_message) {
        refuse(problem_of_reading(error), false);
    }
    return true;
}

void Connection::head_read() {
    head_arrived_ = true;
    keep_alive_ = parser_->get().keep_alive();
    without_body_ = parser_->get().method() == http::verb::head;
    IncomingMessage head;
    head.base() = parser_->get().base();
    if (auto refusal = refusal_of_coding(head)) return refuse(std::move(*refusal), false);
    if (auto refusal = context_.site.refusal(http_request_of(std::move(head)))) {
        return refuse(std::move(*refusal), parser_->is_done() && keep_alive_);
    }
    parser_->is_done() ? message_read() : go_on_with_body();
}

void Connection::refuse(HttpResponse refusal, bool keep_alive) {
    became(false);
    respond(std::move(refusal), keep_alive);
}

void Connection::go_on_with_body() {
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
    request_ = http_request_of(parser_->release());
    request_.deadline = std::chrono::steady_clock::now() + context_.options.answer;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    request_.cancelled = cancelled_;
    if (context_.site.is_quick(request_))
        return respond(context_.site.answer(request_), keep_alive_);
    answer_later();
}

void Connection::answer_later() {
    // The connection goes back with the response: it must not end on a worker's thread.
    auto work = [self = shared_from_this(), open = net::make_work_guard(context_.io)]() mutable {
        HttpResponse response = self->context_.site.answer(self->request_);
        net::post(open.get_executor(),
                  [self = std::move(self), response = std::move(response)]() mutable {
                      Code ignored;
                      self->stream_.socket().cancel(ignored);  // of the watch
                      self->respond(std::move(response), self->keep_alive_);
                  });
    };
    if (context_.workers.submit(std::move(work))) return watch();
    ++context_.refused;
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
    keep_alive = keep_alive && !context_.stopping;
    const std::size_t size = response.body.size();
    if (context_.unread > 0 && context_.unread + size > context_.options.unread_bytes) {
        response = problem(503, "too much is waiting to be read by clients");
    }
    response_ = std::move(response);
    context_.unread += response_.body.size();
    head_ = response_head(response_, keep_alive);
    const bool bare = without_body_ || is_bodiless(response_.status);
    const std::string_view body = bare ? std::string_view() : response_.bytes();
    const std::array<net::const_buffer, 2> bytes{net::buffer(head_), net::buffer(body)};
    stream_.expires_after(context_.options.send);
    net::async_write(stream_, bytes,
                     [self = shared_from_this(), keep_alive](const Code& error, std::size_t) {
                         if (error == beast::error::timeout) ++self->context_.overdue;
                         if (!error) self->written(keep_alive);
                     });
}

void Connection::written(bool keep_alive) {
    context_.unread -= response_.body.size();
    response_ = {};
    request_ = {};
    cancelled_ = nullptr;
    if (keep_alive && !context_.stopping) return read_head();
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

}  // namespace sinodex
