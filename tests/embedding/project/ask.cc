// SPDX-License-Identifier: GPL-2.0-or-later

// ask FOLDER DB QUERY: indexes a folder and prints the ids of the best passages.

#include <corpus/error.h>
#include <indexer/indexer.h>
#include <searcher/searcher.h>

#include <iostream>

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    try {
        sinodex::IndexOptions options;
        options.paths = {argv[1]};
        options.database = argv[2];
        sinodex::index_documents(options);
        const sinodex::Searcher searcher(argv[2]);
        sinodex::SearchRequest request;
        request.query = argv[3];
        request.limit = 2;
        for (const sinodex::SearchHit& hit : searcher.search(request).hits) {
            std::cout << hit.rank << ' ' << hit.id << '\n';
        }
    } catch (const sinodex::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
