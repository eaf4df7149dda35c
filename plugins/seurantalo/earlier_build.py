"""What an earlier build has left in a site folder, and what of it would be the same if it were made again.

The store is data and never a program. It lies in the folder for such things of whoever builds, where no proposal can
put one. One that is damaged, that is of another program or site, or of other ground to stand on, counts as missing;
so does an output whose file is not as it was left.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.kept_bytes import cache_folder
from seurantalo.kept_json import read_kept, write_kept
from seurantalo.publishing.traces.answered import Answered, Now
from seurantalo.whole_file import keep_newest

__all__ = ["EarlierBuild", "Made", "store_of"]

_VERSION: Final = 6
#: Files in the folder: two for each site and language. Then those go that were not asked for the longest.
_MOST: Final = 80

#: Size and times of an output's file, the frame, what the search knows of it, and the numbers of what it read.
_Output: TypeAlias = tuple[int, int, int, str, Any, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made: its path in the site, what it read, and what the search knows of it (JSON).

    >>> Made("tapahtumat/tanssit/index.html", (("event", "tanssit"),)).entry is None
    True
    """

    path: str
    keys: tuple[tuple[str, ...], ...]
    entry: Any = None


def store_of(project: Path, site: Path) -> Path:
    """Return where the store of a project's site is kept: ``~/.cache/seurantalo/builds/...`` on Linux.

    >>> store_of(Path("alue"), Path("alue/site")).parent.name
    'builds'
    """
    name = blake2b(f"{project.resolve()}\n{site.resolve()}".encode(), digest_size=16).hexdigest()
    return cache_folder() / "builds" / f"{name}.json"


@dataclass
class EarlierBuild:
    """The outputs of the build before this one, by their paths in ``site``; and what this build knows of its own.

    ``now`` answers questions as they are answered now.

    >>> from tempfile import TemporaryDirectory
    >>> from seurantalo.publishing.traces.answered import Now
    >>> with TemporaryDirectory() as folder:
    ...     site, store = Path(folder, "site"), Path(folder, "store")
    ...     ask = lambda keys: [({"tanssit"}, "") for _ in keys]
    ...     site.mkdir()
    ...     (site / "a.html").write_bytes(b"A")
    ...     first = EarlierBuild(store, site, "ground", Now(ask, {"tanssit": "1"}))
    ...     first.take([Made("a.html", (("event", "tanssit"),), {"title": "A"})], "shell")
    ...     first.save()
    ...     same = EarlierBuild(store, site, "ground", Now(ask, {"tanssit": "1"}))
    ...     other = EarlierBuild(store, site, "ground", Now(ask, {"tanssit": "2"}))
    ...     same.has("a.html", "shell"), same.entry("a.html"), other.has("a.html", "shell"), same.has("a.html", "x")
    1
    (True, {'title': 'A'}, False, False)
    """

    store: Path
    site: Path
    ground: str
    now: Now = field(repr=False)
    _before: Mapping[str, _Output] = field(default_factory=dict, repr=False)
    _kept: dict[str, _Output] = field(default_factory=dict, repr=False)
    _facts: Mapping[str, tuple[Any, Sequence[int]]] = field(default_factory=dict, repr=False)
    _learnt: dict[str, tuple[Any, Sequence[int]]] = field(default_factory=dict, repr=False)
    _changed: AbstractSet[int] = frozenset()
    _answers: Answered = field(default_factory=Answered, repr=False)
    _made: dict[str, tuple[str, Any, Sequence[int]]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Read the store, and ask its questions again."""
        with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
            self._take_in(read_kept(self.store))

    def _take_in(self, told: Mapping[str, Any]) -> None:
        if (told["version"], told["ground"], told["site"]) != (_VERSION, self.ground, str(self.site)):
            return
        answers = Answered(**told["answers"])
        self._changed = answers.changed(self.now)
        facts, self._before, self._answers = told["facts"], told["outputs"], answers
        self._facts = {name: one for name, one in facts.items() if self._changed.isdisjoint(one[1])}

    def is_same(self, path: str) -> bool:
        """Tell whether what is made for an output would be the same, in whatever frame it stands."""
        one = self._before.get(path)
        return one is not None and self._changed.isdisjoint(one[5])

    def has(self, path: str, frame: str = "") -> bool:
        """Tell whether an output would be the same in the same frame (shell), and is as it was left."""
        if not self.is_same(path):
            return False
        size, modified, seen, stood_in, _, _ = self._before[path]
        if stood_in != frame:
            return False
        try:
            found = os.stat(f"{self.site}/{path}")
        except OSError:
            return False
        return (found.st_mtime_ns, found.st_ctime_ns, found.st_size) == (modified, seen, size)

    def entry(self, path: str) -> Any:  # noqa: ANN401 - whatever the search made of it, as JSON
        """Return what the search knows of an output that is there."""
        return self._before[path][4]

    def fact(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Return what was found out under a name, where it would be the same now; None where it is not known."""
        known = self._facts.get(name)
        return known and known[0]

    def learn(self, facts: Mapping[str, tuple[Any, Iterable[tuple[str, ...]]]]) -> None:
        """Know what was found out, by its name, and what was read for that."""
        for name, (value, keys) in facts.items():
            if name not in self._learnt:
                self._learnt[name] = value, self._answers.numbers_of(keys)

    def keep(self, paths: Iterable[str]) -> None:
        """Know outputs that stay as they are, which ``has`` has told."""
        for path in paths:
            self._kept[path] = self._before[path]

    def take(self, outputs: Iterable[Made], frame: str = "") -> None:
        """Know outputs that were made; one that has read more than can be asked again is not kept the next time."""
        for one in outputs:
            self._made[one.path] = frame, one.entry, self._answers.numbers_of(one.keys)
        # Now and not in the end: others are still making what comes next.
        self._answers.ask_new(self.now)
        if self._made:
            self._answers.outlines_of(self.now)

    def save(self) -> None:
        """Write the store, when all outputs are in their places. A folder that can't be written to means none."""
        if not self._made and not self._learnt and self._kept.keys() == self._before.keys():
            with suppress(OSError):
                os.utime(self.store)
            return
        outputs, site = dict(self._kept), str(self.site)
        for path, about in self._made.items():
            # Ten thousands of times: without a context for each.
            try:
                found = os.stat(f"{site}/{path}")
            except OSError:
                continue
            # Size, change, and when the system saw that: nobody can set this back. On Windows, when it came to be.
            outputs[path] = found.st_size, found.st_mtime_ns, found.st_ctime_ns, *about
        facts = {**self._facts, **self._learnt}
        used = set[int]().union(*(one[5] for one in outputs.values()), *(keys for _, keys in facts.values()))
        answers, numbers = self._answers.again(used, self.now)
        stay = len(numbers) == len(self._answers.keys)
        told = {
            "version": _VERSION,
            "ground": self.ground,
            "site": str(self.site),
            "answers": answers,
            "outputs": outputs if stay else _numbered(outputs, numbers),
            "facts": facts if stay else _numbered(facts, numbers),
        }
        with suppress(OSError):
            self.store.parent.mkdir(parents=True, exist_ok=True)
            keep_newest(self.store.parent, _MOST)
            write_kept(self.store, told)


def _numbered(known: Mapping[str, tuple[Any, ...]], numbers: Mapping[int, int]) -> Mapping[str, tuple[Any, ...]]:
    """Return what is known with the new numbers of what it read; what can't be asked again is left out."""
    return {
        name: (*about, [numbers[key] for key in keys])
        for name, (*about, keys) in known.items()
        if numbers.keys() >= set(keys)
    }
