"""What every record has: where it was written, when it was changed, and the links that it owns."""

from __future__ import annotations

from dataclasses import field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import ClassVar

from seurantalo.frozen import dataclass

#: Wall time in the event's own zone (naive datetime), or a whole day (date).
Moment = date | datetime


def day_of(moment: Moment) -> date:
    """Return the local day of a moment.

    >>> day_of(datetime(2027, 3, 20, 18))
    datetime.date(2027, 3, 20)
    """
    return moment.date() if isinstance(moment, datetime) else moment


class Kind(StrEnum):
    """The kinds of record; the value is the English name used in files, codes and addresses.

    >>> {kind.value: len(records) for kind, records in community.by_kind.items() if records}
    {'event': 2, 'municipality': 1, 'organisation': 1, 'venue': 1}
    """

    ADOPTION = "adoption"
    ANNOUNCEMENT = "announcement"
    AUDIENCE = "audience"
    CAMPAIGN = "campaign"
    CHANNEL = "channel"
    COMMENT = "comment"
    EVENT = "event"
    IDEA = "idea"
    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
    PRACTICE = "practice"
    PROCESS = "process"
    QUESTION = "question"
    SOURCE = "source"
    TERM = "term"
    THEME = "theme"
    VENUE = "venue"
    WELLBEING_TREE = "wellbeing-tree"


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a record came from: its path relative to the project, and the line people should look at.

    For an event the line is that of its start; for other records that of the name or title.
    """

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Revision:
    """A file's life in version control, in UTC.

    An event's life is that of its id and of its former ones, wherever its file lay. ``outward`` is the last change of
    what events show of a record: of a venue its name and address, of an organisation or a theme its name; None where
    that is not known.
    """

    created: datetime
    modified: datetime
    outward: datetime | None = field(default=None, compare=False)


#: For files that version control does not know and for which nobody gave a day.
UNKNOWN_REVISION = Revision(datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Link:
    """A link that a kind of record owns: the attribute with the id or ids, and the kind it points at."""

    field: str
    target: Kind
    many: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share. Ids are file names without extension, unique per kind, ``[a-z0-9-]``.

    >>> event.KIND.value, event.id, event.origin.path
    ('event', 'konsertti', 'x.yml')
    >>> [link.field for link in event.LINKS if link.target is Kind.EVENT]
    ['part_of', 'joint_with']
    """

    KIND: ClassVar[Kind]
    LINKS: ClassVar[tuple[Link, ...]]

    id: str
    origin: Origin
    revision: Revision = UNKNOWN_REVISION
    demo: bool = False
    """Invented for the demonstration; pages say so."""
