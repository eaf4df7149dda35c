"""Site generators side by side: `python3 scripts/bench/compare.py EVENTS ... [--rounds 3] [--only seurantalo hugo]`.

Each builds the same events into pages of one size. They are run in turns, so that a busy moment of the machine hits
all alike; the median of the rounds is printed, with the ratio to ours, and the largest memory of any round. What
can't be installed here has a line that says so. With several numbers of events, each has a table, and how time has
grown from the first to the last is told below. All is done in a folder that goes when the run ends; on Linux in
memory, because a disk that has just removed thousands of files makes new ones slowly, and it would be the disk that
is compared.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.generate import make_events
from bench.generators import GENERATORS, NotAvailable, Prepared

OURS = "seurantalo"
#: Linux keeps this folder in memory.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
AGAIN = "seurantalo, again after one edit"


@dataclass
class Result:
    """What was measured of one generator."""

    version: str
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    pages: int = 0


def measure(prepared: Prepared) -> tuple[float, float, float]:
    """Run a build; return its wall time and its processor time in seconds, and its largest memory in MB.

    Its children are included: their time is added, of their memory the largest counts.
    """
    started = perf_counter()
    process = subprocess.Popen(
        prepared.command,
        cwd=prepared.folder,
        # As a user has it: with Python's compiled modules kept.
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        | (prepared.environment or {}),
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise NotAvailable(f"its build failed with exit code {process.returncode}")
    # Kilobytes on Linux, bytes on macOS.
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def forget(prepared: Prepared) -> None:
    """Remove what an earlier build has left."""
    shutil.rmtree(prepared.site, ignore_errors=True)


def edit_one(prepared: Prepared, number: int) -> None:
    """Change one event file, as a contributor would."""
    file = min((prepared.folder / "events").rglob("*.yml"))
    file.write_text(f"{file.read_text(encoding='utf-8')}\n  Muutettu {number} kertaa.\n", encoding="utf-8")


def compare(count: int, rounds: int, names: list[str], root: Path) -> dict[str, Result]:
    """Prepare every generator, then build in turns."""
    events = make_events(count)
    ready: dict[str, Prepared] = {}
    results: dict[str, Result] = {}
    for name in names:
        folder = root / name
        folder.mkdir()
        try:
            ready[name] = GENERATORS[name](events, folder)
        except NotAvailable as reason:
            print(f"{name}: not compared, {reason}")
    for number in range(rounds):
        for name, prepared in list(ready.items()):
            forget(prepared)
            try:
                _take(results.setdefault(name, Result(prepared.version)), prepared)
                if name == OURS:
                    edit_one(prepared, number)
                    _take(results.setdefault(AGAIN, Result(prepared.version)), prepared)
            except NotAvailable as reason:
                print(f"{name}: not compared, {reason}")
                ready.pop(name)
                results.pop(name, None)
    return results


def _take(result: Result, prepared: Prepared) -> None:
    seconds, processor, megabytes = measure(prepared)
    result.seconds.append(seconds)
    result.processor.append(processor)
    result.megabytes.append(megabytes)
    result.pages = sum(1 for _ in prepared.site.glob("*/*/index.html"))


def table(count: int, results: dict[str, Result]) -> str:
    """The results as a Markdown table, quickest first."""
    ours = median(results[OURS].seconds) if OURS in results else None
    lines = ["| who | version | pages | seconds | ratio | processor s | peak MB |", "|---|---|---|---|---|---|---|"]
    for name, result in sorted(results.items(), key=lambda item: median(item[1].seconds)):
        seconds = median(result.seconds)
        ratio = f"{seconds / ours:.2f}" if ours else ""
        short = "" if result.pages >= count else " (!)"
        cells = [
            name,
            result.version,
            f"{result.pages}{short}",
            f"{seconds:.2f}",
            ratio,
            f"{median(result.processor):.2f}",
            f"{max(result.megabytes):.0f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def growth(first: int, last: int, found: dict[int, dict[str, Result]]) -> str:
    """How many times the time of the first number of events the last one takes."""
    lines = []
    for name, result in found[last].items():
        before = found[first].get(name)
        if before is not None:
            seconds = median(result.seconds) / median(before.seconds)
            processor = median(result.processor) / median(before.processor)
            lines.append(f"{name}: {seconds:.1f} times the seconds, {processor:.1f} times the processor's")
    return f"From {first} to {last} events, {last / first:.1f} times as many:\n" + "\n".join(lines)


def main() -> None:
    """Compare what the arguments ask for; exit with 1 where our own build takes more memory than allowed."""
    parser = argparse.ArgumentParser(description="Compare site generators on the same events.")
    parser.add_argument("events", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=GENERATORS, default=list(GENERATORS))
    parser.add_argument("--most-memory", type=float, default=0, metavar="MB", help="fail when ours takes more")
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None, help="where to build")
    options = parser.parse_args()
    found: dict[int, dict[str, Result]] = {}
    for events in options.events:
        with tempfile.TemporaryDirectory(prefix="seurantalo-bench-", dir=options.folder) as folder:
            found[events] = compare(events, options.rounds, options.only, Path(folder))
        print(f"\n{events} events, {options.rounds} rounds, {os.cpu_count()} cores, {platform.python_version()}\n")
        print(table(events, found[events]), flush=True)
    if len(found) > 1:
        print(f"\n{growth(options.events[0], options.events[-1], found)}")
    ours = (result for results in found.values() for name, result in results.items() if name in {OURS, AGAIN})
    most = max((megabytes for result in ours for megabytes in result.megabytes), default=0)
    if options.most_memory and most > options.most_memory:
        sys.exit(f"Our build took {most:.0f} MB, more than {options.most_memory:.0f} MB.")


if __name__ == "__main__":
    main()
