"""Moving a card of the board: what the step into a column asks for, or why it cannot be taken."""

from enum import StrEnum

from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_off_rules import BoardColumn
from coachdesk.language import gettext as _
from coachdesk.views.partners import BoardCard


class Move(StrEnum):
    """What moving a card means."""

    TELL = "tell"
    ACCEPT = "accept"
    DELIVER = "deliver"


_MOVES = {
    (BoardColumn.COMING, BoardColumn.EXPECTATION_SET): Move.TELL,
    (BoardColumn.EXPECTATION_SET, BoardColumn.WITH_PARTNER): Move.ACCEPT,
    (BoardColumn.EXPECTATION_SET, BoardColumn.DELIVERED): Move.DELIVER,
    (BoardColumn.WITH_PARTNER, BoardColumn.DELIVERED): Move.DELIVER,
}


def move_into(card: BoardCard, column: BoardColumn) -> Move | None:
    """What the card does there; None where it stands already. Refused with the way out."""
    if column is card.column:
        return None
    move = _MOVES.get((card.column, column))
    if move is not None:
        return move
    if card.column is BoardColumn.COMING:
        raise RuleError(
            "E-HND-12",
            _("{account}: the customer was not told yet what to expect.").format(
                account=card.account
            ),
            _("Move the card to “Expectation set” first."),
        )
    if card.column is BoardColumn.DELIVERED:
        raise RuleError(
            "E-HND-12",
            _("{account}: this hand-off has ended.").format(account=card.account),
            _("Undo its last step, or open it and go on with another team."),
        )
    raise RuleError(
        "E-HND-12",
        _("{account}: what the customer was told stands.").format(account=card.account),
        _("Open the card for another date, or undo its last step."),
    )
