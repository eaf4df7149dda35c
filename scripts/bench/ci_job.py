"""What the job that publishes costs, step by step: `.venv/bin/python scripts/bench/ci_job.py [REPOSITORY]`.

Clones a site's repository (this one, or the folder named), takes the steps of the workflow as they stand there, and
runs each in a fresh environment, as a runner does: with empty caches, and again with what pip and the workflow's own
steps keep. After them the site is packed as the artifact is. Seconds by the clock and of the processor: on a busy
machine only the latter tell anything. `--workflow FILE` runs the steps of another workflow, such as that of an
earlier version.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import yaml

import _environment

WORKFLOW = ".github/workflows/julkaise.yml"
JOB = "build"
#: Variables that say whether and where Python keeps what it compiles.
BYTECODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
#: By the clock, and of the processor.
Seconds = tuple[float, float]


def measured(work: Callable[[], object]) -> Seconds:
    """Seconds that some work takes, in this process and in those that it starts and waits for."""
    began, used = time.monotonic(), _processor()
    work()
    return time.monotonic() - began, _processor() - used


def _processor() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def steps_of(workflow: Path) -> list[tuple[str, str]]:
    """The steps of the job that are commands: name and text."""
    job = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"][JOB]
    return [(step["name"], step["run"]) for step in job["steps"] if "run" in step]


def kept_below(workflow: Path, home: str = "~/.cache/") -> frozenset[str]:
    """What the job keeps of a user's cache from run to run: paths below it."""
    job = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"][JOB]
    steps = [step["with"]["path"] for step in job["steps"] if step.get("uses", "").startswith("actions/cache@")]
    return frozenset(path.removeprefix(home) for text in steps for path in text.split() if path.startswith(home))


def job(repository: Path, workflow: str, folder: Path, caches: Path) -> Iterator[tuple[str, Seconds]]:
    """Run a whole job in a new folder; yield each step's name and seconds. ``caches`` holds what is kept."""
    clone, environment, cache = folder / "clone", folder / "python", caches / "home"
    yield "checkout", measured(lambda: run(["git", "clone", "--quiet", str(repository), str(clone)], folder, {}))
    # A runner has its Python already.
    run([sys.executable, "-m", "venv", str(environment)], folder, {})
    given = {
        "PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PIP_CACHE_DIR": str(caches / "pip"),
        "XDG_CACHE_HOME": str(cache),
        "RUNNER_TEMP": str(folder),
        "TZ": "Europe/Helsinki",
    }
    steps = Path(workflow) if workflow else clone / WORKFLOW
    for name, text in steps_of(steps):
        yield name, measured(lambda text=text: run(["bash", "-e", "-c", text], clone, given))  # type: ignore[misc]
    yield "artifact", measured(lambda: pack(clone / "site", folder / "artifact.zip"))
    forget(cache, kept_below(steps))


def forget(cache: Path, kept: frozenset[str]) -> None:
    """Remove all files of a user's cache but those below what is kept."""
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        if kept.isdisjoint(str(parent.relative_to(cache)) for parent in path.parents if parent.is_relative_to(cache)):
            path.unlink()


def run(command: list[str], folder: Path, given: dict[str, str]) -> None:
    """Run a command; stop with what it said where it fails."""
    # A runner has compiled nothing before, and keeps what it compiles.
    clean = {name: value for name, value in _environment.clean_environment().items() if name not in BYTECODE}
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean | given,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(command)[:200]} ended with {done.returncode}")


def pack(site: Path, artifact: Path) -> None:
    """Pack a site as GitHub's actions do: into one file, and that into a compressed one."""
    whole = artifact.with_suffix(".tar")
    with tarfile.open(whole, "w") as archive:
        archive.add(site, ".")
    with zipfile.ZipFile(artifact, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.write(whole, whole.name)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", nargs="?", type=Path, default=_environment.ROOT)
    parser.add_argument("--workflow", default="", metavar="FILE")
    parser.add_argument(
        "--rounds", type=int, default=1, metavar="N", help="of jobs with kept packages; the best counts"
    )
    options = parser.parse_args()
    memory = Path("/dev/shm")  # noqa: S108 (a folder for measuring only)
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        folder = Path(name)
        columns: list[dict[str, Seconds]] = []
        for number in range(options.rounds + 1):
            place = folder / f"job-{number}"
            place.mkdir()
            columns.append(dict(job(options.repository.resolve(), options.workflow, place, folder)))
            shutil.rmtree(place)
    first, *kept = columns
    print(f"{'step':<28}{'first time':>20}{'packages kept':>20}")
    print(f"{'':<28}{'clock':>10}{'processor':>10}{'clock':>10}{'processor':>10}")
    sums = [0.0] * 4
    for step, seconds in first.items():
        figures = [*seconds, *(min(column[step][which] for column in kept) for which in (0, 1))]
        sums = [total + figure for total, figure in zip(sums, figures, strict=True)]
        print(f"{step:<28}" + "".join(f"{figure:>10.1f}" for figure in figures))
    print(f"{'whole job':<28}" + "".join(f"{figure:>10.1f}" for figure in sums))


if __name__ == "__main__":
    main()
