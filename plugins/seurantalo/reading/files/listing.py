"""Which files are records, and their text. Nothing outside the project is ever opened."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind
from seurantalo.patterns import late
from seurantalo.reading.files.misplaced import beginning, kind_told, misplaced_records
from seurantalo.reading.files.names import identifier_like, is_backup, name_problems, names_alike
from seurantalo.reading.files.picture_file import PICTURE_TYPES, picture_problems
from seurantalo.reading.files.walk import relative, walk
from seurantalo.reading.yaml.everyday import is_printable

#: Folder under ``docs_dir`` -> the kind of the records in it.
RECORD_FOLDERS: Final[Mapping[str, Kind]] = {
    **{one.folder: kind for kind, one in KINDS.items() if one.folder},
    # Its files say by their names which kind they hold.
    "vocabulary": Kind.THEME,
}
#: Vocabulary files hold many records each: file name -> kind.
VOCABULARIES: Final[Mapping[str, Kind]] = dict(
    sorted((one.vocabulary, kind) for kind, one in KINDS.items() if one.vocabulary)
)
#: The largest record file in bytes.
MAXIMUM_BYTES: Final = 200_000
#: Most files are smaller.
_USUAL_BYTES: Final = 16_000
#: How the names of records end.
RECORD_TYPES: Final = (".md", ".yml", ".yaml")
#: What people make of them.
NEARLY: Final = (
    "",
    ".txt",
    ".yml.txt",
    ".yaml.txt",
    ".md.txt",
    ".ymal",
    ".yamll",
    ".ylm",
    ".yml.yml",
    ".text",
    ".json",
)
#: How the names of pages end, as MkDocs has them.
PAGE_TYPES: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_IDENTIFIER: Final = late(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*\Z")
#: The longest id, in characters; that of a ledger holds a channel's, an event's and a day.
_LONGEST: Final = 120
_LONGEST_ISSUE: Final = 280
#: How files of programs begin that people save a text with.
_PROGRAMS: Final = (
    (b"PK\x03\x04", "Word, Excel, ODT"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
)
_BLANK: Final = r"[ \xa0\u2000-\u200a\u202f\u205f\u3000]"
#: What word processors and old systems break lines with: editors show no line there, and YAML would count one.
_SOFT_BREAKS: Final = late("[\x85\u2028\u2029]")
#: Blanks of word processors and web pages, where YAML wants plain ones: before a key, in it, and after its colon.
_HARD_SPACES: Final = late(rf"^{_BLANK}*(?:-{_BLANK}+)?(?:[^\W\d_](?:[\w-]|{_BLANK})*:{_BLANK}+)?", re.MULTILINE)
_WIDE_BLANKS: Final = late(r"[\xa0\u2000-\u200a\u202f\u205f\u3000]")
#: Signs without a shape that come along when a text is copied: soft hyphens, marks of word and of writing direction,
#: byte order marks. Joiners are left between the letters and pictures that need them.
_INVISIBLE: Final = late("[\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]")
_LONE_JOINERS: Final = late(
    "(?<![^\u0000-\u024f\u200c\u200d])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u024f\u200c\u200d])"
)
#: Windows would otherwise change line breaks.
_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0)
#: By a name of its own: looking a member up in its class costs more than the rest of the line.
_EVENT: Final = Kind.EVENT
_IGNORED: Final = frozenset({"readme.md"})


class SourceFile(NamedTuple):
    """A record file: its kind and id, its path relative to the project (with ``/``), and where it lies."""

    kind: Kind
    id: str
    path: str
    location: str
    vocabulary: bool = False
    told: bool = False
    """Its name is wrong, and told of: it is read so that all else is told of too."""


class OrdinaryPage(NamedTuple):
    """A Markdown page that is no record: its path relative to the project (with ``/``), and where it lies."""

    path: str
    location: str


@dataclass(slots=True)
class Listing:
    """What a project holds: record files in path order, pages, where each picture of ``docs_dir`` lies, problems.

    ``loose`` are the paths of all other files of ``docs_dir``, and of its pages, relative to the project.
    """

    files: list[SourceFile] = field(default_factory=list)
    pages: list[OrdinaryPage] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def list_files(
    root: Path,
    docs: Path,
    events: Path,
    leave_out: str = "",
    in_events: Iterable[tuple[str, str]] | None = None,
) -> Listing:
    """Return what a project holds whose folders are ``docs`` and ``events`` under ``root``.

    ``leave_out`` is the beginning of paths that are passed over. ``in_events`` are the files of the folder of events
    as ``walk`` gives them, where it is not to be looked through: they may lie elsewhere.
    """
    listing = Listing()
    base = os.path.realpath(root)
    for folder, kind in sorted(RECORD_FOLDERS.items()):
        above = f"{relative(base, os.fspath(docs / folder))}/"
        for path, location in walk(listing.problems, base, os.fspath(docs / folder), of_records=True):
            _add(listing, kind, path, location, path.removeprefix(above))
    if in_events is None:
        in_events = walk(listing.problems, base, os.fspath(events), of_records=True)
    for path, location in in_events:
        if leave_out and path.startswith(leave_out):
            continue
        name = path[path.rfind("/") + 1 :]
        if name.endswith(".yml") and len(name) < _LONGEST and _IDENTIFIER.match(name[:-4]):
            # Nearly all files are such events.
            listing.files.append(SourceFile(_EVENT, name[:-4], path, location))
        else:
            _add(listing, _EVENT, path, location, name)
    above, own = (f"{relative(base, os.fspath(folder))}/" for folder in (docs, events))
    records = (own, *(f"{above}{folder}/" for folder in RECORD_FOLDERS))
    for path, location in walk(listing.problems, base, os.fspath(docs), of_records=False):
        is_of_record = path.startswith(records)
        if location.lower().endswith(PICTURE_TYPES):
            listing.pictures[path.removeprefix(above)] = location
        elif location.endswith(PAGE_TYPES) and not is_of_record:
            listing.pages.append(OrdinaryPage(path, location))
        if not is_of_record:
            listing.loose.append(path)
    _refuse_doubles(listing)
    listing.problems.extend(misplaced_records(base, docs, events, listing.loose))
    others = {**dict.fromkeys(listing.loose, ""), **{f"{above}{name}": at for name, at in listing.pictures.items()}}
    listing.problems.extend(name_problems([*(source.path for source in listing.files if not source.told), *others]))
    listing.problems.extend(names_alike(others))
    listing.problems.extend(picture_problems(sorted(others.items())))
    return listing


def kind_commented(path: str) -> Kind:
    """Return the kind of record that a comment is on, by the path of its file relative to the project."""
    return Kind.PRACTICE if f"/{KINDS[Kind.PRACTICE].folder}/" in f"/{path}" else Kind.QUESTION


def read_text(source: SourceFile) -> str | Problem:
    """Return a file's text with plain line breaks and no byte order mark, or the problem with it."""
    content = read_content(source)
    return content if isinstance(content, Problem) else decode(content, source.path)


