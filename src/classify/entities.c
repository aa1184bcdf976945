#include "classify/entities.h"

#include "base/attr.h"
#include "base/utf8.h"
#include "classify/wordset.h"
#include "text/tokens.h"

#define TEXT(literal)                                                                    \
    {                                                                                    \
        "" literal, sizeof(literal) - 1                                                  \
    }

const struct entity_rule entity_rules_usual[] = {
    { .type = TEXT("return_number"),
      .prefix = TEXT("rma"),
      .needs_prefix = true,
      .digits_min = 4,
      .digits_max = 8 },
    { .type = TEXT("order_number"),
      .prefix = TEXT("ac"),
      .digits_min = 5,
      .digits_max = 8,
      .cues =
          TEXT("order orders ordernumber purchase bestellung bestellungen bestellnummer "
               "bestellnr auftrag auftragsnummer pedido pedidos compra commande") },
};
const size_t entity_rules_usual_count = COUNT_OF(entity_rules_usual);

const struct str entity_types_builtin[] = { TEXT("date"), TEXT("email"), TEXT("money"),
                                            TEXT("size") };
const size_t entity_types_builtin_count = COUNT_OF(entity_types_builtin);

/* Words after which a bare number names something else. */
static const struct str other_names = TEXT(
    "invoice rechnung rechnungsnummer factura item article artikel artikelnummer "
    "articulo "
    "referencia serial seriennummer serie postnr postnummer packstation station phone "
    "tel "
    "telefon telefonnummer telefono handy mobile plz zip postcode postal cp iban account "
    "konto cuenta card karte tarjeta code codigo pin ticket case customer "
    "kundennummer kunde cliente tracking sendung sendungsnummer seguimiento rma ean "
    "isbn");

static const struct str months = TEXT(
    "january february march april may june july august september october november "
    "december "
    "jan feb mar apr jun jul aug sep sept oct nov dec januar februar marz maerz mai juni "
    "juli oktober dezember okt dez enero febrero marzo abril mayo junio julio agosto "
    "septiembre setiembre octubre noviembre diciembre");

static const struct str currencies =
    TEXT("eur euro euros gbp pound pounds quid usd dollar dollars chf franken libras");

static const struct str size_cues =
    TEXT("size sizes grosse groesse gr talla tallas eu uk us");
static const struct str letter_sizes = TEXT("s m l xs xl xxs xxl xxxl 3xl 4xl");
static const struct str lone_sizes = TEXT("xs xl xxs xxl xxxl 3xl 4xl");

enum { SIZE_LEN_MAX = 4 };

/* A text while it is searched.  Bytes up to `done` belong to entities found; no e-mail
 * address begins before `local_end`. */
struct finder {
    struct str text;
    const struct tokens *tokens;
    struct entities *entities;
    size_t done;
    size_t local_end;
    size_t counted; /* bytes whose code points are counted */
    size_t points;
};

/* Entities come in the order of the text, so that code points are counted once. */
static uint32_t points_at(struct finder *finder, size_t offset)
{
    struct str gap = { finder->text.at + finder->counted, offset - finder->counted };

    finder->points += utf8_count(gap);
    finder->counted = offset;
    return (uint32_t)finder->points;
}

static void found(struct finder *finder, struct str type, size_t start, size_t end)
{
    struct entities *entities = finder->entities;
    struct entity *entity;

    if (start < finder->done || entities->count == ENTITIES_MAX) {
        return;
    }
    entity = &entities->items[entities->count++];
    entity->type = type;
    entity->text = str_slice(finder->text, start, end - start);
    entity->start = points_at(finder, start);
    entity->end = points_at(finder, end);
    finder->done = end;
}

/* The byte at offset, or 0 outside the text. */
static char byte_at(const struct finder *finder, size_t offset)
{
    return offset < finder->text.len ? finder->text.at[offset] : '\0';
}

static const struct token *token_at(const struct finder *finder, size_t i)
{
    return i < finder->tokens->count ? &finder->tokens->items[i] : NULL;
}

static bool all_digits(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] < '0' || word.at[i] > '9') {
            return false;
        }
    }
    return word.len > 0;
}

static bool in_range(struct str word, size_t len_min, size_t len_max, int from, int to)
{
    int64_t value;

    return word.len >= len_min && word.len <= len_max && all_digits(word) &&
           str_to_int64(word, &value) && value >= from && value <= to;
}

static bool is_day(struct str word)
{
    return in_range(word, 1, 2, 1, 31);
}
static bool is_month(struct str word)
{
    return in_range(word, 1, 2, 1, 12);
}
static bool is_year(struct str word)
{
    return in_range(word, 4, 4, 1900, 2199) || in_range(word, 2, 2, 0, 99);
}

