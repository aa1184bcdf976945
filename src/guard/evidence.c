/* evidence.c - the table of kinds, and the list. */

#include "guard/evidence.h"

#include <assert.h>

#include "base/attr.h"
#include "base/json.h"
#include "base/utf8.h"

#define X(constant, guard, name, severity, placeholder, reason)                          \
    { { name, sizeof(name) - 1 },                                                        \
      { placeholder, sizeof(placeholder) - 1 },                                          \
      { reason, sizeof(reason) - 1 },                                                    \
      GUARD_##guard,                                                                     \
      SEVERITY_##severity },
static const struct evidence_info kinds[] = { EVIDENCE_KINDS(X) };
#undef X

#define X(constant, name, version) { { name, sizeof(name) - 1 }, version },
static const struct guard_row {
    struct str name;
    int version;
} guards[] = { GUARDS(X) };
#undef X

const struct evidence_info *evidence_info(enum evidence_kind kind)
{
    assert((size_t)kind < COUNT_OF(kinds));
    return &kinds[kind];
}

bool evidence_kind_find(struct str name, enum evidence_kind *kind_out)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (str_equal(kinds[i].name, name)) {
            *kind_out = (enum evidence_kind)i;
            return true;
        }
    }
    return false;
}

struct str guard_name(enum guard_id guard)
{
    assert((size_t)guard < COUNT_OF(guards));
    return guards[guard].name;
}

int guard_version(enum guard_id guard)
{
    assert((size_t)guard < COUNT_OF(guards));
    return guards[guard].version;
}

struct str severity_name(enum severity severity)
{
    return severity == SEVERITY_INFO   ? STR("info")
           : severity == SEVERITY_WARN ? STR("warn")
                                       : STR("block");
}

void evidence_clear(struct evidence *evidence)
{
    evidence->count = 0;
    evidence->is_cut = false;
}

struct finding *evidence_add(struct evidence *evidence, enum evidence_kind kind,
                             size_t start, size_t end, int32_t score)
{
    const struct evidence_info *info = evidence_info(kind);
    struct finding *finding;

    if (evidence->count == EVIDENCE_MAX) {
        evidence->is_cut = true;
        return NULL;
    }
    finding = &evidence->items[evidence->count++];
    *finding = (struct finding){ .kind = kind,
                                 .severity = info->severity,
                                 .start = start,
                                 .end = end,
                                 .guard = info->name,
                                 .reason = info->reason,
                                 .score = score };
    return finding;
}

static bool is_before(const struct finding *a, const struct finding *b)
{
    if (a->start != b->start) {
        return a->start < b->start;
    }
    return a->end != b->end ? a->end > b->end : a->kind < b->kind;
}

/* By insertion: the list is short and almost in order. */
static void sort(struct evidence *evidence)
{
    for (size_t i = 1; i < evidence->count; i++) {
        struct finding moving = evidence->items[i];
        size_t at = i;

        for (; at != 0 && is_before(&moving, &evidence->items[at - 1]); at--) {
            evidence->items[at] = evidence->items[at - 1];
        }
        evidence->items[at] = moving;
    }
}

static bool is_redacted(const struct finding *finding)
{
    return evidence_info(finding->kind)->placeholder.len != 0;
}

/* Names and addresses are read off words around them; the rest has a shape of its own. */
static int sureness(const struct finding *finding)
{
    return finding->kind == EVIDENCE_PII_NAME      ? 0
           : finding->kind == EVIDENCE_PII_ADDRESS ? 1
                                                   : 2;
}

/* Two findings of personal data share bytes: the surer one takes the other's place too,
 * so that redaction covers both. */
static void merge(struct finding *kept, const struct finding *other)
{
    size_t start = kept->start < other->start ? kept->start : other->start;
    size_t end = kept->end > other->end ? kept->end : other->end;
    size_t kept_len = kept->end - kept->start;
    size_t other_len = other->end - other->start;
    int order = sureness(kept) - sureness(other);

    if (order < 0 || (order == 0 && other_len > kept_len)) {
        *kept = *other;
    }
    kept->start = start;
    kept->end = end;
}

void evidence_settle(struct evidence *evidence)
{
    size_t count = 0;
    size_t last_redacted = SIZE_MAX;

    sort(evidence);
    for (size_t i = 0; i < evidence->count; i++) {
        const struct finding *finding = &evidence->items[i];
        struct finding *last = count == 0 ? NULL : &evidence->items[count - 1];

        if (is_redacted(finding) && last_redacted != SIZE_MAX &&
            evidence->items[last_redacted].end > finding->start) {
            merge(&evidence->items[last_redacted], finding);
            continue;
        }
        if (last != NULL && last->kind == finding->kind && last->end >= finding->end &&
            str_equal(last->guard, finding->guard)) {
            continue; /* inside one that says the same */
        }
        if (is_redacted(finding)) {
            last_redacted = count;
        }
        evidence->items[count++] = *finding;
    }
    evidence->count = count;
}

bool evidence_has(const struct evidence *evidence, enum evidence_kind kind)
{
    for (size_t i = 0; i < evidence->count; i++) {
        if (evidence->items[i].kind == kind) {
            return true;
        }
    }
    return false;
}

bool evidence_has_guard(const struct evidence *evidence, enum guard_id guard)
{
    for (size_t i = 0; i < evidence->count; i++) {
        if (evidence_info(evidence->items[i].kind)->guard == guard) {
            return true;
        }
    }
    return false;
}

enum severity evidence_worst(const struct evidence *evidence)
{
    enum severity worst = SEVERITY_INFO;

    for (size_t i = 0; i < evidence->count; i++) {
        if (evidence->items[i].severity > worst) {
            worst = evidence->items[i].severity;
        }
    }
    return worst;
}

static void write_finding(const struct finding *finding, struct str text,
                          struct json_writer *writer)
{
    size_t start = utf8_count(str_slice(text, 0, finding->start));
    struct str found = str_slice(text, finding->start, finding->end - finding->start);

    json_open_object(writer);
    json_key(writer, STR("guard"));
    json_add_str(writer, finding->guard);
    json_key(writer, STR("start"));
    json_add_int(writer, (int64_t)start);
    json_key(writer, STR("end"));
    json_add_int(writer, (int64_t)(start + utf8_count(found)));
    json_key(writer, STR("reason"));
    json_add_str(writer, finding->reason);
    json_key(writer, STR("severity"));
    json_add_str(writer, severity_name(finding->severity));
    if (finding->score != SCORE_NONE) {
        json_key(writer, STR("confidence"));
        json_add_micros(writer, finding->score);
    }
    json_close_object(writer);
}

void evidence_write(const struct evidence *evidence, struct str text,
                    struct json_writer *writer)
{
    json_open_array(writer);
    for (size_t i = 0; i < evidence->count; i++) {
        write_finding(&evidence->items[i], text, writer);
    }
    json_close_array(writer);
}
