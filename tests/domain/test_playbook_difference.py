"""Two Playbooks side by side: what is the same, new, other, or only mine."""

import pytest

from coachdesk.domain.playbook_content import Content, Item, Part, Value, name_key
from coachdesk.domain.playbook_difference import State, compare, to_choose


def situation(key: str, title: str, **values: Value) -> Item:
    shown = {"key": key} if key and not key.startswith("own_") else {}
    return Item(
        part=Part.SITUATIONS, key=key, title=title, values={**shown, "title": title, **values}
    )


def story(title: str, **values: Value) -> Item:
    key = "" if values.pop("sent", False) else name_key(title)
    return Item(part=Part.STORIES, key=key, title=title, values={"title": title, **values})


@pytest.mark.parametrize(
    ("mine", "theirs", "state", "fields"),
    [
        (situation("large_deal", "Large"), situation("large_deal", "Large"), State.SAME, ()),
        (
            situation("large_deal", "Large", compete="Never."),
            situation("large_deal", "Big", compete="Openly."),
            State.OTHER,
            ("title", "compete"),
        ),
        # Quote marks that an editor changed are nothing to ask about.
        (
            situation("large_deal", "Each one’s “part”"),
            situation("large_deal", 'Each one\'s "part"'),
            State.SAME,
            (),
        ),
        # What the file does not say is no difference.
        (
            situation("large_deal", "Large", compete="Never."),
            Item(
                part=Part.SITUATIONS,
                key="large_deal",
                title="large_deal",
                values={"key": "large_deal"},
            ),
            State.SAME,
            (),
        ),
        # An own one is met by its name, however it is written.
        (
            situation("own_channel", "Channel deal", principle="One voice."),
            situation("", "channel  Deal", principle="Two voices."),
            State.OTHER,
            ("title", "principle"),
        ),
        (
            story("New tool", why=""),
            story("New tool", why="Speed", sent=True),
            State.OTHER,
            ("why",),
        ),
    ],
)
def test_an_item_that_both_have(
    mine: Item, theirs: Item, state: State, fields: tuple[str, ...]
) -> None:
    (found,) = compare(Content((mine,)), Content((theirs,)))
    assert (found.state, found.fields) == (state, fields)


def test_what_only_one_has() -> None:
    mine = Content((story("Mine"), situation("own_a", "A")))
    theirs = Content((situation("", "B"), story("Theirs", why="Because", sent=True)))
    found = compare(mine, theirs)
    assert [(each.title, each.state) for each in found] == [
        ("B", State.NEW),
        ("A", State.ONLY_MINE),
        ("Theirs", State.NEW),
        ("Mine", State.ONLY_MINE),
    ]
    assert [each.title for each in to_choose(found)] == ["B", "Theirs"]


def test_a_key_is_met_before_a_name() -> None:
    mine = Content((situation("large_deal", "Channel"), situation("own_channel", "Channel deal")))
    theirs = Content((situation("", "Channel"), situation("large_deal", "Large deal")))
    # Theirs called “Channel” does not meet my large deal, which goes by that name here.
    assert [each.state for each in compare(mine, theirs)] == [
        State.NEW,
        State.OTHER,
        State.ONLY_MINE,
    ]


def test_a_shipped_question_stays_as_it_is_sorted() -> None:
    mine = Item(
        part=Part.QUESTIONS, key="Q-n01", title="Who?", values={"key": "Q-n01", "text": "Who?"}
    )
    theirs = Item(
        part=Part.QUESTIONS, key="", title="who?", values={"text": "Who?", "purpose": "commit"}
    )
    (found,) = compare(Content((mine,)), Content((theirs,)))
    assert found.state is State.SAME
