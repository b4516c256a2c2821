// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

int status_with(std::uint16_t port, const std::string& fields, const std::string& path = "/") {
    RawClient client(port);
    client.send("GET " + path + " HTTP/1.1\r\n" + fields + "\r\n");
    return client.read().status;
}

Routes one_route() {
    Routes routes;
    routes.add({.pattern = "/", .handler = [](const HttpRequest&) { return HttpResponse(); }});
    routes.add({.pattern = "/open",
                .handler = [](const HttpRequest&) { return HttpResponse(); },
                .open = true});
    return routes;
}

struct AccessCase {
    std::string fields;
    int status;
};

TEST(Access, IsForHostsAndOriginsOfOurs) {
    RunningServer server(one_route());
    for (const AccessCase& one : std::vector<AccessCase>{
             {"Host: localhost\r\n", 200},
             {"Host: LOCALHOST:8080\r\n", 200},
             {"Host: 127.0.0.1:1\r\n", 200},
             {"Host: [::1]:8080\r\n", 200},
             {"Host: rebound.example\r\n", 421},
             {"Host: localhost.evil.example\r\n", 421},
             {"Host: localhost@evil.example\r\n", 421},
             {"Host: \r\n", 421},
             {"", 400},
             {"Host: localhost\r\nHost: localhost\r\n", 400},
             {"Host: localhost\r\nOrigin: http://localhost\r\n", 200},
             {"Host: localhost:80\r\nOrigin: http://localhost:81\r\n", 403},
             {"Host: localhost\r\nOrigin: http://evil.example\r\n", 403},
             {"Host: localhost\r\nOrigin: null\r\n", 403},
             {"Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n", 403},
             {"Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n", 200},
             {"Host: localhost\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n", 200},
         }) {
        EXPECT_EQ(status_with(server.port(), one.fields), one.status) << one.fields;
    }
    EXPECT_EQ(status_with(server.port(), "Host: localhost\r\n", "http://localhost:99/"), 200);
    EXPECT_EQ(status_with(server.port(), "Host: localhost\r\n", "http://evil.example/"), 421);
    EXPECT_EQ(status_with(server.port(), "Host: a\r\nHost: b\r\n", "http://localhost/"), 400);
}

TEST(Access, WantsTheToken) {
    RunningServer server(one_route(), {}, {loopback_hosts(), "0123456789abcdef"});
    const std::string host = "Host: localhost\r\n";
    EXPECT_EQ(status_with(server.port(), host, "/open"), 200);
    for (const AccessCase& one : std::vector<AccessCase>{
             {"", 401},
             {"Authorization: Bearer 0123456789abcdef\r\n", 200},
             {"Authorization: bearer 0123456789abcdef\r\n", 200},
             {"Authorization: Bearer 0123456789abcdeF\r\n", 401},
             {"Authorization: Bearer 0123456789abcdef0123456789abcdef\r\n", 401},
             {"Authorization: Bearer \r\n", 401},
             {"Authorization: 0123456789abcdef\r\n", 401},
             {"Authorization: Basic YW55Ym9keTowMTIzNDU2Nzg5YWJjZGVm\r\n", 200},  // anybody:...
             {"Authorization: Basic YW55Ym9keTowMTIz\r\n", 401},
             {"Authorization: Basic !\r\n", 401},
         }) {
        EXPECT_EQ(status_with(server.port(), host + one.fields), one.status) << one.fields;
    }
}

TEST(Access, ReadsATokenFromAFile) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_token(folder.write("token", " 0123456789abcdef\n")), "0123456789abcdef");
    expect_error(ErrorKind::input, "cannot be read", [&] { read_token(folder / "none"); });
    for (const char* text : {"", "short", "0123456789 abcdef",
                             "0123456789abcd\x01"
                             "ef"}) {
        const std::string path = folder.write("token", text);
        expect_error(ErrorKind::usage, "16 characters", [&] { read_token(path); });
    }
}

}  // namespace
}  // namespace sinodex
