/* process_usage.c - from /proc and the clocks of other processes. */

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "os/process.h"

enum { TEXT_MAX = 16 << 10, DEPTH_MAX = 8 };

static bool read_text(const char *path, char *at, struct str *text_out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, at, TEXT_MAX);

    if (fd >= 0) {
        close(fd);
    }
    *text_out = (struct str){ at, got > 0 ? (size_t)got : 0 };
    return got >= 0;
}

/* The number behind a name such as "VmRSS:" in /proc/PID/status; 0 without it. */
static int64_t kib_of(struct str status, struct str name)
{
    size_t at = str_find(status, name);
    struct str rest = str_slice(status, at + name.len, status.len);
    struct str line = str_trim(str_slice(rest, 0, str_find_char(rest, '\n')));
    int64_t kib = 0;

    (void)str_to_int64(str_slice(line, 0, str_find_char(line, ' ')), &kib);
    return kib;
}

/* The clock of a process counts its threads, also those that have ended. */
static bool add_one(struct process_usage *usage, int pid)
{
    char path[64];
    char at[TEXT_MAX];
    struct timespec used;
    struct str status;
    clockid_t clock;

    (void)snprintf(path, sizeof path, "/proc/%d/status", pid);
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0 ||
        !read_text(path, at, &status)) {
        return false;
    }
    usage->cpu_ns += (int64_t)used.tv_sec * 1000000000 + used.tv_nsec;
    usage->resident_kib += kib_of(status, STR("VmRSS:"));
    usage->anonymous_kib += kib_of(status, STR("RssAnon:"));
    usage->file_kib += kib_of(status, STR("RssFile:")) + kib_of(status, STR("RssShmem:"));
    return true;
}

static void add_tree(struct process_usage *usage, int pid, int depth);

/* What one of its threads has started. */
static void add_started(struct process_usage *usage, int pid, const char *task, int depth)
{
    char path[64];
    char at[TEXT_MAX];
    struct str text;
    struct str part;
    int64_t child;

    (void)snprintf(path, sizeof path, "/proc/%d/task/%.16s/children", pid, task);
    if (!read_text(path, at, &text)) {
        return;
    }
    while (str_split_next(&text, ' ', &part)) {
        if (str_to_int64(part, &child) && child > 0 && child <= INT32_MAX) {
            add_tree(usage, (int)child, depth + 1);
        }
    }
}

static void add_tree(struct process_usage *usage, int pid, int depth)
{
    char path[64];
    DIR *tasks;
    const struct dirent *entry;

    if (depth > DEPTH_MAX || (depth > 0 && !add_one(usage, pid))) {
        return;
    }
    (void)snprintf(path, sizeof path, "/proc/%d/task", pid);
    tasks = opendir(path);
    while (tasks != NULL && (entry = readdir(tasks)) != NULL) {
        if (entry->d_name[0] != '.') {
            add_started(usage, pid, entry->d_name, depth);
        }
    }
    if (tasks != NULL) {
        closedir(tasks);
    }
}

int process_usage_read(struct process_usage *usage_out, const struct process *process,
                       struct err *err)
{
    struct process_usage usage = { 0 };

    if (!process_is_alive(process) || !add_one(&usage, process->pid)) {
        return err_set(err, ERR_UNAVAILABLE, "the process has ended");
    }
    add_tree(&usage, process->pid, 0);
    *usage_out = usage;
    return 0;
}

/* The row of smaps that begins a mapping ends with its file, if it has one. */
static struct str file_of(struct str row)
{
    size_t at = str_find_char(row, '/');

    return str_slice(row, at, row.len);
}

/* Where the resident memory of a mapping of this file counts. */
static int64_t *part_of(struct process_memory *memory, struct str file,
                        struct str program)
{
    if (file.len == 0) {
        return &memory->rest_kib;
    }
    if (str_equal(file, program)) {
        return &memory->program_kib;
    }
    return str_find(file, STR(".so")) < file.len ? &memory->libraries_kib
                                                 : &memory->files_kib;
}

/* "Size:" and "Rss:" rows belong to the mapping above them. */
static bool begins_mapping(struct str row)
{
    return row.len > 0 && (row.at[0] < 'A' || row.at[0] > 'Z');
}

int process_memory_read(struct process_memory *memory_out, const struct process *process,
                        struct err *err)
{
    struct process_memory memory = { 0 };
    int64_t *part = &memory.rest_kib;
    char program[TEXT_MAX];
    char row[TEXT_MAX];
    char path[64];
    ssize_t program_len;
    FILE *file;

    (void)snprintf(path, sizeof path, "/proc/%d/exe", process->pid);
    program_len = readlink(path, program, sizeof program);
    (void)snprintf(path, sizeof path, "/proc/%d/smaps", process->pid);
    file = program_len < 0 ? NULL : fopen(path, "re");
    if (file == NULL) {
        return err_set(err, ERR_UNAVAILABLE, "the process has ended");
    }
    while (fgets(row, sizeof row, file) != NULL) {
        struct str text = str_trim(str_from(row));

        if (begins_mapping(text)) {
            part = part_of(&memory, file_of(text),
                           (struct str){ program, (size_t)program_len });
        } else if (str_starts_with(text, STR("Rss:"))) {
            *part += kib_of(text, STR("Rss:"));
        }
    }
    fclose(file);
    *memory_out = memory;
    return 0;
}
