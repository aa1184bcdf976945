/* process.c - fork, pidfds and pipes. */

#include "os/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "os/clock.h"
#include "os/machine.h"

enum { LINE_BYTES_MAX = 64 << 10, ERRORS_SHOWN_BYTES = 200, EXEC_FAILED = 127 };

static int fail(struct err *err, const char *what)
{
    char text[128];

    return err_set(err, ERR_UNAVAILABLE, "%s: %s", what,
                   strerror_r(errno, text, sizeof text));
}

static void close_all(struct process *process)
{
    int *fds[] = { &process->watch, &process->output, &process->errors };

    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        if (*fds[i] > 0) {
            close(*fds[i]);
        }
        *fds[i] = 0;
    }
    process->pid = 0;
}

/* Between fork and exec: only calls that are safe there. */
static NO_RETURN void become(const char *const *words, int output, int errors, int core,
                             int parent)
{
    int nothing = open("/dev/null", O_RDONLY);

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent || dup2(nothing, STDIN_FILENO) < 0 ||
        dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0) {
        _exit(EXEC_FAILED);
    }
    machine_stay_on_core(core);
    /* execv() changes nothing of what it is given. */
    execv(words[0], (char *const *)(uintptr_t)words);
    _exit(EXEC_FAILED);
}

static int start(struct process *process, const char *const *words, int core, int output,
                 struct err *err)
{
    int parent = getpid();
    int pid = fork();

    if (pid == 0) {
        become(words, output, process->errors, core, parent);
    }
    if (pid < 0) {
        return fail(err, "fork");
    }
    process->pid = pid;
    process->watch = pidfd_open(pid, 0);
    if (process->watch < 0) {
        (void)fail(err, "pidfd_open");
        (void)kill(pid, SIGKILL);
        (void)waitpid(pid, NULL, 0);
        return -1;
    }
    return 0;
}

int process_start(struct process *process_out, const char *const *words, int core,
                  struct err *err)
{
    struct process process = { 0 };
    int ends[2];
    int failed;

    if (access(words[0], X_OK) != 0) {
        return err_set(err, ERR_NOT_FOUND, "there is no program %s", words[0]);
    }
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return fail(err, "pipe");
    }
    process.output = ends[0];
    process.errors = memfd_create("errors", MFD_CLOEXEC);
    if (process.errors < 0) {
        failed = fail(err, "memfd_create");
    } else {
        failed = start(&process, words, core, ends[1], err);
    }
    close(ends[1]);
    if (failed != 0) {
        close_all(&process);
        return -1;
    }
    *process_out = process;
    return 0;
}

/* True when fd has something to say before the deadline. */
static bool wait_for(int fd, int64_t deadline_ns)
{
    struct pollfd one = { .fd = fd, .events = POLLIN };
    int ready;

    do {
        int64_t left_ms = (deadline_ns - clock_monotonic_ns()) / 1000000;

        ready = poll(&one, 1, left_ms > 0 ? (int)left_ms : 0);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

/* The last line on standard error. */
static struct str last_words(const struct process *process, char *at, size_t size)
{
    off_t end = lseek(process->errors, 0, SEEK_END);
    off_t start = end > (off_t)size ? end - (off_t)size : 0;
    ssize_t got = pread(process->errors, at, size, start);
    struct str text = str_trim((struct str){ at, got > 0 ? (size_t)got : 0 });
    struct str rest = text;

    while (str_split_next(&rest, '\n', &text)) {
    }
    return text;
}

static int say_ended(const struct process *process, struct err *err)
{
    char said[ERRORS_SHOWN_BYTES];
    struct str last;

    (void)wait_for(process->watch, clock_monotonic_ns() + 1000000000);
    last = last_words(process, said, sizeof said);
    return err_set(err, ERR_UNAVAILABLE, "it ended: %.*s", STR_ARG(last));
}

int process_read_line(struct process *process, struct str *line_out, struct arena *arena,
                      int64_t timeout_ms, struct err *err)
{
    int64_t deadline_ns = clock_monotonic_ns() + timeout_ms * 1000000;
    char *at = arena_raw(arena, LINE_BYTES_MAX, 1);
    size_t len = 0;

    while (len < LINE_BYTES_MAX) {
        ssize_t got;

        if (!wait_for(process->output, deadline_ns)) {
            return err_set(err, ERR_TIMEOUT, "it said nothing for %lld s",
                           (long long)timeout_ms / 1000);
        }
        got = read(process->output, at + len, LINE_BYTES_MAX - len);
        if (got <= 0) {
            return say_ended(process, err);
        }
        len += (size_t)got;
        if (memchr(at, '\n', len) != NULL) {
            *line_out = (struct str){ at, str_find_char((struct str){ at, len }, '\n') };
            return 0;
        }
    }
    return err_set(err, ERR_LIMIT, "its first line is over %d bytes", LINE_BYTES_MAX);
}

bool process_is_alive(const struct process *process)
{
    struct pollfd one = { .fd = process->watch, .events = POLLIN };

    return process->pid != 0 && poll(&one, 1, 0) == 0;
}

void process_signal(const struct process *process, enum process_signal signal)
{
    static const int signals[] = {
        [PROCESS_RELOAD] = SIGHUP,
        [PROCESS_END] = SIGTERM,
        [PROCESS_KILL] = SIGKILL,
    };

    assert(process->pid != 0);
    (void)pidfd_send_signal(process->watch, signals[signal], NULL, 0);
}

int process_stop(struct process *process, int64_t timeout_ms)
{
    siginfo_t info = { 0 };

    if (process->pid == 0) {
        return 0;
    }
    process_signal(process, PROCESS_END);
    if (!wait_for(process->watch, clock_monotonic_ns() + timeout_ms * 1000000)) {
        process_signal(process, PROCESS_KILL);
    }
    (void)waitid(P_PIDFD, (id_t)process->watch, &info, WEXITED);
    close_all(process);
    return info.si_code == CLD_EXITED ? info.si_status : 128 + info.si_status;
}
