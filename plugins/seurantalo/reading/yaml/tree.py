"""The text of a record as a tree of fields: as YAML, and where it is none, as it was meant."""

from __future__ import annotations

from typing import Final

from seurantalo.model.problem import Severity
from seurantalo.reading.yaml.everyday import everyday_tree
from seurantalo.reading.yaml.nodes import Entry, Flaw, Mapping, Node, Scalar, Sequence
from seurantalo.reading.yaml.number_signs import with_number_signs
from seurantalo.reading.yaml.plain import PlainReader
from seurantalo.reading.yaml.strict import strict_tree
from seurantalo.reading.yaml.whole_file import (
    foreign_flaw,
    record_flaw,
    records_of,
    texts_of,
    versions_in,
    without_fences,
)
from seurantalo.reading.yaml.words import plain_word, top_words

__all__ = ["Entry", "Flaw", "Mapping", "Node", "Scalar", "Sequence", "read_tree"]

#: Heads of texts that begin below them.
_HEADS: Final = ("|\n", ">\n")
_WRAPPERS: Final = frozenset({"event", "tapahtuma", "evenemang"})
#: What no second reading makes better.
_FINAL: Final = frozenset({"yaml-too-large", "yaml-too-deep"})


def read_tree(text: str, first_line: int = 1) -> tuple[Mapping | None, tuple[Flaw, ...]]:
    r"""Return the fields of a text, and what is to be said of it; None where nothing can be made of the text.

    ``first_line`` is where the text begins in its file. An empty text has no fields.

    >>> tree, said = read_tree("otsikko: Kesäjuhla: tanssit\nalkaa: 1.5.2027")
    >>> tree.entries["otsikko"].value.text, [(each.code, each.line) for each in said]
    ('Kesäjuhla: tanssit', [('title-read', 1)])
    """
    tree, flaws = _read(text, first_line)
    if tree is not None and (" #" in text or "\t#" in text):
        tree, more = with_number_signs(text, tree, first_line)
        flaws += more
    return tree, flaws


def _read(text: str, first_line: int) -> tuple[Mapping | None, tuple[Flaw, ...]]:
    everyday = everyday_tree(text, first_line)
    node, flaws = (everyday, ()) if everyday is not None else strict_tree(text, first_line)
    if not flaws:
        if isinstance(node, Mapping):
            if _has_colon_in_name(text, node) or _has_empty_block(text):
                return _as_meant(text, first_line, node)
            return _unwrapped(node) if len(node.entries) == 1 else node, flaws
        if isinstance(node, Scalar) and node.text is None:
            return Mapping({}, first_line, 1), flaws
    if flaws and flaws[-1].code in _FINAL:
        return None, flaws
    return _second_reading(text, first_line, node, flaws)


def _has_colon_in_name(text: str, node: Mapping) -> bool:
    """Tell whether a name at the margin holds a colon, as one does that lacks its blank; in quotes it is meant."""
    if ":" not in "".join(node.entries):
        return False
    return any(":" in name.rstrip(":") and f"\n{name}" in f"\n{text}" for name in node.entries)


def _has_empty_block(text: str) -> bool:
    """Tell whether a line at the margin stands where a text was to begin. To look for signs beats a pattern."""
    for head in _HEADS:
        at = text.find(head)
        while at >= 0:
            following = text[at + 2 : at + 3]
            if following == "\n":
                following = text[at + 2 : at + 50].lstrip("\n")[:1]
            if following and following not in " \t#\n":
                return True
            at = text.find(head, at + 2)
    return False


def _as_meant(text: str, first_line: int, node: Mapping) -> tuple[Mapping, tuple[Flaw, ...]]:
    """Return the fields of a text whose names hold colons, or in which a text at the margin looks like fields."""
    reader = PlainReader(text, first_line)
    tree = reader.mapping(reader.chunks(0, len(reader.lines)))
    # Good YAML is never made worse by being read once more.
    is_better = bool(reader.flaws) and not any(flaw.is_error for flaw in reader.flaws)
    return (tree, tuple(reader.flaws)) if is_better else (node, ())


def _unwrapped(node: Mapping) -> Mapping:
    """Return the fields of a record that stand below the one word for it."""
    ((name, entry),) = node.entries.items()
    return entry.value if isinstance(entry.value, Mapping) and plain_word(name) in _WRAPPERS else node


def _second_reading(
    text: str, first_line: int, node: Node | None, flaws: tuple[Flaw, ...]
) -> tuple[Mapping | None, tuple[Flaw, ...]]:
    versions = versions_in(text, first_line)
    if versions is not None:
        return None, (versions,)
    inside, fence = without_fences(text, first_line)
    if fence is not None:
        tree, said = _read(inside, first_line)
        return tree, (fence, *said)
    if isinstance(node, Sequence) and not flaws and all(isinstance(item, Mapping) for item in node.items):
        return _of_list(node, text.rstrip().count("\n") + first_line)
    reader = PlainReader(text, first_line)
    chunks = reader.chunks(0, len(reader.lines))
    known = [chunk for chunk in chunks if plain_word(chunk.key.name) in top_words()]
    if (foreign := foreign_flaw(text, first_line, has_fields=bool(chunks))) is not None:
        return None, (foreign,)
    if not chunks and not any(flaw.code == "control-character" for flaw in flaws):
        return None, reader.without_colons() or (_no_fields(node, text, first_line),)
    if not known and all(chunk.key.value for chunk in chunks):
        has_prose = bool(reader.flaws) or any(chunk.astray for chunk in chunks)
        return None, (_no_fields(node, text, first_line),) if has_prose or not flaws else flaws
    groups = records_of(chunks, reader.lines)
    if isinstance(node, Mapping) and len(groups) == 1:
        # Names that stand twice are all that is wrong.
        return node, flaws
    tree = reader.mapping(groups[0])
    for number, group in enumerate(groups[1:], 1):
        reader.mapping(group)
        following = groups[number + 1][0].begin if number + 1 < len(groups) else len(text.rstrip().split("\n"))
        last = following + first_line - 1
        names = [(chunk.key.name, chunk.key.value) for chunk in group]
        reader.flaws.append(record_flaw(names, group[0].begin + first_line, last, group[0].key.column + 1))
    return tree, tuple(reader.flaws)


def _of_list(node: Sequence, last_line: int) -> tuple[Mapping | None, tuple[Flaw, ...]]:
    """Return the first record of a list, or the fields that each stand behind a dash of their own."""
    items = [item for item in node.items if isinstance(item, Mapping)]
    if not items:
        return None, (Flaw("yaml-list", node.line, node.column),)
    told = Flaw("list-read", node.line, node.column, severity=Severity.NOTICE)
    names = [name for item in items for name in item.entries]
    if len(items) == 1 or (len(names) == len(items) and len(set(names)) == len(names)):
        entries = {name: entry for item in items for name, entry in item.entries.items()}
        return Mapping(entries, items[0].line, items[0].column), (told,)
    ends = [*(item.line - 1 for item in items[2:]), last_line]
    others = [record_flaw(texts_of(item), item.line, last) for item, last in zip(items[1:], ends, strict=True)]
    return items[0], tuple(others)


def _no_fields(node: Node | None, text: str, first_line: int) -> Flaw:
    if isinstance(node, Sequence):
        return Flaw("yaml-list", node.line, node.column)
    found = text.strip()
    line = first_line + text[: len(text) - len(text.lstrip())].count("\n")
    return Flaw("yaml-no-mapping", line, 1, (("found", found.split("\n")[0][:60]),))
