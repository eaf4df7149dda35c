"""Other people's calendar engines see in every feed just what the calendar says: occurrences and texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.conformance.comparison import Expected, complaints
from tests.conformance.conftest import HERE, calendars
from tests.conformance.engine import Engine
from tests.conformance.engines.protocol import Window
from tests.examples import by_night

#: Everything that the feeds hold, the archives of the first years and two years to come.
DAYS = Window(date(1995, 1, 1), date(2031, 1, 1))

#: Whole days must stay whole days, and hours the same hours, wherever the reader's machine thinks it is.
FAR_ZONES = ("America/Los_Angeles", "Pacific/Kiritimati")


def judge(engine: Engine, files: Sequence[Path], zone: str = "Europe/Helsinki") -> dict[str, list[str]]:
    """What is wrong with what the engine sees, by file; files without fault are left out."""
    seen = engine.look(files, DAYS, zone)
    found = {
        file.name: complaints(engine, one, Expected.beside(file), DAYS) for file, one in zip(files, seen, strict=True)
    }
    return {name: faults for name, faults in found.items() if faults}


def some(files: list[Path]) -> list[Path]:
    """Every fifth file, by night every one: the feeds of groups are made of the same bytes as that of everything."""
    return files[:: 1 if by_night() else 5]


def test_every_feed_of_the_region(engine: Engine, region_export: Path) -> None:
    everything = region_export / "ical" / "kaikki.ics"
    feeds = calendars(everything.parent)
    assert len(feeds) > 100
    others = some([feed for feed in feeds if feed != everything]) if engine.thorough else []
    assert judge(engine, [everything, *others]) == {}


def test_every_events_own_file(engine: Engine, region_export: Path) -> None:
    files = calendars(region_export / "tapahtumat")
    assert len(files) > 100
    assert judge(engine, some(files) if engine.thorough else files[::20]) == {}


def test_what_channels_tell_and_when_it_is_due(engine: Engine, region_export: Path) -> None:
    """Due times, and the files of issues, which hold some dates of a series alone."""
    due = calendars(region_export / "ical" / "maaraajat")
    told = calendars(region_export / "kanavat")
    assert len(due) == len(told)
    for files in (due, told):
        assert any(Expected.beside(file).occurrences for file in files)
    assert judge(engine, [*due, *told] if engine.thorough else [*some(due), *some(told)]) == {}


def test_the_torture_calendar(engine: Engine, torture: Path) -> None:
    files = calendars(torture) if engine.thorough else [torture / "ical" / "kaikki.ics"]
    assert judge(engine, files) == {}


@pytest.mark.parametrize("zone", FAR_ZONES)
def test_the_torture_calendar_on_a_machine_far_away(engine: Engine, torture: Path, zone: str) -> None:
    assert judge(engine, [torture / "ical" / "kaikki.ics"], zone) == {}


def test_the_torture_calendar_is_as_people_understand_it(torture: Path, request: pytest.FixtureRequest) -> None:
    """What every engine is held against was itself read by a person, date by date; keep it so."""
    rows = []
    for file in calendars(torture / "tapahtumat"):
        if not file.stem.startswith("emoji-"):
            rows += ["\t".join((file.stem, *row[1:])) for row in Expected.beside(file).occurrences]
    written = "".join(f"{row}\n" for row in sorted(rows))
    kept = HERE / "torture" / "expected.tsv"
    if request.config.getoption("--update-golden"):
        kept.write_text(written, encoding="utf-8", newline="\n")
    assert written == kept.read_text(encoding="utf-8")


def test_no_event_of_the_torture_calendar_is_lost(torture: Path) -> None:
    given = {file.stem for file in (HERE / "torture" / "events").iterdir()}
    shown = {file.stem for file in calendars(torture / "tapahtumat") if not file.stem.startswith("emoji-")}
    assert given - shown == {"paiva-auki", "varaus-vanhentunut"}
