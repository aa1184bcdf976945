/* tickets.c - JSON lines or plain lines, as messages. */

#include "cli/tickets.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "base/utf8.h"
#include "config/node.h"
#include "os/file.h"

enum { LINES_MAX = 50000000, STANDARD_INPUT = 0 };

static void name_by_line(struct sample_ticket *ticket, size_t line, struct arena *arena)
{
    ticket->id = str_format(arena, "line-%zu", line);
}

static void read_plain(struct sample_tickets *tickets_out, struct str text,
                       struct str file, struct arena *arena, struct mistakes *mistakes)
{
    struct list tickets;
    struct str line;
    size_t number = 0;

    list_init(&tickets, arena, sizeof(struct sample_ticket), LINES_MAX);
    while (str_split_next(&text, '\n', &line)) {
        struct sample_ticket *ticket;
        struct place place = { file, ++number, 1 };

        line = str_trim(line);
        if (line.len == 0) {
            continue;
        }
        if (line.at[0] == '{') {
            mistakes_add(mistakes, place, STR("a line of JSON among lines of text"),
                         STR("JSON from the first line on"), STR(""));
            continue;
        }
        ticket = utf8_is_valid(line, NULL) ? list_add(&tickets) : NULL;
        if (ticket == NULL) {
            mistakes_add(mistakes, place, STR("invalid UTF-8"), STR("a line of text"),
                         STR(""));
            continue;
        }
        ticket->text = line;
        name_by_line(ticket, number, arena);
    }
    *tickets_out = (struct sample_tickets){ tickets.items, tickets.count };
}

int tickets_load(struct sample_tickets *tickets_out, const char *path,
                 const struct intents *intents, struct arena *arena,
                 struct mistakes *mistakes, struct err *err)
{
    bool is_pipe = path == NULL || strcmp(path, "-") == 0;
    struct str file = is_pipe ? STR("standard input") : str_from(path);
    const struct str byte_order_mark = STR("\xef\xbb\xbf");
    struct str text;
    const struct node *rows;

    if (is_pipe) {
        if (file_read_stream(&text, arena, STANDARD_INPUT, TICKETS_BYTES_MAX, err) != 0) {
            return -1;
        }
    } else if (file_read(&text, arena, path, TICKETS_BYTES_MAX, err) != 0) {
        return -1;
    }
    if (str_starts_with(text, byte_order_mark)) {
        text = str_slice(text, byte_order_mark.len, text.len);
    }
    if (str_trim(text).len == 0 || str_trim(text).at[0] != '{') {
        read_plain(tickets_out, text, file, arena, mistakes);
        return 0;
    }
    rows = node_parse_json_lines(text, file, arena, mistakes);
    sample_tickets_read(tickets_out, rows, intents, arena, mistakes);
    return 0;
}
