/* folder_test.c - what is said of a bot folder's files, alone and against each other. */

#include "bot/bot_test.h"

#include <stdlib.h>

#include "base/err.h"
#include "bot/reference.h"
#include "flow/definition.h"
#include "os/file.h"

static void a_sound_folder_has_no_mistakes(void **state)
{
    const struct settings *settings = &test_folder.config.settings;
    const struct intent *intent;

    (void)state;
    expect_of("none", NULL, "");
    intent = intents_find(&test_folder.config.intents, STR("refund_request"));
    assert_str(settings->name, "small");
    assert_true(settings->threshold_is_certified);
    assert_int_equal(settings->threshold, 850000);
    assert_int_equal(settings->max_error, 50000);
    assert_int_equal(settings->calendars[0].week[4].open, 9 * 60);
    assert_int_equal(settings->calendars[0].week[5].close, 0);
    assert_non_null(intent);
    assert_int_equal(intent->priority, 2);
    assert_true(intent->human_in_the_loop);
    assert_int_equal(intent->risk, RISK_NORMAL);
    assert_int_equal(test_folder.examples.count, 2);
    assert_str(test_folder.pages.items[0].name, "refunds.md");
    assert_non_null(test_folder.config.workflow);
    assert_int_equal(test_folder.config.brand.max_sentences, 8);
    assert_null(test_folder.config.deploy.canary.head.node);
}

static void required_files_are_missed_and_others_are_not(void **state)
{
    (void)state;
    expect_of("bot.yaml", NULL,
              "bot.yaml: the file is missing; expected it in the bot's folder\n");
    expect_of("intents.yaml", NULL,
              "intents.yaml: the file is missing; expected it in the bot's folder\n");
    expect_of("workflow.yaml", NULL,
              "workflow.yaml: the file is missing; expected it in the bot's folder\n");
    expect_of("examples.jsonl", NULL,
              "examples.jsonl: the file is missing; expected it in the bot's folder\n");
}

static void the_contract_s_bot_yaml_is_read(void **state)
{
    const struct settings *settings = &test_folder.config.settings;

    (void)state;
    expect_of(
        "bot.yaml",
        "name: acme\nlanguages: [en, de, es]\nthreshold: 0.9\nmax_error: 0.02\n"
        "models: { nano: { driver: builtin }, core: { driver: http, url: \"http://x\", "
        "model: m, price: 0.003 USD, deadline: 2s, key_file: k } }\n"
        "calendars:\n  office: { zone: Europe/Berlin, hours: { mon-fri: "
        "\"09:00-18:00\", sat: \"10:00-14:00\" }, holidays: [2026-12-25, 2026-12-26] }\n"
        "queues: { refunds: { calendar: office }, review: { calendar: office }, support: "
        "{ calendar: office } }\n"
        "channels: { webhook: { url: \"https://example.org/hook\", secret_file: "
        "hook.key, "
        "effects: at_least_once } }\n",
        "");
    assert_false(settings->threshold_is_certified);
    assert_int_equal(settings->threshold, 900000);
    assert_int_equal(settings->models.core.driver, DRIVER_HTTP);
    assert_int_equal(settings->models.core.price.micros, 3000);
    assert_int_equal(settings->models.core.deadline.ms, 2000);
    assert_null(settings->models.heavy.head.node);
    assert_int_equal(settings->calendars[0].week[5].open, 600);
    assert_int_equal(settings->calendars[0].holiday_dates[1].day, 26);
    assert_str(settings->channels[0].head.name, "webhook");
}

