/* SPDX-License-Identifier: GPL-2.0-or-later */

/* Sinodex for programs in C, and for all languages that can call C.
 *
 * libsinodex-searcher has what reads a database, libsinodex-indexer what writes one, from
 * sinodex_index() on; both have the functions on errors, versions and memory.
 *
 *     sinodex_error* error = NULL;
 *     sinodex_searcher* searcher = sinodex_open("news.db", &error);
 *     char* json = NULL;
 *     if (searcher) json = sinodex_answer(searcher, "{\"query\": \"Didi\"}", NULL, &error);
 *     if (json) puts(json);
 *     if (error) fprintf(stderr, "%s\n", sinodex_error_message(error));
 *     sinodex_free(json);
 *     sinodex_error_free(error);
 *     sinodex_close(searcher);
 *
 * Text is UTF-8 and ends with a NUL. Offsets named *_code_point are in code points, all others in
 * bytes. What a function returns as `char*` belongs to the caller, who gives it to sinodex_free().
 * A function that can fail takes `error`, which may be NULL; when it fails it returns NULL or 0 and
 * puts a new error there, which the caller gives to sinodex_error_free(). Otherwise it leaves the
 * place alone. Nothing here prints, aborts, or keeps a global state.
 *
 * Threads: a searcher may be used by any number of threads at once, but for sinodex_close(). A
 * result and an error belong to one thread at a time. A cancel flag may be set from any thread.
 *
 * Compatibility: within one SINODEX_ABI functions are added, never changed; structs grow at their
 * end only, and say their size, so that an older program goes on. A program compares
 * sinodex_abi() with the SINODEX_ABI that it was compiled with. */
#ifndef SINODEX_H
#define SINODEX_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SINODEX_ABI 1

uint32_t sinodex_abi(void);
const char* sinodex_version(void); /* as "0.2.0"; not to be freed */

/* What went wrong. The programs' exit statuses are in parentheses. */
typedef enum sinodex_status {
    SINODEX_OK = 0,
    SINODEX_USAGE = 1,       /* a parameter or option that cannot be used (2) */
    SINODEX_QUERY = 2,       /* a query, id or quotation that cannot be used (2) */
    SINODEX_DATABASE = 3,    /* missing, of another version, or damaged (3) */
    SINODEX_LOCKED = 4,      /* another process is writing to the database (4) */
    SINODEX_INPUT = 5,       /* an input that cannot be read (5) */
    SINODEX_OUTPUT = 6,      /* an output that cannot be written (5) */
    SINODEX_INTERRUPTED = 7, /* cancelled, or not done in time */
    SINODEX_MEMORY = 8,      /* there is too little */
    SINODEX_INTERNAL = 9     /* a mistake of this library */
} sinodex_status;

typedef struct sinodex_error sinodex_error;
sinodex_status sinodex_error_status(const sinodex_error* error); /* SINODEX_OK for NULL */
const char* sinodex_error_message(const sinodex_error* error);   /* valid as long as the error */
const char* sinodex_error_hint(const sinodex_error* error);      /* what to do; may be empty */
void sinodex_error_free(sinodex_error* error);                   /* NULL does nothing */

void sinodex_free(char* text); /* NULL does nothing */

/* ---- Searching -------------------------------------------------------------------------------*/

typedef struct sinodex_searcher sinodex_searcher;
sinodex_searcher* sinodex_open(const char* database, sinodex_error** error);
void sinodex_close(sinodex_searcher* searcher); /* no call on it may be under way */

/* Turns to the newest version of the database. 1: there was a newer one, 0: not, or it failed. */
int sinodex_refresh(sinodex_searcher* searcher, sinodex_error** error);
uint64_t sinodex_article_count(const sinodex_searcher* searcher);
uint32_t sinodex_revision(const sinodex_searcher* searcher);

/* A flag that ends the searches that were given it, within some milliseconds. */
typedef struct sinodex_cancel sinodex_cancel;
sinodex_cancel* sinodex_cancel_new(void); /* NULL where there is no memory */
void sinodex_cancel_set(sinodex_cancel* cancel);
void sinodex_cancel_free(sinodex_cancel* cancel); /* also while searches have it */

/* What bounds a call. NULL stands for no bounds. */
typedef struct sinodex_bounds {
    size_t size;                  /* sizeof(sinodex_bounds), set by the caller */
    uint64_t timeout_ms;          /* 0: none */
    const sinodex_cancel* cancel; /* may be NULL */
} sinodex_bounds;

