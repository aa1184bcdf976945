/* words_build.c - phrases to the table of their automaton.
 *
 * A tree of symbols; each node's longest proper suffix in the tree; from both, the next
 * node for every symbol.  A node that ends in a separator stays where it is at further
 * separators, so a run of them counts as one.  Accepting states are numbered last; within
 * both kinds those come first that a sample text visits most, so that the rows in use lie
 * together in the cache. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"
#include "guard/words.h"
#include "guard/words_format.h"

enum {
    ROOT = 0,
    BUILD_ARENA_MAX = 64 << 20,
};

#define PATTERN_NONE UINT32_MAX

struct tree_node {
    uint32_t next[FOLD_COUNT]; /* 0 is absent until the links are made */
    uint32_t suffix;
    uint32_t own_first;   /* newest of its own patterns, PATTERN_NONE */
    uint32_t match_count; /* with those of its suffixes */
    uint32_t number;      /* in the table */
    uint32_t visits;      /* by the sample */
    uint8_t last_symbol;
};

struct tree_pattern {
    struct word_pattern pattern;
    uint32_t next_own; /* of the same node */
};

struct tree {
    struct arena *arena;
    struct list nodes;    /* struct tree_node */
    struct list patterns; /* struct tree_pattern */
    uint32_t *order;      /* nodes, the shallow ones first */
};

struct symbols {
    uint8_t at[WORD_SYMBOLS_MAX];
    struct word_pattern pattern;
};

static struct tree_node *node_at(const struct tree *tree, uint32_t node)
{
    return list_at(&tree->nodes, node);
}

static bool symbols_add(struct symbols *symbols, uint8_t symbol)
{
    uint8_t count = symbols->pattern.symbol_count;

    if (symbol == FOLD_SEPARATOR && count != 0 && symbols->at[count - 1] == symbol) {
        return true;
    }
    if (count == WORD_SYMBOLS_MAX) {
        return false;
    }
    symbols->at[count] = symbol;
    symbols->pattern.symbol_count++;
    return true;
}

/* A phrase as symbols, a separator at each end that is not left open. */
static int symbols_of(struct symbols *symbols, struct str text, struct err *err)
{
    bool is_open_start = str_starts_with(text, STR("*"));
    bool is_open_end = str_ends_with(text, STR("*"));
    struct str inner = str_slice(text, is_open_start, text.len - is_open_start);
    bool fits = true;
    bool has_letters = false;
    bool has_others = false;

    inner.len -= is_open_end && inner.len != 0;
    inner = str_trim(inner);
    *symbols = (struct symbols){ .pattern.starts_at_border = !is_open_start,
                                 .pattern.ends_at_border = !is_open_end };
    fits = is_open_start || symbols_add(symbols, FOLD_SEPARATOR);
    for (size_t i = 0; i < inner.len && fits;) {
        struct folded folded;

        if (inner.at[i] >= '0' && inner.at[i] <= '9') {
            symbols->pattern.digit_count++;
        }
        folded = fold_next(inner, &i);
        for (size_t k = 0; k < folded.count && fits; k++) {
            has_letters |= folded.symbols[k] != FOLD_SEPARATOR;
            has_others |= folded.symbols[k] == FOLD_OTHER;
            fits = symbols_add(symbols, folded.symbols[k]);
        }
    }
    fits = fits && (is_open_end || symbols_add(symbols, FOLD_SEPARATOR));
    if (!fits) {
        return err_set(err, ERR_LIMIT, "phrase longer than %d letters: \"%.*s\"",
                       WORD_SYMBOLS_MAX, STR_ARG(text));
    }
    if (!has_letters || has_others) {
        return err_set(err, ERR_INPUT, "phrase without Latin letters: \"%.*s\"",
                       STR_ARG(text));
    }
    return 0;
}

int words_check(struct str phrase, struct err *err)
{
    struct symbols symbols;

    return symbols_of(&symbols, phrase, err);
}

static uint32_t child_of(struct tree *tree, uint32_t node, uint8_t symbol)
{
    uint32_t child = node_at(tree, node)->next[symbol];
    struct tree_node *added;

    if (child != 0) {
        return child;
    }
    child = (uint32_t)tree->nodes.count;
    added = list_add(&tree->nodes);
    if (added == NULL) {
        return 0;
    }
    added->own_first = PATTERN_NONE;
    added->last_symbol = symbol;
    node_at(tree, node)->next[symbol] = child;
    return child;
}

static bool has_own(const struct tree *tree, const struct tree_node *node, uint16_t group)
{
    uint32_t pattern = node->own_first;

    while (pattern != PATTERN_NONE) {
        const struct tree_pattern *own = list_at(&tree->patterns, pattern);

        if (own->pattern.group == group) {
            return true;
        }
        pattern = own->next_own;
    }
    return false;
}

