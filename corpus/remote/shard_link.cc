// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/remote/shard_link.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "corpus/remote/timed_out.h"
#include "corpus/remote/wire.h"

namespace sinodex {
namespace {

constexpr int kProtocol = 39;
constexpr const char* kHint =
    "see that xapian-tcpsrv runs there; docs/how-to/shards.md tells how to start it";

// Numbers of Xapian's remote protocol.
enum AskType : int { kAskQuery = 8, kAskPostings = 11, kAskMetadata = 22, kAskMatches = 26 };
enum AnswerType : int { kGreeting = 0, kFailure = 1, kDone = 2, kPosting = 15 };

std::string asked_bytes(const MatchAsked& match) {
    WireWriter out;
    out.string(match.query).number(match.query_length);
    out.number(match.with ? 1 : 0);
    if (match.with) out.number(*match.with);
    constexpr char kAscendingDocuments = '1';
    out.byte(kAscendingDocuments).number(match.order_slot).byte(static_cast<char>(match.order));
    out.byte(match.descending ? '1' : '0');
    out.fraction(0).byte(0).fraction(0);  // no bound of time, percent or weight
    out.string(match.weighting).string(match.parameters);
    out.string("");  // no documents are known as relevant
    return out.bytes();
}

std::string statistics_bytes(std::uint32_t most, const MatchStatistics& all) {
    WireWriter out;
    out.number(0).number(most).number(most);
    out.number(all.length).number(all.documents).number(0).number(all.length).byte(0);
    out.number(all.terms.size());
    for (const auto& [term, counts] : all.terms) {
        out.string(term).number(counts.documents).number(counts.occurrences);
    }
    return out.bytes();
}

FoundDocument found_document(WireReader& in) {
    FoundDocument found;
    found.weight = in.fraction();
    found.document = in.small_number();
    found.order = in.string();
    found.with = in.string();
    in.number();  // how many had the same value
    return found;
}

MatchFound found_in(std::string_view bytes) {
    WireReader in(bytes);
    MatchFound found;
    in.number();  // first rank
    in.number();  // at least so many match
    found.matches = in.number();
    for (int i = 0; i < 4; ++i) in.number();  // at most; and without putting equal values together
    for (int i = 0; i < 3; ++i) in.fraction();  // greatest weights, and percents
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count; ++i) found.documents.push_back(found_document(in));
    return found;
}

// The message of a serialised Xapian::Error.
std::string failure_in(std::string_view bytes) {
    WireReader in(bytes);
    if (bytes.empty()) return "it cannot answer";
    in.byte();    // kind of error
    in.string();  // context
    return std::string(in.string());
}

}  // namespace

LostShard::LostShard(std::string place, const std::string& reason, bool slow)
    : Error(ErrorKind::database, place + ": " + reason, kHint),
      place_(std::move(place)),
      slow_(slow) {}

ShardLink::ShardLink(std::string place, Clock::duration patience)
    : place_(std::move(place)), patience_(patience) {
    connect();
}

ShardLink::~ShardLink() = default;

ShardLink::Clock::time_point ShardLink::until() const {
    const Clock::time_point now = Clock::now();
    if (!deadline_) return now + patience_;
    return now + std::clamp((*deadline_ - now) / 2, Clock::duration(0), patience_);
}

void ShardLink::lose(const std::string& reason, bool slow) {
    connection_.reset();
    pending_.clear();
    answers_.clear();
    out_.clear();
    throw LostShard(place_, reason, slow);
}

template <typename Act>
void ShardLink::guarded(Act act) {
    try {
        act();
    } catch (const LostShard&) {
        throw;
    } catch (const TimedOut& error) {
        lose(error.what(), true);
    } catch (const std::runtime_error& error) {
        lose(error.what(), false);
    }
}

void ShardLink::connect() {
    guarded([&] {
        connection_.reset();
        in_.clear();
        read_ = 0;
        connection_ = std::make_unique<ShardConnection>(server_place(place_), until());
        pending_.push_back({0, 1, {}});
        await(0);
        read_greeting();
    });
}

void ShardLink::read_greeting() {
    const std::vector<Message> messages = answer(0);
    WireReader in(messages.front().bytes);
    const bool greets = messages.front().type == kGreeting;
    if (!greets || in.rest().empty() || in.byte() != kProtocol) {
        lose("is no xapian-tcpsrv of Xapian 1.4", false);
    }
    in.byte();                                // minor version
    for (int i = 0; i < 4; ++i) in.number();  // documents, and bounds of their lengths
    in.byte();                                // whether it has positions
    in.number();                              // length of all
    const std::string uuid(in.rest());
    if (!uuid_.empty() && uuid != uuid_) lose("serves another state than it did", false);
    uuid_ = uuid;
}