static void mistakes_in_bot_yaml_say_where_and_what(void **state)
{
    (void)state;
    expect_of(
        "bot.yaml",
        "name: Acme Shop\nlanguages: [en, english, de]\nthreshold: certifed\n"
        "models: { core: { driver: http, deadline: 4h business } }\n"
        "calendars:\n  office:\n    zone: 7th\n    hours: { mon-fri: \"9-18\", fri: "
        "\"18:00-09:00\", sunday: \"10:00-12:00\", sat: \"10:00-25:00\" }\n"
        "    holidays: [2026-02-30]\n"
        "queues: { refunds: { calendar: offce }, review: { calender: office }, "
        "\"the rest\": {} }\n",
        "bot.yaml:1:7: \"Acme Shop\" as the name of a bot; expected small letters, "
        "digits, "
        "'_' and '-', a letter first\n"
        "bot.yaml:2:17: this is no language; expected a tag such as en, de or pt-BR\n"
        "bot.yaml:3:12: threshold is neither a number nor `certified`; expected a number "
        "from 0 to 1, or certified; did you mean certified\n"
        "bot.yaml:4:17: an http model without a url; expected url, such as "
        "http://127.0.0.1:8000/v1\n"
        "bot.yaml:4:43: deadline is \"4h business\"; expected a duration such as 90s, "
        "15m, "
        "4h, 2d or 4h business, from 1ms to 10m\n"
        "bot.yaml:7:11: this is no time zone; expected an IANA name such as "
        "Europe/Berlin\n"
        "bot.yaml:8:23: these are no opening hours; expected \"09:00-18:00\", the "
        "earlier "
        "time first\n"
        "bot.yaml:8:36: these are no opening hours; expected \"09:00-18:00\", the "
        "earlier "
        "time first\n"
        "bot.yaml:8:51: this is no day of the week; expected mon, tue, wed, thu, fri, "
        "sat, "
        "sun or a range such as mon-fri\n"
        "bot.yaml:8:79: these are no opening hours; expected \"09:00-18:00\", the "
        "earlier "
        "time first\n"
        "bot.yaml:9:16: this is no date; expected year-month-day, such as 2026-12-25\n"
        "bot.yaml:10:32: there is no calendar \"offce\"; expected one of office; did you "
        "mean office\n"
        "bot.yaml:10:51: unknown key \"calender\" in a queue; expected one of calendar; "
        "did "
        "you mean calendar\n"
        "bot.yaml:10:71: \"the rest\" as the name of a queue; expected small letters, "
        "digits, '_' and '-', a letter first\n");
}

static void mistakes_in_intents_refer_to_other_files(void **state)
{
    (void)state;
    expect_of(
        "intents.yaml",
        "refund_request: { description: x, queue: refnds, pages: [refund.md], wording: { "
        "en: a, fr: b } }\n"
        "late_delivery: { description: y, queue: review, priority: 4, risk: banned, "
        "auto_respond: true }\n"
        "oos: { description: z, queue: review }\n",
        "intents.yaml:1:42: there is no queue \"refnds\"; expected one of refunds, "
        "review; "
        "did you mean refunds\n"
        "intents.yaml:1:58: there is no page \"refund.md\"; expected one of refunds.md; "
        "did "
        "you mean refunds.md\n"
        "intents.yaml:1:88: there is no language of the bot \"fr\"; expected one of en, "
        "de\n"
        "intents.yaml:2:59: priority is \"4\"; expected a whole number from 1 to 3\n"
        "intents.yaml:2:90: an intent of risk banned is never answered; expected "
        "auto_respond: false\n"
        "intents.yaml:3:1: \"oos\" is the label of what is no intent; expected another "
        "name\n"
        "intents.yaml:3:1: no example has the intent \"oos\"; expected 10 or more lines "
        "in "
        "examples.jsonl\n");
}

static void names_in_a_workflow_are_checked_against_the_bot(void **state)
{
    (void)state;
    expect_of(
        "intents.yaml",
        "refund_request: { description: x, queue: refunds, requires: [order_nmber] }\n"
        "late_delivery: { description: y, queue: review, requires: [order_number] }\n",
        "intents.yaml:1:62: there is no entity \"order_nmber\"; expected one of "
        "return_number, order_number, date, email, money, size; did you mean "
        "order_number\n");
    expect_of(
        "workflow.yaml",
        "workflow: triage\nstart: guard\nsteps:\n"
        "  guard: { do: guard_input, next: classify, on: { blocked: review } }\n"
        "  classify: { do: understand, next: route }\n"
        "  route: { choose: [ { when: 'risk == \"self_harm\"', next: review }, "
        "{ when: 'guard.injektion', next: review }, "
        "{ when: 'intent == \"late_deliver\"', next: review }, { next: review } ] }\n"
        "  review: { do: assign, with: { queue: reviews }, wait: resolution, "
        "on: { resolved: end } }\n",
        "workflow.yaml:6:84: unknown name \"injektion\"; expected a name that this bot "
        "knows; did you mean injection\n"
        "workflow.yaml:6:131: unknown name \"late_deliver\"; expected one of the values "
        "of "
        "that name; did you mean late_delivery\n"
        "workflow.yaml:7:40: unknown queue \"reviews\"; expected one of refunds, review; "
        "did you mean review\n");
}

