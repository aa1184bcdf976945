#include "search/asking.h"

#include "text/segment.h"

/* Whether a question mark stands at the end, alone or before a closing mark. */
static bool is_question(struct str sentence)
{
    return str_find_char(str_slice(sentence, sentence.len < 4 ? 0 : sentence.len - 4, 4),
                         '?') < 4;
}

static void take_sentences(struct asking *asking, struct str text, bool only_questions)
{
    struct sentences sentences = sentences_of(text);
    struct str sentence;

    asking->count = 0;
    while (asking->count < ASKING_MAX && sentence_next(&sentences, &sentence)) {
        if (!only_questions || is_question(sentence)) {
            asking->sentences[asking->count++] = sentence;
        }
    }
}

void asking_part(struct asking *asking_out, struct str text)
{
    take_sentences(asking_out, text, true);
    asking_out->has_questions = asking_out->count > 0;
    if (!asking_out->has_questions) {
        take_sentences(asking_out, text, false);
    }
}