/* Exactly the byte c stands between the words a and b. */
static bool joined_by(const struct finder *finder, const struct token *a,
                      const struct token *b, char c)
{
    return a != NULL && b != NULL && b->start == a->end + 1 &&
           byte_at(finder, a->end) == c;
}

/* The text between the words a and b. */
static struct str gap_between(const struct finder *finder, const struct token *a,
                              const struct token *b)
{
    return str_slice(finder->text, a->end, b->start - a->end);
}

static bool is_money_before(const struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    const struct token *before = i > 0 ? token_at(finder, i - 1) : NULL;
    size_t at = token->start;

    if (at > 0 && byte_at(finder, at - 1) == ' ') {
        at--;
    }
    if (at >= 1 && byte_at(finder, at - 1) == '$') {
        return true;
    }
    if (str_ends_with(str_slice(finder->text, 0, at), STR("€")) ||
        str_ends_with(str_slice(finder->text, 0, at), STR("£"))) {
        return true;
    }
    return before != NULL && before->end == at &&
           wordset_has(STR("eur gbp usd chf"), before->word);
}

static size_t currency_start(const struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    size_t at = token->start;

    at -= byte_at(finder, at - 1) == ' ';
    if (byte_at(finder, at - 1) == '$') {
        return at - 1;
    }
    if (str_ends_with(str_slice(finder->text, 0, at), STR("€"))) {
        return at - (sizeof "€" - 1);
    }
    if (str_ends_with(str_slice(finder->text, 0, at), STR("£"))) {
        return at - (sizeof "£" - 1);
    }
    return token_at(finder, i - 1)->start;
}

/* Where the currency behind the number ends, or 0 where there is none. */
static size_t currency_end(const struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    const struct token *next = token_at(finder, i + 1);
    size_t at = token->end + (byte_at(finder, token->end) == ' ');
    struct str rest = str_slice(finder->text, at, 4);

    if (str_starts_with(rest, STR("€"))) {
        return at + sizeof "€" - 1;
    }
    if (str_starts_with(rest, STR("£"))) {
        return at + sizeof "£" - 1;
    }
    if (str_starts_with(rest, STR("$"))) {
        return at + 1;
    }
    return next != NULL && next->start == at && wordset_has(currencies, next->word)
               ? next->end
               : 0;
}

/* A number with at most points, commas and colons in it: "1.250,00". */
static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if ((word.at[i] < '0' || word.at[i] > '9') && word.at[i] != '.' &&
            word.at[i] != ',') {
            return false;
        }
    }
    return word.len > 0;
}

static bool find_money(struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    size_t end;

    if (!is_number(token->word)) {
        return false;
    }
    end = currency_end(finder, i);
    if (end == 0 && !is_money_before(finder, i)) {
        return false;
    }
    found(finder, STR("money"),
          is_money_before(finder, i) ? currency_start(finder, i) : token->start,
          end > 0 ? end : token->end);
    return true;
}

/* 14.05.2026 and 14.5. are one word; returns whether it is a date. */
static bool is_dotted_date(struct str word)
{
    struct str day;
    struct str month;
    struct str rest = word;

    if (!str_split_next(&rest, '.', &day) || !str_split_next(&rest, '.', &month) ||
        !is_day(day) || !is_month(month)) {
        return false;
    }
    return rest.at != NULL && is_year(rest);
}

/* Three words joined by c: day, month, year in the German, British or American order, or
 * year, month, day. */
static bool is_date_of_three(const struct finder *finder, size_t i, char c)
{
    const struct token *a = token_at(finder, i);
    const struct token *b = token_at(finder, i + 1);
    const struct token *d = token_at(finder, i + 2);

    if (!joined_by(finder, a, b, c) || !joined_by(finder, b, d, c)) {
        return false;
    }
    if (is_year(d->word) && ((is_day(a->word) && is_month(b->word)) ||
                             (is_month(a->word) && is_day(b->word)))) {
        return true;
    }
    return a->word.len == 4 && is_year(a->word) && is_month(b->word) && is_day(d->word);
}

static bool is_ordinal(struct str word)
{
    static const struct str ends[] = { TEXT("st"), TEXT("nd"), TEXT("rd"), TEXT("th") };

    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (str_ends_with(word, ends[i]) &&
            is_day(str_slice(word, 0, word.len - ends[i].len))) {
            return true;
        }
    }
    return is_day(word);
}

