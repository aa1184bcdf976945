/* mood.h - how a customer feels and how much haste there is.
 *
 * Works from day one by hand-made lexicons for English, German and Spanish
 * (mood_lexicon.h): words carry a feeling and a share of urgency; words before them
 * strengthen, weaken or negate; capitals, exclamation marks and faces add their part.
 * Where a bot's examples are labelled, a nano model trained on them has its say, the
 * more the more examples it has seen.
 *
 * Thread: any; a lexicon is read-only once built.
 * Memory: a lexicon lives in the arena it was built in; reading a mood takes none.
 */
#ifndef CLASSIFY_MOOD_H
#define CLASSIFY_MOOD_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/tongue.h"

struct arena;
struct mood_lexicon;
struct nano;         /* classify/nano.h */
struct nano_scratch; /* the same */
struct tokens;

enum sentiment {
    SENTIMENT_NEGATIVE,
    SENTIMENT_NEUTRAL,
    SENTIMENT_POSITIVE,
    SENTIMENT_COUNT,
};

enum { PRIORITY_FIRST = 1, PRIORITY_COUNT = 3 };

struct mood {
    enum sentiment sentiment;
    uint32_t sentiments[SENTIMENT_COUNT]; /* millionths, sum about one million */
    uint32_t urgency;                     /* millionths */
    uint32_t priority;                    /* 1 most urgent, 2, 3 */
    uint32_t priorities[PRIORITY_COUNT];  /* millionths; of priority 1, 2, 3 */
};

/* "negative", "neutral", "positive". */
const char *sentiment_name(enum sentiment sentiment);

/* Compile the tables; about a millisecond, once a process. */
const struct mood_lexicon *mood_lexicon_new(struct arena *arena);

/* tokens are the words of the text.  For TONGUE_NONE all three lexicons are asked. */
void mood_read(struct mood *mood_out, const struct mood_lexicon *lexicon, struct str text,
               const struct tokens *tokens, enum tongue tongue);

/* Let trained models correct what mood_read() found.  sentiment knows the labels of
 * sentiment_name(), priority "1", "2" and "3"; either may be NULL.  The text is the one
 * that scratch was asked about last (nano.h). */
void mood_correct(struct mood *mood, const struct nano *sentiment,
                  const struct nano *priority, struct nano_scratch *scratch);

#endif
