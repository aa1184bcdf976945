/* tongue.c - the function words in one sorted table. */

#include "text/tongue.h"

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/attr.h"

enum { WORD_MAX = 15 };

/* The bits of tongues_of_function_word(). */
enum { E = 1 << TONGUE_EN, D = 1 << TONGUE_DE, S = 1 << TONGUE_ES };

/* Sorted bytewise; single letters that mean different things everywhere are left out. */
static const struct {
    char word[WORD_MAX];
    uint8_t tongues;
} words[] = {
    /* clang-format off */
    { "a", E | S }, { "aber", D }, { "about", E }, { "above", E }, { "after", E },
    { "again", E }, { "against", E }, { "al", S }, { "algo", S }, { "alguna", S },
    { "algunas", S }, { "alguno", S }, { "algunos", S }, { "all", E }, { "alle", D },
    { "allem", D }, { "allen", D }, { "aller", D }, { "alles", D }, { "already", E },
    { "als", D }, { "also", E | D }, { "am", E | D }, { "an", E | D }, { "and", E },
    { "andere", D }, { "anderen", D }, { "another", E }, { "ante", S }, { "antes", S },
    { "any", E }, { "anyone", E }, { "anything", E }, { "aquel", S }, { "aqui", S },
    { "are", E }, { "aren", E }, { "arent", E }, { "as", E }, { "asi", S }, { "at", E },
    { "auch", D }, { "auf", D }, { "aun", S }, { "aunque", S }, { "aus", D },
    { "be", E }, { "because", E }, { "been", E }, { "before", E }, { "bei", D },
    { "beim", D }, { "being", E }, { "below", E }, { "between", E }, { "bien", S },
    { "bin", D }, { "bis", D }, { "bist", D }, { "bitte", D }, { "both", E },
    { "buenas", S }, { "buenos", S }, { "but", E }, { "by", E }, { "cada", S },
    { "can", E }, { "cannot", E }, { "cant", E }, { "como", S }, { "con", S },
    { "contra", S }, { "could", E }, { "couldnt", E }, { "cual", S }, { "cuales", S },
    { "cuando", S }, { "cuanta", S }, { "cuanto", S }, { "cuantos", S }, { "da", D },
    { "damen", D }, { "damit", D }, { "danke", D }, { "dann", D }, { "das", D },
    { "dass", D }, { "de", S }, { "dein", D }, { "deine", D }, { "del", S },
    { "dem", D }, { "den", D }, { "denn", D }, { "der", D }, { "des", D },
    { "desde", S }, { "deshalb", D }, { "dias", S }, { "did", E }, { "didnt", E },
    { "die", D }, { "dies", D }, { "diese", D }, { "diesem", D }, { "diesen", D },
    { "dieser", D }, { "dieses", D }, { "do", E }, { "doch", D }, { "does", E },
    { "doesnt", E }, { "doing", E }, { "donde", S }, { "dont", E }, { "dort", D },
    { "dos", S }, { "down", E }, { "du", D }, { "durante", S }, { "durch", D },
    { "during", E }, { "each", E }, { "ein", D }, { "eine", D }, { "einem", D },
    { "einen", D }, { "einer", D }, { "eines", D }, { "el", S }, { "ella", S },
    { "ellas", S }, { "ellos", S }, { "en", S }, { "entre", S }, { "er", D },
    { "era", S }, { "eran", S }, { "eres", S }, { "es", D | S }, { "esa", S },
    { "esas", S }, { "ese", S }, { "eso", S }, { "esos", S }, { "esta", S },
    { "estaba", S }, { "estado", S }, { "estan", S }, { "estar", S }, { "estas", S },
    { "este", S }, { "esto", S }, { "estos", S }, { "estoy", S }, { "etwas", D },
    { "euch", D }, { "euer", D }, { "eure", D }, { "even", E }, { "every", E },
    { "favor", S }, { "few", E }, { "for", E }, { "from", E }, { "fue", S },
    { "fuer", D }, { "fueron", S }, { "fur", D }, { "further", E }, { "geehrte", D },
    { "gegen", D }, { "gehabt", D }, { "get", E }, { "gets", E }, { "getting", E },
    { "gibt", D }, { "got", E }, { "gracias", S }, { "guten", D }, { "ha", S },
    { "hab", D }, { "habe", D }, { "haben", D }, { "haber", S }, { "habia", S },
    { "hace", S }, { "hacer", S }, { "hacerlo", S }, { "had", E }, { "hadnt", E },
    { "hago", S }, { "hallo", D }, { "han", S }, { "has", E | S }, { "hasnt", E },
    { "hasta", S }, { "hat", D }, { "hatte", D }, { "hatten", D }, { "have", E },
    { "havent", E }, { "having", E }, { "hay", S }, { "he", E | S }, { "hello", E },
    { "her", E }, { "here", E }, { "herren", D }, { "hers", E }, { "hi", E },
    { "hier", D }, { "him", E }, { "hinter", D }, { "his", E }, { "hola", S },
    { "how", E }, { "i", E }, { "ich", D }, { "id", E }, { "if", E }, { "ihm", D },
    { "ihn", D }, { "ihnen", D }, { "ihr", D }, { "ihre", D }, { "ihrem", D },
    { "ihren", D }, { "ihrer", D }, { "ill", E }, { "im", E | D }, { "in", E | D },
    { "ins", D }, { "into", E }, { "is", E }, { "isnt", E }, { "ist", D }, { "it", E },
    { "its", E }, { "ive", E }, { "ja", D }, { "jede", D }, { "jedem", D },
    { "jeden", D }, { "jeder", D }, { "jedes", D }, { "jetzt", D }, { "just", E },
    { "kann", D }, { "kannst", D }, { "kein", D }, { "keine", D }, { "keinen", D },
    { "keiner", D }, { "know", E }, { "koennen", D }, { "koennte", D }, { "konnen", D },
    { "konnte", D }, { "konnten", D }, { "la", S }, { "las", S }, { "le", S },
    { "les", S }, { "let", E }, { "lets", E }, { "like", E }, { "lo", S }, { "los", S },
    { "mal", D }, { "man", D }, { "mas", S }, { "may", E }, { "me", E | S },
    { "mein", D }, { "meine", D }, { "meinem", D }, { "meinen", D }, { "meiner", D },
    { "mi", S }, { "mia", S }, { "mich", D }, { "might", E }, { "mio", S },
    { "mir", D }, { "mis", S }, { "mit", D }, { "mochte", D }, { "mochten", D },
    { "moechte", D }, { "moin", D }, { "more", E }, { "most", E }, { "mucho", S },
    { "muchos", S }, { "muessen", D }, { "muss", D }, { "mussen", D }, { "must", E },
    { "muy", S }, { "my", E }, { "myself", E }, { "nach", D }, { "nada", S },
    { "necesito", S }, { "need", E }, { "nein", D }, { "ni", S }, { "nicht", D },
    { "nichts", D }, { "no", E | S }, { "noch", D }, { "nor", E }, { "nos", S },
    { "nosotros", S }, { "not", E }, { "now", E }, { "nuestra", S }, { "nuestro", S },
    { "nun", D }, { "nur", D }, { "ob", D }, { "oder", D }, { "of", E }, { "off", E },
    { "ohne", D }, { "on", E }, { "once", E }, { "only", E }, { "or", E }, { "os", S },
    { "other", E }, { "otra", S }, { "otro", S }, { "otros", S }, { "our", E },
    { "ours", E }, { "out", E }, { "over", E }, { "own", E }, { "para", S },
    { "pero", S }, { "please", E }, { "pls", E }, { "poco", S }, { "podria", S },
    { "por", S }, { "porque", S }, { "puede", S }, { "pueden", S }, { "puedo", S },
    { "pues", S }, { "q", S }, { "que", S }, { "quien", S }, { "quienes", S },
    { "quiero", S }, { "quisiera", S }, { "saber", S }, { "said", E }, { "same", E },
    { "say", E }, { "says", E }, { "schon", D }, { "se", S }, { "sea", S },
    { "sehr", D }, { "sei", D }, { "sein", D }, { "seine", D }, { "seinem", D },
    { "seinen", D }, { "seiner", D }, { "seit", D }, { "ser", S }, { "she", E },
    { "should", E }, { "shouldnt", E }, { "si", S }, { "sich", D }, { "sido", S },
    { "sie", D }, { "sin", S }, { "since", E }, { "sind", D }, { "so", E | D },
    { "sobre", S }, { "soll", D }, { "sollte", D }, { "solo", S }, { "some", E },
    { "someone", E }, { "something", E }, { "son", S }, { "sondern", D },
    { "sonst", D }, { "soy", S }, { "still", E }, { "su", S }, { "such", E },
    { "sus", S }, { "tag", D }, { "tambien", S }, { "tan", S }, { "tanto", S },
    { "tardes", S }, { "te", S }, { "tell", E }, { "tener", S }, { "tengo", S },
    { "than", E }, { "thank", E }, { "thanks", E }, { "that", E }, { "thats", E },
    { "the", E }, { "their", E }, { "them", E }, { "then", E }, { "there", E },
    { "theres", E }, { "these", E }, { "they", E }, { "theyre", E }, { "this", E },
    { "those", E }, { "though", E }, { "through", E }, { "tiene", S }, { "tienen", S },
    { "to", E }, { "toda", S }, { "todas", S }, { "todo", S }, { "todos", S },
    { "told", E }, { "too", E }, { "tu", S }, { "tus", S }, { "uber", D },
    { "ueber", D }, { "um", D }, { "un", S }, { "una", S }, { "unas", S }, { "und", D },
    { "under", E }, { "uno", S }, { "unos", S }, { "uns", D }, { "unser", D },
    { "unsere", D }, { "unserem", D }, { "unseren", D }, { "unter", D }, { "until", E },
    { "up", E }, { "ur", E }, { "us", E }, { "usted", S }, { "ustedes", S },
    { "va", S }, { "van", S }, { "very", E }, { "viel", D }, { "vom", D }, { "von", D },
    { "vor", D }, { "vosotros", S }, { "wann", D }, { "want", E }, { "war", D },
    { "ware", D }, { "waren", D }, { "warum", D }, { "was", E | D }, { "wasnt", E },
    { "we", E }, { "wegen", D }, { "weil", D }, { "weiter", D }, { "welche", D },
    { "welchem", D }, { "welchen", D }, { "welcher", D }, { "welches", D },
    { "wenn", D }, { "wer", D }, { "werde", D }, { "werden", D }, { "were", E },
    { "werent", E }, { "weve", E }, { "what", E }, { "whats", E }, { "when", E },
    { "where", E }, { "wheres", E }, { "which", E }, { "while", E }, { "who", E },
    { "whom", E }, { "why", E }, { "wie", D }, { "wieder", D }, { "wieso", D },
    { "will", E | D }, { "wir", D }, { "wird", D }, { "with", E }, { "wo", D },
    { "wollen", D }, { "wont", E }, { "worden", D }, { "would", E }, { "wouldnt", E },
    { "wurde", D }, { "wurden", D }, { "xq", S }, { "y", S }, { "ya", S }, { "yet", E },
    { "yo", S }, { "you", E }, { "your", E }, { "youre", E }, { "yours", E },
    { "youve", E }, { "zu", D }, { "zum", D }, { "zur", D }, { "zwar", D },
    { "zwischen", D },
    /* clang-format on */
};

