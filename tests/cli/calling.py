"""What a call of the command line answers."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

NOW = "2026-03-10T09:00+01:00"


@dataclass(frozen=True)
class Result:
    """What a call answered."""

    status: int
    out: str
    err: str

    @property
    def fields(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Result]
