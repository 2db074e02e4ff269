"""What every figure refuses: counts that are no share, certainties that are none."""

from collections.abc import Sequence


def check_counts(x: int, n: int) -> None:
    """Refuse counts that are not 0 <= x <= n."""
    if not 0 <= x <= n:
        raise ValueError(f"{x} of {n} is no share")


def check_count(name: str, count: int) -> None:
    """Refuse a negative count."""
    if count < 0:
        raise ValueError(f"{name} is {count}; a count is 0 or more")


def check_certainty(certainty: float) -> None:
    """Refuse a certainty outside 0-1, both ends excluded."""
    if not 0.0 < certainty < 1.0:
        raise ValueError(f"certainty is {certainty}; it lies between 0 and 1")


def check_target(target: float) -> None:
    """Refuse a target share outside 0-1."""
    if not 0.0 <= target <= 1.0:
        raise ValueError(f"target is {target}; a share lies between 0 and 1")


def check_same_length(first: Sequence[object], second: Sequence[object]) -> None:
    """Refuse lists that belong together and differ in length."""
    if len(first) != len(second):
        raise ValueError(f"{len(first)} and {len(second)} values do not belong together")
