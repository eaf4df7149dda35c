"""A project from its files to its Publication: the one place where the rooms are put together."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.announcing.strays import stray_entries
from seurantalo.beside_records import below_docs, beside_problems, made_folders
from seurantalo.frozen import dataclass
from seurantalo.garbage_collector import collect_earlier, collector_paused
from seurantalo.kept_bytes import KeptBytes, history_folder, kept_bytes, store_of
from seurantalo.language import Language, language
from seurantalo.model.community import Community
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.model.record import Revision
from seurantalo.model.settings import Settings
from seurantalo.model.wiki_link import kind_of
from seurantalo.options import read_today
from seurantalo.own_kinds import OwnKindError, own_feeds, own_pages
from seurantalo.own_rules import OwnRuleError, own_rules
from seurantalo.own_texts import NO_TEXTS, OwnTexts, own_texts
from seurantalo.planner import Calendar, make_calendar
from seurantalo.planner.calendar import KnownDates
from seurantalo.planner.clashes import Clashes, find_clashes
from seurantalo.planner.places import nowhere
from seurantalo.processes import begun
from seurantalo.program import program
from seurantalo.progress import SILENT, Progress, watched
from seurantalo.publishing import Parts, publish
from seurantalo.publishing.claimed import claimed_pages, page_address
from seurantalo.publishing.ordinary_page import with_plain_links
from seurantalo.publishing.prose import ProseContext
from seurantalo.publishing.publication import Publication, Site, depth_prefix
from seurantalo.publishing.templating import OwnTemplateError, environment
from seurantalo.publishing.traces.recorder import Facts, Recorder
from seurantalo.reading import AgreementHistory, EventsThen, History, Memory, Reading, begun_history, read_community
from seurantalo.reading.ahead import Spread
from seurantalo.reading.event.one_event import known_of
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.files.listing import RECORD_FOLDERS, bytes_of
from seurantalo.reading.history.kept_lives import KeptLives
from seurantalo.reading.history.outward import outward_of
from seurantalo.reading.kept.seen import SeenFiles
from seurantalo.reading.kept.store import Store
from seurantalo.reading.names.references import with_ids
from seurantalo.reading.surroundings import Surroundings
from seurantalo.template_cache import beside_modules

__all__ = ["MOST_TRACED", "OWN_ERRORS", "TODAY_VARIABLE", "Planned", "Project", "today_of"]

#: The environment variable that says which day counts as today, where the options do not.
TODAY_VARIABLE: Final = "SEURANTALO_TODAY"
#: Events from which on it takes more memory to know what each output reads than all else takes together.
MOST_TRACED: Final = 50_000
#: What is wrong with packages and templates that a site brings itself: the text is for its maintainer.
OWN_ERRORS: Final = (OwnKindError, OwnRuleError, OwnTemplateError)


def today_of(settings: Settings) -> date:
    """Return the day that counts as today: the option's, else the environment's, else the real one.

    The real one is that of the site's time zone: an evening in Finland is another day than in UTC. Raises ValueError
    where what is given is no day (``2027-05-01``) of these centuries.

    >>> today_of(Settings(today="2027-01-04"))
    datetime.date(2027, 1, 4)
    """
    given = settings.today or os.environ.get(TODAY_VARIABLE, "")
    return read_today(given) if given else datetime.now(ZoneInfo(settings.timezone)).date()


def _kept_made(kept: KeptBytes, key: str, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
    return kept(f"{program()}{key}", make)


@dataclass(frozen=True, slots=True)
class Planned:
    """A community with its dates and its clashes.

    >>> planned = Planned(community, calendar, clashes)
    >>> [str(one.starts_local) for one in planned.calendar.occurrences], len(planned.clashes.findings)
    (['2027-03-20 18:00:00', '2027-03-20 19:00:00'], 1)
    """

    community: Community
    calendar: Calendar
    clashes: Clashes
    in_the_way: tuple[Problem, ...] = ()
    """Pages that would take the place of what is made."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The notices of the planner, and what is in the way."""
        return (*self.calendar.problems, *nowhere(self.calendar), *self.clashes.problems, *self.in_the_way)