static void every_bad_example_is_told(void **state)
{
    (void)state;
    expect_of(
        "examples.jsonl",
        "{\"text\": \"money back please\", \"intent\": \"refund_request\"}\n"
        "{\"text\": \"where\", \"intent\": \"late_deliverry\"}\n"
        "{\"text\": \"broken\" \"intent\": \"late_delivery\"}\n"
        "{\"text\": \"Money BACK, please!\", \"intent\": \"refund_request\", "
        "\"sentiment\": "
        "\"angry\"}\n"
        "{\"text\": \"\xc3\xa4 12345\", \"intent\": \"late_delivery\", \"entities\": "
        "[{\"type\": "
        "\"order_number\", \"start\": 2, \"end\": 7}, {\"type\": \"order_number\", "
        "\"start\": 3, "
        "\"end\": 8}]}\n"
        "{\"text\": \"off\", \"intent\": \"oos\", \"lang\": \"en\", \"lable\": 1}\n",
        "examples.jsonl:2:29: there is no intent \"late_deliverry\"; expected one of "
        "refund_request, late_delivery; did you mean late_delivery\n"
        "examples.jsonl:3:19: not JSON: expected ',' or '}'\n"
        "examples.jsonl:4:10: this text stands in examples.jsonl:1 already; expected "
        "every text "
        "once in examples, calibration and tickets\n"
        "examples.jsonl:4:74: sentiment is the text \"angry\"; expected one of negative, "
        "neutral, positive\n"
        "examples.jsonl:5:109: there is no text from 3 to 8; expected start before end, "
        "and end "
        "at most 7, in code points\n"
        "examples.jsonl:6:48: unknown key \"lable\" in a labelled message; expected one "
        "of text, "
        "intent, sentiment, priority, entities, lang, date\n");
}

static void the_contract_s_example_line_is_read(void **state)
{
    (void)state;
    expect_of("examples.jsonl",
              "{\"text\": \"My order 12345 is late\", \"intent\": \"late_delivery\", "
              "\"sentiment\": \"negative\", \"priority\": 2, \"entities\": [{\"type\": "
              "\"order_number\", \"start\": 9, \"end\": 14}], \"lang\": \"en\"}\n"
              "{\"text\": \"refund\", \"intent\": \"refund_request\"}\n",
              "");
    assert_int_equal(test_folder.examples.items[0].sentiment, EXAMPLE_NEGATIVE);
    assert_int_equal(test_folder.examples.items[0].entities[0].end, 14);
    assert_int_equal(test_folder.examples.items[1].sentiment, EXAMPLE_SENTIMENT_UNKNOWN);
    assert_int_equal(test_folder.examples.items[1].priority, 0);
}

static void calibration_and_tickets_share_no_text_with_the_examples(void **state)
{
    (void)state;
    expect_of(
        "calibration.jsonl",
        "{\"text\": \"Where is it?\", \"intent\": \"late_delivery\"}\n",
        "calibration.jsonl:1:10: this text stands in examples.jsonl:2 already; expected "
        "every text once in examples, calibration and tickets\n");
    expect_of("tickets.jsonl", "{\"id\": \"s1\", \"text\": \"money back, please\"}\n",
              "tickets.jsonl:1:22: this text stands in examples.jsonl:1 already; "
              "expected every "
              "text once in examples, calibration and tickets\n");
}

