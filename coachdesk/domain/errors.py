"""What a person can act on.

`UserError` and its three children carry a sentence that says what is so and a next step that
says what to do. Everything else that is raised is a bug.
"""


class UserError(Exception):
    """A refusal a person can act on: `message` says what is so, `next_step` what to do."""

    code = ""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(f"{message} {next_step}".strip())
        self.message = message
        self.next_step = next_step


class RuleError(UserError):
    """A rule refuses what the person asked for; `code` is the contract of the rule tables."""

    def __init__(self, code: str, message: str, next_step: str = "") -> None:
        super().__init__(message, next_step)
        self.code = code


class InputError(UserError):
    """A file or a value cannot be read; nothing was changed. `code` is stable where one exists."""

    def __init__(self, message: str, next_step: str = "", *, code: str = "") -> None:
        super().__init__(message, next_step)
        self.code = code


class StoreError(UserError):
    """The store cannot be used: missing, locked, full, damaged, read-only or newer."""

    def __init__(self, message: str, next_step: str = "", *, code: str = "store") -> None:
        super().__init__(message, next_step)
        self.code = code
