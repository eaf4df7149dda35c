"""Readers that go by their own rules: what they show otherwise is known, date by date, and told to those who embed.

They are read by the same judge as the strict engines, and their differences are kept in ``torture/lenient.tsv``. A
difference that is new, or gone, is a red test: then the page of open data has to tell another thing, or nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.conformance.comparison import Expected
from tests.conformance.conftest import HERE, calendars
from tests.conformance.engine import LENIENT, Engine
from tests.conformance.engines.protocol import Seen
from tests.conformance.test_engines import DAYS
from tests.pages.small_region import context

from seurantalo.publishing.pages.site.open_data import open_data_view

pytestmark = pytest.mark.foreign
ROWS = HERE / "torture" / "lenient.tsv"
EXPANDER, TS_ICS = LENIENT


def differences(seen: Seen, expected: Expected) -> Iterator[tuple[str, ...]]:
    """What a reader lacks (``-``) and has besides (``+``), occurrences and texts."""
    assert seen.errors == []
    shown = [row for row in seen.occurrences if f"{DAYS.first:%Y%m%d}" <= row[1][:8] < f"{DAYS.last:%Y%m%d}"]
    wanted, found = Counter(expected.occurrences), Counter(shown)
    for sign, rows in (("-", wanted - found), ("+", found - wanted)):
        yield from ((sign, *row) for row in sorted(rows.elements()))
    wanted_texts, found_texts = Counter(expected.texts), Counter(seen.texts)
    for sign, texts in (("-", wanted_texts - found_texts), ("+", found_texts - wanted_texts)):
        yield from ((sign, uid, title) for uid, title, _, _ in sorted(texts.elements()))


def read(engine: Engine, files: list[Path], zone: str = "Europe/Helsinki") -> dict[str, list[tuple[str, ...]]]:
    """The differences of each file that has any."""
    found = {
        file.stem: list(differences(seen, Expected.beside(file)))
        for file, seen in zip(files, engine.look(files, DAYS, zone), strict=True)
    }
    return {name: rows for name, rows in found.items() if rows}


def test_what_they_show_otherwise_in_the_torture_calendar(torture: Path, request: pytest.FixtureRequest) -> None:
    alone = [file for file in calendars(torture / "tapahtumat") if not file.stem.startswith("emoji-")]
    lines = []
    for engine in LENIENT:
        for name, rows in read(engine, [*alone, torture / "ical" / "kaikki.ics"]).items():
            lines += ["\t".join((engine.name, name, *row)) for row in rows]
    written = "".join(f"{line}\n" for line in lines)
    if request.config.getoption("update_golden"):
        ROWS.write_text(written, encoding="utf-8")
    assert written == ROWS.read_text(encoding="utf-8")


def components(feed: Path) -> Iterator[dict[str, str]]:
    """The properties of every VEVENT of a feed, by name with parameters: one of those that we write, line by line."""
    text = feed.read_bytes().decode().replace("\r\n ", "")
    for part in text.split("BEGIN:VEVENT\r\n")[1:]:
        pairs = (line.partition(":") for line in part.split("\r\n"))
        yield {name.partition(";")[0]: f"{name.partition('TZID=')[2]}:{value}" for name, _, value in pairs}


def exceptions(feed: Path) -> set[tuple[str, str]]:
    """The start by its series and the UID of every exception of a feed."""
    found = set()
    for one in components(feed):
        if "RECURRENCE-ID" in one:
            zone, _, moment = one["RECURRENCE-ID"].partition(":")
            if zone:
                local = datetime.strptime(moment, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone))
                moment = local.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
            found.add((moment, one["UID"].partition(":")[2]))
    return found


def own_file(torture: Path, name: str) -> Path:
    """The calendar file of one event."""
    return next(file for file in calendars(torture / "tapahtumat") if file.stem == name)


def test_ical_expander_lays_an_exception_upon_a_neighbour_and_errs_in_nothing_else(region_export: Path) -> None:
    everything = region_export / "ical" / "kaikki.ics"
    moved = exceptions(everything)
    rows = read(EXPANDER, [everything]).get("kaikki", [])
    for sign, uid, starts, *_ in rows:
        if sign == "-":
            assert any(moment == starts and other != uid for moment, other in moved), starts
        else:
            assert uid in {other for _, other in moved}
    # A file of one event has no neighbour.
    assert read(EXPANDER, calendars(region_export / "tapahtumat")[::5]) == {}


def test_ts_ics_errs_in_rules_and_in_the_night_of_a_clock_change_only(region_export: Path) -> None:
    everything = region_export / "ical" / "kaikki.ics"
    series = {one["UID"].partition(":")[2] for one in components(everything) if "RRULE" in one}
    for sign, uid, starts, ends, *_ in read(TS_ICS, [everything])["kaikki"]:
        assert uid in series or night_of_a_change(starts) or night_of_a_change(ends), (sign, starts)


def night_of_a_change(moment: str) -> bool:
    """Whether an instant is within a day of a last Sunday of March or October."""
    day = datetime.strptime(moment[:8], "%Y%m%d").date()
    near = [day + timedelta(days=one) for one in (-1, 0, 1)]
    return any(
        one.month in (3, 10) and one.weekday() == 6 and (one + timedelta(days=7)).month != one.month for one in near
    )


def test_ts_ics_goes_by_the_clock_of_the_machine(torture: Path) -> None:
    weekly = own_file(torture, "sarja-kevaalla-yli")
    assert read(TS_ICS, [weekly]) == {}
    found = read(TS_ICS, [weekly], "UTC")["sarja-kevaalla-yli"]
    assert ("-", "20270329T150000Z") in [(row[0], row[2]) for row in found]
    assert ("+", "20270329T160000Z") in [(row[0], row[2]) for row in found]


def test_monthly_dates_lose_their_hour_in_ts_ics(torture: Path) -> None:
    rows = read(TS_ICS, [own_file(torture, "kuukauden-ensimmainen-tiistai")])
    shown = [row[2] for row in rows["kuukauden-ensimmainen-tiistai"] if row[0] == "+"]
    assert shown
    assert all(moment.endswith("T000000Z") for moment in shown)
    assert "20270302T000000Z" in shown


def test_the_page_of_open_data_names_each_of_them() -> None:
    names = " ".join(name for name, _ in open_data_view(context()).readers)
    assert [engine.name for engine in LENIENT if engine.name not in names] == []
