// SPDX-License-Identifier: GPL-2.0-or-later

// Clients that do what no client should. Each wait has an absolute end.

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <set>
#include <vector>

#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

Routes small_routes() {
    Routes routes;
    routes.add({.pattern = "/quick",
                .handler =
                    [](const HttpRequest&) {
                        HttpResponse response;
                        response.body = "{}";
                        return response;
                    },
                .quick = true});
    routes.add({.method = "POST", .pattern = "/echo", .handler = [](const HttpRequest& request) {
                    HttpResponse response;
                    response.body = request.body;
                    return response;
                }});
    routes.add({.pattern = "/large", .handler = [](const HttpRequest&) {
                    HttpResponse response;
                    response.body = std::string(32U << 20U, 'x');
                    return response;
                }});
    routes.add({.pattern = "/broken", .handler = [](const HttpRequest&) -> HttpResponse {
                    throw std::runtime_error("secret of the inside");
                }});
    // Ends when its client has gone, or its time is up.
    routes.add({.pattern = "/slow", .handler = [](const HttpRequest& request) {
                    while (!*request.cancelled && Clock::now() < request.deadline) {
                        std::this_thread::sleep_for(1ms);
                    }
                    HttpResponse response;
                    response.body = *request.cancelled ? "cancelled" : "late";
                    return response;
                }});
    return routes;
}

ServerOptions short_times() {
    ServerOptions options;
    options.receive = 300ms;
    options.answer = 300ms;
    options.send = 500ms;
    options.farewell = 500ms;
    return options;
}

void expect_alive(RunningServer& server) {
    EXPECT_EQ(RawClient(server.port()).get("/quick").status, 200);
}

struct WireCase {
    std::string name, bytes;
    int status;
};

// One answer, and then the connection is closed: nothing that was sent behind is taken for another
// request.
TEST(Hostility, OfMalformedRequestsIsAnsweredOnce) {
    RunningServer server(small_routes(), short_times());
    const std::string host = "Host: localhost\r\n";
    const std::string end = "\r\nGET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (const WireCase& one : std::vector<WireCase>{
             {"length and chunks",
              "POST /echo HTTP/1.1\r\n" + host +
                  "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + end,
              400},
             {"chunks and length",
              "POST /echo HTTP/1.1\r\n" + host +
                  "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n" + end,
              400},
             {"two lengths",
              "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nx" +
                  end,
              400},
             {"negative length",
              "POST /echo HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n" + end, 400},
             {"length with a plus",
              "POST /echo HTTP/1.1\r\n" + host + "Content-Length: +1\r\n\r\nx" + end, 400},
             {"length beyond 64 bits",
              "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999999\r\n\r\n" +
                  end,
              400},
             {"no chunk size",
              "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + end,
              400},
             {"coding that is not chunked",
              "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n" + end, 501},
             {"no coding",
              "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: identity\r\n" + end, 501},
             {"coding behind chunked",
              "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked, identity\r\n" + end,
              501},
             {"coding before chunked",
              "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n" +
                  end,
              501},
             {"two codings",
              "POST /echo HTTP/1.1\r\n" + host +
                  "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n" + end,
              400},
             {"coding in HTTP/1.0",
              "POST /echo HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + end,
              501},
             {"length in hexadecimal",
              "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 0x1\r\n\r\nx" + end, 400},
             {"line ends without returns", "GET /quick HTTP/1.1\nHost: localhost\n\n" + end, 400},
             {"return within a field", "GET /quick HTTP/1.1\r\n" + host + "X: a\rb\r\n" + end, 400},
             {"space before colon", "GET /quick HTTP/1.1\r\nHost : localhost\r\n" + end, 400},
             {"NUL in the target", std::string("GET /qu\0ick HTTP/1.1\r\n", 23) + host + end, 400},
             {"NUL in a field",
              "GET /quick HTTP/1.1\r\n" + host + "X: a" + std::string(1, '\0') + "b\r\n" + end,
              400},
             {"space in the target", "GET /quick /x HTTP/1.1\r\n" + host + end, 400},
             {"HTTP/2", "GET /quick HTTP/2.0\r\n" + host + end, 400},
             {"HTTP/0.9", "GET /quick\r\n", 400},
             {"TLS", "\x16\x03\x01\x02\x01\x01" + std::string(60, '\x01'), 400},
             {"large body",
              "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 999999999\r\n\r\n" +
                  std::string(1000, 'x'),
              413},
             {"large chunk",
              "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n" +
                  std::string(1000, 'x'),
              413},
             {"large field",
              "GET /quick HTTP/1.1\r\n" + host + "X: " + std::string(100'000, 'x') + "\r\n" + end,
              431},
             {"large target", "GET /" + std::string(100'000, 'x') + " HTTP/1.1\r\n" + host + end,
              431},
         }) {
        RawClient client(server.port());
        client.send(one.bytes);
        EXPECT_EQ(client.read(false, 3s).status, one.status) << one.name;
        EXPECT_EQ(client.read(false, 3s).status, 0) << one.name << ": was answered twice";
        expect_alive(server);
    }
}

TEST(Hostility, OfManyFieldsIsBounded) {
    RunningServer server(small_routes(), short_times());
    std::string many = "GET /quick HTTP/1.1\r\nHost: localhost\r\n";
    for (int i = 0; i < 20'000; ++i) many += "a:b\r\n";
    RawClient client(server.port());
    client.send(many + "\r\n");
    EXPECT_EQ(client.read(false, 3s).status, 431);
}

TEST(Hostility, OfPathsFindsNoFiles) {
    RunningServer& server = news_server();
    for (const char* path :
         {"/../../../../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
          "/assets/..%2f..%2fetc%2fpasswd", "/assets/....//etc/passwd", "//etc/passwd",
          "/assets/\\..\\..\\etc\\passwd", "/etc/passwd%00.css", "/%"}) {
        const RawResponse response = RawClient(server.port()).get(path);
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_THAT(response.body, Not(HasSubstr("root:"))) << path;
    }
}

TEST(Hostility, OfFailuresTellsNothingOfTheInside) {
    RunningServer server(small_routes());
    const RawResponse response = RawClient(server.port()).get("/broken");
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, Not(HasSubstr("secret")));
    EXPECT_EQ(response.fields.at("content-type"), "application/problem+json");
}

