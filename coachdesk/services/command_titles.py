"""What each command is called, by the name it is journalled under."""

from coachdesk.language import gettext as _


def titles() -> dict[str, str]:
    """A few words for each command, by the name it is journalled under."""
    known = _asks() | _evidence() | _hand_offs() | _soft_power() | _people() | _promises()
    known |= _talks() | _visits() | _joint_meetings() | _peers() | _plans()
    known |= _interviews()
    known |= _wordings() | _questions() | _deals() | _partners() | _own_example()
    return known | _expectations() | _rules() | _changes() | _others()


def _own_example() -> dict[str, str]:
    return {
        "add_point": _("point of your own list"),
        "word_point": _("wording of your own list"),
        "drop_point": _("point taken off your list"),
        "move_point": _("order of your own list"),
        "mark_point": _("monthly look at your list"),
    }


def _rules() -> dict[str, str]:
    return {
        "add_rule": _("rules on a subject"),
        "word_rule": _("wording of a rule"),
        "rename_sheet": _("name of a rule sheet"),
        "end_rule": _("end of a rule"),
        "acknowledge_rules": _("rules acknowledged"),
        "take_back_acknowledgement": _("acknowledgement taken back"),
    }


def _changes() -> dict[str, str]:
    return {
        "add_story": _("new way of working"),
        "word_story": _("wording of a new way of working"),
        "set_story_day": _("day of a new way of working"),
        "tell_story": _("new way of working told"),
        "untell_story": _("telling taken back"),
        "carry_story": _("who carries a new way on"),
        "end_story": _("end of a new way of working"),
        "take_up_story": _("new way of working taken up again"),
        "add_worry": _("worry"),
        "answer_worry": _("answer to a worry"),
        "judge_worry": _("your view of a worry"),
        "print_worry": _("printing of a worry"),
        "remove_worry": _("removed worry"),
        "write_lesson": _("lesson"),
        "read_lesson": _("lesson read"),
        "unread_lesson": _("reading taken back"),
        "remove_lesson": _("removed lesson"),
    }


def _asks() -> dict[str, str]:
    return {
        "note_ask": _("noted request"),
        "agree_ask": _("agreed request"),
        "finish_ask": _("agreed request"),
        "ask_for": _("agreed request"),
        "ask_party": _("request to somebody else"),
        "ask_again": _("repeated request"),
        "reword_ask": _("wording of a request"),
        "discard_ask": _("discarded request"),
        "meet_ask": _("request met"),
        "move_ask": _("new date of a request"),
        "close_ask_unmet": _("request not met"),
        "void_ask": _("void request"),
        "withdraw_ask": _("withdrawn request"),
        "require": _("requirement"),
        "meet_mandate": _("requirement met"),
        "close_mandate_unmet": _("requirement not met"),
        "withdraw_mandate": _("withdrawn requirement"),
    }


def _evidence() -> dict[str, str]:
    return {
        "capture_line": _("captured line"),
        "complete_draft": _("observation"),
        "add_to_draft": _("completed line of the Inbox"),
        "edit_draft": _("changed line of the Inbox"),
        "discard_draft": _("discarded line of the Inbox"),
        "make_form_drafts": _("rows of a paper form"),
        "file_form": _("rows of a paper form"),
        "keep_filled": _("form filled in by the rep"),
        "save_observation": _("observation"),
        "amend_rating": _("changed rating"),
        "amend_comment": _("wording of an observation"),
        "correct_observation": _("correction of an observation"),
        "void_observation": _("void observation"),
        "add_rating": _("added rating"),
        "edit_event": _("changed observation"),
        "add_more": _("line added to an observation"),
        "add_to_event": _("line added to an observation"),
        "remove_observation": _("removed observation"),
        "answer_shift": _("answer to a shift in the ratings"),
    }


