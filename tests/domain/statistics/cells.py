"""Generated counts and ratings."""

from hypothesis import strategies as st


def cells(*, least: int = 0, most: int = 60) -> st.SearchStrategy[tuple[int, int]]:
    """Counts `(x, n)` with x of n, n from `least` to `most`."""
    return st.integers(least, most).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def ratings(*, least: int = 0, most: int = 20) -> st.SearchStrategy[list[int]]:
    """Ratings of 1 to 5 in order."""
    return st.lists(st.integers(1, 5), min_size=least, max_size=most)


certainties = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99])
