/* layout.h - whether a head was written in the one way that nobody reads otherwise.
 *
 * libmicrohttpd before 1.0 takes a bare LF for the end of a line, joins a folded line to
 * the field's name, ends a value at a NUL and the head at a line that begins with one.
 * A proxy before us may read each of these otherwise, and smuggle a request past itself.
 * The library says nothing of it; but it parses in place, and so it shows: it overwrites
 * what it parsed with NULs and hands out pointers into the same bytes.  In a sound head
 * they lie one behind the other,
 *
 *     method \0 target \0 version \0\0 name \0 value \0\0 name \0 value \0\0 \0\0
 *
 * with the space before a value, and only there.  Every other way of writing leaves the
 * pieces elsewhere, but for three that nobody has reason to send and that stay hidden:
 * NUL LF in place of CR LF, a colon and LF in place of the empty line, and in front of a
 * request a line that begins with a NUL, which is passed over like an empty one.  A proxy
 * that hands on a NUL, or a field without a name and without CR, could be deceived.
 *
 * Thread: any.
 * Memory: only looks.
 */
#ifndef HTTP_LAYOUT_H
#define HTTP_LAYOUT_H

#include <stdbool.h>

#include "base/str.h"

struct http_head; /* http/head.h */

/* bytes: what the library made of the head, from the method to the empty line's end; the
 * head's texts are views into it.  The target may have been overwritten. */
bool layout_is_sound(const struct http_head *head, struct str bytes);

#endif
