"""Where the Publication comes from, and what is said of the problems that were found on the way."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from seurantalo.language.catalogue import language
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.settings import Settings
from seurantalo.progress import SILENT, Progress, on_terminal
from seurantalo.project import TODAY_VARIABLE, today_of
from seurantalo.project import Project as ProjectOfFiles
from seurantalo.publishing.publication import Publication, Site
from seurantalo.reading.report import format_text

log = get_plugin_logger("seurantalo")

#: Stands where the front page's introduction goes, until MkDocs has turned ``index.md`` into HTML.
INTRODUCTION: Final = "<!-- seurantalo: introduction -->"

#: The log of a build shows at most this many notices; ``seurantalo check`` shows all.
NOTICES_SHOWN: Final = 20


class Project(Protocol):
    """A project whose files can be read and published, again and again while ``mkdocs serve`` runs."""

    is_tidied: bool
    """Whether somebody else looks for garbage between two readings."""

    progress: Progress
    """Shows how far long work has come."""
    processes: int
    """In how many processes very many files may be read."""

    def publish(self, intro_html: str) -> tuple[Publication | None, tuple[Problem, ...]]:
        """Return what the files say now, or None where they hold errors, and all problems."""

    def translated(self, code: str, site: Site) -> Project:
        """Return what was published last, to be published in another language as the ``site`` below its address."""

    def with_links(self, markdown: str, address: str, path: str) -> tuple[str, tuple[Problem, ...]]:
        """Return an ordinary page's Markdown with its typed wiki links made into HTML links, and what is wrong.

        HTML, because MkDocs looks up a Markdown link among its own files, and events' pages are none of them.
        ``address`` is the page's own in the site, ``path`` its file relative to the project.
        """


def open_project(root: Path, docs: Path, settings: Settings, site: Site, *, is_traced: bool = False) -> Project:
    """Return the project in ``root`` whose records other than events are in ``docs``.

    With ``is_traced`` it is noted what each output reads, for a later build. A server needs none of it: it makes what
    is asked for, and reads again and again.
    """
    opened = ProjectOfFiles.open(root, docs, settings, site)
    project: Project = replace(opened, is_traced=is_traced, is_read_once=is_traced)
    return project


def published(
    project: Project, intro_html: str, processes: int = 1
) -> tuple[Publication | None, tuple[Problem, ...]]:
    """Publish what the files say now, before the eyes of the one who waits, unless MkDocs shall be quiet."""
    project.progress = on_terminal() if log.isEnabledFor(logging.INFO) else SILENT
    project.processes = processes
    return project.publish(intro_html)


class Opened:
    """The project that is open; another one where folders, options or what is known of the site have changed."""

    def __init__(self, *, is_traced: bool = False) -> None:
        self.project: Project | None = None
        self._is_traced = is_traced
        self._of: tuple[Path, Path, Settings, Site] | None = None

    def at(self, *of_what: *tuple[Path, Path, Settings, Site]) -> Project:
        """Return the project of a root, a folder of records, options and a site."""
        if self.project is None or self._of != of_what:
            self.project, self._of = open_project(*of_what, is_traced=self._is_traced), of_what
        return self.project


def today(settings: Settings) -> date:
    """Return the day that counts as today, as the project itself has it; raise PluginError where it is no day."""
    try:
        return today_of(settings)
    except ValueError:
        # The options were checked as they were read: this is the environment's.
        given = os.environ.get(TODAY_VARIABLE, "")
        words = language(settings.language)
        raise PluginError(words.say("“{found}” is no day for today. Write it so: 2027-05-01.", found=given)) from None


def stop_at_errors(problems: Sequence[Problem], code: str) -> None:
    """Raise PluginError with the whole list where a problem is an error."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        heading = language(code).count(
            "{n} mistake in the files. The site was not changed.",
            "{n} mistakes in the files. The site was not changed.",
            len(errors),
        )
        raise PluginError(f"{heading}\n\n{format_text(errors, language(code))}")


def tell_notices(problems: Sequence[Problem], publication: Publication, code: str) -> None:
    """Tell in the log what was found that stops nothing, in the files and in what is published.

    What is in no calendar takes long to find out, so it is told when other processes have begun with the making.
    """
    told = notices((*problems, *publication.problems), code)
    if told:
        # Not as a warning: `--strict` must not fail because two villages chose the same evening.
        log.info(told)


def notices(problems: Sequence[Problem], code: str) -> str:
    """Return what the log says of problems that stop nothing; ``""`` where there are none."""
    told = [problem for problem in problems if problem.severity is not Severity.ERROR]
    if not told:
        return ""
    shown = format_text(told[:NOTICES_SHOWN], language(code))
    more = len(told) - NOTICES_SHOWN
    if more > 0:
        words = language(code).count(
            "and {n} more; `seurantalo check` shows it", "and {n} more; `seurantalo check` shows all", more
        )
        return f"{shown}\n… {words}"
    return shown
