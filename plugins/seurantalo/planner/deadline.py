"""The last day on which a channel takes news of an event, where its rule is written in one of a few plain forms.

Any other rule is free text, which people understand and we do not: ``Torstaihin klo 12 mennessä``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from seurantalo.language import TONGUES, Tongue

_RULES: Final = tuple(
    (tongue, tuple(re.compile(pattern) for pattern in tongue.deadlines)) for tongue in TONGUES.values()
)


def deadline(rule: str, day: date) -> date | None:
    """Return the last day by a channel's rule for an event that begins on ``day``; None for a rule in free words.

    >>> deadline("viikkoa ennen tapahtumaa", date(2027, 5, 15))
    datetime.date(2027, 5, 8)
    """
    words = " ".join(rule.casefold().split()).rstrip(".")
    for tongue, patterns in _RULES:
        for pattern in patterns:
            if (match := pattern.fullmatch(words)) and (found := _day(match.groupdict(), tongue, day)):
                return found
    return None


def _day(parts: dict[str, str | None], tongue: Tongue, day: date) -> date | None:
    if "days" in parts:
        return day - timedelta(days=int(parts["days"] or 1))
    if "weeks" in parts:
        return day - timedelta(weeks=int(parts["weeks"] or 1))
    if weekday := parts.get("weekday"):
        wanted = [name.casefold() for name in tongue.weekdays]
        if weekday not in wanted:
            return None
        return day - timedelta(days=(day.weekday() - wanted.index(weekday) - 1) % 7 + 1)
    before = day.replace(day=1) - timedelta(days=1)
    number = int(parts["month_day"] or 0)
    return before.replace(day=min(number, monthrange(before.year, before.month)[1])) if number else None
