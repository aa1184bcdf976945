/* evidence.h - what the guards found: where, what, how grave.  Never what to do about it.
 *
 * A finding names its guard ("pii.card"), the bytes it is about, a reason in words and,
 * where a model or a weak sign speaks, how sure it is.  The list is bounded; one that is
 * cut says so, and a caller must treat the text as unsafe then.
 *
 * Thread: a list belongs to one thread at a time.
 * Memory: plain values; names and reasons are constants or views into the guard set.
 */
#ifndef GUARD_EVIDENCE_H
#define GUARD_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct json_writer;

enum severity {
    SEVERITY_INFO,  /* worth knowing; personal data */
    SEVERITY_WARN,  /* a person should look */
    SEVERITY_BLOCK, /* nothing automatic may happen */
};

/* The guards: constant, name in manifests, version (changes with its verdicts). */
#define GUARDS(X)                                                                        \
    X(PII, "pii", 1)                                                                     \
    X(INJECTION, "injection", 1)                                                         \
    X(ABUSE, "abuse", 1)                                                                 \
    X(SELF_HARM, "self_harm", 2)                                                         \
    X(SUBJECT, "subject", 1)                                                             \
    X(WORDS, "words", 1)                                                                 \
    X(PATTERN, "pattern", 1)                                                             \
    X(MODEL, "model", 1)                                                                 \
    X(BRAND, "brand", 1)                                                                 \
    X(CITATION, "citation", 1)

#define X(constant, name, version) GUARD_##constant,
enum guard_id { GUARDS(X) GUARD_COUNT };
#undef X

/* What can be found: constant, guard, name, severity, what redacted text says instead
 * ("" where it is not redacted), reason. */
#define EVIDENCE_KINDS(X)                                                                \
    X(PII_EMAIL, PII, "pii.email", INFO, "[EMAIL]", "e-mail address")                    \
    X(PII_PHONE, PII, "pii.phone", INFO, "[PHONE]", "phone number")                      \
    X(PII_CARD, PII, "pii.card", INFO, "[CARD]", "payment card, check digit right")      \
    X(PII_CARD_LIKE, PII, "pii.card", INFO, "[CARD]",                                    \
      "looks like a payment card, check digit wrong")                                    \
    X(PII_IBAN, PII, "pii.iban", INFO, "[IBAN]", "IBAN, checksum right")                 \
    X(PII_IBAN_LIKE, PII, "pii.iban", INFO, "[IBAN]",                                    \
      "looks like an IBAN, checksum wrong")                                              \
    X(PII_US_SSN, PII, "pii.us_ssn", INFO, "[ID]", "US social security number")          \
    X(PII_UK_NINO, PII, "pii.uk_nino", INFO, "[ID]", "UK national insurance number")     \
    X(PII_DE_TAX_ID, PII, "pii.de_tax_id", INFO, "[ID]",                                 \
      "German tax identification number")                                                \
    X(PII_ES_DNI, PII, "pii.es_dni", INFO, "[ID]", "Spanish DNI or NIE")                 \
    X(PII_FR_NIR, PII, "pii.fr_nir", INFO, "[ID]", "French social security number")      \
    X(PII_IT_CF, PII, "pii.it_cf", INFO, "[ID]", "Italian codice fiscale")               \
    X(PII_DOCUMENT, PII, "pii.id_document", INFO, "[ID]",                                \
      "number of an identity document")                                                  \
    X(PII_BIRTH_DATE, PII, "pii.birth_date", INFO, "[DATE]", "date of birth")            \
    X(PII_IP, PII, "pii.ip", INFO, "[IP]", "IP address")                                 \
    X(PII_URL, PII, "pii.url", INFO, "[URL]", "web address")                             \
    X(PII_NAME, PII, "pii.name", INFO, "[NAME]", "name of a person")                     \
    X(PII_ADDRESS, PII, "pii.address", INFO, "[ADDRESS]", "postal address")              \
    X(INJECTION_OVERRIDE, INJECTION, "injection.override", BLOCK, "",                    \
      "asks to set instructions aside")                                                  \
    X(INJECTION_ROLE, INJECTION, "injection.role", WARN, "",                             \
      "assigns the assistant another role")                                              \
    X(INJECTION_LEAK, INJECTION, "injection.leak", BLOCK, "",                            \
      "asks for the hidden instructions")                                                \
    X(INJECTION_MARKUP, INJECTION, "injection.markup", BLOCK, "",                        \
      "imitates the markup of a conversation")                                           \
    X(INJECTION_HIDDEN, INJECTION, "injection.hidden", WARN, "",                         \
      "hides letters in invisible or spaced characters")                                 \
    X(ABUSE_INSULT, ABUSE, "abuse.insult", WARN, "", "foul or insulting language")       \
    X(ABUSE_SLUR, ABUSE, "abuse.slur", WARN, "", "slur against a group of people")       \
    X(ABUSE_THREAT, ABUSE, "abuse.threat", BLOCK, "", "threat of violence")              \
    X(SELF_HARM, SELF_HARM, "self_harm", BLOCK, "", "speaks of ending the own life")     \
    X(SELF_HARM_INDIRECT, SELF_HARM, "self_harm.indirect", BLOCK, "",                    \
      "the writer may be in danger")                                                     \
    X(SUBJECT_LEGAL, SUBJECT, "subject.legal_threat", WARN, "",                          \
      "threatens with the law")                                                          \
    X(SUBJECT_DELETE, SUBJECT, "subject.account_deletion", WARN, "",                     \
      "wants the account or the data deleted, or a copy of the data")                    \
    X(WORDS, WORDS, "words", WARN, "", "on a list of the bot")                           \
    X(PATTERN, PATTERN, "pattern", WARN, "", "matches a pattern of the bot")             \
    X(MODEL, MODEL, "model.injection", WARN, "",                                         \
      "reads like an attack on the assistant")                                           \
    X(BRAND_WORD, BRAND, "brand.forbidden", BLOCK, "", "word that the brand forbids")    \
    X(BRAND_LENGTH, BRAND, "brand.length", WARN, "",                                     \
      "more sentences than the brand allows")                                            \
    X(BRAND_PROMISE, BRAND, "brand.promise", BLOCK, "", "promise that no page makes")    \
    X(OUTPUT_PII, PII, "output.pii", BLOCK, "",                                          \
      "personal data that is not the customer's own")                                    \
    X(CITATION_NONE, CITATION, "citation.missing", BLOCK, "",                            \
      "sentence without a source")                                                       \
    X(CITATION_WRONG, CITATION, "citation.mismatch", BLOCK, "",                          \
      "sentence that its source does not hold")                                          \
    X(UNAVAILABLE, COUNT, "guard.unavailable", BLOCK, "", "a guard could not do its work")

