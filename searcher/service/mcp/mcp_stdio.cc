// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/mcp/mcp_stdio.h"

#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <thread>

#include "corpus/error.h"
#include "searcher/service/mcp/mcp_server.h"

namespace sinodex {
namespace {

// Longer lines are refused: no request of an assistant is near it.
constexpr std::size_t kMostLine = 1 << 20;

// Reads up to the line's end, which is taken too. False at the end of the input. A line beyond
// kMostLine comes out cut to one byte more than that.
bool read_line(std::istream& in, std::string& line) {
    line.clear();
    for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
        if (c == '\n') return true;
        if (line.size() <= kMostLine) line.push_back(static_cast<char>(c));
    }
    return !line.empty();
}

struct PendingRequest {
    Json message;
    std::shared_ptr<std::atomic<bool>> cancelled = std::make_shared<std::atomic<bool>>(false);
};

// The requests of one assistant, answered in a thread of their own, so that a cancellation is read
// meanwhile.
class Conversation {
 public:
    Conversation(const Indexes& indexes, std::chrono::milliseconds timeout, std::ostream& out)
        : server_(indexes), timeout_(timeout), out_(out), thread_([this] { work(); }) {}

    ~Conversation() { finish(); }
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    void take(Json message) {
        const std::lock_guard lock(mutex_);
        requests_.push_back({std::move(message)});
        wake_.notify_one();
    }

    void cancel(const Json& id) {
        const std::lock_guard lock(mutex_);
        for (PendingRequest& one : requests_) {
            if (one.message.is_object() && one.message.value("id", Json()) == id) {
                one.cancelled->store(true);
            }
        }
    }

    void finish() {
        if (!thread_.joinable()) return;
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
            wake_.notify_one();
        }
        thread_.join();
    }

 private:
    // The oldest request, which stays in the list while it is answered; null at the end.
    const PendingRequest* next() {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return ended_ || !requests_.empty(); });
        return requests_.empty() ? nullptr : &requests_.front();
    }

    void work() {
        while (const PendingRequest* request = next()) {
            const McpLimits limits{std::chrono::steady_clock::now() + timeout_, request->cancelled};
            const McpReply reply = server_.answer(request->message, limits);
            if (reply.message && !request->cancelled->load()) {
                out_ << dump(*reply.message, -1) << '\n' << std::flush;
            }
            const std::lock_guard lock(mutex_);
            requests_.pop_front();
        }
    }

    const McpServer server_;
    const std::chrono::milliseconds timeout_;
    std::ostream& out_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::list<PendingRequest> requests_;
    bool ended_ = false;
    std::thread thread_;
};

bool is_cancellation(const Json& message) {
    return message.is_object() && !message.contains("id") &&
           message.value("method", Json()) == "notifications/cancelled" &&
           message.contains("params") && message.at("params").is_object();
}

}  // namespace

void serve_mcp(const Indexes& indexes, std::chrono::milliseconds timeout, std::istream& in,
               std::ostream& out) {
    {
        Conversation conversation(indexes, timeout, out);
        for (std::string line; out && read_line(in, line);) {
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            Json message =
                line.size() > kMostLine ? Json(Json::value_t::discarded) : mcp_message(line);
            if (is_cancellation(message)) {
                conversation.cancel(message.at("params").value("requestId", Json()));
            } else {
                conversation.take(std::move(message));
            }
        }
    }
    if (!out) throw Error(ErrorKind::output, "standard output: the answers cannot be written");
}

}  // namespace sinodex
