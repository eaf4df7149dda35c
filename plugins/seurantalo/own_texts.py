"""A site's own templates of announcements: text files in ``templates/channels/`` beside ``mkdocs.yml``.

``palsta.txt`` takes the place of the program's template of that name in the site's own language, ``palsta.sv.txt`` in
Swedish; a name of its own is a template that a channel may name. They are text with blanks: nothing of them is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from seurantalo.announcing.texts import manners
from seurantalo.announcing.texts.template import LONGEST, Fault, FaultKind
from seurantalo.announcing.texts.template_reader import read_template
from seurantalo.frozen import dataclass
from seurantalo.language import LANGUAGES
from seurantalo.model.problem import Problem, Severity
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.files.listing import decode

__all__ = ["FOLDER", "NO_TEXTS", "OwnTexts", "own_texts"]

FOLDER: Final = "templates/channels"
_SUFFIX: Final = ".txt"
_NAME: Final = re.compile(r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<code>[a-z]{2,3}))?\.txt")
#: Far more than there are channels.
_MOST: Final = 100
_CODES: Final = ("fi", "sv", "en")
_PROBLEMS: Final[Mapping[FaultKind, str]] = {
    FaultKind.MISSING: "text-template-missing",
    FaultKind.NESTED: "text-template-nested",
    FaultKind.NO_EVENT: "text-template-no-event",
    FaultKind.NUMBERED: "text-template-numbered",
    FaultKind.SECTION_TWICE: "text-template-section-twice",
    FaultKind.STRAY: "text-template-stray",
    FaultKind.TOO_LONG: "text-template-too-long",
    FaultKind.UNCLOSED: "text-template-unclosed",
    FaultKind.UNKNOWN_BLANK: "text-template-unknown-blank",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTexts:
    """The templates of a site by name (``palsta.sv``), as they are written, and what is wrong with others.

    ``names`` are all that a channel may have as its template: those of the program too, and of files with faults.

    >>> NO_TEXTS.templates
    mappingproxy({})
    """

    templates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


NO_TEXTS: Final = OwnTexts()


def own_texts(root: Path, language: str) -> OwnTexts:
    """Read the templates of the site in a folder; ``language`` is the site's, in which blanks are named.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     own_texts(Path(folder), "fi").templates
    mappingproxy({})
    """
    folder = root / FOLDER
    found: dict[str, str] = {}
    names = set(manners())
    problems: list[Problem] = []
    paths = sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    for path in [one for one in paths if one.suffix == _SUFFIX][:_MOST]:
        shown = f"{FOLDER}/{path.name}"
        named = _NAME.fullmatch(path.name)
        if named is None or (named["code"] or language) not in LANGUAGES:
            problems.append(Problem("text-template-name", shown, values=(("found", path.name),)))
            continue
        names.add(named["name"])
        text = _text(path, shown)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        faults = read_template(text)[1]
        problems += [_problem(one, shown, language) for one in faults]
        if not faults:
            found[path.name.removesuffix(_SUFFIX)] = text
    return OwnTexts(templates=MappingProxyType(found), names=tuple(sorted(names)), problems=tuple(problems))


def _text(path: Path, shown: str) -> str | Problem:
    """Return what a file says; a link to elsewhere is none of the site's."""
    try:
        if path.is_symlink() or not path.is_file():
            return Problem("file-unreadable", shown, values=(("found", path.name),))
        with path.open("rb") as stream:
            content = stream.read(4 * LONGEST + 1)
    except OSError as error:
        return Problem("file-unreadable", shown, values=(("found", error.strerror or "?"),))
    if len(content) > 4 * LONGEST:
        return Problem("text-template-too-long", shown, 1, 1, values=(("limit", str(LONGEST)),))
    return decode(content, shown)


def _problem(fault: Fault, path: str, language: str) -> Problem:
    """Return a fault as a problem whose blanks have their names in the site's language."""
    at = _CODES.index(language) if language in _CODES else -1
    names = [f"{{{one[at]}}}" for one in fault.names]
    values = {"found": fault.found[:60], "known": ", ".join(names), "limit": str(LONGEST)}
    code = _PROBLEMS[fault.kind]
    if fault.kind is FaultKind.UNKNOWN_BLANK:
        near = nearest(fault.found, sorted({word for one in fault.names for word in one}))
        if near:
            code, values["near"] = f"{code}-near", f"{{{near}}}"
    if fault.kind is FaultKind.NUMBERED:
        values["found"] = names[0]
    used = tuple(_values(code, values))
    return Problem(code, path, fault.line, fault.column, "", used, Severity.ERROR)


def _values(code: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    wanted: Mapping[str, tuple[str, ...]] = {
        "text-template-missing": ("known",),
        "text-template-too-long": ("limit",),
        "text-template-unknown-blank": ("found", "known"),
        "text-template-unknown-blank-near": ("found", "near"),
    }
    for name in wanted.get(code, ("found",)):
        yield name, values[name]
