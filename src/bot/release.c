/* release.c - the layout of a release file, its writer and its reader.
 *
 * Layout, all numbers little-endian:
 *
 *     0   16  "usher-release\r\n\0"     told from text, and broken by text transfers
 *     16   4  format
 *     20   4  number of sections
 *     24   8  length of the whole file
 *     32   -  a row for each section, in bytewise order of the names:
 *                 0  32  name, filled with NUL
 *                 32  8  offset, a multiple of 64
 *                 40  8  length
 *     then the sections in the same order, each at the first free multiple of 64, with
 *     zeros between them and none after the last.
 *
 * A file that opens is therefore the one spelling of its sections. */

#include "bot/release.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "bot/folder.h"

enum { HEAD_BYTES = 32, ROW_BYTES = RELEASE_NAME_MAX + 16, MAGIC_BYTES = 16 };

static const char magic[MAGIC_BYTES] = "usher-release\r\n";

static void put_number(unsigned char *at, uint64_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        at[i] = (unsigned char)(number >> (8 * i));
    }
}

static uint64_t get_number(const char *at, size_t bytes)
{
    uint64_t number = 0;

    for (size_t i = bytes; i > 0; i--) {
        number = number << 8 | (unsigned char)at[i - 1];
    }
    return number;
}

static size_t aligned(size_t offset)
{
    return (offset + RELEASE_ALIGN - 1) / RELEASE_ALIGN * RELEASE_ALIGN;
}

static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_' && c != '.') {
            return false;
        }
    }
    return name.len > 0 && name.len <= RELEASE_NAME_MAX;
}

static int by_name(const void *a, const void *b)
{
    return str_compare(((const struct release_section *)a)->name,
                       ((const struct release_section *)b)->name);
}

static struct release_section *sorted(const struct release_section *sections,
                                      size_t count, struct arena *arena)
{
    struct release_section *items = arena_array(arena, count + 1, sizeof *items);

    for (size_t i = 0; i < count; i++) {
        assert(is_name(sections[i].name));
        items[i] = sections[i];
    }
    qsort(items, count, sizeof *items, by_name);
    for (size_t i = 1; i < count; i++) {
        assert(!str_equal(items[i - 1].name, items[i].name));
    }
    return items;
}

/* Where the sections end up; the file's length. */
static size_t lay_out(const struct release_section *sections, size_t count,
                      size_t offsets_out[RELEASE_SECTIONS_MAX])
{
    size_t end = HEAD_BYTES + count * ROW_BYTES;

    for (size_t i = 0; i < count; i++) {
        offsets_out[i] = aligned(end);
        assert(sections[i].bytes.len <= RELEASE_BYTES_MAX - offsets_out[i]);
        end = offsets_out[i] + sections[i].bytes.len;
    }
    return end;
}

struct str release_build(const struct release_section *sections, size_t section_count,
                         struct arena *arena)
{
    const struct release_section *items;
    size_t offsets[RELEASE_SECTIONS_MAX];
    unsigned char *file;
    size_t len;

    assert(section_count <= RELEASE_SECTIONS_MAX);
    items = sorted(sections, section_count, arena);
    len = lay_out(items, section_count, offsets);
    file = arena_alloc(arena, len);
    memcpy(file, magic, sizeof magic);
    put_number(file + 16, RELEASE_FORMAT, 4);
    put_number(file + 20, section_count, 4);
    put_number(file + 24, len, 8);
    for (size_t i = 0; i < section_count; i++) {
        unsigned char *row = file + HEAD_BYTES + i * ROW_BYTES;

        memcpy(row, items[i].name.at, items[i].name.len);
        put_number(row + RELEASE_NAME_MAX, offsets[i], 8);
        put_number(row + RELEASE_NAME_MAX + 8, items[i].bytes.len, 8);
        if (items[i].bytes.len != 0) {
            memcpy(file + offsets[i], items[i].bytes.at, items[i].bytes.len);
        }
    }
    return (struct str){ (const char *)file, len };
}

struct release_section release_section_at(const struct release *release, size_t index)
{
    const char *row = release->table.at + index * ROW_BYTES;
    size_t offset = (size_t)get_number(row + RELEASE_NAME_MAX, 8);
    size_t len = (size_t)get_number(row + RELEASE_NAME_MAX + 8, 8);

    assert(index < release->section_count);
    return (struct release_section){
        .name = { row, strnlen(row, RELEASE_NAME_MAX) },
        .bytes = { release->bytes.at + offset, len },
    };
}

static bool are_zeros(struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        if (bytes.at[i] != '\0') {
            return false;
        }
    }
    return true;
}

