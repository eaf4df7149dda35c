"""The region in this repository: every pair of its dates, and what a phone fetches to check one."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

import pytest
from tests.pages.small_region import SITE
from tests.proposing.clashes_alike import compare_pairs, compare_whole, context, events_of, files_of

from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.shared.context import PageContext

ROOT = Path(__file__).parents[2]
TODAY = "2027-01-04"
#: Modules of the check, fetched when there is a date; bytes as they go over the line.
LARGEST_CHECK = 15_000
#: Names of a municipality, thresholds, and one file of rows; half of what a region forty times as large may have.
LARGEST_DATA = 16_000


@cache
def region() -> PageContext:
    project = Project.open(ROOT, ROOT / "content", Settings(today=TODAY), SITE)
    reading = project.read()
    assert reading.community is not None
    return context(reading.community, project.today)


@pytest.mark.nightly
def test_every_pair_of_the_region_is_judged_alike() -> None:
    differing, compared, spoken = compare_pairs([region()])
    assert differing == []
    assert compared > 100_000
    assert spoken > 30


def test_what_is_found_about_events_of_the_region_is_told_alike() -> None:
    events = events_of(region())
    assert len(events) > 100
    assert compare_whole(region(), events[::8]) == []


@pytest.mark.nightly
def test_what_is_found_about_every_event_of_the_region_is_told_alike() -> None:
    assert compare_whole(region(), events_of(region())) == []


def size(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_a_phone_fetches_little_for_a_date() -> None:
    written = files_of(region())
    files = {name: size(text.encode()) for name, text in written.items()}
    for name, length in files.items():
        if name.startswith("kunnat/") or name.endswith("/nimet.json"):
            places = json.loads(written[name]) if name.startswith("kunnat/") else [name.partition("/")[0]]
            rows = [0, *(more for file, more in files.items() for place in places if file.startswith(f"{place}/2"))]
            assert length + max(rows) + files["saannot.json"] < LARGEST_DATA
    modules = {file.path.rpartition("/")[2]: file.content for file in asset_files()}
    check = [content for name, content in modules.items() if name.startswith("clash-") and name.endswith(".js")]
    assert sum(map(size, check)) < LARGEST_CHECK
