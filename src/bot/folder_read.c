/* folder_read.c - a bot folder from the disk; the one file of this room that reads there.
 */

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "bot/folder.h"
#include "os/file.h"

static int add_file(struct list *files, struct str folder, struct str name,
                    struct arena *arena, size_t *bytes_left, struct err *err)
{
    struct bot_file *file = list_add(files);
    struct str path = str_copy(arena, file_join(arena, folder, name));

    assert(file != NULL);
    file->name = name;
    if (file_read(&file->content, arena, path.at, FOLDER_FILE_BYTES_MAX, err) != 0) {
        return err_wrap(err, "%.*s", STR_ARG(name));
    }
    if (file->content.len > *bytes_left) {
        return err_set(err, ERR_LIMIT, "the folder holds over %d MiB",
                       FOLDER_BYTES_MAX >> 20);
    }
    *bytes_left -= file->content.len;
    return 0;
}

/* Adds the pages; where there is no such folder there are none. */
static int add_pages(struct list *files, struct str folder, struct arena *arena,
                     size_t *bytes_left, struct err *err)
{
    struct str path = str_copy(arena, file_join(arena, folder, STR("knowledge")));
    struct file_names names;

    if (!file_is_folder(path.at)) {
        return 0;
    }
    if (file_list(&names, arena, path.at, FOLDER_FILES_MAX, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct str name = names.names[i];

        if (str_ends_with(name, STR(".md")) && name.at[0] != '.' &&
            add_file(
                files, folder,
                str_format(arena, "%.*s%.*s", STR_ARG(KNOWLEDGE_PREFIX), STR_ARG(name)),
                arena, bytes_left, err) != 0) {
            return -1;
        }
    }
    return 0;
}

static int by_name(const void *a, const void *b)
{
    return str_compare(((const struct bot_file *)a)->name,
                       ((const struct bot_file *)b)->name);
}

int bot_files_read(struct bot_files *files_out, const char *path, struct arena *arena,
                   struct err *err)
{
    struct str folder = str_from(path);
    size_t bytes_left = FOLDER_BYTES_MAX;
    struct file_names names;
    struct list files;
    struct list others;

    if (!file_is_folder(path)) {
        return err_set(err, ERR_NOT_FOUND, "there is no folder %s", path);
    }
    list_init(&files, arena, sizeof(struct bot_file), 2 * FOLDER_FILES_MAX);
    list_init(&others, arena, sizeof(struct str), FOLDER_FILES_MAX);
    if (file_list(&names, arena, path, FOLDER_FILES_MAX, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < names.count; i++) {
        if (!bot_file_is_known(names.names[i])) {
            *(struct str *)list_add(&others) = names.names[i];
        } else if (add_file(&files, folder, names.names[i], arena, &bytes_left, err) !=
                   0) {
            return -1;
        }
    }
    if (add_pages(&files, folder, arena, &bytes_left, err) != 0) {
        return -1;
    }
    if (files.count != 0) {
        qsort(files.items, files.count, sizeof(struct bot_file), by_name);
    }
    *files_out = (struct bot_files){ .items = files.items,
                                     .count = files.count,
                                     .others = others.items,
                                     .other_count = others.count };
    return 0;
}

int bot_folder_read(struct bot_folder *folder_out, const char *path, struct arena *arena,
                    struct mistakes *mistakes, struct err *err)
{
    struct bot_files files = { 0 };

    if (bot_files_read(&files, path, arena, err) != 0) {
        return -1;
    }
    bot_folder_parse(folder_out, files, arena, mistakes);
    return 0;
}
