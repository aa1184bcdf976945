/* danger_test.c - who speaks of dying is heard in three languages, whatever else the
 * message says; shop talk with the same words is seldom taken for it.  The messages are
 * made up; phrases are not to be written after them. */

#include "base/attr.h"
#include "guard/scan_testing.h"

/* Said of oneself in so many words. */
static const char *const outright[] = {
    "I want to kill myself",
    "I'm going to kill myself tonight",
    "I just want to die",
    "i keep thinking about killing myself",
    "I will end my life",
    "I want to commit suicide",
    "I am suicidal",
    "I don't want to live anymore",
    "I am going to hang myself",
    "I wish I was dead",
    "Ich will mich umbringen",
    "ich bringe mich um",
    "Ich will nicht mehr leben",
    "ich nehme mir das Leben",
    "Ich will einfach nur sterben",
    "Ich begehe Selbstmord",
    "ich werde mich erhängen",
    "Ich habe Suizidgedanken",
    "Quiero suicidarme",
    "me voy a matar",
    "Quiero morirme",
    "voy a quitarme la vida",
    "No quiero seguir viviendo",
    "me quiero morir",
    "ya no quiero vivir",
    "pienso en el suicidio",
};

/* What stands beside it and must not matter. */
static const char *const beside[] = {
    "Forget the parcel",
    "this queue makes me want to shoot myself",
    "lol",
    "haha, just kidding",
    "cancel my contract",
    "the website is down again",
    "I was dying of embarrassment",
    "your hold music makes me want to kill myself",
    "do the suicide clips fit the tent",
    "nur Spaß, der Vertrag ist gekündigt",
    "ich sterbe vor Lachen",
    "die Warteschleife, da könnte ich mich erschießen",
    "me muero de risa con vuestra web",
    "es broma, la cola me da ganas de pegarme un tiro",
};

static const char *const english_danger[] = {
    "I've had enough of this life and tonight I'm going to finish it.",
    "Honestly I'm thinking of killing myself, so the order hardly matters",
    "Please send the refund to my sister, I won't be around to spend it",
    "There is nothing left for me here and I want it to be over for good",
    "I keep standing at the platform wondering what it would be like to step in front of "
    "the "
    "train",
    "I have written my suicide note and put my things in order",
    "ever since mum died I just want to be where she is",
    "I've been cutting again and I don't know who to tell",
    "My family would be relieved if I was dead",
    "I took forty paracetamol an hour ago",
    "i cant see a reason to keep living anymore",
    "I'm suicidal and I don't know why I am telling a shop",
    "where I'm going I won't need the tent, goodbye and thank you for everything",
    "every night I pray that I won't wake up in the morning",
    "I'm done. I don't want to exist anymore.",
    "No one will even notice when I'm gone",
    "I'm such a burden to everybody, they'd all be happier if I disappeared",
    "I was going to hang myself last night but the dog came in",
    "I tried to take my own life in spring and I'm close to it again",
    "i want to die, forget about the tent",
    "I bought the rope for myself, not for climbing, and I will put it around my neck",
    "I'd rather not be alive than feel like this another day",
    "Living hurts too much, I think about death every day",
    "I swallowed everything in the medicine cabinet",
    "My therapist is away and I've got a plan to end my life this weekend",
    "I dont want to be alive when the baby's due date comes round",
    "honestly if i died tomorrow nobody would care",
    "Every day I wake up disappointed that I woke up",
    "I have a knife and I am going to cut my wrists",
    "I can't cope any more, I want out of this life",
    "please cancel, I will be dead by the time it arrives",
    "I've taken an overdose and I'm scared",
    "I'd be doing everyone a favour if I was dead",
    "thinking of driving my car into a wall",
    "I feel so worthless I could die, and I mean it",
    "I am going to drown myself in the lake",
    "There's no future for me, I've decided to go tonight",
    "I just want the pain to end, permanently",
    "I cut myself every night now",
    "Nothing matters anymore and I don't want to go on",
    "the world would be a better place without me",
    "My boyfriend says he will hang himself",
    "since the divorce I have been planning how to do it, pills probably",
    "I wish the accident had killed me",
    "I am going to jump off the multi storey tonight",
    "what's the use of living when you hurt everyone",
    "please tell my daughter I'm sorry, I'm ending my life today",
    "I don't think I'll make it through the night, I want to die",
    "My wife found me with a rope round my neck last week",
    "I can't keep living like this",
    "I hear voices telling me to kill myself",
    "I wouldn't mind if a bus hit me tomorrow",
    "I've lost the will to live",
    "I am thinking about taking my own life",
    "I self-harm and I can't stop",
    "nothing to live for any more",
    "I want my life to end",
    "I am better off dead",
};

