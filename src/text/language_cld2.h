/* language_cld2.h - CLD2 as language.c sees it; nothing else includes this.
 *
 * Thread: any; CLD2's tables are constant.
 * Memory: on the heap while it looks, less than 256 KiB.
 */
#ifndef TEXT_LANGUAGE_CLD2_H
#define TEXT_LANGUAGE_CLD2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cld2_verdict {
    const char *code; /* static; CLD2's own: "en", "iw", "un" for unknown */
    int percent;      /* of the text that is in this language */
    bool is_reliable;
    bool has_failed; /* there was no memory to look at it */
};

struct cld2_verdict cld2_detect(const char *text, size_t len);

const char *cld2_version(void); /* static */

#ifdef __cplusplus
}
#endif

#endif
