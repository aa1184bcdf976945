/* redact.c - placeholders for personal data. */

#include "guard/redact.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum { PLACEHOLDER_LEN_MAX = 16 };

int redact(struct redacted *redacted_out, struct arena *arena, struct str text,
           const struct evidence *evidence, struct err *err)
{
    struct redacted_span *spans = arena_array(arena, evidence->count + 1, sizeof *spans);
    struct buf buf;
    size_t count = 0;
    size_t done = 0;

    if (evidence->is_cut) {
        return err_set(err, ERR_LIMIT, "more personal data than %d places", EVIDENCE_MAX);
    }
    buf_init(&buf, arena, text.len + evidence->count * PLACEHOLDER_LEN_MAX + 1);
    for (size_t i = 0; i < evidence->count; i++) {
        const struct finding *finding = &evidence->items[i];
        struct str placeholder = evidence_info(finding->kind)->placeholder;

        if (placeholder.len == 0) {
            continue;
        }
        assert(finding->start >= done && finding->end <= text.len);
        buf_add(&buf, str_slice(text, done, finding->start - done));
        spans[count++] =
            (struct redacted_span){ finding->kind, buf.len, buf.len + placeholder.len,
                                    finding->start, finding->end };
        buf_add(&buf, placeholder);
        done = finding->end;
    }
    buf_add(&buf, str_slice(text, done, text.len));
    *redacted_out = (struct redacted){ buf_str(&buf), spans, count };
    return 0;
}