@dataclass(kw_only=True)
class Project:
    """A project's folders and options. Remembers unchanged events between readings.

    ``root`` holds the folder of events, ``docs`` that of all other records.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     project = Project.open(Path(folder), Path(folder, "docs"), Settings(today="2027-01-04"), site)
    ...     publication, problems = project.publish()
    >>> [page.address for page in publication.pages][:3]
    ['', 'kalenteri/', 'paallekkaisyydet/']
    """

    root: Path
    docs: Path
    settings: Settings
    site: Site
    repository: Path | None = None
    """Where the project's history is, if not in ``root``: an older state stands in a folder of its own."""
    own_language: str = ""
    """The language of the site itself, where answers are asked for in another one."""
    revision: str = "HEAD"
    """Where the history ends."""
    processes: int = 1
    """In how many processes very many files may be read."""
    progress: Progress = SILENT
    """Shows how far long work has come to the one who waits for it."""
    is_traced: bool = False
    """What each output reads of events is noted, for a later build."""
    is_read_once: bool = False
    """Nothing is remembered for another reading of this process."""
    memory: Memory = field(default_factory=Memory, repr=False)
    """What was read of event files; the same project at another time, or with other files beside, may share it."""
    is_tidied: bool = False
    """Whether somebody else looks for garbage between two readings, when nobody waits."""
    dates: KnownDates = field(default_factory=KnownDates, repr=False)
    """The dates of events that have not changed since they were planned last."""
    lives: KeptLives = field(default_factory=KeptLives, repr=False)
    """What the history told of its commits."""
    _community: Community | None = None
    _history: History = field(default_factory=lambda: History({}))
    _loose: tuple[str, ...] = ()
    _digests: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    _texts: OwnTexts = NO_TEXTS
    _planned: Planned | None = None
    _main_language: str = ""

    @classmethod
    def open(cls, root: Path, docs: Path, settings: Settings, site: Site) -> Project:
        """Return the project in ``root`` whose records other than events are in ``docs``."""
        store = store_of(root)
        memory = Memory(Store(store), SeenFiles(store.with_suffix(".seen"), time.time_ns()))
        lives = KeptLives(history_folder())
        return cls(root=root, docs=docs, settings=settings, site=site, memory=memory, lives=lives)

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return today_of(self.settings)

    @property
    def lang(self) -> Language:
        """The site's language."""
        return language(self.settings.language)

    def read(self, leave_out: str = "") -> Reading:
        """Read the project's files, but for those whose paths begin with ``leave_out``."""
        if self._community is not None and not self.is_tidied:
            collect_earlier()
        self.memory.is_lasting = not self.is_read_once
        # Git answers while the files are read.
        answer = self._begun_history()

        def revisions() -> Mapping[str, Revision]:
            self._history = answer()
            return self._history.revisions

        with self.progress.of(self.lang.say("Reading files")) as told:
            reading = read_community(
                self.root,
                self.docs,
                self.settings,
                self.today,
                revisions,
                self.memory,
                leave_out,
                replace(self.surroundings(), watched=partial(watched, told), spread=self._spread()),
            )
        history = self._history
        if self.repository is None:
            self.memory.save()
        else:
            self.memory.drop_new()
        if self.is_read_once:
            self.memory.forget()
        self._loose, self._digests = reading.loose, reading.digests
        problems = in_order((*reading.problems, *history.problems, *self.beside_problems(reading.loose)))
        failed = any(problem.severity is Severity.ERROR for problem in problems)
        community = None if failed else reading.community
        self._community = community or self._community
        return replace(reading, community=community, problems=problems)

    def history(self) -> History:
        """Return what git tells of the files."""
        return self._begun_history()()

    def _begun_history(self) -> Callable[[], History]:
        today = self.today
        folders = [
            *(self.docs / folder for folder in sorted(RECORD_FOLDERS)),
            self.root / self.settings.events_folder,
        ]
        start = datetime(today.year, today.month, today.day, tzinfo=UTC)
        home = self.repository or self.root
        places = [home / os.path.relpath(folder, self.root) for folder in folders]
        events = os.path.relpath(self.root / self.settings.events_folder, self.root).replace(os.sep, "/")
        return begun_history(home, places, outward_of, start, revision=self.revision, events=events, kept=self.lives)

    def surroundings(self) -> Surroundings:
        """Return what the site holds besides its files, as it stands now."""
        self._texts = own_texts(self.root, self.settings.language)
        return Surroundings(made_folders(), self.site.theme_templates, self._texts.names)

    def beside_problems(self, loose: Iterable[str]) -> Iterator[Problem]:
        """Yield what is wrong besides records and pages; ``loose`` are the paths of the files that are none."""
        yield from self._texts.problems
        yield from beside_problems(self.root, self.docs, loose, self.settings, self.site, self.own_language)

    def _spread(self) -> Spread | None:
        return Spread(self.processes, partial(begun, processes=self.processes)) if self.processes > 1 else None

    def calendar(self, community: Community) -> Calendar:
        """Return the community's dates."""
        with collector_paused():
            return make_calendar(community, self.settings, self.today, self.dates)

    def plan(self, community: Community) -> Planned:
        """Return the community's dates and clashes."""
        agreements = AgreementHistory(self.root, community.events, self._history, self.repository)
        with collector_paused():
            known = None if self.is_read_once else self.dates
            calendar = make_calendar(community, self.settings, self.today, known)
            clashes = find_clashes(
                community,
                calendar,
                self.settings,
                own_rules=own_rules(),
                changed_since=agreements.changed_since,
            )
        planned = Planned(community, calendar, clashes)
        in_the_way = (*self._in_the_way(planned), *stray_entries(community, self.today))
        return replace(planned, in_the_way=in_the_way)

    def _in_the_way(self, planned: Planned) -> Iterator[Problem]:
        paths = {below: path for path, below in self._below_docs()}
        for below, address, source in claimed_pages(paths, self.parts(planned)):
            values = (("found", address), ("first", paths[below]), ("second", source))
            yield Problem("address-twice", paths[below], values=values)

    def _below_docs(self) -> Iterator[tuple[str, str]]:
        return below_docs(self.root, self.docs, self._loose)

    def parts(self, planned: Planned, intro_html: str = "") -> Parts:
        """Return all that the site is made of."""
        recorder = Recorder() if self.is_traced and len(planned.community.events) <= MOST_TRACED else None
        pages = filter(None, (page_address(below) for _, below in self._below_docs()))
        return Parts(
            community=planned.community,
            calendar=planned.calendar,
            clashes=planned.clashes,
            settings=self.settings,
            site=replace(self.site, pages=frozenset(pages)),
            today=planned.calendar.today,
            introduction=intro_html,
            main_language=self._main_language,
            written=self._written,
            recorder=recorder,
            facts=Facts(recorder),
            digests=self._digests,
            kept=kept_bytes(),
            kept_made=partial(_kept_made, kept_bytes("made")),
            channel_templates=self._texts.templates,
            as_then=EventsThen(
                self.root, planned.community, self._history, self.settings, planned.calendar.today, self.repository
            ).on,
        )

    def _written(self, path: str) -> bytes | None:
        """Return what stands in a file of the project; None where it is gone since it was read."""
        # Thousands are asked for: to make a Path of each takes as long as to read it.
        with suppress(OSError):
            return bytes_of(f"{self.root}/{path}")
        return None

    def publish(self, intro_html: str = "") -> tuple[Publication | None, tuple[Problem, ...]]:
        """Return what the files say now, or None where they hold errors, and all problems."""
        if self._main_language and self._planned is not None:
            return self._published(self._planned, intro_html), ()
        reading = self.read()
        if reading.community is None:
            return None, reading.problems
        planned = self._planned = self.plan(reading.community)
        return self._published(planned, intro_html), in_order((*reading.problems, *planned.problems))

    def _published(self, planned: Planned, intro_html: str) -> Publication:
        templates = environment(self.lang, self.site.templates)
        templates.bytecode_cache = beside_modules(templates)
        return publish(self.parts(planned, intro_html), own_pages(), own_feeds())

    def translated(self, code: str, site: Site) -> Project:
        """Return what was published last, to be published in another language as the ``site`` below its address.

        Nothing is read or planned again. Dates keep their identities in calendars: it is one event in all languages.
        """
        settings = replace(
            self.settings, language=code, languages="", calendar_id=self.settings.calendar_id or self.site.name
        )
        return replace(self, settings=settings, site=site, _main_language=self.settings.language)

    def with_links(self, markdown: str, address: str, path: str) -> tuple[str, tuple[Problem, ...]]:
        """Return an ordinary page's Markdown with its typed wiki links made into plain links.

        ``address`` is the page's own in the site, ``path`` its file relative to the project.
        """
        context = ProseContext(self._community, self.settings.language, depth_prefix(address))
        linked, missing = with_plain_links(markdown, context)
        if missing and self._community is not None:
            markdown = with_ids(known_of(self._community), markdown)
            linked, missing = with_plain_links(markdown, context)
        return linked, tuple(self._broken(markdown, path, *each) for each in missing)

    def _broken(self, markdown: str, path: str, offset: int, word: str, name: str) -> Problem:
        before = markdown[:offset]
        line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
        kind = kind_of(word)
        if kind is None:
            return Problem("wiki-link-kind", path, line, column, values=(("found", word),))
        known = self._community.by_kind[kind] if self._community else {}
        near = nearest(name, known)
        values = (("found", name), ("kind", kind.value), ("near", near))
        code = "missing-target-near" if near else "missing-target"
        return Problem(code, path, line, column, "", values, Severity.ERROR)
