"""Names of files and folders: what not every computer can hold, and what must not stand in them.

The names of records are bounded further (see ``files``); these rules are those of pages and pictures too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from seurantalo.model.problem import Problem
from seurantalo.reading.personal.data import personal_data, shown

#: Names of devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"); superscript digits count too.
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:[.:]|\Z)", re.IGNORECASE
)
#: Those that hold letters and digits alone.
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]\Z')
#: Names of nearly all files: nothing in them is forbidden.
_USUAL: Final = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z]+")
#: Digits enough for a number or a code.
_DIGITS: Final = re.compile(r"\d(?:\D{0,3}\d){5}")
#: Words for the sign of an address, and what stands around them.
_WORDS_FOR_SIGN: Final = frozenset({"a", "at", "ät", "miuku", "miukumauku"})
_AROUND: Final = re.compile(r"[-_.()\[\] ]")
#: Windows can hold 260 signs in all, and the folder that the site lies in has some too.
MAXIMUM_PATH: Final = 200


#: What editors and systems leave beside files.
_BACKUP: Final = re.compile(
    r"(?:~|\.(?:bak|orig|rej|swp|tmp|old|part|crdownload))\Z|\A(?:#.*#|~\$.*)\Z", re.IGNORECASE
)


def is_backup(name: str) -> bool:
    """Tell whether a program left a file beside one that it changed.

    >>> is_backup("kesajuhla.yml~"), is_backup("kesajuhla.yml")
    (True, False)
    """
    return not is_of_record(name) and _BACKUP.search(name) is not None


def is_of_record(name: str) -> bool:
    """Tell whether a name ends as a record's and begins as no lock's: then no program has left the file behind.

    >>> is_of_record("kesajuhla.yml"), is_of_record("kesajuhla.yml~"), is_of_record("~$kesajuhla.md")
    (True, False, False)
    """
    return name.endswith((".yml", ".yaml", ".md")) and not name.startswith("~$")


def is_reserved(name: str) -> bool:
    """Tell whether a name is that of a device on some computers.

    >>> is_reserved("nul.yml"), is_reserved("nulla.yml")
    (True, False)
    """
    return _RESERVED.match(name) is not None


def identifier_like(words: str) -> str:
    """Return the id nearest to some words: ``Kevät juhla`` -> ``kevat-juhla``; ``""`` where nothing is left."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")


def name_problems(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the names in some paths; of a folder it is told once.

    >>> [(one.code, one.path) for one in name_problems(["events/nul.yml", "content/ilta.md"])]
    [('reserved-name', 'events/nul.yml')]
    """
    seen: set[str] = set()
    for path in paths:
        if len(path) > MAXIMUM_PATH:
            yield Problem("path-too-long", path, values=(("length", str(len(path))), ("limit", str(MAXIMUM_PATH))))
        folder, _, name = path.rpartition("/")
        if not _is_good(name):
            yield from _of_name(name, path)
        while folder and folder not in seen:
            seen.add(folder)
            above, _, name = folder.rpartition("/")
            yield from _of_name(name, f"{folder}/")
            folder = above


def names_alike(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield the paths that differ from an earlier one in capitals alone, or in how letters are composed."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            yield Problem("names-alike", path, values=(("found", _last(path)), ("other", _last(other))))


def _is_good(name: str) -> bool:
    if _USUAL.fullmatch(name) is None:
        return not (is_reserved(name) or _is_suspect(name) or _FORBIDDEN.search(name))
    # The same, where there are no other signs than these.
    stem = name[: name.index(".")]
    return stem not in _DEVICES and _WORDS_FOR_SIGN.isdisjoint(stem.split("-")) and _DIGITS.search(name) is None


def _is_suspect(name: str) -> bool:
    """Tell whether a name may hold a number, a code or an address of somebody."""
    if "@" in name or "%40" in name or _DIGITS.search(name):
        return True
    return not _WORDS_FOR_SIGN.isdisjoint(_AROUND.split(name.lower())[:-1])


def _of_name(name: str, path: str) -> Iterator[Problem]:
    if _is_good(name):
        return
    stem, point, ending = name.partition(".")
    if is_reserved(name):
        yield Problem("reserved-name", path, values=(("found", name), ("right", f"{stem.strip()}-1{point}{ending}")))
    elif _FORBIDDEN.search(name):
        right = re.sub(r"[-. ]*(-|\.\w{1,5}\Z)", r"\1", _FORBIDDEN.sub("-", name)).strip("-. ") or "nimi"
        yield Problem("name-not-everywhere", path, values=(("found", name[:60]), ("right", right[:60])))
    if _is_suspect(name):
        for code, piece, _ in personal_data(name.rpartition(".")[0] or name):
            yield Problem("personal-name", path, values=(("found", shown(code, piece)),))


def _last(path: str) -> str:
    return path[path.rfind("/") + 1 :]
