"""Small pieces that several kinds of record share."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from seurantalo.frozen import dataclass
from seurantalo.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """On which day a person agreed that an address with their name is published, and for what."""

    date: date
    scope: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An organisation's role to ask, never a private person; ``checked`` is the day someone made sure."""

    role: Text
    email: str = ""
    phone: str = ""
    url: str = ""
    checked: date | None = None
    consent: Consent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """An external link, http or https only."""

    url: str
    title: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture under ``content/``; ``alt`` says in words what it shows, to who does not see it (WCAG 1.1.1)."""

    file: str
    alt: Text
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from ``starts`` to ``ends``, both included; either end may be open."""

    starts: date | None = None
    ends: date | None = None
    name: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What happened, on the day it was written down."""

    date: date
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A line of a programme; the time may be missing."""

    starts: time | None = None
    ends: time | None = None
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetShare:
    """A funder's part of a budget in euros; an unknown amount is None."""

    funder: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A budget in euros; an unknown total is None."""

    total: Decimal | None = None
    shares: tuple[BudgetShare, ...] = ()