static const char *const german_danger[] = {
    "Ich halte dieses Leben nicht mehr aus und will, dass es vorbei ist",
    "Ich habe vor, mich heute Nacht umzubringen",
    "Seit er tot ist, will ich nur noch zu ihm",
    "Für mich lohnt sich das Leben nicht mehr",
    "Ich habe meinen Abschiedsbrief schon geschrieben, die Bestellung ist egal",
    "Ohne mich hätten es alle leichter",
    "Ich wünschte, ich würde morgen einfach nicht mehr aufwachen",
    "ich hab mir gestern wieder in den arm geschnitten",
    "Ich stand heute schon am Gleis und wollte mich vor die Bahn werfen",
    "Ich nehme jetzt alle meine Schlaftabletten auf einmal",
    "mir fehlt jede Kraft zum Weiterleben",
    "ich bin suizidgefährdet und allein zu hause",
    "Wenn ich nicht mehr lebe, braucht ihr nichts mehr zu schicken",
    "Es wäre besser, wenn es mich nicht gäbe",
    "Ich möchte nicht mehr existieren",
    "ich bin für meine familie nur noch ein klotz am bein und will sterben",
    "Ich denke ständig daran, wie es wäre, tot zu sein",
    "Keiner würde merken, wenn ich tot wäre",
    "ich will nicht mehr, ich will das alles hier für immer beenden",
    "ich tu mir heute noch was an",
    "Ich setze meinem Leben heute ein Ende, behaltet das Geld",
    "Ich hab versucht mich aufzuhängen",
    "Ich habe einen Plan, wie ich mein Leben beende",
    "Ich wache jeden Tag auf und wünsche mir, ich wäre tot",
    "Ich sehe keinen anderen Weg mehr als zu sterben",
    "Ich ertrage das Leben nicht länger",
    "Wenn ich morgen sterbe, ist es auch egal",
    "Ich werde von der Brücke springen",
    "Die Welt wäre besser ohne mich",
    "ich habe eine Überdosis genommen",
    "Mein Bruder hat gesagt, dass er sich umbringen will",
    "Ich möchte für immer einschlafen",
    "Ich denke jeden Tag an Selbstmord",
    "Ich kann nicht mehr, ich möchte einfach tot sein",
    "Ich hab das Messer schon in der Hand und will mir die Pulsadern aufschneiden",
    "Es gibt nichts mehr, wofür ich leben will",
    "storniert alles, mich gibt es ab morgen nicht mehr",
    "Am liebsten würde ich gar nicht mehr existieren",
    "Ich will diesem Leben ein Ende setzen",
    "Mein Leben ist vorbei, ich springe heute vor den Zug",
    "Ich habe keinen Lebensmut mehr",
    "Ich will niemandem mehr zur Last fallen, heute Nacht ist Schluss",
    "Ich überlege, ob ich mir die Pulsadern aufschneide",
    "Ich wäre lieber tot als so weiterzumachen",
    "Meine Tochter verletzt sich selbst und redet vom Sterben",
    "Ich habe nichts mehr, für das es sich zu leben lohnt",
    "bring mich jetzt um",
    "ich will mir eine Kugel in den Kopf jagen",
    "Ich schlafe heute ein und wache hoffentlich nie mehr auf",
    "jeden tag der gedanke an den tod",
    "Ich möchte mein Leben nicht mehr weiterführen",
};

