"""Days and hours that problems carry, in words of the reader's language."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

from seurantalo.language import Language, dates

#: Blanks that hold a day or a moment of ours, never a writing of the reader's.
_WHENS: Final = frozenset({"above", "date", "day", "ends", "starts", "today"})
#: Blanks that do so in these problems, and hold words of the reader's, or what to write, elsewhere.
_SOMETIMES: Final = {
    "found": frozenset(
        {
            "channel-deadline-after-issue",
            "repeats-unlike-start",
            "series-skips-hour",
            "time-comes-twice",
            "time-does-not-exist",
        }
    ),
    "right": frozenset({"moment-read-so", "nth-or-interval", "series-skips-hour", "week-of-other-number"}),
    "until": frozenset({"until-before-start"}),
}

_WRITTEN: Final = re.compile(
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?: (?P<hour>\d{1,2})\.(?P<minute>\d\d))?"
)
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<hour>)")


def is_moment(code: str, name: str) -> bool:
    """Tell whether a blank of a problem holds a day or a moment that pages would write."""
    return name in _WHENS or code in _SOMETIMES.get(name, ())


def moment_in_words(value: str, lang: Language) -> str:
    """Return a day or a moment as pages of the language write it; what is neither stays as it is."""
    match = _WRITTEN.fullmatch(value) or _ISO.fullmatch(value)
    if match is None:
        return value
    day = dates.plain_day(date(int(match["year"]), int(match["month"]), int(match["day"])), lang)
    if not match["hour"]:
        return day
    return dates.on(day, dates.clock(time(int(match["hour"]), int(match["minute"])), lang), lang)
