"""Small real git repositories for tests: every commit on a day of January 2027."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def day(number: int) -> datetime:
    """Noon of a day in January 2027."""
    return datetime(2027, 1, number, 12, tzinfo=UTC)


class Repository:
    """A git repository whose commits are made at noon of a given day of January 2027."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, on: int = 1) -> str:
        stamp = f"{int(day(on).timestamp())} +0200"
        neutral = {
            "GIT_AUTHOR_DATE": stamp,
            "GIT_AUTHOR_EMAIL": "editor@example.org",
            "GIT_AUTHOR_NAME": "Editor",
            "GIT_COMMITTER_DATE": stamp,
            "GIT_COMMITTER_EMAIL": "editor@example.org",
            "GIT_COMMITTER_NAME": "Editor",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env=os.environ | neutral,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    def write(self, path: str, content: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")

    def commit(self, on: int, **contents: str) -> None:
        """Write ``events/NAME.yml`` for every name and commit everything."""
        for name, content in contents.items():
            self.write(f"events/{name}.yml", content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change", on=on)
