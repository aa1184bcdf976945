/* fuzz_main.c - drives a fuzzer's entry point over the files of its corpus, so that the
 * corpus is an ordinary test with every compiler. */

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { FILE_MAX = 16 << 20 };

static int run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(FILE_MAX);
    size_t len;

    if (file == NULL || bytes == NULL) {
        fprintf(stderr, "cannot read %s\n", path);
        return -1;
    }
    len = fread(bytes, 1, FILE_MAX, file);
    fclose(file);
    /* an exact copy, so that a sanitizer sees a read past the end */
    uint8_t *exact = malloc(len == 0 ? 1 : len);
    if (exact == NULL) {
        return -1;
    }
    for (size_t i = 0; i < len; i++) {
        exact[i] = bytes[i];
    }
    (void)LLVMFuzzerTestOneInput(exact, len);
    free(exact);
    free(bytes);
    return 0;
}

int main(int argc, char **argv)
{
    char path[4096];
    int count = 0;
    DIR *dir = argc == 2 ? opendir(argv[1]) : NULL;

    if (dir == NULL) {
        fprintf(stderr, "usage: %s CORPUS-FOLDER (which must exist)\n", argv[0]);
        return 2;
    }
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        if (run_file(path) != 0) {
            closedir(dir);
            return 1;
        }
        count++;
    }
    closedir(dir);
    printf("%d inputs\n", count);
    return count == 0;
}
