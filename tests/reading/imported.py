"""Histories that nobody would write by hand: branches, merges, moves, reverts and amended commits, at random."""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

#: Where files come, move to and go from; the last is none of the folders that are asked about.
PLACES = ("events/{}.yml", "events/2027/{}.yml", "events/2028/{}.md", "content/venues/{}.yml", "loose/{}.yml")
NAMES = ("a", "b", "c", "d", "talo ö", "e\tf")


@dataclass(frozen=True, slots=True)
class Made:
    """A commit: its mark, the commit before it, and all files."""

    mark: int
    before: Made | None
    files: dict[str, str]


class Imported:
    """A repository without a working tree, whose branch ``main`` is led on, or led astray, by chance."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self._chance = folder, random.Random(seed)
        self._marks, self._said = 0, ""
        folder.mkdir()
        self._git("init", "--quiet", "--initial-branch=main")
        self.main = self._commit(None)
        self._side = self.main
        self._show()

    def step(self) -> None:
        """Do something to the branch: mostly what people do every day."""
        ways = (self._on, self._on, self._on, self._branch, self._merge, self._forward, self._revert)
        rare = (self._foxtrot, self._amend, self._rebase, self._empty, self._other)
        self._chance.choice(rare if self._chance.random() < 0.3 else ways)()
        self._show()

    def _on(self) -> None:
        for _ in range(self._chance.randint(1, 3)):
            self.main = self._commit(self.main)

    def _branch(self) -> None:
        self._side = self.main
        for _ in range(self._chance.randint(1, 2)):
            self._side = self._commit(self._side)

    def _merge(self) -> None:
        self.main = self._commit(self.main, self._side)

    def _forward(self) -> None:
        self.main = self._side

    def _foxtrot(self) -> None:
        """The main line becomes a branch of what was merged into it."""
        self.main = self._commit(self._side, self.main)

    def _revert(self) -> None:
        self.main = self._commit(self.main, files=self._back(2).files)

    def _amend(self) -> None:
        self.main = self._commit(self.main.before or self.main)

    def _rebase(self) -> None:
        self.main = self._back(self._chance.randint(3, 9))
        self._on()

    def _empty(self) -> None:
        self.main = self._commit(self.main, files=self.main.files)

    def _other(self) -> None:
        """Another history begins, as where somebody joined two repositories."""
        self.main = self._commit(None, self.main)

    def _back(self, count: int) -> Made:
        found = self.main
        for _ in range(count):
            found = found.before or found
        return found

    def _commit(self, before: Made | None, merged: Made | None = None, files: dict[str, str] | None = None) -> Made:
        if files is None:
            files = self._changed({**(merged.files if merged else {}), **(before.files if before else {})})
        self._marks += 1
        # Clocks of committers differ.
        moment = 1_798_761_600 + self._marks * 60 + self._chance.randint(-200, 200)
        # A first commit takes a branch of its own, else it would go on where another one ends.
        branch = "work" if before else f"first-{self._marks}"
        self._said += f"commit refs/heads/{branch}\nmark :{self._marks}\n"
        self._said += f"committer E <e@example.org> {moment} +0000\ndata 0\n"
        self._said += f"from :{before.mark}\n" if before else ""
        self._said += f"merge :{merged.mark}\n" if merged else ""
        self._said += "deleteall\n"
        for path, content in files.items():
            name = path.replace("\t", "\\t")
            self._said += f'M 100644 inline "{name}"\ndata {len(content.encode())}\n{content}\n'
        self._said += "\n"
        return Made(self._marks, before, files)

    def _changed(self, files: dict[str, str]) -> dict[str, str]:
        for _ in range(self._chance.randint(1, 3)):
            path = self._chance.choice(PLACES).format(self._chance.choice(NAMES))
            way = self._chance.random()
            if files and way < 0.2:
                del files[self._chance.choice(sorted(files))]
            elif files and way < 0.45:
                files[path] = files.pop(self._chance.choice(sorted(files)))
            else:
                files[path] = f"{self._chance.randint(1, 4)}\n{self._chance.randint(1, 9)}\n"
        return files

    def _show(self) -> None:
        said = f"{self._said}reset refs/heads/main\nfrom :{self.main.mark}\n\n"
        marks = self.folder / ".git" / "marks"
        words = ("--quiet", "--force", f"--import-marks-if-exists={marks}", f"--export-marks={marks}")
        self._git("fast-import", *words, told=said)
        self._said = ""

    def _git(self, *words: str, told: str = "") -> None:
        subprocess.run(["git", *words], cwd=self.folder, input=told.encode(), capture_output=True, check=True)
