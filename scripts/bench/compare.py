"""Site generators side by side: `python3 scripts/bench/compare.py EVENTS ... [--rounds 3] [--only seurantalo hugo]`.

Each builds the same events into pages, and once more after the title of one event was changed, and serves them: how
long after such a change is the new page there? Ours is built first, and says which pages the others make: who makes
another one or lacks one is not compared. All take turns in every round, so that a busy moment of the machine hits all
alike; the slowest take part in the first only. The median of the rounds is printed, with the ratio to ours. What
can't be installed here has a line that says so. With several numbers of events, each has a table, and how time
has grown from the first to the last is told below. All is done in a folder that goes when the run ends; on Linux in
memory, because a disk that has just removed thousands of files makes new ones slowly, and it would be the disk that
is compared.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Final

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.generate import PAST_YEARS, make_events
from bench.generators import GENERATORS
from bench.lists import Region, pages_of_site
from bench.measuring import LONGEST, MEGA, FailedError, GivenUpError, Took, memory_of_run, serving, timed_run
from bench.prepared import MARK, PORT, NotAvailable, Prepared

OURS: Final = "seurantalo"
#: Linux keeps this folder in memory.
MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
#: What can be left out of a run.
PARTS: Final = ("again", "serve", "memory")
#: How the goals are told: beside whom ours is set.
OTHERS: Final = ("hugo", "hugo-files", "material", "material-dates", "material-history")
#: Whole minutes at 10,000 events: they take part in one round only.
SLOW: Final = ("material", "material-dates", "material-history", "eleventy")
#: How many pages that differ are named.
SHOWN: Final = 5
COLUMNS: Final = (
    "who", "version", "rounds", "pages", "seconds", "ratio", "processor s", "again s", "again processor s", "serve s",
    "serve processor s", "largest MB", "all MB", "site MB", "files",
)  # fmt: skip


@dataclass
class Result:
    """What was measured of one generator."""

    version: str
    whole: list[Took] = field(default_factory=list)
    again: list[Took] = field(default_factory=list)
    served: list[Took] = field(default_factory=list)
    #: Megabytes of all its processes together, what they share counted once.
    together: float = 0.0
    pages: frozenset[tuple[str, str]] = frozenset()
    files: int = 0
    site_bytes: int = 0
    #: Its last whole build was ended before it was done.
    given_up: bool = False

    def give_up(self, took: Took) -> None:
        """Take what a build had taken when it was ended, where no whole build was done before."""
        if not self.whole:
            self.whole.append(took)
            self.given_up = True

    def size(self, site: Path) -> None:
        """Take the size of a finished site."""
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        self.pages, self.files, self.site_bytes = pages_of_site(site), len(sizes), sum(sizes)


def prepare(
    name: str, count: int, root: Path, past_years: int, pages: frozenset[tuple[str, str]] = frozenset()
) -> Prepared:
    """Give a generator so many events and the pages that ours makes of them, ready to be built in its own folder."""
    folder = root / name
    folder.mkdir()
    # Linux counts to a process the memory of the one that started it: who holds all events starts none.
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        return apart.submit(_prepare, name, count, folder, past_years, pages).result()


def _prepare(name: str, count: int, folder: Path, past_years: int, pages: frozenset[tuple[str, str]]) -> Prepared:
    return GENERATORS[name](Region(make_events(count, past_years=past_years), past_years, pages), folder)


def differences(pages: frozenset[tuple[str, str]], ours: frozenset[tuple[str, str]]) -> str:
    """Say which pages are not those that ours makes; nothing where they are the same."""
    parts = (("lacks", ours - pages), ("has besides", pages - ours))
    return " and ".join(
        f"{how} {len(some)} pages ({', '.join('/'.join(page) for page in sorted(some)[:SHOWN])})"
        for how, some in parts
        if some
    )


def compare(count: int, root: Path, options: argparse.Namespace) -> dict[str, Result]:
    """Prepare every generator, then build in turns; at the end have each look at its memory, and serve."""
    parts = frozenset(PARTS) - frozenset(options.without)
    ours = prepare(OURS, count, root, options.past_years)
    timed_run(*_run(ours))  # It draws pictures, which others don't: they stay.
    pages = pages_of_site(ours.site)
    ready: dict[str, Prepared] = {}
    for name in options.only:
        try:
            ready[name] = ours if name == OURS else prepare(name, count, root, options.past_years, pages)
        except NotAvailable as reason:
            print(f"{name}: not compared, {reason}")
    results = {name: Result(prepared.version) for name, prepared in ready.items()}
    for number in range(options.rounds):
        for name, prepared in list(ready.items()):
            if number and name in options.once:
                continue
            try:
                _take(results[name], prepared, pages, number if "again" in parts else None, options.longest)
            except GivenUpError as reason:
                print(f"{name}: given up, {reason}")
                ready.pop(name)
                results[name].give_up(reason.took)
            except FailedError as reason:
                print(f"{name}: not compared, {reason}")
                ready.pop(name)
                results.pop(name)
    for name, prepared in ready.items():
        try:
            if "memory" in parts:
                prepared.forget()
                results[name].together = memory_of_run(*_run(prepared))
            if "serve" in parts and prepared.server:
                results[name].served += _served(prepared, len(results[name].whole))
        except FailedError as reason:
            print(f"{name}: not served, {reason}")
    return results


def _run(prepared: Prepared) -> tuple[list[str], Path, Mapping[str, str]]:
    return prepared.command, prepared.folder, prepared.environment or {}


def _take(
    result: Result, prepared: Prepared, pages: frozenset[tuple[str, str]], number: int | None, longest: float
) -> None:
    """Build anew, and once more after an edit where it has a number; each takes ``longest`` seconds at most."""
    prepared.forget()
    result.whole.append(timed_run(*_run(prepared), longest))
    result.size(prepared.site)
    if differing := differences(result.pages, pages):
        raise FailedError(f"its site {differing}")
    if number is None:
        return
    mark = f"{MARK}{number}"
    prepared.edit(mark, commit=True)
    result.again.append(timed_run(*_run(prepared), longest))
    if not prepared.is_shown(mark):
        raise FailedError("what was edited is not in its site")


def _served(prepared: Prepared, rounds: int) -> list[Took]:
    """From the writing of an event's file to the page that shows it, over HTTP."""
    took: list[Took] = []
    with serving(prepared.server, prepared.folder, prepared.environment or {}, PORT) as server:
        server.until_shown(prepared.page, prepared.edited.title)
        # The first edit may do what is done once.
        for number in range(rounds + 1):
            mark = f"{MARK}{1000 + number}"
            with server.timed(took):
                prepared.edit(mark)
                server.until_shown(prepared.page, mark)
    return took[1:]