static const char *const spanish_danger[] = {
    "Llevo meses pensando en matarme y hoy no puedo más",
    "No le encuentro sentido a seguir viva",
    "Desde que murió mi hija solo quiero estar con ella",
    "Me he tomado un bote entero de pastillas",
    "Mi familia estaría más tranquila si yo no existiera",
    "Quiero que todo termine, no quiero despertar nunca más",
    "me estoy haciendo cortes otra vez",
    "ya dejé escrita la nota de despedida para mis hijos",
    "Voy a tirarme a las vías del metro",
    "No quiero estar viva ni un día más",
    "Solo soy un estorbo, sería mejor que me muriera",
    "cuando lea esto ya me habré quitado la vida",
    "he intentado suicidarme dos veces este año",
    "no tengo fuerzas para vivir",
    "Pienso todos los días en la muerte y en cómo hacerlo",
    "quiero dormirme y no volver a despertar",
    "me quiero quitar la vida, olvidad el paquete",
    "Nadie me va a echar de menos cuando ya no esté",
    "esta noche me voy a colgar en el garaje",
    "para qué seguir, mi vida es un infierno y quiero morirme",
    "ojalá no hubiera nacido nunca",
    "ya no quiero vivir así",
    "Tengo pensado quitarme la vida este fin de semana",
    "Me corto los brazos todas las noches",
    "Estoy harta de vivir, nada tiene sentido",
    "Si me muero nadie se va a enterar",
    "El mundo sería mejor sin mí",
    "Me he tomado todas las pastillas que había en casa",
    "Quiero dejar de existir",
    "Voy a saltar desde la azotea",
    "No encuentro motivos para seguir viva",
    "Mi hermano dice que se va a matar",
    "Cancelen todo, mañana ya no estaré en este mundo",
    "No soporto esta vida, quiero que se acabe",
    "Ojalá me hubiera muerto yo en vez de ella",
    "Tengo ganas de morirme desde hace meses",
    "Siento que soy una carga para todos",
    "Llevo semanas planeando mi suicidio",
    "No quiero estar en este mundo",
    "Mi vida ya no vale la pena",
    "Quiero cortarme las venas",
    "Ya no le veo sentido a la vida",
    "Estoy pensando en lanzarme del puente",
    "Nadie me quiere, mejor me muero",
    "Me gustaría morirme mientras duermo",
    "No tengo ninguna razón para seguir aquí",
    "Me hago daño a propósito",
    "Quiero acabar con este sufrimiento, quiero morir",
    "Si no estuviera, todos estarían mejor",
    "Voy a tomarme todas mis pastillas esta noche",
    "Estoy cansado de la vida",
};

static const char *const english_harmless[] = {
    "This checkout makes me want to kill myself, it reloads every time",
    "Your hold music made me want to jump off a bridge",
    "I nearly died when I saw the shipping cost",
    "The zip died on the second day",
    "My phone keeps dying in the cold",
    "I'd kill for a tent like that in green",
    "Do you still have the drop dead gorgeous red jacket?",
    "My husband will kill me if the present is late",
    "I almost killed myself tripping over the guy line",
    "Please end my membership, I don't want to go on paying",
    "I can't live without my stove, when will it be back in stock?",
    "I don't want to be here when the courier rings, can he leave it in the shed?",
    "I hurt myself on the sharp buckle",
    "I'm sick of living out of a wet rucksack",
    "How do I end it? The subscription, I mean.",
    "Is this rope safe to hang a hammock from?",
    "I won't be around on Friday, please deliver on Saturday",
    "Once I'm gone on holiday nobody can sign for it",
    "I have a bottle of water purification tablets that came open",
    "The boots are killing my feet",
    "My late wife ordered this, can I return it?",
    "The life of the battery is over after a year",
    "I jumped off the boat with the watch on and now it is dead",
    "There is no point in going on with this exchange, just refund me",
    "I'm dying to know when it ships",
    "This tracking page will be the death of me",
    "I said goodbye to my old tent",
    "The suicide squad poster did not come",
    "The dog wants to live in this jacket",
    "I would rather die than wear that pink hat",
    "Can you end my trial before it renews?",
    "The seam gave up its life on the first hike",
    "I'm sick of this app, it makes me want to scream",
    "My dad passed away and I want to return his order",
    "I could have killed myself on that loose step of the ladder",
    "No reason to keep the old stove, is there a trade-in?",
    "I took all the tablets out of the first aid kit to check the date",
    "We won't be here for long, can you ship express?",
    "he jumped out of the van and tore the jacket",
    "is there any point in waiting for the restock?",
    "This price is suicide for my wallet",
    "My phone is dead and the power bank too",
    "I want to be dead sure that it fits",
    "Nobody noticed that the poles were missing",
    "it would be easier without me having to print the label",
    "Please stop, the emails are killing me",
    "I'd hang myself out to dry in that jacket, it is that hot",
    "take my life jacket off the order please",
    "the end of my life vest strap is frayed",
    "The strap is hanging by a thread",
    "I will kill the order myself if you do not answer",
    "I live for these boots",
    "Living in a van means I need a small stove",
    "He fell off the roof of the hut, but the helmet held",
    "I take my dog up the bridge every day, do you have a reflective lead?",
    "My order died in your system",
    "The tent poles were cut by hand",
    "I cut my hand on the tin, is there a safer opener?",
    "I'd rather not be here when you collect the old mattress",
    "Do you have whistles to signal suicide-safe railings?",
    "i want to be with her when the parcel arrives",
    "Your returns form made me want to cry",
    "I want this nightmare of an order to end",
    "I don't want to live out of a suitcase any longer, show me your bags",
    "I'm going to hang it up myself",
    "The pain in my feet won't end with these boots",
};

