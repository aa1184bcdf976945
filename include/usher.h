/* usher.h - Usher in your own program: open a release, triage messages, close.
 *
 *     struct usher_release *release;
 *     struct usher_worker *worker;
 *     const struct usher_decision *decision;
 *
 *     if (usher_open(&release, "acme.rel", NULL, NULL) == USHER_OK &&
 *         usher_worker_open(&worker, release, NULL, NULL) == USHER_OK &&
 *         usher_triage(worker, text, len, NULL, &decision, NULL) == USHER_OK) {
 *         printf("%s, because of %s\n", decision->action_name, decision->reason);
 *     }
 *
 * with usher_worker_close() and usher_close() in the end; docs/embed/ has all of it.
 *
 * A release is the file that `usher build FOLDER -o FILE` makes of a bot folder.  The
 * same message to the same release is the same decision here, from the program and from
 * the server.  Nothing is learned, sent or written, and no network is used.
 *
 * Errors: every function that can fail returns USHER_OK or one of USHER_ERROR_..., and
 * then has written no output but *error, which may be NULL.  Memory that cannot be had is
 * USHER_ERROR_LIMIT, like any other limit: nothing is lost, and the same call may be
 * tried again.  The library does not print, handles no signals, has no global state, and
 * ends the process only where an assertion finds a bug of its own.
 *
 * Threads: a release may be used by any number of threads at once.  A worker belongs to
 * one thread at a time: open one for each.  A release is closed after its workers.  A
 * thread needs 64 KiB of stack.
 *
 * Texts that you give are UTF-8 and are only read during the call.  Texts that you get
 * are UTF-8, end with a NUL, are never NULL ("" where there is nothing to say), and live
 * as long as the struct that they were found in.
 *
 * Growth: structs that you fill begin with their size, and those that you get are made by
 * the library; new members come at their ends.  Zero what you do not fill:
 * `struct usher_about about = { sizeof about };`
 */
#ifndef USHER_H
#define USHER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define USHER_VERSION "0.1.0" /* of this header */

/* Of the library that is running: "0.1.0". */
const char *usher_version(void);

/* --- errors --- */

/* What a caller may do about it; new ones may come. */
enum usher_reason {
    USHER_OK = 0,
    USHER_ERROR_INPUT = 1,     /* what was given is malformed */
    USHER_ERROR_DENIED = 2,    /* the file may not be read */
    USHER_ERROR_NOT_FOUND = 3, /* there is no such file */
    USHER_ERROR_CONFLICT = 4,  /* someone else changed it first */
    USHER_ERROR_LIMIT = 5,     /* a limit was reached, or there is no memory */
    USHER_ERROR_CANCELLED = 6, /* the caller gave up */
    USHER_ERROR_CORRUPT = 7,   /* these are not the bytes of a release of this version */
    USHER_ERROR_CONFIG = 8,    /* the configuration cannot work */
    USHER_ERROR_UNCERTAIN = 9, /* a write may or may not have happened */
    USHER_ERROR_UNAVAILABLE = 10, /* the system does not answer */
    USHER_ERROR_TIMEOUT = 11      /* the deadline passed */
};

/* "limit"; "ok" for USHER_OK and "unknown" for a number that is none. */
const char *usher_reason_name(int reason);

/* Yours, usually on the stack; this struct does not grow. */
struct usher_error {
    int reason;     /* as returned */
    char text[256]; /* one line, no final period */
};

/* --- releases --- */

struct usher_release;

/* Pass NULL for the usual limits. */
struct usher_limits {
    size_t size; /* sizeof(struct usher_limits) */

    /* The most memory that is taken for what is opened, the release's own bytes aside.
     * The usual: 256 MiB for a release, 64 MiB for a worker with the message it works
     * on; the sample bot needs 1 MiB and, with the longest message, 4 MiB.  Patterns of
     * guards.yaml and the language detector take some hundred KiB beside it.  0: the
     * usual. */
    size_t memory_bytes_max;
};

/* Open a release file.  Its pages are mapped, so processes that open it share them; the
 * file must not be changed in place while it is open (`usher build` replaces it, which is
 * safe).  Every bound in it is checked, so hostile bytes do no harm: they are
 * USHER_ERROR_CORRUPT, or a release with another id.  A folder is USHER_ERROR_INPUT:
 * build it first. */
int usher_open(struct usher_release **release_out, const char *path,
               const struct usher_limits *limits, struct usher_error *error);

/* The same from bytes in memory, which are copied: also for a file that others may cut
 * short, which would end whoever has mapped it. */
int usher_open_bytes(struct usher_release **release_out, const void *bytes, size_t len,
                     const struct usher_limits *limits, struct usher_error *error);

/* "rel_" and the SHA-256 of the file, and the name of the bot in it. */
const char *usher_release_id(const struct usher_release *release);
const char *usher_release_bot(const struct usher_release *release);

