"""What has stood too long without anyone looking at it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.parts import Contact
from seurantalo.model.practice import Practice
from seurantalo.wiki.dates import Dated

CONTACT_MONTHS: Final = 12
PRACTICE_MONTHS: Final = 24
OUTCOME_DAYS: Final = 14


def contact_is_old(contact: Contact, today: date) -> bool:
    """Return True for a contact that nobody has checked for a year, or ever.

    >>> board = Contact(role=event.title, checked=date(2026, 1, 4))
    >>> [contact_is_old(board, date(2027, 1, day)) for day in (4, 5)]
    [False, True]
    """
    return contact.checked is None or _months_after(contact.checked, CONTACT_MONTHS) < today


def practice_is_old(practice: Practice, today: date) -> bool:
    """Return True for a practice that nobody has looked through for two years; its making counts as a look.

    >>> practice.reviewed, practice_is_old(practice, date(2026, 5, 2)), practice_is_old(practice, date(2026, 5, 3))
    (datetime.date(2024, 5, 2), False, True)
    """
    looked = practice.reviewed or practice.created
    return looked is None or _months_after(looked, PRACTICE_MONTHS) < today


def needs_outcome(event: Event, last: Dated | None, today: date) -> bool:
    """Return True for an event whose last date was over two weeks ago and of which nothing is told.

    Only for events that happen once: nobody writes an outcome of a weekly group.

    >>> last = calendar.of_event("konsertti")[-1]
    >>> [needs_outcome(event, last, day) for day in (date(2027, 4, 3), date(2027, 4, 4))]
    [False, True]
    """
    if event.outcome is not None or event.repeats is not None or last is None or last.cancelled:
        return False
    return event.status is not EventStatus.CANCELLED and last.last_day + timedelta(days=OUTCOME_DAYS) < today


def _months_after(day: date, months: int) -> date:
    """Return the same day some months later; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    following = date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last = following - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
