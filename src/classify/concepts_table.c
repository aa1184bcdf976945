/* concepts_table.c - the concepts, by theme. */

#include "classify/concepts_table.h"

/* clang-format off */
const struct concept concepts_table[] = {
    /* Orders. */
    { "order",
      "order orders purchase purchases web_order online_order",
      "bestellung* auftrag aufträge order kauf käufe einkauf einkäufe *bestellung "
      "*bestellungen doppelbestellung* großbestellung* sammelbestellung* "
      "gruppenbestellung* vorbestellung* gastbestellung*",
      "pedido* compra compras encargo encargos orden" },
    { "to_order",
      "ordered ordering bought buy buys buying purchased purchasing place_an_order "
      "placed_an_order",
      "bestell bestelle bestellen bestellt* kaufe kaufen gekauft* kaufte kauften "
      "geordert ordern erworben",
      "pedí pedir pedimos pide compré comprar comprado* compramos compro comprando "
      "encargué encargar encargado*" },
    { "order_number",
      "order_number order_numbers order_no order_nr order_id order_ref order_reference "
      "ordernumber reference_number case_number ticket_number",
      "bestellnummer* bestellnr bestell_nr bestell_nummer auftragsnummer* auftragsnr "
      "vorgangsnummer* ordernummer* ticketnummer*",
      "número_de_pedido numero_pedido núm_pedido nro_de_pedido n_de_pedido "
      "referencia_del_pedido número_de_referencia" },
    { "confirm",
      "confirm confirms confirmed confirming confirmation* acknowledg* conformation",
      "bestätig* bestaetig* auftragsbestätigung* bestellbestätigung* "
      "eingangsbestätigung* rückbestätig*",
      "confirma* confirmé confirmen confirmo acuse_de_recibo" },
    { "basket",
      "cart carts basket baskets shopping_cart shopping_basket shopping_bag",
      "warenkorb* einkaufswagen einkaufskorb",
      "carrito* cesta cestas bolsa_de_compra carro_de_compra" },
    { "checkout",
      "checkout check_out checking_out place_order complete_my_order "
      "complete_the_order order_page",
      "kasse checkout bezahlvorgang bestellvorgang bestellprozess "
      "bestellung_abschließen zur_kasse",
      "tramitar finalizar_compra finalizar_la_compra finalizar_el_pedido "
      "pantalla_de_pago proceso_de_compra" },
    { "status",
      "status state progress in_process processing processed in_progress "
      "being_prepared being_processed order_state",
      "status bearbeitung bearbeitungsstand* sendungsstatus bestellstatus "
      "auftragsstatus lieferstatus in_bearbeitung vorbereitet zwischenstand sachstand "
      "stand_der aktueller_stand der_stand aktuellen_stand",
      "situación en_proceso en_preparación preparando procesando tramitando procesado "
      "estatus estado_del estado_de qué_estado el_estado" },
    { "update_news",
      "update updates updated any_news news heard_nothing heard_anything "
      "keep_me_posted whats_going_on what_is_going whats_happening",
      "neuigkeiten neues stand_der_dinge aktualisier* nichts_gehört auf_dem_laufenden "
      "wie_der_stand update",
      "novedad* noticia noticias actualiza* sin_noticias alguna_noticia saber_algo "
      "sé_nada" },
    { "item",
      "item items product products article articles goods thing things stuff "
      "merchandise piece pieces",
      "artikel produkt produkte produkten teil* stücke ding sachen gegenstand "
      "gegenstände die_ware der_ware ware_ist waren_sind teillieferung* teilsendung*",
      "artículo* prenda* cosa cosas mercancía* pieza piezas género producto productos" },
    { "part_delivery",
      "partial_delivery part_delivery split_delivery two_parcels two_packages "
      "only_part half_my_order rest_of_my rest_of_the remaining_items separate_parcel* "
      "separately",
      "teillieferung* teilsendung* rest_der_bestellung zwei_pakete nur_ein_teil "
      "nachlieferung* restlichen getrennt hälfte separat*",
      "envío_parcial entrega_parcial resto_del_pedido dos_paquetes en_partes "
      "por_separado mitad_del_pedido el_resto solo_una_parte" },
    { "quantity",
      "quantity quantities amount_of_items how_many too_many twice_the pieces pair "
      "pairs sets",
      "anzahl menge mengen stückzahl* wie_viele wieviele paar paare doppelt*_so_viel "
      "set",
      "cantidad* cuántos cuántas unidad unidades par pares juego juegos docena "
      "cantidad" },

    /* Parcels and carriers. */
    { "parcel",
      "parcel parcels package packages packet packets shipment* box boxes consignment "
      "packge pacakge parcell",
      "paket* päckchen packerl sendung sendungen lieferung* karton* packstück* *paket "
      "schachtel packet packete paeckchen paketdienst* paketbote* paketmann "
      "paketnummer* paketshop* paketzentrum paketkasten paketschein*",
      "envío envíos bulto* caja cajas pakete paquetito encomienda paquete paquetes" },
    { "letter_post",
      "letter letters post postal envelope mailbox letterbox post_office by_post "
      "postman postcode",
      "brief briefe post briefkasten briefumschlag umschlag postfiliale* postamt "
      "postweg per_post postbote* postfiliale",
      "carta cartas sobre_postal correo_postal buzón oficina_de_correos por_correo "
      "correos cartero*" },
    { "deliver",
      "deliver delivers delivered delivering delivery deliveries delievery delivary "
      "delivry deliverd redeliver*",
      "liefer* geliefert ausgeliefert auslieferung* zustell* zugestellt anliefer* "
      "angeliefert *lieferung lieferstatus lieferung* lieferdienst* lieferwagen "
      "lieferfahrer* lieferzeit* liefertermin* lieferdatum lieferdauer lieferfrist "
      "liefergebühr* lieferkosten lieferadresse* lieferanschrift* lieferschein* "
      "lieferumfang zusteller* zustellbasis zustellversuch* zustelltermin* "
      "zustellzeit* zustelltag zustellgebühr* teillieferung* nachlieferung* "
      "expresslieferung ersatzlieferung* neulieferung* falschlieferung*",
      "entrega entregas entregar entregad* entregan entregó entregaron entreguen "
      "entregue repart* repartidor*" },
    { "send_ship",
      "send sends sending sent ship ships shipped shipping dispatch* despatch* "
      "mail_out sended shiped",
      "schick* geschickt verschick* versand* versend* gesendet gesandt abgeschickt "
      "losgeschickt rausgeschickt absenden abgesendet *versand versanddienstleister* "
      "versandunternehmen versanddauer versandzeit* versandkosten versandgebühr* "
      "versandpauschale versandkostenfrei* versandlager versandadresse versandlabel* "
      "versandetikett* expressversand eilversand auslandsversand* rückversand*",
      "envi* manda mandar mandad* mandan mandé mandó mandaron mandáis manden mandando "
      "despachar despachad* despacharon expedid* envío envíos" },
    { "handed_over",
      "handed_over collected_by left_the_warehouse left_your_warehouse picked_up_by "
      "in_transit on_its_way on_the_way out_for_delivery en_route",
      "unterwegs übergeben auf_dem_weg in_zustellung lager_verlassen rausgegangen "
      "raus_gegangen in_auslieferung transport",
      "en_camino en_tránsito en_reparto de_camino salido salió_del_almacén en_ruta "
      "entregado_al_transportista" },
    { "courier",
      "courier* carrier carriers dhl ups gls dpd hermes fedex tnt delivery_company "
      "delivery_service shipping_company parcel_service postnl evri",
      "kurier* dhl ups gls dpd hermes fedex paketdienst* spediteur* spedition* "
      "versanddienstleister* zusteller* lieferdienst* versandunternehmen transporteur",
      "mensajer* transportista* seur dhl ups gls mrw correos_express "
      "agencia_de_transporte* empresa_de_transporte* compañía_de_transporte* "
      "repartidor* paquetería* nacex" },
    { "driver",
      "driver* delivery_man delivery_guy delivery_driver postie mailman "
      "delivery_person delivery_van vans",
      "fahrer* paketbote* bote boten lieferwagen lieferfahrer* postbote* paketmann",
      "conductor* chófer* furgoneta* el_del_reparto el_mensajero" },
    { "tracking",
      "track tracked tracks tracking tracking_number tracking_link trackable "
      "trace_number traking tracking_code",
      "tracking* sendungsnummer* sendungsverfolgung* paketnummer* verfolg* "
      "nachverfolg* sendungscode* track",
      "seguimiento* rastre* localizador* número_de_envío código_de_envío "
      "seguir_el_pedido seguir_mi_pedido tracking trazabilidad rastreo" },
    { "no_tracking_movement",
      "no_movement not_moved hasnt_moved not_updated hasnt_updated no_scan same_status "
      "not_been_updated last_scan stopped_updating no_updates doesnt_update",
      "keine_bewegung bewegt_sich_nicht tut_sich_nichts tut_sich_nix nichts_passiert "
      "seit_tagen_unverändert kein_scan steht_still unverändert steht_seit",
      "no_se_mueve sin_movimiento* no_se_actualiza no_avanza no_cambia sigue_igual "
      "no_se_ha sin_actualizar lleva_parado" },
    { "depot_pickup",
      "depot depots hub sorting_centre sorting_center parcel_shop pickup_point "
      "pick_up_point collection_point parcel_locker locker pick_up collect_it",
      "packstation* paketshop* paketzentrum verteilzentrum abhol* abgeholt paketkasten "
      "depot zustellbasis postfiliale abholschein",
      "punto_de_recogida punto_pack punto_de_entrega centro_logístico "
      "centro_de_distribución taquilla* recoger recogida recojo recogerlo" },
    { "neighbour",
      "neighbour* neighbor* next_door left_with with_a_neighbour concierge "
      "reception_desk",
      "nachbar* nebenan hausmeister* beim_nachbarn pförtner* mitbewohner*",
      "vecin* portero portería conserje* la_vecina al_vecino" },
    { "doorstep",
      "doorstep porch front_door safe_place outside_the_door at_my_door garage_door "
      "hallway left_outside on_the_step",
      "haustür* vor_der_tür wohnungstür treppenhaus ablageort abstellort "
      "abstellgenehmigung hausflur eingangstür garage terrasse",
      "puerta portal rellano en_la_calle en_la_entrada felpudo en_la_escalera" },
    { "missed_delivery",
      "missed_delivery delivery_attempt attempted_delivery nobody_home not_at_home "
      "wasnt_home no_one_home sorry_we_missed delivery_card rang_the_bell doorbell",
      "nicht_angetroffen nicht_zuhause nicht_zu_hause niemand_da zustellversuch* "
      "benachrichtigungskarte* abholschein geklingelt klingel* zettel",
      "no_estaba_en ausente intento_de_entrega nadie_en_casa timbre aviso_de_paso "
      "no_había_nadie llamó_al_timbre destinatario_ausente" },
    { "says_delivered",
      "says_delivered marked_as_delivered shows_delivered marked_delivered says_it_was "
      "shown_as_delivered delivered_but apparently_delivered supposedly_delivered",
      "als_zugestellt angeblich_zugestellt angeblich_geliefert als_geliefert "
      "laut_tracking laut_status zugestellt_aber laut_dhl laut_sendungsverfolgung",
      "como_entregado figura_entregado pone_entregado consta_como_entregado "
      "aparece_entregado según_el_seguimiento dice_entregado marcado_como_entregado "
      "pone_que_entregado" },
    { "lost",
      "lost loss disappear* vanished gone_missing went_missing misplaced "
      "lost_in_transit lost_in_the nowhere_to_be",
      "verloren verlor verlust verschwunden verschollen abhanden verloren_gegangen "
      "weg_ist spurlos futsch unauffindbar",
      "perdid* extravi* desaparec* perdió se_perdió se_ha_perdido no_aparece "
      "en_el_limbo" },
    { "stolen",
      "stolen stole theft thief thieves robbed nicked pinched burgl*",
      "gestohlen* geklaut* diebstahl* dieb diebe geraubt einbruch eingebrochen "
      "entwendet",
      "robad* robo robaron robar ladrón ladrones hurto me_han_robado sustra*" },
    { "stuck",
      "stuck held held_up stuck_in hung_up blocked hanging hold_up on_hold stopped_at "
      "retained",
      "hängt hängen hängengeblieben feststeck* steckt_fest festgehalten hängt_fest "
      "liegt_seit steckengeblieben liegt_noch stockt",
      "atascad* bloquead* retenid* parado parada estancad* atorad* detenid* sigue_en" },
    { "wait",
      "wait waits waited waiting wating still_waiting awaiting patience patient "
      "patiently",
      "warte warten wartet gewartet wartete wartezeit* abwarten geduld* warteschleife",
      "espera llevo_esperando sigo_esperando aguard* paciencia paciente esper esperar "
      "esperando esperado esperamos espero esperan" },
    { "late",
      "late delay* overdue belated behind_schedule taking_forever takes_so_long "
      "too_long ages dragging long_overdue slow slowly",
      "spät verspät* zu_spät verzöger* überfällig* lange_gedauert dauert_ewig ewig "
      "ewigkeit* so_lange zu_lange langsam* verzug verzoeger* verspaet* spaet",
      "retras* demor* demasiado_tarde muy_tarde tarda tardan tardado tardando tardáis "
      "atrasad* lento lenta una_eternidad con_retraso" },
    { "arrive",
      "arrive arrives arrived arriving arrival came come comes coming turned_up "
      "turn_up turns_up showed_up show_up landed arive* arrvied",
      "ankomm* angekommen ankam kommt kam kamen kommen gekommen eintreffen "
      "eingetroffen eintrifft trifft_ein eingegangen ankunft da_ist",
      "lleg* arrib* venir viene vino ha_venido" },
    { "not_arrived",
      "not_arrived hasnt_arrived havent_arrived didnt_arrive never_arrived not_here "
      "isnt_here hasnt_come not_come nothing_arrived nothing_came never_came "
      "not_received havent_received not_turned_up yet_to_arrive not_delivered "
      "still_not",
      "nicht_angekommen nicht_da noch_nicht_da nichts_da nichts_angekommen "
      "nicht_gekommen kommt_nicht nie_angekommen nichts_gekommen nicht_erhalten "
      "nichts_bekommen nicht_eingetroffen nicht_geliefert nicht_zugestellt "
      "immer_noch_nichts nix_da",
      "no_ha_llegado no_llega no_llegó no_me_llega nunca_llegó sin_llegar no_me_ha "
      "no_he_recibido no_recibí sin_recibir nada_ha_llegado aún_nada todavía_nada "
      "no_entregado no_aparece" },
    { "receive",
      "receive receives received receiving recieve* recived receipt_of got get gotten "
      "get_it gets getting",
      "erhalten erhalte erhielt erhält bekommen bekomme bekam bekommt kriege kriegen "
      "kriegt gekriegt empfangen empfang entgegen* erhaelt",
      "recib* recog* me_ha_llegado me_han_llegado obten* obtuv* consegu* recibo* "
      "recoger recogida recogerlo" },
    { "delivery_time",
      "delivery_time delivery_times delivery_date estimated_delivery eta expected_date "
      "lead_time shipping_time delivery_estimate delivery_day promised_date "
      "will_it_arrive",
      "lieferzeit* liefertermin* lieferdatum voraussichtlich* zustelltermin* "
      "versanddauer lieferdauer zustellzeit* lieferfrist wann_kommt versandzeit*",
      "plazo_de_entrega plazos_de_entrega fecha_de_entrega tiempo_de_entrega "
      "fecha_prevista fecha_estimada día_de_entrega cuándo_llega cuándo_llegará "
      "previsión_de_entrega tiempos_de_envío" },
    { "time_slot",
      "time_slot delivery_slot time_window reschedule* deliver_on evening_delivery "
      "morning_delivery delivery_appointment rebook* another_day rebooking",
      "zeitfenster wunschtermin* uhrzeit zustelltag wunschtag* anderer_tag anderen_tag "
      "neuer_termin verschieben verschoben umbuchen",
      "franja_horaria franja reprogram* cita_de_entrega otro_día cambiar_la_fecha "
      "horario_de_entrega concertar aplaz*" },
    { "express",
      "express next_day same_day overnight priority expedite* fast_shipping "
      "fast_delivery rush premium_shipping faster quicker",
      "express* expressversand eilversand eilzustellung* expresslieferung priorität "
      "schneller overnight eilsendung",
      "urgente exprés express 24h entrega_rápida envío_rápido más_rápido "
      "al_día_siguiente prioritari* 24_horas" },
    { "shipping_cost",
      "shipping_cost shipping_costs shipping_fee shipping_fees postage delivery_fee "
      "delivery_charge* cost_of_shipping shipping_charge* delivery_cost*",
      "versandkosten porto liefergebühr* lieferkosten versandgebühr* portokosten "
      "zustellgebühr* versandpauschale rücksendekosten",
      "gastos_de_envío coste_de_envío costes_de_envío portes coste_del_envío "
      "precio_del_envío gasto_de_envío costo_de_envío" },
    { "free_shipping",
      "free_shipping free_delivery shipping_free free_of_charge minimum_order "
      "free_postage free_returns",
      "versandkostenfrei* kostenloser_versand gratis_versand mindestbestellwert "
      "portofrei* kostenlose_lieferung kostenfrei* frei_haus kostenlos*",
      "envío_gratis envío_gratuito gastos_gratis pedido_mínimo sin_gastos "
      "envíos_gratis gratuit*" },
    { "resend",
      "resend* reship* send_again sent_again send_another send_a_new another_one "
      "new_one replacement* replace replaced send_it_again",
      "nochmal_schicken erneut_senden erneut_schicken noch_einmal_schicken ersatz "
      "ersatzlieferung* neulieferung* nachschick* nachsenden neu_schicken "
      "nachgeschickt ersetz*",
      "reenvi* volver_a_enviar enviar_otro enviar_otra enviarme_otro enviarme_otra "
      "mandar_otro mandar_otra reemplaz* sustitu* reposición" },
    { "trace_search",
      "investigat* trace look_for_it search_for locate locating enquiry find_out "
      "looking_into look_into check_with track_down",
      "suchauftrag suchen suche gesucht herausfinden nachforsch* klären klärung "
      "abklären recherch*",
      "investig* reclamación_al_transportista localizar localicen buscar buscan "
      "averigu* rastreo indag*" },
    { "undeliverable",
      "undeliver* returned_to_sender return_to_sender back_to_you refused_parcel "
      "refused_delivery not_accepted",
      "unzustellbar* zurück_an_absender annahme_verweigert zurück_zum_absender "
      "retour_an_absender annahmeverweigerung retourniert_worden nicht_zustellbar "
      "geht_zurück",
      "devuelto_al_remitente devuelto_a_origen rechazado_el_paquete imposible_entregar "
      "vuelto_al_almacén no_se_pudo rehusad* vuelta_al_remitente" },
    { "sender_recipient",
      "sender recipient addressee consignee someone_else on_my_behalf on_behalf",
      "absender empfänger* adressat* jemand_anders jemand_anderes in_meinem_namen",
      "remitente destinatari* otra_persona en_mi_nombre a_nombre_de" },
    { "warehouse",
      "warehouse* stockroom fulfilment fulfillment logistics distribution_centre "
      "storage",
      "lager lagerhaus lagerhalle logistik* zentrallager versandlager lagers",
      "almacén almacenes bodega logístic* depósito nave" },

    /* Addresses and places. */
    { "address",
      "address addresses adress adresses adresse shipping_address delivery_address "
      "billing_address home_address adres",
      "adresse adressen anschrift* lieferadresse* rechnungsadresse* lieferanschrift* "
      "adressänderung* wohnort versandadresse",
      "dirección direcciones domicilio* direcion dir_de_envío señas" },
    { "street_number",
      "street road avenue flat apartment house_number flat_number postcode post_code "
      "zip_code floor building suite block po_box",
      "straße* str hausnummer* postleitzahl* plz wohnung* stockwerk hausnr etage "
      "gebäude postfach gasse hinterhaus",
      "calle avenida avda piso portal_número código_postal número_de_casa cp "
      "puerta_número edificio planta plaza apartado_de_correos" },
    { "move_house",
      "moving moved move_house new_address moving_house old_address previous_address "
      "new_flat new_apartment moved_house relocat*",
      "umzug umziehen umgezogen umgezogene ziehe_um zogen_um alte_adresse neue_adresse "
      "neue_wohnung zieh_um umziehe alten_adresse neuen_adresse",
      "mudanza mudar mudado mudamos mudé mudo nueva_dirección dirección_antigua "
      "dirección_nueva cambiado_de_casa cambio_de_domicilio nuevo_piso" },
    { "wrong_address",
      "wrong_address incorrect_address typo typed_wrong mistyped misspelled misspelt "
      "mispelled address_is_wrong old_address_by wrong_postcode wrong_house autofill",
      "falsche_adresse adresse_falsch tippfehler vertippt zahlendreher "
      "adresse_stimmt_nicht falsche_hausnummer alte_adresse_angegeben schreibfehler "
      "falschen_adresse buchstabendreher",
      "dirección_equivocada dirección_incorrecta dirección_errónea dirección_mal "
      "errata me_equivoqué_de equivocado_de_dirección equivocado_al mal_escrit* "
      "mal_la_dirección" },
    { "change",
      "change changes changed changing amend* edit edited modif* alter adjust* correct "
      "corrected fix_the switch",
      "aender* geändert abänder* umänder* anpass* korrigier* berichtig* bearbeiten "
      "umstell* ändern ändert ändernde änderung* änderte",
      "cambi* modific* corregir corrij* corrección rectific* alterar editar cambio "
      "cambiar cambiarlo cambiarla cambiarlos cambiarlas cambiármelo rectificativa" },
    { "reroute",
      "redirect* reroute* divert* forward forwarded forwarding send_it_to deliver_to "
      "deliver_it_to other_address different_address another_address",
      "umleit* umgeleitet umlenken weiterleit* nachsendeauftrag* andere_adresse "
      "anderen_adresse woanders_hin woandershin an_eine_andere arbeitsadresse",
      "desviar redirig* redireccion* otra_dirección reenviar_a dirección_distinta "
      "dirección_diferente en_otra_dirección a_otro_sitio enviarlo_a" },
    { "home",
      "home house at_home my_place my_flat my_door",
      "zuhause zu_hause daheim nach_hause haus hause wohnhaus",
      "casa en_casa hogar mi_piso a_domicilio vivienda" },
    { "work_office",
      "office workplace my_work at_work work_address desk",
      "büro buero arbeitsplatz arbeitsstelle auf_arbeit bei_der_arbeit",
      "oficina* despacho lugar_de_trabajo en_el_trabajo mi_trabajo" },
    { "shop_branch",
      "store stores shop shops branch branches store_in in_store showroom retail_store "
      "physical_store local_shop",
      "laden geschäft geschäfte filiale* ladengeschäft* vor_ort store shop "
      "niederlassung* im_laden verkaufsstelle",
      "tienda* sucursal* local físic* establecimiento* tienda_física en_tienda "
      "punto_de_venta" },
    { "opening_hours",
      "opening_hours opening_times open_on closed business_hours office_hours "
      "open_today closing_time what_time_do",
      "öffnungszeiten geöffnet geschlossen ladenöffnungszeiten wann_offen "
      "wie_lange_offen auf_habt geschäftszeiten wann_auf servicezeiten oeffnungszeiten",
      "horario* abierto abiertos abrís abren cerrado cerrados cierra* a_qué_hora "
      "horas_de_apertura" },
    { "abroad",
      "abroad overseas international* foreign worldwide outside_the_eu other_country "
      "different_country another_country foreign_country cross_border",
      "ausland* international* weltweit im_ausland außerhalb_der_eu anderes_land "
      "ins_ausland überseeisch eu_ausland anderen_land auslandsversand*",
      "extranjero* internacional* otro_país fuera_de_españa fuera_ue al_exterior "
      "en_el_extranjero todo_el_mundo otros_países" },
    { "ship_to_country",
      "ship_to deliver_to_the ship_abroad do_you_ship ship_overseas do_you_deliver "
      "shipping_to deliver_abroad international_shipping",
      "liefert_ihr_nach liefern_sie_nach versand_nach liefert_ihr_auch versendet_ihr "
      "versenden_sie liefern_sie_auch lieferung_nach auslandsversand* liefert_ihr_in",
      "enviáis_a envían_a hacéis_envíos hacen_envíos envío_internacional "
      "envíos_internacionales enviáis_al entregáis_en envíos_a envío_a" },
    { "customs",
      "customs duty duties import import_tax import_duty import_fee import_fees "
      "clearance customs_fee customs_fees customs_charge* tariff*",
      "zoll* verzoll* einfuhrumsatzsteuer zollgebühr* importgebühr* einfuhrabgaben "
      "einfuhr einfuhrgebühr* einfuhrzoll",
      "aduan* arancel* importación tasas_de_importación derechos_de_aduana "
      "despacho_de_aduana impuestos_de_importación" },
    { "country_dach",
      "germany german_address austria switzerland swiss liechtenstein bavaria tyrol",
      "deutschland österreich* oesterreich schweiz schweizer liechtenstein südtirol "
      "tirol bayern",
      "alemania austria suiza liechtenstein baviera" },
    { "country_spain_latin",
      "spain spanish_address portugal mexico argentina chile colombia peru balearics "
      "mallorca majorca canary_islands canaries ibiza tenerife andorra",
      "spanien portugal mexiko argentinien chile kolumbien balearen mallorca kanaren "
      "kanarische* teneriffa ibiza andorra",
      "españa portugal méxico argentina chile colombia perú baleares mallorca canarias "
      "ibiza tenerife melilla ceuta andorra península" },
    { "country_english",
      "uk united_kingdom england scotland wales britain ireland great_britain "
      "northern_ireland usa united_states america canada australia new_zealand",
      "großbritannien england schottland irland vereinigtes_königreich usa amerika "
      "kanada australien neuseeland vereinigte_staaten",
      "reino_unido inglaterra escocia irlanda gran_bretaña estados_unidos eeuu canadá "
      "australia nueva_zelanda" },
    { "country_other",
      "france italy netherlands holland belgium norway sweden denmark finland poland "
      "czech* greece luxembourg iceland hungary turkey japan china nepal croatia "
      "slovenia",
      "frankreich italien niederlande* holland belgien norwegen schweden dänemark "
      "finnland polen tschechien griechenland luxemburg island ungarn türkei japan "
      "china nepal kroatien slowenien",
      "francia italia holanda países_bajos bélgica noruega suecia dinamarca finlandia "
      "polonia grecia luxemburgo islandia hungría turquía japón china nepal croacia "
      "eslovenia" },
    { "city",
      "london manchester berlin munich hamburg vienna zurich madrid barcelona paris "
      "milan dublin edinburgh cologne innsbruck lisbon seville valencia",
      "berlin münchen hamburg köln frankfurt wien zürich madrid barcelona paris "
      "mailand london stuttgart leipzig dresden innsbruck graz salzburg bern basel "
      "düsseldorf",
      "madrid barcelona sevilla bilbao zaragoza málaga berlín múnich viena zúrich "
      "parís milán londres lisboa granada murcia alicante" },

    /* Cancelling and changing one's mind. */
    { "cancel",
      "cancel cancels cancelled canceled canceling cancelling cancellation* "
      "cancelation cancle* call_off revoke* annul*",
      "stornier* storno abbestell* cancel* gecancelt rückgängig annullier* abbrechen "
      "abgebrochen",
      "cancel* anul* dar_de_baja deshacer_el_pedido revocar cansela*" },
    { "stop",
      "stop stopped stopping halt hold_back pause paused intercept* prevent",
      "stopp* gestoppt anhalten aufhalten zurückhalten abfangen pausier* aufgehalten "
      "stop",
      "parar paren pare paréis detener detened detenga* frenar intercept* pausa*" },
    { "change_mind",
      "changed_my_mind change_my_mind second_thoughts no_longer_want want_it_anymore "
      "dont_need_it no_longer_need dont_want_it no_longer_needed regret* reconsider* "
      "dont_want_them do_not_want thought_better",
      "anders_überlegt überlegt brauche_es_nicht nicht_mehr_haben will_es_nicht "
      "will_ich_nicht doch_nicht brauche_ich_nicht brauch_ich_nicht "
      "nicht_mehr_benötigt will_nicht_mehr brauche_nicht möchte_nicht_mehr "
      "umentschieden",
      "cambiado_de_opinión cambié_de_idea cambiado_de_idea no_lo_quiero ya_no_quiero "
      "no_lo_necesito ya_no_necesito me_arrepent* arrepenti* lo_he_pensado "
      "no_la_quiero no_me_interesa" },
    { "right_of_withdrawal",
      "withdraw withdrawal right_of_withdrawal right_to_withdraw cooling_off "
      "cooling_off_period withdrawal_form",
      "widerruf* widerrufsfrist vom_vertrag_zurücktreten rücktritt zurücktreten "
      "vom_kauf_zurücktreten widerrufsfrist*",
      "desist* derecho_de_desistimiento formulario_de_desistimiento retractar* "
      "derecho_de_retracto" },
    { "by_mistake",
      "by_mistake mistake mistakes accident accidentally by_accident mistakenly "
      "wrongly my_fault my_mistake my_bad erroneous* inadvertent* unintention* "
      "messed_up misclick* clicked_wrong",
      "versehen versehentlich aus_versehen irrtum irrtümlich* fälschlich* mein_fehler "
      "verklickt falsch_geklickt unabsichtlich ungewollt",
      "sin_querer por_error por_equivocación equivoqué equivocado equivoc* error_mío "
      "culpa_mía accidentalmente me_he_confundido despiste me_confundí fallo_mío "
      "equivocad*" },
    { "duplicate_order",
      "ordered_twice order_twice two_orders duplicate* double_order ordered_it_twice "
      "twice placed_twice same_order second_order",
      "zweimal_bestellt doppelt doppelte doppelbestellung* zwei_bestellungen "
      "zwei_mal_bestellt zweimal zweite_bestellung 2x_bestellt doppelt_bestellt",
      "dos_veces duplicad* pedido_doble dos_pedidos repetid* por_duplicado "
      "segundo_pedido doble" },
    { "add_to_order",
      "add added adding add_to include included combine combined merge combine_orders "
      "additional_item also_want join",
      "hinzufüg* dazu ergänz* zusammenlegen zusammenfass* noch_etwas dazulegen "
      "zusätzlich* nachbestell* mitbestell* dazubestell*",
      "añad* agreg* inclu* juntar unir unificar otro_artículo combinar sumar" },
    { "remove_item",
      "remove removed removing take_out take_off leave_out drop_the without_the "
      "exclude* take_it_off",
      "entfern* rausnehmen herausnehmen streichen löschen_den weglassen raus_nehmen "
      "gestrichen wegnehmen",
      "quitar quita quiten eliminar_el eliminar_un sacar retirar retirad* excluir "
      "quitéis" },
    { "colour",
      "colour* color colors colored red blue black white grey gray brown orange yellow "
      "purple pink olive",
      "farbe* farblich* farbig* rot rote roten rotes blau* schwarz* weiß weiße weißen "
      "braun* gelb* lila rosa grün grüne grünen oliv* orange grau graue grauen grauer "
      "graues",
      "colores color rojo roja azul azules negr* blanc* gris grises marrón amarill* "
      "morad* rosa naranja verde verdes" },

    /* Wrong and missing goods. */
    { "wrong",
      "wrong wrongly incorrect* wong mistaken not_right isnt_right",
      "fehlerhaft* verkehrt* inkorrekt* nicht_richtig falch falsch falsche falschen "
      "falscher falsches falschem",
      "equivocad* incorrect* erróne* mal_enviado no_es_correcto errado equivocado" },
    { "not_as_ordered",
      "not_what_i different_item different_product wrong_item wrong_product "
      "wrong_colour wrong_color wrong_size instead_of ordered_a_different "
      "got_a_different someone_elses not_mine didnt_order never_ordered mixed_up "
      "mix_up",
      "nicht_bestellt falscher_artikel falsche_farbe falsche_größe falsches_produkt "
      "falschen_artikel anstatt statt stattdessen verwechs* anderes_bekommen "
      "was_anderes vertauscht falsch_geliefert etwas_anderes anderer_artikel "
      "falschlieferung* verwechslung",
      "lo_que_pedí no_pedí otro_producto otro_artículo otra_talla otro_color "
      "en_lugar_de en_vez_de talla_equivocada color_equivocado producto_equivocado "
      "artículo_equivocado otra_cosa no_corresponde talla_que_no" },
    { "not_as_described",
      "not_as_described not_as_pictured looks_different than_described doesnt_match "
      "does_not_match misleading as_advertised different_from_the picture photo_shows "
      "expected from_the_picture than_expected",
      "nicht_wie_beschrieben entspricht_nicht beschrieben anders_als sieht_anders "
      "abweich* weicht_ab wie_abgebildet abgebildet irreführend anders_aus "
      "als_erwartet auf_dem_foto",
      "no_coincide no_es_como no_se_corresponde no_corresponde diferente_a distinto_a "
      "distinta_a engañosa* en_la_foto descripción esperaba" },
    { "missing",
      "missing missed_out absent not_included wasnt_included not_in_the not_in_there "
      "left_out wasnt_in isnt_in_the misssing forgot_to_include werent_in",
      "fehlt fehlen fehlte fehlten fehlend* gefehlt nicht_dabei nicht_enthalten "
      "nicht_drin war_nicht_drin nicht_beigelegt vergessen_beizulegen "
      "nicht_mitgeliefert felt",
      "falta faltan faltaba faltaban faltante* no_venía no_viene no_estaba no_incluye "
      "no_incluía no_estaba_incluido se_os_olvidó olvidado_incluir ausencia" },
    { "incomplete",
      "incomplete* only_one only_received_one only_got_one only_two one_of_two "
      "of_the_two not_complete not_all half_of short_of rest_is_missing not_everything "
      "instead_of_two",
      "unvollständig* unkomplett nur_eins nur_einer nur_eine nur_ein nicht_alles "
      "nur_die_hälfte nicht_vollständig nicht_komplett zu_wenig statt_zwei nur_einen",
      "incompleto* incompleta* solo_uno solo_una solo_un falta_uno falta_una "
      "no_está_completo solo_la_mitad no_está_todo de_los_dos" },
    { "empty_box",
      "empty empty_box empty_parcel nothing_inside nothing_in_it empty_package "
      "opened_box already_open was_open resealed tampered",
      "leeres_paket leerer leere leeres nichts_drin geöffnet_worden aufgerissen "
      "war_offen bereits_geöffnet leerer_karton schon_offen ist_leer war_leer",
      "vacío vacía vacíos caja_vacía paquete_vacío nada_dentro sin_nada_dentro "
      "estaba_abierto abierto_el_paquete precinto manipulad*" },
    { "packing_list",
      "packing_slip packing_list delivery_note enclosed contents slip packing",
      "lieferschein* packzettel beipackzettel packliste inhalt inhalts",
      "albarán albaranes nota_de_entrega lista_de_contenido contenido" },
    { "accessory_part",
      "part parts screw screws strap straps buckle* clip clips peg pegs pole poles cap "
      "lid cable charger insole* laces cover insole",
      "einzelteil* schraube* riemen gurt gurte schnalle* clip hering heringe stange* "
      "deckel kabel ladegerät* einlegesohle* schnürsenkel zubehör zubehörteil*",
      "piezas tornillo* correa* hebilla* piqueta* varilla* tapa tapón cable cargador* "
      "plantilla* cordón cordones accesorio* funda" },
    { "used_goods",
      "used worn second_hand already_used not_new looks_used previously_worn dirty "
      "stained stain stains someone_has_worn hairs returned_item",
      "gebraucht* benutzt* getragen* nicht_neu bereits_getragen schmutzig* dreckig* "
      "verschmutzt* fleck* gebrauchsspur* rückläufer",
      "usad* segunda_mano no_es_nuevo no_era_nuevo suci* mancha* parece_usado ya_usado "
      "estrenad* puesto_antes" },

    /* Damage and defects. */
    { "damaged",
      "damaged damages damage damaging broken broke break smashed cracked crack "
      "shattered bust busted dmged brocken in_pieces",
      "beschädig* kaputt* defekt* zerbroch* gebrochen bruch zerstört* gesprungen "
      "lädiert* zerkratzt demoliert im_eimer kapput* hinüber beschaedig* *schaden "
      "transportschaden* transportschäden",
      "daña* dañe* daño* rota rotos rotas roto rompi* romper desperfecto* estropea* "
      "quebrad* golpead* hecho_polvo destroza*" },
    { "damaged_in_transit",
      "damaged_in_transit arrived_damaged transport_damage damaged_in_shipping "
      "arrived_broken came_broken shipping_damage damaged_on_arrival damaged_during "
      "damaged_parcel damaged_package box_was_damaged",
      "transportschaden* beschädigt_angekommen kaputt_angekommen transportschäden "
      "beim_transport beschädigt_geliefert defekt_angekommen während_des_transports "
      "karton_beschädigt paket_beschädigt auf_dem_transport",
      "llegado_roto llegó_roto llegado_rota llegó_rota llegó_dañado llegado_dañado "
      "daños_de_transporte durante_el_transporte en_el_transporte caja_rota "
      "paquete_roto caja_golpeada llegado_golpeado" },
    { "crushed",
      "crushed dented dent dents squashed bent scratched scratch scratches crumpled "
      "battered bashed torn_open scuff*",
      "zerdrückt* eingedrückt* verbeult* beule beulen delle dellen gequetscht* "
      "verbogen* kratzer zerkratzt* verkratzt* zerknittert* eingedellt schramme* "
      "zerkratzt",
      "aplastad* abollad* chafad* doblad* rayad* raya rayas rayón arrugad* abollón "
      "machacad* arañazo* arañad*" },
    { "packaging",
      "packaging packed padding bubble_wrap wrapped wrapping packing_material "
      "original_packaging badly_packed repack* poorly_packed",
      "verpack* originalverpackung ovp eingepackt polsterung umverpackung "
      "schlecht_verpackt umkarton packmaterial",
      "embalaje* empaquet* envoltorio embalad* envuelt* mal_embalado embalaje_original "
      "caja_original precint* precinto" },
    { "leaking",
      "leak* drip* spilled seeps seeping lets_water water_gets_in soaked got_wet "
      "wet_inside",
      "undicht* tropft ausgelaufen läuft_aus rinnt wasser_dringt wasser_kommt "
      "durchnässt* nass nässt leckt leck auslaufen auslaufend*",
      "fuga fugas gotea* pierde_agua entra_agua entra_el_agua cala calad* se_cala "
      "filtra* mojad* pierde_líquido" },
    { "defect",
      "defect* faulty fault faults malfunction* dud lemon defunct dead dead_on_arrival "
      "manufacturing_defect quality_issue flaw flaws flawed",
      "defekt* mangel mangelhaft* fehlerhaft* fabrikationsfehler produktionsfehler "
      "materialfehler funktionsstörung qualitätsmangel herstellungsfehler "
      "verarbeitungsfehler mangelhafte",
      "defect* avería* fallo_de_fábrica tara tarad* de_fábrica defecto_de_fabricación "
      "mal_funcionamiento" },
    { "not_working",
      "doesnt_work not_working dont_work isnt_working wont_work stopped_working "
      "stops_working does_not_work didnt_work wont_turn_on wont_start no_longer_works "
      "wont_switch_on doesnt_light not_charging wont_charge doesnt_turn_on",
      "funktioniert_nicht geht_nicht funktionieren_nicht geht_nimmer geht_nicht_mehr "
      "geht_nicht_an funktioniert_nimmer springt_nicht_an lädt_nicht "
      "nicht_funktioniert läuft_nicht tut_nicht gehen_nicht streikt funzt_nicht",
      "no_funciona no_funcionan dejó_de_funcionar dejado_de_funcionar no_enciende "
      "no_va no_arranca no_carga no_se_enciende no_sirve ya_no_funciona no_me_funciona "
      "no_prende no_marcha" },
    { "working",
      "work works worked working function* operat* runs",
      "funktionier* läuft klappt geht_wieder betrieb",
      "func* marcha anda sirve" },
    { "seam",
      "seam seams stitch stitches stitching stitched sewn sewing thread threads "
      "unravel* frayed fray fraying",
      "nahtstelle* faden genäht* nähen ausgefranst* franst aufgegangene *naht *nähte "
      "naehte",
      "costura* cosid* hilo hilos descosid* descose* coser deshilach* puntada*" },
    { "zip",
      "zip zips zipper* zipped slider zip_puller ziper",
      "reißverschluss* rv zipper zip schieber *reißverschluss verschluss "
      "ersatzreißverschluss",
      "cremallera* cierre cierres cursor zíper" },
    { "sole",
      "sole soles outsole* heel heels tread",
      "sohle* laufsohle* absatz *sohle *sohlen ferse profilsohle* einlegesohle*",
      "suela* entresuela* tacón tacones talón" },
    { "delaminate",
      "delaminat* peel peels peeling peeled detach* coming_off came_off comes_off "
      "come_off unglued glue glued falling_off fell_off coming_apart come_apart "
      "falling_apart fell_apart bubbling flaking",
      "löst_sich ablöst* abgelöst* gelöst ablösen ablösung* abgegangen geht_ab "
      "lösen_sich klebt_nicht kleber delaminier* abgeblättert blättert löste_sich "
      "auseinander abgefallen",
      "despeg* se_despega despren* pelando pegamento desencol* suelta* se_cae_a "
      "se_deshace delamin* desconch* descolad* descoló" },
    { "tear_hole",
      "tear tears tore torn ripped rip rips hole holes split slit puncture* pierced "
      "burst",
      "riss risse rissen gerissen eingerissen* zerrissen* reißt loch löcher "
      "aufgeplatzt* geplatzt platzt geschlitzt aufgeschlitzt gelocht loecher",
      "rasg* desgarr* agujer* rotura* roto_por revent* rajad* raja pinchad* pinchazo "
      "rajó" },
    { "wear_and_tear",
      "wear wear_and_tear worn_out worn_down after_a_few after_one_use after_two "
      "after_only after_months wore_out barely_used used_it_once first_use "
      "first_time_i hardly_used lasted after_three",
      "verschleiß* abgenutzt* abnutz* verschlissen* nach_wenigen nach_einmaligem "
      "abgelaufen* durchgelaufen* nach_kurzer kaum_benutzt nach_nur kaum_getragen "
      "erst_zweimal gehalten nach_zwei",
      "desgast* uso_normal al_poco después_de_usar gastad* tras_pocos apenas_usado "
      "primer_uso los_pocos_días recién_estrenado poco_uso en_poco_tiempo envejec*" },
    { "smell_mould",
      "smell smells smelly stink* odour odor mould mold mouldy moldy musty",
      "riecht geruch gerüche stinkt schimmel* muffig* verschimmelt* müffelt stinken "
      "stinkende*",
      "huele olor olores apest* moho mohos* enmohecid* peste" },
    { "fade_shrink",
      "fade fades faded discolour* discolor* shrunk shrink* shrank bled bleed pilling "
      "pills lost_its_shape stretched_out bobbl*",
      "ausgebleicht* verblasst* verfärb* eingelaufen* einlaufen geschrumpft* schrumpf* "
      "abgefärbt färbt pilling ausgeleiert ausgeblichen*",
      "desteñ* descolor* encog* bolitas dado_de_sí deforma* decolor* destiñe destiñó "
      "destiñen" },
    { "safety_danger",
      "danger* unsafe hazard* injur* hurt burned burnt fire smoke explode* "
      "accident_with recall recalled fell bleeding risk risky injury",
      "gefährlich* gefahr unsicher* verletz* verbrannt* feuer rauch explodier* "
      "rückruf* brand_gefahr brandgefahr sturz gestürzt sicherheitsrisiko unsicher "
      "verletzung",
      "peligr* insegur* herid* lesion* quemad* fuego humo explot* incendio "
      "retirada_de_producto caída me_caí riesgo* lesión" },
    { "photo_evidence",
      "photo photos picture pictures pics pic image images attached attachment* "
      "screenshot* video see_attached",
      "foto fotos bild bilder anhang angehängt anbei screenshot* video beigefügt* "
      "anlage im_anhang",
      "foto fotos imagen imágenes adjunt* captura* vídeo fotografía*" },

    /* Returns. */
    { "return",
      "return returns returned returning retun* returnable send_back sent_back "
      "sending_back send_it_back sent_it_back give_back bring_back send_them_back "
      "sent_them_back",
      "rücksend* ruecksend* zurücksend* zurückschick* zurückgeschickt zurückgesendet "
      "zurückgeben zurückgegeben rückgabe* retour* zurück_schicken zurück_geben "
      "zurücksenden_kann zurueck* rueckgabe* rücksendekosten rücksendeetikett* "
      "rücksendeschein* rücksendelabel* rücksendeformular* rücksendefrist* "
      "rücksendegebühr* rückgabefrist* rückgaberecht* rückgabezeit* retourenlabel* "
      "retourenschein* retourlabel retourenetikett* retourenaufkleber retourenstatus "
      "retourenkosten zurueckerstatt* zurueckzahl*",
      "devol* devuel* regres* retorn* enviar_de_vuelta mandar_de_vuelta "
      "enviado_de_vuelta" },
    { "return_label",
      "return_label return_labels returns_label return_slip return_form return_sticker "
      "shipping_label prepaid_label label labels return_code qr_code print_the_label "
      "rma",
      "rücksendeetikett* retourenlabel* retourenschein* rücksendeschein* "
      "rücksendelabel* etikett* label* retourlabel paketschein* versandlabel* "
      "versandetikett* retourenetikett* retourenaufkleber qr_code aufkleber "
      "rücksendeformular* *etikett *label",
      "etiqueta* etiqueta_de_devolución formulario_de_devolución código_de_devolución "
      "código_qr resguardo imprimir_la_etiqueta pegatina_de_devolución" },
    { "return_period",
      "return_period return_policy return_window within_14 within_30 14_days 30_days "
      "deadline_to_return time_to_return return_deadline still_return days_to_return",
      "rückgabefrist* rückgaberecht* 14_tage 30_tage widerrufsfrist* rückgabezeit* "
      "innerhalb_von umtauschfrist* noch_zurückgeben noch_zurückschicken "
      "rücksendefrist* 14_tagen 30_tagen widerrufsfrist",
      "plazo_de_devolución plazo_para_devolver política_de_devolución "
      "política_de_devoluciones días_para_devolver 14_días 30_días dentro_del_plazo "
      "fuera_de_plazo fuera_del_plazo plazo" },
    { "return_arrived",
      "return_arrived received_my_return got_my_return return_received parcel_back "
      "return_status my_return return_shipment returned_parcel",
      "retoure_angekommen rücksendung_angekommen rücksendung_erhalten retoure_erhalten "
      "meine_retoure meine_rücksendung retourenstatus retoure_eingegangen rückläufer* "
      "zurück_bei_euch rückläufer",
      "devolución_recibida recibido_mi_devolución recibido_la_devolución mi_devolución "
      "llegado_la_devolución paquete_devuelto recibisteis_la_devolución" },
    { "return_cost",
      "return_cost return_costs return_shipping pay_for_return return_fee "
      "return_postage cost_of_return who_pays pay_return free_return",
      "rücksendekosten rückversand* retourenkosten kostenlos_zurück "
      "kosten_der_rücksendung wer_zahlt rücksendung_kostenlos rücksendegebühr* "
      "retoure_kostenlos wer_trägt",
      "gastos_de_devolución coste_de_devolución quién_paga devolución_gratuita "
      "devolución_gratis devoluciones_gratuitas portes_de_devolución" },
    { "return_reason_unused",
      "unused unworn tags_on with_tags original_condition never_worn not_worn unopened "
      "tried_on tag_still tags tried_it_on",
      "ungetragen* unbenutzt* originalzustand mit_etikett ungeöffnet* nie_getragen "
      "nur_anprobiert anprobier* neuwertig* nicht_getragen",
      "sin_usar sin_estrenar sin_abrir con_etiquetas estado_original nunca_usado "
      "sin_etiquetas probado_en_casa me_lo_probé nuevo_sin" },
    { "dont_like",
      "dont_like do_not_like didnt_like not_happy_with doesnt_suit not_my_style "
      "not_for_me doesnt_look_good dislike* what_i_expected",
      "gefällt_nicht gefällt_mir_nicht gefallen_nicht steht_mir_nicht nicht_mein_ding "
      "nicht_das_richtige sagt_mir_nicht gefallen_mir_nicht nicht_mein_geschmack",
      "no_me_gusta no_me_gustan no_me_gustó me_ha_gustado no_me_convence "
      "lo_que_esperaba no_mi_estilo no_me_sienta" },

    /* Exchange and sizes. */
    { "exchange",
      "swap swapped swapping trade_in different_size another_size other_size exchang* "
      "bigger_size smaller_size",
      "umtausch* umzutauschen tausch* getauscht eintausch* austausch* umgetauscht "
      "andere_größe größere kleinere anderen_größe ausgetauscht andere_groesse "
      "groessere umtauschfrist*",
      "cambio cambiar cambiarlo cambiarla cambiarlos cambiarlas canje* intercambi* "
      "otra_talla cambio_de_talla cambiármelo por_otra" },
    { "size",
      "size sizes sizing sized size_chart size_guide siz",
      "größe* groesse* schuhgröße* konfektionsgröße* kleidergröße* *größe *größen "
      "schuhgroesse*",
      "talla* tamaño* guía_de_tallas tabla_de_tallas número_de_pie" },
    { "size_letter",
      "xs s m l xl xxl xxxl medium extra_large extra_small",
      "xs s m l xl xxl xxxl medium",
      "xs s m l xl xxl xxxl pequeñ* mediana grande grandes" },
    { "shoe_size_number",
      "size_36 size_37 size_38 size_39 size_40 size_41 size_42 size_43 size_44 size_45 "
      "size_46 uk_size eu_size us_size half_size half_a_size",
      "größe_36 größe_37 größe_38 größe_39 größe_40 größe_41 größe_42 größe_43 "
      "größe_44 größe_45 größe_46 halbe_nummer halbe_größe eu_größe nummer_größer "
      "nummer_kleiner",
      "talla_36 talla_37 talla_38 talla_39 talla_40 talla_41 talla_42 talla_43 "
      "talla_44 talla_45 talla_46 media_talla número_más número_menos una_talla_más "
      "una_talla_menos" },
    { "too_small",
      "too_small to_small runs_small smaller_than too_short too_tight comes_up_small "
      "size_up one_size_up size_bigger bigger too_narrow pinches a_bit_small bit_tight",
      "zu_klein fällt_klein zu_kurz zu_eng zu_schmal nummer_größer größer kneift "
      "spannt eng kleiner_als fallen_klein drückt_vorne drückt_am drückt_an drücken_an "
      "drücken_vorne",
      "demasiado_pequeñ* muy_pequeñ* queda_pequeñ* me_aprieta aprieta* talla_más "
      "muy_corto muy_just* quedan_pequeñ* más_grande demasiado_corto me_queda_corto "
      "talla_pequeño estrech*" },
    { "too_big",
      "too_big to_big too_large runs_large runs_big too_long too_wide too_loose "
      "size_down one_size_down smaller baggy too_baggy comes_up_big a_bit_big",
      "zu_groß fällt_groß zu_lang zu_weit zu_breit nummer_kleiner kleiner schlabbert "
      "fällt_weit zu_locker rutsche_ich fallen_groß",
      "demasiado_grande* muy_grande* queda_grande quedan_grandes talla_menos muy_largo "
      "muy_ancho más_pequeñ* holgad* demasiado_largo demasiado_ancho queda_larg*" },
    { "fit",
      "fit fits fitted fitting fitment true_to_size wear_size cut slim_fit regular_fit "
      "doesnt_fit dont_fit does_not_fit didnt_fit",
      "passt passen passte passform* gepasst sitzt schnitt passt_nicht passen_nicht "
      "fällt_aus fallen_aus normal_aus faellt_aus",
      "me_queda me_quedan queda_bien horma corte ajust* me_va_bien encaja* sienta "
      "sientan no_me_vale no_me_valen quedar" },
    { "big_small_words",
      "big small large little tiny huge wide narrow tight loose short tall bulky",
      "groß großer großes klein* breit* schmal* weit weite lang lange langer winzig* "
      "riesig* kurz kurze kurzer kurzes kurzen kleinere kleiner",
      "grande grandes pequeñ* ancho anchos ancha corto corta largo larga estrech* "
      "enorme* diminut* chico chica chicos" },

    /* Money back and payment. */
    { "refund",
      "refund refunds refunded refunding refundable refnd money_back reimburs* "
      "get_my_money want_my_money repay repaid pay_me_back",
      "rückerstatt* erstatt* rueckerstatt* rückzahl* geld_zurück zurückzahl* "
      "zurückgezahlt zurücküberwiesen rückvergüt* geld_wieder zurückerstattet "
      "zurueckerstatt* zurueckzahl* geld_zurueck rueckzahl*",
      "reembols* devolver_el_dinero devolución_del_dinero devuelvan_el_dinero "
      "devolver_el_importe devolver_mi_dinero dinero_de_vuelta reintegr* reenbolso "
      "devolvedme_el_dinero devolución_del_importe" },
    { "refund_missing",
      "no_refund refund_not is_my_refund still_no_refund havent_been_refunded "
      "not_been_refunded waiting_for_refund waiting_for_my not_refunded refund_hasnt "
      "refund_status still_waiting_for",
      "noch_kein_geld kein_geld keine_erstattung ist_mein_geld geld_noch_nicht "
      "erstattung_noch_nicht wo_bleibt_mein nicht_erstattet gutschrift_fehlt "
      "noch_nicht_erstattet wo_bleibt_die",
      "sin_reembolso me_habéis_devuelto sigo_sin_reembolso está_mi_dinero "
      "reembolso_pendiente me_han_devuelto el_dinero_no sin_el_dinero "
      "falta_el_reembolso" },
    { "money",
      "money cash sum funds dosh",
      "geld kohle bargeld knete summe",
      "dinero plata efectivo fondos mi_pasta la_pasta" },
    { "amount",
      "amount amounts total sum balance_due figure subtotal difference",
      "betrag beträge summe gesamtbetrag gesamtsumme differenz differenzbetrag "
      "teilbetrag restbetrag",
      "importe* cantidad suma monto diferencia cuantía subtotal" },
    { "currency",
      "euro euros eur dollar* usd pound pounds gbp quid chf francs cents pence bucks "
      "pesos",
      "euro euros eur dollar* pfund franken chf cent rappen",
      "euro euros eur dólar* libras pesos francos céntimo* chf usd" },
    { "bank",
      "bank banks banking bank_account iban bic sort_code account_number savings_bank",
      "bank banken bankkonto bankverbindung* iban bic sparkasse* girokonto kontonummer "
      "kontodaten volksbank",
      "banco bancos iban cuenta_bancaria bic número_de_cuenta entidad_bancaria "
      "bancari* caja_de_ahorros" },
    { "bank_statement",
      "statement statements bank_statement online_banking on_my_account card_statement "
      "in_my_account credited",
      "kontoauszug* kontobewegung* auf_meinem_konto abrechnung* "
      "kreditkartenabrechnung* umsatz umsätze gutgeschrieben",
      "extracto* movimientos en_mi_cuenta estado_de_cuenta banca_online apunte "
      "abonado_en_cuenta" },
    { "transfer",
      "transfer transfers transferred transferring wire wired bank_transfer "
      "wire_transfer sepa",
      "überweis* ueberweis* überwiesen banküberweisung* sepa echtzeitüberweisung "
      "zahlungseingang",
      "transferencia* transferir transferí transferid* giro ingreso ingresé ingresad* "
      "sepa bizum" },
    { "pay",
      "pay pays paid paying payed payment payments payd",
      "zahle zahlen zahlt zahlte gezahlt bezahl* zahlung* beglichen begleich* "
      "abbezahl* bezahlvorgang bezahlmethode* bezahlart* zahlungseingang zahlungsart* "
      "zahlungsmethode* zahlungsmöglichkeit* zahlungsmittel* zahlungsoption* "
      "zahlungsziel zahlungserinnerung* zahlungsverzug",
      "pago pagos pagar pagué pagad* paga pagamos pagan abonar aboné abonad*" },
    { "charge_debit",
      "charge charged charges charging debited debit debits taken_from took_money "
      "money_taken billed deducted",
      "abgebucht abbuch* abgezogen eingezogen einzug abgeht abgegangen_vom kassiert "
      "belastet belastung* belastete",
      "cobro* cobra* cargo cargos adeud* débito me_han_cobrado cargaron cargado_en "
      "cargado_dos descontar descontado* descontaron" },
    { "charged_twice",
      "charged_twice charged_two double_charge* charged_double paid_twice billed_twice "
      "two_charges twice_for debited_twice double_payment charged_again two_payments "
      "taken_twice",
      "doppelt_abgebucht zweimal_abgebucht doppelt_bezahlt zweimal_bezahlt "
      "doppelt_belastet zwei_abbuchungen doppelte_abbuchung doppelt_berechnet "
      "zweimal_belastet doppelt_eingezogen doppelte_zahlung 2x_abgebucht",
      "cobrado_dos_veces cobrado_doble doble_cobro cobro_doble pagado_dos_veces "
      "dos_cargos dos_cobros cargo_duplicado cobro_duplicado pagué_dos_veces "
      "me_cobraron_dos cargo_doble cobrado_2_veces" },
    { "overcharged",
      "overcharge* charged_too_much wrong_amount too_much_money more_than_i "
      "charged_more wrong_price price_difference charged_for_something "
      "incorrect_amount charged_the_full",
      "zu_viel_abgebucht zu_viel_berechnet falscher_betrag zuviel mehr_abgebucht "
      "zu_viel_bezahlt falscher_preis zu_hoch preisunterschied stimmt_der_betrag "
      "zu_viel_gezahlt",
      "cobrado_de_más importe_incorrecto cobraron_de_más precio_incorrecto cobrado_más "
      "importe_equivocado pagado_de_más precio_distinto cobro_indebido más_de_lo" },
    { "pending",
      "pending reserved reservation_on_my authoris* authoriz* pre_authorisation "
      "hold_on_my provisional",
      "vorgemerkt* reserviert reservierung* ausstehend* autorisierung* schwebend* "
      "offen offene vormerkung*",
      "pendiente* retención autoriza* preautoriza* provisional retenid* en_trámite" },
    { "card",
      "card cards credit_card debit_card visa mastercard amex creditcard",
      "karte karten kreditkarte* debitkarte* visa mastercard ec_karte girokarte* "
      "bankkarte* kreditkartenabrechnung*",
      "tarjeta* visa mastercard tarjeta_de_crédito tarjeta_de_débito" },
    { "payment_failed",
      "declined rejected payment_failed refused doesnt_accept not_accepted wont_accept "
      "payment_error payment_wont card_declined not_go_through didnt_go_through "
      "wont_go_through cant_pay insufficient_funds unable_to_pay payment_not",
      "abgelehnt* zahlung_fehlgeschlagen nicht_akzeptiert wird_abgelehnt "
      "zurückgewiesen zahlung_nicht kann_nicht_bezahlen zahlung_abgebrochen "
      "nicht_zahlen fehlgeschlagen* zahlung_klappt rücklastschrift*",
      "rechaza* pago_fallido denegad* no_acepta no_deja_pagar pago_rechazado "
      "error_de_pago no_puedo_pagar no_se_procesa no_pasa declinad* deniega" },
    { "paypal_wallet",
      "paypal apple_pay google_pay klarna amazon_pay e_wallet wallet stripe twint "
      "revolut",
      "paypal apple_pay google_pay klarna amazon_pay sofortüberweisung twint giropay "
      "käuferschutz eps sofort_überweisung",
      "paypal apple_pay google_pay klarna amazon_pay bizum monedero mercado_pago" },
    { "payment_method",
      "payment_method payment_methods payment_option* ways_to_pay pay_by pay_with "
      "payment_type methods_of_payment",
      "zahlungsart* zahlungsmethode* zahlungsmöglichkeit* bezahlmethode* bezahlart* "
      "zahlweise* zahlungsmittel* wie_bezahlen zahlungsoption*",
      "método_de_pago métodos_de_pago forma_de_pago formas_de_pago medios_de_pago "
      "medio_de_pago modo_de_pago opciones_de_pago pagar_con" },
    { "pay_by_invoice",
      "pay_on_account pay_by_invoice on_invoice pay_later payment_on_account "
      "purchase_on_account after_delivery",
      "auf_rechnung kauf_auf_rechnung rechnungskauf per_rechnung zahlungsziel "
      "später_bezahlen später_zahlen ratepay",
      "pago_con_factura pagar_con_factura pagar_después pago_aplazado con_factura "
      "pagar_más_tarde a_cuenta" },
    { "direct_debit",
      "direct_debit mandate standing_order sepa_mandate autopay auto_debit",
      "lastschrift* bankeinzug einzugsermächtigung* sepa_lastschrift dauerauftrag* "
      "sepa_mandat* mandat",
      "domicilia* recibo_domiciliado adeudo_directo mandato orden_permanente "
      "débito_automático" },
    { "instalments",
      "instalment* installment* pay_monthly monthly_payment* financing finance "
      "spread_the_cost in_three credit_check payment_plan",
      "raten ratenzahlung* ratenkauf finanzierung* finanzieren in_raten monatsrate* "
      "teilzahlung* bonität* schufa monatliche_rate eine_rate teilzahlung",
      "cuota cuotas plazos a_plazos financia* fraccionad* pago_fraccionado "
      "mensualidad*" },
    { "cash_on_delivery",
      "cash_on_delivery pay_on_delivery pay_cash prepay* in_advance advance_payment "
      "cod",
      "nachnahme* barzahlung* vorkasse* vorauskasse vorabüberweisung bar_bezahlen "
      "vorauszahlung*",
      "contra_reembolso contrareembolso en_efectivo pago_anticipado por_adelantado "
      "al_contado" },
    { "reminder_debt",
      "reminder* dunning overdue_invoice collection_agency debt debt_collect* late_fee "
      "unpaid owe owed outstanding final_notice",
      "mahnung* mahngebühr* mahnschreiben zahlungserinnerung* inkasso* schulden "
      "schulde zahlungsverzug gemahnt unbezahlt* offene_rechnung rückstand",
      "recordatorio_de_pago deuda* impagad* impago requerimiento_de_pago moroso* "
      "cobrador* deber debo recargo_por_mora mora" },
    { "chargeback",
      "chargeback* charge_back dispute disputed buyer_protection block_the_payment "
      "reverse_the_payment reversed",
      "rückbuchung* zurückbuchen rückbuchen zurückgebucht chargeback käuferschutz* "
      "zurück_buchen lastschrift_zurück käuferschutz",
      "contracargo* disputa* retroceder_el_cargo devolver_el_recibo retrocesión "
      "chargeback" },
    { "fraud",
      "fraud* scam* fake phishing suspicious not_authorised unauthoris* unauthoriz* "
      "someone_used hacked unknown_charge dont_recognise dont_recognize rip_off "
      "didnt_make",
      "betrüg* abzocke* fake phishing verdächtig* unbefugt* gehackt* abgezockt "
      "unseriös* unbekannte_abbuchung unberechtigt* fakeshop",
      "fraude* estafa* timo timad* phishing sospechos* no_autorizad* hackead* engaño "
      "cargo_desconocido no_reconozco suplantación falso" },
    { "fee",
      "fee fees surcharge* extra_charge extra_cost* additional_cost* hidden "
      "handling_fee commission",
      "gebühr* zuschlag* zusatzkosten extrakosten versteckte aufpreis* "
      "bearbeitungsgebühr* provision gebuehr* *gebühr *gebühren liefergebühr* "
      "versandgebühr* zustellgebühr* zollgebühr* importgebühr* einfuhrgebühr* "
      "rücksendegebühr* mahngebühr*",
      "comisión comisiones tasa tasas recargo* coste_adicional costes_adicionales "
      "gastos_adicionales gastos coste_extra" },
    { "deposit",
      "deposit deposits down_payment security_deposit part_payment",
      "anzahlung* kaution pfand angezahlt einzahlung* teilzahlung",
      "depósito fianza señal entrada_de anticipo señal_de_pago" },
    { "credit_note",
      "credit_note store_credit credited credit_memo credit_slip goodwill compensation "
      "compensate*",
      "gutschrift* gutgeschrieben kulanz* entschädig* wiedergutmachung ausgleich "
      "kompensation* entgegenkommen*",
      "abono* nota_de_crédito vale_de_compra compensa* indemniza* crédito_en "
      "saldo_a_favor nota_de_abono" },

    /* Invoice and tax. */
    { "invoice",
      "invoice invoices bill bills receipt* proof_of_payment invoce till_receipt "
      "sales_slip",
      "rechnung* beleg belege quittung* kassenbon* kassenzettel bon rechnungsadresse* "
      "rechnungskauf rechnungskorrektur*",
      "factura* recibo* tique ticket_de_compra comprobante* justificante* tiquet" },
    { "invoice_correct",
      "invoice_wrong wrong_invoice correct_invoice corrected_invoice amend_the_invoice "
      "wrong_name_on name_on_the change_the_invoice invoice_again new_invoice "
      "invoice_without",
      "rechnung_falsch rechnung_ändern rechnungskorrektur* rechnung_korrigieren "
      "neue_rechnung rechnung_umschreiben falsche_rechnung rechnung_anpassen "
      "korrigierte_rechnung rechnung_stimmt auf_der_rechnung",
      "factura_incorrecta corregir_la_factura rectificativa factura_rectificativa "
      "modificar_la_factura nueva_factura factura_mal cambiar_la_factura error_en_la "
      "factura_corregida" },
    { "vat_tax",
      "vat tax taxes vat_number tax_id taxed tax_free tax_number vat_id net_price "
      "reverse_charge",
      "mwst mehrwertsteuer* umsatzsteuer* ust steuer* ust_id uid umsatzsteuer_id "
      "vorsteuer* nettopreis netto brutto finanzamt",
      "iva impuesto* nif cif fiscal fiscales hacienda datos_fiscales rfc número_fiscal "
      "exento_de_iva intracomunitari*" },
    { "company",
      "company business firm corporate organisation organization club school b2b ltd "
      "business_customer association",
      "firma* unternehmen* gmbh betrieb geschäftskunde* gewerb* schule firmenkunde* "
      "organisation kanzlei verein vereine vereins",
      "empresa* sociedad negocio* compañía club asociación colegio corporativ* "
      "persona_jurídica autónomo autónoma autónomos" },
    { "bulk_order",
      "bulk wholesale bulk_order large_order large_quantity quantity_discount "
      "group_order quote quotation for_our_team",
      "großbestellung* sammelbestellung* mengenrabatt* großhandel* angebot_für "
      "großmenge* staffelpreis* gruppenbestellung* händler* größere_menge",
      "al_por_mayor mayorista* pedido_grande gran_cantidad presupuesto_para "
      "por_volumen pedido_grupal cantidades_grandes compra_grupal cotización" },

    /* Prices, discounts and gifts. */
    { "price",
      "price prices priced pricing costs cost retail_price",
      "preis preise preislich kosten kostet preisliste* verkaufspreis*",
      "precio* coste costes cuesta cuestan costo tarifa tarifas vale_cuánto" },
    { "cheap",
      "cheap cheaper cheapest affordable budget low_cost bargain inexpensive",
      "billig* günstig* preiswert* guenstig* schnäppchen* preisgünstig* erschwinglich*",
      "barat* económic* asequible* ganga bajo_coste low_cost chollo" },
    { "expensive",
      "expensive pricey dear costly overpriced too_expensive steep",
      "teuer teure* überteuert* kostspielig* zu_teuer happig gesalzen",
      "caro cara caros caras costos* carísim* precio_elevado excesivo" },
    { "discount",
      "discount* reduction off_code percent percent_off rebate sales promo promotion* "
      "offer offers deal deals reduced special_offer black_friday on_sale the_sale "
      "sale_price in_sale",
      "rabatt* nachlass prozent reduziert* aktion aktionen ermäßig* sonderangebot* "
      "angebot angebote skonto schlussverkauf ausverkauf promo black_friday sale "
      "vergünstig* *rabatt rabattcode* rabattkupon mengenrabatt* studentenrabatt",
      "descuento* rebaja* promo promoción promociones oferta ofertas por_ciento "
      "black_friday ofertón bonificación" },
    { "coupon_code",
      "code codes coupon* voucher_code promo_code discount_code coupon_code promocode",
      "code codes gutscheincode* rabattcode* aktionscode* coupon* gutscheinnummer* "
      "promocode rabattkupon",
      "código* cupón cupones código_de_descuento código_promocional código_descuento" },
    { "code_not_working",
      "code_doesnt_work code_invalid invalid_code code_not code_expired code_wont "
      "code_doesnt not_applied invalid forgot_to_apply code_isnt expired wasnt_applied",
      "code_funktioniert code_geht code_ungültig ungültig* code_abgelaufen code_nicht "
      "nicht_einlösbar wird_nicht_angenommen code_wird nicht_eingelöst code_eingeben "
      "nicht_abgezogen",
      "código_no código_inválido no_es_válido inválid* código_caducado caducad* "
      "no_se_aplica no_aplica cupón_no expirad* no_lo_acepta" },
    { "redeem",
      "redeem* use_the_code apply applied applying enter_the_code entered "
      "use_my_voucher enter_code",
      "einlös* eingelöst eingeben eingegeben anwenden angewendet einzulösen",
      "canje* aplicar aplicad* usar_el_código introduc* meter_el_código utilizar_el "
      "usar_el_cupón" },
    { "price_drop",
      "price_drop price_match price_adjustment cheaper_now now_cheaper "
      "dropped_in_price price_went_down cheaper_elsewhere lower_price price_guarantee "
      "reduced_now on_sale_now best_price",
      "preissenkung* jetzt_billiger jetzt_günstiger preisanpassung preisgarantie "
      "bestpreisgarantie preis_gesunken woanders_billiger woanders_günstiger "
      "nachträglich preis_gefallen tiefpreisgarantie im_preis_gesenkt",
      "bajada_de_precio ha_bajado bajado_de_precio más_barato_ahora igualar_el_precio "
      "precio_más_bajo ahora_más_barato igualáis diferencia_de_precio ajuste_de_precio "
      "más_barato_en rebajado_después" },
    { "student",
      "student* university apprentice* nhs teacher* senior seniors pensioner* military "
      "veteran* concession",
      "student* studier* studi azubi* schüler* uni lehrer* rentner* senioren "
      "bundeswehr auszubild* studentenrabatt rentnerin",
      "estudiant* universi* alumno* docente* profesor* jubilad* carné_joven "
      "pensionista* jubilado" },
    { "loyalty_points",
      "points loyalty bonus reward* member membership cashback loyalty_card "
      "bonus_points vip",
      "punkte bonuspunkte treuepunkte treueprogramm kundenkarte* mitglied* "
      "bonusprogramm prämie* cashback stammkunde* payback mitgliedschaft* "
      "mitgliedsnummer*",
      "puntos fidelidad bonus recompensa* socio socios membresía programa_de_puntos "
      "tarjeta_de_fidelización cliente_fiel" },
    { "loyal_customer",
      "loyal_customer long_time_customer customer_for_years good_customer "
      "regular_customer first_time_customer always_ordered existing_customer "
      "new_customer",
      "stammkund* langjährig* treuer_kunde treue_kundin seit_jahren_kunde neukunde* "
      "guter_kunde immer_zufrieden kunde_seit stammkunde*",
      "cliente_habitual cliente_desde buen_cliente clienta_habitual cliente_de_siempre "
      "cliente_fiel primera_compra clienta_de" },
    { "gift",
      "gift gifts present presents gifted birthday_present gift_for surprise",
      "geschenk* verschenk* schenken geburtstagsgeschenk* weihnachtsgeschenk* "
      "überraschung *geschenk *geschenke geschenkverpackung* geschenkpapier "
      "geschenkbox geschenkservice geschenkkarte* geschenkgutschein*",
      "regal* obsequi* sorpresa regalado" },
    { "gift_wrap",
      "gift_wrap* gift_receipt gift_box gift_message greeting_card without_invoice "
      "without_the_price card_with",
      "geschenkverpackung* geschenkpapier als_geschenk_verpackt geschenkbox grußkarte* "
      "ohne_rechnung geschenkservice ohne_preis",
      "papel_de_regalo envolver envoltorio_de_regalo envuelto_para_regalo "
      "ticket_regalo tarjeta_con_mensaje sin_precio caja_de_regalo" },
    { "gift_card",
      "gift_card gift_cards giftcard* voucher vouchers gift_voucher* gift_certificate* "
      "store_voucher e_voucher",
      "gutschein* geschenkkarte* geschenkgutschein* wertgutschein* *gutschein "
      "*gutscheine gutscheincode* gutscheinnummer*",
      "tarjeta_regalo tarjetas_regalo cheque_regalo vale vales tarjeta_de_regalo "
      "bono_regalo bono bonos" },
    { "balance",
      "balance remaining_balance credit_left left_on remaining_value still_on "
      "account_balance",
      "guthaben* restguthaben restwert saldo kontostand* restbetrag",
      "saldo saldos saldo_restante restante saldo_disponible" },
    { "free_sample",
      "free for_free sample samples complimentary freebie no_charge giveaway "
      "competition raffle prize",
      "gratis umsonst kostenlos* muster probe proben gewinnspiel* verlosung* gewinn "
      "warenprobe*",
      "gratis gratuit* muestra* sorteo* concurso* premio* regalado sin_coste" },

    /* Contracts, subscriptions and banking. */
    { "subscription",
      "subscription* subscribe subscribed plan plans membership_fee monthly_plan "
      "premium",
      "abo abos abonnement* abonnier* mitgliedschaft* tarif tarife premium",
      "suscri* subscri* abono_mensual membresía plan planes cuota_mensual premium" },
    { "contract",
      "contract contracts agreement terms term_of_contract minimum_term "
      "terms_and_conditions",
      "vertrag* agb laufzeit mindestlaufzeit vereinbarung* bedingungen *vertrag "
      "*verträge",
      "contrato* permanencia acuerdo cláusula* condiciones términos" },
    { "terminate",
      "terminate* termination end_my_contract end_my_subscription notice_period "
      "give_notice cancel_my_subscription cancel_subscription cancel_my_contract "
      "cancel_my_plan",
      "kündig* kuendig* gekündigt abo_kündigen vertrag_kündigen vertrag_beenden",
      "rescind* rescisión dar_de_baja darme_de_baja baja_del_contrato "
      "cancelar_la_suscripción cancelar_mi_suscripción cancelar_el_contrato preaviso "
      "terminar_el_contrato baja" },
    { "renewal",
      "renew* auto_renew* automatic_renewal expires expiring expiry extend extended "
      "extension prolong*",
      "verlänger* automatisch_verlängert läuft_ab läuft_aus ablaufdatum erneuer* "
      "gültig_bis",
      "renov* renueva* prorrog* caduc* vence vencimiento extender ampliar caducad*" },
    { "upgrade",
      "upgrade* downgrade* switch_plan change_plan switch_to higher_plan",
      "upgrade* downgrade* tarifwechsel* tarif_wechseln wechseln_zu hochstufen "
      "aufstocken",
      "upgrade cambiar_de_plan cambio_de_tarifa cambiar_de_tarifa mejorar_el_plan "
      "subir_de_plan bajar_de_plan" },
    { "loan_interest",
      "loan loans mortgage interest_rate interest overdraft credit_limit lending",
      "kredit kredite darlehen zinsen zinssatz dispo hypothek* kreditrahmen",
      "préstamo* hipoteca* interés intereses crédito créditos descubierto "
      "línea_de_crédito" },
    { "cash_machine",
      "atm cash_machine withdraw_cash cashpoint pin pin_number contactless",
      "geldautomat* bankautomat* abheben pin bargeld_abheben kontaktlos*",
      "cajero* sacar_dinero pin retirar_dinero contactless sin_contacto" },
    { "insurance",
      "insurance insure* policy premium_payment cover_me",
      "versicher* haftpflicht *versicherung versichert rechtsschutzversicherung",
      "seguro_de seguros póliza* aseguradora* seguro_a_todo asegurado asegurada "
      "asegurados" },
    { "phone_contract",
      "sim sim_card esim data_plan data_volume roaming mobile_data network coverage "
      "signal no_signal prepaid",
      "sim simkarte* esim datenvolumen roaming netz empfang kein_netz mobilfunk* "
      "funkloch prepaid",
      "sim esim datos_móviles roaming cobertura red_móvil sin_señal sin_cobertura "
      "línea prepago" },
    { "internet_line",
      "internet broadband router wifi wi_fi modem fibre connection speed outage",
      "internet* dsl router wlan modem glasfaser verbindung störung* ausfall anschluss "
      "störung",
      "internet router wifi módem fibra conexión banda_ancha velocidad "
      "corte_de_servicio" },
    { "energy",
      "electricity gas_bill power_cut energy meter_reading water_bill "
      "electricity_meter gas_meter smart_meter",
      "strom* gasrechnung zähler* energie*",
      "electricidad luz contador energía lectura_del_contador apagón gas_natural" },

    /* Travel, events and services. */
    { "booking",
      "booking bookings book booked reservation* reserve reserved rebooking",
      "buchung* buchen gebucht reservier* reservierung* gebuchte umgebucht reserviert",
      "reserva reservas reservar reservad* reservé" },
    { "flight_train",
      "flight flights airline plane airport train bus ferry boarding gate departure",
      "flug flüge flieger fluglinie* flughafen zug bahn züge fähre abflug abfahrt "
      "bordkarte*",
      "vuelo* aerolínea* avión aeropuerto tren trenes autobús ferry embarque salida" },
    { "luggage",
      "luggage baggage suitcase* hand_luggage carry_on checked_bag",
      "gepäck* koffer* handgepäck reisegepäck aufgabegepäck gepaeck*",
      "equipaje* maleta* equipaje_de_mano facturar_la_maleta" },
    { "hotel",
      "hotel hotels room rooms check_in guest* hostel accommodation mountain_hut",
      "hotel* zimmer unterkunft* herberge* einchecken gäste ferienwohnung* hütte",
      "hotel* habitación habitaciones alojamiento* hostal albergue* huésped* refugio" },
    { "ticket_event",
      "concert event events show festival tickets admission seat seats",
      "veranstaltung* konzert* festival* eintritt* tickets sitzplatz*",
      "concierto* evento* festival entradas espectáculo* asiento* butaca*" },
    { "rental",
      "rent rental renting hire hired lend borrow",
      "miete* leih* verleih* ausleih* gemietet",
      "alquil* rentar arriendo préstamo_de prestar" },
    { "course_workshop",
      "course courses training lesson class guided_tour webinar",
      "kurs kurse schulung* seminar* lehrgang führung training",
      "taller_de clase clases formación visita_guiada seminario* curso cursos" },
    { "appointment",
      "appointment* schedule scheduled slot book_a_slot meeting",
      "termin termine terminvereinbarung terminanfrage vereinbaren vereinbart",
      "cita citas cita_previa agendar concertar_una turno" },

    /* Warranty and repair. */
    { "warranty",
      "warranty warranties warrenty guarantee* guaranty guarentee under_warranty "
      "lifetime_guarantee",
      "garantie* gewährleistung* gewaehrleistung sachmangel* lebenslange_garantie "
      "*garantie",
      "garantía* en_garantía garantia_de cubierto_por" },
    { "claim",
      "claim claims claiming make_a_claim file_a_claim report_a_defect report_a_fault "
      "raise_a",
      "reklam* beanstand* geltend_machen mängelanzeige bemängel* mangel_melden "
      "anspruch ansprüche",
      "reclam* poner_una_reclamación presentar_una_reclamación parte_de_avería "
      "hacer_una_reclamación reclamar reclamo" },
    { "proof_of_purchase",
      "proof_of_purchase proof_of_payment original_receipt lost_the_receipt "
      "without_receipt no_receipt order_confirmation receipt_anymore lost_my_receipt "
      "dont_have_the",
      "kaufbeleg* kaufnachweis* beleg_verloren ohne_rechnung ohne_beleg "
      "rechnung_nicht_mehr rechnung_verloren ohne_kassenbon kassenbon_verloren "
      "originalrechnung kaufdatum",
      "justificante_de_compra prueba_de_compra comprobante_de_compra ticket_de_compra "
      "sin_ticket sin_factura perdido_el_ticket factura_original perdí_la_factura "
      "fecha_de_compra perdido_la_factura" },
    { "repair",
      "repair repairs repaired repairing fix fixed fixing fixable mend mended mending "
      "restore refurbish*",
      "repar* instandsetz* flick* geflickt ausbesser* wiederherstell* richten_lassen "
      "heile kaputtes_reparieren *reparatur *reparaturen reparaturservice* "
      "reparaturabteilung reparaturdienst reparaturset* reparaturkit* reparaturkosten "
      "reparaturdauer reparaturstatus flicken flickzeug",
      "repara* arregl* compon* apañ* remend*" },
    { "workshop_service",
      "workshop repair_shop repair_centre repair_center service_centre repair_service "
      "service_department technician",
      "werkstatt* reparaturservice* servicecenter kundendienst reparaturabteilung "
      "reparaturdienst techniker*",
      "taller talleres servicio_técnico servicio_de_reparación técnico_oficial "
      "centro_de_reparación" },
    { "resole",
      "resole* re_sole new_soles resoling replace_the_sole new_sole cobbler shoemaker",
      "neubesohl* besohl* neu_besohlen wiederbesohl* neue_sohle neue_sohlen schuster "
      "schuhmacher* neu_besohlt",
      "recambio_de_suela cambiar_la_suela cambio_de_suela zapatero suela_nueva "
      "suelas_nuevas poner_suelas" },
    { "patch_kit",
      "patch patches patching repair_kit seam_sealer tape sealant duct_tape "
      "repair_tape",
      "flicken flickzeug reparaturset* reparaturkit* nahtdichter klebeband dichtmittel "
      "aufnähen pannenset",
      "parche* kit_de_reparación sellador cinta_adhesiva impermeabilizante_para "
      "sella_costuras" },
    { "spare_part",
      "spare_part* spare spares replacement_part* replacement_strap replacement_buckle "
      "new_part order_a_part individual_part replacement_pole replacement_zip",
      "ersatzteil* einzelteil_nachbestellen ersatzschnalle* ersatzakku ersatzriemen "
      "einzeln_kaufen nachkaufen einzeln_bestellen ersatzstange ersatzreißverschluss "
      "einzeln_erhältlich",
      "repuesto* recambio* pieza_de_recambio pieza_suelta piezas_sueltas "
      "comprar_por_separado pieza_de_repuesto" },
    { "cost_estimate",
      "cost_estimate estimate estimates quote_for how_much_would repair_cost* "
      "estimated_cost what_would_it",
      "kostenvoranschlag* reparaturkosten kostenschätzung was_kostet_die was_würde_das "
      "kosten_der_reparatur voranschlag was_kostet_eine",
      "presupuesto* coste_de_reparación cuánto_costaría cuánto_me_costaría "
      "cuánto_cuesta_reparar precio_de_reparación coste_aproximado" },
    { "repair_status",
      "repair_done repair_finished repair_status repaired_yet is_it_repaired "
      "still_being_repaired repair_time repair_takes still_in_repair",
      "reparatur_fertig reparaturdauer reparaturstatus stand_der_reparatur "
      "schon_repariert in_reparatur noch_in_reparatur zur_reparatur",
      "estado_de_reparación está_reparad* tiempo_de_reparación tarda_la_reparación "
      "en_reparación sigue_en_reparación arreglado_ya" },
    { "maintenance",
      "maintenance maintain care service_interval servicing inspect* check_up "
      "look_after taking_care",
      "wartung* pflege* instandhalt* inspektion* warten_lassen service_machen "
      "überprüf*",
      "manteni* cuidado cuidados cuidar revisión revisar inspección" },
    { "wash_clean",
      "wash washed washing washable clean cleaned cleaning laundry detergent "
      "machine_wash tumble_dry dryer ironing dry_clean* stain_remov*",
      "wasch* gewaschen reinig* gereinigt säuber* trockner* bügeln putzen",
      "lavar lavad* lavo lavable* limpi* detergente secadora planchar tintorería "
      "suavizante" },
    { "reproof",
      "reproof* re_proof* impregnat* waterproofing_spray rewaterproof* dwr wax waxing "
      "beading beads",
      "imprägnier* impraegnier* nachimprägnier* wachsen fetten schuhwachs einwachsen "
      "lederfett perlt",
      "impermeabiliz* reimpermeabil* cera engras* grasa_para spray_impermeabilizante "
      "hidrofug*" },
    { "assembly_manual",
      "manual manuals instructions user_guide assemble* assembly set_up setup "
      "put_together instruction_manual how_to_use",
      "anleitung* gebrauchsanweisung* bedienungsanleitung* aufbau* zusammenbau* "
      "montage montier* handbuch *anleitung",
      "instrucciones manual manuales montar montaje instalación guía_de_uso "
      "modo_de_empleo ensambl*" },

    /* Advice and choosing. */
    { "advice",
      "advice advise advising suggestion suggest suggestions tip tips guidance opinion "
      "consult* help_me_choose help_choosing help_me_decide",
      "berat* tipp tipps ratschlag* raten_sie rat_geben meinung* vorschlag* "
      "kaufberatung fachberatung",
      "aconsej* consejo* asesor* opinión opináis sugerencia* sugier* sugerís "
      "ayuda_para_elegir ayudarme_a_elegir" },
    { "recommend",
      "recommend* recomend* reccomend* would_you_choose best_option",
      "empfehl* empfiehl* empfohl* weiterempfehl* legt_ihr_nahe",
      "recomend* recomiend*" },
    { "which_one",
      "which_one which_model which_would what_kind what_type which_is_better "
      "which_is_best which_size which_ones should_i_get should_i_take should_i_buy "
      "which_of",
      "welches welcher welche welchen welches_modell was_ist_besser welche_ist "
      "was_soll_ich welches_passt welche_größe was_für_ein was_für_eine welches_würdet",
      "cuál_es_mejor cuál_me cuál_elegir qué_modelo qué_talla cuál_de_los qué_tipo "
      "cuál_comprar qué_me cuál_sería cuál_es_la qué_clase" },
    { "compare",
      "compar* difference differences between vs versus differ better_than or_the",
      "vergleich* unterschied* unterscheid* versus gegenüber zwischen besser_als "
      "oder_lieber vs",
      "diferenci* entre versus mejor_que vs distingu* comparar compara comparad* "
      "comparación comparativa comparando diferencia" },
    { "suitable",
      "suitable suited suit suits appropriate right_for good_for enough_for work_for "
      "ideal fit_for good_enough suffice sufficient ok_for",
      "geeignet* eignet eignen taugt taugen reicht reichen ausreichend* ideal passend* "
      "richtig_für tauglich* gut_für",
      "adecuad* apropiad* sirve_para sirven_para apto aptos apta idóne* suficiente "
      "vale_para valen_para ideal bueno_para" },
    { "compatible",
      "compatib* fits_on works_with work_with goes_with go_with attach_to fit_on",
      "kompatib* passt_zu passt_auf passt_an passen_zu verträgt_sich zusammenpass* "
      "kombinierbar*",
      "compatible* compatibil* encaja_con funciona_con combina* sirve_con va_con "
      "combinar" },
    { "measure",
      "measure* cm centimetre* centimeter* inch inches mm dimension* circumference "
      "metre* meter millimet*",
      "gemessen maße abmessung* zentimeter* cm mm umfang millimeter meter zoll_breit "
      "vermess* ausmess* messen misst messung*",
      "medir medida* mide miden mido centímetro* cm mm dimensiones contorno perímetro "
      "milímetro* metro metros" },
    { "foot",
      "foot feet toe toes ankle* heel insole wide_feet arch instep",
      "fuß füße fuesse füßen zeh zehen knöchel* ferse* fußlänge spann rist breite_füße "
      "ferse",
      "pies dedo dedos tobillo* talón empeine planta_del_pie pie_ancho los_pies mi_pie "
      "pie" },
    { "chest_body",
      "chest waist hip hips shoulder* arm_length bust inseam torso back_length neck "
      "height tall body_height belly",
      "brust* taille* hüfte hueft* schulter* hüftumfang rückenlänge schrittlänge "
      "körpergröße bauch* oberkörper bundweite",
      "pecho cintura cadera* hombro* torso espalda altura_de contorno_de_pecho "
      "largo_de_espalda estatura mido barriga" },
    { "hand_head",
      "hand hands wrist finger fingers head head_size head_circumference thumb",
      "hand hände handgelenk* finger kopf kopfumfang daumen handumfang",
      "mano manos muñeca* dedos cabeza contorno_de_cabeza pulgar" },
    { "weight",
      "weigh weighs weight weights lightweight light heavy heavier lighter kg kilo "
      "kilos gram grams gramme* lbs ultralight pounds_weight",
      "gewicht* wiegt wiege wiegen leicht leichte leichter schwer schwerer kg kilo "
      "gramm ultraleicht*",
      "peso pesa pesan ligero ligera ligeros pesad* kilo kilos gramos kg ultraligero* "
      "liviano*" },
    { "capacity",
      "capacity litre* liter liters volume fits_in room_for person_tent two_person "
      "sleeps holds",
      "fassungsvermögen liter volumen stauraum kapazität* personen_zelt platz_für "
      "packvolumen packmaß",
      "capacidad litro litros volumen espacio_para plazas cabe caben" },
    { "beginner",
      "beginner* newbie first_time novice starter starting_out just_started "
      "entry_level new_to",
      "anfänger* einsteiger* neuling* erstes_mal zum_ersten_mal einstieg fange_an "
      "unerfahren*",
      "principiante* novato* primera_vez empiezo empezando iniciación soy_nuevo "
      "empezar_en" },
    { "experienced",
      "experienced advanced expert experts professional* pro serious demanding guide",
      "erfahren* fortgeschritten* profi profis experte* anspruchsvoll* bergführer*",
      "experiment* avanzad* expert* profesional* exigente* guía_de_montaña" },
    { "quality",
      "quality high_quality low_quality poor_quality cheaply_made well_made "
      "build_quality robust sturdy durable durability solid flimsy",
      "qualität* hochwertig* minderwertig* robust* langlebig* stabil* haltbar* "
      "billig_verarbeitet verarbeitung wertig*",
      "calidad mala_calidad buena_calidad resistent* durader* robust* durabilidad "
      "acabado acabados frágil* sólido sólida sólidos" },
    { "properties",
      "feature features spec specs specification* details technical information_about "
      "product_info",
      "eigenschaft* merkmal* technische_daten datenblatt produktinformation* "
      "ausstattung details produktdetails spezifikation*",
      "característica* especificacion* detalles ficha_técnica prestaciones "
      "datos_técnicos" },
    { "waterproof",
      "waterproof* water_resistant water_repellent watertight water_column gore_tex "
      "goretex showerproof rainproof water_proof keep_me_dry",
      "wasserdicht* wasserabweis* wassersäule* wasserfest* gore_tex goretex "
      "regendicht* regenfest*",
      "impermeab* resistente_al_agua gore_tex goretex columna_de_agua repelente "
      "estanco repele impermeabiliz*" },
    { "breathable",
      "breath* sweat sweaty sweating ventilat* clammy condensation",
      "atmungsaktiv* schwitz* geschwitzt dampfdurchlässig* belüft* kondens* schweiß* "
      "lüftung*",
      "transpir* sudor sudar sudo ventila* condensación respirabl*" },
    { "warm_cold",
      "warm warmer warmth cold colder freeze freezing insulat* hot cool chilly thermal "
      "heat",
      "warm wärme* kalt kälte* frier* gefroren isolier* isolation heiß kühl* thermo* "
      "frost",
      "abrig* calor caliente frío fría aisla* térmic* congela* fresco calentar cálido "
      "cálida abrigo* aislante" },
    { "temperature",
      "temperature* degree degrees celsius minus below_zero comfort_temperature "
      "comfort_rating comfort_limit subzero",
      "temperatur* grad celsius minusgrad* komforttemperatur* komfortbereich* "
      "minustemperatur* grenzbereich",
      "temperatura* grados bajo_cero celsius temperatura_de_confort" },
    { "weather_use",
      "rain rainy snow snowy wind windy windproof storm stormy uv sunshine humid",
      "regen* schnee* wind windig* sturm* winddicht* gewitter sonne hagel nässe winde "
      "regendicht* regenfest* regenjacke* regenhose* regenschirm* regenhülle* "
      "regenschutz* regencape schneeschuh*",
      "lluvia* llueve nieve nevad* viento* cortavientos tormenta* sol humedad granizo" },
    { "down_fill",
      "down_filled fill_power goose duck synthetic_fill down_jacket feathers filling "
      "synthetic goose_down down_fill down_jackets down_sleeping down_product "
      "real_down",
      "daunen* gans ente federn füllkraft füllung* kunstfaser* bauschkraft cuin",
      "plumas plumón relleno* sintétic* pluma ganso pato fibra_sintética" },
    { "material",
      "material materials fabric fabrics leather wool merino cotton polyester nylon "
      "linen fleece made_of cloth silk suede",
      "material* stoff stoffe leder wolle merino* baumwoll* polyester nylon leinen* "
      "fleece gewebe seide wildleder",
      "material materiales tejido* cuero piel lana merina merino algodón poliéster "
      "nailon lino tela forro_polar gamuza" },
    { "sustainability",
      "sustainab* eco organic recycled vegan fair_trade environment* animal_free pfc "
      "pfas carbon responsible_down climate ethical* made_in",
      "nachhaltig* bio vegan* recycelt* recycling fair_produziert umwelt* pfc pfas "
      "klima* fairtrade hergestellt_in tierleid tierfrei mulesing* herkunft",
      "sostenib* ecológic* vegan* reciclad* comercio_justo medio_ambiente "
      "medioambient* pfc pfas orgánic* fabricado_en sustentab* ético" },
    { "allergy",
      "allerg* sensitive_skin rash hypoallergen* nickel latex intoleran*",
      "allergi* hautausschlag unverträglich* hypoallergen* nickel latex "
      "empfindliche_haut",
      "alergi* sarpullido hipoalerg* níquel látex piel_sensible intoleran*" },
    { "adjustable",
      "adjustable adjust_the strap_length removable detachable extendable foldable "
      "compact pack_size telescopic",
      "verstellbar* einstellbar* abnehmbar* faltbar* klappbar* kompakt* regulierbar* "
      "zusammenklappbar*",
      "ajustable* regulable* desmontable* plegable* compact* extensible* extraíble*" },
    { "fuel_gas",
      "fuel gas canister cartridge* petrol kerosene alcohol_stove propane butane "
      "gasoline",
      "brennstoff* gaskartusche* benzin spiritus kartusche* gas petroleum propan butan",
      "combustible* gas cartucho* bombona* gasolina queroseno alcohol_de_quemar "
      "propano butano" },
    { "battery_power",
      "battery batteries rechargeable usb charge_time power lumens power_bank "
      "powerbank solar runtime brightness recharge",
      "akku akkus batterie* aufladbar* aufladen lädt usb lumen powerbank solar "
      "laufzeit* leuchtdauer helligkeit laufzeit",
      "batería* pila pilas recargable* recargar usb lúmenes powerbank solar autonomía "
      "cargarla brillo" },
    { "norm_certificate",
      "certified norm standard ce_mark approved safety_standard en_norm tested rating "
      "certification certificate_of",
      "zertifi* norm normen prüfzeichen geprüft* tüv zulassung* ce_zeichen zugelassen",
      "certific* norma normas homologa* aprobad* marcado_ce" },

    /* Products. */
    { "jacket",
      "jacket jackets coat coats parka parkas hardshell softshell anorak raincoat* "
      "windbreaker* jaket vest gilet",
      "jacke* mantel parka* *jacke *jacken hardshell* softshell* anorak weste* "
      "fleecejacke* regenjacke*",
      "chaqueta* abrigo* parka* chubasquero* cazadora* cortavientos anorak plumífero* "
      "chaleco* campera*" },
    { "trousers",
      "trousers pants shorts jeans leggings tights jogger* overtrousers",
      "jeans leggings shorts hosenbein* hose hosen wanderhose* skihose* trekkinghose* "
      "kletterhose* softshellhose* unterhose*",
      "pantalón pantalones vaqueros mallas bermuda* leggings shorts" },
    { "shirt",
      "shirt shirts t_shirt tshirt* tee tees baselayer base_layer blouse polo",
      "hemden *hemd t_shirt tshirt* *shirt *shirts bluse* oberteil*",
      "camisa* camiseta* blusa* polo remera* primera_capa playera*" },
    { "sweater_fleece",
      "sweater* jumper* hoodie* hoody pullover* sweatshirt* midlayer cardigan*",
      "pullover pulli pullis hoodie* kapuzen* strickjacke* fleecejacke* fleecepullover "
      "sweatshirt*",
      "jersey jerséi sudadera* polar suéter forro forros sweater*" },
    { "dress_underwear",
      "dress dresses skirt skirts underwear bra bras swimwear bikini swimsuit pyjama* "
      "lingerie",
      "kleid kleider röcke unterwäsche bh bikini badeanzug badehose* schlafanzug* "
      "minirock",
      "vestido* falda* ropa_interior sujetador* bikini bañador* pijama* braga*" },
    { "clothes",
      "clothes clothing garment* apparel outfit wardrobe wear_it",
      "kleidung* klamotten bekleidung* textil* outfit",
      "ropa vestimenta indumentaria conjunto" },
    { "shoes_boots",
      "shoe shoes boot boots sneaker* trainers sandal* hiking_boots footwear slippers "
      "climbing_shoes",
      "schuh* stiefel* bergstiefel* wanderschuh* sneaker* sandale* turnschuh* *stiefel "
      "kletterschuh* bergschuh* laufschuh* trekkingschuh* zustiegsschuh* halbschuh* "
      "kinderschuh* schuhgröße* schuhgroesse*",
      "zapato* bota botas zapatilla* sandalia* deportivas calzado pies_de_gato bambas "
      "tenis" },
    { "socks",
      "sock socks stocking* hiking_socks",
      "socke strumpf strümpfe wandersocke* *socken",
      "calcetín calcetines medias" },
    { "gloves",
      "glove gloves mitts mittens",
      "handschuh* fäustling* fausthandschuh* *handschuh *handschuhe",
      "guante guantes manopla* mitones" },
    { "hat_cap",
      "hats beanie* cap caps scarf scarves buff headband a_hat the_hat sun_hat "
      "wool_hat",
      "mütze* muetze* kappe hut hüte schal schals stirnband beanie* buff *mütze "
      "*mützen",
      "gorro* gorra* sombrero* bufanda* braga_de_cuello cinta_de_pelo" },
    { "rain_gear",
      "rain_jacket rain_cover umbrella rain_trousers poncho rain_gear rain_pants "
      "gaiter*",
      "regenjacke* regenhose* regenschirm* poncho* regenhülle* regenschutz* regencape "
      "gamasche*",
      "chubasquero* paraguas poncho capa_de_lluvia pantalón_de_lluvia funda_de_lluvia "
      "polaina*" },
    { "backpack",
      "backpack* rucksack* bag bags daypack* duffel* holdall* bagpack",
      "rucksack* *rucksack umhängetasche* reisetasche* *tasche *taschen daypack* "
      "fahrradtasche*",
      "mochila* bolsa* bolso bolsos macuto* petate*" },
    { "tent",
      "tent tents tarp tarps groundsheet* flysheet tent_poles awning",
      "zelten zelts *zelt *zelte tarp* zeltplane* zeltstange* zeltboden zelthering* "
      "innenzelt* außenzelt*",
      "tienda_de_campaña tiendas_de_campaña tiendas_campaña toldo* doble_techo tarp "
      "carpa*" },
    { "sleeping_bag",
      "sleeping_bag sleeping_bags sleepingbag* bivvy bivy sleeping_quilt liner inlet",
      "schlafsack* biwaksack* inlett *schlafsack",
      "saco_de_dormir sacos_de_dormir saco sacos vivac funda_de_vivac sábana_saco" },
    { "mat",
      "sleeping_mat sleeping_mats sleeping_pad sleeping_pads mat mats mattress* "
      "air_mattress inflatable camping_mat self_inflating",
      "isomatte* luftmatratze* schlafmatte* matratze* aufblasbar* *matte *matten",
      "esterilla* colchón* aislante inflable* hinchable*" },
    { "stove_cookware",
      "stove stoves cooker burner cookset pot pots pan pans cooking camping_stove "
      "kettle",
      "kocher* gaskocher* campingkocher* topf töpfe pfanne* kochgeschirr kochen "
      "kochtopf *kocher",
      "hornillo* cocina_de_gas cazo cazos olla* sartén cocinar infiernillo quemador "
      "cazuela*" },
    { "bottle_food",
      "bottle* flask* thermos water_filter water_bladder mug hydration snack*",
      "flasche* thermosflasche* trinkflasche* trinkblase* wasserfilter* becher tasse "
      "*flasche",
      "botella* termo cantimplora* filtro_de_agua taza* bolsa_de_hidratación vaso" },
    { "headlamp",
      "headlamp* head_torch* headtorch* torch torches flashlight* lamp lamps lantern*",
      "stirnlampe* taschenlampe* lampe* laterne* *lampe *lampen",
      "frontal frontales linterna* lámpara* farol*" },
    { "rope_climbing_gear",
      "rope ropes harness* carabiner* karabiner belay* quickdraw* crampon* ice_axe "
      "sling chalk via_ferrata climbing_gear ascender",
      "seile kletterseil* klettergurt* karabiner* steigeisen* eispickel* "
      "klettersteigset* sicherungsgerät* expressset* *seil gurtzeug",
      "cuerda* arnés arneses mosquetón mosquetones crampón crampones piolet* "
      "cinta_exprés vía_ferrata magnesio asegurador" },
    { "helmet",
      "helmet* bike_helmet climbing_helmet",
      "helme helms *helm kletterhelm* fahrradhelm* skihelm*",
      "casco cascos" },
    { "poles",
      "trekking_pole* hiking_pole* walking_pole* ski_pole* walking_stick",
      "wanderstock wanderstöcke* trekkingstock trekkingstöcke* stöcke skistöcke* "
      "gehstock",
      "bastón bastones bastones_de_trekking palos" },
    { "ski_snow_gear",
      "ski skis snowboard* snowshoe* goggles ski_boots bindings avalanche sledge "
      "touring_skis snowboarding",
      "ski skier skischuh* snowboard* schneeschuh* skibrille* bindung* lawinen* "
      "tourenski* schlitten snowboarden",
      "esquí esquís snowboard raquetas_de_nieve botas_de_esquí fijaciones avalancha* "
      "trineo" },
    { "bike_gear",
      "bicycle* bike bikes ebike e_bike saddle tyre* tire tires pannier* bike_bag",
      "fahrrad* rad räder ebike e_bike sattel reifen fahrradtasche* mountainbike*",
      "bici bicis bicicleta* sillín neumático* alforja* ebike" },
    { "watch_navigation",
      "watch watches compass gps smartwatch* sunglasses binoculars",
      "armbanduhr* kompass* gps smartwatch* sonnenbrille* fernglas* uhren sportuhr*",
      "reloj relojes brújula* gps smartwatch gafas_de_sol prismáticos" },
    { "electronics",
      "laptop* tablet* headphone* earbuds tv camera* console monitor keyboard* "
      "printer* speaker* printer",
      "laptop* tablet* kopfhörer* fernseher* kamera* konsole* monitor tastatur* "
      "drucker* lautsprecher*",
      "portátil tableta* auriculares televisor* cámara* consola* monitor teclado "
      "impresora* altavoz altavoces impresora" },
    { "phone_device",
      "iphone* smartphone* mobile_phone cell_phone handset android cellphone",
      "handy handys smartphone* iphone* android mobiltelefon*",
      "móvil móviles smartphone* iphone celular* android" },
    { "furniture_home",
      "sofa* chair* table furniture lamp_shade bed beds shelf shelves curtain* "
      "wardrobe_door",
      "möbel* sofa* stuhl stühle tisch tische bett betten regal_wand schrank schränke "
      "vorhang* kissen*",
      "mueble* sofá silla* mesa mesas cama camas estantería* armario* cortina* cojín "
      "cojines" },
    { "appliance",
      "washing_machine* fridge* freezer* oven* microwave* dishwasher* vacuum_cleaner "
      "coffee_machine kettle_lead appliance*",
      "waschmaschinen kühlschrank* gefrierschrank backofen mikrowelle* spülmaschine* "
      "geschirrspüler* staubsauger* kaffeemaschine* haushaltsgerät*",
      "lavadoras nevera* frigorífico* horno microondas lavavajillas aspirador* "
      "cafetera* electrodoméstico*" },
    { "beauty_health",
      "cosmetic* perfume* cream shampoo makeup lipstick vitamin* supplement* medicine",
      "kosmetik* parfüm* creme* shampoo schminke lippenstift* vitamin* nahrungsergänz* "
      "medikament*",
      "cosmétic* perfume* champú maquillaje labial* vitamina* suplemento* medicamento* "
      "crema cremas" },
    { "books_media",
      "book_title paperback hardcover ebook* dvd vinyl novel magazine*",
      "buch bücher taschenbuch ebook* dvd schallplatte* roman zeitschrift*",
      "libro libros ebook* dvd vinilo* novela* revista*" },
    { "toys_baby",
      "toy toys pram stroller* nappy nappies diaper* doll lego",
      "spielzeug* kinderwagen* windel* puppe puppen lego",
      "juguete* carrito_de_bebé pañal* muñeco* lego cochecito*" },
    { "jewellery",
      "ring rings necklace* bracelet* earring* jewel* gold silver",
      "schmuck* halskette* armband* ohrring* gold silber kette",
      "anillo* collar collares pulsera* pendiente_de_oro joya* oro plata_de_ley" },
    { "model_version",
      "model models version versions variant* edition generation series sku "
      "article_number item_number",
      "modell* version* variante* ausführung* edition generation serie artikelnummer* "
      "artikelnr",
      "modelo* versión versiones variante* edición generación serie "
      "referencia_del_artículo" },
    { "brand",
      "brand brands make manufacturer* producer maker",
      "marke marken hersteller* produzent* markenware",
      "fabricante* productor* marca marcas" },
    { "women_men",
      "women womens woman ladies men mens unisex female male gents male_model",
      "damen* frauen* herren* männer* unisex weiblich* männlich*",
      "mujer* hombre* señora_talla unisex caballero* femenin* masculin* dama" },
    { "kids",
      "kid kids child children childrens baby babies toddler* teenager* junior boys "
      "girls",
      "kinder kindes kindern baby babys kleinkind* jugendlich* junior jungs mädchen "
      "mein_kind unser_kind das_kind ein_kind",
      "niño niños niña niñas bebé bebés infantil* hijo_pequeño junior adolescente*" },

    /* Stock. */
    { "stock",
      "stock in_stock stocked available* availability avail sold_out out_of_stock "
      "unavailable have_left any_left got_any",
      "lager_vorrätig vorrätig* verfügbar* lieferbar* auf_lager ausverkauft* "
      "vergriffen* lagerbestand verfuegbar* bestand nicht_lieferbar",
      "disponib* en_stock stock agotad* existencias hay_stock sin_stock no_disponible "
      "os_quedan quedan_unidades queda_alguno" },
    { "back_in_stock",
      "back_in_stock restock* available_again come_back_in back_in coming_back "
      "notify_me in_again new_stock get_more me_know_when notification_when "
      "back_available",
      "wieder_verfügbar wieder_lieferbar wieder_da wieder_vorrätig wieder_auf_lager "
      "wieder_rein nachschub wieder_reinkommen kommt_wieder benachrichtig* "
      "wieder_im_sortiment wieder_bekommt benachrichtigung* benachrichtigt",
      "volver_a_tener repon* vuelve_a_haber vuelta_en_stock vuelva_a_estar "
      "de_nuevo_disponible avisadme avísame avíseme volveréis_a_tener vuelva_a_haber "
      "otra_vez_disponible" },
    { "pre_order",
      "pre_order* preorder* backorder* back_order release_date coming_soon launch "
      "new_collection released new_season",
      "vorbestell* vorbestellung* vormerken erscheint erscheinungsdatum "
      "neue_kollektion neuheit* erhältlich_ab markteinführung",
      "preventa prepedido reserva_anticipada lanzamiento nueva_colección próximamente "
      "nueva_temporada preorden" },
    { "discontinued",
      "discontinued no_longer_made no_longer_sold old_model successor previous_model "
      "phased_out stopped_making no_longer_available last_years",
      "auslaufmodell* nicht_mehr_produziert nachfolger* altes_modell vorgängermodell* "
      "eingestellt nicht_mehr_erhältlich aus_dem_sortiment nicht_mehr_hergestellt "
      "letztjähr*",
      "descatalogad* no_se_fabrica modelo_antiguo sucesor* modelo_anterior "
      "descontinuad* dejado_de_fabricar fuera_de_catálogo año_pasado ya_no_fabric*" },
    { "reserve_hold",
      "reserve_one hold_one put_aside set_aside keep_one save_one hold_it_for "
      "reserve_it",
      "zurücklegen zurückgelegt reserviert_mir beiseite_legen reservieren_lassen "
      "zur_seite",
      "apartar guardadme reservarme reservarlo guardarme apartado_para guárdame" },
    { "range_assortment",
      "range selection assortment catalog offer_any carry do_you_sell do_you_have "
      "do_you_stock sell",
      "sortiment* auswahl angebot_an führt_ihr habt_ihr haben_sie führen_sie "
      "verkauft_ihr verkaufen_sie gibt_es",
      "surtido gama tenéis tienen_ustedes vendéis venden catálogo_de selección hay_en" },

    /* Accounts and websites. */
    { "account",
      "account accounts acount profile user_account customer_account my_account "
      "user_profile",
      "konto kundenkonto benutzerkonto account accounts profil kundenkontos "
      "nutzerkonto konten",
      "cuenta cuentas perfil mi_cuenta cuenta_de_usuario cuenta_de_cliente" },
    { "login",
      "log_in login logging_in sign_in signing_in logged_in logged_out signin log_on "
      "cant_log cannot_log username user_name",
      "einlogg* anmelden anmeldung login logge angemeldet eingeloggt ausgeloggt "
      "melde_mich benutzername* reinkommen zugang zugangsdaten",
      "iniciar_sesión inicio_sesión inicio_de_sesión login loguear* acceder acceso "
      "entrar entro nombre_de_usuario logear* ingresar_a usuario" },
    { "cannot_log_in",
      "cant_log_in cannot_log_in unable_to_log cant_sign_in locked_out login_failed "
      "wont_let_me cant_access cant_get_in cannot_access no_access unable_to_access "
      "login_doesnt",
      "nicht_einloggen nicht_anmelden komme_nicht_rein kein_zugriff kein_zugang "
      "komm_nicht_rein nicht_mehr_einloggen login_geht anmeldung_funktioniert "
      "ausgesperrt nicht_mehr_rein anmelden_geht",
      "no_puedo_entrar no_puedo_iniciar no_puedo_acceder no_me_deja no_consigo_entrar "
      "no_deja_entrar no_logro_entrar sin_acceso no_puedo_ingresar no_tengo_acceso" },
    { "password",
      "password* passwort pw passcode passphrase passwd pasword",
      "passwort passwörter passwortes kennwort* pw passwort_vergessen passwortänderung "
      "passwoerter",
      "contraseña* clave claves password pass" },
    { "forgot_reset",
      "forgot forget forgotten reset resetting cant_remember reset_link reset_email "
      "password_reset recover recovery",
      "vergessen zurücksetz* zurückgesetzt vergaß reset erinnere_mich_nicht "
      "neues_passwort passwort_link",
      "olvid* restablec* recuper* resete* nueva_contraseña no_recuerdo no_me_acuerdo "
      "restaurar" },
    { "locked",
      "locked lock blocked block suspended disabled deactivated unlock unblock banned "
      "too_many_attempts",
      "gesperrt* sperre sperrung entsperr* blockiert* deaktiviert* freischalt* "
      "freigeschaltet zu_viele_versuche gebannt",
      "bloque* bloquead* desbloque* suspendid* inhabilitad* desactivad* "
      "demasiados_intentos baneado" },
    { "two_factor",
      "two_factor 2fa verification_code authenticator one_time_code security_code otp "
      "sms_code verify verification confirmation_code",
      "zwei_faktor 2fa bestätigungscode* authenticator sicherheitscode* einmalcode* "
      "sms_code verifizier* mobile_tan sms_tan",
      "doble_factor 2fa código_de_verificación verificación verificar "
      "código_de_seguridad sms_de_verificación autenticador otp dos_pasos" },
    { "code_email_missing",
      "no_code code_never no_reset_email not_receiving no_email didnt_get_the "
      "didnt_receive_the never_got_the no_confirmation no_mail link_expired "
      "link_doesnt",
      "kein_code keine_mail keine_email code_kommt keine_bestätigung mail_kommt "
      "nicht_an_die link_abgelaufen keine_nachricht link_funktioniert "
      "keine_bestätigungsmail",
      "me_llega_el ningún_correo no_recibo no_recibí_el sin_confirmación no_llega_el "
      "no_me_llegó el_enlace_no enlace_caducado ningún_email" },
    { "email_address",
      "email emails e_mail e_mails mail email_address mail_address inbox mailbox_full "
      "spam_folder junk_folder gmail outlook",
      "email emails e_mail e_mails mail mails mailadresse* emailadresse* posteingang "
      "spamordner postfach_email gmail gmx",
      "correo correos_electrónicos correo_electrónico email emails e_mail mail "
      "bandeja_de_entrada carpeta_de_spam gmail hotmail" },
    { "change_email",
      "change_my_email change_email new_email old_email different_email "
      "change_the_email update_my_email wrong_email other_email another_email",
      "email_ändern mailadresse_ändern neue_email neue_mailadresse alte_email "
      "falsche_email falsche_mailadresse e_mail_ändern neue_mail andere_mail "
      "andere_email",
      "cambiar_el_correo cambiar_mi_correo nuevo_correo correo_nuevo correo_antiguo "
      "otro_correo correo_equivocado cambiar_el_email cambiar_de_correo nuevo_email" },
    { "register",
      "register* registration sign_up signed_up signing_up create_an_account "
      "created_an_account new_account open_an_account activate activation",
      "registrier* anlegen konto_erstellen konto_eröffnen aktivier* neuanmeldung "
      "angelegt neues_konto account_erstellen aktivierungsschlüssel",
      "registr* crear_una_cuenta crear_cuenta darme_de_alta alta_de_cliente activar "
      "abrir_una_cuenta creado_una_cuenta nueva_cuenta" },
    { "guest_order",
      "guest guest_order guest_checkout as_a_guest without_an_account without_account "
      "without_registering",
      "gast gastbestellung* als_gast ohne_konto ohne_kundenkonto ohne_registrierung "
      "gastkonto",
      "invitado como_invitado sin_cuenta sin_registrarme compra_como_invitado "
      "sin_registro" },
    { "personal_details",
      "my_details personal_details phone_number contact_details my_name surname "
      "last_name first_name date_of_birth birth_date maiden_name married marriage",
      "telefonnummer* kontaktdaten persönliche_daten nachname* vorname* geburtsdatum "
      "name namen handynummer* namensänderung heirat geheiratet telefonnummer",
      "datos_personales número_de_teléfono mis_datos apellido* nombre "
      "fecha_de_nacimiento teléfono_de_contacto datos_de_contacto" },
    { "customer_number",
      "customer_number client_number customer_id membership_number customer_no user_id",
      "kundennummer* kundennr mitgliedsnummer* kunden_id kunden_nr",
      "número_de_cliente código_de_cliente número_de_socio id_de_cliente" },
    { "website",
      "website* web webpage* page pages site homepage online internet_site shop_page "
      "webshop link url",
      "webseite* website* seite seiten homepage onlineshop* webshop* internetseite "
      "online link links",
      "página_web web sitio_web página páginas online enlace* tienda_online portal_web "
      "url en_línea" },
    { "app",
      "app apps application_on android_app ios mobile_app download downloads "
      "update_the_app install installed",
      "app apps anwendung ios herunterlad* download* installier* appstore android_app",
      "aplicación aplicaciones app apps ios descarg* instal* app_android instalación" },
    { "browser",
      "browser* chrome firefox safari edge_browser cache cookies incognito "
      "clear_the_cache",
      "browser* chrome firefox safari cache cookies inkognito",
      "navegador* chrome firefox safari caché cookies incógnito" },
    { "error_message",
      "error errors error_message error_code fails failed failing failure crash* "
      "glitch* bug bugs freezes frozen spinning loading blank_page timeout "
      "something_went_wrong 404 doesnt_load wont_load",
      "fehler fehlermeldung* fehlercode* absturz abgestürzt stürzt hängt_sich bug "
      "technisches_problem lädt_nicht ladefehler schief_gelaufen leere_seite störung",
      "error errores mensaje_de_error código_de_error fallo fallos falla bug cuelga "
      "se_cierra no_carga se_queda_cargando pantalla_en_blanco se_bloquea "
      "algo_salió_mal" },
    { "button_form",
      "button buttons click clicked clicking press form field fields menu dropdown "
      "link_in tap submit",
      "button* knopf klick* geklickt formular* feld felder menü schaltfläche* drücke "
      "anklick* absenden_button",
      "botón botones clic pulsar pulso clicar formulario* campo campos menú hacer_clic "
      "enlace_en pincho" },
    { "settings",
      "settings setting preferences options language_setting change_the_language "
      "currency_setting configure* configuration",
      "einstellung* einstellen sprache_ändern konfigur* optionen voreinstellung*",
      "configura* ajustes_de preferencias opciones cambiar_el_idioma" },
    { "notification",
      "notification* alert alerts sms text_message push notify notified",
      "benachrichtigung* benachrichtigt push sms hinweis* mitteilung*",
      "alerta* aviso avisos sms notifica*" },
    { "search_find",
      "find found search searching cant_find look_up looking_for searched look_for",
      "finde finden gefunden suche suchen gesucht fand suchfunktion suchst",
      "encontrar encuentro encontrado busco buscar buscando busca no_encuentro "
      "encuentra*" },
    { "upload_file",
      "upload* file files pdf document documents scan scanned print printer printed",
      "hochlad* hochgeladen datei dateien pdf dokument* ausdruck* drucken scan "
      "eingescannt",
      "subir archivo* fichero* pdf documento* imprim* escane* impresora" },
    { "software_version",
      "software firmware version_of_the operating_system windows_10 windows_11 "
      "windows_update macos linux driver_update sync* backup",
      "software firmware betriebssystem* windows_10 windows_11 macos linux "
      "treiber_update synchronis* sicherung backup",
      "software firmware sistema_operativo windows macos linux sincroniz* "
      "copia_de_seguridad controlador_de" },
    { "licence",
      "licence* license* licensing activation_key product_key seat_licence trial "
      "free_trial",
      "lizenz* aktivierungsschlüssel produktschlüssel testversion* probeabo testphase",
      "licencia* clave_de_activación clave_de_producto prueba_gratuita "
      "periodo_de_prueba versión_de_prueba" },
    { "api_integration",
      "api integration integrate* webhook* endpoint plugin plugins",
      "api schnittstelle* integration plugin webhook*",
      "api integración integrar webhook* complemento plugin" },

    /* Newsletters and consent. */
    { "newsletter",
      "newsletter* mailing mailings mailing_list marketing_emails promotional_emails "
      "advertising_emails promo_emails marketing_mails",
      "newsletter* werbemail* rundmail* mailing* werbe_mails infomail*",
      "newsletter boletín boletines correos_publicitarios correos_promocionales "
      "lista_de_correo emails_publicitarios correos_comerciales publicidad" },
    { "unsubscribe",
      "unsubscrib* opt_out stop_sending stop_emailing take_me_off no_more_emails "
      "remove_me off_your_list off_the_list dont_want_emails stop_the_emails "
      "stop_spamming",
      "abmeld* abbestell* austragen keine_mails_mehr keine_werbung abgemeldet "
      "keine_newsletter aus_dem_verteiler keine_weiteren_mails nehmt_mich raus_aus_dem",
      "darme_de_baja dar_de_baja desuscri* cancelar_la_suscripción no_más_correos "
      "dejad_de_enviarme no_quiero_correos no_quiero_recibir dejen_de_enviar de_baja "
      "borradme_de desapunt*" },
    { "spam",
      "spam spams junk spamming spammed bombard* flooded unwanted unsolicited "
      "every_day_an",
      "spam spamt zugespamt zugemüllt bombardier* werbung unerwünscht* unaufgefordert "
      "belästig*",
      "spam bombarde* correo_basura publicidad no_deseado no_deseados inund* acoso" },
    { "consent_gone_on",
      "still_getting keep_getting still_receive keep_receiving still_receiving "
      "already_unsubscribed yet_i_still keep_sending",
      "immer_noch_mails trotz_abmeldung trotzdem_mails bekomme_trotzdem "
      "schon_abgemeldet bereits_abgemeldet weiterhin_mails bekomme_weiterhin "
      "immer_noch_newsletter",
      "sigo_recibiendo siguen_llegando seguís_enviando me_di_de me_siguen_llegando "
      "continúo_recibiendo sigue_llegando pesar_de_darme" },
    { "catalogue",
      "catalogue* catalog catalogs brochure* flyer* leaflet* magazine_by_post",
      "katalog* prospekt* broschüre* flyer infomaterial",
      "catálogo* folleto* revista_de" },
    { "advertising_letter",
      "paper_catalogue junk_mail advertising post_advertising flyers_by_post advert "
      "adverts",
      "werbepost werbebrief* postwerbung werbeprospekt* werbesendung*",
      "publicidad_en_papel publicidad_postal buzoneo cartas_publicitarias propaganda" },

    /* Complaints and people. */
    { "complaint",
      "complain complaint* complains complaining formal_complaint file_a_complaint "
      "make_a_complaint bad_experience grievance",
      "beschwer* ärgernis kritik formelle_beschwerde",
      "queja* quejo reclamar hoja_de_reclamaciones poner_una_queja mala_experiencia "
      "libro_de_reclamaciones" },
    { "rude",
      "rude unfriendly impolite disrespect* arrogant condescend* attitude insult* "
      "shouted yelled hung_up_on dismissive unprofessional",
      "unfreundlich* unhöflich* frech respektlos* arrogant* pampig* aufgelegt patzig* "
      "unverschämt* beleidig* abgewimmelt schnippisch",
      "maleducad* grosero* grosera* borde antipátic* falta_de_respeto malas_formas "
      "me_colgó me_colgaron insult* prepotente* mal_trato descort* desagradable*" },
    { "ignored",
      "ignored ignore ignoring no_response no_reply no_answer havent_heard "
      "nobody_answers no_one_answers not_replied never_replied unanswered "
      "without_reply nobody_responds didnt_reply radio_silence",
      "keine_antwort ignoriert* niemand_antwortet keine_rückmeldung antwortet_niemand "
      "unbeantwortet keine_reaktion nichts_gehört meldet_sich_niemand niemand_meldet "
      "antwortet_nicht meldet_sich_keiner funkstille ohne_antwort",
      "sin_respuesta nadie_contesta nadie_responde no_contestan no_responden ignora* "
      "no_me_contestan sin_contestar no_me_responden nadie_me_contesta no_contestáis "
      "ninguna_respuesta silencio no_respondéis" },
    { "third_time",
      "third_time second_time several_times again_and_again many_times fourth_time "
      "yet_again once_again times_already twice_already over_and_over keep_asking "
      "multiple_times third_email repeatedly already_wrote already_written",
      "zum_dritten_mal zum_zweiten_mal mehrmals mehrfach schon_wieder drittes_mal "
      "immer_wieder wiederholt zum_x_ten bereits_geschrieben schon_geschrieben "
      "zweite_mail dritte_mail dauernd ständig wieder_mal schon_zweimal",
      "tercera_vez segunda_vez varias_veces otra_vez de_nuevo cuarta_vez ya_van "
      "muchas_veces reiterad* una_y_otra por_enésima repetidas_veces ya_os_escribí "
      "ya_he_escrito mil_veces" },
    { "disappointed",
      "disappoint* let_down underwhelm* dissatisf* unsatisf* unhappy not_satisfied "
      "not_happy not_impressed frustrat* disapointed dissapoint*",
      "enttäusch* enttaeusch* unzufrieden* nicht_zufrieden frustrier* frust "
      "unbefriedigend* nicht_glücklich",
      "decepci* desilus* insatisf* descontent* no_estoy_content* no_estoy_satisfech* "
      "frustra* desencant*" },
    { "never_again",
      "never_again last_time never_order never_buy lost_a_customer go_elsewhere "
      "competitor* competition_is shop_elsewhere bad_review one_star negative_review "
      "wont_order lost_me",
      "nie_wieder nie_mehr letztes_mal kunden_verloren konkurrenz nie_mehr_bestellen "
      "bestelle_nie woanders_kaufen schlechte_bewertung negative_bewertung rate_ab "
      "kaufe_woanders",
      "nunca_más jamás última_vez perdido_un_cliente competencia no_vuelvo_a "
      "no_volveré_a mala_reseña no_pienso_volver perdéis_un_cliente mala_valoración "
      "en_otra_tienda" },
    { "review",
      "review reviews rating ratings feedback trustpilot google_review testimonial "
      "rate_you survey",
      "bewertung* rezension* feedback trustpilot google_bewertung umfrage* "
      "rückmeldung_geben",
      "reseña* valoración valoraciones opiniones feedback comentario* encuesta* "
      "trustpilot puntuación" },
    { "bad_service",
      "bad_service poor_service terrible_service awful_service customer_service "
      "customer_care horrible_service worst_service service_is shambles incompetent "
      "useless",
      "kundenservice schlechter_service kundenbetreuung saftladen inkompetent* "
      "schlechter_kundenservice kundendienst_ist unfähig* kundenfreundlich* miserabl* "
      "service",
      "atención_al_cliente mal_servicio pésimo_servicio pésima_atención mala_atención "
      "servicio_al_cliente incompetent* inútil* un_desastre servicio_pésimo chapuza*" },
    { "false_promise",
      "promised promise promises told_me was_told they_said you_said assured lie lies "
      "false_promise said_it_would supposed_to according_to_your you_lied they_lied "
      "lied_to",
      "versprochen verspricht versprechen zugesagt zusage hieß_es angeblich sagte_mir "
      "gelogen lüge versprach gesagt_worden versichert angekündigt wurde_mir_gesagt "
      "soll_eigentlich",
      "promesa* promet* me_dijeron me_dijo dijisteis me_aseguraron mentira* mentís "
      "me_han_dicho se_suponía mienten supuestamente aseguraron asegurasteis aseguró "
      "me_aseguran asegurado_que" },
    { "human_agent",
      "human humans real_person agent agents representative* someone_real live_agent "
      "speak_to talk_to speak_with talk_with human_being employee advisor staff "
      "supervisor manager a_person",
      "mensch menschen mitarbeiter* echter_mensch echten_menschen kundenberater* "
      "jemanden_sprechen sprechen ansprechpartner* sachbearbeiter* vorgesetzt* "
      "jemandem_sprechen chef richtiger_mensch echte_person eine_person vorgesetzten",
      "humano humana agente* operador* persona_real hablar_con alguien_real encargad* "
      "responsable_de supervisor* de_verdad gerente asesor_humano empleado* jefe "
      "una_persona con_persona" },
    { "bot_machine",
      "bot bots robot* chatbot* ai automated automatic automatically automated_reply "
      "computer canned auto_reply template artificial_intelligence a_machine",
      "bot bots roboter* chatbot* maschine* ki automatisch* computer standardantwort* "
      "textbaustein* automatisiert* künstliche_intelligenz",
      "bot bots robot* chatbot* ia automátic* respuesta_automática "
      "inteligencia_artificial contestador ordenador asistente_virtual una_máquina "
      "máquinas" },
    { "call_me",
      "call_me call_back callback ring_me phone_me give_me_a call_you call calls "
      "called calling rang ring_you",
      "ruft_mich rückruf_bitte anruf* angerufen rückruf zurückruf* rufen_sie_mich "
      "telefonisch ruf_mich meldet_euch melden_sie_sich rufe_an telefonier*",
      "llamadme llámame llámeme llamar llamada* llamen llamad llamo llamé "
      "devolver_la_llamada por_teléfono telefonear que_me_llamen llamado llaméis" },
    { "phone_hotline",
      "phone telephone hotline phone_number_of helpline on_the_phone queue "
      "line_is_busy engaged on_hold_for holding_line",
      "telefon* hotline telefonnummer besetzt am_telefon warteschlange "
      "telefonnummer_von servicenummer telefonnummer* telefonisch telefonier*",
      "teléfono* línea comunicando número_de_atención telefónic* centralita "
      "línea_de_atención" },
    { "chat_channel",
      "chat live_chat whatsapp messenger facebook instagram message messages dm "
      "twitter telegram social_media",
      "chat livechat whatsapp messenger facebook instagram nachricht* twitter telegram "
      "sozialen_medien",
      "chat chat_en_vivo whatsapp messenger facebook instagram twitter telegram "
      "redes_sociales mensaje mensajes" },
    { "contact",
      "contact contacts contacted contacting get_in_touch reach reached in_touch "
      "write_to wrote written email_you reach_you",
      "kontaktier* erreich* schreib* geschrieben schrieb melden gemeldet wenden "
      "in_verbindung kontakt kontakte kontaktaufnahme kontaktformular*",
      "comunicar* escrib* escrito ponerme_en_contacto localizaros comuniqu* contacto "
      "contactar contactado contacté contactad contacten" },
    { "answer",
      "answer answers answered reply replies replied respond response feedback_from "
      "get_back_to",
      "antwort* geantwortet beantwort* rückmeldung* reagier*",
      "respuesta* respond* contesta* contesten" },
    { "escalate",
      "escalate* escalation higher_up complaint_department management ceo boss "
      "in_charge someone_in_charge team_leader",
      "eskalier* geschäftsführ* geschäftsleitung vorgesetzten abteilungsleiter* "
      "leitung verantwortlich* teamleiter*",
      "escalar dirección_general superior gerencia director* departamento_de_quejas "
      "responsable jefe_de" },
    { "help",
      "help helps helped helping assist* support hlp help_me",
      "hilfe helfen hilf helft hilft geholfen support unterstütz* behilflich hilfst",
      "ayuda ayudar ayudad* ayúdame ayúdenme ayudáis ayudarme ayudas asistencia "
      "soporte socorro auxilio" },
    { "problem",
      "problem* issue issues trouble troubles matter concern hassle difficulty "
      "difficulties",
      "problem* schwierigkeit* anliegen ärger panne störfall",
      "problema* inconveniente* dificultad* incidencia* asunto contratiempo" },
    { "question",
      "question* query queries ask asking asked inquiry wondering wonder curious",
      "frage fragen anfrage* gefragt nachfrage* rückfrage* wüsste_gern gerne_wissen",
      "pregunta* consulta* duda dudas quería_saber quisiera_saber me_gustaría_saber" },
    { "information",
      "information info infos details_about tell_me know_more more_about explain "
      "explanation inform informed",
      "information* info infos auskunft auskünfte erklär* erläuter* sagen_sie_mir "
      "bescheid informier* näheres erklaer*",
      "info infórm* explic* saber_más decirme díganme indicar* detalles_sobre" },
    { "solution",
      "solution solve solved resolve resolved sort_out sorted resolution sort_this "
      "fix_this",
      "lösung* lösen gelöst klärung geklärt regeln behoben beheben erledigt geregelt "
      "loesung* geloest",
      "solución soluciones soluciona* resolver resuelt* resuelv* arreglar_esto "
      "solucionado" },

    /* Privacy, law and threats. */
    { "delete_account",
      "delete_my_account delete_account close_my_account close_account "
      "remove_my_account erase_my delete_my_profile deactivate_my_account "
      "deactivate_account account_deleted account_closed delete_my_data",
      "konto_löschen account_löschen kundenkonto_löschen konto_schließen "
      "konto_auflösen kontolöschung konto_gelöscht profil_löschen konto_deaktivieren "
      "mein_konto_löschen daten_löschen löschung_meines",
      "eliminar_mi_cuenta borrar_mi_cuenta cerrar_mi_cuenta borrar_la_cuenta "
      "eliminar_la_cuenta cerrar_la_cuenta borrar_mis_datos eliminar_mis_datos "
      "eliminar_cuenta supresión_de_mis eliminación_de_mi" },
    { "delete",
      "delete* deleting deletion erase* erasure wipe removed_from purge",
      "lösch* loesch* gelöscht entfernung",
      "borra* borre* elimin* suprim* supresión" },
    { "data_privacy",
      "gdpr data_protection privacy privacy_policy personal_data dpo data_subject "
      "data_breach data_leak my_data ccpa",
      "datenschutz* dsgvo personenbezogen* meine_daten meiner_daten datenleck "
      "datenpanne datenweitergabe",
      "rgpd protección_de_datos privacidad datos_personales lopd mis_datos_personales "
      "política_de_privacidad aepd derechos_arco filtración_de_datos lopdgdd" },
    { "data_access",
      "data_request copy_of_my data_you_have what_data data_you_hold data_you_store "
      "subject_access stored_about information_you_hold data_stored access_request "
      "export_my_data",
      "datenauskunft auskunft_über_meine welche_daten gespeicherte_daten art_15 "
      "datenkopie gespeichert auskunft_nach auskunftsersuchen daten_gespeichert",
      "qué_datos_tenéis copia_de_mis acceso_a_mis qué_datos datos_que_tenéis "
      "derecho_de_acceso datos_almacenados datos_guardáis guardáis_sobre" },
    { "data_sharing",
      "share_my_data third_parties third_party sold_my_data sell_my_data passed_on "
      "share_data selling_my",
      "daten_weitergegeben an_dritte dritte_weitergegeben datenverkauf datenhandel "
      "daten_verkauft daten_weitergeben",
      "a_terceros terceros ceder_mis_datos vender_mis_datos cesión_de_datos "
      "vendido_mis_datos comparten_mis compartido_mis compartir_mis compartís_mis" },
    { "lawyer",
      "lawyer* solicitor* attorney* legal_action legal_advice legal_representative "
      "legal legally legal_department",
      "anwalt* rechtsanwalt* rechtsschutz* rechtlich* juristisch* rechtsabteilung "
      "rechtsschutzversicherung",
      "abogad* acciones_legales vía_legal legal legales legalmente asesoría_jurídica "
      "jurídic* bufete" },
    { "court_sue",
      "court sue suing sued lawsuit small_claims tribunal litigation take_you_to",
      "gericht gerichtlich* klage klagen verklag* mahnbescheid* vor_gericht einklagen "
      "rechtsstreit",
      "juicio demanda demandar* tribunal tribunales juzgado denuncia* vía_judicial "
      "judicial*" },
    { "consumer_protection",
      "consumer_protection consumer_rights consumer_council trading_standards "
      "ombudsman consumer_agency bbb consumer_law statutory citizens_advice",
      "verbraucherschutz* verbraucherzentrale* verbraucherrecht* schlichtungsstelle "
      "schlichtung verbraucher bgb gesetzlich*",
      "defensa_del_consumidor ocu consumo derechos_del_consumidor omic facua "
      "oficina_del_consumidor ley_de_consumidores organización_de_consumidores profeco "
      "arbitraje" },
    { "police",
      "police criminal_charges file_charges police_report press_charges criminal",
      "polizei anzeige strafanzeige* erstatte_anzeige polizeilich kripo "
      "anzeige_erstatten",
      "policía denuncia_policial guardia_civil policiaca comisaría penal delito" },
    { "deadline_ultimatum",
      "deadline within_14_days final_warning last_chance ultimatum within_a_week "
      "by_friday at_the_latest otherwise or_else last_warning within_48_hours "
      "set_a_deadline",
      "frist* setze_ihnen letzte_frist bis_spätestens spätestens andernfalls ultimatum "
      "ansonsten sonst_werde letzte_chance nachfrist",
      "plazo_máximo último_aviso ultimátum de_lo_contrario como_muy_tarde si_no_recibo "
      "fecha_límite última_oportunidad antes_del_viernes plazo_de_días" },
    { "press_public",
      "newspaper journalist* press social_media_post go_public public tv_show "
      "twitter_post reporter* the_media",
      "zeitung presse journalist* öffentlich* medien fernsehen redakteur* "
      "öffentlich_machen",
      "periódico* prensa periodista* hacer_público medios_de_comunicación publicaré "
      "redes_sociales_todo" },
    { "rights_law",
      "rights my_rights law obliged obligation entitled act_of statute "
      "according_to_law by_law entitlement",
      "gesetz* verpflichtet pflicht anspruch_auf mein_recht zusteht steht_mir_zu "
      "recht_auf rechte_als im_recht meine_rechte rechtslage gesetzlich*",
      "derecho derechos ley leyes obligación obligad* por_ley legislación "
      "me_corresponde" },

    /* Not a customer's request. */
    { "job_application",
      "job jobs vacancy vacancies apply_for application_for career* hiring internship "
      "cv resume work_for_you position position_at recruit* employment",
      "job jobs bewerb* praktikum karriere ausbildungsplatz lebenslauf arbeiten_bei "
      "stellenanzeige* werkstudent* minijob arbeitszeugnis stellenangebot* "
      "offene_stelle freie_stelle offene_stellen",
      "empleo empleos trabajo vacante* currículum cv prácticas candidatura "
      "trabajar_con trabajar_en oferta_de_trabajo ofertas_de_empleo contratando "
      "postular* puesto_de" },
    { "marketing_pitch",
      "seo backlink* ranking rank_your google_ads website_traffic digital_marketing "
      "marketing agency web_design leads guest_post link_building boost_your "
      "increase_your grow_your first_page",
      "seo backlinks ranking online_marketing marketing werbeagentur agentur webdesign "
      "gastbeitrag suchmaschinen* reichweite neukundengewinnung google_ranking",
      "seo posicionamiento backlinks marketing agencia_de_marketing diseño_web "
      "tráfico_web clientes_potenciales google_ads redes_sociales_para "
      "publicidad_digital posicionar" },
    { "partnership",
      "partnership* partner collaborat* cooperation influencer* affiliate ambassador* "
      "sponsor* cooperate blogger* content_creator work_together youtube_channel",
      "partner* kooperation* zusammenarbeit* influencer* sponsor* botschafter* "
      "affiliate blogger* kooperier* testprodukt*",
      "colabora* patrocin* influencer* embajador* afiliad* socios_comerciales alianza* "
      "bloguer* creador_de_contenido acuerdo_comercial" },
    { "supplier_offer",
      "supplier* we_offer are_a_manufacturer our_company our_products our_factory "
      "distributor* reseller* become_a_dealer wholesale_partner trade_fair factory oem "
      "our_services",
      "lieferant* wir_bieten unser_unternehmen unsere_produkte hersteller_von "
      "vertriebspartner* wiederverkäufer* fachhändler* messe unsere_dienstleistung* "
      "fabrik",
      "proveedor* ofrecemos nuestra_empresa nuestros_productos distribuidor* "
      "fabricante_de feria fábrica nuestros_servicios revendedor*" },
    { "invoice_to_you",
      "our_invoice invoice_to_you pay_our_invoice unpaid_invoice_to accounts_payable "
      "payable_department remittance purchase_order_for attached_is_our you_owe_us",
      "unsere_rechnung rechnung_an_sie buchhaltung* kreditorenbuchhaltung "
      "unsere_forderung zahlungseingang_unserer",
      "nuestra_factura contabilidad departamento_de_pagos nos_debéis nos_deben "
      "factura_a_su" },
    { "donation_charity",
      "donat* charity fundrais* non_profit raffle_prize tombola sponsor_our",
      "spende* gemeinnützig* wohltätig* tombola benefiz*",
      "donación donaciones donar ong benéfic* solidari* sin_ánimo" },
    { "press_enquiry",
      "press_enquiry press_release interview article_about research_project thesis "
      "survey_for bachelor_thesis",
      "presseanfrage* pressemitteilung interview* bachelorarbeit masterarbeit "
      "hausarbeit seminararbeit forschungsprojekt",
      "entrevista* nota_de_prensa tesis trabajo_de_fin investigación_universitaria tfg" },
    { "weather_talk",
      "weather forecast sunny_today raining_today will_it_rain weather_like",
      "wetter* ist_das_wetter regnet_es sonnig*",
      "pronóstico tiempo_hace va_a_llover hace_buen_tiempo el_clima lloverá "
      "previsión_del_tiempo" },
    { "recipe_food",
      "recipe* cook pizza dinner lunch breakfast restaurant* cake food bake",
      "rezept* pizza kuchen abendessen mittagessen essen restaurant* nudeln backen "
      "frühstück",
      "receta* pizza cena comida restaurante* tarta paella pasta_carbonara desayuno "
      "almuerzo hornear" },
    { "joke_chat",
      "joke* funny story poem riddle lol haha lmao bored rofl sing",
      "witz* lustig erzähl* gedicht rätsel haha lol langweil* ein_lied",
      "chiste* gracios* jaja jajaja poema adivinanza aburrid* cuento lol cuéntame" },
    { "about_bot",
      "who_are_you what_are_you your_name are_you_human are_you_real you_a_robot "
      "you_a_bot how_old_are what_can_you chatgpt gpt language_model who_made_you",
      "wer_bist_du bist_du_ein wie_heißt_du was_kannst_du bist_du_echt was_bist_du "
      "chatgpt sprachmodell wer_hat_dich bist_du_mensch",
      "quién_eres eres_un_robot cómo_te_llamas qué_puedes_hacer eres_real eres_humano "
      "chatgpt qué_eres eres_una_máquina eres_un_bot" },
    { "prompt_tricks",
      "ignore_all_previous previous_instructions system_prompt your_instructions "
      "pretend act_as roleplay jailbreak developer_mode ignore_your reveal_your",
      "ignoriere_alle vorherigen_anweisungen systemprompt deine_anweisungen "
      "spiele_die_rolle tu_so_als entwicklermodus",
      "ignora_todas instrucciones_anteriores tus_instrucciones actúa_como "
      "haz_de_cuenta modo_desarrollador finge" },
    { "homework_general",
      "homework translate translation essay programming python javascript write_a_poem "
      "capital_of president math equation",
      "hausaufgabe* übersetz* aufsatz programmier* python javascript hauptstadt "
      "präsident* mathe gleichung",
      "deberes traduc* ensayo programación python javascript capital_de presidente "
      "matemáticas ecuación" },
    { "politics_sport_news",
      "football soccer election politic* bitcoin crypto stocks_and_shares lottery "
      "horoscope movie movies song",
      "fußball wahl_des politik* bitcoin krypto aktien lotto horoskop film filme "
      "bundesliga",
      "fútbol elecciones política* bitcoin cripto bolsa_de_valores lotería horóscopo "
      "película* canción partido_de" },
    { "wrong_recipient",
      "wrong_person wrong_company not_a_customer never_ordered_from not_my_order "
      "someone_elses_order dont_know_you wrong_number not_your_customer",
      "falscher_empfänger nicht_mein_paket kein_kunde nie_bei_ihnen kenne_sie_nicht "
      "verwechslung falsche_nummer nicht_für_mich",
      "persona_equivocada no_soy_cliente nunca_he_comprado no_es_mío no_os_conozco "
      "número_equivocado es_para_mí" },
    { "test_message",
      "test testing test_message just_testing asdf blah hello_test qwerty",
      "test teste testnachricht asdf blabla nur_ein_test testing",
      "prueba probando mensaje_de_prueba asdf bla_bla test testeando" },

    /* Time and urgency. */
    { "urgent",
      "urgent* asap as_soon_as immediately right_away hurry emergency quickly soon_as "
      "urgency time_critical straight_away very_fast",
      "dringend* eilig* eilt schnellstmöglich* asap umgehend* unverzüglich* schnell "
      "möglichst_bald notfall* pressiert dringlich* sofort sofortig* "
      "schnellstmoeglich*",
      "urgen* cuanto_antes lo_antes_posible inmediat* rápid* prisa ya_mismo apura* "
      "emergencia antes_posible lo_más_pronto urgente" },
    { "before_event",
      "before_the_trip in_time on_time before_my before_our before_we_leave "
      "in_time_for need_it_by need_them_by need_it_for before_christmas "
      "before_the_weekend by_then by_the_weekend",
      "rechtzeitig* pünktlich* vor_der_reise vor_dem_urlaub vor_meiner vor_unserem "
      "vor_weihnachten bis_zum_wochenende vor_dem_wochenende brauche_es_bis "
      "brauche_sie_bis bis_dahin vor_unserer",
      "a_tiempo antes_del_viaje antes_de_mi antes_de_navidad antes_de_las "
      "lo_necesito_para lo_necesito_antes para_el_viaje antes_del_fin "
      "los_necesito_para para_entonces antes_de_irme" },
    { "trip_holiday",
      "trip trips holiday holidays vacation* travel travelling traveling journey "
      "leave_on leaving expedition fly_out setting_off",
      "reise* urlaub* ferien verreis* expedition fliege fliegen losgehen fahren_wir "
      "abreise *urlaub dienstreise zelturlaub",
      "viaje* vacaciones viajar viajo viajamos expedición salgo_de salimos me_voy "
      "ruta_de excursión_de" },
    { "wedding_birthday",
      "wedding birthday anniversary party graduation baptism funeral mothers_day "
      "fathers_day valentine*",
      "hochzeit* geburtstag* jubiläum feier jahrestag taufe muttertag vatertag "
      "valentinstag konfirmation geburtstagsgeschenk*",
      "boda cumpleaños aniversario fiesta bautizo comunión graduación san_valentín "
      "día_del_padre de_la_madre" },
    { "christmas_easter",
      "christmas xmas easter new_year santa halloween thanksgiving hanukkah",
      "weihnacht* ostern silvester nikolaus neujahr heiligabend pfingsten advent* "
      "weihnachtsgeschenk*",
      "navidad navidades reyes semana_santa nochebuena año_nuevo nochevieja pascua "
      "papá_noel" },
    { "weekday",
      "monday* tuesday* wednesday* thursday* friday* saturday* sunday* mon tues thurs "
      "weekday*",
      "dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* sonnabend werktag* "
      "wochentag* montag montags werktage*",
      "lunes martes miércoles jueves viernes sábado* domingo* día_laborable "
      "días_laborables días_hábiles entre_semana" },
    { "month",
      "january february march april in_may june july august september october november "
      "december jan feb sept nov",
      "januar jänner februar märz maerz april im_mai juni juli august september "
      "oktober november dezember",
      "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre "
      "noviembre diciembre" },
    { "season",
      "spring summer autumn winter season fall_season",
      "frühling frühjahr sommer* herbst winter* saison jahreszeit",
      "primavera verano otoño invierno temporada estación_del" },
    { "today_now",
      "today tonight now this_morning this_afternoon this_evening right_now currently "
      "at_the_moment",
      "heute heut jetzt heute_morgen heute_abend gerade momentan aktuell derzeit "
      "heutig*",
      "hoy ahora esta_mañana esta_tarde esta_noche ahora_mismo actualmente "
      "en_este_momento hoy_mismo" },
    { "tomorrow",
      "tomorrow tmrw tomorow day_after_tomorrow tmr tommorow",
      "morgen übermorgen uebermorgen morgen_früh",
      "mañana pasado_mañana" },
    { "yesterday_past",
      "yesterday last_week last_month last_night ago day_before last_friday "
      "last_monday recently just_now",
      "gestern vorgestern letzte_woche letzten_monat letzte letzten neulich kürzlich "
      "vorhin letztens vor_kurzem vor_einer_woche",
      "ayer anteayer semana_pasada mes_pasado anoche recientemente hace_poco "
      "el_otro_día antier hace_unos" },
    { "ago_since",
      "ago since for_weeks for_days for_over for_more_than for_a_month for_a_week "
      "already_waiting",
      "seit vor_wochen vor_tagen seit_wochen seit_tagen seit_monaten schon_seit "
      "vor_monaten",
      "desde hace_días hace_semanas hace_meses hace_más desde_hace hace_una_semana "
      "llevo" },
    { "soon_later",
      "soon later shortly next_week next_month after_that in_a_week in_the_future "
      "coming_week upcoming",
      "bald demnächst später nächste_woche nächsten nächste danach in_kürze nachher "
      "kommende künftig* naechste naechste_woche naechsten",
      "pronto luego próxim* después más_tarde en_breve semana_que_viene más_adelante "
      "próximamente" },
    { "day_span",
      "day days working_days business_days hours hour day_or_two",
      "tag tage tagen werktage* stunde stunden arbeitstag* tagelang",
      "días hora horas un_día días_hábiles días_naturales" },
    { "week_span",
      "week weeks fortnight weekend weekends week_long",
      "woche wochen wochenende* wochenlang zweiwöchig*",
      "semana* fin_de_semana quincena fines_de_semana el_finde este_finde" },
    { "month_year_span",
      "month months year years half_a_year monthly yearly",
      "monat monate monaten monats jahr jahre jahren halbes_jahr monatlich* jährlich*",
      "meses año años medio_año mensual* anual* un_mes hace_un_mes mensualidad*" },
    { "morning_evening",
      "morning afternoon evening night midday noon midnight",
      "vormittag* nachmittag* abend abends nachts mittag* morgens früh nacht",
      "por_la_mañana por_la_tarde por_la_noche mediodía madrugada noche tarde_noche" },
    { "always_never",
      "always never ever every_time all_the_time constantly every_day continually",
      "immer nie niemals jedes_mal jedesmal ständig andauernd jeden_tag dauernd",
      "siempre nunca cada_vez constantemente todos_los_días todo_el_tiempo "
      "continuamente" },
    { "already_still",
      "already still yet anymore any_more no_longer meanwhile",
      "schon bereits noch immer_noch immernoch mittlerweile inzwischen nicht_mehr "
      "nimmer",
      "todavía aún sigue siguen sigo mientras_tanto ya_no" },
    { "again",
      "again once_more anew repeat repeated back_again another_time",
      "nochmal nochmals noch_einmal wieder erneut abermals noch_mal wiederum",
      "otra_vez de_nuevo nuevamente volver vuelve vuelto una_vez_más repetir" },
    { "first_last",
      "first last final finally initially at_first original originally",
      "erste ersten erster zuerst letztlich endlich ursprünglich anfangs schließlich "
      "zunächst",
      "primero primera primer último última finalmente inicialmente por_fin original*" },
    { "date_time",
      "date dates time oclock schedule_for calendar date_of",
      "datum uhrzeit zeitpunkt kalender datums uhr",
      "fecha* calendario hora_de a_las" },

    /* Numbers. */
    { "two",
      "two couple both twice second pair_of",
      "zwei beide beiden zweimal zweite* zwo paar_mal",
      "dos ambos ambas segundo segunda par_de" },
    { "three",
      "three third thrice triple",
      "drei dritte* dreimal dreifach",
      "tres tercer tercera tercero triple" },
    { "four_to_ten",
      "four five six seven eight nine ten half_dozen",
      "vier fünf sechs sieben acht neun zehn",
      "cuatro cinco seis siete ocho nueve diez" },
    { "tens",
      "eleven twelve fifteen twenty thirty forty fifty sixty eighty ninety",
      "elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig achtzig neunzig",
      "doce quince veinte treinta cuarenta cincuenta sesenta ochenta noventa" },
    { "hundreds",
      "hundred hundreds thousand thousands",
      "hundert* tausend*",
      "cien ciento cientos mil miles quinientos" },
    { "half_part",
      "half halves partly partially quarter third_of",
      "halb halbe halben hälfte teilweise viertel zum_teil",
      "mitad medio media parcial* cuarto_de en_parte" },
    { "more_less",
      "more less fewer additional further most least",
      "mehr weniger zusätzlich* weitere weiteren mehrere meiste",
      "más menos adicional* mayor menor varios varias" },
    { "all_nothing",
      "all everything whole entire entirely full fully complete completely nothing "
      "none",
      "alles alle ganz ganze ganzen gesamt* komplett* nichts nix völlig gar_nichts "
      "gar_nicht",
      "todo toda todos todas entero entera completo completa nada ninguno ninguna" },
    { "other_different",
      "other others another different differently else alternative alternatively",
      "andere anderer anderes anderen anderem anders sonst* alternativ*",
      "otro otra otros otras distint* diferente* alternativa*" },
    { "same",
      "same identical similar alike equal exactly_the equivalent",
      "gleich* selbe selben dasselbe derselbe identisch* ähnlich* genauso",
      "mismo misma mismos igual iguales idéntic* similar* parecid*" },
    { "only_just",
      "only just merely solely simply",
      "nur bloß lediglich einfach_nur",
      "solo solamente únicamente simplemente nada_más" },
    { "very_much",
      "very really so_much extremely totally absolutely way_too quite such_a pretty "
      "incredibly",
      "sehr echt wirklich absolut äußerst extrem wahnsinnig voll_und richtig_gut "
      "ziemlich krass total_schön",
      "muy mucho mucha muchísim* realmente extremadamente absolutamente totalmente "
      "bastante superbien" },
    { "maybe_unsure",
      "maybe perhaps unsure not_sure possibly dunno dont_know no_idea think_so i_guess "
      "probably",
      "vielleicht evtl eventuell unsicher nicht_sicher keine_ahnung möglicherweise "
      "weiß_nicht womöglich vermutlich wahrscheinlich",
      "quizá quizás tal_vez no_estoy_segur* no_sé a_lo_mejor igual_me probablemente "
      "supongo ni_idea" },

    /* Questions. */
    { "where",
      "where wheres whereabouts where_is where_are wher",
      "wo woher wohin wo_ist wo_bleibt wo_sind wo_liegt",
      "dónde adónde dónde_está dónde_están ande" },
    { "when",
      "when whens at_what_time what_date when_will when_is wen_will by_when",
      "wann bis_wann ab_wann wann_kommt wann_wird",
      "cuándo para_cuándo en_qué_fecha qué_día cuándo_va" },
    { "how_long",
      "how_long how_many_days how_soon how_much_longer how_much_time how_quickly",
      "wie_lange wie_lang wielange wie_schnell wie_viele_tage wie_viel_zeit dauert "
      "dauer",
      "cuánto_tiempo cuánto_tarda cuánto_tardará cuántos_días cuánto_falta "
      "cuánto_se_tarda cuánto_dura cuánto_hay_que" },
    { "how_much",
      "how_much what_does_it cost_me price_for costs_how how_expensive is_the_price",
      "wie_viel wieviel was_kostet wie_teuer was_kosten kostet_das was_macht",
      "cuánto_cuesta cuánto_vale cuánto_es cuánto_cobr* qué_precio cuánto_sale "
      "cuánto_cuestan cuánto_costaría cuánto_me" },
    { "how_to",
      "how_do_i how_can_i how_does how_to how_would how_am_i how_should howto "
      "how_do_you",
      "wie_kann wie_mache wie_geht wie_funktioniert wie_muss wie_läuft wie_komme "
      "wie_bekomme wie_soll",
      "cómo_puedo cómo_hago cómo_funciona cómo_se cómo_tengo cómo_lo cómo_debo "
      "de_qué_manera" },
    { "can_i",
      "can_i may_i am_i_allowed could_i is_it_possible possible would_it_be am_i_able "
      "be_able can_we possibility",
      "kann_ich darf_ich könnte_ich ist_es_möglich möglich kann_man geht_das "
      "möglichkeit könnt_ihr_mir dürfte_ich können_wir wäre_es moeglich koennte_ich "
      "waere_es",
      "puedo podría podemos es_posible posible se_puede posibilidad habría_posibilidad "
      "pudiera podríamos cabe_la_posibilidad" },
    { "can_you",
      "can_you could_you would_you will_you please_can are_you_able pls_can can_u "
      "could_u",
      "können_sie könnt_ihr könntet_ihr könnten_sie kannst_du würden_sie würdet_ihr "
      "koennen_sie koennt_ihr könntest_du koennten_sie koenntet_ihr",
      "podéis podrías podríais podrían pueden puedes podría_usted puede_usted "
      "me_puedes me_podéis" },
    { "what",
      "what whats wat whatever",
      "wat was_genau was_denn was_kann was_soll was_muss was_passiert",
      "qué q_es qué_tal lo_que" },
    { "you_all",
      "you your yours u ur you_guys yall",
      "ihr euch euer eure eurem euren sie_mir ihnen",
      "vosotros vosotras ustedes vuestro vuestra vuestros os usted" },
    { "which",
      "which what_sort what_are what_is whichever",
      "welche welcher welches welchen was_ist was_sind",
      "cuál cuáles qué_es qué_son" },
    { "why",
      "why how_come what_for reason reasons because",
      "warum wieso weshalb weswegen grund gründe weil wofür",
      "por_qué porqué xq pq motivo motivos razón razones" },
    { "who",
      "who whom whose who_is somebody someone anyone anybody nobody",
      "wer wem wen wessen jemand* niemand irgendwer keiner",
      "quién quiénes alguien nadie de_quién" },
    { "do_i_need_to",
      "do_i_need must need_to have_to should_i am_i_supposed required required_to "
      "i_have_to i_need_to",
      "muss ich_muss sollte müssen soll_ich brauche_ich benötige_ich erforderlich "
      "notwendig",
      "tengo_que debo_hacer hay_que necesito debería es_necesario hace_falta "
      "es_obligatorio" },
    { "is_there",
      "is_there are_there any_chance any_way there_a do_they do_you_offer",
      "gibt_es gibts existiert besteht_die gibt_es_die bietet_ihr bieten_sie",
      "existe existen hay_alguna hay_algún hay_forma ofrecéis ofrecen" },
    { "does_include",
      "included include includes does_it_come comes_with come_with is_it_included "
      "part_of_the included_in",
      "inklusive dabei enthalten inkl enthält gehört_dazu im_lieferumfang lieferumfang "
      "beinhaltet",
      "incluye incluyen incluid* viene_con vienen_con trae consigo contiene" },
    { "valid_until",
      "valid validity expire_date expiry_date still_valid use_by good_for_how",
      "gültig* gilt gelten verfallen verfällt noch_gültig",
      "válid* vigente* vigencia sigue_siendo_válido" },

    /* Wishes and doings. */
    { "want",
      "want wants wanted wanna would_like id_like i_wish wish like_to looking_to "
      "prefer",
      "würde_gern würde_gerne hätte_gern hätte_gerne wünsch* wollen wollte bevorzug* "
      "mag wuerde_gerne haette_gerne haette_gern möchte möchten möchtest moechte "
      "moechten ich_will will_ich will_meine will_mein",
      "quiero quería quisiera queremos deseo desear me_gustaría querría queríamos "
      "preferiría prefiero preferimos" },
    { "need",
      "need needs needed needing require requires i_need",
      "brauch brauche brauchen brauchst gebraucht_wird benötig* benoetig* bräuchte*",
      "necesit* preciso requier* hace_falta me_hace_falta necesito requiero" },
    { "demand",
      "demand demands demanding insist insists expect expecting request requested",
      "forder* bestehe_auf erwarte erwarten ich_fordere gefordert verlange verlangen "
      "verlangt verlangte",
      "exijo exigir demando solicit* insisto reclamo requiero exige exigimos" },
    { "please_do",
      "please_send please_cancel please_change please_let please_confirm please_tell "
      "please_check please_help please_give",
      "bitte_schicken bitte_senden bitte_stornieren bitte_ändern bitte_teilen "
      "bitte_prüfen bitte_sagen bitte_um bitte_helfen",
      "por_favor_envi* por_favor_cancel* por_favor_cambi* ruego rogaría les_ruego "
      "os_ruego por_favor_confirm* por_favor_indi*" },
    { "check",
      "check checked checking verify_that look_at have_a_look take_a_look review_my "
      "see_if make_sure",
      "prüf* überprüf* nachsehen nachschauen schauen_sie schaut nachgeschaut "
      "nachgesehen checken sehen_sie schau pruef* ueberpruef*",
      "mirar mirad compruebe* echar_un_vistazo mire verificad verificar revisar "
      "revisad* revise revisáis revisa revisen comprobar comprobad comprobado" },
    { "try",
      "try tried trying attempt attempted attempts",
      "versuch* probier* ausprobier*",
      "intent* probar probado pruebo trato_de tratado_de tratando tratar_de lo_probé "
      "la_probé" },
    { "decide",
      "decide decided choose chose chosen choosing choice decision torn_between "
      "undecided",
      "entscheid* entschieden wähl* auswähl* ausgesucht unentschlossen* schwanke "
      "auswahl",
      "decid* elegir elij* elegid* escog* dudo indecis* elección" },
    { "use",
      "use uses using usage utilise utilize",
      "benutz* verwend* nutze nutzen genutzt gebrauch anwendung_bei benutzt*",
      "usar uso uso_de utiliz* usando usarlo usarla" },
    { "show_find_out",
      "show shows shown display displayed says_that it_says appears states",
      "zeigt zeigen gezeigt angezeigt anzeigt steht_da steht_dort erscheint stand_da "
      "zeig",
      "muestr* mostrar aparece aparecen sale_que pone_que dice_que figura muestra*" },
    { "give",
      "give gives gave given offer_me provide provided hand_me",
      "gebt gibt geben gegeben gab geb anbieten bietet angeboten bereitstell*",
      "dar dame dadme deme doy dieron disteis dado ofrec* proporcion* ofrecemos "
      "ofrecéis ofrecen" },
    { "open_close",
      "open opened opening close closing shut",
      "öffne öffnen geöffnet_habe schließen schließt zumachen aufmachen öffnet",
      "abrir abro abre abierta cerrar cierro abrirlo abrí" },
    { "keep",
      "keep keeping keeps kept hold_on_to retain",
      "behalt* behielt aufheben aufbewahr*",
      "quedarme quedármelo conserv* guardar guardo mantener quedármela" },
    { "stop_working_of_site",
      "down_for site_is_down site_down offline website_down not_loading website_not "
      "page_not",
      "seite_geht_nicht seite_lädt webseite_funktioniert seite_funktioniert "
      "seite_nicht_erreichbar offline",
      "web_no_funciona página_no_carga web_caída está_caída web_no_carga "
      "página_no_funciona" },

    /* Mood and manners. */
    { "thanks",
      "thanks thank thankyou thx ty cheers appreciate* grateful gratitude thank_you "
      "tks thnx",
      "danke* dank vielen_dank merci bedank* dankbar* besten_dank thx herzlichen_dank",
      "gracias agradec* agradezco muchas_gracias mil_gracias grax" },
    { "please",
      "please pls plz kindly plese would_you_kindly",
      "bitte bitteschön bittet biite freundlicherweise pls",
      "por_favor porfavor porfa pf favor amablemente plis" },
    { "greeting",
      "hello hi hey dear good_morning good_afternoon good_evening hiya greetings howdy",
      "hallo hi hey moin servus guten_tag guten_morgen guten_abend grüß_gott "
      "sehr_geehrte liebes_team liebe hallöchen grüezi gruess_gott",
      "hola buenos_días buenas_tardes buenas_noches buenas estimad* saludos hey holi "
      "querid*" },
    { "closing",
      "regards kind_regards best_wishes sincerely best_regards yours bye goodbye "
      "take_care have_a_nice looking_forward",
      "grüße gruß mfg lg viele_grüße tschüss beste_grüße freundlichen_grüßen "
      "schönen_tag liebe_grüße ciao vg gruesse gruessen freundlichen_gruessen "
      "schoenen_tag",
      "saludo saludos un_saludo atentamente adiós cordial* hasta_luego que_tengáis "
      "quedo_a_la un_abrazo" },
    { "apology",
      "sorry apologies apologize apologise apology excuse pardon forgive",
      "sorry entschuldig* tut_mir_leid verzeih* pardon bedauer* tschuldigung",
      "perdón disculp* lo_siento perdona perdonad perdone lamento siento_molestar" },
    { "anger",
      "angry furious annoyed annoying mad outrageous ridiculous unacceptable disgrace* "
      "livid fuming outraged fed_up pissed scandalous shocking appalled joke_of "
      "appalling",
      "wütend* sauer verärgert* unverschämt* frechheit unmöglich* inakzeptabel* "
      "stinksauer skandal* unfassbar* zumutung ärgerlich* geht_gar_nicht schnauze "
      "lächerlich* genervt nervt ätzend unmöglich",
      "enfadad* furios* indignad* inaceptable* vergüenza ridícul* indignante harto "
      "harta cabread* enojad* vergonzos* tomadura_de_pelo intolerable* molest* hartos "
      "hartas" },
    { "swearing",
      "wtf shit shitty crap crappy fuck* bullshit damn bloody asshole idiot* sucks "
      "bastard* wth the_hell hell_of",
      "scheiss* verdammt* kacke mist arsch* verarsch* drecks* idiot* wtf beschissen*",
      "mierda joder puta puto hostia coño gilipoll* wtf idiota* asco cojones pendej* "
      "imbécil*" },
    { "bad",
      "bad terrible awful horrible worst worse poor lousy dreadful rubbish nightmare "
      "unbelievable catastroph* garbage",
      "schlecht* furchtbar* schrecklich* katastroph* miserabel* schlimm* grauenhaft* "
      "unterirdisch* mies* saumäßig albtraum mangelhafte",
      "mala malo malos pésim* terrible* horrible* peor peores fatal desastr* "
      "lamentable* catástrof*" },
    { "joy",
      "happy glad delighted pleased love loved loving joy thrilled excited "
      "over_the_moon",
      "freu freue* gefreut glücklich* begeistert* liebe_es freude froh super_happy "
      "erfreut*",
      "feliz felices encantad* encanta alegr* ilusión me_encanta contento contenta "
      "contentos contentas" },
    { "praise",
      "great excellent perfect amazing awesome fantastic brilliant wonderful lovely "
      "nice superb top_notch fab well_done good_job best outstanding",
      "super toll* klasse spitze prima perfekt* ausgezeichnet* hervorragend* "
      "wunderbar* großartig* genial* einwandfrei* geil mega fantastisch* top_service "
      "top_qualität",
      "genial* excelente* perfect* estupend* fantástic* maravill* fenomenal "
      "increíble_servicio guay magnífic* gran_trabajo de_lujo enhorabuena" },
    { "satisfied",
      "satisfied content pleased_with happy_with works_perfectly all_good all_fine "
      "works_fine everything_worked recommend_you very_happy works_great",
      "zufrieden* alles_gut alles_bestens hat_geklappt passt_perfekt sehr_zufrieden "
      "super_zufrieden alles_super läuft_super bestens",
      "satisfech* muy_content* todo_bien todo_perfecto todo_correcto quedado_muy "
      "content*_con va_genial" },
    { "no_worries_done",
      "solved_it resolved_now never_mind nevermind already_solved it_arrived found_it "
      "forget_it sorted_now no_longer_necessary all_sorted works_now has_arrived_now",
      "hat_sich_erledigt erledigt sich_geklärt ist_angekommen gefunden_habe schon_gut "
      "passt_schon hat_sich_geklärt ist_da vergessen_sie_es geht_jetzt",
      "ya_está ya_llegó ya_ha_llegado no_hace_falta solucionado olvídalo "
      "ya_lo_encontré ya_funciona asunto_resuelto ya_apareció" },
    { "good_fine",
      "good fine okay ok alright",
      "gut gute guter gutes guten ok okay fein in_ordnung",
      "bien buen bueno buena buenos vale ok okey de_acuerdo" },
    { "sarcasm",
      "thanks_for_nothing well_done_you bravo congratulations great_job_on slow_clap "
      "how_lovely what_a_surprise oh_great of_course_not brilliant_service "
      "thanks_a_lot",
      "na_toll danke_für_nichts bravo herzlichen_glückwunsch na_super ganz_toll "
      "ganz_großes_kino gratuliere wie_schön echt_klasse na_bravo applaus",
      "gracias_por_nada bravo enhorabuena_por felicidades_por qué_bien menudo "
      "vaya_servicio qué_maravilla muy_bonito un_aplauso menuda" },
    { "worry",
      "worried worry worrying concerned afraid anxious scared nervous panic fear",
      "sorge sorgen besorgt* angst befürcht* nervös* panik mache_mir",
      "preocup* miedo nervios* angusti* temo agobi* inquiet*" },
    { "confusion",
      "confus* dont_understand unclear makes_no_sense strange weird odd puzzled "
      "bizarre lost_here",
      "verwirr* verstehe_nicht unklar* komisch* seltsam* merkwürdig* versteh_nicht "
      "blicke_nicht_durch kapier* verwundert",
      "confus* no_entiendo raro no_comprendo confundid* no_me_aclaro lioso un_lío "
      "extraño extraña extraños" },
    { "hope",
      "hope hoping hopefully wish_you fingers_crossed",
      "hoff*",
      "ojalá espero_que esperemos confío_en esperanza*" },
    { "trust",
      "trust trusted trustworthy legit legitimate genuine reliable reputable authentic",
      "vertrau* seriös* verlässlich* zuverlässig* echtheit original_oder",
      "fiable* legítim* de_fiar confío confiar confié auténtico auténtica confianza "
      "confiamos" },
    { "negation",
      "not no dont doesnt didnt isnt wasnt cant cannot couldnt wont havent hasnt "
      "without arent nope",
      "nicht kein keine keinen keiner keinem nein nich ohne nie ned weder nöö is_net "
      "geht_net",
      "sin tampoco jamás ningún ninguna ninguno ni nada_de no_he no_ha no_tengo" },
    { "yes",
      "yes yeah yep sure of_course correct_yes indeed definitely definitly "
      "absolutely_yes",
      "ja jawohl jo jep genau klar natürlich selbstverständlich sicher",
      "sí claro por_supuesto desde_luego efectivamente correcto exacto vale_sí" },
    { "but_however",
      "but however although though despite instead nevertheless",
      "aber jedoch obwohl trotzdem trotz stattdessen allerdings dennoch",
      "pero aunque embargo sin_embargo pese no_obstante en_cambio" },
    { "if_otherwise",
      "whether unless in_case assuming provided_that what_if if_i",
      "falls wenn_ich ob_ich sofern angenommen vorausgesetzt im_fall",
      "siempre_que en_caso_de suponiendo por_si a_menos_que si_puedo si_no" },
    { "important",
      "important importantly essential crucial necessary vital",
      "wichtig* notwendig* wesentlich* entscheidend* unbedingt notwendig",
      "important* imprescindible* esencial* necesari* fundamental*" },
    { "easy_difficult",
      "easy easily simple difficult hard complicated tricky impossible",
      "einfach* leicht_zu schwierig* kompliziert* umständlich* unmöglich mühsam* "
      "schwierigkeit*",
      "fácil* sencill* difícil* complicad* imposible* complej*" },

    /* People and activities. */
    { "family",
      "mother father mum mom dad parents brother sister husband wife daughter grandma "
      "grandpa uncle aunt cousin partner_and family relatives my_son our_son sons",
      "mutter vater mama papa eltern bruder schwester mann frau_und sohn tochter oma "
      "opa onkel tante familie* ehemann ehefrau schwiegermutter schwiegervater enkel*",
      "madre padre mamá papá padres hermano hermana marido esposa esposo hijo hija "
      "abuela abuelo tío tía primo familia* suegra nieto" },
    { "partner_friend",
      "friend friends girlfriend boyfriend colleague* mate mates buddy fiance*",
      "freund freunde freundin kumpel kollege kollegin kollegen freunden bekannt*",
      "amigo* amiga* novio novia colega* compañer* pareja" },
    { "dog_animal",
      "dog dogs cat cats puppy pet pets horse mice mouse",
      "hund hunde hündin hundes katze* welpe* haustier* pferd* maus",
      "perro* gato gatos mascota* cachorro* caballo* perrita" },
    { "hike",
      "hike hikes hiking hiker* trek trekking walk walking trail trails backpacking "
      "ramble",
      "wander* trekking bergtour* pilger* spazier* weitwander* hüttentour* "
      "mehrtagestour* fernwanderweg *wanderung touren wanderhose* wanderschuh* "
      "wandersocke* wanderstock wanderstöcke*",
      "senderis* excursi* caminar caminata* trekking ruta rutas travesía* "
      "camino_de_santiago marcha_por caminando" },
    { "climb",
      "climb climbs climbing climber* bouldering abseil* lead_climbing crag "
      "climbing_gym ropework",
      "kletter* bouldern geklettert abseilen mehrseillänge* sportklettern kletterhose* "
      "kletterschuh* kletterseil* klettergurt* klettersteigset* kletterhelm*",
      "escal* escalar rocódromo rapel vías_largas boulder" },
    { "alpine",
      "alpine mountain mountains mountaineering summit glacier high_altitude alps peak "
      "ridge pyrenees himalaya*",
      "alpin* berg berge bergen bergsteig* gipfel gletscher* hochtour* alpen* "
      "hochgebirge pyrenäen himalaya",
      "alpin* montaña* montañism* cumbre* glaciar* alta_montaña alpes pirineo* cima "
      "himalaya" },
    { "camp",
      "camp camping campsite* camper* wild_camping overnight_outdoors campground* "
      "bivouac*",
      "camping campen campingplatz* camper* zelturlaub gezeltet wildcampen biwak* "
      "wohnmobil* biwaksack*",
      "acamp* camping campista* dormir_fuera autocaravana* vivaquear" },
    { "bike_run",
      "cycling cycle cyclist run running runner* jog jogging marathon bike_tour "
      "triathlon biking ride riding",
      "radfahren radtour* joggen läufer* marathon radeln trailrunning triathlon "
      "laufen_gehen beim_laufen",
      "correr corro corredor* ciclis* pedalear maratón trail_running triatlón "
      "montar_en_bici" },
    { "ski_winter_sport",
      "skiing ski_tour* snowboarding ski_resort cross_country_skiing winter_sport* "
      "slopes",
      "skifahren skitour* langlauf* snowboarden skigebiet piste pisten wintersport*",
      "esquiar esquí_de_montaña esquí_de_travesía snowboarding estación_de_esquí "
      "pistas" },
    { "water_sport",
      "swim* kayak* canoe* surf surfing sailing diving paddle* rafting paddling",
      "schwimm* kajak* kanu* surfen segeln tauchen paddel*",
      "nadar natación kayak* piragua* surf vela bucear buceo remar" },
    { "gym_yoga",
      "gym fitness workout yoga treadmill dumbbell* exercise",
      "fitness* yoga hantel* turnen sport",
      "gimnasio fitness yoga pesas entrenamiento entrenar deporte*" },
    { "outdoor_place",
      "outdoor outdoors forest lake river beach desert tropics jungle coast an_island "
      "the_island islands",
      "draußen outdoor wald see_im fluss strand wüste tropen dschungel küste insel",
      "al_aire_libre bosque lago río playa desierto selva costa isla" },
    { "night_light",
      "dark darkness night_time dim bright",
      "dunkel* helles nachts_im leuchten zu_hell sehr_hell heller",
      "oscur* luminos* brillante* alumbr*" },
    { "sleep",
      "sleep sleeps sleeping slept overnight_stay nap",
      "schlaf* geschlafen übernacht*",
      "dormir duermo duerme dormido pernoctar dormimos" },
    { "health_state",
      "ill sick illness hospital doctor injury surgery pregnan* disabled disability "
      "wheelchair",
      "krank* arzt ärztin verletzung operation schwanger* behindert* rollstuhl*",
      "enferm* hospital lesión operación embaraz* discapaci* silla_de_ruedas médico "
      "médica médicos" },
    { "death_bereavement",
      "died dead_person passed_away deceased death bereave* estate heir inherit*",
      "gestorben verstorben* tod todesfall beerdigung erbe nachlass_von erbin",
      "fallec* muerto murió muerte difunt* herencia hereder* defunción" },
    { "elderly",
      "old_age elderly eighty_years my_grandmother retired pension",
      "rentnerin alte_dame hochbetagt* pension",
      "anciano anciana persona_mayor personas_mayores jubilado mayores" },
    { "language",
      "english german spanish french italian language languages",
      "englisch* deutsch* spanisch* französisch* italienisch* sprache sprachen",
      "inglés alemán español castellano francés italiano idioma* lengua" },
    { "old_new",
      "old older new newer brand_new latest",
      "alt alte alten altes neu neue neuen neues neuer neueste* nagelneu*",
      "viejo vieja antigu* nuevo nueva nuevos nuevas último_modelo" },
    { "true_false_claim",
      "true false fake_product counterfeit* replica knock_off imitation",
      "stimmt_nicht fälschung* gefälscht* plagiat* imitat nachgemacht* unwahr",
      "falsific* imitación réplica* copia_barata no_es_original" },
};
/* clang-format on */

const size_t concepts_table_count = sizeof concepts_table / sizeof concepts_table[0];
