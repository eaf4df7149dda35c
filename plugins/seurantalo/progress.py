"""How far long work has come, shown on a terminal to the one who waits; elsewhere nothing is shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO, TypeVar

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

__all__ = ["SILENT", "Progress", "on_terminal", "watched"]

T = TypeVar("T")

#: Seconds of work after which somebody may wonder whether it goes on.
PATIENCE: Final = 2.0
#: Seconds between two pictures of one bar.
_PAUSE: Final = 0.1
#: Back to the start of the line, empty to its end, and the cursor again that a bar hides (ECMA-48).
_NO_BAR: Final = "\r\x1b[K\x1b[?25h"


class Progress:
    r"""Shows a bar for each kind of work, once the work as a whole has taken longer than people wait calmly.

    ``stream`` is where the bars are drawn; None: nowhere. Work that is over before leaves no trace.

    >>> with Progress(sys.stdout).of("Tehdään sivuja") as told:
    ...     told(1, 20)
    """

    def __init__(self, stream: TextIO | None) -> None:
        """Begin to wait."""
        self._stream = stream
        self._first = monotonic() + PATIENCE

    @contextmanager
    def of(self, doing: str) -> Iterator[Callable[[int, int], None]]:
        """Give the function that is told of one kind of work, ``doing``: how many pieces are done, of how many."""
        if self._stream is None:
            yield _nobody
            return
        bar = _Bar(self._stream, doing, self._first)
        try:
            yield bar.tell
        finally:
            bar.end()


class _Bar:
    def __init__(self, stream: TextIO, doing: str, first: float) -> None:
        self._stream, self._doing, self._next = stream, doing, first
        self._began = monotonic()
        self._bar: ProgressBar[int] | None = None

    def tell(self, done: int, count: int) -> None:
        now = monotonic()
        if now < self._next and not (self._bar and done >= count):
            return
        self._next = now + _PAUSE
        if self._bar is None:
            self._bar = self._begun(count, now)
        self._bar.length = count
        self._bar.update(done - self._bar.pos)
        self._bar.render_progress()

    def _begun(self, count: int, now: float) -> ProgressBar[int]:
        from click import progressbar  # noqa: PLC0415 (most work is over before anybody waits for it)

        bar: ProgressBar[int] = progressbar(
            length=count, label=self._doing, file=self._stream, bar_template="%(label)s  [%(bar)s]  %(info)s"
        )
        # What is left is judged by all that was done, not by what was done since somebody looks.
        bar.start -= now - self._began
        return bar

    def end(self) -> None:
        if self._bar is not None:
            from click import echo  # noqa: PLC0415 (loaded by now)

            # What is printed next stands where it would stand without a bar.
            echo(_NO_BAR, file=self._stream, nl=False)


def watched(told: Callable[[int, int], None], things: Sequence[T]) -> Iterator[T]:
    """Hand on things one by one, and tell how far it has come.

    >>> list(watched(lambda done, count: print(done, "/", count), ["tanssit", "talkoot"]))
    0 / 2
    1 / 2
    ['tanssit', 'talkoot']
    """
    for number, thing in enumerate(things):
        told(number, len(things))
        yield thing


def _nobody(done: int, count: int) -> None:
    """Tell nobody."""


#: For those who do not wait.
SILENT: Final = Progress(None)


def on_terminal(stream: TextIO | None = None) -> Progress:
    """Return what shows on ``stream``, by default standard error, where that is a terminal with somebody before it.

    A pipe, a file, a computer that tests (``CI`` in its environment) and a terminal without a cursor (``TERM=dumb``)
    are told nothing.

    >>> from io import StringIO
    >>> with on_terminal(StringIO()).of("Luetaan tiedostoja") as told:
    ...     told(10_000, 10_000)
    """
    stream = sys.stderr if stream is None else stream
    watched = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    return Progress(stream) if watched and not os.environ.get("CI") else SILENT
