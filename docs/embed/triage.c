/* triage.c - decides one message: triage RELEASE TEXT */
#include <stdio.h>
#include <string.h>
#include <usher.h>

int main(int argc, char **argv)
{
    struct usher_release *release = NULL;
    struct usher_worker *worker = NULL;
    const struct usher_decision *told = NULL;
    struct usher_error error = { USHER_ERROR_INPUT, "usage: triage RELEASE TEXT" };

    if (argc != 3 || usher_open(&release, argv[1], NULL, &error) != USHER_OK ||
        usher_worker_open(&worker, release, NULL, &error) != USHER_OK ||
        usher_triage(worker, argv[2], strlen(argv[2]), NULL, &told, &error) != USHER_OK) {
        fprintf(stderr, "%s (%s)\n", error.text, usher_reason_name(error.reason));
    } else {
        printf("%s, because of %s\n", told->action_name, told->reason);
        printf("intent %s %.3f, language %s\n", told->intent, told->confidence,
               told->language);
        printf("\n%s\n", told->draft);
        for (size_t i = 0; i < told->citation_count; i++) {
            printf("[%zu] %s\n", told->citations[i]->n, told->citations[i]->page);
        }
    }
    usher_worker_close(worker);
    usher_close(release);
    return told == NULL;
}
