/* subjects_test.c - a wish to be forgotten and a threat with the law are told from shop
 * talk with the same words.  The messages are made up. */

#include "base/attr.h"
#include "guard/scan_testing.h"

static const char *const deletion[] = {
    "please forget all my data",
    "I want you to forget my data",
    "I invoke my right to be forgotten",
    "I want to be forgotten",
    "erase me from your system",
    "take my name out of your system",
    "remove me completely from your records",
    "cierre de mi cuenta, por favor",
    "supresión de mis datos",
    "Bitte löschen Sie alles, was Sie über mich haben: löschen Sie alles über mich",
    "mein Kundenkonto bitte löschen",
    "delete my personal information from your system",
};

static const char *const legal[] = {
    "I am going to sue",       "I will sue you over this",
    "suing you next week",     "see you in court",
    "I will get a lawyer",     "ich werde Sie anzeigen",
    "ich zeige Sie an",        "Strafanzeige wegen Betrugs ist raus",
    "voy a poner una demanda", "exijo una indemnización",
};

static const char *const harmless[] = {
    "did you forget me headlamp?",
    "Don't forget my order please",
    "You forgot me again in the delivery",
    "I forget my account password all the time",
    "The article is too small",
    "the article it came with is fine",
    "Can the lining be removed completely?",
    "Remove the liner entirely before washing?",
    "Please cancel my order, account number 4411",
    "I am out of town, my address in your system is the old one",
    "Thanks, Sue. You were very kind",
    "I spoke to Sue about the tent",
    "My name is Sue and I need a refund",
    "That's all I have on me right now",
    "I need a copy of it for my records",
    "The data sheet is missing",
    "Take 20 off my card as promised",
    "Are the shoes for in court use too?",
    "a gift for my lawyer",
    "You be the judge of that colour",
    "Remove me from the waiting list please",
    "I read about the sale in the press",
    "Die Anzeige ist kaputt",
    "Anzeige bei Kälte sehr schwach",
    "Bitte zeigen Sie an, welche Größe passt",
    "Wo kann ich die Größen, wie kann ich sie anzeigen lassen?",
    "Das Profil der Sohle ist schon weg",
    "Das Geld ist vom Konto weg",
    "Geld auf mein Konto, und bitte die Mütze aus dem Korb entfernen",
    "Mein Konto ist plötzlich weg, ich kann mich nicht einloggen",
    "Passt die Soße zum Gericht?",
    "Ich arbeite bei der Polizei und brauche ein Cape",
    "Das Zelt hat ein gutes Klageband",
    "el cierre no cuenta con garantía",
    "cancelar el pedido teniendo en cuenta el retraso",
    "cancelar el pedido de mi cuenta",
    "lo vi en la prensa",
    "hay mucha demanda de esta tienda",
    "una demanda alta en verano",
    "¿hay indemnización por el retraso?",
    "la muela del juicio me duele",
    "trabajo en la policía y necesito una linterna",
    "Es geht um den Artikel 17 aus der Liste",
    "Can you forget my last email?",
    "I closed the tab, my account still works",
    "The account page is empty",
    "My profile photo will not load",
    "Delete the second address, my account has two",
    "El perfil de la suela está borrado",
    "Wie lösche ich das Bild aus meinem Profil?",
};

static void assert_all(enum evidence_kind kind, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        scan_text(&scan, &phrases, str_from(texts[i]), &evidence);
        if (!evidence_has(&evidence, kind)) {
            fail_msg("not seen: \"%s\"", texts[i]);
        }
    }
}

static void a_wish_to_be_forgotten_names_data_or_an_account(void **state)
{
    (void)state;
    assert_all(EVIDENCE_SUBJECT_DELETE, deletion, COUNT_OF(deletion));
}

static void a_threat_with_the_law_is_seen(void **state)
{
    (void)state;
    assert_all(EVIDENCE_SUBJECT_LEGAL, legal, COUNT_OF(legal));
}

static void shop_talk_with_the_same_words_is_no_subject(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(harmless); i++) {
        struct str text = str_from(harmless[i]);

        scan_text(&scan, &phrases, text, &evidence);
        if (evidence_has_guard(&evidence, GUARD_SUBJECT)) {
            fail_msg("%.*s", STR_ARG(testing_shown(arena, &evidence, text)));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wish_to_be_forgotten_names_data_or_an_account),
        cmocka_unit_test(a_threat_with_the_law_is_seen),
        cmocka_unit_test(shop_talk_with_the_same_words_is_no_subject),
    };

    return cmocka_run_group_tests(tests, open_phrases, close_phrases);
}
