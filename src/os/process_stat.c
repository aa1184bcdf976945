/* process_stat.c - from /proc/self, a limit and the clocks. */

#include "os/process_stat.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"

/* proc(5): fields of /proc/self/stat, counted from the state, which is the third. */
enum { FIELD_START_TICKS = 19, FIELD_VIRTUAL_BYTES = 20, FIELD_RESIDENT_PAGES = 21 };

static int fail(struct err *err, const char *path)
{
    char text[128];

    return err_set(err, ERR_UNAVAILABLE, "%s: %s", path,
                   strerror_r(errno, text, sizeof text));
}

/* The fields behind the program's name, which may itself hold spaces and brackets. */
static int read_fields(char *at, size_t size, struct str *fields_out, struct err *err)
{
    int fd = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, at, size);
    const char *name_end;

    if (got < 0) {
        (void)fail(err, "/proc/self/stat");
    }
    if (fd >= 0) {
        close(fd);
    }
    if (got < 0) {
        return -1;
    }
    name_end = memrchr(at, ')', (size_t)got);
    if (name_end == NULL || name_end + 2 > at + got) {
        return err_set(err, ERR_UNAVAILABLE, "/proc/self/stat: has no program name");
    }
    *fields_out = (struct str){ name_end + 2, (size_t)(at + got - (name_end + 2)) };
    return 0;
}

static bool find_field(struct str fields, size_t wanted, int64_t *value_out)
{
    struct str field = { NULL, 0 };

    for (size_t i = 0; i <= wanted; i++) {
        if (!str_split_next(&fields, ' ', &field)) {
            return false;
        }
    }
    return str_to_int64(field, value_out);
}

static int count_fds(int64_t *count_out, struct err *err)
{
    DIR *folder = opendir("/proc/self/fd");
    const struct dirent *entry;
    int64_t count = 0;

    if (folder == NULL) {
        return fail(err, "/proc/self/fd");
    }
    while ((entry = readdir(folder)) != NULL) {
        count += entry->d_name[0] != '.';
    }
    closedir(folder);
    *count_out = count - 1; /* the one that was open for counting */
    return 0;
}

static int64_t max_fds(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > INT64_MAX) {
        return INT64_MAX;
    }
    return (int64_t)limit.rlim_cur;
}

static int64_t clock_ns(clockid_t id)
{
    struct timespec now;

    (void)clock_gettime(id, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Ticks count from when the machine started. */
static int64_t start_ms(int64_t start_ticks)
{
    int64_t age_ms = clock_ns(CLOCK_BOOTTIME) / 1000000 -
                     start_ticks * 1000 / (int64_t)sysconf(_SC_CLK_TCK);

    return clock_ns(CLOCK_REALTIME) / 1000000 - age_ms;
}

int process_stat_read(struct process_stat *stat_out, struct err *err)
{
    struct process_stat stat = { .cpu_ns = clock_ns(CLOCK_PROCESS_CPUTIME_ID),
                                 .max_fds = max_fds() };
    char text[1024];
    struct str fields;
    int64_t ticks = 0;
    int64_t pages = 0;

    if (read_fields(text, sizeof text, &fields, err) != 0 ||
        count_fds(&stat.open_fds, err) != 0) {
        return -1;
    }
    if (!find_field(fields, FIELD_START_TICKS, &ticks) ||
        !find_field(fields, FIELD_VIRTUAL_BYTES, &stat.virtual_bytes) ||
        !find_field(fields, FIELD_RESIDENT_PAGES, &pages)) {
        return err_set(err, ERR_UNAVAILABLE, "/proc/self/stat: lacks a field");
    }
    stat.resident_bytes = pages * (int64_t)sysconf(_SC_PAGESIZE);
    stat.start_ms = start_ms(ticks);
    *stat_out = stat;
    return 0;
}
