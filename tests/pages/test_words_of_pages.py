"""Every sentence of the pages is there in Finnish and Swedish."""

from __future__ import annotations

import ast
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import babel_extract

from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.labels import FORMATS

ROOM = Path(wording.__file__).parent
TEMPLATES = sorted((ROOM / "pages").rglob("*.html"))
MODULES = [ROOM / "wording.py", *sorted((ROOM / "pages").rglob("*.py"))]
CALLS = {"say", "_say", "count", "_every"}


def of_templates() -> set[str]:
    found: set[str] = set()
    options = {"trim_blocks": "true", "lstrip_blocks": "true"}
    for path in TEMPLATES:
        source = BytesIO(path.read_bytes())
        for _, _, message, _ in babel_extract(source, ["_", "count"], (), options):
            found.add(message if isinstance(message, str) else str((message or ("",))[0]))
    return found


def of_modules() -> set[str]:
    """The words in every call that says something."""
    found: set[str] = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in CALLS:
                inside = (part for argument in node.args for part in ast.walk(argument))
                found.update(words for part in inside if (words := said(part)))
    return found


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def said(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_every_message_is_translated(code: str) -> None:
    folder = files("seurantalo.language") / "locale" / code
    areas = [entry for entry in folder.iterdir() if entry.name.endswith(".po")]
    catalogues = [read_po(BytesIO(entry.read_bytes()), locale=code) for entry in areas]
    catalogue = [message for one in catalogues for message in one]
    known = {form for message in catalogue for form in forms(message.id)}
    wanted = of_templates() | of_modules() | set(FORMATS.values())
    assert len(wanted) > 120
    assert sorted(wanted - known) == []


def forms(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, (tuple, list)) else (str(words),)


def test_templates_compile_under_the_plain_engine() -> None:
    plain = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for path in TEMPLATES:
        plain.parse(path.read_text(encoding="utf-8"))