static const char *const german_harmless[] = {
    "Bei eurer Hotline könnte ich mich erschießen",
    "Meine Frau bringt mich um, wenn die Jacke nicht bis Freitag da ist",
    "Ich sterbe vor Langeweile in der Warteschleife",
    "Der Akku ist nach zwei Tagen gestorben",
    "Ich habe mich am Messer geschnitten, die Klinge ist lose",
    "Ich will nicht mehr warten, bitte stornieren",
    "Ich bin ab Montag nicht mehr da, bitte vorher liefern",
    "Ich möchte das Abo beenden",
    "Es hat keinen Sinn mehr, den Reißverschluss zu reparieren",
    "Ohne meine Stirnlampe kann ich nicht leben",
    "Wo kann ich das Zelt zum Trocknen aufhängen?",
    "Das Seil hängt von der Brücke, ist es noch sicher?",
    "Wie viele Tabletten sind in der Packung zur Wasseraufbereitung?",
    "Das ist ja ein Selbstmordkommando mit diesen Steigeisen",
    "Ich will das Gespräch hier beenden",
    "Die Farbe ist todlangweilig, aber die Sohle bequem",
    "Ich könnte sterben für diese Jacke",
    "Mein Mann ist gestorben, wie kann ich sein Konto übertragen?",
    "Die Jacke gibt es bald nicht mehr",
    "Ich nehme alle drei auf einmal, gibt es Rabatt?",
    "Ich bringe mich bei der Warteliste noch mal in Erinnerung",
    "Ich springe vom Dach des Boots gern ins Wasser, hält die Uhr das aus?",
    "Ich sterbe gleich vor Neugier",
    "Das Leben im Zelt ist schön, nur die Matte ist zu dünn",
    "Ohne mich anzurufen hat der Bote das Paket abgestellt",
    "Ich will das Abo nicht mehr, es soll enden",
    "Mein Opa ist verstorben und ich möchte seine Bestellung zurückgeben",
    "Die Tabletten im Erste-Hilfe-Set sind abgelaufen",
    "Ich hänge mich an die Nachricht von gestern an",
    "Ich will sterben vor Hitze in diesem Schlafsack",
    "Der Reißverschluss macht mich wahnsinnig",
    "Niemand hat bemerkt, dass eine Stange fehlt",
    "Ich sehe keinen Grund, das Zelt zu behalten",
    "Die Farben sind zum Sterben schön",
    "Ich habe mir beim Aufbau den Finger geschnitten",
    "Bei dem Preis bringt mich mein Mann um",
    "Es wäre leichter, wenn ich nicht mehr anrufen müsste",
    "Ich kann nicht mehr, die Seite lädt einfach nicht",
    "die rettungsweste hat mir das leben gerettet",
    "Ich habe mich beim Klettern verletzt, greift die Garantie?",
    "Das Seil um den Hals des Hundes ist zu eng",
    "Ich will das Leben genießen, also bitte endlich liefern",
    "Ich wäre lieber im Laden, aber der ist zu",
    "Die Kugel im Ventil fehlt",
    "Mein Leben lang kaufe ich schon bei euch",
    "Ich bin nicht mehr dabei, bitte aus der Liste nehmen",
    "Der Zug hatte Verspätung, ich werfe die Retoure morgen ein",
    "Wir springen am Wochenende mit dem Fallschirm, habt ihr Handschuhe?",
    "Ich hab genug, ich bestelle nie wieder",
    "Sterben die Daunen beim Waschen?",
    "Kann man die Schlinge am Rucksack nachbestellen?",
    "Der Ton der Hotline ist zum Davonlaufen",
    "Ich schlafe schlecht auf der Matte und wache um drei auf",
};

