// SPDX-License-Identifier: GPL-2.0-or-later

// library DB: for each query on standard input the microseconds that Searcher::search took.

#include <searcher/searcher.h>

#include <chrono>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const sinodex::Searcher searcher(argv[1]);
    for (std::string line; std::getline(std::cin, line);) {
        const auto start = std::chrono::steady_clock::now();
        sinodex::SearchRequest request;
        request.query = line;
        request.per_article = 3;  // as all other ways do unless they are told otherwise
        const std::size_t hits = searcher.search(request).hits.size();
        const std::chrono::duration<double, std::micro> took =
            std::chrono::steady_clock::now() - start;
        std::cout << took.count() << ' ' << hits << std::endl;
    }
}