ShardLink::Ticket ShardLink::ask(std::initializer_list<std::pair<int, std::string_view>> messages,
                                 int answers) {
    const bool idle = pending_.empty() && out_.empty();
    if (!connection_ || (idle && connection_->is_broken())) connect();
    for (const auto& [type, bytes] : messages) {
        WireWriter out;
        out.byte(static_cast<char>(type)).string(bytes);
        out_.append(out.bytes());
    }
    pending_.push_back({next_, answers, {}});
    return next_++;
}

ShardLink::Ticket ShardLink::ask_metadata(std::string_view key) {
    return ask({{kAskMetadata, key}}, 1);
}

ShardLink::Ticket ShardLink::ask_match(const MatchAsked& match, const MatchStatistics& statistics) {
    const std::string query = asked_bytes(match);
    const std::string known = statistics_bytes(match.most, statistics);
    return ask({{kAskQuery, query}, {kAskMatches, known}}, 2);
}

ShardLink::Ticket ShardLink::ask_postings(std::string_view term) {
    return ask({{kAskPostings, term}}, 0);
}

void ShardLink::flush() {
    if (out_.empty()) return;
    guarded([&] {
        asked_ = true;
        connection_->send(out_, in_, until());
        out_.clear();
    });
}

void ShardLink::await(Ticket ticket) {
    flush();
    if (asked_) ++round_trips_;
    asked_ = false;
    guarded([&] {
        const Clock::time_point end = until();
        while (!answers_.contains(ticket)) {
            if (take_message()) continue;
            if (pending_.empty()) lose("was not asked", false);
            connection_->receive(in_, end);
        }
    });
}

std::vector<ShardLink::Message> ShardLink::answer(Ticket ticket) {
    const auto at = answers_.find(ticket);
    std::vector<Message> messages = std::move(at->second);
    answers_.erase(at);
    for (const Message& message : messages) {
        if (message.type == kFailure) lose("the server says: " + failure_in(message.bytes), false);
    }
    return messages;
}

// Takes a whole message out of what has come; false where there is none.
bool ShardLink::take_message() {
    const std::string_view come = std::string_view(in_).substr(read_);
    constexpr std::size_t kMostHeader = 12;
    if (come.size() < 2) return false;
    std::size_t size = 0;
    WireReader header(come.substr(0, kMostHeader));
    try {
        header.byte();
        size = header.number();
    } catch (const Error&) {
        if (come.size() >= kMostHeader) throw;
        return false;
    }
    const std::size_t begin = std::min(come.size(), kMostHeader) - header.rest().size();
    if (come.size() - begin < size) return false;
    Message message{come.front(), std::string(come.substr(begin, size))};
    read_ += begin + size;
    constexpr std::size_t kMuch = 1U << 20U;
    if (read_ == in_.size() || read_ > kMuch) {
        in_.erase(0, read_);
        read_ = 0;
    }
    add(std::move(message));
    return true;
}

void ShardLink::add(Message message) {
    if (pending_.empty()) lose("answers what nobody has asked", false);
    Pending& first = pending_.front();
    const bool ends = message.type == kFailure || message.type == kDone;
    first.answer.push_back(std::move(message));
    const bool whole = first.messages == 0
                           ? ends
                           : first.answer.size() == static_cast<std::size_t>(first.messages);
    if (!whole) return;
    if (first.ticket == 0 || first.ticket >= wanted_) {
        answers_[first.ticket] = std::move(first.answer);
    }
    pending_.pop_front();
}

std::string ShardLink::metadata(Ticket ticket) {
    await(ticket);
    return std::move(answer(ticket).front().bytes);
}

MatchFound ShardLink::match(Ticket ticket) {
    await(ticket);
    MatchFound found;
    guarded([&] { found = found_in(answer(ticket).back().bytes); });
    return found;
}

std::vector<std::uint32_t> ShardLink::postings(Ticket ticket) {
    await(ticket);
    std::vector<std::uint32_t> documents;
    guarded([&] {
        std::uint32_t last = 0;
        for (const Message& message : answer(ticket)) {
            if (message.type != kPosting) continue;
            last += WireReader(message.bytes).small_number() + 1;
            documents.push_back(last);
        }
    });
    return documents;
}

void ShardLink::forget() {
    wanted_ = next_;
    answers_.clear();
    round_trips_ = 0;
}

}  // namespace sinodex
