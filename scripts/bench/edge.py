"""What becomes of a region that grows: `python3 scripts/bench/edge.py [EVENTS ...]`, by default 20,000 to 100,000.

Prints what its editor and its hosts would notice: how long a build takes, anew and after one edit, and how much
memory; the size of the site, its files and the largest of them; what a clone of the repository weighs; what a phone
fetches for the front page, the agenda and a search; how long the one who writes waits for the page. Each is measured
once, and what fails has a line that says so: the rest is still measured. 100,000 events take about ten minutes and
six gigabytes; `--only build` and its like do a part of it.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from subprocess import CalledProcessError
from time import perf_counter
from typing import Final

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.compare import MEMORY
from bench.generate import make_events
from bench.generators import seurantalo
from bench.history import git
from bench.lists import Region
from bench.measuring import MEGA, FailedError, Took, serving, timed_run, watched_run
from bench.prepared import MARK, PORT, Prepared

EVENTS: Final = (20_000, 50_000, 100_000)
PAST_YEARS: Final = 10
#: Seconds between two looks at the memory: to look at a large process takes long.
LOOK: Final = 0.5
#: How many of the largest files are told.
LARGEST: Final = 5
#: What a phone fetches first, by the name of a page or of the search's own files.
FETCHED: Final = ("index.html", "kalenteri/index.html", "vuosi/2027/index.html", "tyopoyta/index.html")
SEARCH: Final = "haku"


def say(what: str, how_much: str) -> None:
    """Print one line at once: a run is long."""
    print(f"{what:46} {how_much}", flush=True)


def _took(what: str, took: Took) -> None:
    largest = f", largest process {took.megabytes:.0f} MB" if took.megabytes else ""
    say(what, f"{took.seconds:.1f} s, {took.processor:.1f} s of processors{largest}")


def build(prepared: Prepared) -> None:
    """Tell what a build takes, what it makes, and what it takes after one edit."""
    run = (prepared.command, prepared.folder, prepared.environment or {})
    took, together = watched_run(*run, LOOK)
    _took("a build anew", took)
    say("all its processes together", f"{together:,.0f} MB")
    size(prepared.site)
    mark = f"{MARK}1"
    prepared.edit(mark, commit=True)
    _took("again after one edit", timed_run(*run))
    say("the edit is in the site", "yes" if prepared.is_shown(mark) else "NO")


def size(site: Path) -> None:
    """Tell what the site weighs, and what a phone fetches of it."""
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*") if path.is_file()}
    say("the site", f"{sum(sizes.values()) / MEGA:,.0f} MB in {len(sizes):,} files")
    for name in sorted(sizes, key=lambda name: -sizes[name])[:LARGEST]:
        say("  among the largest files", f"{sizes[name] / MEGA:.1f} MB {name}")
    for name in FETCHED:
        if name in sizes:
            say(f"  over the line: {name}", f"{_sent([site / name]) / 1000:,.0f} kB")
    search = [site / name for name in sizes if name.startswith(f"{SEARCH}/") and not name.endswith(".html")]
    heaviest = max(map(_sent_one, search), default=0)
    say("  over the line: a search, its heaviest file", f"{heaviest / 1000:,.0f} kB of {_sent(search) / MEGA:.1f} MB")


def _sent_one(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _sent(paths: Iterable[Path]) -> int:
    return sum(map(_sent_one, paths))


def clone(repository: Path) -> None:
    """Tell what a clone of the repository takes, whole and without history."""
    for what, depth in (("a clone of the repository", ()), ("  without its history", ("--depth", "1"))):
        with tempfile.TemporaryDirectory(dir=repository.parent) as folder:
            # As over a network: packed, not linked.
            words = ("clone", "--quiet", *depth, repository.as_uri(), folder)
            started = perf_counter()
            git(repository, *words)
            took = perf_counter() - started
            packed = sum(path.stat().st_size for path in Path(folder, ".git/objects").rglob("*") if path.is_file())
            say(what, f"{packed / MEGA:,.0f} MB over the line, {took:.1f} s")


def serve(prepared: Prepared) -> None:
    """Tell how long the one who writes waits: for the first page, then for each change."""
    took: list[Took] = []
    with serving(prepared.server, prepared.folder, prepared.environment or {}, PORT) as server:
        with server.timed(took):
            server.until_shown(prepared.page, prepared.edited.title)
        _took("serve: until the first page", took[-1])
        for number in (2, 3, 4):
            mark = f"{MARK}{number}"
            with server.timed(took):
                prepared.edit(mark)
                server.until_shown(prepared.page, mark)
            _took("serve: from an edit to its page", took[-1])


#: What is measured, in this order: a site is served after it was built.
PARTS: Final = {"clone": lambda prepared: clone(prepared.folder), "build": build, "serve": serve}


def prepare(events: int, past_years: int, folder: Path) -> Prepared:
    """Write a region of so many events, ready to be built."""
    return seurantalo(Region(make_events(events, past_years=past_years), past_years), folder)


def measure(events: int, past_years: int, folder: Path, parts: Iterable[str]) -> None:
    """Print what becomes of a region of so many events."""
    # Linux counts to a process the memory of the one that started it: who holds all events starts nothing measured.
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        prepared = apart.submit(prepare, events, past_years, folder).result()
    say("events", f"{events:,} over {past_years} past years and two more")
    for name, part in PARTS.items():
        if name in parts:
            try:
                part(prepared)
            except (FailedError, CalledProcessError) as reason:
                say(name, f"BREAKS: {reason}")


def main() -> None:
    """Print all of it for the numbers of events that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("events", type=int, nargs="*", default=EVENTS)
    parser.add_argument("--past-years", type=int, default=PAST_YEARS)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="what to measure")
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None, help="where to build")
    options = parser.parse_args()
    for events in options.events:
        with tempfile.TemporaryDirectory(prefix="seurantalo-edge-", dir=options.folder) as folder:
            measure(events, options.past_years, Path(folder), options.only)


if __name__ == "__main__":
    main()
