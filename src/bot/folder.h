/* folder.h - a bot folder: everything a team writes, read and checked at once.
 *
 *     bot.yaml intents.yaml workflow.yaml examples.jsonl        always
 *     prompt.yaml brand.json deploy.yaml calibration.jsonl
 *     guards.yaml tickets.jsonl knowledge/NAME.md               where there are any
 *
 * Reading from the disk and making sense of it are two functions; all that is said of the
 * second holds for files that never were on a disk.
 *
 * Thread: any; const once read.
 * Memory: in the arena, which should allow a gigabyte: what is used is some twenty times
 *         the size of the files.
 */
#ifndef BOT_FOLDER_H
#define BOT_FOLDER_H

#include <stddef.h>

#include "base/attr.h"
#include "bot/config.h"
#include "bot/examples.h"
#include "bot/pages.h"

struct err;

enum {
    FOLDER_FILES_MAX = 5000, /* in the folder, and in knowledge/ */
    FOLDER_FILE_BYTES_MAX = 16 << 20,
    FOLDER_BYTES_MAX = 256 << 20,
};

/* Before the names of help pages. */
#define KNOWLEDGE_PREFIX STR("knowledge/")

struct bot_file {
    struct str name; /* "bot.yaml", "knowledge/shipping.md" */
    struct str content;
};

struct bot_files {
    const struct bot_file *items; /* in bytewise order of their names */
    size_t count;
    const struct str *others; /* names in the folder that mean nothing */
    size_t other_count;
};

struct bot_folder {
    struct bot_config config;
    struct examples examples;
    struct examples calibration;
    struct sample_tickets tickets;
    struct pages pages;
    struct bot_files files;
};

/* Whether a file of that name, beside the help pages, means something. */
bool bot_file_is_known(struct str name);

/* The files of a folder that mean something, unread by us so far.  ERR_NOT_FOUND where
 * there is no folder. */
int bot_files_read(struct bot_files *files_out, const char *path, struct arena *arena,
                   struct err *err) MUST_USE;

/* Make sense of the files, adding all mistakes of all of them.  Where there are none, the
 * folder is whole; else only for looking at. */
void bot_folder_parse(struct bot_folder *folder_out, struct bot_files files,
                      struct arena *arena, struct mistakes *mistakes);

/* Both in one; -1 where files could not be read.  Mistakes in them are no failure. */
int bot_folder_read(struct bot_folder *folder_out, const char *path, struct arena *arena,
                    struct mistakes *mistakes, struct err *err) MUST_USE;

#endif
