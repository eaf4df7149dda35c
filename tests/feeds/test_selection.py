"""Which feed holds which events: groups, the past, cancellations, limits, archives."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta

import icalendar
import pytest
from tests.feeds.builders import SETTINGS, SITE, TODAY, calendar, change, community, event, files, text, weekly

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Kind
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.publication import Site

FEED = "ical/kaikki.ics"


def titles(content: bytes) -> list[str]:
    """The titles of a feed, without the organisers who stand behind titles of one word."""
    return [str(one["SUMMARY"]).partition(" – ")[0] for one in icalendar.Calendar.from_ical(content).walk("VEVENT")]


def named(name: str, starts: date, **fields: object) -> Event:
    return event(name, starts, title=text(name), **fields)


def test_every_record_has_its_feed_and_every_event_its_file() -> None:
    assert sorted(files(event("a", datetime(2027, 3, 1, 18)))) == [
        "ical/alustavat.ics",
        "ical/kaikki.ics",
        "ical/kanava/lehti.ics",
        "ical/kaytanto/talkootori.ics",
        "ical/kohderyhma/kaikki.ics",
        "ical/kohderyhma/lapset.ics",
        "ical/kunta/soini.ics",
        "ical/kunta/vimpeli.ics",
        "ical/paikka/kylatalo.ics",
        "ical/paikka/tori.ics",
        "ical/teema/kulttuuri.ics",
        "ical/teema/kuoro.ics",
        "ical/teema/musiikki.ics",
        "ical/yhdistys/kylayhdistys.ics",
        "ical/yhdistys/vpk.ics",
        "tapahtumat/a/a.ics",
    ]


@pytest.mark.parametrize("path", [path for path in files() if path.startswith("ical/")])
def test_a_feed_without_events_is_a_calendar_all_the_same(path: str) -> None:
    [zone] = icalendar.Calendar.from_ical(files()[path]).subcomponents
    assert (zone.name, zone["TZID"]) == ("VTIMEZONE", "Europe/Helsinki")


def test_a_wider_theme_or_audience_includes_the_narrower() -> None:
    made = files(
        named("narrow", datetime(2027, 3, 1, 18), themes=("kuoro",), audiences=("lapset",)),
        named("wide", datetime(2027, 3, 2, 18), themes=("kulttuuri",), audiences=("kaikki",)),
        named("both", datetime(2027, 3, 3, 18), themes=("kuoro", "kulttuuri"), audiences=()),
    )
    assert titles(made["ical/teema/kulttuuri.ics"]) == ["narrow", "wide", "both"]
    assert titles(made["ical/teema/musiikki.ics"]) == ["narrow", "both"]
    assert titles(made["ical/teema/kuoro.ics"]) == ["narrow", "both"]
    assert titles(made["ical/kohderyhma/kaikki.ics"]) == ["narrow", "wide"]
    assert titles(made["ical/kohderyhma/lapset.ics"]) == ["narrow"]


def test_records_have_the_events_that_point_at_them() -> None:
    made = files(
        named("here", datetime(2027, 3, 1, 18), practices=("talkootori",), organisers=("kylayhdistys", "vpk")),
        named("there", datetime(2027, 3, 2, 18), municipality="soini", venue="tori"),
        named(
            "moves",
            datetime(2027, 3, 3, 18),
            repeats=weekly(count=2),
            changes=(change(date(2027, 3, 10), venue="tori"),),
        ),
    )
    assert titles(made["ical/kunta/soini.ics"]) == ["there"]
    assert titles(made["ical/yhdistys/vpk.ics"]) == ["here"]
    assert titles(made["ical/kaytanto/talkootori.ics"]) == ["here"]
    assert titles(made["ical/paikka/tori.ics"]) == ["there", "moves", "moves"]


def test_feeds_are_made_of_the_same_bytes() -> None:
    made = files(event("a", datetime(2027, 3, 1, 18)), event("b", datetime(2027, 3, 2, 18), repeats=weekly(count=3)))
    alone = made["tapahtumat/b/b.ics"]
    component = alone[alone.index(b"BEGIN:VEVENT") : alone.index(b"END:VCALENDAR")]
    holding = [path for path, content in made.items() if component in content]
    assert len(holding) == 10


def test_an_own_file_says_nothing_of_itself() -> None:
    own = files(event("a", datetime(2027, 3, 1, 18)))["tapahtumat/a/a.ics"]
    feed = icalendar.Calendar.from_ical(own)
    assert set(feed) == {"VERSION", "PRODID", "CALSCALE"}


def test_without_an_address_nothing_pretends_to_have_one() -> None:
    made = files(event("a", datetime(2027, 3, 1, 18)), site=Site(name="Kylät"))
    assert not [path for path, content in made.items() if b"URL" in content or b"SOURCE" in content]
    assert b"://" not in made[FEED]


def test_whole_days_need_no_time_zone() -> None:
    assert b"VTIMEZONE" not in files(event("a", date(2027, 3, 1)))[FEED]


def test_the_past_moves_on_the_first_of_a_month() -> None:
    # 180 days before 1 February 2027: 5 August 2026.
    old = named("old", datetime(2026, 8, 4, 18))
    kept = named("kept", datetime(2026, 8, 5, 18))
    for today in (date(2027, 2, 1), date(2027, 2, 28)):
        assert titles(files(old, kept, today=today)[FEED]) == ["kept"]
    assert titles(files(old, kept, today=date(2027, 1, 31))[FEED]) == ["old", "kept"]


def test_nothing_changes_from_day_to_day() -> None:
    events = [event(f"e{n}", datetime(2026, 6, 1, 18) + timedelta(days=5 * n)) for n in range(80)]
    assert files(*events, today=date(2027, 2, 2)) == files(*events, today=date(2027, 2, 27))


def test_older_events_are_in_the_archive_of_their_year() -> None:
    made = files(
        named("ancient", datetime(2018, 5, 1, 18)),
        named("series", datetime(2018, 12, 30, 18), repeats=weekly(count=3)),
        named("cancelled", datetime(2018, 6, 1, 18), status=EventStatus.CANCELLED),
        named("last-spring", datetime(2026, 5, 1, 18)),
        named("coming", datetime(2027, 3, 1, 18)),
    )
    assert titles(made["ical/arkisto/2018.ics"]) == ["ancient"]
    assert titles(made["ical/arkisto/2019.ics"]) == ["series"]
    assert titles(made["ical/arkisto/2026.ics"]) == ["last-spring"]
    assert titles(made[FEED]) == ["coming"]
    assert "tapahtumat/cancelled/cancelled.ics" in made


def test_a_cancellation_is_told_for_thirty_days() -> None:
    cancelled = named("a", datetime(2027, 2, 1, 18), status=EventStatus.CANCELLED)
    for today, expected in ((date(2027, 1, 1), 1), (date(2027, 3, 3), 1), (date(2027, 3, 4), 0)):
        made = files(cancelled, today=today)
        assert titles(made[FEED]) == ["PERUTTU: a"] * expected
        assert titles(made["tapahtumat/a/a.ics"]) == ["PERUTTU: a"]


def test_a_cancelled_date_of_a_series_leaves_as_an_excluded_one() -> None:
    series = named(
        "a",
        datetime(2027, 2, 1, 18),
        repeats=weekly(count=20),
        changes=(change(date(2027, 2, 8), status=EventStatus.CANCELLED),),
    )
    told, later = files(series, today=date(2027, 3, 1))[FEED], files(series, today=date(2027, 3, 20))[FEED]
    assert titles(told) == ["a", "PERUTTU: a"]
    assert b"EXDATE" not in told
    assert titles(later) == ["a"]
    assert b"EXDATE;TZID=Europe/Helsinki:20270208T180000\r\n" in later


def test_a_site_may_send_cancelled_events_as_confirmed() -> None:
    settings = dataclasses.replace(SETTINGS, cancelled_as_confirmed=True)
    content = files(named("a", datetime(2027, 3, 1, 18), status=EventStatus.CANCELLED), settings=settings)[FEED]
    assert b"STATUS:CONFIRMED\r\nSUMMARY:PERUTTU: a " in content


def test_a_postponed_event_stays_until_its_old_day_is_past() -> None:
    event = named("a", datetime(2027, 3, 1, 18), status=EventStatus.POSTPONED)
    content = files(event, today=date(2027, 3, 1))[FEED]
    assert b"STATUS:CANCELLED\r\nSUMMARY:LYK\xc3\x84TTY: a " in content
    assert titles(files(event, today=date(2027, 3, 2))[FEED]) == []


def test_a_postponed_date_leaves_its_series_when_its_day_is_past_and_apps_are_told() -> None:
    postponed = change(date(2027, 2, 8), status=EventStatus.POSTPONED)
    club = named("a", datetime(2027, 2, 1, 18), repeats=weekly(count=8), changes=(postponed,))
    before, after = files(club, today=date(2027, 2, 8))[FEED], files(club, today=date(2027, 2, 9))[FEED]
    assert titles(before) == ["a", "LYKÄTTY: a"]
    assert (titles(after), b"EXDATE;TZID=Europe/Helsinki:20270208T180000\r\n" in after) == (["a"], True)
    assert b"LAST-MODIFIED:20270208T220000Z\r\n" in after
    assert b"LAST-MODIFIED:20270208T220000Z\r\n" not in before


def test_what_has_no_date_is_in_no_feed() -> None:
    events = (
        named("lost", datetime(2027, 2, 1, 18), status=EventStatus.POSTPONED),
        named(
            "expired", datetime(2027, 3, 1, 18), status=EventStatus.TENTATIVE, hold_until=TODAY - timedelta(days=1)
        ),
        dataclasses.replace(named("unknown", datetime(2027, 3, 1, 18)), starts=None, ends=None),
    )
    made = files(*events)
    assert not titles(made[FEED])
    assert not [path for path in made if path.startswith("tapahtumat/")]
    # The page of an event leads to its calendar file where it has dates.
    assert not [one.id for one in events if calendar(*events).of_event(one.id)]


def test_a_feed_keeps_its_limits_by_forgetting_the_oldest_and_the_farthest() -> None:
    events = [named(f"e{n:02}", datetime(2027, 1, 21, 18) + timedelta(days=n)) for n in range(40)]
    settings = dataclasses.replace(SETTINGS, feed_events=30)
    # Today is the 20th day of the forty: twenty to come stay, and the ten last ones of the past.
    assert titles(files(*events, settings=settings)[FEED]) == [f"e{n:02}" for n in range(10, 40)]
    settings = dataclasses.replace(SETTINGS, feed_events=5)
    assert titles(files(*events, settings=settings)[FEED]) == [f"e{n}" for n in range(20, 25)]


def test_exceptions_count_for_the_limit() -> None:
    series = named(
        "a",
        datetime(2027, 2, 15, 18),
        repeats=weekly(count=9),
        changes=tuple(change(date(2027, 2, 15) + timedelta(weeks=n), title=text(f"a{n}")) for n in range(1, 5)),
    )
    one = named("b", datetime(2027, 2, 16, 18))
    for limit, expected in ((6, 6), (5, 5), (4, 0)):
        settings = dataclasses.replace(SETTINGS, feed_events=limit)
        assert len(titles(files(series, one, settings=settings)[FEED])) == expected


def test_a_feed_stays_under_its_bytes() -> None:
    long = text("Pitkä kuvaus äöå. " * 100)
    events = [named(f"e{n}", datetime(2026, 9, 1, 18) + timedelta(days=n), description=long) for n in range(400)]
    settings = dataclasses.replace(SETTINGS, feed_bytes=300_000)
    content = files(*events, settings=settings)[FEED]
    assert 290_000 < len(content) < 300_000
    assert titles(content)[-1] == "e399"
    assert len(files(*events, settings=dataclasses.replace(SETTINGS, feed_bytes=100_000))[FEED]) < 100_000


def test_the_list_names_every_feed_and_counts_its_events() -> None:
    events = (event("a", datetime(2027, 3, 1, 18)), event("b", datetime(2018, 3, 1, 18)))
    region = community(*events)
    feeds = CalendarFeeds(region, calendar(*events), SETTINGS, SITE).listed()
    assert {feed.path for feed in feeds} == {path for path in files(*events) if path.startswith("ical/")}
    assert (feeds[0].path, feeds[0].title, feeds[0].event_count) == (FEED, "Kaikki tapahtumat", 1)
    assert (feeds[-1].title, feeds[-1].year, feeds[-1].event_count) == ("Vuoden 2018 tapahtumat", 2018, 1)
    assert [(feed.title, feed.event_count) for feed in feeds if feed.kind is Kind.MUNICIPALITY] == [
        ("Soini", 0),
        ("Vimpeli", 1),
    ]
    assert (
        CalendarFeeds(region, calendar(*events), dataclasses.replace(SETTINGS, language="en"), SITE).listed()[0].title
        == "All events"
    )


def test_a_feed_says_what_it_is() -> None:
    feed = icalendar.Calendar.from_ical(files()["ical/kunta/soini.ics"])
    assert feed["NAME"] == feed["X-WR-CALNAME"] == "Soini – Järviseudun tapahtumat"
    assert feed["URL"] == f"{SITE.url}kunnat/soini/"
    assert feed["SOURCE"] == f"{SITE.url}ical/kunta/soini.ics"
    assert feed["PRODID"] == "-//Seurantalo//Seurantalo//FI"


def test_a_site_in_swedish_speaks_swedish() -> None:
    settings = dataclasses.replace(SETTINGS, language="sv")
    content = files(named("a", datetime(2027, 3, 1, 18), status=EventStatus.CANCELLED), settings=settings)[FEED]
    assert titles(content) == ["INSTÄLLT: a"]
    assert "Arrangör: " in content.decode()
