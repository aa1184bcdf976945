/* brand.c - the keys of brand.json, and what its phrases forbid. */

#include "bot/brand.h"

#include "base/arena.h"
#include "base/attr.h"
#include "config/node.h"
#include "guard/voice.h"
#include "text/tokens.h"

enum { TEXT_WORDS_MAX = 4096 };

static const struct field replacement_fields[] = {
    { .name = "from",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct replacement, from),
      .doc = "what is replaced" },
    { .name = "to",
      .kind = FIELD_TEXT,
      .is_required = true,
      .may_be_empty = true,
      .offset = offsetof(struct replacement, to),
      .doc = "what stands there instead; \"\" for nothing" },
    { .name = "whole_word",
      .kind = FIELD_BOOL,
      .fallback = "true",
      .offset = offsetof(struct replacement, whole_word),
      .doc = "false replaces it inside words too" },
};
static const struct field_table replacement_table = { "a replacement", replacement_fields,
                                                      COUNT_OF(replacement_fields),
                                                      sizeof(struct replacement) };

static const struct field brand_fields[] = {
    { .name = "tone",
      .kind = FIELD_TEXT,
      .fallback = "professional",
      .offset = offsetof(struct brand, tone),
      .doc = "told to the models that draft" },
    { .name = "greeting",
      .kind = FIELD_PAIRS,
      .offset = offsetof(struct brand, greeting),
      .count_offset = offsetof(struct brand, greeting_count),
      .doc = "how a draft begins, by language; `{name}` stands for the customer's name" },
    { .name = "closing",
      .kind = FIELD_PAIRS,
      .offset = offsetof(struct brand, closing),
      .count_offset = offsetof(struct brand, closing_count),
      .doc = "how a draft ends, by language" },
    { .name = "replace",
      .kind = FIELD_ITEMS,
      .table = &replacement_table,
      .offset = offsetof(struct brand, replace),
      .count_offset = offsetof(struct brand, replace_count),
      .doc = "words that are said otherwise" },
    { .name = "forbid",
      .kind = FIELD_TEXTS,
      .offset = offsetof(struct brand, forbid),
      .count_offset = offsetof(struct brand, forbid_count),
      .doc = "words and phrases that no draft may hold" },
    { .name = "max_sentences",
      .kind = FIELD_INT,
      .fallback = "8",
      .min = 1,
      .max = 50,
      .offset = offsetof(struct brand, max_sentences),
      .doc = "the longest draft" },
};
const struct field_table brand_table = { "brand.json", brand_fields,
                                         COUNT_OF(brand_fields), sizeof(struct brand) };

/* {name} is the one thing that is filled in. */
static bool has_strange_brace(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '{' &&
            !str_starts_with(str_slice(text, i, text.len), STR("{name}"))) {
            return true;
        }
    }
    return false;
}

static void check_greetings(const struct brand *brand, struct mistakes *mistakes)
{
    const struct node *greeting = node_find(brand->head.node, STR("greeting"));

    for (size_t i = 0; i < brand->greeting_count; i++) {
        if (has_strange_brace(brand->greeting[i].text)) {
            mistakes_add(mistakes, node_find(greeting, brand->greeting[i].key)->place,
                         STR("an unknown name in braces"), STR("{name}"), STR(""));
        }
    }
}

static void check_replacements(const struct brand *brand, struct arena *arena,
                               struct mistakes *mistakes)
{
    for (size_t i = 0; i < brand->replace_count; i++) {
        const struct replacement *item = &brand->replace[i];

        if (item->head.node != NULL &&
            brand_forbidden_in(brand, item->to, arena).len != 0) {
            mistakes_add(mistakes, field_place(&item->head, "to"),
                         STR("this replacement is itself forbidden"), STR("other words"),
                         STR(""));
        }
    }
}

void brand_read(struct brand *brand_out, const struct node *node, struct arena *arena,
                struct mistakes *mistakes)
{
    fields_read(&brand_table, node, (struct place){ 0 }, brand_out, arena, mistakes);
    check_greetings(brand_out, mistakes);
    check_replacements(brand_out, arena, mistakes);
}

static bool has_words_at(const struct tokens *text, size_t at,
                         const struct tokens *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        if (!str_equal(text->items[at + i].word, phrase->items[i].word)) {
            return false;
        }
    }
    return true;
}

static bool has_phrase(const struct tokens *text, const struct tokens *phrase)
{
    for (size_t at = 0; phrase->count != 0 && at + phrase->count <= text->count; at++) {
        if (has_words_at(text, at, phrase)) {
            return true;
        }
    }
    return false;
}

struct str brand_forbidden_in(const struct brand *brand, struct str text,
                              struct arena *arena)
{
    struct tokens words = text_tokens(arena, text, TEXT_WORDS_MAX);

    for (size_t i = 0; i < brand->forbid_count; i++) {
        struct tokens phrase = text_tokens(arena, brand->forbid[i], TEXT_WORDS_MAX);

        if (has_phrase(&words, &phrase)) {
            return brand->forbid[i];
        }
    }
    return (struct str){ 0 };
}

int brand_open_voice(struct voice *voice_out, const struct brand *brand,
                     struct arena *arena, struct err *err)
{
    struct voice_swap *swaps =
        arena_array(arena, brand->replace_count + 1, sizeof *swaps);
    struct voice_rules rules = { .swaps = swaps,
                                 .swap_count = brand->replace_count,
                                 .forbidden = brand->forbid,
                                 .forbidden_count = brand->forbid_count,
                                 .sentence_max = (size_t)brand->max_sentences };

    for (size_t i = 0; i < brand->replace_count; i++) {
        const struct replacement *item = &brand->replace[i];

        swaps[i] = (struct voice_swap){ item->from, item->to, item->whole_word };
    }
    return voice_open(voice_out, arena, &rules, err);
}
