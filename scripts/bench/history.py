"""A git repository of an invented project, as years of contributions would have made it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

#: Who commits to an invented project, and what they say.
WRITERS: Final = 7
#: Every third event is corrected once; these are the days before it on which it comes, and is corrected.
CORRECTED: Final = 3
COMES_BEFORE: Final = 40
CORRECTED_BEFORE: Final = 12
#: The last line of an event that has not been corrected yet.
UNSURE: Final = b"  Tarkemmat tiedot tulevat my\xc3\xb6hemmin.\n"


def git(folder: Path, *words: str, told: bytes = b"") -> bytes:
    """Run git in a folder, with nothing of its user's settings; return what it prints."""
    plain = ("-c", "user.name=Tekijä", "-c", "user.email=tekija@maakunta.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *plain, *words], cwd=folder, input=told, capture_output=True, check=True).stdout


def commit_history(root: Path, days: Mapping[str, date], today: date) -> int:
    """Make a repository of ``root`` whose newest commit has all files as they stand; return the number of commits.

    ``days`` are the paths of events relative to ``root``, and their days: each comes in a commit of its own before
    its day, and about every third is corrected in a second one. All else is in the first commit.
    """
    git(root, "init", "--quiet", "--initial-branch", "main")
    commits = list(_commits(root, days, today))
    git(root, "fast-import", "--quiet", told=b"".join(commits))
    # The index as a clone has it.
    git(root, "reset", "--quiet", "--mixed", "main")
    git(root, "update-index", "--refresh", "--really-refresh", "-q")
    return len(commits)


def _commits(root: Path, days: Mapping[str, date], today: date) -> Iterator[bytes]:
    others = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(root).parts
    )
    first = min(days.values()) - timedelta(days=COMES_BEFORE + 1)
    yield _commit(0, first, 0, "Aloita", ((name, (root / name).read_bytes()) for name in others if name not in days))
    steps: list[tuple[date, int, str]] = []
    for number, (name, day) in enumerate(sorted(days.items())):
        latest = min(day, today) - timedelta(days=1)
        steps.append((latest - timedelta(days=COMES_BEFORE), number, name))
        if number % CORRECTED == 0:
            steps.append((latest - timedelta(days=CORRECTED_BEFORE), -number - 1, name))
    for mark, (when, number, name) in enumerate(sorted(steps), start=1):
        content = (root / name).read_bytes()
        if number >= 0 and number % CORRECTED == 0:
            yield _commit(mark, when, number, f"Lisää {Path(name).stem}", [(name, content + UNSURE)])
        else:
            subject = "Lisää" if number >= 0 else "Tarkenna"
            yield _commit(mark, when, number, f"{subject} {Path(name).stem}", [(name, content)])


def _commit(mark: int, day: date, number: int, message: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """A commit as git's fast-import reads it. It stands on the one before it."""
    writer = number % WRITERS
    # Each a second later than the one before: their order is that of their times.
    moment = int(datetime(day.year, day.month, day.day, 9, tzinfo=UTC).timestamp()) + mark
    who = f"Tekijä {writer} <tekija-{writer}@maakunta.example> {moment} +0200"
    subject = message.encode()
    parts = [f"commit refs/heads/main\nmark :{mark + 1}\nauthor {who}\ncommitter {who}\n".encode(), _data(subject)]
    if mark:
        parts.append(f"from :{mark}\n".encode())
    for name, content in files:
        parts += [f"M 100644 inline {name}\n".encode(), _data(content)]
    return b"".join(parts)


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)
