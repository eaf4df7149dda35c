"""How many examples a property is tried with: few as one works, many by night."""

from __future__ import annotations

from hypothesis import settings

NIGHTLY = "nightly"
TIMES = 25


def examples(everyday: int) -> settings:
    """Return settings with so many examples, and `TIMES` as many under `--hypothesis-profile nightly`.

    >>> examples(40).max_examples
    40
    """
    return settings(max_examples=everyday * (TIMES if settings.get_current_profile_name() == NIGHTLY else 1))