/* The year behind word i, if one follows closely; else i. */
static size_t with_year(const struct finder *finder, size_t i)
{
    const struct token *next = token_at(finder, i + 1);

    if (next != NULL && wordset_has(STR("de del of"), next->word) &&
        token_at(finder, i + 2) != NULL) {
        next = token_at(finder, i + 2);
        return in_range(next->word, 4, 4, 1900, 2199) ? i + 2 : i;
    }
    return next != NULL && in_range(next->word, 4, 4, 1900, 2199) &&
                   next->start - token_at(finder, i)->end <= 2
               ? i + 1
               : i;
}

/* "14 May", "14. Mai 2026", "14 de mayo", "14th of May". */
static size_t day_then_month(const struct finder *finder, size_t i)
{
    const struct token *next = token_at(finder, i + 1);

    if (next == NULL || !is_ordinal(token_at(finder, i)->word)) {
        return 0;
    }
    if (wordset_has(STR("de of"), next->word) && token_at(finder, i + 2) != NULL) {
        return wordset_has(months, token_at(finder, i + 2)->word)
                   ? with_year(finder, i + 2)
                   : 0;
    }
    return next->start - token_at(finder, i)->end <= 2 && wordset_has(months, next->word)
               ? with_year(finder, i + 1)
               : 0;
}

/* "May 14th, 2026". */
static size_t month_then_day(const struct finder *finder, size_t i)
{
    const struct token *next = token_at(finder, i + 1);

    if (next == NULL || !wordset_has(months, token_at(finder, i)->word) ||
        !is_ordinal(next->word) ||
        !str_equal(gap_between(finder, next - 1, next), STR(" "))) {
        return 0;
    }
    return with_year(finder, i + 1);
}

static bool find_date(struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    size_t last = day_then_month(finder, i);

    if (last == 0) {
        last = month_then_day(finder, i);
    }
    if (last == 0 &&
        (is_date_of_three(finder, i, '/') || is_date_of_three(finder, i, '-'))) {
        last = i + 2;
    }
    if (last == 0 && !is_dotted_date(token->word)) {
        return false;
    }
    found(finder, STR("date"), token->start,
          last == 0 ? token->end : token_at(finder, last)->end);
    return true;
}

static bool is_local_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

/* The word is the beginning of an address: go to its '@' and through its domain.  Where
 * that fails, it fails for the words between as well. */
static bool find_email(struct finder *finder, size_t i)
{
    size_t start = token_at(finder, i)->start;
    size_t at = start;
    size_t end;
    size_t dot = 0;

    if (start < finder->local_end) {
        return false;
    }
    while (is_local_byte(byte_at(finder, at))) {
        at++;
    }
    finder->local_end = at;
    if (at == start || byte_at(finder, at) != '@') {
        return false;
    }
    end = at + 1;
    while (is_local_byte(byte_at(finder, end))) {
        dot = byte_at(finder, end) == '.' && end > at + 1 ? end : dot;
        end++;
    }
    if (dot + 1 == end) { /* the full stop of a sentence */
        end = dot;
        for (dot = end - 1; dot > at && byte_at(finder, dot) != '.'; dot--) {
        }
    }
    if (dot <= at + 1 || end < dot + 3) {
        return false;
    }
    found(finder, STR("email"), start, end);
    return true;
}

/* Short, and nothing in it but digits and the letters of sizes. */
static bool may_be_size(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];

        if (i == SIZE_LEN_MAX || ((c < '0' || c > '9') && c != '.' && c != ',' &&
                                  c != 's' && c != 'm' && c != 'l' && c != 'x')) {
            return false;
        }
    }
    return true;
}

static bool find_size(struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    const struct token *next = token_at(finder, i + 1);
    bool is_value;

    if (may_be_size(token->word) && wordset_has(lone_sizes, token->word)) {
        found(finder, STR("size"), token->start, token->end);
        return true;
    }
    if (next == NULL || !may_be_size(next->word) || next->start - token->end > 2 ||
        !wordset_has(size_cues, token->word)) {
        return false;
    }
    is_value = wordset_has(letter_sizes, next->word) ||
               (is_number(next->word) && currency_end(finder, i + 1) == 0);
    if (!is_value) {
        return false;
    }
    found(finder, STR("size"),
          wordset_has(STR("eu uk us"), token->word) ? token->start : next->start,
          next->end);
    return true;
}

/* Digits of another number stand one byte before or behind: a telephone number, a date,
 * an account. */
