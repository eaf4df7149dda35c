"""How many examples a property is tried with: few as one works, many by night."""

from __future__ import annotations

from hypothesis import settings

NIGHTLY = "nightly"
TIMES = 25


def by_night() -> bool:
    """Whether this is the long run: `--hypothesis-profile nightly`."""
    return settings.get_current_profile_name() == NIGHTLY


def examples(everyday: int) -> settings:
    """Return settings with so many examples, and `TIMES` as many by night.

    >>> examples(40).max_examples
    40
    """
    return settings(max_examples=everyday * (TIMES if by_night() else 1))
