/* embed_test.c - libusher as a host program meets it: what goes in, what comes out, and
 * what is refused. */

#include "bot/shop_test.h"

#include <stdlib.h>

#include "base/json.h"
#include "os/file.h"
#include "usher.h"

static struct arena *arena;
static struct str bytes;
static struct usher_release *release;
static struct usher_worker *worker;
static struct usher_error error;

static int open_all(void **state)
{
    (void)state;
    arena = arena_new((size_t)2 << 30);
    bytes = shop_release(arena);
    if (usher_open_bytes(&release, bytes.at, bytes.len, NULL, &error) != USHER_OK ||
        usher_worker_open(&worker, release, NULL, &error) != USHER_OK) {
        fail_msg("%s", error.text);
    }
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    usher_worker_close(worker);
    usher_close(release);
    arena_free(&arena);
    return 0;
}

static const struct usher_decision *triage(const char *text,
                                           const struct usher_about *about)
{
    const struct usher_decision *decision = NULL;

    if (usher_triage(worker, text, strlen(text), about, &decision, &error) != USHER_OK) {
        fail_msg("%s", error.text);
    }
    return decision;
}

static void expect_refusal(int reason, int wanted, const char *part)
{
    assert_int_equal(reason, wanted);
    assert_int_equal(error.reason, wanted);
    if (strstr(error.text, part) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", error.text, part);
    }
}

/* --- releases --- */

static const char *path_of(const char *name)
{
    const char *folder = getenv("TMPDIR");

    return str_format(arena, "%s/usher-embed-%s-%p", folder == NULL ? "/tmp" : folder,
                      name, (void *)&arena)
        .at;
}

static void a_file_and_its_bytes_are_the_same_release(void **state)
{
    const char *path = path_of("release");
    struct usher_release *mapped = NULL;
    struct err err;

    (void)state;
    assert_int_equal(file_write(path, bytes, &err), 0);
    assert_int_equal(usher_open(&mapped, path, NULL, &error), USHER_OK);
    assert_string_equal(usher_release_id(mapped), usher_release_id(release));
    assert_string_equal(usher_release_bot(mapped), "shop");
    usher_close(mapped);
    (void)remove(path);
}

static void a_folder_is_told_how_it_becomes_a_release(void **state)
{
    struct usher_release *none = NULL;

    (void)state;
    expect_refusal(usher_open(&none, "/tmp", NULL, &error), USHER_ERROR_INPUT,
                   "/tmp: is a folder; `usher build /tmp -o FILE`");
    assert_null(none);
}

static void what_is_no_release_is_not_opened(void **state)
{
    static const char text[] = "#!/bin/sh";
    const char *path = path_of("empty");
    struct usher_release *none = NULL;
    struct err err;

    (void)state;
    expect_refusal(usher_open(&none, "/nowhere/at.all", NULL, &error),
                   USHER_ERROR_NOT_FOUND, "/nowhere/at.all");
    expect_refusal(usher_open_bytes(&none, text, sizeof text, NULL, &error),
                   USHER_ERROR_CORRUPT, "release");
    expect_refusal(usher_open_bytes(&none, bytes.at, bytes.len / 2, NULL, &error),
                   USHER_ERROR_CORRUPT, "release");
    assert_int_equal(file_write(path, STR(""), &err), 0);
    expect_refusal(usher_open(&none, path, NULL, &error), USHER_ERROR_CORRUPT, path);
    (void)remove(path);
    expect_refusal(usher_open(&none, NULL, NULL, &error), USHER_ERROR_INPUT, "NULL");
    expect_refusal(usher_open(NULL, path, NULL, &error), USHER_ERROR_INPUT, "NULL");
    assert_null(none);
    assert_int_equal(usher_open(&none, NULL, NULL, NULL), USHER_ERROR_INPUT);
}

static void bytes_may_lie_anywhere_and_go_after_opening(void **state)
{
    struct usher_release *moved = NULL;
    char *copy = malloc(bytes.len + 1);

    (void)state;
    memcpy(copy + 1, bytes.at, bytes.len);
    assert_int_equal(usher_open_bytes(&moved, copy + 1, bytes.len, NULL, &error),
                     USHER_OK);
    free(copy);
    assert_string_equal(usher_release_id(moved), usher_release_id(release));
    usher_close(moved);
}

static void what_was_not_opened_may_be_closed(void **state)
{
    (void)state;
    usher_worker_close(NULL);
    usher_close(NULL);
}

/* --- decisions --- */

static struct str text_at(const struct json *json, const char *key)
{
    const struct json *value = json_find(json, str_from(key));

    if (value == NULL || value->kind != JSON_STRING) {
        fail_msg("no text \"%s\"", key);
    }
    return value->text;
}

