// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/error.h"
#include "corpus/remote/connection.h"

namespace sinodex {

// A shard on another machine that cannot be asked any more: what() says why, place() which it is.
class LostShard : public Error {
 public:
    LostShard(std::string place, const std::string& reason, bool slow);
    const std::string& place() const { return place_; }
    bool slow() const { return slow_; }  // it has not answered in time

 private:
    std::string place_;
    bool slow_;
};

// How a server is to order what matches, by numbers of Xapian's protocol.
enum class MatchOrder : char { value = '1', weight_then_value = '3' };

// A match as a server is asked for it.
struct MatchAsked {
    std::string query;  // serialised, as the two that follow
    std::uint32_t query_length = 0;
    std::string weighting;
    std::string parameters;
    MatchOrder order = MatchOrder::weight_then_value;
    std::uint32_t order_slot = 0;
    bool descending = false;            // of the slot's values
    std::optional<std::uint32_t> with;  // a slot whose values come along; they must differ
    std::uint32_t most = 0;             // so many of the best

    auto operator<=>(const MatchAsked&) const = default;
};

// A match is weighed by these: its terms, and all documents, in all shards together.
struct MatchStatistics {
    struct Term {
        std::uint64_t documents = 0;
        std::uint64_t occurrences = 0;
    };
    std::uint64_t documents = 0;
    std::uint64_t length = 0;
    std::map<std::string, Term> terms;
};

struct FoundDocument {
    std::uint32_t document = 0;
    double weight = 0;
    std::string order;  // the value of the order's slot
    std::string with;   // the value that came along
};

struct MatchFound {
    std::vector<FoundDocument> documents;
    std::uint64_t matches = 0;  // about so many, in all
};

// A Xapian database that xapian-tcpsrv serves, asked by Xapian's remote protocol, version 39
// (Xapian 1.4). Xapian's own client waits for each answer. This one sends what it has to ask in one
// go: so that one round trip answers several questions. A match takes one and not two, as the
// statistics of all shards are known beforehand.
//
// What is asked is sent by flush(), or when an answer is waited for; answers may be taken in any
// order, each once. Nothing waits longer than `patience`, or half of what is left to the deadline.
// Where the server has ended the connection meanwhile, the next question opens another one. Throws
// LostShard where that cannot be done, the database is another one than it was, or the server
// reports an error. Not thread-safe.
class ShardLink {
 public:
    using Clock = ShardConnection::Clock;
    using Ticket = std::uint64_t;

    ShardLink(std::string place, Clock::duration patience);
    ~ShardLink();
    ShardLink(const ShardLink&) = delete;
    ShardLink& operator=(const ShardLink&) = delete;

    const std::string& place() const { return place_; }
    // It is made of those of the database's parts, joined by colons.
    const std::string& uuid() const { return uuid_; }
    void set_deadline(std::optional<Clock::time_point> deadline) { deadline_ = deadline; }

    Ticket ask_metadata(std::string_view key);
    Ticket ask_match(const MatchAsked& match, const MatchStatistics& statistics);
    Ticket ask_postings(std::string_view term);
    void flush();

    std::string metadata(Ticket ticket);
    MatchFound match(Ticket ticket);
    std::vector<std::uint32_t> postings(Ticket ticket);

    // Answers that nobody has taken are not wanted any more.
    void forget();

    // How often it was waited for an answer to what was sent, since forget().
    std::uint64_t round_trips() const { return round_trips_; }

 private:
    struct Message {
        int type = 0;
        std::string bytes;
    };
    // An answer has so many messages; 0: all up to the one that says that it is done.
    struct Pending {
        Ticket ticket = 0;
        int messages = 1;
        std::vector<Message> answer;
    };

    void connect();
    void read_greeting();
    Ticket ask(std::initializer_list<std::pair<int, std::string_view>> messages, int answers);
    void await(Ticket ticket);
    std::vector<Message> answer(Ticket ticket);
    void receive();
    bool take_message();
    void add(Message message);
    Clock::time_point until() const;
    template <typename Act>
    void guarded(Act act);
    [[noreturn]] void lose(const std::string& reason, bool slow);

    std::string place_;
    Clock::duration patience_;
    std::optional<Clock::time_point> deadline_;
    std::unique_ptr<ShardConnection> connection_;
    std::string uuid_;
    std::string out_;
    std::string in_;
    std::size_t read_ = 0;  // bytes of in_ that were taken
    std::deque<Pending> pending_;
    std::unordered_map<Ticket, std::vector<Message>> answers_;
    Ticket next_ = 1;
    Ticket wanted_ = 1;   // answers to earlier ones are dropped
    bool asked_ = false;  // since an answer was waited for
    std::uint64_t round_trips_ = 0;
};

}  // namespace sinodex
