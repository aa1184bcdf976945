/* problem.c - problem documents. */

#include "http/problem.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/json.h"
#include "base/utf8.h"

int problem_set(struct problem *problem, enum err_reason reason, int status,
                const char *format, ...)
{
    char text[ERR_TEXT_MAX];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    *problem =
        (struct problem){ .status = status != 0 ? status : err_http_status(reason) };
    return err_set(&problem->err, reason, "%s", text);
}

void problem_place(struct problem *problem, struct str body, size_t offset,
                   const char *pointer)
{
    struct text_place place = text_place_of(body, offset);

    problem->line = place.line;
    problem->column = place.column;
    (void)snprintf(problem->pointer, sizeof problem->pointer, "%s", pointer);
}

static void add_place(const struct problem *problem, struct json_writer *writer)
{
    json_key(writer, STR("at"));
    json_open_object(writer);
    json_key(writer, STR("line"));
    json_add_int(writer, (int64_t)problem->line);
    json_key(writer, STR("column"));
    json_add_int(writer, (int64_t)problem->column);
    json_key(writer, STR("pointer"));
    json_add_str(writer, str_from(problem->pointer));
    json_close_object(writer);
}

void problem_write(const struct problem *problem, struct str instance,
                   struct json_writer *writer)
{
    char type[64];

    (void)snprintf(type, sizeof type, "urn:usher:error:%s",
                   err_name(problem->err.reason));
    json_open_object(writer);
    json_key(writer, STR("type"));
    json_add_str(writer, str_from(type));
    json_key(writer, STR("title"));
    json_add_str(writer, str_from(err_meaning(problem->err.reason)));
    json_key(writer, STR("status"));
    json_add_int(writer, problem->status);
    json_key(writer, STR("detail"));
    json_add_str(writer, utf8_valid_part(str_from(problem->err.text)));
    json_key(writer, STR("instance"));
    json_add_str(writer, utf8_valid_part(instance));
    if (problem->line != 0) {
        add_place(problem, writer);
    }
    json_close_object(writer);
}
