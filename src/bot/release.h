/* release.h - one immutable file that holds a compiled bot.
 *
 * A release is named by the SHA-256 of its bytes, so `sha256sum FILE` proves it, and the
 * same folder gives the same bytes from the same program and architecture.  It is a table
 * of named byte ranges; what is in them is for others (the configuration as JSON, models,
 * a search index, a certificate).  It is read where it lies, from a mapped file.
 *
 * The digest of the inputs, unlike that of the outcome, is known before the work: under
 * it a finished release is found again, so nothing compiles twice.
 *
 * Thread: any; const once open.
 * Memory: a release looks into the bytes it was opened on, which must live as long.
 */
#ifndef BOT_RELEASE_H
#define BOT_RELEASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/hash.h"
#include "base/str.h"

struct arena;
struct bot_files; /* bot/folder.h */
struct err;

enum {
    RELEASE_FORMAT = 1, /* of this table and of every section: change it with any */
    RELEASE_ALIGN = 64, /* where sections begin: a cache line, any vector */
    RELEASE_SECTIONS_MAX = 64,
    RELEASE_NAME_MAX = 32,
    RELEASE_BYTES_MAX = 1 << 30,
};

struct release_section {
    struct str name;  /* 1 to RELEASE_NAME_MAX small letters, digits, '_' and '.' */
    struct str bytes; /* may be empty */
};

struct release {
    struct str bytes;
    struct str table;
    size_t section_count;
    struct sha256 digest; /* of all its bytes */
};

enum { RELEASE_ID_LEN = 4 + SHA256_HEX_LEN };

/* The file.  Sections are ordered by name, whatever order they come in; asserts that
 * names are sound and different and that all fits. */
struct str release_build(const struct release_section *sections, size_t section_count,
                         struct arena *arena);

/* ERR_CORRUPT where these are not the bytes of a release, or of another format.  Every
 * bound is checked here; the digest is computed, not compared. */
int release_open(struct release *release_out, struct str bytes, struct err *err) MUST_USE;

/* The bytes of a section; false where there is none of that name. */
bool release_find(const struct release *release, struct str name, struct str *bytes_out);

/* The section number index, from 0, ordered by name. */
struct release_section release_section_at(const struct release *release, size_t index);

/* "rel_" and 64 hexadecimal digits, and a NUL. */
void release_id(const struct release *release, char id_out[RELEASE_ID_LEN + 1]);

/* SHA-256 of what a build depends on: names, lengths and contents of all files but
 * tickets.jsonl, the format, and a text that stands for the trainers and the program. */
struct sha256 release_input_digest(const struct bot_files *files, struct str program,
                                   struct arena *arena);

#endif
