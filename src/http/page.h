/* page.h - the web page, carried in the program.
 *
 * console/ is bundled when the program is built.  Where Node.js or its packages were
 * missing, the same paths hold a small page that says how to get it.
 *
 * Whoever sends a file sends PAGE_SECURITY_POLICY with it, and its etag; as paths stay
 * the same from one program to the next, a browser must ask again each time
 * (`Cache-Control: no-cache`).
 *
 * Thread: any.
 * Memory: constants.
 */
#ifndef HTTP_PAGE_H
#define HTTP_PAGE_H

#include <stdbool.h>

#include "base/str.h"

/* Everything comes from this server, nothing stands in line, nothing is made of text: the
 * browser itself refuses to take a text for HTML or a script. */
#define PAGE_SECURITY_POLICY                                                             \
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "      \
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors "        \
    "'none'; "                                                                           \
    "require-trusted-types-for 'script'; trusted-types 'none'"

struct page_file {
    struct str path; /* "/", "/app.js" */
    struct str content_type;
    struct str bytes;
    struct str etag; /* with its quotation marks, as the header has it */
};

/* The file at that path, without a query; NULL where there is none. */
const struct page_file *page_find(struct str path);

/* False where the program was built without the page. */
bool page_is_built(void);

#endif
