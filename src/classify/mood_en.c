/* mood_en.c - English words of feeling and haste. */

#include "base/attr.h"
#include "classify/mood_lexicon.h"

/* clang-format off */
static const struct mood_line lines[] = {
    /* Anger, contempt and threats. */
    { MOOD_WORD, -38, 15, "furious outrage* livid enraged fuming infuriat* disgust* appall* "
      "despicable scandal* vile wtf fuck* bullshit bollocks crap shit* bloody_joke" },
    { MOOD_WORD, -34, 12, "scam* fraud* thief thieves theft stole stolen robbed robbery rip_off "
      "ripped_off ripoff liar* lying lied cheat* criminal* crook* swindl* con_artists" },
    { MOOD_WORD, -32, 5, "worst awful terrible horrible dreadful atrocious abysmal pathetic "
      "horrendous shocking disgrace* shame_on shambles garbage rubbish trash useless idiot* "
      "moron* incompeten* clown* joke_of_a hopeless insult* nightmare" },
    { MOOD_WORD, -30, 8, "angry anger unacceptable inexcusable ridiculous absurd fed_up "
      "sick_of had_enough enough_is_enough last_straw outright_lie never_again never_order_again "
      "sick_and_tired losing_patience lost_patience out_of_patience done_with_you im_done rude "
      "rudely insolent disrespect* unprofessional ignored ignoring ignore hung_up" },
    { MOOD_WORD, -24, 70, "lawyer* solicitor* attorney* sue suing lawsuit court tribunal "
      "legal_action legal_steps legal_proceedings legally barrister prosecut* trading_standards "
      "small_claims small_claims_court ombudsman consumer_protection consumer_rights advocate "
      "press_charges the_police report_you chargeback litigation judge formal_notice" },
    { MOOD_WORD, -20, 10, "complaint* complain complaining complained escalate escalation "
      "manager "
      "supervisor negative_review bad_review one_star one_star_review trustpilot social_media "
      "the_press newspaper" },
    /* Disappointment and trouble. */
    { MOOD_WORD, -22, 3, "disappoint* frustrat* annoy* upset unhappy dissatisf* displeased "
      "irritat* "
      "infuriating exasperat* let_down letdown regret sad sadly miserable unhelpful careless "
      "i_demand i_insist money_back full_refund explain_yourself do_something frozen "
      "locked_out strange "
      "sloppy poor poorly bad badly lousy shoddy mess messed_up screwed_up botched ruined ruin "
      "ruins spoiled spoilt tired_of waste_of_time waste_of_money wasted wasting stupid ugly "
      "nasty hate hated terribly" },
    { MOOD_WORD, -18, 5, "worried worry worrying anxious nervous afraid scared panic panicking "
      "desperate desperately stressed stress stressful distress* embarrass* ashamed confus* "
      "baffl* "
      "puzzled at_a_loss suspicious suspect" },
    { MOOD_WORD, -19, 3, "broken broke breaks cracked crack cracks damaged damage dented "
      "dent torn "
      "tore ripped scratched scratches defect* faulty fault malfunction* leak* leaking leaked "
      "smashed shattered crushed bent burst snapped snapping split_open peeling fell_off "
      "fell_apart "
      "fallen_apart falls_apart falling_apart came_off coming_off came_apart stained stain "
      "stains "
      "mouldy moldy stinks dirty wobbl* loose stuck jammed dead_on_arrival" },
    { MOOD_WORD, -16, 5, "wrong incorrect mistake mistaken error errors failed fails "
      "failing failure "
      "declined rejected refused refuses denied problem problems issue issues trouble bug "
      "missing "
      "lost vanished disappeared gone_missing never_came never_arrived not_arrived hasnt_arrived "
      "not_received havent_received never_received didnt_arrive didnt_receive has_not_come "
      "hasnt_come still_not_here nothing_arrived no_sign incomplete blocked locked overdue "
      "delay* "
      "late too_late empty_box" },
    { MOOD_WORD, -16, 5, "doesnt_work does_not_work not_working isnt_working wont_work "
      "didnt_work "
      "stopped_working wont_load wont_open wont_accept wont_let doesnt_fit does_not_fit wont_fit "
      "not_what_i not_as_described not_acceptable not_good_enough not_happy not_ok not_okay "
      "cant_believe cannot_believe cant_log cannot_log no_reply no_response no_answer no_refund "
      "no_one_answers nobody_answers nobody_replies no_one_replies not_a_word no_one_cares "
      "makes_no_sense" },
    { MOOD_WORD, -15, 12, "charged_twice double_charge* charged_me_twice twice_charged "
      "billed_twice "
      "paid_twice debited_twice overcharged taken_twice money_gone took_my_money second_charge "
      "unauthorised unauthorized hacked hijacked" },
    { MOOD_WORD, -9, 4, "still_waiting still_not still_no weeks_ago for_weeks for_months "
      "three_weeks "
      "two_weeks_late chasing chased waited_in weeks_later again_and_again third_time "
      "fourth_time "
      "second_time once_again yet_again over_and_over how_many_times how_much_longer "
      "how_long_must" },
    { MOOD_WORD, -10, 3, "unfortunately too_small too_big too_tight too_large too_short too_long "
      "pinch* rubs itchy uncomfortable cancel_my_account delete_my_account sick ill "
      "hospital died "
      "death funeral" },
    /* Delight and thanks. */
    { MOOD_WORD, 32, 0, "love loved loves adore adored amazing awesome fantastic wonderful "
      "brilliant "
      "excellent superb outstanding perfect perfectly magnificent marvellous marvelous delighted "
      "thrilled ecstatic fabulous best_boots best_shop lifesaver saved_my fell_in_love "
      "exceeded spot_on top_notch first_class five_stars enchant* blown_away over_the_moon "
      "a_joy splendid" },
    { MOOD_WORD, 24, 0, "great happy glad pleased satisfied impressed impressive enjoy* "
      "beautiful* "
      "lovely friendly gorgeous superbly terrific best compliment* recommend* cool class respect "
      "charming grateful appreciate* well_done good_job great_job good_work bravo kudos "
      "excited cant_wait looking_forward favourite favorite treasure smooth* sturdy fine_work "
      "chuffed pleasure patient_with_me fits_like_a_glove" },
    { MOOD_WORD, 13, 0, "good nice fine comfy comfortable helpful quick_delivery fast_delivery "
      "so_fast works_well works_great like liked thanks_for thank_you_for thank_you_so "
      "thank_you_very many_thanks thanks_so thanks_a_lot much_appreciated smoothly "
      "kind_of_you so_kind" },
    { MOOD_WORD, 3, 0, "thanks thank_you thankyou thx ty cheers please kindly regards "
      "kind_regards best_regards all_the_best good_morning good_day good_evening" },
    { MOOD_WORD, 0, 0, "best_before good_to_know like_to would_like id_like i_would_like "
      "look_like looks_like feels_like something_like like_this like_that like_the no_problem "
      "no_worries not_bad nothing_wrong nothing_is_wrong good_afternoon sorry_to_bother "
      "fine_print "
      "may_i_ask in_case the_issue_date date_of_issue right_or_wrong late_july late_june "
      "late_august late_may lost_property_rules how_good is_it_good any_good better best_way "
      "as_well as_good_as great_britain cool_bag class_action of_course black_and_white" },
    /* Modifiers. */
    { MOOD_STRENGTHEN, 0, 0, "very really so extremely absolutely totally completely utterly "
      "incredibly insanely super highly deeply beyond most quite such truly seriously" },
    { MOOD_WEAKEN, 0, 0, "slightly somewhat a_bit a_little rather a_touch kind_of sort_of "
      "fairly mildly barely a_tad" },
    { MOOD_NEGATE, 0, 0, "not no never dont doesnt didnt isnt wasnt arent werent wont cant "
      "cannot couldnt wouldnt hardly without nothing neither nor aint" },
    { MOOD_TURN, 0, 0, "but however yet although though nevertheless only_problem" },
    /* Haste. */
    { MOOD_WORD, -2, 75, "urgent* asap a_s_a_p immediately emergency at_once right_now "
      "right_away straight_away straightaway instantly this_minute this_instant critical "
      "time_critical time_sensitive as_soon_as_possible before_it_ships before_it_leaves "
      "before_it_goes before_dispatch final_warning last_chance last_warning" },
    { MOOD_WORD, 0, 45, "quickly hurry priority no_time running_out_of_time deadline in_a_rush "
      "leaving_tomorrow leave_tomorrow fly_tomorrow flying_tomorrow leaving_today boarding "
      "in_an_hour in_one_hour within_24_hours within_48_hours by_tomorrow by_tonight by_noon "
      "before_tomorrow until_tomorrow need_it_now today_please expires_today ends_today "
      "ends_tonight stop_it_now" },
    { MOOD_WORD, 0, 34, "tomorrow tonight this_afternoon this_evening this_morning_please "
      "in_two_days in_2_days in_three_days in_3_days the_day_after_tomorrow by_the_weekend "
      "before_the_weekend this_weekend by_the_end_of soon_as quick_answer quick_reply" },
    { MOOD_WORD, 0, 15, "today trip flight wedding birthday expedition departure leave_for "
      "leaving_for journey holiday vacation race marathon christmas anniversary camp "
      "tour festival exam" },
    { MOOD_WORD, -14, 82, "gas_leak smell_of_gas smells_of_gas smell_gas smelled_gas leaking_gas "
      "caught_fire on_fire flames smoke smoking burning burnt burned burns exploded explosion "
      "explode* overheat* electric_shock injur* bleeding ambulance fell_from allergic allergy "
      "choking dangerous danger hazard* unsafe life_threatening nearly_fell could_have_died "
      "rope_snapped harness_broke child_hurt got_hurt hurt_myself cut_myself swallowed poison*" },
    { MOOD_WORD, -10, 60, "someone_else_used someone_logged somebody_logged was_not_me wasnt_me "
      "not_by_me stolen_card identity_theft data_leak someone_has_access unknown_device" },
    { MOOD_WORD, 2, -60, "no_rush no_hurry not_urgent isnt_urgent take_your_time whenever_you "
      "when_you_have_time no_pressure just_curious just_wondering just_asking nothing_urgent "
      "there_is_no_hurry theres_no_rush at_your_leisure in_your_own_time can_wait" },
    { MOOD_UNTIL, 0, 0, "by before until till latest_by for no_later_than at_the_latest" },
    { MOOD_DAY, 0, 0, "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu "
      "fri weekend" },
};
/* clang-format on */

const struct mood_table mood_table_en = { lines, COUNT_OF(lines) };
