/* attachment.c - lists of folded words in English, German and Spanish. */

#include "search/attachment.h"

#include "base/attr.h"
#include "text/tokens.h"

/* Beginnings that lean on the sentence before, folded. */
static const char *const leaning[] = {
    "however",   "but",         "except",      "unless",
    "otherwise", "then",        "this",        "that",
    "these",     "those",       "it",          "they",
    "he",        "she",         "only",        "instead",
    "also",      "after that",  "without",     "even",
    "so",        "aber",        "jedoch",      "ausser",
    "sonst",     "dann",        "danach",      "dies",
    "diese",     "dieser",      "dieses",      "das",
    "es",        "sie",         "er",          "nur",
    "auch",      "ausgenommen", "allerdings",  "dafur",
    "daher",     "pero",        "sin embargo", "excepto",
    "salvo",     "si no",       "entonces",    "despues",
    "esto",      "eso",         "esta",        "este",
    "solo",      "tambien",     "luego",       "en caso contrario",
};

/* Words by which a sentence limits what was said before it. */
static const char *const limiting[] = {
    "not",     "no",      "never",       "only",           "except", "excluded", "cannot",
    "however", "unless",  "nicht",       "kein",           "keine",  "keinen",   "nie",
    "nur",     "ausser",  "ausgenommen", "ausgeschlossen", "nunca",  "solo",     "salvo",
    "excepto", "tampoco", "ningun",      "ninguna",
};

static bool starts_with_words(const struct tokens *tokens, struct str phrase)
{
    struct str word;

    for (size_t i = 0; str_split_next(&phrase, ' ', &word); i++) {
        if (i >= tokens->count || !str_equal(tokens->items[i].word, word)) {
            return false;
        }
    }
    return true;
}

static bool has_word(const struct tokens *tokens, const char *const *words, size_t count)
{
    for (size_t i = 0; i < tokens->count; i++) {
        for (size_t j = 0; j < count; j++) {
            if (str_equal(tokens->items[i].word, str_from(words[j]))) {
                return true;
            }
        }
    }
    return false;
}

bool is_attached_sentence(struct arena *arena, struct str before, struct str sentence,
                          bool is_same_block)
{
    struct tokens tokens;

    if (str_ends_with(before, STR(":"))) {
        return true;
    }
    if (!is_same_block) {
        return false;
    }
    if (!str_ends_with(sentence, STR(".")) && !str_ends_with(before, STR("."))) {
        return true; /* items of a list */
    }
    tokens = text_tokens(arena, sentence, sentence.len);
    for (size_t i = 0; i < COUNT_OF(leaning); i++) {
        if (starts_with_words(&tokens, str_from(leaning[i]))) {
            return true;
        }
    }
    return has_word(&tokens, limiting, COUNT_OF(limiting));
}
