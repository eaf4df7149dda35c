"""The week of 24.–30.5.2027: five events and the channels that tell of them, from the files in ``week/``."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Final

from seurantalo.model import Community, Settings, Text
from seurantalo.model.channel import (
    Before,
    ByDefault,
    Channel,
    ChannelType,
    Covering,
    Covers,
    DeadlineRule,
    EntryOrder,
    InWeek,
    SameDay,
    Sender,
    Unit,
)
from seurantalo.model.event import Weight
from seurantalo.model.record import Origin
from seurantalo.planner import Calendar, make_calendar
from seurantalo.reading import read_community

WEEK: Final = Path(__file__).parent / "week"
SETTINGS: Final = Settings(calendar_id="jarviseutu")
#: The day on which the column of 19.5. is made.
TODAY: Final = date(2027, 5, 17)
SITE_URL: Final = "https://seurantalo.example.org/"

_HERE: Final = ("alajarvi", "evijarvi", "lappajarvi", "soini", "vimpeli")
_ALL: Final = ByDefault(weights=(Weight.MAJOR, Weight.NORMAL, Weight.ROUTINE))
_NEXT_WEEK: Final = Covers(Covering.NEXT_WEEK)


def _channel(name: str, title: str, kind: ChannelType, **fields: object) -> Channel:
    record = {"name": Text.plain(title), "channel_type": kind, "municipalities": _HERE, "default": _ALL, **fields}
    return Channel(id=name, origin=Origin("content/vocabulary/channels.yml"), **record)  # type: ignore[arg-type]


#: The channels of ``week_channels.yml``, made by hand until they are read.
CHANNELS: Final = (
    _channel(
        "paikallislehti",
        "Paikallislehti",
        ChannelType.PAPER,
        appears=(2,),
        covers=_NEXT_WEEK,
        deadline=DeadlineRule(InWeek(0), time(12), "saman viikon maanantaina klo 12"),
        max_length=200,
        template="palsta",
        sender=Sender.EMAIL,
    ),
    _channel(
        "kuntatiedote",
        "Kuntatiedote",
        ChannelType.NEWSLETTER,
        appears=(4,),
        covers=_NEXT_WEEK,
        deadline=DeadlineRule(InWeek(4, 1), words="edellisen viikon perjantaina"),
        max_length=300,
        order=(EntryOrder.MUNICIPALITY,),
        template="tiedote",
    ),
    _channel(
        "radio-jarvituuli",
        "Radio Järvituuli",
        ChannelType.RADIO,
        covers=Covers(Covering.WEEKDAYS, 4, 6),
        deadline=DeadlineRule(InWeek(3), time(12), "saman viikon torstaina klo 12"),
        max_length=250,
    ),
    _channel(
        "tekstiviestit",
        "Kunnan tekstiviestit",
        ChannelType.SMS,
        deadline=DeadlineRule(Before(2, Unit.DAY), words="2 päivää ennen"),
        max_length=160,
    ),
    _channel(
        "jarviseudun-menot",
        "Järviseudun menot -ryhmä",
        ChannelType.SOCIAL,
        deadline=DeadlineRule(Before(3, Unit.DAY), words="3 päivää ennen tapahtumaa"),
        reminder=DeadlineRule(SameDay(), time(8), "samana päivänä klo 8"),
        max_length=500,
        template="facebook",
    ),
)


@cache
def week_community() -> Community:
    """Return the week's records, its channels among them."""
    reading = read_community(WEEK, WEEK / "content", SETTINGS, TODAY)
    assert reading.community is not None, [problem for problem in reading.problems if problem.severity == "error"]
    records = [record for table in reading.community.by_kind.values() for record in table.values()]
    return Community([*records, *CHANNELS])


@cache
def week_calendar(today: date = TODAY) -> Calendar:
    """Return the week's dates as they are seen on a day."""
    return make_calendar(week_community(), SETTINGS, today)
