/* version.h - the version of this program, and what compiled it. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include "usher.h" /* USHER_VERSION */

#define USHER_DATE "2026-11-20" /* of that version, for the manual page */

#ifdef __clang__
#define USHER_COMPILER "clang " __clang_version__
#else
#define USHER_COMPILER "gcc " __VERSION__
#endif

#endif