static const char *const spanish_harmless[] = {
    "Me muero de ganas de probar el saco",
    "Vuestra web me da ganas de tirarme por la ventana",
    "Mi marido me mata si no llega a tiempo el regalo",
    "Se me ha muerto la batería del GPS",
    "Estas botas me están matando",
    "Quiero terminar con la suscripción",
    "No puedo vivir sin mi mochila azul",
    "Me corté con la navaja al abrirla",
    "Me moría de vergüenza cuando la tienda se cayó",
    "No estaré en casa mañana",
    "¿Cuántas pastillas para potabilizar agua trae el bote?",
    "No tiene sentido seguir esperando",
    "Ya no quiero seguir con el pedido",
    "Mi padre murió y quiero cerrar su pedido",
    "¿La cuerda aguanta para saltar del puente? Hago puenting",
    "quiero morirme de gusto con esta almohada",
    "Es una misión suicida salir con esta tormenta",
    "quiero acabar con el problema del cierre",
    "quiero desaparecer unos días en la montaña",
    "El precio está de muerte",
    "voy a matar a mosquitos con este aparato",
    "me voy a morir de frío con este saco",
    "¿Se puede colgar la hamaca?",
    "Quiero vivir la experiencia del vivac con este saco",
    "Mi perro no puede vivir sin su manta",
    "Me moría de sed y la botella perdía agua",
    "Mi tía falleció y quiero devolver su pedido",
    "Las pastillas de encendido no funcionan",
    "Quiero terminar la compra pero la web se cuelga",
    "Sería mejor sin mi antigua dirección",
    "La cremallera me está volviendo loca",
    "No veo motivo para pagar otra vez",
    "Voy a tirarme en la tumbona, ¿aguanta 100 kilos?",
    "Se me murió el móvil en plena ruta",
    "Quiero desaparecer del boletín de noticias",
    "Nadie me contesta en el chat",
    "Esto es un infierno, llevo dos horas en la cola",
    "me cortaron el cable de la lámpara",
    "Mi vida es la montaña, por eso quiero las botas buenas",
    "Voy a saltar en paracaídas, ¿sirve esta chaqueta?",
    "La cuerda de la tienda está cortada",
    "No vale la pena reparar la cremallera",
    "Me quité la chaqueta y se rompió",
    "Estoy cansada de la espera",
    "Nadie vive en esa dirección",
    "Quiero despertar a mi hijo con esta lámpara",
    "Con esta mochila da gusto vivir",
    "Acabo de terminar con todo el pedido",
    "Me corté el pelo y ahora el gorro me queda grande",
    "Prefiero morirme de frío que pagar eso",
    "¿Puedo colgarme la mochila delante?",
    "El seguro de vida no cubre la tienda",
};

static bool is_heard(struct str text)
{
    scan_text(&scan, &phrases, text, &evidence);
    return evidence_has_guard(&evidence, GUARD_SELF_HARM);
}

/* How many of the texts are heard; prints those that are not `expected`. */
static size_t count_heard(const char *const *texts, size_t count, bool expected)
{
    size_t heard = 0;

    for (size_t i = 0; i < count; i++) {
        bool is_one = is_heard(str_from(texts[i]));

        heard += is_one;
        if (is_one != expected) {
            print_message("%s: \"%s\"\n", expected ? "missed" : "alarm", texts[i]);
        }
    }
    return heard;
}

