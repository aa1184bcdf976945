/* normalise.c - white space and invisible characters here, composition by utf8proc, one
 * grapheme cluster at a time: no composition crosses the border of a cluster.  Below
 * U+0300, where Western languages are, only marks from above it combine with anything:
 * a letter without one is its own normal form, and the library need not be asked. */

#include "text/normalise.h"

#include <assert.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"

enum {
    GROWTH_MAX = 3,         /* bytes of NFC for one byte of UTF-8, at worst */
    DECOMPOSED_MAX = 4,     /* code points that one decomposes to, at worst */
    MARKS_SORTED_MAX = 128, /* in one cluster: the library's sort is quadratic */
    FIRST_MARK = 0x300,
};

struct normaliser {
    char *bytes;
    uint32_t *origins;
    size_t len;
    int32_t first;   /* of the cluster being collected, as it stands in the input; or 0 */
    int32_t *points; /* the cluster decomposed, once it has a second point */
    size_t point_count;
    size_t cluster_at;  /* in the input */
    size_t mark_count;  /* at the end of the cluster */
    int32_t last_point; /* as it stood in the input */
    char pending_space; /* seen, but nothing after it yet; 0 for none */
    size_t space_at;
};

static bool is_plain(unsigned char byte)
{
    return byte > ' ' && byte < 0x7f;
}

/* Whether the text is ASCII in normal form. */
static bool is_normal_ascii(struct str text)
{
    bool may_be_space = false;

    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (is_plain(byte)) {
            may_be_space = true;
        } else if (may_be_space && (byte == ' ' || byte == '\n')) {
            may_be_space = false;
        } else {
            return false;
        }
    }
    return may_be_space || text.len == 0;
}

/* Neither white space nor invisible, and nothing happens to it by itself. */
static bool is_plain_point(uint32_t point)
{
    return point < 0x80 ? is_plain((unsigned char)point)
                        : point > 0xa0 && point < FIRST_MARK && point != 0xad;
}

/* ' ' or '\n' for white space, 0 for everything else. */
static char space_kind(uint32_t point)
{
    if (point == '\n' || point == '\r' || point == '\v' || point == '\f' ||
        point == 0x85 || point == 0x2028 || point == 0x2029) {
        return '\n';
    }
    if (point == ' ' || point == '\t') {
        return ' ';
    }
    if (point < 0x80) {
        return 0;
    }
    return utf8proc_category((int32_t)point) == UTF8PROC_CATEGORY_ZS ? ' ' : 0;
}

static bool is_invisible(uint32_t point)
{
    if (point < 0x80) {
        return point < ' ' || point == 0x7f;
    }
    const utf8proc_property_t *property = utf8proc_get_property((int32_t)point);

    return property->ignorable || property->category == UTF8PROC_CATEGORY_CC;
}

static bool is_mark(int32_t point)
{
    return point >= 0x300 && utf8proc_get_property(point)->combining_class != 0;
}

static void put(struct normaliser *self, uint32_t point, size_t origin)
{
    size_t len = utf8_put(point, self->bytes + self->len);

    for (size_t i = 0; i < len; i++) {
        self->origins[self->len + i] = (uint32_t)origin;
    }
    self->len += len;
}

/* Sort the marks by class, as the canonical order asks; equal classes keep theirs. */
static void sort_marks(int32_t *points, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        int32_t point = points[i];
        int own = utf8proc_get_property(point)->combining_class;
        size_t j = i;

        while (own != 0 && j > 0 &&
               utf8proc_get_property(points[j - 1])->combining_class > own) {
            points[j] = points[j - 1];
            j--;
        }
        points[j] = point;
    }
}

static void decompose(struct normaliser *self, int32_t point)
{
    int boundary = 0;
    ptrdiff_t added =
        utf8proc_decompose_char(point, self->points + self->point_count, DECOMPOSED_MAX,
                                UTF8PROC_STABLE | UTF8PROC_COMPOSE, &boundary);

    assert(added > 0 && added <= DECOMPOSED_MAX);
    self->point_count += (size_t)added;
}

