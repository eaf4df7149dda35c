"""A text that YAML took for a list or for fields, as it was written."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.words import fold_word
from seurantalo.model.problem import Severity
from seurantalo.reading.file_scope import Place, Scope
from seurantalo.reading.input_words import LANGUAGE_NAMES
from seurantalo.reading.personal.data import personal_data, shown
from seurantalo.reading.yaml.lines import bracket, without_comment
from seurantalo.reading.yaml.nodes import Mapping, Node, Scalar

_TEXTS: Final = frozenset({Shape.LINE, Shape.PROSE, Shape.TEXT})


def text_as_written(scope: Scope, field: Field, node: Node) -> Scalar | None:
    """Return the text of a field that YAML took for something else, and tell of it; None where it is no text.

    Brackets around words are signs like others, and what looks like fields or a list below ``kuvaus:`` is its text.
    A text by language is a mapping by right.
    """
    if isinstance(node, Scalar) or field.shape not in _TEXTS or field.many:
        return None
    if isinstance(node, Mapping) and any(fold_word(name) in LANGUAGE_NAMES for name in node.entries):
        return None
    lines = scope.text.split("\n")
    if not 0 < node.line <= len(lines):
        return None
    rest = without_comment(lines[node.line - 1][node.column - 1 :]).rstrip()
    if (closing := bracket(rest)) is not None:
        if not closing[1] or not rest.endswith(closing[0]):
            return None
        text = rest
    elif field.shape is Shape.PROSE or isinstance(node, Mapping):
        text = _block(lines, node.line - 1, node.column - 1)
    else:
        return None
    code = "title-read" if field.name in ("title", "name", "question") else "text-read"
    found = without_codes(" ".join(text.split()))
    found = found if len(found) <= 80 else f"{found[:79]}…"
    scope.report(code, Place(node.line, node.column), field.name, Severity.NOTICE, None, found=found)
    return Scalar(text, node.line, node.column)


def without_codes(text: str) -> str:
    """Return a text as a report may quote it, which others read too: without personal identity codes."""
    for found in list(personal_data(text)):
        if found.code == "identity-code":
            text = text.replace(found.piece, shown(found.code, found.piece))
    return text


def _block(lines: list[str], start: int, column: int) -> str:
    """Return the lines from one on that begin at its column or further in."""
    found = []
    for line in lines[start:]:
        if line.strip() and len(line) - len(line.lstrip()) < column:
            break
        found.append(line[column:].rstrip())
    return "\n".join(found).strip("\n")