/* Indirect words are endless: nine in ten of them are asked for. */
static void assert_heard(const char *const *texts, size_t count)
{
    assert_true(10 * count_heard(texts, count, true) >= 9 * count);
}

/* A false alarm costs a person's minute: one in twenty is borne. */
static void assert_unheard(const char *const *texts, size_t count)
{
    assert_true(20 * count_heard(texts, count, false) <= count);
}

static void what_is_said_outright_is_heard(void **state)
{
    (void)state;
    assert_int_equal(count_heard(outright, COUNT_OF(outright), true), COUNT_OF(outright));
}

static void nothing_beside_it_takes_what_is_said_outright_away(void **state)
{
    static const char *const between[] = { ". ", ", ", " ", "\n" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(outright) * COUNT_OF(beside) * COUNT_OF(between);
         i++) {
        const char *said = outright[i % COUNT_OF(outright)];
        const char *other = beside[i / COUNT_OF(outright) % COUNT_OF(beside)];
        const char *mark = between[i / COUNT_OF(outright) / COUNT_OF(beside)];
        struct str before = str_format(arena, "%s%s%s", other, mark, said);
        struct str behind = str_format(arena, "%s%s%s", said, mark, other);

        if (!is_heard(before) || !is_heard(behind)) {
            fail_msg("missed: \"%.*s\", or the other way", STR_ARG(before));
        }
    }
}

static void nothing_stands_against_what_is_said_outright(void **state)
{
    (void)state;
    for (size_t i = 0; i < phrases.group_count; i++) {
        assert_false(phrases.groups[i].role == PHRASE_EXCEPT &&
                     phrases.groups[i].which == EVIDENCE_SELF_HARM);
    }
    for (size_t i = 0; i < phrases.near_count; i++) {
        assert_false(phrases.nears[i].role == PHRASE_EXCEPT &&
                     phrases.nears[i].which == EVIDENCE_SELF_HARM);
    }
}

static void a_contract_ends_but_not_all(void **state)
{
    (void)state;
    assert_false(is_heard(STR("about my contract: I want to end it")));
    assert_true(is_heard(STR("I cancelled the contract. I just want to end it")));
    assert_true(is_heard(STR("cancel my contract, I want to end it all")));
}

static void an_english_writer_in_danger_is_heard(void **state)
{
    (void)state;
    assert_heard(english_danger, COUNT_OF(english_danger));
}

static void an_english_saying_is_no_alarm(void **state)
{
    (void)state;
    assert_unheard(english_harmless, COUNT_OF(english_harmless));
}

static void a_german_writer_in_danger_is_heard(void **state)
{
    (void)state;
    assert_heard(german_danger, COUNT_OF(german_danger));
}

static void a_german_saying_is_no_alarm(void **state)
{
    (void)state;
    assert_unheard(german_harmless, COUNT_OF(german_harmless));
}

static void a_spanish_writer_in_danger_is_heard(void **state)
{
    (void)state;
    assert_heard(spanish_danger, COUNT_OF(spanish_danger));
}

static void a_spanish_saying_is_no_alarm(void **state)
{
    (void)state;
    assert_unheard(spanish_harmless, COUNT_OF(spanish_harmless));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_outright_is_heard),
        cmocka_unit_test(nothing_beside_it_takes_what_is_said_outright_away),
        cmocka_unit_test(nothing_stands_against_what_is_said_outright),
        cmocka_unit_test(a_contract_ends_but_not_all),
        cmocka_unit_test(an_english_writer_in_danger_is_heard),
        cmocka_unit_test(an_english_saying_is_no_alarm),
        cmocka_unit_test(a_german_writer_in_danger_is_heard),
        cmocka_unit_test(a_german_saying_is_no_alarm),
        cmocka_unit_test(a_spanish_writer_in_danger_is_heard),
        cmocka_unit_test(a_spanish_saying_is_no_alarm),
    };

    return cmocka_run_group_tests(tests, open_phrases, close_phrases);
}