static void expectations_of_tickets_use_known_words(void **state)
{
    (void)state;
    expect_of(
        "tickets.jsonl",
        "{\"id\": \"s1\", \"text\": \"a\", \"customer\": \"c7\", \"expect\": "
        "{\"action\": "
        "[\"needs_approval\"], \"intent\": [\"late_delivery\"], \"reason\": null, "
        "\"passages\": [\"refunds.md#refunds\"], \"must_not_say\": [\"tomorrow\"]}}\n"
        "{\"id\": \"s2\", \"text\": \"b\", \"expect\": {\"action\": [\"reveiw\"], "
        "\"intent\": [\"late\"], \"reason\": \"guards\"}}\n",
        "tickets.jsonl:2:49: there is no action \"reveiw\"; expected one of auto_reply, "
        "needs_approval, queue, review, escalate, refuse; did you mean review\n"
        "tickets.jsonl:2:71: there is no intent \"late\"; expected one of "
        "refund_request, "
        "late_delivery\n"
        "tickets.jsonl:2:90: there is no reason \"guards\"; expected one of policy, "
        "certified, risk, unsupported, missing_entity, low_confidence, out_of_scope, "
        "language, guard, guard_unavailable, model_unavailable, budget and 5 others; did "
        "you mean guard\n");
    assert_int_equal(test_folder.tickets.count, 2);
    expect_of(
        "tickets.jsonl",
        "{\"id\": \"s1\", \"text\": \"a\", \"expect\": {\"passages\": "
        "[\"refunds.md#refund\", \"refunds.md\"]}}\n",
        "tickets.jsonl:1:51: there is no passage \"refunds.md#refund\"; expected one of "
        "refunds.md#refunds; did you mean refunds.md#refunds\n"
        "tickets.jsonl:1:72: there is no passage \"refunds.md\"; expected one of "
        "refunds.md#refunds\n");
}

static void bad_pages_are_told(void **state)
{
    (void)state;
    expect_of(
        "knowledge/refunds.md", "# Refunds\n\nSo\xffon.\n",
        "knowledge/refunds.md:3:3: these bytes are no text; expected valid UTF-8\n");
}

static void a_day_that_does_not_exist_is_a_mistake(void **state)
{
    (void)state;
    expect_of("calibration.jsonl",
              "{\"text\": \"give it back\", \"intent\": \"refund_request\", \"date\": "
              "\"2026-02-30\"}\n{\"text\": \"so late\", \"intent\": \"late_delivery\", "
              "\"date\": \"2026-11-20\"}\n",
              "calibration.jsonl:1:62: this is no day; expected one that exists, such as "
              "2026-11-20\n");
}

static void the_voice_must_not_forbid_what_is_approved(void **state)
{
    (void)state;
    expect_of(
        "brand.json",
        "{ \"tone\": \"professional\", \"greeting\": {\"en\": \"Hello {name},\", \"fr\": "
        "\"Bonjour {nom}\"}, \"closing\": {\"en\": \"Kind regards, Acme\"},\n"
        "  \"replace\": [{\"from\": \"lol\", \"to\": \"\", \"whole_word\": true}], "
        "\"forbid\": [\"guarantee\", \"are S\xc3\xb6rry\", \"legal advice\"], "
        "\"max_sentences\": 99 }",
        "brand.json:1:63: there is no language of the bot \"fr\"; expected one of en, "
        "de\n"
        "brand.json:1:69: an unknown name in braces; expected {name}\n"
        "brand.json:2:134: max_sentences is \"99\"; expected a whole number from 1 to "
        "50\n"
        "intents.yaml:6:18: brand.json forbids \"are S\xc3\xb6rry\"; expected other "
        "words\n");
}

