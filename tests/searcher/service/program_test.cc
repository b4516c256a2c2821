// SPDX-License-Identifier: GPL-2.0-or-later

// sinodex-serve as systemd runs it: a socket that is passed on, notices of its state, and its end.

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <thread>

#include "tests/searcher/news.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/support/matchers.h"
#include "tests/support/process.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr const char* kServe = SINODEX_BIN_DIR "/sinodex-serve";
constexpr const char* kActivator = "/usr/bin/systemd-socket-activate";

// A socket that listens at a free port of this machine; children inherit it.
class ListeningSocket {
 public:
    ListeningSocket() : descriptor_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        bind(descriptor_, reinterpret_cast<sockaddr*>(&address), size);
        EXPECT_EQ(listen(descriptor_, 16), 0);
        getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    }
    ~ListeningSocket() { close(descriptor_); }
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;

    std::string descriptor() const { return std::to_string(descriptor_); }
    std::uint16_t port() const { return port_; }

 private:
    int descriptor_;
    std::uint16_t port_ = 0;
};

// Hears what a service tells of its state, as systemd would.
class NotifySocket {
 public:
    explicit NotifySocket(const std::string& path)
        : descriptor_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
        EXPECT_EQ(bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    }
    ~NotifySocket() { close(descriptor_); }
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    // Returns what has been told and not been heard yet.
    std::string heard() const {
        std::array<char, 256> bytes{};
        const ssize_t size = recv(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT);
        return size < 0 ? "" : std::string(bytes.data(), static_cast<std::size_t>(size));
    }

 private:
    int descriptor_;
};

void tell_to_end(const std::string& pid_file) { ::kill(std::stoi(read_file(pid_file)), SIGTERM); }

// A program that bash becomes, having noted its process id in the file $1.
Process started(const std::string& line, const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"/bin/bash", "-c", "echo $$ >\"$1\"; " + line};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return Process(command);
}

TEST(ServeProgram, ServesASocketThatIsPassedOn) {
    const TemporaryFolder folder;
    const ListeningSocket socket;
    const NotifySocket notices(folder / "notify");
    Process program = started(
        "export LISTEN_PID=$$ LISTEN_FDS=1 NOTIFY_SOCKET=\"$4\"; exec 3<&\"$2\"; "
        "exec \"$0\" --db \"$3\"",
        {kServe, folder / "pid", socket.descriptor(), news_database().path(), folder / "notify"});
    EXPECT_EQ(RawClient(socket.port()).get("/v1/search?q=fine").status, 200);
    EXPECT_EQ(notices.heard(), "READY=1");
    tell_to_end(folder / "pid");
    const ProcessEnd end = program.wait();
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr(":" + std::to_string(socket.port()) + "/ serves db\n"));
    EXPECT_EQ(notices.heard(), "STOPPING=1");
}

bool is_listened_to(std::uint16_t port) {
    const int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool is = connect(one, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
    close(one);
    return is;
}

TEST(ServeProgram, IsStartedBySystemdsActivator) {
    if (!std::filesystem::exists(kActivator)) GTEST_SKIP() << kActivator << " is not installed";
    const TemporaryFolder folder;
    const std::uint16_t port = ListeningSocket().port();
    Process program =
        started("exec \"$0\" -l 127.0.0.1:\"$2\" \"$3\" --db \"$4\"",
                {kActivator, folder / "pid", std::to_string(port), kServe, news_database().path()});
    for (int i = 0; i < 500 && !is_listened_to(port); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_EQ(RawClient(port).get("/v1/search?q=fine").status, 200);
    tell_to_end(folder / "pid");
    EXPECT_EQ(program.wait().status, 0);
}

TEST(ServeProgram, SaysWhyItDoesNotServe) {
    const TemporaryFolder folder;
    const ListeningSocket taken;
    const std::string db = news_database().path();
    struct Case {
        std::vector<std::string> arguments;
        int status;
        const char* words;
    };
    for (const Case& one : std::vector<Case>{
             {{"--db", folder / "none"}, 3, "none"},
             {{"--db", db, "--db", db}, 2, "comes twice"},
             {{"--db", db, "--listen", "0.0.0.0"}, 2, "would serve other machines"},
             {{"--db", db, "--listen", "somewhere", "--public"}, 2, "is no address"},
             {{"--db", db, "--port", std::to_string(taken.port())}, 5, "cannot be listened to"},
             {{"--db", db, "--token-file", folder / "none"}, 5, "token cannot be read"},
             {{"--db", db, "query"}, 2, "no operands"},
         }) {
        std::vector<std::string> command{kServe};
        command.insert(command.end(), one.arguments.begin(), one.arguments.end());
        const ProcessEnd end = run_process(command);
        EXPECT_EQ(end.status, one.status) << end.err;
        EXPECT_THAT(end.err, HasSubstr(one.words));
    }
    const ProcessEnd end =
        run_process({"/bin/bash", "-c",
                     "export LISTEN_PID=$$ LISTEN_FDS=2; exec \"$0\" --db \"$1\"", kServe, db});
    EXPECT_EQ(end.status, 2);
    EXPECT_THAT(end.err, HasSubstr("several sockets were passed on"));
}

}  // namespace
}  // namespace sinodex
