/* phrases.h - the phrase files, and the table they compile to.
 *
 * A phrase file is lines; '#' starts a comment.  "(a|b|)" in a phrase stands for each of
 * its alternatives, '*' at its end for any ending (words.h).  A heading says what the
 * phrases below it mean:
 *
 *     [injection.leak]          evidence of that kind
 *     [except abuse.insult]     harmless: cancels evidence of that kind inside the
 *                               phrase, unless the end of a sentence parts it
 *     [set verb]                nothing by itself; for the rules below, or known to code
 *     [near injection.leak 40]  lines "verb > noun": a phrase of the first set and, at
 *                               most 40 bytes later, one of the second are evidence
 *     [near except abuse.slur 9]
 *                               the two cancel evidence of that kind between them, in
 *                               one sentence
 *     [near set old_rules 3]    the two together count as a phrase of that set
 *     [words competitor block]  a bot's own list: evidence "words.competitor" of that
 *                               severity, or "warn" without one
 *
 * Thread: open phrases are read-only and may be shared.
 * Memory: phrases_compile() in the arena; open phrases are views of the bytes, which must
 *         be aligned to 4 and live as long.
 */
#ifndef GUARD_PHRASES_H
#define GUARD_PHRASES_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/evidence.h"
#include "guard/words.h"

struct arena;
struct err;

/* Sets that the scan acts on. */
#define PHRASE_SETS(X)                                                                   \
    X(PHONE, "phone")                                                                    \
    X(CARD, "card")                                                                      \
    X(ORDER, "order")                                                                    \
    X(SSN, "ssn")                                                                        \
    X(DOCUMENT, "document")                                                              \
    X(BIRTH, "birth")                                                                    \
    X(TITLE, "title")                                                                    \
    X(I_AM, "i_am")                                                                      \
    X(CLOSING, "closing")                                                                \
    X(GIVEN_NAME, "given_name")                                                          \
    X(STREET_AFTER, "street_after")                                                      \
    X(STREET_WITHIN, "street_within")                                                    \
    X(STREET_BEFORE, "street_before")                                                    \
    X(STREET_BOX, "street_box")                                                          \
    X(STREET_SAID, "street_said")

#define X(constant, name) PHRASE_SET_##constant,
enum phrase_set { PHRASE_SETS(X) PHRASE_SET_KNOWN };
#undef X

enum { PHRASE_SETS_MAX = 192, PHRASE_NEAR_MAX = 192, PHRASE_GROUPS_MAX = 256 };

enum phrase_role { PHRASE_EVIDENCE, PHRASE_EXCEPT, PHRASE_SET, PHRASE_WORDS };

/* What the phrases under one heading mean. */
struct phrase_group {
    uint16_t role;
    uint16_t which; /* enum evidence_kind, the set, or of PHRASE_WORDS the severity */
    uint32_t name_start; /* PHRASE_WORDS: in names */
    uint32_t name_len;
};

struct phrase_near {
    uint16_t first; /* sets */
    uint16_t second;
    uint16_t gap_max;
    uint16_t role;  /* what the two mean: enum phrase_role, but not PHRASE_WORDS */
    uint16_t which; /* enum evidence_kind, or a set of a higher number than both */
};

struct phrases {
    struct words words;
    const struct phrase_group *groups;
    const struct phrase_near *nears;
    size_t group_count;
    size_t near_count;
    uint64_t first_sets; /* bits of the known sets that begin a rule */
    uint16_t near_first[PHRASE_SETS_MAX + 1]; /* of the rules that a set ends, in order */
    struct str names;
};

/* A phrase file and the name by which mistakes in it are reported. */
struct phrase_file {
    struct str name;
    struct str text;
};

/* The sample is as for words_compile().  ERR_CONFIG with "file:line: what is wrong";
 * ERR_LIMIT. */
int phrases_compile(struct str *bytes_out, struct arena *arena,
                    const struct phrase_file *files, size_t file_count, struct str sample,
                    struct err *err) MUST_USE;

/* ERR_CORRUPT where phrases_compile() could not have written the bytes. */
int phrases_open(struct phrases *phrases_out, struct str bytes, struct err *err) MUST_USE;

/* "words.competitor"; only for a group of that role. */
struct str phrases_name(const struct phrases *phrases, const struct phrase_group *group);

#endif