TEST(Hostility, OfSlowSendersEndsAtTheDeadline) {
    RunningServer server(small_routes(), short_times());
    RawClient silent(server.port()), dripping(server.port()), body(server.port());
    body.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
    const auto start = Clock::now();
    const std::string head = "GET /quick HTTP/1.1\r\nHost: localhost\r\nX: ";
    bool open = true;
    for (std::size_t i = 0; open && Clock::now() - start < 5s; ++i) {
        open = dripping.send(i < head.size() ? head.substr(i, 1) : "x");
        open = open && body.send("y");
        std::this_thread::sleep_for(20ms);
        if (dripping.is_closed_within(1ms)) open = false;
    }
    EXPECT_FALSE(open) << "a client that drips was served for ever";
    EXPECT_TRUE(silent.is_closed_within(5s));
    EXPECT_TRUE(body.is_closed_within(5s));
    // A connection is counted behind its closing.
    while (server.server().figures().overdue < 2 && Clock::now() - start < 10s) {
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_GE(server.server().figures().overdue, 2U);
    expect_alive(server);
}

TEST(Hostility, OfSlowReadersEndsAtTheDeadline) {
    RunningServer server(small_routes(), short_times());
    RawClient client(server.port());
    client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto start = Clock::now();
    while (server.server().figures().overdue == 0 && Clock::now() - start < 10s) {
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(server.server().figures().overdue, 1U);
}

TEST(Hostility, OfManyReadersIsBoundedInMemory) {
    ServerOptions options = short_times();
    options.send = 5s;
    options.unread_bytes = 40U << 20U;
    RunningServer server(small_routes(), options);
    std::vector<std::unique_ptr<RawClient>> readers;
    for (int i = 0; i < 3; ++i) {
        readers.push_back(std::make_unique<RawClient>(server.port()));
        readers.back()->send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    std::this_thread::sleep_for(300ms);
    std::multiset<int> statuses;
    for (auto& one : readers) statuses.insert(one->read(true, 5s).status);
    EXPECT_EQ(statuses.count(503), 2U);
}

TEST(Hostility, OfAFloodOfConnectionsLeavesRoom) {
    ServerOptions options;
    options.connections = 20;
    RunningServer server(small_routes(), options);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 100; ++i) idle.push_back(std::make_unique<RawClient>(server.port()));
    for (int i = 0; i < 5; ++i) expect_alive(server);
    EXPECT_TRUE(idle.front()->is_closed_within(5s));
    EXPECT_GE(server.server().figures().evicted, 80U);
    EXPECT_LE(server.server().figures().open, 21U);
}

TEST(Hostility, OfAFullQueueIsRefusedAtOnce) {
    ServerOptions options;
    options.workers = 1;
    options.queue = 2;
    options.answer = 2s;
    RunningServer server(small_routes(), options);
    std::vector<std::unique_ptr<RawClient>> all;
    for (int i = 0; i < 6; ++i) {
        all.push_back(std::make_unique<RawClient>(server.port()));
        all.back()->send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    const auto start = Clock::now();
    while (server.server().figures().refused < 3 && Clock::now() - start < 5s) {
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_GE(server.server().figures().refused, 3U);
    expect_alive(server);  // quick answers need no worker
}

TEST(Hostility, OfLeavingEndsTheSearch) {
    ServerOptions options;
    options.workers = 1;
    options.answer = 20s;
    RunningServer server(small_routes(), options);
    const auto start = Clock::now();
    {
        RawClient client(server.port());
        client.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        std::this_thread::sleep_for(100ms);
    }
    // The only worker is free again.
    RawClient next(server.port());
    next.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi");
    EXPECT_EQ(next.read(false, 10s).body, "hi");
    EXPECT_LT(Clock::now() - start, 15s);
}

TEST(Serving, KeepsConnectionsAndOrder) {
    RunningServer server(small_routes());
    RawClient client(server.port());
    std::string requests;
    for (int i = 0; i < 50; ++i) {
        const std::string body = std::to_string(i);
        requests += "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    client.send(requests);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read().body, std::to_string(i));
    client.send("HEAD /quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(client.read(true).fields.at("content-length"), "2");
    client.send(
        "POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
        "Content-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    client.send("ok");
    EXPECT_EQ(client.read().body, "ok");
    EXPECT_EQ(client.get("/quick", "Connection: close\r\n").status, 200);
    EXPECT_TRUE(client.is_closed_within(5s));
}

TEST(Serving, EndsWithWhatIsUnderWay) {
    ServerOptions options;
    options.answer = 400ms;
    RunningServer server(small_routes(), options);
    RawClient idle(server.port()), working(server.port());
    EXPECT_EQ(idle.get("/quick").status, 200);
    working.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    const auto start = Clock::now();
    server.stop_and_wait();
    EXPECT_LT(Clock::now() - start, 4s) << "an idle connection held it up";
    const RawResponse response = working.read(false, 1s);
    EXPECT_EQ(response.body, "late");
    EXPECT_EQ(response.fields.at("connection"), "close");
    EXPECT_TRUE(idle.is_closed_within(1s));
}

}  // namespace
}  // namespace sinodex
