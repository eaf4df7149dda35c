"""Our own feeds, imported into a project without events, give the same calendar."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.feeds import builders

from seurantalo.cli.site_file import open_project
from seurantalo.importing import Import, Request, import_calendar
from seurantalo.importing.memory import values_of
from seurantalo.model.community import Community
from seurantalo.model.event import Change, Event, EventStatus
from seurantalo.model.record import Kind
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner import Calendar, Occurrence, make_calendar
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.feeds.plain import FEED_LIMIT
from seurantalo.publishing.feeds.selection import Selection
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.publication import Site

ROOT = Path(__file__).parents[2]
#: What an event may lean on: all but what leans on events.
GROUND = tuple(set(Kind) - {Kind.EVENT, Kind.IDEA, Kind.COMMENT, Kind.CAMPAIGN, Kind.WELLBEING_TREE})
#: What an import tells and that is no loss, or one that no calendar can help: an agreement about a clash.
TOLD = {"import-date-apart", "import-left-out"}


def seen(occurrence: Occurrence) -> tuple[object, ...]:
    """What an app can know of a date; a moved one is a confirmed one for it."""
    status = "" if occurrence.status in (EventStatus.CONFIRMED, EventStatus.MOVED) else occurrence.status
    event = occurrence.event
    return (
        occurrence.starts_at,
        occurrence.ends_at,
        occurrence.whole_day,
        occurrence.title.in_language("fi"),
        status,
        occurrence.venue,
        occurrence.room,
        event.municipality,
        event.organisers,
        tuple(sorted(event.themes)),
    )


def carried(community: Community, feed: bytes, today: date, options: Settings) -> tuple[Import, Community, Calendar]:
    """Import a feed into the same places and associations, without the events."""
    records = [record for kind in GROUND for record in community.by_kind[kind].values()]
    empty = Community(records)
    result = import_calendar(feed, Request(path="kaikki.ics"), empty, make_calendar(empty, options, today), options)
    found = Community([*records, *(each.event for each in result.events)])
    return result, found, make_calendar(found, options, today)


def in_the_feed(community: Community, calendar: Calendar, options: Settings) -> Counter[tuple[object, ...]]:
    chosen = Selection(community, calendar, options, Uids("any")).current
    return Counter(seen(one) for each in chosen for one in each.occurrences)


@cache
def region() -> tuple[Community, Calendar, Settings, dict[str, bytes]]:
    project = open_project(ROOT, "2027-01-04", "fi")
    community = project.read().community
    assert community is not None
    calendar = project.plan(community).calendar
    files = CalendarFeeds(community, calendar, project.settings, project.site).files
    return community, calendar, project.settings, {file.path: file.content for file in files}


def test_the_regions_whole_calendar_comes_through() -> None:
    community, calendar, options, files = region()
    result, _, imported = carried(community, files["ical/kaikki.ics"], calendar.today, options)
    assert Counter(map(seen, imported.occurrences)) == in_the_feed(community, calendar, options)
    # Organisers stand behind short titles in feeds, and not in files.
    ours = {one.title.in_language("fi") for one in calendar.occurrences}
    assert {one.title.in_language("fi") for one in imported.occurrences} <= ours
    assert {problem.code for problem in result.problems} <= TOLD
    assert len(result.events) > 200


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_every_field_of_every_event_comes_through_whatever_the_feed_speaks(code: str) -> None:
    """Rules may be said in another way: that their dates are the same is shown above."""
    community, calendar, options, _ = region()
    feeds = CalendarFeeds(community, calendar, replace(options, language=code), builders.SITE)
    feed = next(file.content for file in feeds.files if file.path == "ical/kaikki.ics")
    _, found, _ = carried(community, feed, calendar.today, options)
    by_uid = {Uids(options.calendar_id).of_event(event): event for event in community.events.values()}
    pairs = [(by_uid[one.uid], one) for one in found.events.values() if one.uid in by_uid]
    assert len(pairs) == len(found.events) > 200
    # Of what was over before this month a feed tells when and where it was; the rest is in the event's own file.
    first = calendar.today.replace(day=1)
    coming = [(one, other) for one, other in pairs if calendar.of_event(one.id)[-1].last_day >= first]
    assert 0 < len(pairs) - len(coming) < len(pairs) / 4
    said = [(values_of(one), values_of(other)) for one, other in coming]
    lost = Counter(
        name for before, after in said for name in {**before, **after} if before.get(name) != after.get(name)
    )
    # A feed has the beginning of a long description: the whole is in the event's own file.
    cut = [before for before, after in said if before.get("description") != after.get("description")]
    assert all(len(str(before["description"])) > FEED_LIMIT for before in cut)
    assert set(lost) <= {"repeats", "changes", "description"}
    assert [(one.id, one.demo, one.external) for one, _ in pairs] == [
        (one.id, one.demo, one.external) for _, one in pairs
    ]
    told = Counter(name for before, _ in said for name in before)
    assert {"audience", "format", "registration", "agenda", "practices", "channels", "part_of"} <= set(told)


def test_every_feed_of_the_region_is_carried_without_loss() -> None:
    community, calendar, options, files = region()
    records = [record for kind in GROUND for record in community.by_kind[kind].values()]
    empty = Community(records)
    nothing = make_calendar(empty, options, calendar.today)
    lost = {
        (path, problem.code)
        for path, content in files.items()
        if path.count("/") == 2 and content.count(b"BEGIN:VEVENT") < 60
        for problem in import_calendar(content, Request(path=path), empty, nothing, options).problems
        # A small feed has not all events that its own belong together with, or link to.
        if problem.code not in TOLD | {"import-own-plain", "import-own-unknown"}
    }
    assert lost == set()


def test_what_was_imported_gives_the_same_feed_again() -> None:
    """The second time round even the texts stay: nothing grows with every copy."""
    community, calendar, options, files = region()
    _, once, once_calendar = carried(community, files["ical/kaikki.ics"], calendar.today, options)
    site = Site(name="Kopio", url="https://kopio.example/")
    again = {file.path: file.content for file in CalendarFeeds(once, once_calendar, options, site).files}
    _, twice, _ = carried(community, again["ical/kaikki.ics"], calendar.today, options)
    texts = {event.uid: (event.title, event.description, event.price) for event in once.events.values()}
    assert {event.uid: (event.title, event.description, event.price) for event in twice.events.values()} == texts


def test_importing_what_is_here_writes_nothing() -> None:
    community, calendar, options, files = region()
    ours = Uids(options.calendar_id)
    uids = {ours.of_event(event): event.id for event in community.events.values()}
    request = Request(path="kaikki.ics")
    result = import_calendar(files["ical/kaikki.ics"], request, community, calendar, options, uids=uids)
    # Dates beside a series have UIDs of their own; those are recognised as duplicates.
    assert result.events == ()
    assert len(result.known) > 200


DAYS = st.dates(date(2027, 2, 11), date(2027, 12, 20))
TITLES = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), blacklist_characters="@"),
    min_size=1,
    max_size=60,
).map(lambda words: " ".join(words.split()))


@st.composite
def recurrences(draw: st.DrawFn, first: date) -> Recurrence:
    frequency = draw(st.sampled_from(Frequency))
    values: dict[str, Any] = {"interval": draw(st.integers(1, 3))}
    if frequency is Frequency.WEEKLY and draw(st.booleans()):
        others = draw(st.sets(st.integers(0, 6), max_size=3)) | {first.weekday()}
        values["by_weekday"] = tuple(Weekday(day) for day in sorted(others))
    if frequency is Frequency.MONTHLY and draw(st.booleans()):
        values["by_weekday"] = (Weekday(first.weekday(), (first.day - 1) // 7 + 1),)
    if draw(st.booleans()):
        values["count"] = draw(st.integers(1, 12))
    else:
        values["until"] = first + timedelta(days=draw(st.integers(0, 200)))
    if draw(st.booleans()):
        values["exclude"] = tuple(
            sorted(
                draw(
                    st.sets(st.integers(7, 60), max_size=3).map(
                        lambda offsets: {first + timedelta(days=offset) for offset in offsets}
                    )
                )
            )
        )
    return Recurrence(frequency=frequency, **values)


@st.composite
def events(draw: st.DrawFn) -> Event:
    day = draw(DAYS)
    whole = draw(st.booleans())
    fields: dict[str, Any] = {
        "title": Text.plain(draw(TITLES.filter(lambda words: bool(words) and words.isprintable()))),
        "status": draw(st.sampled_from([EventStatus.CONFIRMED, EventStatus.CANCELLED])),
        "venue": draw(st.sampled_from(["kylatalo", None])),
        "themes": (),
        "audiences": (),
    }
    if whole:
        starts: date = day
        fields["ends"] = day + timedelta(days=draw(st.integers(0, 4)))
    else:
        starts = datetime(day.year, day.month, day.day, draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30])))
        fields["ends"] = starts + timedelta(minutes=draw(st.sampled_from([15, 60, 90, 300, 1500])))
    if draw(st.booleans()):
        rule = draw(recurrences(day))
        fields["repeats"] = rule
        if draw(st.booleans()) and not whole:
            moved = datetime.combine(day, starts.time()) if isinstance(starts, datetime) else starts
            fields["changes"] = (
                Change(date=day, starts=moved + timedelta(hours=draw(st.integers(1, 3)))),
                Change(date=day + timedelta(days=7), status=EventStatus.CANCELLED),
            )
    return builders.event(f"e{draw(st.integers(0, 10**6))}", starts, **fields)


@examples(40)
@given(st.lists(events(), min_size=1, max_size=4, unique_by=lambda event: event.id))
def test_any_calendar_comes_through(made: list[Event]) -> None:
    community = Community([*builders.places(), *made])
    options = builders.SETTINGS
    calendar = make_calendar(community, options, builders.TODAY)
    files = CalendarFeeds(community, calendar, options, builders.SITE).files
    feed = next(file.content for file in files if file.path == "ical/kaikki.ics")
    result, _, imported = carried(community, feed, builders.TODAY, options)
    wanted = in_the_feed(community, calendar, options)
    found = Counter(map(seen, imported.occurrences))
    texts = "".join(each.text for each in result.events)
    assert (found - wanted, wanted - found) == (Counter(), Counter()), f"{feed.decode()}\n{texts}"


def test_a_change_that_the_feed_can_say_is_carried_as_one() -> None:
    weekly = builders.event(
        "kerho",
        datetime(2027, 3, 2, 18),
        ends=datetime(2027, 3, 2, 20),
        repeats=builders.weekly(count=6),
        changes=(builders.change(date(2027, 3, 9), starts=datetime(2027, 3, 10, 19)),),
    )
    community = Community([*builders.places(), weekly])
    calendar = make_calendar(community, builders.SETTINGS, builders.TODAY)
    files = CalendarFeeds(community, calendar, builders.SETTINGS, builders.SITE).files
    feed = next(file.content for file in files if file.path == "ical/kaikki.ics")
    result, *_ = carried(community, feed, builders.TODAY, builders.SETTINGS)
    (only,) = result.events
    assert only.event.changes == weekly.changes
    assert only.event.uid == Uids(builders.SETTINGS.calendar_id).of_event(weekly)
