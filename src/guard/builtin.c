/* builtin.c - the files under data/, made into arrays by tools/embed. */

#include "guard/builtin.h"

#include <assert.h>

#define FILES(X)                                                                         \
    X(attacks) X(conduct) X(danger) X(names) X(personal) X(promises) X(subjects)

#define X(name)                                                                          \
    extern const char embedded_##name##_txt[];                                           \
    extern const unsigned long embedded_##name##_txt_len;
FILES(X)
#undef X

void builtin_phrases(struct phrase_file files_out[BUILTIN_FILES])
{
    size_t count = 0;

#define X(file)                                                                          \
    files_out[count++] = (struct phrase_file){                                           \
        { #file ".txt", sizeof(#file ".txt") - 1 },                                      \
        { embedded_##file##_txt, embedded_##file##_txt_len },                            \
    };
    FILES(X)
#undef X
    assert(count == BUILTIN_FILES);
}
