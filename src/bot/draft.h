/* draft.h - an answer made of the bot's own pages, word for word.
 *
 * A draft is a greeting, the intent's approved wording, whole sentences of the passages
 * that answer best, each with its citation, and a closing.  Nothing else is ever said:
 * what cannot be quoted is not answered, and the verdict tells why.
 *
 * Thread: any; the index is read-only, the stemmer is the caller's own.
 * Memory: in the arena; quoted sentences are views into the index.
 */
#ifndef BOT_DRAFT_H
#define BOT_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/str.h"
#include "search/index.h"
#include "search/support.h"
#include "text/tongue.h"

struct arena;
struct brand;  /* bot/brand.h */
struct intent; /* bot/intents.h */
struct stemmer;
struct voice; /* guard/voice.h */

enum {
    DRAFT_PASSAGES_MAX = 2, /* that one draft cites */
    DRAFT_HITS_MAX = 5,     /* passages that are named as looked at */
    DRAFT_CANDIDATES = 10,  /* passages compared for the message and for what it asks */
};

enum draft_verdict {
    DRAFT_SUPPORTED,
    DRAFT_NO_PASSAGE, /* no page speaks of any of it */
    DRAFT_UNHEARD_OF, /* too little of it is what the pages and past messages speak of */
    DRAFT_TOO_LONG,   /* no complete answer fits the brand's max_sentences */
    DRAFT_FORBIDDEN,  /* every answer holds a phrase that the brand forbids */
};

/* What drafts about an intent in one language start from. */
struct draft_subject {
    const struct intent *intent; /* its pages are preferred, its wording opens */
    enum tongue tongue;          /* of the message and of the answer */
    const int64_t *page_factors; /* by page, millionths */
    const bool *is_home;         /* by page: it is one of the intent's */
    struct hit described[DRAFT_CANDIDATES]; /* what the intent's description finds */
    size_t described_count;
};

struct draft_request {
    const struct index *index;
    struct stemmer *stemmer;
    struct str text; /* the message, redacted, in normal form */
    const struct draft_subject *subject;
    const struct brand *brand;
    const struct voice *voice; /* the brand's: brand_open_voice() */
    struct str customer;       /* the name to greet; empty where unknown */
};

struct draft_sentence {
    struct str text;
    uint32_t citation; /* number of a citation; 0: greeting, wording, closing */
};

struct draft_citation {
    uint32_t number; /* from 1 */
    uint32_t passage;
    int64_t score; /* millionths */
};

struct draft {
    enum draft_verdict verdict;
    struct support support;
    struct hit hits[DRAFT_HITS_MAX]; /* the best passages, also where there is no draft */
    size_t hit_count;
    struct str text; /* whole, with "[n]" behind each quoted sentence; empty: no draft */
    struct sha256 sha256; /* of text */
    const struct draft_sentence *sentences;
    size_t sentence_count;
    struct draft_citation citations[DRAFT_PASSAGES_MAX];
    size_t citation_count;
};

/* Made once for each intent and language, when a release is opened; const afterwards. */
void draft_subject_init(struct draft_subject *subject, struct arena *arena,
                        const struct index *index, struct stemmer *stemmer,
                        const struct intent *intent, enum tongue tongue);

void draft_compose(struct draft *draft_out, struct arena *arena,
                   const struct draft_request *request);

#endif
