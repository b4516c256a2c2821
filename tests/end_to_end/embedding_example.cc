// SPDX-License-Identifier: GPL-2.0-or-later

// How a program of yours searches: all that it needs is searcher/searcher.h and the library
// sinodex::searcher. Usage: embedding_example DB QUERY

#include <iostream>

#include "searcher/searcher.h"

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        const sinodex::Searcher searcher(argv[1]);
        sinodex::SearchRequest request;
        request.query = argv[2];
        request.limit = 3;
        for (const sinodex::SearchHit& hit : searcher.search(request).hits) {
            std::cout << hit.rank << '\t' << hit.id << '\t' << hit.article.title << '\n';
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
