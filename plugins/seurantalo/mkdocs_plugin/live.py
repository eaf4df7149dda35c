"""The site of a server between two runs of MkDocs: pages and files made as they are asked for.

Where nothing but records has changed, MkDocs need not run again: its environment, its navigation and the shells that
it has rendered are as good as before.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from threading import Lock, Timer
from time import perf_counter
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from seurantalo.frozen import dataclass
from seurantalo.garbage_collector import collector_paused
from seurantalo.mkdocs_plugin import composing
from seurantalo.mkdocs_plugin.host_site import docs_folder, project_root
from seurantalo.mkdocs_plugin.live_build import LiveBuild
from seurantalo.mkdocs_plugin.pages import PICTURES
from seurantalo.mkdocs_plugin.sitemap import sitemap_files
from seurantalo.model.settings import Settings
from seurantalo.publishing.publication import Site
from seurantalo.reading.files.listing import RECORD_FOLDERS
from seurantalo.reading.files.walk import is_leftover

log = get_plugin_logger("seurantalo")

#: Seconds after a change before garbage is looked for.
_IDLE: Final = 1.0
_SITEMAPS: Final = ("sitemap.xml", "sitemap-")

#: Files by their paths, each with what shows that it was written again.
Seen = Mapping[str, object]


@dataclass(slots=True)
class Tongue:
    """The site in one of its languages; ``folder`` is ``""`` for the main one, ``sv/`` for another."""

    folder: str
    build: LiveBuild
    project: composing.Project
    site: Site
    #: Hands the build of what was read anew to whoever answers events of MkDocs.
    take: Callable[[LiveBuild], None]
    made: dict[str, bytes | None] = field(default_factory=dict)

    def at(self, path: str) -> bytes | None:
        """Return what stands at a path below the folder; None where nothing of ours does."""
        if path not in self.made:
            self.made[path] = self.build.at(path)
        return self.made[path]


class Live:
    """A site that is made as it is asked for."""

    def __init__(self) -> None:
        #: Held by whoever makes something: pages share look-ups that are made once.
        self.lock = Lock()
        #: Whether nothing stands in the way.
        self.is_on = False
        self._told = ""
        self._tongues: list[Tongue] = []
        self._seen: Seen = {}
        self._look: Callable[[], Seen] = dict
        self._place = ""
        self._tidying = Timer(_IDLE, self._tidy)

    def begin(self, look: Callable[[], Seen], place: str, obstacle: str) -> None:
        """Forget all that is known, as MkDocs runs. ``look`` finds the files, besides records, of which it builds.

        ``place`` stands where the introduction of the front page goes. ``obstacle`` says what stands in the way.
        """
        self._tongues = []
        self._look, self._place, self._seen = look, place, look()
        self.is_on = not obstacle
        if obstacle and obstacle != self._told:
            log.info("every change builds the whole site: %s", obstacle)
        self._told = obstacle

    def take(self, tongue: Tongue) -> None:
        """Take in what MkDocs has built in a language; the main one comes last."""
        tongue.project.is_tidied = True
        self._tongues.append(tongue)

    def tidy_soon(self) -> None:
        """Look for garbage when nobody has changed anything for a while: it takes as long as a whole edit."""
        self._tidying.cancel()
        self._tidying = Timer(_IDLE, self._tidy)
        self._tidying.daemon = True
        self._tidying.start()

    def _tidy(self) -> None:
        with self.lock, collector_paused():
            gc.collect()

    def at(self, path: str) -> bytes | None:
        """Return what stands in the file at a path of the site, made if need be; None where nothing of ours does."""
        with self.lock:
            for tongue in self._tongues:  # the main one, to which all paths belong, stands last
                if path.startswith(tongue.folder):
                    if not tongue.folder and path.startswith(_SITEMAPS) and path not in tongue.made:
                        tongue.made |= self._sitemap(tongue.build)
                    return tongue.at(path[len(tongue.folder) :])
        return None

    def _sitemap(self, main: LiveBuild) -> dict[str, bytes]:
        others = [f"{one.folder}{address}" for one in self._tongues if one.folder for address in one.build.addresses]
        return dict(sitemap_files(main.site_url, (*main.addresses, *others)))

    def renew(self, code: str) -> bool:
        """Read the project anew; return whether that was enough, or MkDocs must run again.

        Raises PluginError where files hold mistakes.
        """
        if not self._tongues or self._look() != self._seen:
            return False
        begun = perf_counter()
        project = self._tongues[-1].project
        # The main language's files are read, the others' Publications made of the same records.
        publication, problems = project.publish(self._place)
        composing.stop_at_errors(problems, code)
        if publication is None:
            return False
        made: list[tuple[Tongue, composing.Project, LiveBuild]] = []
        for tongue in self._tongues:
            own = project.translated(tongue.folder.rstrip("/"), tongue.site) if tongue.folder else project
            given = own.publish(self._place)[0] if tongue.folder else publication
            build = tongue.build.renewed(given, own) if given is not None else None
            if build is None:
                return False
            made.append((tongue, own, build))
        for tongue, own, build in made:
            tongue.project, tongue.build, tongue.made = own, build, {}
            tongue.take(build)
        # Which calendars have no room for all events is told by a whole build: it takes longer than all the rest.
        notices = composing.notices(problems, code)
        if notices:
            log.info(notices)
        log.info("Read again in %.2f seconds; pages are made as they are asked for", perf_counter() - begun)
        return True


def files_besides_records(config: MkDocsConfig, settings: Settings) -> Seen:
    """Return the files of which MkDocs builds the site, by their paths, each with what shows that it has changed.

    Records are none of them, but for the pictures that lie among them: MkDocs publishes those.
    """
    root, docs = project_root(config), docs_folder(config)
    events = str((root / settings.events_folder).resolve())
    hooks = [str(path) for path in getattr(config, "hooks", {})]
    own = [config.theme.custom_dir or "", *config.watch, *hooks, str(config.config_file_path or "")]
    records = tuple(f"{docs / folder}{os.sep}" for folder in RECORD_FOLDERS)
    found: dict[str, object] = {"today": composing.today(settings)}
    for entry in files_below(str(docs)):
        if entry.path.startswith((*records, f"{events}{os.sep}")) and not entry.name.lower().endswith(PICTURES):
            continue
        found[entry.path] = _mark(entry)
    for name in filter(None, own):
        path = Path(name)
        # What a site watches besides may well be the folder of its records.
        if path.is_dir() and not str(path.resolve()).startswith((str(docs), events)):
            found |= {entry.path: _mark(entry) for entry in files_below(name)}
        elif path.is_file():
            found[name] = _mark(path)
    return found


def _mark(file: Path | os.DirEntry[str]) -> tuple[int, int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        # A link to nothing, as Emacs lays beside what it edits, or a file that has just gone.
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def files_below(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder, but for what editors leave there; what goes meanwhile is passed over."""
    try:
        entries = [*os.scandir(folder)]
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path)
        elif not is_leftover(entry.name):
            yield entry
