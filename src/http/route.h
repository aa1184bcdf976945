/* route.h - the functions that the table of routes names.
 *
 * Each answers its call once (call.h).
 *
 * Thread: the one that carries the exchange.
 * Memory: none kept.
 */
#ifndef HTTP_ROUTE_H
#define HTTP_ROUTE_H

struct call; /* http/call.h */

/* route_triage.c */
void route_triage(struct call *call);
void route_triage_of_bot(struct call *call);
void route_guide(struct call *call);
void route_batch(struct call *call);

void route_metrics(struct call *call); /* route_metrics.c */

/* route_status.c */
void route_bots(struct call *call);
void route_live(struct call *call);
void route_ready(struct call *call);
void route_openapi(struct call *call);
void route_page(struct call *call);

#endif