/* Close it, after its workers; accepts NULL. */
void usher_close(struct usher_release *release);

/* --- workers --- */

/* What one thread needs to triage: scratch memory, the workflow's conditions, and the
 * circuit breakers of the guards (a guard that fails too often is not asked for a while;
 * its absence sends messages to a person). */
struct usher_worker;

int usher_worker_open(struct usher_worker **worker_out,
                      const struct usher_release *release,
                      const struct usher_limits *limits, struct usher_error *error);
void usher_worker_close(struct usher_worker *worker); /* accepts NULL */

/* --- triage --- */

enum usher_kind { USHER_TEXT = 0, USHER_NUMBER = 1, USHER_TRUTH = 2 };

/* What is known of the customer, for `customer.NAME` in the workflow.  The text "name" is
 * also how a draft greets him. */
struct usher_attribute {
    const char *name;
    enum usher_kind kind;
    const char *text; /* of USHER_TEXT */
    double
        number; /* of USHER_NUMBER, -1e9 to 1e9, six decimals; of USHER_TRUTH, 0 or 1 */
};

/* What is known of a message beside its text; pass NULL where that is nothing. */
struct usher_about {
    size_t size;          /* sizeof(struct usher_about) */
    const char *id;       /* yours, told in the decision; NULL: "" */
    const char *language; /* BCP 47, such as "de"; NULL: it is found out */
    const char *channel;  /* for `channel` in the workflow; NULL: "api" */
    int64_t received_ms;  /* since 1970, UTC, to the year 9999; 0: now */
    const struct usher_attribute *attributes;
    size_t attribute_count;
};

/* Read an unknown number, from a newer library, as USHER_REVIEW. */
enum usher_action {
    USHER_AUTO_REPLY = 1,     /* the draft may go out as it is */
    USHER_NEEDS_APPROVAL = 2, /* a draft waits for a person */
    USHER_QUEUE = 3,          /* to a team, no draft */
    USHER_REVIEW = 4,         /* a person looks first */
    USHER_ESCALATE = 5,       /* now, to the next in the chain */
    USHER_REFUSE = 6          /* a banned subject: fixed wording and a person */
};

struct usher_entity {
    const char *type; /* "order_number" */
    const char *text;
    size_t start; /* in code points of the message */
    size_t end;
};

/* A passage that the draft quotes; its number stands in the draft as "[n]". */
struct usher_citation {
    size_t n;
    const char *page;    /* "late-parcels.md" */
    const char *heading; /* "Tracking stands still" */
    const char *anchor;  /* "tracking-stands-still" */
    const char *sha256;  /* of the passage, hexadecimal */
    double score;
};

/* What becomes of a message.  Confidences are from 0 to 1, in whole millionths. */
struct usher_decision {
    size_t size; /* of this struct, as the running library knows it */
    const char *id;
    enum usher_action action;
    const char *action_name; /* "needs_approval" */
    const char *reason;      /* "policy", "low_confidence", "self_harm" ... */
    const char *next_action; /* "auto_resolve" or "escalate" */
    const char *intent;      /* "" where the message was not understood */
    double confidence;
    int in_scope;          /* 1: of the bot's intents, in one of its languages */
    const char *sentiment; /* "negative", "neutral", "positive", or "" */
    double urgency;
    int priority;         /* 1 most urgent, 2, 3; 0: not known */
    const char *language; /* BCP 47, or "" */
    const char *queue;    /* the team it goes to, or "" */
    const char *wording;  /* of a refusal: what the team lets the bot say, or "" */
    const struct usher_entity *const *entities;
    size_t entity_count;
    const char *draft; /* "" where there is none */
    const char *draft_language;
    const struct usher_citation *const *citations;
    size_t citation_count;
};

/* The longest message, in bytes. */
#define USHER_TEXT_BYTES_MAX 65536

/* Decide what becomes of a message of `len` bytes.  USHER_ERROR_INPUT where it is empty
 * or no UTF-8, USHER_ERROR_LIMIT where it is too long or memory is short; whatever else
 * goes wrong is a decision for a person.  The decision lives until the worker's next
 * triage. */
int usher_triage(struct usher_worker *worker, const char *text, size_t len,
                 const struct usher_about *about,
                 const struct usher_decision **decision_out, struct usher_error *error);

/* The worker's last decision as JSON, with everything that explains it: scores, guards
 * and their evidence, passages, the way through the workflow, times.  It is one line,
 * what `usher triage --json` prints, and lives as long as the decision. USHER_ERROR_INPUT
 * where the last triage failed or there was none.  len_out may be NULL. */
int usher_json(struct usher_worker *worker, const char **json_out, size_t *len_out,
               struct usher_error *error);

#ifdef __cplusplus
}
#endif

#endif
