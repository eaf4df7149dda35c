"""The program that a region's repository installs: which version, from where, and what it needs, all by hash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from seurantalo.frozen import dataclass

#: What the lock names as the one who asks for a package, and what only building the program needs.
_ASKS: Final = "seurantalo (pyproject.toml)"
_ONLY_FOR_BUILDING: Final = "hatchling"
_PINNED: Final = re.compile(r"([A-Za-z0-9._-]+)==\S+(?: ;[^\\]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A version of the program, as it can be installed.

    >>> Program(version="1.2.0", repository="https://github.com/example/seurantalo", lock="").revision
    'v1.2.0'
    """

    version: str
    repository: str
    """The web address of its source: whose workflows a region's workflows call."""
    lock: str
    """What it needs, as its own lock pins it (``requirements.lock``)."""
    address: str = ""
    """Where its wheel is; ``""`` where not known."""
    sha256: str = ""
    """The wheel's digest in hexadecimal; ``""`` where not known."""
    commit: str = ""
    """The commit that it was built from; ``""`` where not known."""

    @property
    def revision(self) -> str:
        """What workflows are called at: the commit, else the version's tag."""
        return self.commit or f"v{self.version}"

    @property
    def wheel(self) -> str:
        """Where its wheel is, by what is known, else where a release has it."""
        name = f"seurantalo-{self.version}-py3-none-any.whl"
        return self.address or f"{self.repository}/releases/download/v{self.version}/{name}"

    def called(self, workflow: str) -> str:
        """Return how another repository calls one of its workflows: at a commit, else at a tag."""
        note = f" # v{self.version}" if self.commit else ""
        return f"{self.slug}/.github/workflows/{workflow}.yml@{self.revision}{note}"

    @property
    def slug(self) -> str:
        """``OWNER/NAME`` of its repository."""
        return "/".join(self.repository.rstrip("/").split("/")[-2:])


def pinned_needs(lock: str) -> str:
    """Return what a lock pins for those who only use the program: without comments, and without its build tools."""
    entries = dict(_entries(lock))
    askers = {name: set(re.findall(r"(?m)^ +# +(?:via )?(?!via$)(\S.*)$", text)) for name, text in entries.items()}
    kept: set[str] = set()
    while True:
        more = {
            name for name, asked in askers.items() if name != _ONLY_FOR_BUILDING and (_ASKS in asked or asked & kept)
        }
        if more == kept:
            break
        kept = more
    pins = (re.sub(r"(?m)^ +#.*\n?", "", text) for name, text in entries.items() if name in kept)
    return "".join(f"{pin.rstrip()}\n" for pin in pins)


def _entries(lock: str) -> Iterator[tuple[str, str]]:
    """Yield each package of a lock, by name, with all its lines."""
    for text in re.split(r"(?m)^(?=[A-Za-z0-9])", lock):
        if found := _PINNED.match(text):
            yield found[1], text