/* A row's name, offset and length; *end is behind the section before, then behind it. */
static int check_row(const struct release *release, size_t index, size_t *end,
                     struct err *err)
{
    const char *row = release->table.at + index * ROW_BYTES;
    struct str name = { row, strnlen(row, RELEASE_NAME_MAX) };
    uint64_t offset = get_number(row + RELEASE_NAME_MAX, 8);
    uint64_t len = get_number(row + RELEASE_NAME_MAX + 8, 8);

    if (!is_name(name) ||
        !are_zeros((struct str){ row + name.len, RELEASE_NAME_MAX - name.len })) {
        return err_set(err, ERR_CORRUPT, "section %zu of the release has no name", index);
    }
    if (index > 0 &&
        str_compare(release_section_at(release, index - 1).name, name) >= 0) {
        return err_set(err, ERR_CORRUPT, "section %.*s of the release is out of order",
                       STR_ARG(name));
    }
    if (offset != aligned(*end) || offset > release->bytes.len ||
        len > release->bytes.len - offset ||
        !are_zeros(str_slice(release->bytes, *end, (size_t)offset - *end))) {
        return err_set(err, ERR_CORRUPT,
                       "section %.*s of the release is not in its place", STR_ARG(name));
    }
    *end = (size_t)(offset + len);
    return 0;
}

static int check_head(struct str bytes, struct err *err)
{
    if (bytes.len < HEAD_BYTES || memcmp(bytes.at, magic, sizeof magic) != 0) {
        return err_set(err, ERR_CORRUPT, "this is no release");
    }
    if (get_number(bytes.at + 16, 4) != RELEASE_FORMAT) {
        return err_set(
            err, ERR_CORRUPT,
            "a release of format %llu, where this program reads %d: build it again",
            (unsigned long long)get_number(bytes.at + 16, 4), RELEASE_FORMAT);
    }
    if (get_number(bytes.at + 24, 8) != bytes.len || bytes.len > RELEASE_BYTES_MAX) {
        return err_set(err, ERR_CORRUPT, "the release is cut or has grown");
    }
    if (get_number(bytes.at + 20, 4) > RELEASE_SECTIONS_MAX ||
        get_number(bytes.at + 20, 4) * ROW_BYTES > bytes.len - HEAD_BYTES) {
        return err_set(err, ERR_CORRUPT, "the release has too many sections");
    }
    return 0;
}

int release_open(struct release *release_out, struct str bytes, struct err *err)
{
    struct release release = { .bytes = bytes };
    size_t end;

    if (check_head(bytes, err) != 0) {
        return -1;
    }
    release.section_count = (size_t)get_number(bytes.at + 20, 4);
    release.table = str_slice(bytes, HEAD_BYTES, release.section_count * ROW_BYTES);
    end = HEAD_BYTES + release.table.len;
    for (size_t i = 0; i < release.section_count; i++) {
        if (check_row(&release, i, &end, err) != 0) {
            return -1;
        }
    }
    if (end != bytes.len) {
        return err_set(err, ERR_CORRUPT,
                       "the release does not end with its last section");
    }
    release.digest = sha256_of(bytes);
    *release_out = release;
    return 0;
}

bool release_find(const struct release *release, struct str name, struct str *bytes_out)
{
    for (size_t i = 0; i < release->section_count; i++) {
        struct release_section section = release_section_at(release, i);

        if (str_equal(section.name, name)) {
            *bytes_out = section.bytes;
            return true;
        }
    }
    return false;
}

void release_id(const struct release *release, char id_out[RELEASE_ID_LEN + 1])
{
    memcpy(id_out, "rel_", 4);
    sha256_format(&release->digest, id_out + 4);
}

/* Each part with its length before it, so that no two inputs run together. */
static void add_part(struct buf *buf, struct str part)
{
    unsigned char len[8];

    put_number(len, part.len, sizeof len);
    buf_add_bytes(buf, len, sizeof len);
    buf_add(buf, part);
}

static void add_digest_of(struct buf *buf, struct str part)
{
    struct sha256 digest = sha256_of(part);

    buf_add_bytes(buf, digest.bytes, sizeof digest.bytes);
}

struct sha256 release_input_digest(const struct bot_files *files, struct str program,
                                   struct arena *arena)
{
    struct buf buf;

    buf_init(&buf, arena, RELEASE_BYTES_MAX);
    buf_addf(&buf, "usher build, format %d\n", RELEASE_FORMAT);
    add_part(&buf, program);
    for (size_t i = 0; i < files->count; i++) {
        const struct bot_file *file = &files->items[i];

        if (!str_equal(file->name, STR("tickets.jsonl"))) {
            add_part(&buf, file->name);
            add_digest_of(&buf, file->content);
        }
    }
    return sha256_of(buf_str(&buf));
}
