"""How many small changes to the program do its tests notice? `.venv/bin/python scripts/mutants.py`.

Prints the kill rate of each module that `mutants.toml` names, and every change that all of its tests let through.
The checkout is copied first and never touched. `--module recurrence` looks at one (part of the path is enough),
`--sample 40 --seed 7` at some changes only. Ends with 1 where fewer than `--least` percent die, or where the list of
harmless changes names one that can no longer be made. Needs a system with fork (Linux, macOS).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from _mutations import mutants
from _trial import Subject, Verdict, verdict_of

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_suffix(".toml")
COPIED = ("plugins", "tests", "scripts", "content", "events", "pyproject.toml", "mkdocs.yml")
LEFT_OUT = ("__pycache__", "node_modules", ".cache")


def subjects(root: Path, listed: Path, wanted: str = "") -> tuple[list[Subject], list[str]]:
    """Return the subjects whose path has `wanted` in it, and the harmless changes that no mutant is any more."""
    told = tomllib.loads(listed.read_text(encoding="utf-8"))
    found: list[Subject] = []
    harmless = [(one["module"], one["source"], one["changed"]) for one in told.get("harmless", ())]
    for each in told["module"]:
        for path in sorted(root.glob(each["path"])):
            name = path.relative_to(root).as_posix()
            if wanted not in name or any(name == other.path for other in found):
                continue
            every = mutants(path.read_bytes())
            spared = tuple(one for one in every if (name, one.source, one.changed) in harmless)
            rest = tuple(one for one in every if one not in spared)
            found.append(Subject(name, tuple(each["tests"]), rest, spared))
    known = {(each.path, one.source, one.changed) for each in found for one in each.harmless}
    stale = [
        f"{name}: {source}  ->  {changed}"
        for name, source, changed in harmless
        if wanted in name and (name, source, changed) not in known
    ]
    return found, stale


def copy_of(root: Path, folder: Path) -> Path:
    """Copy what the tests need into a folder."""
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
        elif (root / name).is_file():
            shutil.copy2(root / name, folder / name)
    return folder


def report(subject: Subject, verdict: Verdict) -> Iterator[str]:
    """Yield the lines that tell of a subject."""
    yield (
        f"{subject.path}: {verdict.killed} of {verdict.tried} die ({verdict.rate:.1f} %), "
        f"{len(subject.harmless)} harmless"
    )
    for each in verdict.survivors:
        yield f"  {each.line}: {each.source}\n    -> {each.changed}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants asked for and print what became of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--module", default="", help="only modules with this in their path")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="try N changes of each module")
    parser.add_argument("--seed", type=int, default=0, help="which ones")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--least", type=float, default=90.0, metavar="PERCENT", help="the lowest rate that is good")
    options = parser.parse_args(arguments)

    found, stale = subjects(ROOT, LIST, options.module)
    if not found:
        parser.error(f"no module in {LIST.name} has {options.module!r} in its path")
    total = Verdict(0, [])
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of(ROOT, Path(folder))
        for subject in found:
            tried = subject.mutants
            if 0 < options.sample < len(tried):
                tried = tuple(random.Random(f"{options.seed}/{subject.path}").sample(tried, options.sample))  # noqa: S311 (no secrets)
            began = time.monotonic()
            verdict = verdict_of(copy, subject, tried, options.jobs)
            total = Verdict(total.tried + verdict.tried, [*total.survivors, *verdict.survivors])
            print(*report(subject, verdict), f"  {time.monotonic() - began:.0f} s", sep="\n", flush=True)
    print(f"all: {total.killed} of {total.tried} die ({total.rate:.1f} %)")
    for each in stale:
        print(f"{LIST.name}: no such change any more: {each}")
    return 1 if stale or total.rate < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