static const struct json *last_as_json(void)
{
    const struct json *json;
    const char *text;
    struct err err;
    size_t len;

    assert_int_equal(usher_json(worker, &text, &len, &error), USHER_OK);
    assert_int_equal(text[len], '\0');
    assert_null(strchr(text, '\n'));
    assert_int_equal(json_parse(&json, arena, (struct str){ text, len },
                                JSON_LIMITS_DEFAULT, NULL, &err),
                     0);
    return json;
}

static void a_decision_tells_what_its_json_tells(void **state)
{
    struct usher_about about = { .size = sizeof about, .id = "m1", .received_ms = 1000 };
    const struct usher_decision *told =
        triage("When is a refund paid to my card?", &about);
    const struct json *json = last_as_json();
    const struct json *draft = json_find(json, STR("draft"));
    const struct json *intent = json_find(json, STR("intent"));
    int64_t confidence;

    (void)state;
    assert_int_equal(told->size, sizeof *told);
    assert_int_equal(told->action, USHER_NEEDS_APPROVAL);
    assert_str(text_at(json, "id"), "m1");
    assert_str(text_at(json, "id"), told->id);
    assert_str(text_at(json, "action"), told->action_name);
    assert_str(text_at(json, "reason"), told->reason);
    assert_str(text_at(json, "next_action"), told->next_action);
    assert_str(text_at(json, "release"), usher_release_id(release));
    assert_str(text_at(json, "language"), told->language);
    assert_str(text_at(intent, "label"), told->intent);
    assert_true(json_micros(json_find(intent, STR("confidence")), &confidence));
    assert_true(told->confidence == (double)confidence / 1e6);
    assert_str(text_at(draft, "text"), told->draft);
    assert_str(text_at(draft, "language"), told->draft_language);
    assert_int_equal(told->citation_count, 1);
    assert_int_equal(told->citations[0]->n, 1);
    assert_string_equal(told->citations[0]->page, "refunds.md");
    assert_string_equal(told->citations[0]->anchor, "when-a-refund-is-paid");
    assert_string_equal(told->queue, "");
    assert_string_equal(told->wording, "");
    assert_str(text_at(json_find(json, STR("manifest")), "created"),
               "1970-01-01T00:00:01.000Z");
}

static void every_action_has_its_number(void **state)
{
    (void)state;
    assert_int_equal(triage("my parcel is late, where is it", NULL)->action,
                     USHER_AUTO_REPLY);
    assert_int_equal(triage("can the address of my order be changed", NULL)->action,
                     USHER_QUEUE);
    assert_int_equal(triage("what about the weather on the moon", NULL)->action,
                     USHER_REVIEW);
    assert_int_equal(triage("my parcel is late, I want to die", NULL)->action,
                     USHER_ESCALATE);
    assert_int_equal(triage("delete my account and my data", NULL)->action, USHER_REFUSE);
    assert_string_equal(triage("delete my account and my data", NULL)->wording,
                        "People handle this.");
}

static void entities_have_their_places(void **state)
{
    const struct usher_decision *told =
        triage("can the address of order 4471902 be changed", NULL);

    (void)state;
    assert_int_equal(told->entity_count, 1);
    assert_string_equal(told->entities[0]->type, "order_number");
    assert_string_equal(told->entities[0]->text, "4471902");
    assert_int_equal(told->entities[0]->start, 25);
    assert_int_equal(told->entities[0]->end, 32);
}

static void a_decision_needs_its_message_no_longer(void **state)
{
    char text[] = "my card is 4111 1111 1111 1111, when is the refund paid?";
    const struct usher_decision *told = triage(text, NULL);
    const struct json *finding;

    (void)state;
    assert_int_equal(told->action, USHER_NEEDS_APPROVAL);
    memset(text, '\xff', sizeof text - 1);
    finding = json_find(last_as_json(), STR("evidence"))->first;
    assert_str(text_at(finding, "guard"), "pii.card");
}

static void a_language_that_is_known_is_not_found_out(void **state)
{
    struct usher_about about = { .size = sizeof about, .language = "fr" };
    const struct usher_decision *told = triage("my parcel is late", &about);

    (void)state;
    assert_string_equal(told->language, "fr");
    assert_int_equal(told->action, USHER_REVIEW);
    assert_string_equal(told->reason, "language");
}

/* --- what is refused --- */

static const char *text_of_json(const struct usher_about *about)
{
    const char *json = NULL;

    (void)triage("hello", about);
    assert_int_equal(usher_json(worker, &json, NULL, &error), USHER_OK);
    return json;
}

static int refused(const char *text, size_t len, const struct usher_about *about)
{
    const struct usher_decision *none = NULL;
    const char *json;
    int reason = usher_triage(worker, text, len, about, &none, &error);

    assert_null(none);
    assert_int_equal(usher_json(worker, &json, NULL, NULL), USHER_ERROR_INPUT);
    return reason;
}

