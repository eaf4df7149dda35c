"""An event's hour or day changes: every prepared text and due time follows, and what was sent is to be corrected."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.announcing.reading_week import WEEK
from tests.cli.conftest import MKDOCS_YML, seurantalo

RUN = "kraaterin-polkujuoksu"
TODAY = "2027-05-13"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """The week of 24.–30.5.2027 as a project."""
    shutil.copytree(WEEK, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return tmp_path


def change(region: Path, *pairs: tuple[str, str]) -> None:
    file = region / "events" / f"{RUN}.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def issues(region: Path, week: str = "2027-21", today: str = TODAY) -> dict[str, Any]:
    """What each channel tells in a week, by channel: of channels without issues, the one of the run."""
    said = seurantalo("outbox", "--week", week, "--format", "json", cwd=region, SEURANTALO_TODAY=today)
    assert said.code == 0, said.err
    found = json.loads(said.out)["issues"]
    return {one["channel"]: one for one in found if any(entry["event"] == RUN for entry in one["entries"])}


def entry_of(issue: dict[str, Any]) -> dict[str, Any]:
    (found,) = [one for one in issue["entries"] if one["event"] == RUN]
    return dict(found)


def test_another_hour_is_in_every_text_and_another_day_in_every_due_time(region: Path) -> None:
    before = issues(region)
    assert len(before) == 5
    change(region, ("klo 11", "klo 12"), ("klo 15", "klo 16"))
    later = issues(region)
    assert later.keys() == before.keys()
    for channel, issue in later.items():
        assert not any(old in entry_of(issue)["text"] for old in ("11–15", "11-15", "kello 11")), channel
        assert "12" in entry_of(issue)["text"], channel
        assert entry_of(issue)["due"] == entry_of(before[channel])["due"], channel
    change(region, ("29.5.2027", "26.5.2027"), ("viimeistään: 26.5.2027", "viimeistään: 25.5.2027"))
    moved = issues(region)
    assert {"radio-jarvituuli"} == before.keys() - moved.keys()
    for channel, issue in moved.items():
        assert any(one in entry_of(issue)["text"] for one in ("ke 26.5.", "Ke 26.5.", "Keskiviikkona 26.5.")) or (
            "Keskiviikko 26.5." in issue["text"]
        ), channel
        # Papers and bulletins come out as before; what is told event by event follows the event.
        same = channel in {"paikallislehti", "kuntatiedote"}
        assert (entry_of(issue)["due"] == entry_of(before[channel])["due"]) is same, channel


def test_what_was_sent_is_to_be_corrected_with_a_text_for_it(region: Path) -> None:
    sent = issues(region)
    for channel, issue in sent.items():
        said = seurantalo("sent", "--channel", channel, "--issue", issue["issue"], cwd=region, SEURANTALO_TODAY=TODAY)
        assert said.code == 0, said.err
    assert {entry_of(one)["state"] for one in issues(region).values()} == {"sent"}
    change(region, ("klo 11", "klo 12"), ("klo 15", "klo 16"))
    day = "2027-05-20"
    told = {channel: entry_of(one) for channel, one in issues(region, today=day).items()}
    told |= {channel: entry_of(one) for channel, one in issues(region, "2027-22", day).items()}
    assert {channel: one["state"] for channel, one in told.items()} == dict.fromkeys(sent, "changed")
    for channel, one in told.items():
        assert "12" in one["text"], channel
        assert "MUUTOS" in one["text"] or "Muutos" in one["text"], channel
    change(region, ("klo 12", "klo 11"), ("klo 16", "klo 15"))
    assert {entry_of(one)["state"] for one in issues(region, today=day).values()} == {"sent"}
    change(region, ("Lyhyemmällä lenkillä on enemmän pullaa.", "Pullaa riittää."))
    assert {entry_of(one)["state"] for one in issues(region, today=day).values()} == {"sent"}
