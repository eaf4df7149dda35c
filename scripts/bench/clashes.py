"""How the search for clashes grows: `python3 scripts/bench/clashes.py [DATES ...]`, by default up to 1,000,000.

Invented events over three years in 300 municipalities, nine of ten dates routine as in life. Beside the whole search
stands the one thing that no search can do without, sorting the same dates: by start alone, and in an order that is
the same every time (start, end, event). The ratios say what all rules and the findings cost together; the facts for
their words are worked out when somebody asks. Sort and search alike run as the program runs the search: with Python's
collector paused, which else walks through a million dates again and again. Then a crowd,
10,000 events at one hour in one place, to see that nothing hangs.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime, timedelta
from operator import attrgetter
from random import Random
from time import process_time
from typing import TypeVar

from seurantalo.garbage_collector import collector_paused
from seurantalo.model.community import Community
from seurantalo.model.event import Event, Format, Weight
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Origin, Record
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes

TODAY = date(2027, 1, 4)
MUNICIPALITIES = 300
HERE = Origin("bench.yml")
WEEKS = 36
YEARS = 3
T = TypeVar("T")


def community_of(occurrences: int) -> Community:
    """A community with about so many dates: a quarter of the events weekly, the rest on one date."""
    name = Text.plain
    records: list[Record] = [Audience(id="kaikki", origin=HERE, name=name("kaikki"))]
    records += [
        Audience(id=f"a{number}", origin=HERE, name=name(f"a{number}"), broader="kaikki") for number in range(8)
    ]
    for place in range(MUNICIPALITIES):
        around = tuple(f"m{other}" for other in (place - 1, place + 1) if 0 <= other < MUNICIPALITIES)
        records.append(
            Municipality(
                id=f"m{place}", origin=HERE, name=name(f"m{place}"), locative=name(f"m{place}"), neighbours=around
            )
        )
        for number in range(10):
            here = f"m{place}"
            records.append(Venue(id=f"v{place}-{number}", origin=HERE, name=name("v"), municipality=here))
            records.append(
                Organisation(
                    id=f"o{place}-{number}",
                    origin=HERE,
                    name=name("o"),
                    organisation_type=OrganisationType.ASSOCIATION,
                    municipality=here,
                )
            )
    forms = (Format.CLUB, Format.COURSE, Format.MEETING, Format.SERVICE, Format.SPORT), tuple(Format)
    chance = Random(occurrences)  # noqa: S311 - invented data, the same every time
    weekly = occurrences * 9 // 10 // WEEKS
    records += [_event(number, forms, chance, weekly=number < weekly) for number in range(weekly + occurrences // 10)]
    return Community(records)


def _event(
    number: int, forms: tuple[tuple[Format, ...], tuple[Format, ...]], chance: Random, *, weekly: bool
) -> Event:
    """A weekly group of one season, or something on a day, on a free day more often than not, as in life."""
    place = chance.randrange(MUNICIPALITIES)
    day = TODAY + timedelta(days=chance.randrange(YEARS * 365 - 7 * WEEKS if weekly else YEARS * 365))
    if not weekly and chance.random() < 0.66:
        day += timedelta(days=(chance.choice((4, 5, 5, 6)) - day.weekday()) % 7)
    return Event(
        id=f"e{number:07}",
        origin=HERE,
        title=Text.plain(f"Tapahtuma {number}"),
        starts=datetime(day.year, day.month, day.day, chance.choice((10, 12, 14, 17, 18, 18, 19))),
        timezone="Europe/Helsinki",
        format=chance.choice(forms[0] if weekly else forms[1]),
        organisers=(f"o{place}-{chance.randrange(10)}",),
        municipality=f"m{place}",
        venue=f"v{place}-{chance.randrange(10)}",
        audiences=(f"a{chance.randrange(8)}",),
        stated_weight=Weight.MAJOR if not weekly and chance.random() < 0.02 else None,
        repeats=Recurrence(frequency=Frequency.WEEKLY, count=WEEKS, skip_holidays=True) if weekly else None,
    )


def crowd_of(events: int) -> Community:
    """Everything at one hour in one municipality: the worst that can be written."""
    name = Text.plain
    records: list[Record] = [
        Municipality(id="m0", origin=HERE, name=name("m0"), locative=name("m0")),
        Audience(id="kaikki", origin=HERE, name=name("kaikki")),
        Venue(id="v0-0", origin=HERE, name=name("v"), municipality="m0"),
        Organisation(
            id="o0-0",
            origin=HERE,
            name=name("o"),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="m0",
        ),
    ]
    records += [
        Event(
            id=f"e{number:07}",
            origin=HERE,
            title=name(f"Tapahtuma {number}"),
            starts=datetime(2027, 5, 8, 18),
            timezone="Europe/Helsinki",
            organisers=("o0-0",),
            municipality="m0",
            venue="v0-0",
            audiences=("kaikki",),
        )
        for number in range(events)
    ]
    return Community(records)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work returns, and the shortest of three runs in seconds of this process."""
    result, best = work(), float("inf")
    for _ in range(3):
        started = process_time()
        result = work()
        best = min(best, process_time() - started)
    return result, best


def measure(name: str, community: Community) -> None:
    """Print one line, everything in it measured as the program plans: without the collector."""
    with collector_paused():
        _measure(name, community)


def _measure(name: str, community: Community) -> None:
    settings = Settings(horizon_days=YEARS * 366)
    started = process_time()
    calendar = make_calendar(community, settings, TODAY)
    making = process_time() - started
    dates = calendar.occurrences
    # In the order of files, as they come before anybody sorts them.
    unsorted = [date for event in sorted(community.events) for date in calendar.of_event(event)]
    _, by_start = timed(lambda: sorted(unsorted, key=attrgetter("starts_at")))
    _, in_order = timed(lambda: sorted(unsorted, key=attrgetter("starts_at", "ends_at", "event.id")))
    clashes, searching = timed(lambda: find_clashes(community, calendar, settings))
    tracemalloc.start()
    find_clashes(community, calendar, settings)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(
        f"{name:>10} {len(dates):>10,} {making:>8.2f}s {by_start:>7.3f}s {in_order:>8.3f}s {searching:>7.2f}s "
        f"{searching / by_start:>8.1f} {searching / in_order:>7.1f} {searching / len(dates) * 1e6:>8.1f} "
        f"{clashes.examined:>9,} {len(clashes.findings):>8,} {clashes.capped:>11,} {peak:>6.0f}",
        flush=True,
    )


def main(sizes: list[int]) -> None:
    """Print one line for each size, and one for a crowd."""
    print(
        "                 dates  calendar     sort  in order  search  ratio to:  order  us/date     pairs    found"
        "      capped     MB"
    )
    for size in sizes:
        measure("life", community_of(size))
    measure("crowd", crowd_of(10_000))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
