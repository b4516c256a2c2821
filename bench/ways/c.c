/* SPDX-License-Identifier: GPL-2.0-or-later */

/* c DB hits|json: for each request on standard input, a JSON object, the microseconds that
 * sinodex_search or sinodex_answer took. */

#include <sinodex.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static size_t hits_of(const sinodex_searcher* searcher, const char* request) {
    sinodex_result* result = sinodex_search(searcher, request, NULL, NULL);
    sinodex_hit hit;
    size_t count = 0;
    hit.size = sizeof(hit);
    while (sinodex_result_hit(result, count, &hit)) ++count;
    sinodex_result_free(result);
    return count;
}

static size_t length_of_json(const sinodex_searcher* searcher, const char* request) {
    char* json = sinodex_answer(searcher, request, NULL, NULL);
    const size_t length = json == NULL ? 0 : strlen(json);
    sinodex_free(json);
    return length;
}

int main(int argc, char** argv) {
    char line[10000];
    sinodex_searcher* searcher = argc == 3 ? sinodex_open(argv[1], NULL) : NULL;
    if (searcher == NULL) return 2;
    while (fgets(line, sizeof(line), stdin) != NULL) {
        const int json = strcmp(argv[2], "json") == 0;
        const double start = now();
        const size_t size = (json ? length_of_json : hits_of)(searcher, line);
        printf("%f %zu\n", now() - start, size);
        fflush(stdout);
    }
    sinodex_close(searcher);
    return 0;
}
