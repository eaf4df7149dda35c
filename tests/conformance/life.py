"""A small project under version control, and its feed after each change."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import icalendar
from tests.conformance.conftest import HERE
from tests.once import exported
from tests.reading.repository import Repository, day


@dataclass(frozen=True, slots=True)
class Entry:
    """What an app knows of an event: its UID, SEQUENCE, LAST-MODIFIED, and every byte."""

    uid: str
    sequence: int
    modified: datetime
    titles: tuple[str, ...]
    octets: bytes


class Life:
    """The project: places and organisers of the torture calendar, no events at first, one commit a day."""

    def __init__(self, folder: Path) -> None:
        self.repository = Repository(folder / "project")
        self.site = folder / "site"
        shutil.copytree(HERE / "torture", self.repository.folder, dirs_exist_ok=True)
        shutil.rmtree(self.repository.folder / "events")
        self.today = 0

    def commit(self, **contents: str) -> None:
        """Write files and commit them on the next day of January."""
        self.today += 1
        self.repository.commit(self.today, **contents)

    def feed(self, today: date | None = None) -> bytes:
        """The feed of all events, as it is built on the day of the last commit."""
        built = today or day(self.today).date()
        exported(self.repository.folder, built.isoformat(), self.site)
        return (self.site / "ical" / "kaikki.ics").read_bytes()

    def entries(self, today: date | None = None) -> dict[str, Entry]:
        """What the feed holds, by the event's page."""
        feed = self.feed(today)
        found: dict[str, Entry] = {}
        blocks = [b"BEGIN:VEVENT" + block for block in feed.split(b"BEGIN:VEVENT")[1:]]
        for component, octets in zip(icalendar.Calendar.from_ical(feed).walk("VEVENT"), blocks, strict=True):
            name = str(component["URL"]).rstrip("/").rpartition("/")[2]
            block, _, _ = octets.partition(b"END:VCALENDAR")
            before = found.get(name)
            new = Entry(
                uid=str(component["UID"]),
                sequence=int(str(component["SEQUENCE"])),
                modified=component.decoded("LAST-MODIFIED"),
                titles=(str(component["SUMMARY"]).partition(" – ")[0],),  # without the organiser
                octets=block,
            )
            assert component.decoded("DTSTAMP") == new.modified
            if before is not None:
                assert (before.uid, before.sequence, before.modified) == (new.uid, new.sequence, new.modified)
                new = Entry(new.uid, new.sequence, new.modified, before.titles + new.titles, before.octets + block)
            found[name] = new
        return found
