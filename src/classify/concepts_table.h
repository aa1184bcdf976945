/* concepts_table.h - the words by which customers name one thing, in three languages.
 *
 * A concept is a thing that customers of any shop, bank, carrier or software write
 * about, with the words for it in English, German and Spanish.  A classifier that sees
 * PARCEL in "package", "Sendung" and "paquete" learns from one example what it would
 * have to be told three times.  The table is a dictionary: it knows no bot and no
 * intent, and a word that two concepts share stands in both.
 *
 * The patterns of a language are words with one space between them:
 *     word       exactly this word
 *     word*      every word that begins so; for inflection
 *     *word      every word that ends so; for German compounds
 *     two_words  words one after the other, at most PATTERN_WORDS_MAX; a star may follow
 *                each
 *
 * They are spelled in small letters with their accents, and folded as texts are before
 * they are compared: "doesnt" stands for "doesn't" too, "wi_fi" for "wi-fi".  A few
 * typing errors and chat spellings are patterns as any other.
 *
 * The most exact pattern that fits a word speaks for it (classify/concepts.h), whatever
 * its language.  So a word with a meaning of its own ("Regenjacke", "lost") stands in all
 * its concepts, even where a shorter pattern of one of them would fit; and a word that is
 * a frequent one of another language ("kind", "will", "van") stands in phrases only.
 *
 * Thread: any; constant.
 * Memory: none.
 */
#ifndef CLASSIFY_CONCEPTS_TABLE_H
#define CLASSIFY_CONCEPTS_TABLE_H

#include <stddef.h>

enum { PATTERN_WORDS_MAX = 3 };

struct concept {
    const char *name; /* unique: small letters, digits and "_" */
    const char *en;
    const char *de;
    const char *es;
};

extern const struct concept concepts_table[];
extern const size_t concepts_table_count;

#endif
