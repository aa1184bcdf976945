/* bench_copy.c - the files of a bot folder, and of its knowledge. */

#include "cli/bench_copy.h"

#include "base/arena.h"
#include "base/err.h"
#include "os/file.h"

#define PAGE_NAME "replaced-release.md"
#define PAGE      "# Releases\n\n## Replaced\n\nThis release has replaced another one.\n"

enum { FILES_MAX = 10000, FILE_BYTES_MAX = 64 << 20 };

static int copy_file(struct str from, struct str to, struct arena *arena, struct err *err)
{
    struct str content;

    return file_read(&content, arena, from.at, FILE_BYTES_MAX, err) != 0 ||
                   file_write(to.at, content, err) != 0
               ? -1
               : 0;
}

static int copy_files(struct str from, struct str to, struct arena *arena,
                      struct err *err)
{
    struct file_names names;

    if (file_make_folders(to.at, err) != 0 ||
        file_list(&names, arena, from.at, FILES_MAX, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct str file = file_join(arena, from, names.names[i]);

        if (!file_is_folder(file.at) &&
            copy_file(file, file_join(arena, to, names.names[i]), arena, err) != 0) {
            return -1;
        }
    }
    return 0;
}

static int copy_bot(struct str from, struct str to, struct arena *arena, struct err *err)
{
    struct str knowledge = file_join(arena, from, STR("knowledge"));

    if (copy_files(from, to, arena, err) != 0) {
        return -1;
    }
    if (!file_is_folder(knowledge.at)) {
        return file_make_folders(file_join(arena, to, STR("knowledge")).at, err);
    }
    return copy_files(knowledge, file_join(arena, to, STR("knowledge")), arena, err);
}

/* A page that an earlier run has left in its place goes back. */
static int write_page(const struct bench_copies *copies, struct str changed_place,
                      struct err *err)
{
    if (file_exists(copies->place.at) &&
        file_rename(copies->place.at, copies->page.at, err) != 0) {
        return -1;
    }
    return file_write(changed_place.at, STR(PAGE), err) != 0 ||
                   file_write(copies->page.at, STR(PAGE), err) != 0
               ? -1
               : 0;
}

int bench_copies_make(struct bench_copies *copies_out, struct str bot, struct str folder,
                      struct arena *arena, struct err *err)
{
    struct bench_copies copies = { .served = file_join(arena, folder, STR("served")),
                                   .changed = file_join(arena, folder, STR("changed")),
                                   .page = file_join(arena, folder, STR(PAGE_NAME)) };
    struct str changed_place =
        file_join(arena, copies.changed, STR("knowledge/" PAGE_NAME));

    copies.place = file_join(arena, copies.served, STR("knowledge/" PAGE_NAME));
    if (copy_bot(bot, copies.served, arena, err) != 0 ||
        copy_bot(bot, copies.changed, arena, err) != 0 ||
        write_page(&copies, changed_place, err) != 0) {
        return -1;
    }
    *copies_out = copies;
    return 0;
}