static void put_composed(struct normaliser *self)
{
    size_t marks = 0;
    ptrdiff_t count;

    sort_marks(self->points, self->point_count);
    count = utf8proc_normalize_utf32(self->points, (ptrdiff_t)self->point_count,
                                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    assert(count > 0);
    for (ptrdiff_t i = 0; i < count; i++) {
        marks = is_mark(self->points[i]) ? marks + 1 : 0;
        if (marks <= MARKS_MAX) {
            put(self, (uint32_t)self->points[i], self->cluster_at);
        }
    }
}

static void flush_cluster(struct normaliser *self)
{
    if (self->first == 0) {
        return;
    }
    if (self->point_count == 0 && self->first < FIRST_MARK) {
        put(self, (uint32_t)self->first, self->cluster_at);
    } else {
        if (self->point_count == 0) {
            decompose(self, self->first);
        }
        put_composed(self);
    }
    self->first = 0;
    self->point_count = 0;
    self->mark_count = 0;
}

static void flush_space(struct normaliser *self)
{
    if (self->pending_space != 0 && self->len > 0) {
        put(self, (unsigned char)self->pending_space, self->space_at);
    }
    self->pending_space = 0;
}

static void add_space(struct normaliser *self, char kind, size_t at)
{
    flush_cluster(self);
    self->last_point = 0;
    if (self->pending_space == 0) {
        self->space_at = at;
        self->pending_space = kind;
    } else if (kind == '\n') {
        self->pending_space = kind;
    }
}

static bool starts_cluster(const struct normaliser *self, int32_t point)
{
    return self->last_point == 0 ||
           (self->last_point < FIRST_MARK && point < FIRST_MARK) ||
           utf8proc_grapheme_break(self->last_point, point);
}

static void add_point(struct normaliser *self, int32_t point, size_t at)
{
    if (starts_cluster(self, point)) {
        flush_cluster(self);
        flush_space(self);
        self->cluster_at = at;
        self->first = point;
        self->mark_count = is_mark(point);
    } else {
        if (self->point_count == 0) {
            decompose(self, self->first);
        }
        self->mark_count = is_mark(point) ? self->mark_count + 1 : 0;
        if (self->mark_count <= MARKS_SORTED_MAX) {
            decompose(self, point);
        }
    }
    self->last_point = point;
}

/* A character that may be white space or invisible. */
static void add_any(struct normaliser *self, uint32_t point, size_t at)
{
    char space = space_kind(point);

    if (space != 0) {
        add_space(self, space, at);
    } else if (!is_invisible(point)) {
        add_point(self, (int32_t)point, at);
    }
}

static void normalise_all(struct normaliser *self, struct str text)
{
    size_t i = 0;

    while (i < text.len) {
        size_t at = i;
        uint32_t point = utf8_next(text, &i);

        if (is_plain_point(point)) {
            add_point(self, (int32_t)point, at);
        } else {
            add_any(self, point, at);
        }
    }
    flush_cluster(self);
}

int text_normalise(struct normal *normal_out, struct arena *arena, struct str text,
                   struct err *err)
{
    struct normaliser self = { 0 };
    size_t offset;

    if (text.len > NORMALISE_LEN_MAX) {
        return err_set(err, ERR_LIMIT, "the text has %zu bytes, more than %d", text.len,
                       NORMALISE_LEN_MAX);
    }
    if (is_normal_ascii(text)) {
        *normal_out = (struct normal){ text, NULL, text.len };
        return 0;
    }
    if (!utf8_is_valid(text, &offset)) {
        return err_set(err, ERR_INPUT, "the text is not UTF-8 at byte %zu", offset);
    }
    self.bytes = arena_raw(arena, text.len * GROWTH_MAX + 1, 1);
    self.origins = arena_raw(arena, (text.len * GROWTH_MAX + 1) * sizeof *self.origins,
                             sizeof *self.origins);
    struct arena_mark mark = arena_mark(arena);
    self.points = arena_raw(arena, (text.len + 1) * DECOMPOSED_MAX * sizeof *self.points,
                            sizeof *self.points);
    normalise_all(&self, text);
    arena_reset(arena, mark);
    *normal_out = (struct normal){ { self.bytes, self.len }, self.origins, text.len };
    return 0;
}

size_t normal_origin(const struct normal *normal, size_t offset)
{
    assert(offset <= normal->text.len);
    if (normal->origins == NULL) {
        return offset;
    }
    return offset == normal->text.len ? normal->input_len : normal->origins[offset];
}

struct str unicode_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(utf8proc_version()));
}
