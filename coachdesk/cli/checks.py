"""Checks as a list: their names, whether they held, and a detail."""

from collections.abc import Sequence

from coachdesk.cli.answer import Answer, fields_of
from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _
from coachdesk.services.doctor import Check

UNSOUND = 4
OF_THE_STORE = frozenset({"store", "schema", "integrity", "references", "rows"})


def answer_checks(answer: Answer, checks: Sequence[Check], error: StoreError | None) -> int:
    """Show the checks; returns 4 if the store cannot be used or one of them failed in it."""
    sound = error is None and all(check.ok for check in checks)
    usable = error is None and all(check.ok for check in checks if check.name in OF_THE_STORE)
    fields: dict[str, object] = {
        "ok": sound,
        "checks": [
            {"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks
        ],
    }
    if error is not None:
        fields |= fields_of(error)
    width = max((len(check.name) for check in checks), default=0)
    answer.result("\n".join(_line(check, width) for check in checks), fields)
    if error is not None and not answer.as_json:
        answer.refuse(error.code, error.message, error.next_step)
    return 0 if usable else UNSOUND


def _line(check: Check, width: int) -> str:
    mark = _("ok") if check.ok else _("NOT OK")
    return f"{check.name:<{width}}  {mark:<6}  {check.detail}".rstrip()