static const char *const codes[TONGUE_COUNT] = { "und", "en", "de", "es" };

enum tongue tongue_from_code(struct str code)
{
    for (size_t i = TONGUE_EN; i < TONGUE_COUNT; i++) {
        if (str_starts_with(code, str_from(codes[i])) &&
            (code.len == 2 || code.at[2] == '-')) {
            return (enum tongue)i;
        }
    }
    return TONGUE_NONE;
}

const char *tongue_code(enum tongue tongue)
{
    return codes[tongue];
}

/* Eight bytes as a number in the order of the alphabet: far quicker than memcmp. */
static uint64_t letters_at(const char *at)
{
    uint64_t letters;

    memcpy(&letters, at, sizeof letters);
    return be64toh(letters);
}

/* The last word whose first eight letters are not behind these.  A search without a
 * branch: a message asks for every word it has, and which half it is in is a toss-up. */
static size_t find_last(uint64_t first)
{
    size_t at = 0;
    size_t count = COUNT_OF(words);

    while (count > 1) {
        size_t half = count / 2;

        at += letters_at(words[at + half].word) <= first ? half : 0;
        count -= half;
    }
    return at;
}

unsigned tongues_of_function_word(struct str word)
{
    char padded[WORD_MAX] = { 0 };
    uint64_t first;

    if (word.len >= WORD_MAX) {
        return 0;
    }
    memcpy(padded, word.at, word.len);
    first = letters_at(padded);
    for (size_t i = find_last(first) + 1;
         i-- > 0 && letters_at(words[i].word) == first;) {
        if (memcmp(words[i].word, padded, WORD_MAX) == 0) {
            return words[i].tongues;
        }
    }
    return 0;
}
