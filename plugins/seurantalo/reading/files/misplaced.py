"""Records that lie where nobody reads them: they must not be lost without a word.

Looked for cheaply, by names: beside the project's own files, in folders that are called nearly as the right one, and
loose among the pages. Only what is named like a record is opened, and only its beginning.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind
from seurantalo.reading.files.names import identifier_like
from seurantalo.reading.files.walk import relative
from seurantalo.reading.yaml.lines import key_of
from seurantalo.reading.yaml.words import kind_of_words, plain_word, top_words

_RECORD_TYPES: Final = (".yml", ".yaml", ".md", ".txt", ".ymal", ".yaml.txt")
#: What lies beside every project, whatever stands in it.
_OTHERS: Final = re.compile(
    r"(?:readme|changelog|contributing|licen[cs]e|code[-_]of|security|authors|mkdocs|properdocs|requirements|todo|notes"
    r"|docker|compose|codecov|renovate|package|netlify|vercel|action|citation)",
    re.IGNORECASE,
)
#: Folders that people make for each kind of record, beside its own name.
_FOLDERS: Final[Mapping[str, Kind]] = {
    **{one.folder: kind for kind, one in KINDS.items() if one.folder},
    **dict.fromkeys(("events", "event", "tapahtumat", "tapahtuma", "evenemang", "kalenteri"), Kind.EVENT),
    **dict.fromkeys(("organisation", "yhdistykset", "jarjestot", "seurat", "foreningar"), Kind.ORGANISATION),
    **dict.fromkeys(("venue", "paikat", "paikka", "platser"), Kind.VENUE),
    **dict.fromkeys(("practice", "kaytannot", "praxis"), Kind.PRACTICE),
}
#: Fields of ordinary pages too, in the theme and in plugins that many sites use.
_OF_PAGES: Final = frozenset(
    {
        *(
            "title",
            "description",
            "tags",
            "date",
            "status",
            "links",
            "comments",
            "image",
            "search",
            "hide",
            "template",
        ),
        *("name", "contact", "sources", "themes", "type", "format", "series", "channels", "audience", "url", "email"),
    }
)
#: So many other fields make a record.
_ENOUGH: Final = 2
_YEAR: Final = re.compile(r"20\d\d\Z")
_DAY: Final = re.compile(r"\d{1,2}\.\s?(?P<month>\d{1,2})\.\s?(?P<year>20\d\d)|(?P<iso>20\d\d)-(?P<iso_month>\d\d)")
#: How much of a file, and how many files and folders, are looked at.
_BEGINNING: Final = 4_000
_MOST: Final = 300
_DEEPEST: Final = 4


def misplaced_records(base: str, docs: Path, events: Path, loose: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each record outside of the folders that are read.

    ``base`` is the project's own folder, ``loose`` are the files among its pages, relative to it.
    """
    above, own = relative(base, os.fspath(docs)), relative(base, os.fspath(events))
    budget = [_MOST]
    for entry in _entries(base):
        if entry.is_file(follow_symlinks=False):
            if not _OTHERS.match(entry.name):
                yield from _told(base, entry.name, own, above, budget)
        elif (
            entry.is_dir(follow_symlinks=False)
            and _is_for_records(entry.name)
            and not _is_one_of(entry, docs, events)
        ):
            yield from _inside(base, entry.path, own, above, budget, 0)
    for path in loose:
        folders = path.removeprefix(f"{above}/").split("/")[:-1]
        if path.endswith((".yml", ".yaml")) or (
            path.endswith(".md") and (any(map(_is_for_records, folders)) or _is_no_page(beginning(f"{base}/{path}")))
        ):
            yield from _told(base, path, own, above, budget)


def kind_told(text: str) -> Kind | None:
    r"""Return the kind of record that a text is, by the words that its lines begin with; None for no record.

    >>> kind_told("otsikko: Kesäjuhla\nalkaa: 1.5.2027").value
    'event'
    """
    words = {}
    for line in text.split("\n"):
        key = key_of(line, top_words())
        if key is not None and key.known:
            words[plain_word(key.name)] = key.value
    return kind_of_words(words)


def right_path(kind: Kind, text: str, name: str, events: str, docs: str) -> str:
    """Return where a record of a kind belongs; an event by the month in which it begins."""
    stem = name.split(".", maxsplit=1)[0]
    ending = ".md" if name.lower().endswith(".md") else ".yml"
    name = f"{identifier_like(stem) or 'nimi'}{ending}"
    if kind is not Kind.EVENT:
        return f"{docs}/{KINDS[kind].folder}/{name}"
    day = _DAY.search(text)
    if day is None:
        return f"{events}/{name}"
    return f"{events}/{day['year'] or day['iso']}/{int(day['month'] or day['iso_month']):02}/{name}"


def has_day(text: str) -> bool:
    """Tell whether a text holds a day with its year."""
    return _DAY.search(text) is not None


def beginning(location: str) -> str:
    """Return how a file begins; ``""`` for one that is no text."""
    try:
        with Path(location).open("rb") as stream:
            return stream.read(_BEGINNING).decode("utf-8", "ignore").replace("\r\n", "\n")
    except OSError:
        return ""


def _told(base: str, path: str, events: str, docs: str, budget: list[int]) -> Iterator[Problem]:
    name = path[path.rfind("/") + 1 :]
    if budget[0] <= 0 or ("." in name and not name.lower().endswith(_RECORD_TYPES)):
        return
    budget[0] -= 1
    text = beginning(f"{base}/{path}")
    kind = kind_told(text)
    if kind is not None:
        right = right_path(kind, text, name, events, docs)
        yield Problem("record-elsewhere", path, values=(("kind", kind.value), ("right", right)))


def _is_no_page(text: str) -> bool:
    """Tell whether a text that begins with fields has some that no page of a site generator has."""
    if not text.startswith("---\n"):
        return False
    keys = [key_of(line, top_words()) for line in text.removeprefix("---\n").partition("\n---")[0].split("\n")]
    return len({plain_word(key.name) for key in keys if key is not None and key.known} - _OF_PAGES) >= _ENOUGH


def _inside(base: str, folder: str, events: str, docs: str, budget: list[int], depth: int) -> Iterator[Problem]:
    for entry in _entries(folder):
        if entry.is_file(follow_symlinks=False):
            yield from _told(base, relative(base, entry.path), events, docs, budget)
        elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
            yield from _inside(base, entry.path, events, docs, budget, depth + 1)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith((".", "_"))]
    except OSError:
        return []
    return sorted(found, key=lambda entry: entry.name)


def _is_for_records(name: str) -> bool:
    """Tell whether a folder is called as one for records may be."""
    word = plain_word(name)
    return bool(_YEAR.match(word)) or word in _FOLDERS or any(fuzz.ratio(word, each) >= 85 for each in _FOLDERS)


def _is_one_of(entry: os.DirEntry[str], *folders: Path) -> bool:
    """Tell whether a folder is one of those that are read, whatever the case of its letters."""
    return any(folder.exists() and Path(entry.path).samefile(folder) for folder in folders)
