"""What an event's file said on a day of the past: for what somebody told by hand on that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.files.listing import decode
from seurantalo.reading.history.git import Git, GitError
from seurantalo.reading.history.lives import event_life
from seurantalo.reading.history.revisions import History


class EventsThen:
    """Reads old versions of event files, each when somebody asks about it and once.

    What an event links to is taken as it is now. A version that can't be read, or whose venue is gone, says nothing.

    >>> EventsThen(Path(), community, History({}), settings, today).on(event, date(2027, 1, 2)) is None
    True
    """

    def __init__(
        self,
        root: Path,
        community: Community,
        history: History,
        settings: Settings,
        today: date,
        repository: Path | None = None,
    ) -> None:
        """``repository`` is where the history is, if not in the project's folder ``root``."""
        self._root, self._repository = root, repository
        self._community, self._history, self._settings, self._today = community, history, settings, today
        self._zone = ZoneInfo(settings.timezone)
        self._reader: EventReader | None = None
        self._read: dict[tuple[str, bytes], Event | None] = {}

    def on(self, event: Event, day: date) -> Event | None:
        """Return the event as its file was at the end of a local day; None where that is not known.

        Of a file that came later it is the first version: whoever told of an event before its file was there told
        what the file says first.
        """
        lives = [event_life(name) for name in (*event.former_ids, event.id)]
        versions = self._history.versions(*lives)
        is_changed = not self._history.uncommitted.isdisjoint(lives)
        if is_changed and day >= self._today:
            return event
        if not versions:
            return None
        after = day + timedelta(days=1)
        ends = datetime(after.year, after.month, after.day, tzinfo=self._zone).timestamp()
        blob = next((blob for stamp, blob in reversed(versions) if stamp < ends), versions[0][1])
        if blob == versions[-1][1] and not is_changed:
            return event
        return self._version(event, blob)

    def _version(self, event: Event, blob: bytes) -> Event | None:
        key = event.id, blob
        if key not in self._read:
            self._read[key] = self._made(event, self._contents(blob).get(blob))
        return self._read[key]

    def _contents(self, blob: bytes) -> Mapping[bytes, bytes]:
        try:
            return dict(Git(self._repository or self._root).contents([blob]))
        except GitError:
            return {}

    def _made(self, event: Event, content: bytes | None) -> Event | None:
        text = None if content is None else decode(content, event.origin.path)
        if text is None or isinstance(text, Problem):
            return None
        if self._reader is None:
            self._reader = EventReader(self._community, self._settings, self._today)
        return self._reader.read(event.id, event.origin.path, text)[0]
