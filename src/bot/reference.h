/* reference.h - the manual of the bot folder's files, written from their tables.
 *
 * Thread: any.
 * Memory: in the buffer's arena.
 */
#ifndef BOT_REFERENCE_H
#define BOT_REFERENCE_H

struct buf; /* base/buf.h */

/* Markdown: for each file a heading, a sentence and a table of its keys. */
void bot_reference(struct buf *buf);

#endif
