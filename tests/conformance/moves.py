"""Ways in which the file of an event is moved and renamed, and in which a history is squashed, cut and lost.

``scripts/identity_life.py`` prints what becomes of the event in calendars, ``test_moves`` holds it to be right.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

from tests.conformance.life import Entry, Life

TEXT: Final = "kuvaus: Pöytiä saa varata ennalta. Kahvia ja pullaa on koko illan, ja kylän väki on kutsuttu.\n"
BASE: Final = f"järjestäjä: kylayhdistys\npaikka: kylatalo\n{TEXT}"
MARKET: Final = f"otsikko: Kirppis\nalkaa: 6.2.2027 klo 18\npäättyy: klo 20\n{BASE}"
GREAT: Final = (
    "otsikko: Kylän suurkirppis\nalkaa: 7.2.2027 klo 10\njärjestäjä: kylayhdistys\nkuvaus: Aivan uusi teksti.\n"
)
OTHER: Final = f"otsikko: Talkoot\nalkaa: 6.3.2027 klo 10\npäättyy: klo 14\n{BASE}"
#: The day on which every feed is built, after all commits.
TODAY: Final = date(2027, 1, 29)

#: Does to a project what its name says; yields where somebody may build the site meanwhile.
Way: TypeAlias = Callable[[Life], Iterator[None]]


def _remove(life: Life, *names: str) -> None:
    life.repository.git("rm", "--quiet", *(f"events/{name}.yml" for name in names))


def _rename(life: Life, old: str, new: str, text: str) -> None:
    _remove(life, old)
    life.commit(**{new: text})


def into_another_folder(life: Life) -> Iterator[None]:
    """Moved in one commit."""
    _rename(life, "kirppis", "2027/02/kirppis", MARKET)
    yield


def copied_then_deleted(life: Life) -> Iterator[None]:
    """Uploaded into another folder, the old one deleted later: between the two the check stops the build."""
    life.commit(**{"2027/kirppis": MARKET})
    _remove(life, "kirppis")
    life.commit()
    yield


def deleted_then_added(life: Life) -> Iterator[None]:
    """The other way round."""
    _remove(life, "kirppis")
    life.commit()
    yield
    life.commit(**{"2027/kirppis": MARKET})
    yield


def renamed(life: Life) -> Iterator[None]:
    """Another name, with the line that the check asks for."""
    _rename(life, "kirppis", "suurkirppis", f"{MARKET}entinen tunnus: kirppis\n")
    yield


def renamed_and_rewritten(life: Life) -> Iterator[None]:
    """Another name and quite another text in one commit."""
    _rename(life, "kirppis", "2027/suurkirppis", f"{GREAT}entinen tunnus: kirppis\n")
    yield


def renamed_twice(life: Life) -> Iterator[None]:
    """Twice, the second time in other words for the field."""
    _rename(life, "kirppis", "kevatkirppis", f"{MARKET}entinen tunnus: kirppis\n")
    yield
    _rename(life, "kevatkirppis", "suurkirppis", f"{GREAT}former ids: [kirppis, kevatkirppis]\n")
    yield


def squashed(life: Life) -> Iterator[None]:
    """Renamed in one commit of a proposal and rewritten in the next; merged as one commit."""
    git = life.repository.git
    git("checkout", "--quiet", "-b", "ehdotus")
    _rename(life, "kirppis", "suurkirppis", MARKET)
    life.commit(suurkirppis=f"{GREAT}entinen tunnus: kirppis\n")
    git("checkout", "--quiet", "main")
    git("merge", "--quiet", "--squash", "ehdotus")
    life.commit()
    yield


def merged(life: Life) -> Iterator[None]:
    """Moved on a branch, merged with a commit of its own after others."""
    git = life.repository.git
    git("checkout", "--quiet", "-b", "ehdotus")
    _rename(life, "kirppis", "2027/kirppis", MARKET)
    git("checkout", "--quiet", "main")
    life.commit()
    life.today += 1
    git("merge", "--quiet", "--no-ff", "--message", "Merge", "ehdotus", on=life.today)
    yield


def deleted_and_regretted(life: Life) -> Iterator[None]:
    """Gone, and back after some days with another text and in another folder."""
    _remove(life, "kirppis")
    life.commit()
    yield
    life.commit()
    life.commit(**{"2027/kirppis": MARKET.replace("klo 20", "klo 21")})
    yield


def changed_and_changed_back(life: Life) -> Iterator[None]:
    """Moved in time and back, reverted as git does."""
    life.commit(kirppis=MARKET.replace("6.2.", "8.2."))
    yield
    life.today += 1
    life.repository.git("revert", "--no-edit", "HEAD", on=life.today)
    yield


def cut(life: Life) -> Iterator[None]:
    """A clone with the last commit only, as hosts make it."""
    life.commit(kirppis=MARKET.replace("klo 20", "klo 21"))
    yield
    life.commit()
    life.repository.git("clone", "--quiet", "--depth=1", life.repository.folder.as_uri(), "../cut")
    _replace(life, life.repository.folder.parent / "cut")
    yield


def pressed_into_one(life: Life) -> Iterator[None]:
    """The whole history becomes one commit."""
    life.repository.git("checkout", "--quiet", "--orphan", "uusi")
    life.commit()
    yield


def lost(life: Life) -> Iterator[None]:
    """An archive without a history."""
    _drop(life.repository.folder / ".git")
    yield


def in_a_submodule(life: Life) -> Iterator[None]:
    """The events become a repository of their own, with their history, and the project names it."""
    git = life.repository.git
    own = life.repository.folder.parent / "own"
    git("clone", "--quiet", life.repository.folder.as_uri(), str(own))
    shutil.move(own / "events", own / "kept")
    for path in own.iterdir():
        if path.name not in (".git", "kept"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in (own / "kept").iterdir():
        path.rename(own / path.name)
    (own / "kept").rmdir()
    life.today += 1
    git("-C", str(own), "add", "--all", on=life.today)
    git("-C", str(own), "commit", "--quiet", "--message", "Split", on=life.today)
    git("rm", "--quiet", "-r", "events")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(own), "events")
    life.commit()
    yield


#: Each way, and whether the history is whole after it.
WAYS: Final[dict[Way, bool]] = {
    into_another_folder: True,
    copied_then_deleted: True,
    deleted_then_added: True,
    renamed: True,
    renamed_and_rewritten: True,
    renamed_twice: True,
    squashed: True,
    merged: True,
    deleted_and_regretted: True,
    changed_and_changed_back: True,
    in_a_submodule: False,
    cut: False,
    pressed_into_one: False,
    lost: False,
}


@dataclass(frozen=True, slots=True)
class Lived:
    """What calendars saw of the event before, after each step and at the end, and of another that nobody touched."""

    seen: tuple[Entry, ...]
    untouched: tuple[Entry, ...]

    @property
    def one_uid(self) -> bool:
        """True where every app knows the event again."""
        return len({entry.uid for entry in self.seen}) == len({entry.uid for entry in self.untouched}) == 1

    @property
    def rises(self) -> bool:
        """True where neither SEQUENCE nor LAST-MODIFIED of either ever falls."""
        return all(
            (one.sequence, one.modified) <= (other.sequence, other.modified) and one.sequence <= other.sequence
            for entries in (self.seen, self.untouched)
            for one, other in pairwise(entries)
        )

    @property
    def same_bytes(self) -> bool:
        """True where the event that nobody touched is the same to the last byte."""
        return len({entry.octets for entry in self.untouched}) == 1


def lived(way: Way) -> Lived:
    """Return what calendars see of an event as a project goes one way. Takes about two seconds."""
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder))
        life.commit(kirppis=MARKET.replace("6.2.", "5.2."), talkoot=OTHER)
        life.commit(kirppis=MARKET)
        states = [life.entries(TODAY), *(life.entries(TODAY) for _ in way(life))]
    own = [entry for state in states for name, entry in state.items() if "kirppis" in name]
    return Lived(tuple(own), tuple(state["talkoot"] for state in states))


def table() -> Iterator[str]:
    """Yield the lines of a table: each way, and what calendars make of it."""
    yield f"{'':26}{'UID':8}{'SEQUENCE':>10} {'LAST-MODIFIED':>22}   {'history':8}{'others'}"
    for way, whole in WAYS.items():
        found = lived(way)
        first, last = found.seen[0], found.seen[-1]
        rises = "up" if found.rises else "FALLS"
        yield (
            f"{way.__name__.replace('_', ' '):26}{'one' if found.one_uid else 'OTHER':8}"
            f"{last.sequence - first.sequence:>+10} {last.modified:%Y-%m-%d %H:%M} {rises:>5}"
            f"   {'whole' if whole else 'other':8}{'same bytes' if found.same_bytes else 'newer'}"
        )


def _replace(life: Life, folder: Path) -> None:
    _drop(life.repository.folder)
    folder.rename(life.repository.folder)


def _drop(folder: Path) -> None:
    """Remove a folder; git's own files are read-only, which Windows minds."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
    shutil.rmtree(folder)
