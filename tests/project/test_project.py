"""The rooms put together, on the region's own content."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from seurantalo import project
from seurantalo.garbage_collector import collect_earlier
from seurantalo.model.settings import Settings
from seurantalo.planner import Calendar, make_calendar
from seurantalo.project import TODAY_VARIABLE, Project, today_of
from seurantalo.publishing.publication import Publication, Site

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(today="2027-01-04", calendar_id="jarviseutu")
SITE = Site(name="Järviseudun seurantalo", url="https://seurantalo.example.org/")


@pytest.fixture(scope="module")
def region() -> Project:
    return Project.open(ROOT, ROOT / "content", SETTINGS, SITE)


@pytest.fixture(scope="module")
def published(region: Project) -> Publication:
    """All that the region becomes."""
    publication, _ = region.publish("<p>Tervetuloa</p>")
    assert publication is not None
    return publication


def test_today_is_the_options_then_the_environments_then_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY_VARIABLE, "2027-02-03")
    assert today_of(Settings(today="2027-01-04")) == date(2027, 1, 4)
    assert today_of(Settings()) == date(2027, 2, 3)
    monkeypatch.delenv(TODAY_VARIABLE)
    assert today_of(Settings()) >= date(2026, 11, 1)
    with pytest.raises(ValueError, match="isoformat"):
        today_of(Settings(today="huomenna"))
    # Calendars reckon years back and ahead.
    for far in ("0001-01-01", "9999-12-31"):
        with pytest.raises(ValueError, match=far):
            today_of(Settings(today=far))


def test_the_region_has_no_error(region: Project) -> None:
    reading = region.read()
    assert reading.errors == ()
    assert reading.community is not None
    assert reading.community.events


def test_the_reference_case_of_2018_is_found(region: Project) -> None:
    community = region.read().community
    assert community is not None
    clashes = region.plan(community).clashes
    found = clashes.of_event("kumppanuuspoyta-alajarvi-2018")
    assert {"kumppanuusaamiainen-soini-2018", "kumppanuuspoyta-alajarvi-2018"} in [set(f.event_ids) for f in found]


def test_the_collector_stays_away_from_the_dates(region: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look for garbage walks through all dates that are there, and none of them is garbage."""
    community = region.read().community
    assert community is not None
    running: list[bool] = []

    def making(*given: Any) -> Calendar:
        running.append(gc.isenabled())
        return make_calendar(*given)

    monkeypatch.setattr(project, "make_calendar", making)
    dates = region.plan(community).calendar.occurrences
    assert region.calendar(community).occurrences == dates
    assert running == [False, False]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(dates)


def test_reading_again_lets_go_of_what_an_earlier_reading_set_aside(
    region: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "collect_earlier", collect_earlier)

    class Ring:
        """Holds itself, as pages of MkDocs do."""

        def __init__(self) -> None:
            self.own = self

    ring = Ring()
    left = ref(ring)
    region.read()  # Sets it aside with all that is there.
    del ring
    gc.collect()
    assert left() is not None
    region.read()
    assert left() is None


def test_every_page_and_file_has_a_path_of_its_own(published: Publication) -> None:
    publication = published
    paths = [page.address for page in publication.pages]
    paths += [address for bulk in publication.bulk for address in bulk.addresses]
    paths += [file.path for file in publication.files]
    paths += [file.path for files in publication.bulk_files for file in files]
    assert len(paths) == len(set(paths))
    assert "<p>Tervetuloa</p>" in publication.pages[0].body
    for bulk in publication.bulk:
        assert [page.address for page in bulk] == list(bulk.addresses)


def test_the_same_input_gives_the_same_bytes(published: Publication) -> None:
    again = Project.open(ROOT, ROOT / "content", SETTINGS, SITE)
    first, second = published, again.publish("<p>Tervetuloa</p>")[0]
    assert second is not None
    assert list(first.pages) == list(second.pages)
    assert first.files == second.files
    assert [list(bulk) for bulk in first.bulk] == [list(bulk) for bulk in second.bulk]
    assert [list(files) for files in first.bulk_files] == [list(files) for files in second.bulk_files]


def test_broken_wiki_links_of_ordinary_pages_are_told_with_their_place(region: Project) -> None:
    region.read()
    linked, problems = region.with_links("Katso\n  [[kunta:vimpel]].", "tietoa/", "content/tietoa.md")
    (problem,) = problems
    assert (problem.path, problem.line, problem.column, problem.code) == (
        "content/tietoa.md",
        2,
        3,
        "missing-target-near",
    )
    assert ("near", "vimpeli") in problem.values
    assert linked == "Katso\n  [[kunta:vimpel]]."
