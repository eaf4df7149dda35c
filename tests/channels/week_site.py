"""The week of 24.–30.5.2027 as a site: its records from files, its channels, and what was told in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from tests.announcing.reading_week import SETTINGS, SITE_URL, TODAY, week_community

from seurantalo.language import language
from seurantalo.model import Community
from seurantalo.model.channel import Announcement, Channel, Delivery, Told
from seurantalo.model.event import Event
from seurantalo.model.parts import Contact
from seurantalo.model.record import Origin, Record
from seurantalo.model.text import Text
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Site

SITE: Final = Site(
    name="Järviseudun seurantalo", url=SITE_URL, edit_url="https://github.com/example/kalenteri/edit/main/"
)
RUN: Final = "kraaterin-polkujuoksu"
#: What the paper's column of 19.5. said of the run.
RUN_TOLD: Final = Told(
    RUN,
    date(2027, 5, 29),
    "klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; ilm. 26.5.",
)
DESK: Final = Contact(role=Text.plain("Menopalstan toimitus"), email="menot@paikallislehti.example.org")


def ledger(issue: str, *told: Told, channel: str = "paikallislehti", at: datetime | None = None) -> Announcement:
    """A file of the ledger of an issue that was sent."""
    name = f"{channel}/{issue}"
    origin = Origin(f"content/announcements/{name}.yml")
    sent = at or datetime(2027, 5, 17, 9, 12)
    return Announcement(
        id=name, origin=origin, channel=channel, issue=issue, delivery=Delivery.SENT, sent_at=sent, told=told
    )


def week_records(*more: Record, hours: tuple[int, int] = (11, 15), demo: bool = False) -> Iterable[Record]:
    """The records of the week; the run is at other hours where that is asked."""
    for table in week_community().by_kind.values():
        for record in table.values():
            if isinstance(record, Event) and record.id == RUN and hours != (11, 15):
                day = datetime(2027, 5, 29)
                yield replace(record, starts=day.replace(hour=hours[0]), ends=day.replace(hour=hours[1]))
            elif isinstance(record, Channel):
                contact = DESK if record.id == "paikallislehti" else record.contact
                yield replace(record, contact=contact, demo=demo)
            else:
                yield record
    yield from more


def week_site(
    *more: Record,
    today: date = TODAY,
    lang: str = "fi",
    hours: tuple[int, int] = (11, 15),
    demo: bool = False,
    site: Site = SITE,
) -> PageContext:
    """The site of the week as its pages see it on a day."""
    settings = replace(SETTINGS, language=lang)
    community = Community(week_records(*more, hours=hours, demo=demo))
    calendar = make_calendar(community, settings, today)
    return PageContext(
        community=community,
        calendar=calendar,
        clashes=find_clashes(community, calendar, settings),
        settings=settings,
        site=site,
        lang=language(lang),
        today=today,
    )