static void a_message_that_is_none_is_refused(void **state)
{
    char *longest = arena_alloc(arena, USHER_TEXT_BYTES_MAX + 1);

    (void)state;
    memset(longest, 'a', USHER_TEXT_BYTES_MAX + 1);
    expect_refusal(refused(" \n", 2, NULL), USHER_ERROR_INPUT, "empty");
    expect_refusal(refused("", 0, NULL), USHER_ERROR_INPUT, "empty");
    expect_refusal(refused("abc\xff", 4, NULL), USHER_ERROR_INPUT, "UTF-8");
    expect_refusal(refused(longest, USHER_TEXT_BYTES_MAX + 1, NULL), USHER_ERROR_LIMIT,
                   "65536");
    expect_refusal(refused(NULL, 0, NULL), USHER_ERROR_INPUT, "NULL");
    (void)triage("my parcel is late", NULL);
}

static void what_is_known_of_a_message_must_make_sense(void **state)
{
    struct usher_attribute attribute = { .name = "tier", .kind = USHER_TEXT };
    struct usher_about about = { .size = sizeof about };

    (void)state;
    about.received_ms = INT64_MAX;
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "9999");
    about.received_ms = -1;
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "1970");
    about.received_ms = 253402300799999;
    assert_non_null(strstr(text_of_json(&about), "\"9999-12-31T23:59:59.999Z\""));
    about.received_ms = 0;
    about.id = "\xc3";
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "UTF-8");
    about = (struct usher_about){ .size = sizeof about, .attribute_count = 1 };
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "attributes");
    about.attributes = &attribute;
    (void)triage("hello", &about);
    attribute = (struct usher_attribute){ "orders", USHER_NUMBER, NULL, 2e9 };
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "orders");
    attribute.number = 0.0 / 0.0;
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "orders");
    attribute = (struct usher_attribute){ NULL, USHER_TRUTH, NULL, 1 };
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "name");
    attribute = (struct usher_attribute){ "vip", (enum usher_kind)9, NULL, 1 };
    expect_refusal(refused("hello", 5, &about), USHER_ERROR_INPUT, "vip");
}

static void a_name_is_greeted_by_the_draft_that_asks_for_it(void **state)
{
    struct usher_attribute name = { "name", USHER_TEXT, "Ada", 0 };
    struct usher_about about = { .size = sizeof about,
                                 .attributes = &name,
                                 .attribute_count = 1 };

    (void)state;
    assert_non_null(
        strstr(triage("When is a refund paid?", &about)->draft, "Hello Ada,"));
    assert_null(strstr(triage("When is a refund paid?", NULL)->draft, "Ada"));
}

/* A newer host's struct, as long as it asks for nothing that is not here. */
struct newer_about {
    struct usher_about about;
    const char *more;
};

static void structs_of_other_versions_are_understood_or_refused(void **state)
{
    struct newer_about newer = { .about = { .size = sizeof newer, .id = "n" } };
    struct usher_limits limits = { .size = 0 };
    struct usher_worker *none = NULL;

    (void)state;
    assert_string_equal(triage("hello there", &newer.about)->id, "n");
    newer.more = "something";
    expect_refusal(refused("hello", 5, &newer.about), USHER_ERROR_INPUT, "lacks");
    newer.about.size = 4;
    expect_refusal(refused("hello", 5, &newer.about), USHER_ERROR_INPUT, "sizeof");
    expect_refusal(usher_worker_open(&none, release, &limits, &error), USHER_ERROR_INPUT,
                   "sizeof");
}

static void reasons_have_the_names_of_problem_documents(void **state)
{
    (void)state;
    assert_string_equal(usher_reason_name(USHER_OK), "ok");
    assert_string_equal(usher_reason_name(USHER_ERROR_NOT_FOUND), "not_found");
    assert_string_equal(usher_reason_name(USHER_ERROR_TIMEOUT), "timeout");
    assert_string_equal(usher_reason_name(12), "unknown");
    assert_string_equal(usher_reason_name(-1), "unknown");
    assert_string_equal(usher_version(), USHER_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_and_its_bytes_are_the_same_release),
        cmocka_unit_test(a_folder_is_told_how_it_becomes_a_release),
        cmocka_unit_test(what_is_no_release_is_not_opened),
        cmocka_unit_test(bytes_may_lie_anywhere_and_go_after_opening),
        cmocka_unit_test(what_was_not_opened_may_be_closed),
        cmocka_unit_test(a_decision_tells_what_its_json_tells),
        cmocka_unit_test(every_action_has_its_number),
        cmocka_unit_test(entities_have_their_places),
        cmocka_unit_test(a_decision_needs_its_message_no_longer),
        cmocka_unit_test(a_language_that_is_known_is_not_found_out),
        cmocka_unit_test(a_message_that_is_none_is_refused),
        cmocka_unit_test(what_is_known_of_a_message_must_make_sense),
        cmocka_unit_test(a_name_is_greeted_by_the_draft_that_asks_for_it),
        cmocka_unit_test(structs_of_other_versions_are_understood_or_refused),
        cmocka_unit_test(reasons_have_the_names_of_problem_documents),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