#define X(constant, guard, name, severity, placeholder, reason) EVIDENCE_##constant,
enum evidence_kind { EVIDENCE_KINDS(X) EVIDENCE_KIND_COUNT };
#undef X

struct evidence_info {
    struct str name;
    struct str placeholder;
    struct str reason;
    enum guard_id guard;
    enum severity severity;
};

const struct evidence_info *evidence_info(enum evidence_kind kind);

/* The kind of that name; false where there is none.  Of two with one name, the first. */
bool evidence_kind_find(struct str name, enum evidence_kind *kind_out);

struct str guard_name(enum guard_id guard);
int guard_version(enum guard_id guard);
struct str severity_name(enum severity severity); /* "info", "warn", "block" */

enum { SCORE_NONE = -1, SCORE_ONE = 1000000 };

struct finding {
    enum evidence_kind kind;
    enum severity severity;
    size_t start; /* bytes of the text that was checked */
    size_t end;
    struct str guard; /* "pii.card" */
    struct str reason;
    int32_t score; /* millionths, or SCORE_NONE */
};

enum { EVIDENCE_MAX = 256 };

struct evidence {
    struct finding items[EVIDENCE_MAX];
    size_t count;
    bool is_cut; /* more was found than fits */
};

void evidence_clear(struct evidence *evidence);

/* A finding of a kind with the kind's own name, severity and reason.  Returns it for
 * changes, or NULL, and marks the list, where it is full. */
struct finding *evidence_add(struct evidence *evidence, enum evidence_kind kind,
                             size_t start, size_t end, int32_t score);

/* Order by place; of findings of personal data that overlap keep the surer one (a
 * checksum before a shape, then the longer); drop repeats. */
void evidence_settle(struct evidence *evidence);

bool evidence_has(const struct evidence *evidence, enum evidence_kind kind);
bool evidence_has_guard(const struct evidence *evidence, enum guard_id guard);
enum severity evidence_worst(const struct evidence *evidence); /* INFO when empty */

/* CONTRACT.md's array "evidence"; offsets become code points of the text, which is the
 * one that was checked. */
void evidence_write(const struct evidence *evidence, struct str text,
                    struct json_writer *writer);

#endif
