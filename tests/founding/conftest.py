"""A new site of each language, founded by the command as it is typed, and built strictly once."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.cli.conftest import seurantalo

TODAY = "2027-04-10"
#: What is typed for each language.
COMMANDS = {
    "fi": ("--name", "Kainuu", "--municipality", "sotkamo", "--municipality", "kuhmo", "--language", "fi"),
    "sv": ("--name", "Åland", "--municipality", "Mariehamn", "--municipality", "jomala", "--language", "sv"),
    "en": ("--name", "Upper Lapland", "--municipality", "Inari", "--municipality", "Utsjoki", "--language", "en"),
}


@dataclass(frozen=True, slots=True)
class NewSite:
    """A founded site, with its history begun as its README says, and what it was built into."""

    lang: str
    root: Path

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each file that was written, by path, with its text."""
        for path in sorted(self.root.rglob("*")):
            inside = path.relative_to(self.root)
            if path.is_file() and inside.parts[0] not in {".git", "site"}:
                yield inside.as_posix(), path.read_text(encoding="utf-8")

    def pages(self) -> Iterator[tuple[str, str]]:
        """Each built page, by path, with the words that people see on it, without code."""
        for path in sorted((self.root / "site").rglob("*.html")):
            text = re.sub(r"(?s)<(script|style|code|pre)\b.*?</\1>", " ", path.read_text(encoding="utf-8"))
            # An address has places to break, and is one word.
            seen = html.unescape(re.sub(r"<[^>]+>", " ", text.replace("<wbr>", "")))
            yield (
                path.relative_to(self.root / "site").as_posix(),
                re.sub(r"\S+(?:/|\.(?:fi|org|ics)\b)\S*", " ", seen),
            )


def founded(folder: Path, *arguments: str) -> Path:
    """Run the command in a clean folder; return the site's."""
    said = seurantalo("init", str(folder), *arguments, SEURANTALO_TODAY=TODAY)
    assert (said.code, said.err) == (0, ""), said.err
    return folder


def run(root: Path, *command: str) -> str:
    """Run a command in a site; return what it says, and fail with that."""
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "SEURANTALO_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def begin_history(root: Path) -> None:
    """Commit everything, as the README says."""
    run(root, "git", "init", "--quiet", "--initial-branch=main")
    run(root, "git", "add", ".")
    who = ("-c", "user.name=Ylläpito", "-c", "user.email=toimitus@example.org")
    run(root, "git", *who, "commit", "--quiet", "--message", "Perusta sivusto")


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], NewSite]:
    """Return the built site of a language; each is made once."""

    @cache
    def made(lang: str) -> NewSite:
        root = founded(tmp_path_factory.mktemp("new") / "site", *COMMANDS[lang], "--forge", "github")
        begin_history(root)
        run(root, sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
        return NewSite(lang, root)

    return made