static void the_contract_s_deploy_yaml_is_read(void **state)
{
    const struct deploy *deploy = &test_folder.config.deploy;

    (void)state;
    expect_of("deploy.yaml",
              "canary: { weight: 5 %, cohort: tier_1_customers }\n"
              "a_b: { control: legacy_rule_engine, variant: bot_v1_2026 }\n"
              "budget: { per_day: 100 USD, per_ticket: 0.02 USD }\n",
              "");
    assert_int_equal(deploy->canary.weight, 50000);
    assert_str(deploy->canary.cohort, "tier_1_customers");
    assert_str(deploy->a_b.variant, "bot_v1_2026");
    assert_int_equal(deploy->budget.per_ticket.micros, 20000);
    expect_of(
        "deploy.yaml",
        "canary: { weight: 5 }\nbudget: { per_day: 1 USD, per_ticket: 1 EUR }\n",
        "deploy.yaml:1:19: weight is \"5\"; expected a percentage such as 5 % from 0 to "
        "100\n"
        "deploy.yaml:2:39: the budget has two currencies; expected USD, as in per_day\n");
}

static void a_team_s_own_guards_are_read_and_checked(void **state)
{
    const struct own_guards *guards = &test_folder.config.guards;

    (void)state;
    expect_of("guards.yaml",
              "words:\n"
              "  - { name: competitor, phrases: [Globetrotter, \"A*B (C) #1\"] }\n"
              "patterns:\n"
              "  - { name: voucher_code, severity: info, pattern: 'VC-[A-Z0-9]{8}' }\n",
              "");
    assert_int_equal(guards->words[0].severity, SEVERITY_WARN);
    assert_int_equal(guards->patterns[0].severity, SEVERITY_INFO);
    assert_str(own_guards_phrases(guards, test_arena),
               "[words competitor warn]\nGlobetrotter\nA B  C   1\n");
    expect_of(
        "guards.yaml",
        "words:\n"
        "  - { name: Rivals, severity: grave, phrases: [x, '...'] }\n"
        "  - { name: empty, phrases: [] }\n"
        "patterns:\n"
        "  - { name: open, pattern: 'a(b' }\n"
        "  - { name: open, pattern: b }\n"
        "  - { pattren: c }\n",
        "guards.yaml:2:13: \"Rivals\" as the name of a list of words; expected small "
        "letters, digits, '_' and '-', a letter first\n"
        "guards.yaml:2:31: severity is \"grave\"; expected one of info, warn, block\n"
        "guards.yaml:2:51: phrase without Latin letters: \"...\"; expected a few words "
        "in Latin letters\n"
        "guards.yaml:3:29: phrases has 0 items; expected a list of texts, 1 to 1000 of "
        "them\n"
        "guards.yaml:5:28: pattern open: missing closing parenthesis at byte 3; expected "
        "a regular expression of PCRE2\n"
        "guards.yaml:6:13: this name is taken; expected one of its own\n"
        "guards.yaml:7:5: \"name\" is missing in a pattern; expected a text\n"
        "guards.yaml:7:5: \"pattern\" is missing in a pattern; expected a text of at "
        "most 1024 characters\n"
        "guards.yaml:7:7: unknown key \"pattren\" in a pattern; expected one of name, "
        "severity, pattern; did you mean pattern\n");
}

static void one_syntax_mistake_does_not_hide_other_files(void **state)
{
    (void)state;
    expect_of("bot.yaml", "name: [a\n",
              "bot.yaml:2:1: not YAML: flow sequence without a closing bracket\n");
    expect_of("intents.yaml", "- a\n",
              "intents.yaml:1:1: here are no intents; expected a mapping of 1 to 1000 "
              "intents\n");
    expect_of("workflow.yaml", "workflow: [x\n",
              "workflow.yaml:2:1: not YAML: flow sequence without a closing bracket\n");
}

static const char *path_of(const char *folder, const char *name)
{
    struct str path = file_join(test_arena, str_from(folder), str_from(name));

    return str_copy(test_arena, path).at;
}

static void write_file(const char *folder, const char *name, const char *content)
{
    struct err err;

    assert_int_equal(file_write(path_of(folder, name), str_from(content), &err), 0);
}

static void remove_folder(const char *folder)
{
    for (size_t i = 0; i < COUNT_OF(small_bot); i++) {
        assert_int_equal(remove(path_of(folder, small_bot[i].name.at)), 0);
    }
    assert_int_equal(remove(path_of(folder, "knowledge/readme.txt")), 0);
    assert_int_equal(remove(path_of(folder, "notes.md")), 0);
    assert_int_equal(remove(path_of(folder, "knowledge")), 0);
    assert_int_equal(remove(folder), 0);
}