static int tree_add(struct tree *tree, struct str text, uint16_t group, struct err *err)
{
    struct symbols symbols;
    struct tree_pattern *pattern;
    uint32_t node = ROOT;

    if (symbols_of(&symbols, text, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < symbols.pattern.symbol_count; i++) {
        node = child_of(tree, node, symbols.at[i]);
        if (node == 0) {
            return err_set(err, ERR_LIMIT, "phrases need more than %d states",
                           WORD_STATES_MAX);
        }
    }
    if (has_own(tree, node_at(tree, node), group)) {
        return 0;
    }
    pattern = list_add(&tree->patterns);
    if (pattern == NULL) {
        return err_set(err, ERR_LIMIT, "more than %d phrases", WORD_ENTRIES_MAX);
    }
    pattern->pattern = symbols.pattern;
    pattern->pattern.group = group;
    pattern->next_own = node_at(tree, node)->own_first;
    node_at(tree, node)->own_first = (uint32_t)tree->patterns.count - 1;
    return 0;
}

/* The phrase with its umlauts written as two letters, which is how many type them. */
static struct str without_umlauts(struct arena *arena, struct str text)
{
    struct buf buf;

    buf_init(&buf, arena, 2 * text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char next = i + 1 < text.len ? (unsigned char)text.at[i + 1] : 0;
        bool is_latin = (unsigned char)text.at[i] == 0xc3;

        if (is_latin && (next == 0xa4 || next == 0x84)) {
            buf_add(&buf, STR("ae"));
            i++;
        } else if (is_latin && (next == 0xb6 || next == 0x96)) {
            buf_add(&buf, STR("oe"));
            i++;
        } else if (is_latin && (next == 0xbc || next == 0x9c)) {
            buf_add(&buf, STR("ue"));
            i++;
        } else {
            buf_add_char(&buf, text.at[i]);
        }
    }
    return buf_str(&buf);
}

static int tree_add_all(struct tree *tree, const struct word_entry *entries,
                        size_t entry_count, struct err *err)
{
    for (size_t i = 0; i < entry_count; i++) {
        struct str spelt_out = without_umlauts(tree->arena, entries[i].text);

        if (tree_add(tree, entries[i].text, entries[i].group, err) != 0) {
            return -1;
        }
        if (!str_equal(spelt_out, entries[i].text) &&
            tree_add(tree, spelt_out, entries[i].group, err) != 0) {
            return -1;
        }
    }
    return 0;
}

static uint32_t own_count(const struct tree *tree, const struct tree_node *node)
{
    uint32_t count = 0;
    uint32_t pattern = node->own_first;

    while (pattern != PATTERN_NONE) {
        const struct tree_pattern *own = list_at(&tree->patterns, pattern);

        count++;
        pattern = own->next_own;
    }
    return count;
}

/* Where `node` goes at a symbol it has no child for. */
static uint32_t detour(const struct tree *tree, uint32_t node, uint32_t symbol)
{
    const struct tree_node *at = node_at(tree, node);

    if (node == ROOT) {
        return ROOT;
    }
    if (symbol == FOLD_SEPARATOR && at->last_symbol == FOLD_SEPARATOR) {
        return node;
    }
    return node_at(tree, at->suffix)->next[symbol];
}

/* Breadth first, so that a node's suffix is complete before the node. */
static void tree_link(struct tree *tree)
{
    size_t queued = 1;

    tree->order = arena_array(tree->arena, tree->nodes.count, sizeof *tree->order);
    for (size_t i = 0; i < queued; i++) {
        uint32_t number = tree->order[i];
        struct tree_node *node = node_at(tree, number);

        node->match_count = own_count(tree, node);
        if (number != ROOT) {
            node->match_count += node_at(tree, node->suffix)->match_count;
        }
        for (uint32_t symbol = 0; symbol < FOLD_COUNT; symbol++) {
            uint32_t child = node->next[symbol];

            if (child != 0) {
                node_at(tree, child)->suffix =
                    number == ROOT ? ROOT : node_at(tree, node->suffix)->next[symbol];
                tree->order[queued++] = child;
            } else {
                node->next[symbol] = detour(tree, number, symbol);
            }
        }
    }
    assert(queued == tree->nodes.count);
}

static void tree_visit(struct tree *tree, struct str sample)
{
    uint32_t node = node_at(tree, ROOT)->next[FOLD_SEPARATOR];

    for (size_t i = 0; i < sample.len;) {
        struct folded folded = fold_next(sample, &i);

        for (size_t k = 0; k < folded.count; k++) {
            node = node_at(tree, node)->next[folded.symbols[k]];
            node_at(tree, node)->visits++;
        }
    }
}

struct rank {
    bool is_accepting;
    uint32_t visits;
    uint32_t place; /* breadth first */
    uint32_t node;
};

static int compare_ranks(const void *a_bytes, const void *b_bytes)
{
    const struct rank *a = a_bytes;
    const struct rank *b = b_bytes;

    if (a->is_accepting != b->is_accepting) {
        return a->is_accepting ? 1 : -1;
    }
    if (a->visits != b->visits) {
        return a->visits > b->visits ? -1 : 1;
    }
    return a->place < b->place ? -1 : 1;
}

/* Number the states; returns the first accepting one. */
static uint32_t tree_number(struct tree *tree, struct str sample)
{
    struct rank *ranks = arena_array(tree->arena, tree->nodes.count, sizeof *ranks);
    uint32_t accept_first = 0;

    tree_visit(tree, sample);
    for (uint32_t i = 0; i < tree->nodes.count; i++) {
        const struct tree_node *node = node_at(tree, tree->order[i]);

        ranks[i] =
            (struct rank){ node->match_count != 0, node->visits, i, tree->order[i] };
        accept_first += node->match_count == 0;
    }
    qsort(ranks, tree->nodes.count, sizeof *ranks, compare_ranks);
    for (uint32_t i = 0; i < tree->nodes.count; i++) {
        node_at(tree, ranks[i].node)->number = i;
    }
    return accept_first;
}

/* The nodes by number. */
static const struct tree_node **tree_table(const struct tree *tree)
{
    const struct tree_node **table =
        arena_array(tree->arena, tree->nodes.count, sizeof(struct tree_node *));

    for (uint32_t i = 0; i < tree->nodes.count; i++) {
        table[node_at(tree, i)->number] = node_at(tree, i);
    }
    return table;
}

static void write_rows(const struct tree *tree, const struct tree_node **table,
                       struct buf *buf)
{
    for (size_t i = 0; i < tree->nodes.count; i++) {
        uint16_t row[FOLD_COUNT];

        for (size_t symbol = 0; symbol < FOLD_COUNT; symbol++) {
            row[symbol] = (uint16_t)node_at(tree, table[i]->next[symbol])->number;
        }
        buf_add_bytes(buf, row, sizeof row);
    }
}

static void write_match_firsts(const struct tree *tree, const struct tree_node **table,
                               uint32_t accept_first, struct buf *buf)
{
    uint32_t first = 0;

    buf_add_bytes(buf, &first, sizeof first);
    for (size_t i = accept_first; i < tree->nodes.count; i++) {
        first += table[i]->match_count;
        buf_add_bytes(buf, &first, sizeof first);
    }
}

/* Each accepting state's patterns, the longest first. */
static void write_matches(const struct tree *tree, const struct tree_node **table,
                          uint32_t accept_first, struct buf *buf)
{
    for (size_t i = accept_first; i < tree->nodes.count; i++) {
        for (const struct tree_node *node = table[i]; node->match_count != 0;
             node = node_at(tree, node->suffix)) {
            uint32_t pattern = node->own_first;

            while (pattern != PATTERN_NONE) {
                const struct tree_pattern *own = list_at(&tree->patterns, pattern);
                uint16_t number = (uint16_t)pattern;

                buf_add_bytes(buf, &number, sizeof number);
                pattern = own->next_own;
            }
        }
    }
}

static struct str tree_write(struct tree *tree, struct str sample, struct arena *arena)
{
    struct words_header header = { .magic = WORDS_MAGIC };
    const struct tree_node **table;
    struct buf buf;

    tree_link(tree);
    header.accept_first = tree_number(tree, sample);
    header.state_count = (uint32_t)tree->nodes.count;
    header.pattern_count = (uint32_t)tree->patterns.count;
    header.start = node_at(tree, node_at(tree, ROOT)->next[FOLD_SEPARATOR])->number;
    table = tree_table(tree);
    for (size_t i = header.accept_first; i < tree->nodes.count; i++) {
        header.match_count += table[i]->match_count;
    }
    buf_init(&buf, arena, BUILD_ARENA_MAX);
    buf_add_bytes(&buf, &header, sizeof header);
    write_rows(tree, table, &buf);
    write_match_firsts(tree, table, header.accept_first, &buf);
    for (size_t i = 0; i < tree->patterns.count; i++) {
        const struct tree_pattern *pattern = list_at(&tree->patterns, i);

        buf_add_bytes(&buf, &pattern->pattern, sizeof pattern->pattern);
    }
    write_matches(tree, table, header.accept_first, &buf);
    return buf_str(&buf);
}

int words_compile(struct str *bytes_out, struct arena *arena,
                  const struct word_entry *entries, size_t entry_count, struct str sample,
                  struct err *err)
{
    struct tree tree = { .arena = arena_child(arena, BUILD_ARENA_MAX) };
    struct tree_node *root;
    int result;

    list_init(&tree.nodes, tree.arena, sizeof(struct tree_node), WORD_STATES_MAX);
    list_init(&tree.patterns, tree.arena, sizeof(struct tree_pattern), WORD_ENTRIES_MAX);
    root = list_add(&tree.nodes);
    root->own_first = PATTERN_NONE;
    (void)child_of(&tree, ROOT, FOLD_SEPARATOR); /* where a text starts */
    result = tree_add_all(&tree, entries, entry_count, err);
    if (result == 0) {
        *bytes_out = tree_write(&tree, sample, arena);
    }
    arena_free(&tree.arena);
    return result;
}
