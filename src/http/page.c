/* page.c - the table of the page's files; tools/embed made them into arrays. */

#include "http/page.h"

#include <stddef.h>

#include "http/page_config.h"
#include "http/page_data.h"

#define FILE_OF(path, type, name)                                                        \
    {                                                                                    \
        { path, sizeof path - 1 }, { type, sizeof type - 1 },                            \
            { embedded_##name, sizeof embedded_##name - 1 },                             \
        {                                                                                \
            embedded_##name##_etag, sizeof embedded_##name##_etag - 1                    \
        }                                                                                \
    }

static const struct page_file files[] = {
    FILE_OF("/", "text/html; charset=utf-8", index_html),
    FILE_OF("/app.js", "text/javascript; charset=utf-8", app_js),
    FILE_OF("/app.css", "text/css; charset=utf-8", app_css),
    FILE_OF("/icon.svg", "image/svg+xml", icon_svg),
};

const struct page_file *page_find(struct str path)
{
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (str_equal(files[i].path, path)) {
            return &files[i];
        }
    }
    return NULL;
}

bool page_is_built(void)
{
    return PAGE_IS_BUILT != 0;
}
