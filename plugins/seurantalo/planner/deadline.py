"""The last day on which a channel takes news of an event, where its rule is written in one of a few plain forms.

Any other rule is free text, which people understand and we do not: ``Torstaihin klo 12 mennessä``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_EVENT: Final = "(?: tapahtumaa| evenemanget| the event)?"
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("maanantai", "måndag", "monday"),
            ("tiistai", "tisdag", "tuesday"),
            ("keskiviikko", "onsdag", "wednesday"),
            ("torstai", "torsdag", "thursday"),
            ("perjantai", "fredag", "friday"),
            ("lauantai", "lördag", "saturday"),
            ("sunnuntai", "söndag", "sunday"),
        )
    )
    for name in names
}
#: ``7 päivää ennen``, ``viikkoa ennen tapahtumaa``, ``2 veckor före evenemanget``, ``a week before``
_BEFORE: Final = re.compile(
    r"(?:(?P<number>\d{1,2}) |en |a )?(?:(?P<days>päivää|dag|dagar|day|days)|viikkoa|vecka|veckor|week|weeks)"
    rf" (?:ennen|före|before){_EVENT}"
)
#: ``edeltävänä torstaina``, ``torstaina ennen tapahtumaa``, ``torsdagen före``, ``the Thursday before``
_WEEKDAY: Final = re.compile(
    r"(?:edeltävänä ([a-z]+)na|([a-z]+)na ennen|([a-zåäö]+)en före|(?:the )?([a-z]+) before)"
    rf"{_EVENT}"
)
#: ``edellisen kuukauden 15. päivä``, ``den 15 föregående månad``, ``the 15th of the previous month``
_MONTH_DAY: Final = re.compile(
    r"edellisen kuukauden (\d{1,2})\. päivä(?:nä)?|(?:den )?(\d{1,2})(?::e)? föregående månad"
    r"|(?:the )?(\d{1,2})(?:st|nd|rd|th)? of the previous month"
)


def deadline(rule: str, day: date) -> date | None:
    """Return the last day by a channel's rule for an event that begins on ``day``; None for a rule in free words."""
    words = " ".join(rule.casefold().split()).rstrip(".")
    if match := _BEFORE.fullmatch(words):
        number = int(match["number"] or 1)
        return day - timedelta(days=number if match["days"] else 7 * number)
    if match := _WEEKDAY.fullmatch(words):
        wanted = _WEEKDAYS.get(next(filter(None, match.groups())))
        return None if wanted is None else day - timedelta(days=(day.weekday() - wanted - 1) % 7 + 1)
    if match := _MONTH_DAY.fullmatch(words):
        before = day.replace(day=1) - timedelta(days=1)
        number = int(next(filter(None, match.groups())))
        return before.replace(day=min(number, monthrange(before.year, before.month)[1])) if number else None
    return None
