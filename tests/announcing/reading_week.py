"""The week of 24.–30.5.2027: five events and the channels that tell of them, from the files in ``week/``."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from seurantalo.model import Community, Settings
from seurantalo.planner import Calendar, make_calendar
from seurantalo.reading import read_community

WEEK: Final = Path(__file__).parent / "week"
SETTINGS: Final = Settings(calendar_id="jarviseutu")
#: The day on which the column of 19.5. is made.
TODAY: Final = date(2027, 5, 17)
SITE_URL: Final = "https://seurantalo.example.org/"


@cache
def week_community() -> Community:
    """Return the week's records, its channels among them."""
    reading = read_community(WEEK, WEEK / "content", SETTINGS, TODAY)
    assert reading.community is not None, [problem for problem in reading.problems if problem.severity == "error"]
    return reading.community


@cache
def week_calendar(today: date = TODAY) -> Calendar:
    """Return the week's dates as they are seen on a day."""
    return make_calendar(week_community(), SETTINGS, today)
