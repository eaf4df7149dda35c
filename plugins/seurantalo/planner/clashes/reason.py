"""Why a rule, or the whole search, has nothing to say: a code for programs, a sentence for people."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """What is missing for a finding.

    ``words`` is an English source text; its blanks are facts of the two dates (see :class:`Condition`), and
    ``{event}`` is one of the two events.

    >>> Reason("no-overlap", "They don't overlap: {minutes} minutes between them.").words.format(minutes=45)
    "They don't overlap: 45 minutes between them."
    """

    code: str
    words: str
