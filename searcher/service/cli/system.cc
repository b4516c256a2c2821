// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/cli/system.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "corpus/error.h"

namespace sinodex {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}  // namespace

int passed_socket() {
    constexpr int kFirst = 3;
    if (environment("LISTEN_PID") != std::to_string(getpid())) return -1;
    const std::string count = environment("LISTEN_FDS");
    if (count.empty() || count == "0") return -1;
    if (count != "1") {
        throw Error(ErrorKind::usage, "several sockets were passed on, one is wanted",
                    "have one ListenStream= in the .socket unit");
    }
    fcntl(kFirst, F_SETFD, FD_CLOEXEC);
    return kFirst;
}

void notify_system(const std::string& state) {
    const std::string path = environment("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.empty() || path.size() >= sizeof(address.sun_path)) return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    if (path.front() == '@') address.sun_path[0] = '\0';
    const int socket_to = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket_to < 0) return;
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    sendto(socket_to, state.data(), state.size(), MSG_NOSIGNAL,
           reinterpret_cast<const sockaddr*>(&address), size);
    close(socket_to);
}

void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace sinodex
