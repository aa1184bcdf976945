/* mood_es.c - Spanish words of feeling and haste. */

#include "base/attr.h"
#include "classify/mood_lexicon.h"

/* clang-format off */
static const struct mood_line lines[] = {
    /* Anger, contempt and threats. */
    { MOOD_WORD, -38, 15, "furioso furiosa indigna* indignante rabia cabread* cabreo asco "
      "asqueroso* "
      "asquerosa* repugnante mierda joder coño puta puto hijos_de vergonzoso vergonzosa "
      "vergüenza "
      "sinvergüenza* escándalo escandalos* caradura* morro_tenéis" },
    { MOOD_WORD, -34, 12, "estafa* estafad* estafador* timo timad* fraude* fraudulent* robo "
      "robado "
      "robada robaron roban ladrón ladrones mentira* mentiros* mienten mentís engaño engañ* "
      "delincuentes" },
    { MOOD_WORD, -32, 5, "pésim* horrible* terrible* espantos* lamentable* patétic* nefast* "
      "desastre "
      "desastros* inútil* incompetent* basura chapuza* ridícul* ridiculez fatal penoso penosa "
      "porquería pesadilla tomadura_de_pelo tomando_el_pelo tomar_el_pelo broma_de_mal idiota* "
      "imbécil* payasos" },
    { MOOD_WORD, -30, 8, "inaceptable* intolerable* inadmisible* increíble_que harto harta "
      "hartos hartas "
      "hasta_las_narices hasta_los hasta_la_coronilla me_cansé cansado_de cansada_de ya_basta "
      "basta_ya se_acabó nunca_más jamás_volveré no_vuelvo grosero grosera groseros maleducad* "
      "mala_educación falta_de_respeto ningunean ignoran ignorado ignorada enfadad* enfado "
      "molesto "
      "molesta enojad* paciencia_tiene perdiendo_la_paciencia colgaron colgado_el" },
    { MOOD_WORD, -24, 70, "abogad* demanda demandar demandaré demandas denuncia denunciar "
      "denunciaré "
      "tribunal* juzgado* juicio juez jueza vía_judicial judicial* acciones_legales "
      "medidas_legales hoja_de_reclamaciones hojas_de_reclamaciones oficina_del_consumidor "
      "consumo_municipal omic policía querella burofax daños_y_perjuicios ilegal* arbitraje "
      "asociación_de_consumidores último_plazo" },
    { MOOD_WORD, -20, 10, "queja quejas quejarme queja_formal reclamo reclamación reclamar "
      "encargado "
      "superior_suyo mala_reseña reseña_negativa una_estrella mala_valoración redes_sociales" },
    /* Disappointment and trouble. */
    { MOOD_WORD, -22, 3, "decepci* decepcionad* decepcionante* frustra* descontent* insatisfech* "
      "disgust* molestia* fastidi* triste lástima mal mala malo malos malas peor deficiente* "
      "exijo exigimos exigir devuélvanme mi_dinero explíquenme paralizad* descuid* arruin* "
      "estropead* estropeó perder_el_tiempo pérdida_de_tiempo dinero_tirado "
      "tirar_el_dinero feo fea odio absurdo absurda tontería* estúpid* vaya_servicio "
      "menudo_servicio" },
    { MOOD_WORD, -18, 5, "preocupa* preocupad* nervios* angustia* angustiad* miedo pánico "
      "asustad* "
      "desesperad* desesperación agobi* estresad* desconcertad* confundid* confus* temo susto "
      "impaciente" },
    { MOOD_WORD, -19, 3, "roto rota rotos rotas rompe rompió rompieron rompe_sola "
      "rompió_solo dañad* "
      "daño daños defecto* defectuos* agrietad* grieta* rajad* raja rajó rasgad* rasgó rayad* "
      "arañ* abollad* golpe golpead* aplastad* pierde_aire pierde_agua pierde_líquido fuga gotea "
      "cala manchad* mancha manchas sucio sucia descosid* despegad* despegó arrancad* averiad* "
      "avería atascad* doblad* partid* reventad* reventó caducad*" },
    { MOOD_WORD, -16, 5, "equivocad* equivoca* equivocaron error errores fallo fallos falla "
      "fallad* "
      "falló incorrect* rechazad* rechaza rechazó denegad* problema* inconveniente* incidencia* "
      "falta faltan faltaba perdido perdida perdió extraviad* desaparecid* no_ha_llegado "
      "no_llegó no_llega no_me_ha_llegado no_han_llegado no_he_recibido no_recibí nunca_llegó "
      "sin_recibir incomplet* bloquead* bloqueó retraso retrasad* retrasos demora* tarde "
      "demasiado_tarde caja_vacía" },
    { MOOD_WORD, -16, 5, "no_funciona no_funcionan no_sirve no_sirven no_va no_carga "
      "no_abre no_entra "
      "no_me_deja no_deja no_acepta no_responde no_responden no_contesta no_contestan "
      "no_me_vale no_encaja sin_respuesta ninguna_respuesta nadie_responde nadie_contesta "
      "nadie_me nadie_da no_estoy_contenta no_estoy_contento no_es_lo_que no_corresponde "
      "no_puede_ser no_hay_manera no_hay_derecho no_me_lo_puedo dejó_de_funcionar" },
    { MOOD_WORD, -15, 12, "cobrado_dos_veces dos_cargos doble_cargo cargo_doble cobro_doble "
      "cobrado_doble cobraron_dos doble_cobro dos_cobros me_han_cobrado_dos cobrado_de_más "
      "cargo_duplicado cobro_duplicado duplicad* no_autorizad* pirateado hackead*" },
    { MOOD_WORD, -9, 4, "sigo_esperando sigo_sin seguimos_sin todavía_no aún_no todavía_nada "
      "hace_semanas hace_un_mes hace_meses semanas_esperando otra_vez_lo_mismo tercera_vez "
      "segunda_vez cuarta_vez una_y_otra_vez cuántas_veces hasta_cuándo llevo_esperando "
      "llevo_semanas llevo_días varias_veces" },
    { MOOD_WORD, -10, 3, "desgraciadamente lamentablemente por_desgracia pequeño_de_talla "
      "me_queda "
      "aprieta rozan roza incómod* enferm* hospital fallec* muerte entierro dar_de_baja" },
    /* Delight and thanks. */
    { MOOD_WORD, 32, 0, "me_encanta me_encantan me_encantó encanta encantad* encanto maravill* "
      "fantástic* excelente* genial* estupend* perfect* espectacular* increíble* magnífic* "
      "fenomenal* sobresaliente* inmejorable* impecable* de_lujo de_maravilla divin* "
      "entusiasm* felicidades enhorabuena de_diez" },
    { MOOD_WORD, 24, 0, "feliz felices content* satisfech* alegr* alegría ilusión ilusionad* "
      "bonit* precios* preciosidad agradable* simpátic* amable_trato trato_amable felicit* "
      "recomiendo recomendar recomendaré agradecid* agradec* mejor_tienda la_mejor el_mejor "
      "chul* guay mola molan guapísim* buenísim* gran_trabajo buen_trabajo chapó bravo olé "
      "bendita querid*" },
    { MOOD_WORD, 13, 0, "bueno buena buenos buenas bien útil* cómod* rápido_envío envío_rápido "
      "tan_rápido me_gusta me_gustan me_gustó gracias_por muchas_gracias_por mil_gracias "
      "muchísimas_gracias funciona_bien qué_bien" },
    { MOOD_WORD, 3, 0, "gracias muchas_gracias por_favor saludos un_saludo cordial cordialmente "
      "atentamente besos hola" },
    { MOOD_WORD, 0, 0, "por_la_mañana de_la_mañana esta_mañana ayer_por_la_mañana la_mañana "
      "buenos_días buenas_tardes buenas_noches buenas_a muy_buenas está_bien "
      "si_es_bueno más_o_menos me_gustaría nos_gustaría gustaría esta_tarde tarde_o por_la_tarde "
      "de_la_tarde la_tarde no_hay_problema sin_problema ningún_problema no_está_mal nada_malo "
      "hace_falta falta_poco sin_falta le_falta_hace más_tarde bien_sea muy_señores de_la_mala "
      "mejor también_bien o_bien si_bien bienvenid* falta_saber encantada_de_saludar "
      "me_queda_claro sin_error caducidad" },
    /* Modifiers. */
    { MOOD_STRENGTHEN, 0, 0, "muy tan realmente totalmente completamente absolutamente "
      "extremadamente super súper bastante demasiado sumamente tremendamente de_verdad" },
    { MOOD_WEAKEN, 0, 0, "un_poco algo ligeramente un_pelín poquito apenas medio un_tanto" },
    { MOOD_NEGATE, 0, 0, "no ni nunca jamás sin nada tampoco ningún ninguna" },
    { MOOD_TURN, 0, 0, "pero sin_embargo aunque no_obstante" },
    /* Haste. */
    { MOOD_WORD, -2, 75, "urgente* urgencia urge inmediat* de_inmediato cuanto_antes "
      "lo_antes_posible "
      "ahora_mismo ya_mismo ipso_facto emergencia enseguida antes_de_que_salga "
      "antes_de_que_lo antes_del_envío último_aviso última_oportunidad sin_demora" },
    { MOOD_WORD, 0, 45, "rápido rápidamente prisa tengo_prisa corre_prisa sin_tiempo plazo_acaba "
      "salgo_mañana salimos_mañana vuelo_mañana viajo_mañana viajamos_mañana antes_de_mañana "
      "para_mañana hoy_mismo para_hoy en_una_hora en_24_horas termina_hoy acaba_hoy "
      "termina_esta_noche fecha_límite" },
    { MOOD_WORD, 0, 34, "mañana esta_noche pasado_mañana en_dos_días en_2_días en_tres_días "
      "en_3_días este_fin_de_semana antes_del_fin_de este_finde respuesta_rápida "
      "pronta_respuesta" },
    { MOOD_WORD, 0, 15, "hoy viaje vuelo boda cumpleaños expedición salida vacaciones carrera "
      "maratón navidad reyes excursión campamento festival aniversario comunión "
      "camino_de_santiago" },
    { MOOD_WORD, -14, 82, "fuga_de_gas huele_a_gas olor_a_gas escape_de_gas se_quemó quemad* "
      "quemadura* quemó fuego llamas humo incendi* explotó explotar explosión sobrecalient* "
      "descarga_eléctrica herid* lesion* lesión sangr* ambulancia alérgic* alergia asfixi* "
      "peligro peligros* riesgo_de insegur* casi_me_mato casi_se_mata se_rompió_la_cuerda "
      "tragó envenen* intoxic* accidente me_caí" },
    { MOOD_WORD, -10, 60, "no_fui_yo no_he_sido_yo alguien_ha_entrado alguien_entró suplantación "
      "robo_de_identidad acceso_no_autorizado dispositivo_desconocido" },
    { MOOD_WORD, 2, -60, "sin_prisa sin_prisas no_hay_prisa no_corre_prisa no_es_urgente no_urge "
      "cuando_puedan cuando_pueda cuando_puedas cuando_podáis con_calma tranquilamente "
      "por_curiosidad simple_curiosidad no_tengo_prisa" },
    { MOOD_UNTIL, 0, 0, "antes_del antes_de para_el para hasta_el hasta el_próximo este "
      "como_tarde_el" },
    { MOOD_DAY, 0, 0, "lunes martes miércoles jueves viernes sábado domingo finde" },
};
/* clang-format on */

const struct mood_table mood_table_es = { lines, COUNT_OF(lines) };
