"""What does a reader see of builds that are killed? `.venv/bin/python scripts/kill_builds.py --kills 100`.

Two versions of an invented region are built in turn into one site, and each build is killed with SIGKILL at a random
moment; every third one just as it takes the new files into use. Another process reads the site all the time: every
address that both versions have must be there, whole, as one version or the other has it byte for byte, and what a
page leads to must be there as long as the page is. After every tenth kill a build may finish, and the site must
equal its version. Exit code 0: so it was.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import posixpath
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random

import _environment

TODAY = "2027-01-04"
#: Events of the two versions: with fewer of them pages disappear, and come again.
SIZES = (120, 80)
#: A build that finishes after this many kills is compared with what it should have made.
KILLS_BEFORE_A_BUILD = 10
MOST_NAMED = 20
#: Seconds in which a site of this size is taken into use, with some to spare.
LONGEST_USE = 0.3
LINK = re.compile(r'(?:href|src)="?([^"#?: >]+)[" >]')


@dataclass
class Seen:
    """What the reader has seen."""

    rounds: int = 0
    files: int = 0
    links: int = 0
    faults: Counter[str] = field(default_factory=Counter)


def build_command(site: Path) -> list[str]:
    """The command of one build."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]


def start(project: Path, site: Path) -> subprocess.Popen[bytes]:
    """Begin to build in a group of processes of its own."""
    variables = _environment.clean_environment() | {"SEURANTALO_TODAY": TODAY}
    return subprocess.Popen(
        build_command(site), cwd=project, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True,
    )  # fmt: skip


def finish(building: subprocess.Popen[bytes]) -> None:
    """Wait for a build that nobody kills, or stop with what it said."""
    said, _ = building.communicate()
    if building.returncode:
        sys.exit(said.decode(errors="replace"))


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def make_projects(folder: Path) -> list[Path]:
    """Write the two versions of the region; nearly every page differs between them."""
    projects = []
    for number, size in enumerate(SIZES):
        project = folder / f"version-{number}"
        generate = [sys.executable, str(_environment.ROOT / "scripts/bench/generate.py"), str(size), str(project)]
        subprocess.run(generate, stdout=subprocess.DEVNULL, check=True)
        config = project / "mkdocs.yml"
        lines = config.read_text(encoding="utf-8").splitlines()
        named = [f"site_name: Alue {number}" if line.startswith("site_name:") else line for line in lines]
        config.write_text("\n".join(named) + "\n", encoding="utf-8")
        projects.append(project)
    return projects


def is_whole(name: str, content: bytes) -> bool:
    """Tell whether a file ends as its kind does."""
    if name.endswith(".html"):
        return content.rstrip().endswith(b"</html>")
    if name.endswith(".ics"):
        return content.rstrip().endswith(b"END:VCALENDAR")
    if name.endswith((".json", ".geojson")):
        try:
            json.loads(content)
        except ValueError:
            return False
    return True


def targets(name: str, page: bytes) -> list[str]:
    """Return the files of the site that a page leads to."""
    found = []
    for link in LINK.findall(page.decode()):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
        if not path.startswith(("/", "..")):
            found.append(posixpath.normpath(f"{path}/index.html") if link.endswith("/") else path)
    return found


def look(site: Path, versions: list[dict[str, bytes]], stop: Event, answer: Queue[Seen], seed: int) -> None:
    """Read the site until asked to stop; answer with what was seen."""
    random, seen = Random(seed), Seen()  # noqa: S311 (no secrets)
    names = sorted(versions[0].keys() | versions[1].keys())
    everywhere = versions[0].keys() & versions[1].keys()
    while not stop.is_set():
        random.shuffle(names)
        for name in names:
            content = read(site / name)
            seen.files += 1
            if content is None:
                if name in everywhere:
                    seen.faults[f"missing: {name}"] += 1
            elif not is_whole(name, content):
                seen.faults[f"half: {name}"] += 1
            elif content not in (versions[0].get(name), versions[1].get(name)):
                seen.faults[f"of neither version: {name}"] += 1
        for name in random.sample(names, 20):
            follow(site, name, seen, versions)
        seen.rounds += 1
    answer.put(seen)


