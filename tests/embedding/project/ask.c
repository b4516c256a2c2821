/* SPDX-License-Identifier: GPL-2.0-or-later */

/* ask FOLDER DB QUERY: the same in C, and what goes wrong there. */

#include <sinodex.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static int count_calls(const sinodex_index_progress* progress, void* user) {
    if (progress->size >= sizeof(*progress)) ++*(int*)user;
    return 0;
}

static int give_up(const sinodex_index_progress* progress, void* user) {
    (void)progress;
    (void)user;
    return 1;
}

static int failed(sinodex_error* error) {
    fprintf(stderr, "%d %s\n  %s\n", (int)sinodex_error_status(error),
            sinodex_error_message(error), sinodex_error_hint(error));
    sinodex_error_free(error);
    return 1;
}

static int index_folder(const char* folder, const char* database) {
    char options[2000];
    int calls = 0;
    sinodex_error* error = NULL;
    char* report;
    snprintf(options, sizeof(options), "{\"paths\": [\"%s\"], \"database\": \"%s\", \"dictionary\": \"\"}", folder,
             database);
    if (sinodex_index(options, give_up, NULL, &error) != NULL) return 1;
    printf("gave up: %d\n", sinodex_error_status(error) == SINODEX_INTERRUPTED);
    sinodex_error_free(error);
    error = NULL;
    report = sinodex_index(options, count_calls, &calls, &error);
    if (report == NULL) return failed(error);
    printf("progress: %d, added: %d\n", calls > 0, strstr(report, "\"added\":") != NULL);
    sinodex_free(report);
    return 0;
}

static int print_hits(const sinodex_searcher* searcher, const char* request) {
    sinodex_error* error = NULL;
    sinodex_result* result = sinodex_search(searcher, request, NULL, &error);
    sinodex_hit hit;
    size_t i;
    if (result == NULL) return failed(error);
    hit.size = sizeof(hit);
    for (i = 0; sinodex_result_hit(result, i, &hit); ++i) {
        printf("%zu %s, %d marks, text whole: %d\n", hit.rank, hit.id, hit.mark_count > 0,
               strlen(hit.text) == hit.text_length && hit.end - hit.begin == hit.text_length);
    }
    sinodex_result_free(result);
    return 0;
}

static void print_warnings(const sinodex_searcher* searcher) {
    const char* request = "{\"query\": \"Alibbaba \\\"fine\", \"limit\": 1}";
    sinodex_result* result = sinodex_search(searcher, request, NULL, NULL);
    printf("warned: %d, no more: %d, meant: %s\n", sinodex_result_warning(result, 0) != NULL,
           sinodex_result_warning(result, 99) == NULL, sinodex_result_suggestion(result));
    sinodex_result_free(result);
}

static void print_one_line(const sinodex_searcher* searcher) {
    const char* request = "{\"query\": \"China\", \"limit\": 2, \"format\": \"jsonl\"}";
    char* json = sinodex_answer(searcher, request, NULL, NULL);
    printf("one line: %d\n", json != NULL && strchr(json, '\n') == json + strlen(json) - 1);
    sinodex_free(json);
}

/* Of a program that knew a shorter struct nothing is read behind its end. */
static void print_bounds(const sinodex_searcher* searcher, const sinodex_cancel* cancel) {
    sinodex_bounds bounds = {offsetof(sinodex_bounds, cancel), 0, cancel};
    sinodex_error* error = NULL;
    char* json = sinodex_answer(searcher, "{\"query\": \"China\"}", &bounds, &error);
    printf("short bounds: %d\n", json != NULL && error == NULL);
    sinodex_free(json);
    bounds.size = 0;
    if (sinodex_answer(searcher, "{\"query\": \"China\"}", &bounds, &error) == NULL) failed(error);
}

static void print_failures(const sinodex_searcher* searcher) {
    sinodex_error* error = NULL;
    sinodex_cancel* cancel = sinodex_cancel_new();
    sinodex_bounds bounds = {sizeof(bounds), 0, NULL};
    if (sinodex_answer(searcher, "{\"query\": \"x\", \"view\": \"no\"}", NULL, &error) == NULL) {
        failed(error);
    }
    error = NULL;
    if (sinodex_answer(searcher, "nothing", NULL, &error) == NULL) failed(error);
    error = NULL;
    if (sinodex_answer(searcher, NULL, NULL, &error) == NULL) failed(error);
    error = NULL;
    if (sinodex_open("/nowhere", &error) == NULL) failed(error);
    sinodex_open("/nowhere", NULL);
    sinodex_cancel_set(cancel);
    bounds.cancel = cancel;
    error = NULL;
    if (sinodex_answer(searcher, "{\"query\": \"China\"}", &bounds, &error) == NULL) failed(error);
    print_bounds(searcher, cancel);
    sinodex_cancel_free(cancel);
}

int main(int argc, char** argv) {
    sinodex_error* error = NULL;
    sinodex_searcher* searcher;
    char request[500];
    char* json;
    int status;
    if (argc != 4 || sinodex_abi() != SINODEX_ABI) return 2;
    if (index_folder(argv[1], argv[2]) != 0) return 1;
    searcher = sinodex_open(argv[2], &error);
    if (searcher == NULL) return failed(error);
    snprintf(request, sizeof(request), "{\"query\": \"%s\", \"limit\": 2}", argv[3]);
    status = print_hits(searcher, request);
    json = sinodex_verify(searcher, "a shop window, a games studio and a lock", 1, &error);
    printf("verified: %d\n", json != NULL && strstr(json, "\"exactly\"") != NULL);
    sinodex_free(json);
    json = sinodex_complete(searcher, "company:ali", 11, 1, &error);
    printf("completed: %d\n", json != NULL && strstr(json, "\"alibaba\"") != NULL);
    sinodex_free(json);
    print_warnings(searcher);
    print_one_line(searcher);
    print_failures(searcher);
    sinodex_close(searcher);
    return status;
}
