"""The search of very many pages, made by a process that holds nothing else of the site."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any, Final

from seurantalo.processes import LostProcessError
from seurantalo.publishing.publication import File
from seurantalo.publishing.search import Entry, index_files

__all__ = ["SearchApart"]

_MODULE: Final = "seurantalo.search_apart"


class SearchApart:
    """What the search knows of pages, on the disk until all of them are there.

    >>> from seurantalo.publishing.search.entry import Group, Place
    >>> search = SearchApart()
    >>> search.add([Entry("tietoa/", "Tietoa", Group.OTHER, {"tieto": Place.WHOLE_TITLE})])
    >>> [file.path for file in search.files("fi", date(2027, 5, 1))]
    ['haku/tiedot/sanat.json', 'haku/tiedot/o0.json', 'haku/tiedot/s0.json']
    """

    def __init__(self) -> None:
        self._entries = TemporaryFile()  # noqa: SIM115 - closed when the files are there

    def add(self, entries: Iterable[Entry]) -> None:
        """Take what is known of some pages. Raises OSError where the disk is full."""
        pickle.dump([*entries], self._entries)

    def files(self, language: str, today: date) -> Iterator[File]:
        """Yield the search's files; of several entries of one address the last counts.

        Raises LostProcessError where the process that makes them was ended.
        """
        self._entries.seek(0)
        # Whatever has led to these modules here leads to them there, and nothing else, such as a project's own files.
        begun = [sys.executable, "-P", "-m", _MODULE, language, today.isoformat()]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        # Ctrl+C is for this process: the other one would speak of it, too.
        with (
            self._entries,
            subprocess.Popen(  # noqa: S603 - our own program; a language and a day
                begun, stdin=self._entries, stdout=subprocess.PIPE, env=environment, process_group=0
            ) as process,
        ):
            try:
                while process.stdout is not None and (found := _next(process.stdout)) is not None:
                    yield found
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            raise LostProcessError


def _make(language: str, today: date, entries: IO[bytes], made: IO[bytes]) -> None:
    known: dict[str, Entry] = {}
    while (some := _next(entries)) is not None:
        known.update((entry.address, entry) for entry in some)
    for file in index_files(known.values(), language, today):
        pickle.dump(file, made)


def _next(stream: IO[bytes]) -> Any:  # noqa: ANN401  # what was written
    """Return the next object of a stream that this program has written; None at its end, early or not."""
    try:
        return pickle.load(stream)  # noqa: S301 - nobody else can write there
    except (EOFError, pickle.UnpicklingError):
        return None


if __name__ == "__main__":
    if sys.platform != "win32":
        # Who waits for the files was killed: nobody wants a word about it.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    _make(sys.argv[1], date.fromisoformat(sys.argv[2]), sys.stdin.buffer, sys.stdout.buffer)