static bool is_part_of_number(const struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    const struct token *before = i > 0 ? token_at(finder, i - 1) : NULL;
    const struct token *next = token_at(finder, i + 1);
    char plus = token->start > 0 ? byte_at(finder, token->start - 1) : ' ';

    return plus == '+' || token->is_hyphenated || (next != NULL && next->is_hyphenated) ||
           (before != NULL && before->has_digit && token->start - before->end <= 1) ||
           (next != NULL && next->has_digit && next->start - token->end <= 1);
}

/* "Musterstr. 3, 47055 Duisburg": five digits behind a comma, a word behind them. */
static bool is_postal_code(const struct finder *finder, size_t i)
{
    const struct token *token = token_at(finder, i);
    const struct token *next = token_at(finder, i + 1);
    size_t at = token->start;

    if (token->word.len != 5 || next == NULL || next->has_digit ||
        byte_at(finder, token->end) != ' ') {
        return false;
    }
    at -= at > 0 && byte_at(finder, at - 1) == ' ';
    return at > 0 && (byte_at(finder, at - 1) == ',' || byte_at(finder, at - 1) == '\n');
}

/* Of the three words before a number, the nearest that says what it is: 1 this rule's
 * cue, -1 another thing's name, 0 nothing. */
static int cue_before(const struct finder *finder, const struct entity_rule *rule,
                      size_t i)
{
    enum { WORDS_BACK = 3 };

    for (size_t back = 1; back <= WORDS_BACK && back <= i; back++) {
        struct str word = token_at(finder, i - back)->word;

        if (wordset_has(rule->cues, word)) {
            return 1;
        }
        if (wordset_has(other_names, word)) {
            return -1;
        }
    }
    return 0;
}

static bool has_digits(struct str digits, const struct entity_rule *rule)
{
    return all_digits(digits) && digits.len >= rule->digits_min &&
           digits.len <= rule->digits_max;
}

/* "ac12345", "AC-12345", "ac 12345", "AC# 12345". */
static bool find_prefixed(struct finder *finder, const struct entity_rule *rule, size_t i)
{
    const struct token *token = token_at(finder, i);
    const struct token *next = token_at(finder, i + 1);

    if (str_is_empty(rule->prefix) || !str_starts_with(token->word, rule->prefix)) {
        return false;
    }
    if (token->word.len > rule->prefix.len) {
        if (!has_digits(str_slice(token->word, rule->prefix.len, token->word.len),
                        rule)) {
            return false;
        }
        found(finder, rule->type, token->start, token->end);
        return true;
    }
    if (next == NULL || next->start - token->end > 2 || !has_digits(next->word, rule)) {
        return false;
    }
    found(finder, rule->type, token->start, next->end);
    return true;
}

static bool find_bare(struct finder *finder, const struct entity_rule *rule, size_t i)
{
    const struct token *token = token_at(finder, i);
    bool is_marked = token->start > 0 && byte_at(finder, token->start - 1) == '#';
    int cue;

    if (rule->needs_prefix || !has_digits(token->word, rule)) {
        return false;
    }
    cue = cue_before(finder, rule, i);
    if (!is_marked && cue <= 0 &&
        (cue < 0 || is_part_of_number(finder, i) || is_postal_code(finder, i))) {
        return false;
    }
    found(finder, rule->type, token->start - is_marked, token->end);
    return true;
}

static bool find_number(struct finder *finder, const struct entity_rule *rules,
                        size_t rule_count, size_t i)
{
    for (size_t k = 0; k < rule_count; k++) {
        if (find_prefixed(finder, &rules[k], i) || find_bare(finder, &rules[k], i)) {
            return true;
        }
    }
    return false;
}

/* Dates, amounts and numbered things begin with a number or with the word before one. */
static bool is_at_number(const struct finder *finder, size_t i)
{
    const struct token *next = token_at(finder, i + 1);

    return token_at(finder, i)->has_digit || (next != NULL && next->has_digit);
}

void entities_find(struct entities *entities_out, struct str text,
                   const struct tokens *tokens, const struct entity_rule *rules,
                   size_t rule_count)
{
    struct finder finder = { .text = text, .tokens = tokens, .entities = entities_out };

    entities_out->count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].start < finder.done || find_email(&finder, i)) {
            continue;
        }
        if (is_at_number(&finder, i) &&
            (find_date(&finder, i) || find_money(&finder, i) ||
             find_number(&finder, rules, rule_count, i))) {
            continue;
        }
        (void)find_size(&finder, i);
    }
}

const struct entity *entities_get(const struct entities *entities, struct str type)
{
    for (size_t i = 0; i < entities->count; i++) {
        if (str_equal(entities->items[i].type, type)) {
            return &entities->items[i];
        }
    }
    return NULL;
}
