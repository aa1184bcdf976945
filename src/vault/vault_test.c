/* vault_test.c */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "store/store.h"
#include "vault/cipher.h"
#include "vault/vault.h"

static struct arena *arena;
static struct store *store;
static struct vault *vault;
static uint8_t next_chance;

static const struct vault_key first_master = { { 1, 2, 3 } };
static const struct vault_key second_master = { { 9, 9, 9 } };

/* Never the same twice in a test, and the same in every run. */
static void chance(void *bytes_out, size_t len)
{
    memset(bytes_out, ++next_chance, len);
}

static int set_up(void **state)
{
    struct err err;

    (void)state;
    next_chance = 0;
    arena = arena_new(16 << 20);
    return store_open(&store, "memory:vault", &err) != 0 ||
           vault_open(&vault, store, &first_master, 1, chance, &err) != 0;
}

static int tear_down(void **state)
{
    (void)state;
    vault_close(&vault);
    store_close(&store);
    arena_free(&arena);
    return 0;
}

static struct str owner_of(const char *customer)
{
    return vault_owner(vault, str_from(customer), arena);
}

static struct str seal(const char *customer, const char *place, const char *text)
{
    struct str sealed;
    struct err err;

    if (vault_seal(vault, owner_of(customer), str_from(place), str_from(text), arena,
                   &sealed, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return sealed;
}

static void assert_opens(const char *customer, const char *place, struct str sealed,
                         const char *text)
{
    struct str opened;
    struct err err;

    if (vault_unseal(vault, owner_of(customer), str_from(place), sealed, arena, &opened,
                     &err) != 0) {
        fail_msg("%s", err.text);
    }
    assert_str(opened, text);
}

static void assert_refused(const char *customer, const char *place, struct str sealed,
                           enum err_reason reason)
{
    struct str opened;
    struct err err;

    assert_int_equal(vault_unseal(vault, owner_of(customer), str_from(place), sealed,
                                  arena, &opened, &err),
                     -1);
    assert_int_equal(err.reason, reason);
}

/* Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation", as in NIST's
 * vectors: 256-bit key, 20 bytes of additional data. */
static void the_cipher_is_aes_256_gcm(void **state)
{
    static const uint8_t key[32] = { 0xfe, 0xff, 0xe9, 0x92, 0x86, 0x65, 0x73, 0x1c,
                                     0x6d, 0x6a, 0x8f, 0x94, 0x67, 0x30, 0x83, 0x08,
                                     0xfe, 0xff, 0xe9, 0x92, 0x86, 0x65, 0x73, 0x1c,
                                     0x6d, 0x6a, 0x8f, 0x94, 0x67, 0x30, 0x83, 0x08 };
    static const uint8_t nonce[NONCE_BYTES] = { 0xca, 0xfe, 0xba, 0xbe, 0xfa, 0xce,
                                                0xdb, 0xad, 0xde, 0xca, 0xf8, 0x88 };
    static const uint8_t text[] = { 0xd9, 0x31, 0x32, 0x25, 0xf8, 0x84, 0x06, 0xe5, 0xa5,
                                    0x59, 0x09, 0xc5, 0xaf, 0xf5, 0x26, 0x9a, 0x86, 0xa7,
                                    0xa9, 0x53, 0x15, 0x34, 0xf7, 0xda, 0x2e, 0x4c, 0x30,
                                    0x3d, 0x8a, 0x31, 0x8a, 0x72, 0x1c, 0x3c, 0x0c, 0x95,
                                    0x95, 0x68, 0x09, 0x53, 0x2f, 0xcf, 0x0e, 0x24, 0x49,
                                    0xa6, 0xb5, 0x25, 0xb1, 0x6a, 0xed, 0xf5, 0xaa, 0x0d,
                                    0xe6, 0x57, 0xba, 0x63, 0x7b, 0x39 };
    static const uint8_t bound[] = { 0xfe, 0xed, 0xfa, 0xce, 0xde, 0xad, 0xbe,
                                     0xef, 0xfe, 0xed, 0xfa, 0xce, 0xde, 0xad,
                                     0xbe, 0xef, 0xab, 0xad, 0xda, 0xd2 };
    static const uint8_t tag[TAG_BYTES] = { 0x76, 0xfc, 0x6e, 0xce, 0x0f, 0x4e,
                                            0x17, 0x68, 0xcd, 0xdf, 0x88, 0x53,
                                            0xbb, 0x2d, 0x55, 0x1b };
    static const uint8_t begin[] = { 0x52, 0x2d, 0xc1, 0xf0, 0x99, 0x56, 0x7d, 0x07 };
    struct cipher *cipher = cipher_new();
    uint8_t sealed[sizeof text + TAG_BYTES];

    (void)state;
    cipher_seal(cipher, key, nonce, (struct str){ (const char *)bound, sizeof bound },
                (struct str){ (const char *)text, sizeof text }, sealed);
    assert_memory_equal(sealed, begin, sizeof begin);
    assert_memory_equal(sealed + sizeof text, tag, sizeof tag);
    cipher_free(&cipher);
}

static void what_is_sealed_opens_again(void **state)
{
    (void)state;
    assert_opens("c7", "1:1", seal("c7", "1:1", "where is my parcel"),
                 "where is my parcel");
    assert_opens("c7", "1:2", seal("c7", "1:2", ""), "");
}

static void sealed_text_does_not_show(void **state)
{
    struct str sealed = seal("c7", "1:1", "where is my parcel");

    (void)state;
    assert_int_equal(str_find(sealed, STR("parcel")), sealed.len);
    assert_int_equal(sealed.len, strlen("where is my parcel") + VAULT_OVERHEAD_BYTES);
    assert_false(str_equal(sealed, seal("c7", "1:1", "where is my parcel")));
}

static void it_opens_for_its_customer_and_place_alone(void **state)
{
    struct str sealed = seal("c7", "1:1", "text");

    (void)state;
    (void)seal("c8", "1:1", "text");
    assert_refused("c8", "1:1", sealed, ERR_NOT_FOUND);
    assert_refused("c7", "1:2", sealed, ERR_CORRUPT);
    assert_refused("c9", "1:1", sealed, ERR_NOT_FOUND);
}

static void any_changed_byte_is_found_out(void **state)
{
    struct str sealed = seal("c7", "1:1", "text");
    char changed[80];

    (void)state;
    assert_true(sealed.len <= sizeof changed);
    for (size_t i = 0; i < sealed.len; i++) {
        memcpy(changed, sealed.at, sealed.len);
        changed[i] = (char)(changed[i] ^ 1);
        assert_refused("c7", "1:1", (struct str){ changed, sealed.len },
                       i >= 1 && i < 9 ? ERR_NOT_FOUND : ERR_CORRUPT); /* 1..8: the key */
    }
    for (size_t len = 0; len < sealed.len; len++) {
        assert_refused("c7", "1:1", str_slice(sealed, 0, len), ERR_CORRUPT);
    }
}

static void an_erased_customer_is_gone_for_good(void **state)
{
    struct str sealed = seal("c7", "1:1", "text");
    struct str other = seal("c8", "2:1", "other");
    struct err err;

    (void)state;
    assert_int_equal(vault_erase(vault, owner_of("c7"), &err), 1);
    assert_refused("c7", "1:1", sealed, ERR_NOT_FOUND);
    assert_opens("c8", "2:1", other, "other");
    (void)seal("c7", "3:1", "he writes again"); /* under a new key */
    assert_refused("c7", "1:1", sealed, ERR_NOT_FOUND);
    assert_int_equal(vault_erase(vault, owner_of("nobody"), &err), 0);
}

static void reopen(const struct vault_key *masters, size_t count)
{
    struct err err;

    vault_close(&vault);
    if (vault_open(&vault, store, masters, count, chance, &err) != 0) {
        fail_msg("%s", err.text);
    }
}

static void keys_are_there_after_a_new_start(void **state)
{
    struct str sealed = seal("c7", "1:1", "text");

    (void)state;
    reopen(&first_master, 1);
    assert_opens("c7", "1:1", sealed, "text");
}

static void another_master_opens_nothing(void **state)
{
    struct err err;

    (void)state;
    (void)seal("c7", "1:1", "text");
    vault_close(&vault);
    assert_int_equal(vault_open(&vault, store, &second_master, 1, chance, &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    vault = NULL;
}

static void a_master_can_be_replaced(void **state)
{
    const struct vault_key both[] = { second_master, first_master };
    struct str sealed = seal("c7", "1:1", "text");
    size_t count = 0;
    struct err err;

    (void)state;
    (void)seal("c8", "1:1", "text");
    reopen(both, 2);
    assert_opens("c7", "1:1", sealed, "text");
    assert_int_equal(vault_rewrap(vault, &count, &err), 0);
    assert_int_equal(count, 3); /* two customers and the key for names */
    assert_int_equal(vault_rewrap(vault, &count, &err), 0);
    assert_int_equal(count, 0);
    reopen(&second_master, 1);
    assert_opens("c7", "1:1", sealed, "text");
}

static void more_customers_than_are_held_open_are_no_matter(void **state)
{
    struct str sealed[3000];
    char name[32];

    (void)state;
    for (int i = 0; i < 3000; i++) {
        (void)snprintf(name, sizeof name, "customer-%d", i);
        sealed[i] = seal(name, "1:1", name);
    }
    for (int i = 0; i < 3000; i++) {
        (void)snprintf(name, sizeof name, "customer-%d", i);
        assert_opens(name, "1:1", sealed[i], name);
    }
}

static void a_customers_name_stands_in_no_document(void **state)
{
    struct store_documents documents;
    struct err err;

    (void)state;
    (void)seal("jo@example.org", "1:1", "text");
    assert_int_equal(store_list_documents(store, STR("vault.key"), STR(""), 10, arena,
                                          &documents, &err),
                     0);
    assert_int_equal(documents.count, 2);
    for (size_t i = 0; i < documents.count; i++) {
        assert_int_equal(str_find(documents.items[i].name, STR("jo@")),
                         documents.items[i].name.len);
        assert_int_equal(str_find(documents.items[i].body, STR("jo@")),
                         documents.items[i].body.len);
    }
}

static void a_key_file_is_64_hexadecimal_digits(void **state)
{
    struct vault_key key;
    struct str made = vault_key_make(chance, arena);
    struct err err;

    (void)state;
    assert_int_equal(made.len, 65);
    assert_int_equal(vault_key_parse(&key, made, &err), 0);
    assert_int_equal(key.bytes[0], next_chance);
    assert_int_equal(vault_key_parse(&key, STR("abc"), &err), -1);
    assert_string_equal(err.text, "is no key; expected 64 hexadecimal digits");
    assert_int_equal(
        vault_key_parse(
            &key, STR("zz00000000000000000000000000000000000000000000000000000000000000"),
            &err),
        -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(the_cipher_is_aes_256_gcm),
        TEST(what_is_sealed_opens_again),
        TEST(sealed_text_does_not_show),
        TEST(it_opens_for_its_customer_and_place_alone),
        TEST(any_changed_byte_is_found_out),
        TEST(an_erased_customer_is_gone_for_good),
        TEST(keys_are_there_after_a_new_start),
        TEST(another_master_opens_nothing),
        TEST(a_master_can_be_replaced),
        TEST(more_customers_than_are_held_open_are_no_matter),
        TEST(a_customers_name_stands_in_no_document),
        TEST(a_key_file_is_64_hexadecimal_digits),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
