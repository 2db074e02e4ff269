"""The manager's own words: each change is a version, and old ratings keep theirs."""

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Rating
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import amend_rating
from coachdesk.services.history_entries import history
from coachdesk.services.pages import rep_page
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.thresholds import set_target, set_threshold, thresholds
from coachdesk.services.wordings import playbook_of, rating_words, reset_wording, reword_behaviour
from coachdesk.views.wordings import AnchorWording
from tests.services.making import NEED, TRANSITION, all_of, everything, rep_called, seen

SHIPPED = shipped_playbook().behaviours[NEED]
OURS = "Gets the customer to say what it costs, and who pays for it."


def anchor(desk: Desk, value: int) -> AnchorWording:
    wording = next(w for w in desk.ask(rating_words) if w.key is NEED)
    return next(anchor for anchor in wording.anchors if anchor.value == value)


def anchors_shown(desk: Desk) -> list[str]:
    return [event.anchor for event in rep_page(desk, rep_called(desk, "Priya").id).events]


def test_a_store_without_own_words_has_the_shipped_playbook(office: Desk) -> None:
    assert office.ask(playbook_of) is shipped_playbook()


def test_a_new_wording_counts_from_now_on_and_older_ratings_keep_theirs(office: Desk) -> None:
    seen(office, (NEED, 4))
    office.do(reword_behaviour, NEED, anchors={4: OURS})
    seen(office, (NEED, 4), account="Birch")
    versions = [r.anchor_version for r in all_of(office, Rating)]
    assert sorted(versions) == [1, 2]
    assert anchors_shown(office) == [OURS, SHIPPED.anchors[4]]
    assert anchor(office, 4).given == 2
    assert anchor(office, 4).given_older == 1
    assert anchor(office, 3).given_older == 0


def test_a_rating_that_is_changed_stays_with_the_wording_it_was_given_under(office: Desk) -> None:
    event = seen(office, (NEED, 4))
    office.do(reword_behaviour, NEED, anchors={3: OURS})
    rating = all_of(office, Rating)[0]
    office.do(amend_rating, event.id, rating.id, 3)
    assert anchors_shown(office) == [SHIPPED.anchors[3]]


def test_the_history_of_a_rating_says_its_anchor_in_the_words_of_its_time(office: Desk) -> None:
    event = seen(office, (NEED, 4))
    office.do(reword_behaviour, NEED, anchors={4: OURS}, title="Finding needs")
    shown = office.ask(history, record_ids=(event.id, all_of(office, Rating)[0].id))
    assert any(SHIPPED.anchors[4] in words for words in shown[0].details)
    assert any("Finding needs rated 4" in words for words in shown[0].details)


def test_each_change_is_a_version_and_resetting_is_one_more(office: Desk) -> None:
    office.do(reword_behaviour, NEED, anchors={4: OURS})
    office.do(reword_behaviour, NEED, anchors={5: f"As 4. {OURS}"}, definition="Sees a need.")
    office.do(reset_wording, NEED, 4)
    now = office.ask(playbook_of).behaviours[NEED]
    assert (now.version, now.anchors[4]) == (4, SHIPPED.anchors[4])
    assert now.anchors[5] == f"As 4. {OURS}"
    office.do(reset_wording, NEED)
    now = office.ask(playbook_of).behaviours[NEED]
    assert (now.version, now.anchors, now.definition) == (5, SHIPPED.anchors, SHIPPED.definition)
    assert len(all_of(office, BehaviourDefinition)) == 4


def test_the_same_words_make_no_version(office: Desk) -> None:
    office.do(reword_behaviour, NEED, anchors={4: f"  {SHIPPED.anchors[4]} "})
    office.do(reset_wording, NEED)
    assert all_of(office, BehaviourDefinition) == []


def test_a_wording_is_taken_back_and_the_older_words_hold_again(office: Desk) -> None:
    before = everything(office)
    office.do(reword_behaviour, NEED, anchors={4: OURS})
    office.undo()
    assert everything(office) == before
    assert office.ask(playbook_of).behaviours[NEED] == SHIPPED


@pytest.mark.parametrize(
    "words",
    [
        {"anchors": {4: " "}},
        {"anchors": {4: "x" * 201}},
        {"title": "x" * 41},
        {"definition": ""},
        {"cues": ("one", "two")},
        {"title": shipped_playbook().behaviours[TRANSITION].title.upper()},
    ],
)
def test_words_that_do_not_fit_are_refused_and_nothing_is_stored(
    office: Desk, words: dict[str, object]
) -> None:
    with pytest.raises(InputError):
        office.do(reword_behaviour, NEED, **words)
    assert all_of(office, BehaviourDefinition) == []


def test_the_one_target_is_set_within_its_range(office: Desk) -> None:
    office.do(set_target, 0.8)
    assert office.ask(thresholds).target_share == 0.8
    with pytest.raises(InputError, match="between 50 and 95 %"):
        office.do(set_target, 0.96)
    with pytest.raises(InputError, match="between 4 and 30"):
        office.do(set_threshold, "min_events", 3)
    assert office.ask(thresholds).target_share == 0.8
