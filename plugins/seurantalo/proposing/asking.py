"""What a form asks: which field of the schema, in what words, and what it is to write the answer in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field as attribute
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind

#: From this many on, a choice is a list to open and no row of buttons.
MOST_BUTTONS: Final = 5


class Act(StrEnum):
    """What somebody proposes; the value stands in proposals (``{"act": "event"}``) and lasts.

    >>> Act("move").name
    'MOVE'
    """

    EVENT = "event"
    CHANGE = "change"
    MOVE = "move"
    CANCEL = "cancel"
    CONFIRM = "confirm"
    OUTCOME = "outcome"
    ORGANISATION = "organisation"
    VENUE = "venue"
    PRACTICE = "practice"
    ADOPTION = "adoption"
    IDEA = "idea"
    COMMENT = "comment"


class Control(StrEnum):
    """What an answer is written in.

    >>> Control.PROSE.value
    'prose'
    """

    BOXES = "boxes"
    """Several of a few words."""
    BUTTONS = "buttons"
    """One of a few words."""
    CHANNELS = "channels"
    """Several of the channels, each with what is said of it."""
    DAY = "day"
    EMAIL = "email"
    LINE = "line"
    LINES = "lines"
    """Several texts, one a line."""
    LIST = "list"
    """One of many words."""
    MOMENT = "moment"
    """A day, and a time beside it."""
    NAME = "name"
    """The name of a record, or of several, as one types."""
    NUMBER = "number"
    PART = "part"
    PERIOD = "period"
    PHONE = "phone"
    PROSE = "prose"
    REPEATS = "repeats"
    ROWS = "rows"
    """Several parts, each a row."""
    TIME = "time"
    URL = "url"
    YES = "yes"


_BY_SHAPE: Final = {
    Shape.BOOLEAN: Control.YES,
    Shape.DAY: Control.DAY,
    Shape.EMAIL: Control.EMAIL,
    Shape.INTEGER: Control.NUMBER,
    Shape.MOMENT: Control.MOMENT,
    Shape.PERIOD: Control.PERIOD,
    Shape.PHONE: Control.PHONE,
    Shape.PROSE: Control.PROSE,
    Shape.REPEATS: Control.REPEATS,
    Shape.TIME: Control.TIME,
    Shape.URL: Control.URL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question. ``field`` is a field of the record, or of the part whose question this is a piece of.

    ``question`` and ``hint`` are messages of the catalogues; ``needed``: without it the proposal cannot be sent,
    also where a file would do without. ``inside`` are the questions about the fields of a part, in order; none: all
    its fields, by their names. ``choices`` are the values that are offered of a closed choice; none: all.

    >>> Ask(field="capacity", question="How many people fit in?").needed
    False
    """

    field: str
    question: str = ""
    hint: str = ""
    needed: bool = False
    inside: tuple[Ask, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that belong together. ``folded``: only its heading is seen until somebody opens it.

    >>> Group(heading="Rooms", asks=(Ask(field="rooms"),)).folded
    True
    """

    heading: str = ""
    asks: tuple[Ask, ...]
    folded: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ActForm:
    """The form of an act.

    ``page`` is its folder below ``ehdota/``; ``fragment`` names the record that an act is about in the address
    (``#peru=ID``), ``""`` for acts that make something new. ``given`` are values that the act itself gives: canonical
    ones, or ``today``. ``whole``: what the schema knows and no group names is asked in a last group.

    >>> from seurantalo.proposing import FORM
    >>> FORM[Act.CANCEL].page, FORM[Act.CANCEL].fragment, FORM[Act.CANCEL].changes
    ('tapahtuma/', 'peru', True)
    """

    act: Act
    kind: Kind
    page: str
    title: str
    lead: str
    send: str
    groups: tuple[Group, ...]
    fragment: str = ""
    given: Mapping[str, str] = attribute(default_factory=lambda: MappingProxyType({}))
    whole: bool = False

    @property
    def changes(self) -> bool:
        """Whether it changes a record that is there."""
        return bool(self.fragment) and self.kind is Kind.EVENT


def control_of(field: Field) -> Control:
    """Return what the value of a field is written in.

    >>> from seurantalo.model.kinds import RECORDS
    >>> {field.name: control_of(field).value for field in RECORDS[Kind.VENUE][:3]}
    {'name': 'line', 'kind': 'list', 'address': 'line'}
    """
    if field.shape is Shape.PART:
        return Control.ROWS if field.many else Control.PART
    if field.shape is Shape.CHOICE:
        few = field.choices is not None and len(field.choices) <= MOST_BUTTONS
        return Control.BOXES if field.many else Control.BUTTONS if few else Control.LIST
    if field.shape is Shape.CHANNELS:
        return Control.CHANNELS
    if field.shape is Shape.REFERENCE and field.target is not None:
        if KINDS[field.target].vocabulary or field.target is Kind.MUNICIPALITY:
            return Control.BOXES if field.many else Control.LIST
        return Control.NAME
    if field.many:
        return Control.LINES
    return _BY_SHAPE.get(field.shape, Control.LINE)


def inside_of(ask: Ask, field: Field) -> Iterator[tuple[Ask, Field]]:
    """Yield the questions about the fields of a part, each with its field; none for what is no part."""
    if field.part is None or field.shape is not Shape.PART:
        return
    fields = {one.name: one for one in field.part.fields}
    for one in ask.inside or tuple(Ask(field=name, needed=each.required) for name, each in fields.items()):
        yield one, fields[one.field]
