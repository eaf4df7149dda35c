"""The front matter of ordinary pages: MkDocs passes over what it cannot read, and shows it on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from yaml import MappingNode, YAMLError
from yaml.cyaml import CSafeLoader
from yaml.nodes import Node, ScalarNode

from seurantalo.model.problem import Mend, Problem, Severity
from seurantalo.patterns import late
from seurantalo.reading.files.misplaced import kind_told
from seurantalo.reading.yaml.front_matter import FrontMatter
from seurantalo.reading.yaml.nodes import Flaw, Mapping, Scalar
from seurantalo.reading.yaml.strict import strict_tree

#: As MkDocs' own reader has it (``mkdocs.utils.meta``).
_READ: Final = late(r"---[ \t]*\n(.*?\n)(?:\.{3}|---)[ \t]*\n", re.DOTALL)
#: What is meant for fields all the same: no second line of hyphens, an empty line above the first, four hyphens.
_MEANT: Final = late(r"\s*-{3,}[ \t]*\n((?:[^\W\d][\w-]*:(?:[ \t].*)?\n|[ \t]+\S.*\n|- .*\n)+)")
#: The first line of a page without front matter, which is a field to MkDocs (MultiMarkdown's way).
_FIELD_LINE: Final = late(r" {0,3}([A-Za-z0-9_-]+):")
#: MkDocs' own reader takes these.
_HARMLESS: Final = frozenset({"yaml-alias", "yaml-tag"})
#: Templates that make a part of a page, or a page that is none of ours.
_NO_PAGES: Final = late(r"(?:partials|fragments|\.icons)/|(?:404|redirect)\.html\Z|.*\.xml\Z")


class _Use(NamedTuple):
    """What MkDocs and the theme make of a field: its type, by the code that tells of another."""

    code: str
    fits: Callable[[object], bool]


def _is_text(value: object) -> bool:
    return not isinstance(value, (dict, list, set, tuple))


_TEXT: Final = _Use("expected-text", _is_text)
_USES: Final = {
    **dict.fromkeys(("title", "template", "description", "author", "icon", "status", "subtitle"), _TEXT),
    # Material looks for words in the one and for fields in the other (its base.html and its search).
    "hide": _Use("page-field-no-list", lambda value: value is None or isinstance(value, str | list)),
    "search": _Use("expected-fields", lambda value: not value or isinstance(value, dict)),
}
#: Fields whose texts readers see, so that nothing may be made of them but text.
_SEEN: Final = ("title", "description", "subtitle")


def check_page_fields(text: str, path: str, templates: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the fields of a page; ``templates`` are the theme's folders, if they are known."""
    written = _READ.match(text)
    if written is None:
        yield from _not_read(text, path)
        return
    front = FrontMatter(written[1], text[written.end() :], 2, text.count("\n", 0, written.end()) + 1)
    if not front.fields.strip():
        return
    # Strictly: a site generator reads nothing into what is no YAML.
    node, flaws = strict_tree(front.fields, front.fields_line)
    for flaw in flaws:
        if flaw.code == "duplicate-key":
            yield _of(flaw, path, Severity.WARNING)
        elif flaw.code not in _HARMLESS:
            yield _of(flaw, path, flaw.severity)
    if node is not None and not isinstance(node, Mapping) and not (isinstance(node, Scalar) and node.text is None):
        yield Problem("page-without-fields", path, node.line, node.column)
    if all(flaw.code in {"duplicate-key", *_HARMLESS} for flaw in flaws):
        yield from _values(front, path, tuple(templates))


def _of(flaw: Flaw, path: str, severity: Severity) -> Problem:
    return Problem(flaw.code, path, flaw.line, flaw.column, "", flaw.values, severity, flaw.mend)


def _not_read(text: str, path: str) -> Iterator[Problem]:
    meant = _MEANT.match(text)
    if meant is not None:
        after = text.count("\n", 0, meant.end(1)) + 1
        closed = text.startswith("---") and text[meant.end(1) :].startswith("---")
        mend = None if closed or text[:1] != "-" else Mend("---", after, after - 1)
        line = min(after, text.count("\n")) if mend else 1
        yield Problem("page-fields-not-read", path, line, 1, mend=mend)
        return
    field = _FIELD_LINE.match(text)
    # A record that has gone astray is told of as one.
    if field is not None and field[1].lower() not in {*_USES, "tags", "date"} and kind_told(text) is None:
        found = text.split("\n", 1)[0].strip()[:60]
        yield Problem("page-text-as-field", path, 1, 1, "", (("found", found),), Severity.WARNING)


def _values(front: FrontMatter, path: str, folders: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is wrong with the values, as the reader of MkDocs understands them."""
    loader = CSafeLoader(front.fields)
    try:
        tree = loader.get_single_node()
        pairs: list[tuple[Node, Node]] = tree.value if isinstance(tree, MappingNode) else []
        for key, node in pairs:
            line, column = node.start_mark.line + front.fields_line, node.start_mark.column + 1
            written = front.fields.split("\n")[node.start_mark.line][node.start_mark.column :].strip()[:60]
            try:
                name, value = loader.construct_object(key, deep=True), loader.construct_object(node, deep=True)
            except (YAMLError, ValueError, TypeError):
                yield Problem("page-value-not-read", path, line, column, "", (("found", written),))
                continue
            if name in _USES:
                yield from _value(name, value, node, Problem("", path, line, column, name), front, folders)
    except YAMLError:
        yield Problem("page-fields-not-read", path, 1, 1)
    finally:
        loader.dispose()


def _value(
    name: str, value: object, node: Node, place: Problem, front: FrontMatter, folders: tuple[str, ...]
) -> Iterator[Problem]:
    path, line, column = place.path, place.line, place.column
    text = node.value if isinstance(node, ScalarNode) else ""
    use = _USES[name]
    if not use.fits(value):
        yield Problem(use.code, path, line, column, name, (("fields", "exclude, boost"), ("found", name)))
    elif name == "template" and folders and (_NO_PAGES.match(text) or not _stands(folders, text)):
        yield Problem("no-such-template", path, line, column, name, (("found", text[:60]),))
    elif (
        name == "icon"
        and text
        and any((Path(folder) / ".icons").is_dir() for folder in folders)
        and not _stands(folders, f".icons/{text}.svg")
    ):
        yield Problem("no-such-icon", path, line, column, name, (("found", text[:60]),))
    elif name in _SEEN and value is not None and str(value) != text:
        whole = front.fields.split("\n")[node.start_mark.line]
        right = f'{whole[: column - 1]}"{text}"'
        values = (("found", text[:60]), ("read", str(value)[:60]))
        yield Problem("page-text-read-otherwise", path, line, column, name, values, mend=Mend(right, line, line))


def _stands(folders: tuple[str, ...], name: str) -> bool:
    # As Jinja's loader has it: a name is no way up.
    inside = bool(name) and ".." not in name.split("/") and not name.startswith("/")
    return inside and any((Path(folder) / name).is_file() for folder in folders)
