/* bench_guard.c - what the built-in guards take for a message of 300 bytes, beside PCRE2
 * with patterns as they are commonly written.
 *
 * The messages are the bot's sample tickets, joined and cut; both sides see the same.
 */

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "bot/bot.h"
#include "cli/bench.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/tickets.h"
#include "guard/guard.h"
#include "guard/pattern.h"
#include "guard/redact.h"

enum { MESSAGE_BYTES = 300, MESSAGES_MAX = 2000, JOINED_BYTES_MAX = 4 << 20 };

/* A part of what the built-in set looks for. */
static const char *const usual_patterns[] = {
    "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}",
    "\\b(?:\\d[ -]?){13,19}\\b",
    "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}\\b",
    "\\b\\d{3}-\\d{2}-\\d{4}\\b",
    "\\b[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b",
    "\\b\\d{8}[A-Z]\\b",
    "\\+\\d{1,3}[ -]?(?:\\(\\d+\\)[ -]?)?\\d[\\d -]{6,14}\\d",
    "\\(?\\b\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b",
    "\\b0\\d{2,4}[ /-]?\\d{6,8}\\b",
    "\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b",
    "https?://[^\\s]+",
    "\\b(?:www\\.)?[a-z0-9-]+\\.(?:com|net|org|de|es|co\\.uk)\\b",
    "\\b\\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive)\\b",
    "\\b[A-Z][a-zäöüß]+(?:straße|strasse|weg|platz) \\d+\\b",
    "(?i)\\bmy name is ([A-Z][a-z]+)",
    "(?i)\\b(?:mr|mrs|ms|dr)\\.? [A-Z][a-z]+",
    "(?i)\\bignore (?:all |any )?(?:previous|prior|above) (?:instructions|rules)\\b",
    "(?i)\\bdisregard .{0,30}(?:instructions|rules|guidelines)\\b",
    "(?i)\\b(?:reveal|show|print|repeat) .{0,30}(?:system prompt|instructions)\\b",
    "(?i)\\byou are now (?:a|an|in)\\b",
    "(?i)\\b(?:act|behave) as (?:if|a|an)\\b",
    "(?i)\\b(?:developer|debug|god|admin) mode\\b",
    "(?i)\\b(?:fuck\\w*|shit\\w*|bitch\\w*|asshole\\w*|bastard\\w*)\\b",
    "(?i)\\b(?:kill|hurt|harm) (?:myself|yourself)\\b",
    "(?i)\\bsuicid\\w+\\b",
    "(?i)\\b(?:want|wish) to die\\b",
    "(?i)\\b(?:my )?(?:lawyer|attorney|solicitor)\\b",
    "(?i)\\b(?:sue|suing) you\\b",
    "(?i)\\bdelete (?:my|our) (?:account|data|profile)\\b",
    "(?i)\\b(?:gdpr|dsgvo|rgpd)\\b",
};

struct timing {
    struct arena *arena;
    struct arena *turn;
    struct str *messages;
    size_t count;
    const struct guard_set *set;
    struct guard_scratch *scratch;
    const struct pattern_set *patterns;
    struct pattern_scratch *pattern_scratch;
    struct evidence *evidence;
    size_t findings;
};

static void check_once(void *context, size_t call)
{
    struct timing *timing = context;

    (void)guard_check_input(timing->set, timing->scratch, timing->messages[call],
                            GUARD_BIT(GUARD_MODEL), timing->evidence);
    timing->findings += timing->evidence->count;
}

static void check_with_model_once(void *context, size_t call)
{
    struct timing *timing = context;

    (void)guard_check_input(timing->set, timing->scratch, timing->messages[call],
                            GUARDS_NONE, timing->evidence);
}

static void redact_once(void *context, size_t call)
{
    struct timing *timing = context;
    struct redacted redacted;
    struct err err;

    check_once(timing, call);
    arena_clear(timing->turn);
    if (redact(&redacted, timing->turn, timing->messages[call], timing->evidence, &err) !=
        0) {
        timing->findings++;
    }
}

static void match_once(void *context, size_t call)
{
    struct timing *timing = context;
    struct err err;

    evidence_clear(timing->evidence);
    if (pattern_check(timing->patterns, timing->pattern_scratch, timing->messages[call],
                      timing->evidence, &err) != 0) {
        timing->findings++;
    }
}