static void a_folder_is_read_from_the_disk(void **state)
{
    char folder[] = "/tmp/usher-folder-test-XXXXXX";
    struct err err;

    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(file_make_folders(path_of(folder, "knowledge"), &err), 0);
    for (size_t i = 0; i < COUNT_OF(small_bot); i++) {
        write_file(folder, small_bot[i].name.at, small_content(small_bot[i].name));
    }
    write_file(folder, "knowledge/readme.txt", "no page");
    write_file(folder, "notes.md", "no page either");
    assert_int_equal(
        bot_folder_read(&test_folder, folder, test_arena, &test_mistakes, &err), 0);
    assert_int_equal(test_mistakes.list.count, 0);
    assert_int_equal(test_folder.files.count, COUNT_OF(small_bot));
    assert_str(test_folder.files.items[0].name, "bot.yaml");
    assert_int_equal(test_folder.pages.count, 1);
    assert_int_equal(test_folder.examples.count, 2);
    remove_folder(folder);
    assert_int_equal(
        bot_folder_read(&test_folder, folder, test_arena, &test_mistakes, &err), -1);
    assert_int_equal(err.reason, ERR_NOT_FOUND);
}

static void a_misspelt_file_is_found_out(void **state)
{
    static const struct str others[] = { { "intent.yaml", 11 },
                                         { "brand.jsn", 9 },
                                         { "x", 1 } };
    struct bot_files files = small_bot_with("intents.yaml", NULL);
    struct buf buf;

    (void)state;
    files.others = others;
    files.other_count = 3;
    bot_folder_parse(&test_folder, files, test_arena, &test_mistakes);
    mistakes_sort(&test_mistakes);
    buf_init(&buf, test_arena, 1000);
    mistake_format(list_at(&test_mistakes.list, 0), &buf);
    assert_str(buf_str(&buf),
               "brand.jsn: this file is not read; did you mean brand.json");
    buf_clear(&buf);
    mistake_format(list_at(&test_mistakes.list, 1), &buf);
    assert_str(buf_str(&buf),
               "intents.yaml: the file is missing; expected it in the bot's "
               "folder; did you mean intent.yaml");
    assert_int_equal(test_mistakes.list.count, 2);
}

static void the_manual_has_the_keys_of_every_file(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, test_arena, 1 << 20);
    bot_reference(&buf);
    buf_add_char(&buf, '\0');
    assert_non_null(strstr(buf.at, "| `calendars.NAME.zone` | a text | required | "));
    assert_non_null(strstr(buf.at, "| `human_in_the_loop` | true or false | true | "));
    assert_non_null(strstr(buf.at,
                           "| `canary.weight` | a percentage such as 5 % from 0 to 100 | "
                           "required | "));
    assert_non_null(strstr(buf.at, "| `expect.must_not_say` | a list of texts | "));
    assert_non_null(strstr(buf.at, "## workflow.yaml"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, test_begin, test_end)
    const struct CMUnitTest tests[] = {
        T(a_sound_folder_has_no_mistakes),
        T(required_files_are_missed_and_others_are_not),
        T(the_contract_s_bot_yaml_is_read),
        T(mistakes_in_bot_yaml_say_where_and_what),
        T(mistakes_in_intents_refer_to_other_files),
        T(names_in_a_workflow_are_checked_against_the_bot),
        T(every_bad_example_is_told),
        T(the_contract_s_example_line_is_read),
        T(calibration_and_tickets_share_no_text_with_the_examples),
        T(expectations_of_tickets_use_known_words),
        T(bad_pages_are_told),
        T(a_day_that_does_not_exist_is_a_mistake),
        T(the_voice_must_not_forbid_what_is_approved),
        T(the_contract_s_deploy_yaml_is_read),
        T(a_team_s_own_guards_are_read_and_checked),
        T(one_syntax_mistake_does_not_hide_other_files),
        T(a_folder_is_read_from_the_disk),
        T(a_misspelt_file_is_found_out),
        T(the_manual_has_the_keys_of_every_file),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
