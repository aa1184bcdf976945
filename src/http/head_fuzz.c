/* head_fuzz.c - any bytes as the head of a request. */

#include <stdint.h>

#include "http/http_fuzz.h"
#include "http/request_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_sound(const struct http_head *head, int64_t body_len)
{
    struct str host = head_find(head, STR("Host"));

    assert(body_len >= BODY_CHUNKED);
    assert(head_find(head, STR("Transfer-Encoding")).at == NULL ||
           head_find(head, STR("Content-Length")).at == NULL);
    assert(host.at != NULL || str_equal(head->version, STR("HTTP/1.0")));
    assert(head->target.len <= TARGET_BYTES_MAX && head->method.len != 0);
    assert(str_find_char(head->target, ' ') == head->target.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(1 << 20);
    struct fuzz_request request;
    struct problem problem;
    int64_t body_len = 0;

    read_request(&request, (struct str){ (const char *)bytes, len });
    if (head_check(&request.head, &body_len, &problem) == 0) {
        check_sound(&request.head, body_len);
    } else {
        must_be_written(&problem, str_slice(request.head.target, 0, 1000), arena);
    }
    assert(head_path(&request.head).len <= request.head.target.len);
    assert(head_host(&request.head).len <= len);
    assert(head_media_type(&request.head).len <= len);
    assert(head_trace_id(&request.head).len % 32 == 0);
    arena_free(&arena);
    return 0;
}
