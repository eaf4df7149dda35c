"""Every calendar file keeps the rules of RFC 5545 and 7986 and of the trade; see defects.py for what they find."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.conftest import calendars
from tests.conformance.lint.rules import faults


def broken(site: Path) -> dict[str, list[str]]:
    """What is wrong, by path; files without fault are left out."""
    found = {}
    for file in calendars(site):
        path = file.relative_to(site).as_posix()
        if said := faults(file.read_bytes(), feed=path.startswith("ical/")):
            found[path] = said
    return found


def test_the_regions_calendar_files_keep_the_rules(region_export: Path) -> None:
    assert broken(region_export) == {}


def test_the_torture_calendar_keeps_the_rules(torture: Path) -> None:
    assert broken(torture) == {}