def seconds(runs: list[Took]) -> float:
    """The median of the wall seconds."""
    return median(one.seconds for one in runs)


def processor(runs: list[Took]) -> float:
    """The median of the processor seconds."""
    return median(one.processor for one in runs)


def table(results: dict[str, Result]) -> str:
    """The results as a Markdown table, quickest first."""
    ours = seconds(results[OURS].whole) if OURS in results else None
    lines = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    for name, result in sorted(results.items(), key=lambda item: seconds(item[1].whole)):
        largest = max(one.megabytes for one in (*result.whole, *result.again))
        more = "> " * result.given_up
        cells = [
            name,
            result.version,
            f"{len(result.whole)}",
            f"{len(result.pages)}",
            f"{more}{seconds(result.whole):.2f}",
            f"{more}{seconds(result.whole) / ours:.2f}" if ours else "",
            f"{more}{processor(result.whole):.2f}",
            *_both(result.again),
            *_both(result.served),
            f"{largest:.0f}",
            f"{result.together:.0f}" if result.together else "",
            f"{result.site_bytes / MEGA:.0f}",
            f"{result.files}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _both(runs: list[Took]) -> tuple[str, str]:
    return (f"{seconds(runs):.2f}", f"{processor(runs):.2f}") if runs else ("", "")


def goals(results: dict[str, Result]) -> Iterator[str]:
    """What ours takes of what others take in the same run: medians of the rounds' ratios, of wall and processor."""
    ours = results.get(OURS)
    if ours is None:
        return
    for other in OTHERS:
        if other in results:
            theirs, less = results[other].whole, "less than " * results[other].given_up
            yield f"A whole build takes {less}{_shares(ours.whole, theirs)} of what {other} takes."
            if ours.again:
                again = _shares(ours.again, theirs)
                yield f"Again after one edit it takes {less}{again} of what {other} takes for all."


def _shares(ours: list[Took], theirs: list[Took]) -> str:
    # Of the slow ones there are the first rounds only.
    rounds = list(zip(ours, theirs, strict=False))
    wall = median(one.seconds / other.seconds for one, other in rounds)
    work = median(one.processor / other.processor for one, other in rounds)
    return f"{wall:.2f} of the seconds and {work:.2f} of the processor's"


def growth(first: int, last: int, found: dict[int, dict[str, Result]]) -> str:
    """How many times the time of the first number of events the last one takes."""
    lines = []
    for name, result in found[last].items():
        before = found[first].get(name)
        if before is not None:
            wall = seconds(result.whole) / seconds(before.whole)
            work = processor(result.whole) / processor(before.whole)
            lines.append(f"{name}: {wall:.1f} times the seconds, {work:.1f} times the processor's")
    return f"From {first} to {last} events, {last / first:.1f} times as many:\n" + "\n".join(lines)


def main() -> None:
    """Compare what the arguments ask for; exit with 1 where our own build takes more memory than allowed."""
    parser = argparse.ArgumentParser(description="Compare site generators on the same events.")
    parser.add_argument("events", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", nargs="*", choices=GENERATORS, default=SLOW, help="who takes part in one round")
    parser.add_argument("--longest", type=float, default=LONGEST, metavar="SECONDS", help="when a build is given up")
    parser.add_argument("--only", nargs="+", choices=GENERATORS, default=list(GENERATORS))
    parser.add_argument("--without", nargs="+", choices=PARTS, default=[], help="what not to measure")
    parser.add_argument("--past-years", type=int, default=PAST_YEARS, help="over how many past years events lie")
    parser.add_argument("--most-memory", type=float, default=0, metavar="MB", help="fail when ours takes more")
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None, help="where to build")
    options = parser.parse_args()
    found: dict[int, dict[str, Result]] = {}
    for events in options.events:
        with tempfile.TemporaryDirectory(prefix="seurantalo-bench-", dir=options.folder) as folder:
            found[events] = compare(events, Path(folder), options)
        print(f"\n{events} events, {options.rounds} rounds, {os.cpu_count()} cores, {platform.python_version()}\n")
        print("\n".join((table(found[events]), "", *goals(found[events]))), flush=True)
    if len(found) > 1:
        print(f"\n{growth(options.events[0], options.events[-1], found)}")
    ours = [result for results in found.values() for name, result in results.items() if name == OURS]
    most = max((one.megabytes for result in ours for one in (*result.whole, *result.again)), default=0)
    if options.most_memory and most > options.most_memory:
        sys.exit(f"Our build took {most:.0f} MB, more than {options.most_memory:.0f} MB.")


if __name__ == "__main__":
    main()
