/* attr.h - compiler help, spelled once. */
#ifndef BASE_ATTR_H
#define BASE_ATTR_H

#if defined(__GNUC__)
#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(text_arg, first_arg)                                                 \
    __attribute__((format(printf, text_arg, first_arg)))
#define NO_RETURN   __attribute__((noreturn))
#define LIKELY(x)   __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#else
#define MUST_USE
#define PRINTF_LIKE(text_arg, first_arg)
#define NO_RETURN
#define LIKELY(x)   (x)
#define UNLIKELY(x) (x)
#endif

/* The number of elements of an array that is in scope as an array. */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
