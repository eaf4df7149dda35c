"""The commands as they are typed, with what they print and the code they end with."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from seurantalo.cli import main

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2027-01-04"
MKDOCS_YML = """\
site_name: Koe
site_url: https://koe.example/
docs_dir: content
plugins:
  - search
  - seurantalo:
      language: fi
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[dict[str, Any]]:
        """What `--format json` printed."""
        found = json.loads(self.out)["problems"]
        assert isinstance(found, list)
        return found


def seurantalo(*arguments: str, cwd: Path = ROOT, **environment: str) -> Said:
    """Run a command in this process, as its entry point does; what it does not catch fails the test."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(cwd)
        for name, value in {"SEURANTALO_TODAY": TODAY, **environment}.items():
            patch.setenv(name, value)
        try:
            code = main(arguments)
        except SystemExit as ended:  # argparse ends the program itself.
            code = ended.code if isinstance(ended.code, int) else 1
    return Said(code, out.getvalue(), err.getvalue())


Write = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project without a fault."""
    shutil.copytree(ROOT / "tests" / "reading" / "base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return tmp_path


@pytest.fixture
def write(project: Path) -> Write:
    """Write files into the small project."""

    def write_all(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return project

    return write_all


CHOIR = (
    "---\nnimi: Kuikan kuoro ry\ntyyppi: yhdistys\nkunta: vimpeli\n"
    "yhteystieto: {rooli: Sihteeri, sähköposti: kuoro@kuikka.example.org}\n---\n"
)
WOMEN = CHOIR.replace("Kuikan kuoro ry", "Vimpelin Martat ry").replace("kuoro@kuikka", "sihteeri@martat")


Commit = Callable[..., str]
#: When commits are made, as git asks for it.
DATES: dict[str, str] = {}


def git(folder: Path, *words: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    stamp = {f"GIT_{who}_{what}": "koe@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *words],
        cwd=folder,
        env={**clean, **stamp, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **DATES},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    return done.stdout.strip()


@pytest.fixture
def commit(project: Path) -> Commit:
    """Write files (None: remove) and commit them, each commit on a day of its own; the first is made already."""
    git(project, "init", "--quiet")
    days = iter(range(1, 28))

    def write(files: dict[str, str | None]) -> str:
        for name, content in files.items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_text(content, encoding="utf-8")
        stamp = f"2026-12-{next(days):02}T12:00:00Z"
        DATES.update(GIT_AUTHOR_DATE=stamp, GIT_COMMITTER_DATE=stamp)
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", "Muutos")
        return git(project, "rev-parse", "HEAD")

    write(
        {
            "content/organisations/kuikan-kuoro.md": CHOIR,
            "content/organisations/vimpelin-martat.md": WOMEN,
        }
    )
    return write