def _hand_offs() -> dict[str, str]:
    return {
        "plan_hand_off": _("hand-off"),
        "new_hand_off": _("hand-off"),
        "continue_hand_off": _("hand-off that goes on with another team"),
        "hand_off_notice": _("expectation of a hand-off"),
        "tell_customer": _("expectation of a hand-off"),
        "note_way": _("the partner’s way of a hand-off"),
        "add_hand_off_line": _("hand-off"),
        "set_hand_off_line": _("expectation of a hand-off"),
        "set_expectation": _("expectation of a hand-off"),
        "accept_hand_off": _("accepted hand-off"),
        "revise_expectation": _("new expectation of a hand-off"),
        "meet_hand_off": _("hand-off met"),
        "miss_hand_off": _("hand-off missed"),
        "meet_hand_off_late": _("hand-off met late"),
        "close_hand_off_unmet": _("hand-off closed as not met"),
        "withdraw_hand_off": _("withdrawn hand-off"),
        "mark_all_win": _("all-win check"),
        "ask_about": _("request about a hand-off"),
        "share_about": _("share about a hand-off"),
        "hang_thread": _("request put to a hand-off"),
    }


def _soft_power() -> dict[str, str]:
    return {
        "note_notice": _("notice of what may come"),
        "change_notice": _("changed notice"),
        "tell_notices": _("telling a partner team"),
        "withdraw_notice": _("withdrawn notice"),
        "notice_came": _("notice that came true"),
        "note_request": _("request to a partner team"),
        "sort_request": _("sorted request"),
        "hand_on_request": _("request handed on"),
        "judge_request": _("the partner’s verdict"),
        "note_request_way": _("the partner’s way of a request"),
        "hear_team": _("what a partner team said of its job"),
    }


def _people() -> dict[str, str]:
    return {
        "edit_rep": _("details of a rep"),
        "move_rep": _("order of the team"),
        "leave_team": _("rep who left"),
        "return_to_team": _("rep who came back"),
        "add_days_away": _("days away"),
        "change_days_away": _("changed days away"),
        "remove_days_away": _("removed days away"),
        "edit_account": _("details of a customer"),
        "delete_partner_team": _("deleted partner team"),
        "resume_partner_team": _("partner team taken up again"),
        "add_partner_team": _("new partner team"),
        "rename_partner_team": _("name of a partner team"),
        "rename_partner_person": _("name of a partner’s person"),
        "rename_contact": _("name of a customer’s person"),
        "rename_peer_manager": _("name of a peer manager"),
        "merge_reps": _("merged reps"),
        "merge_accounts": _("merged customers"),
        "merge_partner_teams": _("merged partner teams"),
        "merge_partner_people": _("merged people of a partner team"),
        "merge_contacts": _("merged people of a customer"),
        "merge_peer_managers": _("merged peer managers"),
    }


def _promises() -> dict[str, str]:
    return {
        "make_promise": _("promise"),
        "keep_promise": _("promise kept"),
        "move_promise": _("new date of a promise"),
        "close_missed_promise": _("promise missed"),
        "withdraw_promise": _("withdrawn promise"),
    }


def _talks() -> dict[str, str]:
    return {
        "plan_talk": _("planned one-on-one"),
        "prepare_talk": _("preparation"),
        "set_agenda": _("agenda"),
        "add_reps_point": _("point of the agenda"),
        "add_own_point": _("point of the agenda"),
        "coach_ask": _("point of the agenda"),
        "coach_late_notice": _("point of the agenda"),
        "tick_point": _("ticked point of the agenda"),
        "start_talk": _("started one-on-one"),
        "start_unplanned": _("started one-on-one"),
        "end_talk": _("ended one-on-one"),
        "hold_talk": _("held one-on-one"),
        "enter_held": _("held one-on-one"),
        "move_talk": _("moved one-on-one"),
        "cancel_talk": _("cancelled one-on-one"),
        "keep_reps_words": _("own words"),
        "receive_summary": _("receipt of a summary"),
        "unreceive_summary": _("receipt taken back"),
        "correct_summary": _("dated line of a summary"),
        "store_summary": _("stored summary"),
        "keep_wrap_up": _("wrap-up"),
        "wrap_up_talk": _("wrap-up"),
        "amend_wrap_up": _("changed wrap-up"),
        "keep_line": _("line of a talk"),
        "keep_lines": _("pasted lines of a talk"),
        "drop_line": _("removed line of a talk"),
        "print_line": _("printed line of a talk"),
        "reword_direction": _("other words in a talk"),
        "agree_noted_ask": _("agreed request"),
        "join_thread": _("request joined to an earlier one"),
        "keep_requirement": _("requirement"),
    }


