/* mood_de.c - German words of feeling and haste. */

#include "base/attr.h"
#include "classify/mood_lexicon.h"

/* clang-format off */
static const struct mood_line lines[] = {
    /* Anger, contempt and threats. */
    { MOOD_WORD, -38, 15, "stinksauer stocksauer rasend wütend wutentbrannt empört empörend "
      "empörung "
      "skandal* unverschämt* frechheit dreist* scheiß* scheiss* verarsch* verdammt* kotzt "
      "zum_kotzen arsch* abartig widerlich ekelhaft" },
    { MOOD_WORD, -34, 12, "betrug betrüg* betrogen abzocke abgezockt abzocker schwindel "
      "schwindler "
      "gauner lüge lügen lügner gelogen diebstahl dieb* geklaut gestohlen verbrecher "
      "kriminell*" },
    { MOOD_WORD, -32, 5, "schlimmste* schrecklich* furchtbar* grauenhaft* grottig* katastroph* "
      "miserabel* unterirdisch* lächerlich* peinlich* armselig* erbärmlich* saftladen "
      "saftladens schrott müll mist idiot* trottel unfähig* dilettant* chaotisch* albtraum "
      "alptraum zumutung witz_ist schande" },
    { MOOD_WORD, -30, 8, "inakzeptabel* unakzeptabel* unerhört* unfassbar* unmöglich_von "
      "nicht_akzeptabel reicht_mir es_reicht mir_reichts reicht_es_jetzt nase_voll schnauze_voll "
      "satt_habe stinkt_mir geduld_ist_am geduld_am_ende nie_wieder nie_mehr letzte_mal "
      "unhöflich* "
      "respektlos* unprofessionell* unseriös* sauer verärgert* ärger ärgerlich* ärgert ignorier* "
      "abgewimmelt aufgelegt hingehalten vertröstet im_stich" },
    { MOOD_WORD, -24, 70, "anwalt anwältin anwalts rechtsanwalt* fachanwalt* rechtsanwält* klage "
      "verklage* klagen klageerhebung gericht gerichtlich* amtsgericht landgericht "
      "bezirksgericht "
      "rechtsschutz rechtliche_schritte rechtlichen_schritten rechtsweg mahnbescheid anzeige "
      "strafanzeige polizei verbraucherzentrale verbraucherschutz schlichtungsstelle "
      "wettbewerbszentrale ombudsstelle ombudsmann letzte_frist juristisch* schmerzensgeld "
      "abmahnung einstweilige*" },
    { MOOD_WORD, -20, 10, "beschwerde* beschweren beschwere reklamation reklamier* reklamieren "
      "vorgesetzte* geschäftsleitung schlechte_bewertung negative_bewertung ein_stern "
      "bewertung" },
    /* Disappointment and trouble. */
    { MOOD_WORD, -22, 3, "enttäusch* frustr* nervt nervig* genervt unzufrieden* verstimmt "
      "traurig* "
      "verlange verlangen fordere geld_zurück ausgesperrt eingefroren bedaure schlecht* "
      "übel ungenügend* mangelhaft* schlamperei schlampig* lieblos* verhunzt "
      "ruiniert versaut zeitverschwendung geldverschwendung verschwendet dumm* blöd* hässlich* "
      "hasse unbrauchbar* nutzlos* wertlos* minderwertig* billigkram ungeduldig" },
    { MOOD_WORD, -18, 5, "besorgt sorge sorgen ängstlich angst panik verzweifelt "
      "verzweiflung nervös "
      "gestresst stress verunsichert ratlos verwirrt beunruhigt befürchte fürchte schock "
      "schockiert unverständlich" },
    { MOOD_WORD, -19, 3, "kaputt* defekt* beschädigt* schaden schäden zerbrochen* gebrochen "
      "bricht "
      "zerbrach gerissen eingerissen* riss risse gesprungen geplatzt zerrissen* zerkratzt* "
      "kratzer "
      "schrammen delle dellen verbeult* undicht* leckt tropft ausgelaufen zerstört* abgebrochen* "
      "abgefallen löst_sich gelöst_hat abgegangen aufgegangen fleck flecken verschmutzt* "
      "dreckig* "
      "stinkt schimmel* verbogen* wackel* klemmt hakt fehlerhaft* mangel mängel macken" },
    { MOOD_WORD, -16, 5, "falsch* fehler irrtum irrtümlich* fehlgeschlagen fehlschlag abgelehnt "
      "verweigert* abgewiesen problem* schwierigkeit* störung fehlt fehlen fehlte fehlende* "
      "vermisse "
      "vermisst verloren verschwunden verschollen nicht_angekommen nicht_da nichts_da "
      "noch_nichts nicht_erhalten nicht_bekommen nie_angekommen nichts_angekommen unvollständig* "
      "gesperrt* blockiert verspätet* verspätung verzögert* verzögerung überfällig* zu_spät "
      "hängt_fest leeres_paket" },
    { MOOD_WORD, -16, 5, "funktioniert_nicht geht_nicht klappt_nicht passt_nicht kommt_nicht "
      "lädt_nicht lässt_sich_nicht reagiert_nicht antwortet_nicht keine_antwort "
      "keine_rückmeldung keine_reaktion niemand_antwortet meldet_sich_niemand "
      "niemand_reagiert geht_keiner_ran keiner_antwortet nicht_in_ordnung nicht_zufrieden "
      "nicht_glücklich nicht_wie_beschrieben nicht_mein_ernst ihr_ernst euer_ernst "
      "das_kann_nicht "
      "kann_doch_nicht kann_nicht_sein was_soll_das geht_gar_nicht streikt" },
    { MOOD_WORD, -15, 12, "doppelt_abgebucht zweimal_abgebucht doppelt_belastet zweimal_belastet "
      "doppelt_berechnet doppelt_bezahlt zweimal_bezahlt doppelt_abgezogen zweimal_abgezogen "
      "doppelte_abbuchung zu_viel_abgebucht zweimal_eingezogen unberechtigt* gehackt "
      "doppelbuchung" },
    { MOOD_WORD, -9, 4, "immer_noch_nicht immer_noch_nichts noch_immer_nicht noch_immer "
      "immer_noch "
      "seit_wochen seit_monaten wochenlang tagelang stundenlang schon_wieder zum_dritten "
      "zum_zweiten zum_vierten dritte_mal zweite_mal mehrfach mehrmals wie_lange_noch "
      "wie_oft_noch warte_seit warten_seit nachgehakt trotz_mehrerer" },
    { MOOD_WORD, -10, 3, "leider zu_klein zu_groß zu_eng zu_weit zu_kurz zu_lang drückt scheuert "
      "kratzt krank krankenhaus verstorben gestorben tod beerdigung unangenehm* bedauerlich*" },
    /* Delight and thanks. */
    { MOOD_WORD, 32, 0, "liebe_es begeister* großartig* wunderbar* fantastisch* phantastisch* "
      "hervorragend* ausgezeichnet* perfekt* traumhaft* genial* überglücklich sensationell* "
      "vorbildlich* exzellent* hammer spitze erstklassig* bestens beste_schuhe klasse_arbeit "
      "übertroffen verliebt" },
    { MOOD_WORD, 24, 0, "toll* super freue freut gefreut freude glücklich zufrieden froh "
      "beeindruckt "
      "schön* freundlich* herrlich* klasse prima spitzenmäßig lob loben kompliment* empfehl* "
      "weiterempfehlen dankbar beste bester bestes lieblings* cool respekt angenehm* gelungen* "
      "gut_gemacht vorfreude gespannt tipptopp top treu* liebevoll* reibungslos*" },
    { MOOD_WORD, 13, 0, "gut guter gute gutes nett* hilfreich* bequem* schnell_geliefert "
      "schnelle_lieferung so_schnell gefällt gefallen vielen_dank_für danke_für herzlichen_dank "
      "tausend_dank besten_dank haben_sie_dank lieben_dank funktioniert_gut passt_gut" },
    { MOOD_WORD, 3, 0, "danke dank vielen_dank bitte freundliche_grüße mit_freundlichen_grüßen "
      "beste_grüße liebe_grüße viele_grüße guten_tag guten_morgen guten_abend lg vg mfg hallo "
      "mit_freundlichem_gruß schöne_grüße" },
    { MOOD_WORD, 0, 0, "heute_morgen am_morgen jeden_morgen gestern_morgen sehr_geehrte* "
      "gute_frage gut_zu_wissen kein_problem keine_sorge nicht_schlecht "
      "guten_appetit gut_erhalten schön_wäre freundlich_gegrüßt würde_mich_freuen nicht_schlimm "
      "gutschein* gutschrift* gutgeschrieben wie_gut besser fehlerlos wann_fehlt anzeigen "
      "sorge_tragen schönen_tag schönen_abend schönes_wochenende mangelware schadstoff* "
      "super_wäre "
      "toll_wäre gut_wäre gerichtet wenn_möglich" },
    /* Modifiers. */
    { MOOD_STRENGTHEN, 0, 0, "sehr echt wirklich total völlig absolut extrem unglaublich "
      "richtig so "
      "dermaßen mega komplett höchst äußerst überaus zutiefst restlos maßlos" },
    { MOOD_WEAKEN, 0, 0, "etwas ein_bisschen bisschen ein_wenig leicht ziemlich kaum halbwegs "
      "einigermaßen eher minimal" },
    { MOOD_NEGATE, 0, 0, "nicht kein keine keinen keiner keinem nie niemals nichts ohne "
      "weder nich "
      "ned nix" },
    { MOOD_TURN, 0, 0, "aber jedoch allerdings doch trotzdem dennoch nur_dass obwohl" },
    /* Haste. */
    { MOOD_WORD, -2, 75, "dringend* eilt eilig* brandeilig sofort unverzüglich umgehend "
      "asap notfall "
      "schnellstmöglich* schnellstens so_schnell_wie_möglich so_bald_wie_möglich augenblicklich "
      "auf_der_stelle zeitkritisch bevor_es_rausgeht bevor_sie_versenden bevor_ihr_versendet "
      "vor_dem_versand letzte_warnung letzte_mahnung letzte_chance höchste_eisenbahn" },
    { MOOD_WORD, 0, 45, "rasch zügig beeilen beeilung keine_zeit zeit_drängt zeit_läuft frist "
      "fristsetzung fliege_morgen fliegen_morgen reise_morgen fahren_morgen fahre_morgen "
      "bis_morgen bis_heute bis_heute_abend noch_heute heute_noch innerhalb_von_24 "
      "binnen_24 endet_heute läuft_heute_ab in_einer_stunde schnell_bitte bitte_schnell" },
    { MOOD_WORD, 0, 34, "übermorgen heute_abend heute_nachmittag morgen_früh in_zwei_tagen "
      "in_2_tagen in_drei_tagen in_3_tagen am_wochenende vor_dem_wochenende bis_zum_wochenende "
      "dieses_wochenende morgen morgen_abend morgen_los "
      "schnelle_antwort baldige*" },
    { MOOD_WORD, 0, 15, "heute urlaub reise flug hochzeit geburtstag* expedition abreise "
      "abflug ferien "
      "weihnachten rennen marathon klassenfahrt tour wanderung festival lager hochzeitstag "
      "jubiläum" },
    { MOOD_WORD, -14, 82, "gasgeruch riecht_nach_gas nach_gas gas_austritt gas_tritt "
      "gasleck brennt "
      "gebrannt brand brände feuer flammen rauch raucht qualm qualmt verbrannt verbrennung* "
      "explodiert explosion überhitzt stromschlag verletz* verletzt verletzung* blutet blutung "
      "notarzt krankenwagen abgestürzt allergisch* allergie erstick* gefährlich* gefahr "
      "lebensgefahr lebensgefährlich* unsicher_ist seil_gerissen gurt_gerissen verschluckt "
      "vergift* beinahe_gestürzt" },
    { MOOD_WORD, -10, 60, "fremder_zugriff war_ich_nicht das_war_nicht_ich nicht_von_mir "
      "jemand_hat_sich jemand_anderes missbraucht missbrauch identitätsdiebstahl datenleck "
      "unbekanntes_gerät ich_das_nich" },
    { MOOD_WORD, 2, -60, "keine_eile eilt_nicht nicht_dringend nicht_eilig ohne_eile kein_stress "
      "in_ruhe lassen_sie_sich_zeit nehmen_sie_sich_zeit wenn_sie_zeit wenn_ihr_zeit "
      "nur_aus_neugier nur_mal_so mal_so_gefragt hat_zeit pressiert_nicht" },
    { MOOD_UNTIL, 0, 0, "bis vor für spätestens zum am" },
    { MOOD_DAY, 0, 0, "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
      "wochenende" },
};
/* clang-format on */

const struct mood_table mood_table_de = { lines, COUNT_OF(lines) };