/* Answers a request and returns the JSON of docs/json-output.md. `request` is a JSON object with
 * the options of sinodex-search by their names, as in
 * {"query": "Alibaba fine", "view": "figures", "limit": 5}; with "format": "jsonl" the answer is
 * one line, otherwise it is laid out over several. */
char* sinodex_answer(const sinodex_searcher* searcher, const char* request,
                     const sinodex_bounds* bounds, sinodex_error** error);

/* Whether a quotation stands in the collection, and at most `limit` places where. */
char* sinodex_verify(const sinodex_searcher* searcher, const char* quotation, size_t limit,
                     sinodex_error** error);

/* How a query may go on behind `cursor` bytes: {"completions":[{"text","name","articles","begin",
 * "end","whole"}]}, where `text` takes the place of the bytes from `begin` to `end`. */
char* sinodex_complete(const sinodex_searcher* searcher, const char* line, size_t cursor,
                       size_t limit, sinodex_error** error);

/* The hits of a search as plain structs; the request must ask for passages or articles. */
typedef struct sinodex_result sinodex_result;
sinodex_result* sinodex_search(const sinodex_searcher* searcher, const char* request,
                               const sinodex_bounds* bounds, sinodex_error** error);
void sinodex_result_free(sinodex_result* result);
uint64_t sinodex_result_articles(const sinodex_result* result); /* that match; may be estimated */
size_t sinodex_result_count(const sinodex_result* result);      /* of hits */

/* What the query lets one expect and is not so, in a sentence each; NULL where there is no such
 * warning. The query as it was probably meant, empty where it is as it should be. Both are valid as
 * long as the result. */
const char* sinodex_result_warning(const sinodex_result* result, size_t index);
const char* sinodex_result_suggestion(const sinodex_result* result);

/* These stand in an array, so their size never changes. */
typedef struct sinodex_mark {
    uint32_t begin, end;                       /* of the article's stored text */
    uint32_t begin_code_point, end_code_point; /* the same */
    const char* why;                           /* the rule, as "exact" or "entity" */
} sinodex_mark;

typedef struct sinodex_hit {
    size_t size; /* sizeof(sinodex_hit), set by the caller */
    size_t rank; /* from 1 */
    double score;
    const char* id;      /* of the passage, "article#n", or of the article */
    const char* article; /* its id; what follows is empty where it is not known */
    const char *title, *url, *source, *author, *date, *lang;
    const char* text; /* of the passage, as it stands in the article */
    size_t text_length;
    uint32_t begin, end;       /* of the article's stored text */
    uint32_t begin_code_point; /* the same as begin */
    const sinodex_mark* marks; /* what matched, in order */
    size_t mark_count;
} sinodex_hit;

/* Fills `hit`; 1, or 0 where there is no such hit. Its pointers are valid as long as the result. */
int sinodex_result_hit(const sinodex_result* result, size_t index, sinodex_hit* hit);

/* ---- Indexing --------------------------------------------------------------------------------*/

typedef struct sinodex_index_progress {
    size_t size; /* of what the library filled */
    uint64_t documents, bytes_read;
    uint64_t bytes_total; /* 0: not known */
    int merging;          /* reading is over */
} sinodex_index_progress;

/* Called by the calling thread ten times a second at most. Not 0: give up; the database stays as
 * it was, and the call ends with SINODEX_INTERRUPTED. */
typedef int (*sinodex_progress)(const sinodex_index_progress* progress, void* user);

/* Brings a database up to date. `options` is a JSON object: "database" and "paths" (a list of files
 * and folders), and if wanted "rebuild", "prune", "prune_empty", "words_only" (true or false),
 * "entities" (a list of files), "dictionary" (a file), "shard" ("3/8"), "threads", "wait_seconds",
 * "max_document_bytes". Returns the report: {"read", "added",
 * "replaced", "unchanged", "pruned", "skipped", "articles", "revision", "wrote", "seconds",
 * "skipped_documents": [{"origin", "reason"}], ...}. `progress` may be NULL. */
char* sinodex_index(const char* options, sinodex_progress progress, void* user,
                    sinodex_error** error);

/* Compares a database with its checksums: {"bytes", "revision", "revision_time"}. */
char* sinodex_check(const char* database, sinodex_error** error);

#ifdef __cplusplus
}
#endif

#endif