def _visits() -> dict[str, str]:
    return {
        "plan_visit": _("planned joint visit"),
        "enter_visit": _("joint visit"),
        "prepare_visit": _("preparation of a joint visit"),
        "move_visit": _("moved joint visit"),
        "cancel_visit": _("cancelled joint visit"),
        "hold_visit": _("held joint visit"),
        "look_back": _("look back on a joint visit"),
        "observe_visit": _("observation"),
        "note_on_visit": _("line of a joint visit"),
    }


def _joint_meetings() -> dict[str, str]:
    return {
        "plan_joint_meeting": _("planned joint meeting"),
        "enter_joint_meeting": _("joint meeting"),
        "change_joint_meeting": _("plan of a joint meeting"),
        "move_joint_meeting": _("moved joint meeting"),
        "cancel_joint_meeting": _("cancelled joint meeting"),
        "hold_joint_meeting": _("held joint meeting"),
        "note_on_meeting": _("line of a joint meeting"),
        "promise_next_step": _("promise"),
        "keep_buyer_message": _("message for a buying role"),
        "add_buyer_message": _("message for a buying role"),
    }


def _plans() -> dict[str, str]:
    return {
        "start_plan": _("coaching plan"),
        "reword_plan": _("wording of a coaching plan"),
        "note_tried": _("what was tried"),
        "stop_plan": _("stopped coaching plan"),
        "answer_reflection": _("answer to the question of the month"),
    }


def _expectations() -> dict[str, str]:
    return {
        "agree_expectation": _("agreed expectation"),
        "look_at_expectation": _("look at an expectation"),
        "remove_look": _("removed look at an expectation"),
        "add_situation": _("new situation"),
        "word_situation": _("wording of an expectation"),
        "reset_situation": _("shipped wording of an expectation"),
        "take_words_back": _("earlier wording of an expectation"),
        "remove_situation": _("situation taken off the Playbook"),
        "restore_situation": _("situation brought back"),
    }


def _deals() -> dict[str, str]:
    return {
        "note_activity": _("activity"),
        "edit_activity": _("changed activity"),
        "set_outcome": _("result of an activity"),
        "remove_activity": _("removed activity"),
        "add_opportunity": _("opportunity"),
        "edit_opportunity": _("changed opportunity"),
        "close_opportunity": _("closed opportunity"),
        "remove_opportunity": _("removed opportunity"),
        "review_opportunity": _("review of an opportunity"),
        "decide_pursuit": _("decision on an opportunity"),
    }


def _peers() -> dict[str, str]:
    return {
        "draft_agreement": _("draft of a goal of both"),
        "propose_agreement": _("proposed goal of both"),
        "propose_goal": _("proposed goal of both"),
        "reword_agreement": _("wording of a goal of both"),
        "confirm_agreement": _("confirmed goal of both"),
        "start_agreement": _("started goal of both"),
        "close_agreement": _("closed goal of both"),
        "dissolve_agreement": _("dissolved goal of both"),
        "discard_agreement": _("discarded draft of a goal"),
        "add_peer_manager": _("new peer manager"),
        "enter_peer_manager": _("new peer manager"),
        "plan_peer_meeting": _("planned meeting with a peer manager"),
        "move_peer_meeting": _("moved meeting with a peer manager"),
        "cancel_peer_meeting": _("cancelled meeting with a peer manager"),
        "change_agenda_item": _("item of the agenda"),
        "record_topics": _("record of a meeting"),
        "note_on_person": _("private note"),
        "remove_note_on_person": _("removed private note"),
        "decide": _("decision of a meeting"),
        "remove_decision": _("removed decision of a meeting"),
        "note_problem": _("problem of a meeting"),
        "solve_problem": _("solved problem"),
        "tick_to_tell": _("what a partner is told"),
        "hold_peer_meeting": _("held meeting with a peer manager"),
    }


