/* phrases.c - open compiled phrases. */

#include "guard/phrases.h"

#include <string.h>

#include "base/err.h"
#include "guard/phrases_format.h"

static int corrupt(struct err *err, const char *what)
{
    return err_set(err, ERR_CORRUPT, "phrases: %s", what);
}

/* A rule that makes a set makes one of a higher number, so rules cannot go round. */
static bool is_sound_near(const struct phrase_near *near)
{
    if (near->first >= PHRASE_SETS_MAX || near->second >= PHRASE_SETS_MAX) {
        return false;
    }
    return near->role == PHRASE_SET
               ? near->which < PHRASE_SETS_MAX && near->which > near->first &&
                     near->which > near->second
               : near->role < PHRASE_SET && near->which < EVIDENCE_KIND_COUNT;
}

/* Check the rules, and note where those of each set begin. */
static int read_nears(struct phrases *phrases, struct err *err)
{
    size_t set = 0;

    for (size_t i = 0; i < phrases->near_count; i++) {
        const struct phrase_near *near = &phrases->nears[i];

        if (!is_sound_near(near) || (i != 0 && near->second < near[-1].second)) {
            return corrupt(err, "a rule means nothing");
        }
        if (near->first < PHRASE_SET_KNOWN) {
            phrases->first_sets |= UINT64_C(1) << near->first;
        }
        for (; set <= near->second; set++) {
            phrases->near_first[set] = (uint16_t)i;
        }
    }
    for (; set <= PHRASE_SETS_MAX; set++) {
        phrases->near_first[set] = (uint16_t)phrases->near_count;
    }
    return 0;
}

static int check_groups(const struct phrases *phrases, struct err *err)
{
    static const size_t limits[] = { [PHRASE_EVIDENCE] = EVIDENCE_KIND_COUNT,
                                     [PHRASE_EXCEPT] = EVIDENCE_KIND_COUNT,
                                     [PHRASE_SET] = PHRASE_SETS_MAX,
                                     [PHRASE_WORDS] = SEVERITY_BLOCK + 1 };

    for (size_t i = 0; i < phrases->group_count; i++) {
        const struct phrase_group *group = &phrases->groups[i];

        if (group->role > PHRASE_WORDS || group->which >= limits[group->role] ||
            group->name_start > phrases->names.len ||
            group->name_len > phrases->names.len - group->name_start) {
            return corrupt(err, "a group means nothing");
        }
    }
    for (size_t i = 0; i < phrases->words.pattern_count; i++) {
        if (phrases->words.patterns[i].group >= phrases->group_count) {
            return corrupt(err, "a phrase is of no group");
        }
    }
    return 0;
}

int phrases_open(struct phrases *phrases_out, struct str bytes, struct err *err)
{
    struct phrases_header header;
    struct phrases phrases = { .first_sets = 0 };
    size_t groups_len;
    size_t nears_len;
    size_t words_start;

    if (bytes.len < sizeof header || (uintptr_t)bytes.at % _Alignof(uint32_t) != 0) {
        return corrupt(err, "too short, or not aligned");
    }
    memcpy(&header, bytes.at, sizeof header);
    if (header.magic != PHRASES_MAGIC || header.group_count > PHRASE_GROUPS_MAX ||
        header.near_count > PHRASE_NEAR_MAX || header.names_len > bytes.len) {
        return corrupt(err, "not of this format");
    }
    groups_len = header.group_count * sizeof(struct phrase_group);
    nears_len = header.near_count * sizeof(struct phrase_near);
    words_start = sizeof header + groups_len + nears_len + header.names_len;
    words_start += (PHRASES_ALIGN - words_start % PHRASES_ALIGN) % PHRASES_ALIGN;
    if (words_start > bytes.len) {
        return corrupt(err, "its parts do not fill it");
    }
    phrases.groups = (const void *)(bytes.at + sizeof header);
    phrases.nears = (const void *)(bytes.at + sizeof header + groups_len);
    phrases.group_count = header.group_count;
    phrases.near_count = header.near_count;
    phrases.names =
        str_slice(bytes, sizeof header + groups_len + nears_len, header.names_len);
    if (words_open(&phrases.words, str_slice(bytes, words_start, bytes.len), err) != 0 ||
        read_nears(&phrases, err) != 0 || check_groups(&phrases, err) != 0) {
        return -1;
    }
    *phrases_out = phrases;
    return 0;
}

struct str phrases_name(const struct phrases *phrases, const struct phrase_group *group)
{
    return str_slice(phrases->names, group->name_start, group->name_len);
}