def read_content(source: SourceFile, seen: Callable[[os.stat_result], None] | None = None) -> bytes | Problem:
    """Return a file's bytes, or the problem with it; ``seen`` is told what the file was like before."""
    try:
        content = bytes_of(source.location, MAXIMUM_BYTES + 1, seen)
    except OSError as error:
        return Problem("file-unreadable", source.path, values=(("found", error.strerror or "?"),))
    if len(content) > MAXIMUM_BYTES:
        return Problem("file-too-large", source.path, values=(("limit", str(MAXIMUM_BYTES // 1000)),))
    return content


def bytes_of(location: str, most: int = -1, seen: Callable[[os.stat_result], None] | None = None) -> bytes:
    """Return the bytes of a file, at most so many of them; raise OSError where it can't be read.

    ``seen`` is told what the file was like before.
    """
    # The plain system calls, and little room at first: a stream object, or room for the largest file, would cost as
    # much again for files as small as ours.
    descriptor = os.open(location, _READ)
    try:
        if seen is not None:
            seen(os.fstat(descriptor))
        content = os.read(descriptor, _USUAL_BYTES)
        if len(content) == _USUAL_BYTES:
            with open(descriptor, "rb", closefd=False) as stream:
                content += stream.read(max(most - _USUAL_BYTES, -1))
        return content
    finally:
        os.close(descriptor)


def decode(content: bytes, path: str) -> str | Problem:
    """Return the text of UTF-8 bytes, with or without byte order mark and with any line breaks."""
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
    for begin, program in _PROGRAMS:
        if content.startswith(begin):
            return Problem("file-of-program", path, values=(("found", program),))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return Problem("not-utf8", path, line, column)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = _as_typed(text)
    return text


def is_composed(text: str) -> bool:
    r"""Tell whether each letter of a text is one sign together with its marks.

    >>> is_composed("Päivä"), is_composed("Pa\u0308iva\u0308")
    (True, False)
    """
    try:
        # There is no other way to write these, and a copy costs a tenth of a look at each sign.
        text.encode("latin-1")
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", text)
    return True


def _as_typed(text: str) -> str:
    """Return a text in composed letters, without signs that nobody sees, with plain blanks where YAML wants them."""
    # To Python all that is looked for here is not printable, and one look at every sign is as quick as a copy.
    unusual = not is_printable(text)
    if unusual:
        text = _INVISIBLE.sub("", _SOFT_BREAKS.sub(" ", text))
        # Two looks for a letter cost a tenth of one look at what stands beside it.
        if "\u200d" in text or "\u200c" in text:
            text = _LONE_JOINERS.sub("", text)
    if not is_composed(text):
        text = unicodedata.normalize("NFC", text)
    if unusual and _WIDE_BLANKS.search(text):
        text = _HARD_SPACES.sub(lambda found: _WIDE_BLANKS.sub(" ", found.group()), text)
    return text


def _add(listing: Listing, kind: Kind, path: str, location: str, inside: str) -> None:
    """Add a file of a record folder to the listing; ``inside`` is its path in that folder."""
    name = path[path.rfind("/") + 1 :]
    if name.lower() in _IGNORED or is_backup(name):
        return
    stem, extension = os.path.splitext(name)
    if extension.lower() not in RECORD_TYPES:
        if extension.lower() not in PICTURE_TYPES:
            _add_misnamed(listing, kind, path, location)
        return
    parts = inside.split("/")
    if inside.startswith("vocabulary/") or (kind is Kind.THEME and len(parts) == 1):
        _add_vocabulary(listing, path, location, stem)
        return
    if kind is Kind.PRACTICE and len(parts) == 3 and parts[1] == "comments":
        kind, stem = Kind.COMMENT, f"{parts[0]}/{stem}"
    elif kind is Kind.ANNOUNCEMENT:
        if len(parts) != 2:
            listing.problems.append(Problem("announcement-without-channel", path))
            return
        stem = f"{parts[0]}/{stem}"
    elif kind is Kind.QUESTION:
        if len(parts) == 2 and stem == "index":
            stem = parts[0]
        elif len(parts) == 3 and parts[1] == "comments":
            kind, stem = Kind.COMMENT, f"{parts[0]}/{stem}"
        else:
            listing.problems.append(Problem("not-in-handbook", path))
            return
    if not _IDENTIFIER.match(stem) or len(stem) > (_LONGEST_ISSUE if kind is Kind.ANNOUNCEMENT else _LONGEST):
        right = "/".join(identifier_like(part) or "nimi" for part in stem.split("/"))
        listing.problems.append(Problem("bad-file-name", path, values=(("found", stem), ("right", right))))
        listing.files.append(SourceFile(kind, right, path, location, told=True))
        return
    listing.files.append(SourceFile(kind, stem, path, location))


def _add_misnamed(listing: Listing, kind: Kind, path: str, location: str) -> None:
    """Tell of a file whose name does not end as a record's; one that is a record all the same is read too."""
    name = path[path.rfind("/") + 1 :]
    stem, point, ending = name.partition(".")
    extension = f"{point}{ending}".lower()
    if extension in NEARLY and kind_told(beginning(location)) is kind:
        right = identifier_like(stem) or "nimi"
        values = (("found", name), ("right", f"{right}.yml"))
        listing.problems.append(Problem("name-unread", path, values=values))
        listing.files.append(SourceFile(kind, right, path, location, told=True))
    else:
        code, found = ("unknown-file-type", f".{ending.split('.')[-1]}") if point else ("no-file-type", stem)
        listing.problems.append(Problem(code, path, values=(("found", found),)))


def _add_vocabulary(listing: Listing, path: str, location: str, stem: str) -> None:
    kind = VOCABULARIES.get(stem)
    if kind is None:
        known = ", ".join(f"{name}.yml" for name in VOCABULARIES)
        listing.problems.append(Problem("unknown-vocabulary", path, values=(("found", stem), ("known", known))))
    else:
        listing.files.append(SourceFile(kind, stem, path, location, vocabulary=True))


def _refuse_doubles(listing: Listing) -> None:
    """Put the files into the order of their paths; of those with one id keep the first."""
    first: dict[tuple[Kind, str], SourceFile] = {}
    kept: list[SourceFile] = []
    files = sorted(listing.files, key=attrgetter("path"))
    for source in sorted(files, key=attrgetter("told")):
        other = first.setdefault((source.kind, source.id), source)
        if other.path == source.path:
            kept.append(source)
        elif source.told:
            continue
        else:
            values = (("found", source.id), ("other", other.path))
            listing.problems.append(Problem("id-twice", source.path, values=values))
    listing.files = sorted(kept, key=attrgetter("path"))
