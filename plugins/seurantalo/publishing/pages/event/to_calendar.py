"""Addresses that put one date into a calendar on the web, with everything filled in.

Neither service documents them; these parameters are those that their own buttons and the add-to-calendar libraries
use. ``render`` is the one address of Google's that opens the editor on Android too, where ``r/eventedit`` only opens
the app.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.moments import utc_text

_GOOGLE: Final = "https://calendar.google.com/calendar/render?action=TEMPLATE"
_OUTLOOK: Final = (
    "https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
)
_ONE_DAY: Final = timedelta(days=1)
#: What ``quote`` leaves as it is are these; it takes several times as long to find that most signs are among them.
_TO_QUOTE: Final = re.compile(r"[^A-Za-z0-9_.~-]")


def google_entry(one: Occurrence, zone: str, *, title: str, place: str, page: str) -> str:
    """Return the address at which Google's calendar has a date ready to be saved.

    Hours are those of the clocks in ``zone``, the site's; the end of whole days is the day after (RFC 5545, 3.6.1).

    >>> google_entry(concert, "Europe/Helsinki", title="Konsertti", place="", page="").partition("&dates=")[2]
    '20270320T180000%2F20270320T200000&ctz=Europe%2FHelsinki'
    """
    starts, ends = one.starts_local, one.ends_local
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        dates = f"{_basic(starts)}%2F{_basic(ends)}&ctz={_quoted(zone)}"
    else:
        first, after = _days(one)
        dates = f"{_basic(first)}%2F{_basic(after)}"
    return f"{_GOOGLE}&text={_quoted(title)}&dates={dates}{_more('location', place)}{_more('details', page)}"


def outlook_entry(one: Occurrence, *, title: str, place: str, page: str) -> str:
    """Return the address at which Outlook on the web has a date ready to be saved: hours are in UTC.

    >>> outlook_entry(concert, title="Konsertti", place="", page="").partition("&startdt=")[2]
    '2027-03-20T16%3A00%3A00Z&enddt=2027-03-20T18%3A00%3A00Z'
    """
    if one.whole_day:
        first, after = _days(one)
        dates = f"&startdt={first.isoformat()}&enddt={after.isoformat()}&allday=true"
    else:
        dates = f"&startdt={_utc(one.starts_at)}&enddt={_utc(one.ends_at)}"
    return f"{_OUTLOOK}&subject={_quoted(title)}{dates}{_more('location', place)}{_more('body', page)}"


def _days(one: Occurrence) -> tuple[date, date]:
    """Return the first of whole days, and the day after the last."""
    return one.first_day, one.last_day + _ONE_DAY


def _utc(seconds: int) -> str:
    return utc_text(seconds).replace(":", "%3A")


def _more(name: str, value: str) -> str:
    return f"&{name}={_quoted(value)}" if value else ""


def _basic(moment: date) -> str:
    """Return a day or a moment in the basic form of ISO 8601: ``20270320T180000``."""
    return moment.isoformat().replace("-", "").replace(":", "")[:15]


# Title and address of an event stand in two calendars' addresses, and its place in those of many events.
@lru_cache(maxsize=4096)
def _quoted(words: str) -> str:
    return _TO_QUOTE.sub(_sign, words)


@lru_cache(maxsize=1024)
def _quoted_sign(sign: str) -> str:
    return quote(sign, safe="")


def _sign(found: re.Match[str]) -> str:
    return _quoted_sign(found[0])
