"""The events of the golden feeds. A new case is one more entry here and its file in ``golden/``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from tests.feeds.builders import change, event, text, weekly

from seurantalo.model.event import Event, EventStatus, Registration
from seurantalo.model.parts import AgendaItem, Contact
from seurantalo.model.record import Revision
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday, one_by_one

DESCRIPTION = """\
# Tervetuloa!

Laulamme **yhdessä** äänellä ja *sydämellä*; mukana `kahvia`, pullaa ja
hyvää seuraa. Lue [esite](https://example.org/yö?a=1&b=2) ja [[käytäntö:talkootori]].

- Ääniranta \\ kenkä
* Öljylamppu 🎉🎈
1. Ensin syödään

> Kuoro on kylän ääni &amp; ilo.

<script>alert("x")</script>Kenoviiva \\ ei katoa.
"""

CASES: dict[str, tuple[Event, ...]] = {
    "empty": (),
    "single": (
        event(
            title=text('Kuoroilta, kahvia; "kakkua" \\ 5 € 🎻'),
            description=text(DESCRIPTION),
            price=text("5 €, lapset ilmaiseksi"),
            accessibility=text("Esteetön sisäänkäynti"),
            agenda=(
                AgendaItem(starts=time(18), ends=time(18, 30), text=text("Kahvi")),
                AgendaItem(starts=time(18, 30), text=text("Laulua")),
                AgendaItem(text=text("Arvonta")),
            ),
            registration=Registration(
                text=text("Lomakkeella"), url="https://example.org/ilmo?x=1&y=ä", until=datetime(2027, 3, 10, 12)
            ),
            online="https://example.org/etä sali",
            contact=Contact(role=text("Sihteeri"), email="s@example.org"),
            organisers=("kylayhdistys", "vpk"),
            themes=("musiikki", "kuoro"),
            practices=("talkootori",),
            room="sali",
        ),
        event("ilman-paikkaa", datetime(2027, 3, 14, 9, 30), venue=None, title=text("Kylän siivous")),
        event("verkossa", datetime(2027, 3, 15, 9, 30), venue=None, online="https://example.org/verkko"),
    ),
    "whole-days": (
        event("juhannus", date(2027, 6, 25), ends=date(2027, 6, 27), title=text("Juhannusjuhlat")),
        event("itsenaisyyspaiva", date(2027, 12, 6), title=text("Itsenäisyyspäivä")),
        event(
            "kasvispaiva",
            date(2027, 10, 18),
            title=text("Kasvispäivä"),
            repeats=weekly(until=date(2027, 11, 15), exclude=(date(2027, 11, 1),)),
            changes=(change(date(2027, 11, 8), starts=date(2027, 11, 9)),),
        ),
    ),
    "weekly": (
        event(
            "kerho",
            datetime(2027, 1, 12, 18),
            ends=datetime(2027, 1, 12, 19, 30),
            title=text("Kerho"),
            repeats=weekly(
                by_weekday=(Weekday(1),),
                until=date(2027, 5, 4),
                exclude=(date(2027, 2, 23),),
                include=(datetime(2027, 3, 5, 17), datetime(2027, 6, 1, 18)),
            ),
            changes=(
                change(date(2027, 3, 2), starts=datetime(2027, 3, 3, 19), venue="tori", note=text("Torilla!")),
                change(date(2027, 3, 9), ends=datetime(2027, 3, 9, 21)),
                change(date(2027, 3, 16), title=text("Kerhon juhla, pullaa")),
                change(date(2027, 3, 30), room="sali"),
                change(date(2027, 4, 6), status=EventStatus.CANCELLED, note=text("Ohjaaja on matkoilla.")),
                change(date(2027, 4, 13), status=EventStatus.TENTATIVE),
                change(date(2027, 4, 20), status=EventStatus.POSTPONED),
            ),
        ),
    ),
    "moved-far": (
        event(
            "onto-a-neighbours-day",
            datetime(2027, 3, 1, 18),
            ends=datetime(2027, 3, 1, 19),
            repeats=weekly(by_weekday=(Weekday(0), Weekday(3)), until=date(2027, 4, 1)),
            changes=(
                change(date(2027, 3, 4), starts=datetime(2027, 3, 8, 12)),
                change(date(2027, 3, 15), starts=datetime(2027, 3, 23, 18)),
                change(date(2027, 3, 29), starts=datetime(2027, 3, 28, 18)),
            ),
        ),
        event(
            "first-moved",
            datetime(2027, 3, 2, 18),
            ends=datetime(2027, 3, 2, 19),
            repeats=weekly(until=date(2027, 3, 16)),
            changes=(change(date(2027, 3, 2), starts=datetime(2027, 3, 1, 17)),),
        ),
        event(
            "first-excluded",
            datetime(2027, 3, 3, 18),
            ends=datetime(2027, 3, 3, 19),
            repeats=weekly(interval=2, until=date(2027, 5, 1), exclude=(date(2027, 3, 3),)),
        ),
        event(
            "one-left",
            datetime(2027, 3, 3, 18),
            ends=datetime(2027, 3, 3, 19),
            repeats=weekly(until=date(2027, 3, 10), exclude=(date(2027, 3, 3),)),
        ),
    ),
    "clock-change": (
        event("yokavely", datetime(2027, 10, 30, 22), ends=datetime(2027, 10, 31, 6), title=text("Yökävely")),
        event("kevatyo", datetime(2027, 3, 27, 22), ends=datetime(2027, 3, 28, 6), title=text("Kevätyö")),
        event("kahdesti", datetime(2027, 10, 31, 3, 15), ends=datetime(2027, 10, 31, 5), title=text("Kahdesti")),
        event(
            "yokerho",
            datetime(2027, 10, 16, 22),
            ends=datetime(2027, 10, 17, 6),
            title=text("Yökerho"),
            repeats=weekly(count=4),
        ),
        event(
            "ensimmainen-taittuu",
            datetime(2027, 10, 30, 23),
            ends=datetime(2027, 10, 31, 5),
            title=text("Ensimmäinen taittuu"),
            repeats=weekly(count=3),
        ),
        event(
            "yli-kellojen",
            datetime(2027, 3, 15, 18),
            ends=datetime(2027, 3, 15, 20),
            repeats=weekly(count=4),
        ),
    ),
    "odd-nights": (
        event(
            "kello-puoli-nelja",
            datetime(2027, 3, 25, 3, 30),
            ends=datetime(2027, 3, 25, 3, 45),
            repeats=Recurrence(frequency=Frequency.DAILY, count=6),
        ),
        event(
            "puoli-nelja-syksylla",
            datetime(2027, 10, 29, 3, 30),
            ends=datetime(2027, 10, 29, 3, 45),
            repeats=Recurrence(frequency=Frequency.DAILY, count=5, exclude=(date(2027, 10, 31),)),
        ),
    ),
    "rules": (
        event(
            "avoimet-ovet",
            datetime(2027, 2, 26, 17),
            ends=datetime(2027, 2, 26, 19),
            repeats=Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(4, -1),), count=6),
        ),
        event(
            "karkauspaiva",
            date(2024, 2, 29),
            repeats=Recurrence(frequency=Frequency.YEARLY),
            title=text("Karkauspäivä"),
        ),
        event(
            "viimeinen-arki",
            datetime(2027, 3, 31, 8),
            ends=datetime(2027, 3, 31, 9),
            repeats=Recurrence(
                frequency=Frequency.MONTHLY,
                by_weekday=tuple(Weekday(day) for day in range(5)),
                by_set_position=(-1,),
                count=5,
            ),
        ),
        event(
            "kolmaskymmenesensimmainen",
            date(2027, 1, 31),
            repeats=Recurrence(frequency=Frequency.MONTHLY, count=5),
        ),
        event(
            "joka-toinen-viikko",
            datetime(2027, 2, 14, 18),
            ends=datetime(2027, 2, 14, 19),
            repeats=weekly(interval=2, by_weekday=(Weekday(6), Weekday(0)), week_start=6, count=6),
        ),
        event(
            "kolmen-paivan-valein",
            datetime(2027, 3, 22, 7),
            ends=datetime(2027, 3, 22, 8),
            repeats=Recurrence(frequency=Frequency.DAILY, interval=3, count=6, skip_holidays=True),
        ),
        event("loputon", datetime(2027, 3, 22, 7), ends=datetime(2027, 3, 22, 8), repeats=weekly()),
    ),
    "statuses": (
        event("peruttu", datetime(2027, 3, 1, 18), status=EventStatus.CANCELLED, title=text("Toritapahtuma")),
        event(
            "peruttu-sarja",
            datetime(2027, 3, 2, 18),
            status=EventStatus.CANCELLED,
            repeats=weekly(count=3),
        ),
        event("alustava", datetime(2027, 3, 3, 18), status=EventStatus.TENTATIVE, hold_until=date(2027, 2, 20)),
        event("vanhentunut", datetime(2027, 3, 3, 18), status=EventStatus.TENTATIVE, hold_until=date(2027, 2, 1)),
        event("lykatty", datetime(2027, 3, 4, 18), status=EventStatus.POSTPONED),
        event(
            "siirretty",
            datetime(2027, 3, 5, 18),
            status=EventStatus.MOVED,
            planned_starts=datetime(2027, 2, 26, 17, 30),
        ),
        event("tallennettu-uid", datetime(2027, 3, 6, 18), uid="vanha, uid; \\ä"),
        event(
            "ei-historiaa",
            datetime(2027, 3, 7, 18),
            revision=Revision(datetime(2027, 2, 10, tzinfo=UTC), datetime(2027, 2, 10, tzinfo=UTC)),
        ),
    ),
    "zones": (
        event("tukholma", datetime(2027, 7, 1, 18), ends=datetime(2027, 7, 1, 19), timezone="Europe/Stockholm"),
        event(
            "new-york",
            datetime(2027, 3, 1, 18),
            ends=datetime(2027, 3, 1, 19),
            timezone="America/New_York",
            repeats=weekly(count=4),
        ),
        event(
            "casablanca",
            datetime(2027, 3, 1, 18),
            ends=datetime(2027, 3, 1, 19),
            timezone="Africa/Casablanca",
            repeats=weekly(count=3),
        ),
        event("tokio", datetime(2027, 3, 1, 18), ends=datetime(2027, 3, 1, 19), timezone="Asia/Tokyo"),
        event(
            "etela",
            datetime(2027, 4, 1, 18),
            ends=datetime(2027, 4, 1, 19),
            timezone="Australia/Sydney",
            repeats=weekly(count=3),
        ),
    ),
    "several-rules": (
        event(
            "pallokerho",
            datetime(2027, 3, 1, 10),
            ends=datetime(2027, 3, 1, 11),
            repeats=weekly(count=3, exclude=(date(2027, 3, 8),)),
            further=(
                Repetition(
                    starts=datetime(2027, 3, 4, 12),
                    ends=datetime(2027, 3, 4, 13, 30),
                    rule=weekly(count=3, include=(datetime(2027, 3, 6, 9),)),
                ),
            ),
            changes=(change(date(2027, 3, 11), status=EventStatus.CANCELLED),),
        ),
        event(
            "luennot",
            datetime(2027, 3, 2, 18),
            ends=datetime(2027, 3, 2, 19),
            repeats=replace(
                one_by_one(datetime(2027, 3, 31, 17), datetime(2027, 3, 9, 18)),
                own_ends=((datetime(2027, 3, 31, 17), datetime(2027, 3, 31, 20)),),
            ),
        ),
        event(
            "kuoro",
            datetime(2027, 3, 3, 18),
            ends=datetime(2027, 3, 3, 19),
            repeats=weekly(count=4),
            changes=(
                change(date(2027, 3, 10), onwards=True, starts=datetime(2027, 3, 10, 19), venue="tori"),
                change(date(2027, 3, 24), onwards=True, note=text("Uusi ovikoodi")),
            ),
        ),
    ),
}
