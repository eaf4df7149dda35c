"""What the plan of channels costs: `python3 scripts/bench/announcing.py [DATES ...]`, by default 80,000.

The invented events of ``clashes.py`` (10,000 of so many dates, most of them on one, the other dates those of weekly
groups), ten channels that get them unasked, and a year's ledger of one of them. Beside each answer stands what it
takes to sort the same dates once. Nothing is worked out before it is asked for: the first row is next to nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from time import process_time

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.clashes import HERE, TODAY, community_of
from seurantalo.announcing import Announcing, issues_appearing, without_channel
from seurantalo.announcing.facts import facts_of
from seurantalo.announcing.told_lines import told_line
from seurantalo.language import language
from seurantalo.model.channel import (
    Announcement,
    Before,
    ByDefault,
    Channel,
    ChannelType,
    Covering,
    Covers,
    DeadlineRule,
    Delivery,
    InWeek,
    Told,
    Unit,
)
from seurantalo.model.community import Community
from seurantalo.model.event import Weight
from seurantalo.model.record import Record
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner import Calendar, make_calendar
from seurantalo.planner.clashes import Clashes

#: In the middle of the three years.
NOW = TODAY + timedelta(days=547)
WEEKS = 52
SETTINGS = Settings(today=str(NOW))


def channel(name: str, kind: ChannelType, **said: object) -> Channel:
    """A channel that gets every event unasked."""
    given = {"default": ByDefault(), "name": Text.plain(name), "channel_type": kind, **said}
    return Channel(id=name, origin=HERE, **given)  # type: ignore[arg-type]


def channels() -> list[Channel]:
    """Ten channels of every sort: papers, newsletters, a radio, posts."""
    monday, week_before = DeadlineRule(InWeek(0), time(12)), DeadlineRule(Before(1, Unit.WEEK))
    next_week = Covers(Covering.NEXT_WEEK)
    return [
        *(
            channel(f"paper{n}", ChannelType.PAPER, appears=(n,), covers=next_week, deadline=monday)
            for n in (1, 2, 3)
        ),
        *(channel(f"until{n}", ChannelType.PAPER, appears=(n,), deadline=week_before) for n in (1, 4)),
        channel("month", ChannelType.NEWSLETTER, covers=Covers(Covering.NEXT_MONTH), deadline=week_before),
        channel("radio", ChannelType.RADIO, covers=Covers(Covering.WEEKDAYS, 4, 6), deadline=week_before),
        *(channel(f"post{n}", ChannelType.SOCIAL, deadline=week_before) for n in (1, 2, 3)),
    ]


def ledgers(community: Community, calendar: Calendar) -> list[Announcement]:
    """The files of the first paper for a year, and for the week to come: what stood in each."""
    lang = language("fi")
    found = []
    for number in range(-WEEKS, 1):
        day = NOW + timedelta(days=(1 - NOW.weekday()) % 7 + 7 * (number - 1))
        week = calendar.between(day + timedelta(days=7 - day.weekday()), day + timedelta(days=13 - day.weekday()))
        told = tuple(
            Told(one.event.id, one.first_day, told_line(facts_of(one, community, lang)))
            for one in week
            if one.event.weight is not Weight.ROUTINE
        )
        found.append(
            Announcement(
                id=f"paper1/{day}", origin=HERE, channel="paper1", issue=str(day), delivery=Delivery.SENT, told=told
            )
        )
    return found


def measured(ask: Callable[[], object]) -> float:
    """Seconds of processor time."""
    started = process_time()
    ask()
    return process_time() - started


def measure(count: int) -> None:
    """Print a table for a community of so many dates."""
    community = community_of(count)
    calendar = make_calendar(community, SETTINGS, NOW)
    records: list[Record] = [one for table in community.by_kind.values() for one in table.values()]
    community = Community([*records, *channels(), *ledgers(community, calendar)])

    def fresh() -> Announcing:
        return Announcing(community, calendar, Clashes((), (), NOW), SETTINGS, NOW)

    def a_week(found: Announcing, *names: str) -> None:
        for name in names:
            for issue in issues_appearing(community.channels[name], NOW, NOW + timedelta(days=6)):
                found.entries(issue)

    def pages(found: Announcing) -> None:
        for one in found.channels:
            for issue in found.issues(one.id):
                found.entries(issue)

    def every_event(found: Announcing) -> None:
        for event in community.events:
            found.of_event(event)

    sort = measured(lambda: sorted(calendar.occurrences, key=lambda one: (one.starts_at, one.ends_at, one.event.id)))
    rows: list[tuple[str, Callable[[], object]]] = [
        ("made", fresh),
        ("one issue of a paper, with its ledger", lambda: a_week(fresh(), "paper1")),
        ("one week of ten channels", lambda: a_week(fresh(), *community.channels)),
        ("what is due this week", lambda: fresh().due(NOW, NOW + timedelta(days=6))),
        ("what was missed in 30 days", lambda: fresh().missed()),
        ("what has to be corrected", lambda: fresh().to_correct()),
        ("events without a channel", lambda: without_channel(fresh())),
        ("all issues that have pages", lambda: pages(fresh())),
        ("the plan of every event", lambda: every_event(fresh())),
    ]
    print(f"{len(calendar.occurrences):,} dates of {len(community.events):,} events; sorting them: {sort:.3f} s")
    for name, ask in rows:
        took = measured(ask)
        print(f"  {name:40} {took:8.3f} s {took / sort:8.1f}")


def main() -> None:
    """Measure what the command line asks for."""
    for count in [int(word) for word in sys.argv[1:]] or [80_000]:
        measure(count)


if __name__ == "__main__":
    main()