/* The texts one after the other, cut at characters, every message as long as the next. */
static void cut_messages(struct timing *timing, const struct sample_tickets *tickets)
{
    struct buf buf;
    size_t at = 0;

    buf_init(&buf, timing->arena, JOINED_BYTES_MAX);
    for (size_t i = 0; i < tickets->count; i++) {
        buf_add(&buf, tickets->items[i].text);
        buf_add_char(&buf, ' ');
    }
    timing->messages = arena_array(timing->arena, MESSAGES_MAX, sizeof(struct str));
    while (at + MESSAGE_BYTES + 4 < buf.len && timing->count < MESSAGES_MAX) {
        size_t end = at + MESSAGE_BYTES;

        while (((unsigned char)buf.at[end] & 0xc0) == 0x80) {
            end++;
        }
        timing->messages[timing->count++] = str_slice(buf_str(&buf), at, end - at);
        at = end;
    }
}

static int64_t report_row(struct bench_report *report, struct timing *timing,
                          const char *name, bench_fn run)
{
    int64_t ns = bench_time_ns(run, timing, timing->count);

    bench_row(report, str_from(name));
    bench_count(report, "messages", (int64_t)timing->count);
    bench_micros(report, "us", ns * 1000);
    return ns;
}

static int open_patterns(struct timing *timing, struct pattern_set **set_out,
                         struct err *err)
{
    struct pattern_source sources[COUNT_OF(usual_patterns)];

    for (size_t i = 0; i < COUNT_OF(usual_patterns); i++) {
        sources[i] = (struct pattern_source){ STR("usual"), str_from(usual_patterns[i]),
                                              SEVERITY_INFO };
    }
    return pattern_open(set_out, timing->arena, sources, COUNT_OF(sources), err);
}

static int measure(struct bench_report *report, struct timing *timing, struct err *err)
{
    struct pattern_set *patterns = NULL;
    int64_t guards_ns;
    int64_t usual_ns;

    if (open_patterns(timing, &patterns, err) != 0) {
        return -1;
    }
    timing->patterns = patterns;
    guards_ns = report_row(report, timing, "guards, 300 bytes", check_once);
    bench_count(report, "phrases", (int64_t)timing->set->phrases.words.pattern_count);
    (void)report_row(report, timing, "and redacting", redact_once);
    if (timing->set->has_model) {
        (void)report_row(report, timing, "guards and the model", check_with_model_once);
    }
    usual_ns = report_row(report, timing, "PCRE2 with machine code", match_once);
    bench_count(report, "patterns", (int64_t)COUNT_OF(usual_patterns));
    bench_ratio(report, "PCRE2 / guards", bench_quotient(usual_ns, guards_ns));
    return 0;
}

static int load(struct timing *timing, const struct loaded *loaded, const char *path,
                struct err *err)
{
    struct sample_tickets tickets;
    struct mistakes mistakes;
    struct str file = file_join(timing->arena, str_from(path), STR("tickets.jsonl"));

    mistakes_init(&mistakes, timing->arena);
    if (tickets_load(&tickets, file.at, &loaded->bot->config.intents, timing->arena,
                     &mistakes, err) != 0) {
        return -1;
    }
    cut_messages(timing, &tickets);
    timing->pattern_scratch = pattern_scratch_new(timing->arena);
    timing->set = &loaded->bot->guards;
    timing->scratch = guard_scratch_new(timing->arena, timing->pattern_scratch);
    timing->evidence = arena_alloc(timing->arena, sizeof *timing->evidence);
    return timing->count == 0
               ? err_set(err, ERR_NOT_FOUND, "%s holds no tickets", file.at)
               : 0;
}

int bench_guard(struct bench_report *report, const struct invocation *invocation)
{
    struct timing timing = { .arena = report->arena,
                             .turn = arena_new(JOINED_BYTES_MAX) };
    const char *wanted = option_value(invocation, "bot");
    const char *path = wanted == NULL ? "bots/acme" : wanted;
    struct loaded loaded = { 0 };
    struct err err;
    int status = load_bot(&loaded, invocation, path);

    if (status == EXIT_DONE && (load(&timing, &loaded, path, &err) != 0 ||
                                measure(report, &timing, &err) != 0)) {
        status = command_fail(invocation, "%s", err.text);
    }
    loaded_close(&loaded);
    arena_free(&timing.turn);
    return status;
}
