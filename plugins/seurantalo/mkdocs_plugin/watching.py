"""What a server watches besides what MkDocs has it watch, and by what means.

MkDocs looks at all files twice a second. Most systems tell of a change at once, and looking costs time of its own:
at ten thousand events more than an edit does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from seurantalo.mkdocs_plugin.host_site import docs_folder, project_root, site_of
from seurantalo.mkdocs_plugin.live import files_below
from seurantalo.model.settings import Settings
from seurantalo.reading.files.walk import is_leftover

log = get_plugin_logger("seurantalo")

#: Systems tell also of files that are only read, as a build does.
#: One list for all that is watched: the system goes by the last one that it was given for a folder.
_CHANGES: Final[list[type[FileSystemEvent]]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]
#: How the kinds of disks are called, on Linux, of whose changes on other machines the system hears nothing.
_REMOTE: Final = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "fuse",
    "vboxsf",
    "virtiofs",
    "prl_fs",
    "vmhgfs",
    "drvfs",
    "ceph",
    "fake",
)
_MOUNTS: Final = Path("/proc/self/mounts")
#: Seconds between two looks where the system does not tell.
_INTERVAL: Final = 0.5
#: Seconds without a change after which a build begins: a folder that git fills is one change.
QUIET: Final = 0.05


def begin(server: LiveReloadServer, config: MkDocsConfig, settings: Settings) -> None:
    """Have a server watch the files of events and the site's own templates, and hear of changes at once."""
    events = project_root(config) / settings.events_folder
    # MkDocs watches docs_dir already; a folder watched twice would be built twice.
    if events.is_dir() and not events.resolve().is_relative_to(docs_folder(config)):
        server.watch(str(events))
    if site_of(config).templates:
        server.watch(site_of(config).templates)
    _listen(server)


def _listen(server: LiveReloadServer) -> None:
    paths = list(server._watched_paths)  # noqa: SLF001 - there is no other way to it
    if any(map(is_remote, paths)):
        return
    server.observer = Listener()  # type: ignore[assignment]  # it does what is asked of an observer there
    server.build_delay = QUIET
    server._watched_paths.clear()  # noqa: SLF001 - as above
    server._watch_refs.clear()  # noqa: SLF001 - as above
    for path in paths:
        server.watch(path)
        for target in linked_from(path):
            server.watch(target)


def linked_from(path: str) -> list[str]:
    """Return the files to which links lead from a path, or from below it: of those the system tells elsewhere."""
    links = [entry.path for entry in files_below(path) if entry.is_symlink()] if Path(path).is_dir() else [path]
    return sorted({os.path.realpath(link) for link in links if Path(link).is_symlink() and Path(link).is_file()})


class Listener:
    """Hears from the system what has changed; looks itself where the system does not tell."""

    def __init__(self) -> None:
        self._scheduled: list[tuple[FileSystemEventHandler, str, bool]] = []
        self._observer: BaseObserver = Observer()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        """Tell a handler of changes in a file or below a folder."""
        self._scheduled.append((handler, path, recursive))
        return self._schedule(handler, path, recursive=recursive)

    def _schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> ObservedWatch:
        if Path(path).is_dir():
            root = _Root(self._observer, _Sieve(handler), path, is_recursive=recursive)
            self._observer.schedule(root, str(Path(path).parent), event_filter=_CHANGES)
            return root.watch
        # Many editors put a new file in the place of the old one, which is what the system would go on watching.
        return self._observer.schedule(_Sieve(handler, path), str(Path(path).parent), event_filter=_CHANGES)

    def unschedule(self, watch: ObservedWatch) -> None:
        """Tell no more of what ``schedule`` has returned."""
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin."""
        try:
            self._observer.start()
        except OSError as error:
            # Linux counts the folders that are watched, of all programs together.
            log.info("the system does not tell of changes (%s); all files are looked at twice a second", error)
            self._observer = PollingObserver(timeout=_INTERVAL)
            for handler, path, recursive in self._scheduled:
                self._schedule(handler, path, recursive=recursive)
            self._observer.start()

    def stop(self) -> None:
        """End."""
        self._observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""
        self._observer.join(timeout)


class _Sieve(FileSystemEventHandler):
    """Hands on what is of interest: not what editors lay beside a file while they write it."""

    def __init__(self, handler: FileSystemEventHandler, only: str = "") -> None:
        self._handler = handler
        self._only = os.path.realpath(only) if only else ""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand an event on."""
        if event.is_directory and not isinstance(event, DirDeletedEvent):
            return
        if any(self._counts(str(path)) for path in _paths(event)):
            # Of what lies in a folder that is moved away, into a wastebasket for instance, no more is told than this,
            # and MkDocs listens only to what happens to files.
            self._handler.on_any_event(FileDeletedEvent(event.src_path) if event.is_directory else event)

    def _counts(self, path: str) -> bool:
        return os.path.realpath(path) == self._only if self._only else not is_leftover(Path(path).name)


class _Root(FileSystemEventHandler):
    """Watches a folder on, also where git or a person takes it away and puts another in its place."""

    def __init__(self, observer: BaseObserver, handler: _Sieve, path: str, *, is_recursive: bool) -> None:
        self._observer = observer
        self._handler = handler
        self._path = path
        self._is_recursive = is_recursive
        self.watch = self._schedule()

    def _schedule(self) -> ObservedWatch:
        return self._observer.schedule(self._handler, self._path, recursive=self._is_recursive, event_filter=_CHANGES)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Watch the folder that is there now, and tell that all in it has changed."""
        if self._path not in map(str, _paths(event)):
            return
        if Path(self._path).is_dir():
            self._observer.unschedule(self.watch)
            self.watch = self._schedule()
        self._handler.on_any_event(DirDeletedEvent(self._path))


def _paths(event: FileSystemEvent) -> Iterable[Any]:
    return filter(None, (event.src_path, event.dest_path))


def is_remote(path: str, mounts: Path = _MOUNTS) -> bool:
    """Tell whether a path lies on another machine, or on the host of this virtual one, as far as Linux says."""
    if sys.platform != "linux":
        return False
    kind, longest = "", ""
    real = os.path.realpath(path)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    for line in lines:
        _, place, name, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if len(place) >= len(longest) and (real == place or real.startswith(f"{place.rstrip('/')}/")):
            kind, longest = name, place
    return kind.startswith(_REMOTE)
