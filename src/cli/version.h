/* version.h - the version of this program and of what a release depends on. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#include "usher.h" /* USHER_VERSION */

#define USHER_DATE "2026-11-20" /* of that version, for the manual page */

#endif
