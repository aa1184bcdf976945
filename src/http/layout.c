/* layout.c - a walk along the pieces of a head. */

#include "http/layout.h"

#include <stddef.h>

#include "http/head.h"

/* How much of bytes was walked over so far. */
struct walk {
    struct str bytes;
    size_t at;
    bool is_sound;
};

static void pass_nuls(struct walk *walk, size_t count)
{
    for (size_t i = 0; i < count && walk->is_sound; i++) {
        walk->is_sound = walk->at < walk->bytes.len && walk->bytes.at[walk->at] == '\0';
        walk->at++;
    }
}

static void pass_spaces(struct walk *walk)
{
    while (walk->at < walk->bytes.len &&
           (walk->bytes.at[walk->at] == ' ' || walk->bytes.at[walk->at] == '\t')) {
        walk->at++;
    }
}

/* The text must begin right here. */
static void pass_text(struct walk *walk, struct str text)
{
    walk->is_sound = walk->is_sound && text.at == walk->bytes.at + walk->at &&
                     text.len <= walk->bytes.len - walk->at;
    walk->at += text.len;
}

bool layout_is_sound(const struct http_head *head, struct str bytes)
{
    struct walk walk = { .bytes = bytes, .is_sound = true };

    pass_text(&walk, head->method);
    pass_nuls(&walk, 1);
    pass_text(&walk, head->target);
    pass_nuls(&walk, 1);
    pass_text(&walk, head->version);
    pass_nuls(&walk, 2);
    for (size_t i = 0; i < head->header_count && walk.is_sound; i++) {
        pass_text(&walk, head->headers[i].name);
        pass_nuls(&walk, 1);
        pass_spaces(&walk);
        pass_text(&walk, head->headers[i].value);
        pass_nuls(&walk, 2);
    }
    pass_nuls(&walk, 2);
    return walk.is_sound && walk.at == bytes.len;
}