def follow(site: Path, name: str, seen: Seen, versions: list[dict[str, bytes]]) -> None:
    """Look whether all that a page leads to is there, in either version's sense, for as long as the page is."""
    page = read(site / name) if name.endswith(".html") else None
    for target in targets(name, page) if page else ():
        # A finished build that leads nowhere does so without our help.
        if any(version.get(name) == page and target not in version for version in versions):
            continue
        seen.links += 1
        if not (site / target).exists() and read(site / name) == page and not (site / target).exists():
            seen.faults[f"leads to nothing: {name} to {target}"] += 1


def read(path: Path) -> bytes | None:
    """Return what a file holds, None where there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def kill(building: subprocess.Popen[bytes], site: Path, random: Random, seconds: float, *, late: bool) -> str:
    """Kill a build at a random moment, alone or with its workers; return at which."""
    staged = f".seurantalo-new-{building.pid}"
    moment = random.random() * seconds
    if late:
        # The last file but the search index that a build makes.
        while building.poll() is None and not (site / staged / "sitemap.xml").exists():
            time.sleep(0.001)
        moment = random.random() * LONGEST_USE
    begun = time.monotonic()
    while building.poll() is None and time.monotonic() - begun < moment:
        time.sleep(0.0005)
    was = "finished" if building.poll() is not None else "taking into use" if late else "building"
    try:
        if random.random() < 0.5:
            os.killpg(building.pid, signal.SIGKILL)
        else:
            building.kill()
    except ProcessLookupError:
        pass
    said, _ = building.communicate()
    if said and was != "finished":
        print(said.decode(errors="replace"))
    return was


def run(
    projects: list[Path], site: Path, versions: list[dict[str, bytes]], options: argparse.Namespace
) -> Counter[str]:
    """Kill builds; return how many at which stage, and how many finished sites were not what they should be."""
    random, counts = Random(options.seed), Counter[str]()  # noqa: S311 (no secrets)
    seconds, which, killed = 0.0, 0, 0
    while killed < options.kills:
        if killed % KILLS_BEFORE_A_BUILD == 0 and counts["compared"] == killed // KILLS_BEFORE_A_BUILD:
            begun = time.monotonic()
            finish(start(projects[which], site))
            seconds = time.monotonic() - begun
            counts["compared"] += 1
            counts["compared and wrong"] += files_of(site) != versions[which]
        which = 1 - which
        stage = kill(start(projects[which], site), site, random, seconds, late=killed % 3 == 2)
        counts[stage] += 1
        killed += stage != "finished"
    finish(start(projects[which], site))
    counts["compared"] += 1
    counts["compared and wrong"] += files_of(site) != versions[which]
    return counts


def main() -> int:
    """Build both versions for comparison, then kill builds under the eyes of a reader."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("--kills", type=int, default=100, help="how many builds to kill (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="what the random moments start from (default: 1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        projects = make_projects(Path(folder))
        versions = []
        for number, project in enumerate(projects):
            finish(start(project, Path(folder) / f"alone-{number}"))
            versions.append(files_of(Path(folder) / f"alone-{number}"))
        site = Path(folder) / "site"
        finish(start(projects[1], site))
        stop = multiprocessing.Event()
        answer: Queue[Seen] = multiprocessing.Queue()
        reader = multiprocessing.Process(target=look, args=(site, versions, stop, answer, options.seed))
        reader.start()
        counts = run(projects, site, versions, options)
        stop.set()
        seen = answer.get()
        reader.join()
    shared = len(versions[0].keys() & versions[1].keys())
    print(f"files: {len(versions[0])} and {len(versions[1])}, {shared} in both; builds: {dict(counts)}")
    print(f"read: {seen.rounds} rounds, {seen.files} files, {seen.links} links; {seen.faults.total()} faults")
    for fault, times in seen.faults.most_common(MOST_NAMED):
        print(f"  {times} times {fault}")
    return 1 if seen.faults or counts["compared and wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
