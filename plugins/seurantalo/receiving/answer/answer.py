"""What was found out about a proposal: codes, facts, lines and quotes. It holds no sentence; those are made of it."""

from __future__ import annotations

from enum import StrEnum

from seurantalo.frozen import dataclass
from seurantalo.model.event import EventStatus
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import Level
from seurantalo.receiving.answer.changed import Reason


class News(StrEnum):
    """What a proposal does to a record."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


class Earlier(StrEnum):
    """Why what was there before can't be compared with: it can, or its files hold errors, or its options do."""

    NONE = ""
    ERRORS = "errors"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A record as it was understood; ``facts`` are what was read, in the site's words, piece by piece."""

    news: News
    kind: Kind
    path: str
    title: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A problem that the proposal brings.

    ``quote`` is what stands on its line, ``mend`` the lines to write instead (``mend_first`` to ``mend_last``, as
    :class:`~seurantalo.model.problem.Mend` counts them), or all of the file ``mend_path``.
    """

    code: str
    severity: Severity
    path: str
    line: int
    field: str = ""
    values: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    mend: str = ""
    mend_first: int = 0
    mend_last: int = 0
    mend_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two events of a clash, as far as a sentence needs it; the moments are ISO 8601, or ``""``."""

    id: str
    title: str
    status: EventStatus = EventStatus.CONFIRMED
    starts: str = ""
    planned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom to ask about a clash, by role."""

    name: str
    role: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A clash that comes or goes. ``dates`` and ``free`` are days (ISO 8601).

    ``beside`` are the rules that add to its advice; ``facts`` are what its rule found out.
    """

    rule: str
    level: Level
    event: Side
    other: Side | None = None
    dates: tuple[str, ...] = ()
    more: int = 0
    municipality: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    free: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Akin:
    """A record of the site that is much like a new one; ``address`` is that of its page, relative to the site."""

    of: str
    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that was not looked at."""

    path: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that was found out about the state ``commit`` of the proposal ``number``.

    ``looked_at`` is how many of its files were read; ``errors`` how many errors it brings, also where not all are
    among ``found``. ``mended`` and ``earlier_errors`` are errors that it takes away, and that were there before.
    ``clashes_known`` is False where errors kept the dates from being compared. ``meanwhile`` are files that the site
    has changed since the proposal was begun. ``form`` is the whole proposal as the fragment of the form's address,
    ``form_page`` that page.

    >>> Answer(number=7, commit="0" * 40).errors
    0
    """

    number: int
    commit: str
    looked_at: int = 0
    errors: int = 0
    mended: int = 0
    earlier_errors: int = 0
    earlier: Earlier = Earlier.NONE
    clashes_known: bool = True
    seen: tuple[Seen, ...] = ()
    found: tuple[Found, ...] = ()
    added: tuple[Clash, ...] = ()
    removed: tuple[Clash, ...] = ()
    akin: tuple[Akin, ...] = ()
    unread: tuple[Unread, ...] = ()
    meanwhile: tuple[str, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    """How many of each of these lists there was no room for."""
    form: str = ""
    form_page: str = ""
