"""How the search for clashes grows: `python3 scripts/bench/clashes.py [OCCURRENCES ...]`.

Invented events in 300 municipalities, nine of ten dates routine as in life. Beside the whole search stands the one
thing that no search can do without, sorting the same dates by start: the ratio says what the rules cost.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import perf_counter
from typing import TypeVar

from seurantalo.model.community import AnyRecord, Community
from seurantalo.model.event import Event, Format
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Origin
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
T = TypeVar("T")


def community_of(occurrences: int) -> Community:
    """A community with about so many dates: a quarter of the events weekly, the rest on one date."""
    name = Text.plain
    records: list[AnyRecord] = [Audience(id="kaikki", origin=HERE, name=name("kaikki"))]
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
    forms = tuple(Format)
    weekly = occurrences * 9 // 10 // WEEKS
    for number in range(weekly + occurrences // 10):
        # Steps by primes spread events over places, days and hours without chance.
        place, spot = number * 7 % MUNICIPALITIES, number * 13 % 10
        day = TODAY + timedelta(days=number * 11 % (7 if number < weekly else 364))
        repeats = Recurrence(frequency=Frequency.WEEKLY, count=WEEKS) if number < weekly else None
        records.append(
            Event(
                id=f"e{number:07}",
                origin=HERE,
                title=name(f"Tapahtuma {number}"),
                starts=datetime(day.year, day.month, day.day, 9 + number * 5 % 12),
                timezone="Europe/Helsinki",
                format=forms[number % len(forms)],
                organisers=(f"o{place}-{spot}",),
                municipality=f"m{place}",
                venue=f"v{place}-{number * 17 % 10}",
                audiences=(f"a{number % 8}",),
                repeats=repeats,
            )
        )
    return Community(records)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work returns, and the shortest of three runs in seconds."""
    result, best = work(), float("inf")
    for _ in range(3):
        gc.collect()
        started = perf_counter()
        result = work()
        best = min(best, perf_counter() - started)
    return result, best


def main(sizes: list[int]) -> None:
    """Print one line for each size."""
    settings = Settings()
    print("     dates  calendar     sort   search  ratio  us/date     pairs   found  capped     MB")
    for size in sizes:
        community = community_of(size)
        calendar, making = timed(lambda: make_calendar(community, settings, TODAY))  # noqa: B023
        dates = calendar.occurrences
        # Dates in the order of their events, as they come before anybody sorts them.
        unsorted = sorted(dates, key=lambda date: date.event.id)
        _, sorting = timed(lambda: sorted(unsorted, key=lambda date: (date.starts_at, date.ends_at, date.event.id)))  # noqa: B023
        clashes, searching = timed(lambda: find_clashes(community, calendar, settings))  # noqa: B023
        tracemalloc.start()
        find_clashes(community, calendar, settings)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(
            f"{len(dates):>10,} {making:>8.2f}s {sorting:>7.3f}s {searching:>7.2f}s {searching / sorting:>6.1f} "
            f"{searching / len(dates) * 1e6:>8.1f} {clashes.examined:>9,} {len(clashes.findings):>7,} "
            f"{clashes.capped:>7,} {peak:>6.0f}"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 50_000, 200_000])
