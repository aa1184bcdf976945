/* version.h - the version of this program and of what a release depends on. */
#ifndef CLI_VERSION_H
#define CLI_VERSION_H

#define USHER_VERSION "0.1.0"
#define USHER_DATE    "2026-11-20" /* of this version, for the manual page */

#endif