def _partners() -> dict[str, str]:
    return {
        "add_partner_person": _("new person of a partner team"),
        "note_values": _("what each knows of the other"),
        "note_contact": _("how a peer manager is reached"),
        "person_or_new": _("new person of a partner team"),
        "add_introduction": _("introduction"),
        "ask_introduction": _("introduction asked for"),
        "offer_introduction": _("introduction offered"),
        "make_introduction": _("introduction made"),
        "note_problem_talk": _("talk about the problem"),
        "note_result": _("what came of an introduction"),
        "give_word_back": _("word back on an introduction"),
        "hand_off_introduction": _("hand-off"),
        "remove_introduction": _("removed introduction"),
        "add_contact": _("new person of a customer"),
        "answer_about": _("answers about a customer"),
        "remove_answer": _("removed answer about a customer"),
        "add_capability": _("what a department can do"),
        "tell_capability": _("told what we can do"),
        "remove_capability": _("removed line about a department"),
    }


def _wordings() -> dict[str, str]:
    return {
        "reword_behaviour": _("wording of a rating"),
        "take_playbook": _("playbook read in"),
        "reset_wording": _("shipped wording of a rating"),
        "set_target": _("target"),
        "set_rep_word": _("word for a rep"),
        "set_language": _("language"),
        "set_paper": _("paper"),
        "set_accountability_steps": _("accountability steps"),
        "rate_own": _("own rating"),
        "rate_own_events": _("own ratings"),
        "remove_own": _("removed own rating"),
        "set_threshold": _("threshold"),
    }


def _interviews() -> dict[str, str]:
    return {
        "start_interview": _("new interview"),
        "change_interview": _("candidate of an interview"),
        "note_answer": _("notes of an interview"),
        "rate_answer": _("rating in an interview"),
        "close_sheet": _("closed sheet of an interview"),
        "open_second_sheet": _("second sheet of an interview"),
        "take_second_sheet": _("second sheet from a file"),
        "drop_second_sheet": _("removed second sheet"),
        "decide_on_candidate": _("decision on a candidate"),
        "set_erase_day": _("day to erase an interview on"),
        "erase_interview": _("interview of a candidate"),
        "reword_guide_question": _("question of the interview guide"),
        "reset_guide_question": _("shipped question of the interview guide"),
    }


def _questions() -> dict[str, str]:
    return {
        "add_question": _("new question in the bank"),
        "reword_question": _("wording of a question"),
        "reset_question": _("shipped wording of a question"),
        "edit_question": _("changed question of the bank"),
        "favour_question": _("favourite question"),
        "retire_question": _("retired question"),
        "reword_stage": _("wording of a customer’s stage"),
        "reset_stage": _("shipped wording of a customer’s stage"),
    }


def _others() -> dict[str, str]:
    return {
        "start_workspace": _("new store"),
        "ensure_workspace": _("new store"),
        "add_rep": _("new rep"),
        "create_team": _("new team"),
        "import_table": _("imported table"),
        "add_account": _("new customer"),
        "give_share": _("share"),
        "print_share": _("printing of a share"),
        "reword_share": _("wording of a share"),
        "void_share": _("void share"),
        "write_private_note": _("private note"),
        "reword_private_note": _("wording of a private note"),
        "remove_private_note": _("removed private note"),
        "keep_check_note": _("private line of the preparation"),
        "queue_print": _("page to print later"),
        "settle_queued": _("page that waited for a printer"),
    }
