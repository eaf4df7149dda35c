"""Every sentence of the calendar-side pages is there in Finnish and Swedish."""

from __future__ import annotations

import ast
from importlib.resources import files
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import babel_extract

from seurantalo.publishing.pages.event_view import FORMATS

ROOM = files("seurantalo.publishing")
TEMPLATES = ("macros", "day", "finding", "front", "agenda", "month", "event", "clashes", "pending")
MODULES = (
    "wording",
    *(
        f"pages/{name}"
        for name in ("agenda", "cards", "clashes", "event_facts", "event_outcome", "event_surroundings")
    ),
    *(f"pages/{name}" for name in ("event_view", "finding_card", "front", "guides", "json_ld", "month", "pending")),
)
CALLS = {"say", "_say", "count", "_every"}


def of_templates() -> set[str]:
    found: set[str] = set()
    for name in TEMPLATES:
        source = (ROOM / "templates" / f"{name}.html").read_bytes()
        options = {"trim_blocks": "true", "lstrip_blocks": "true"}
        for _, _, message, _ in babel_extract(BytesIO(source), {"_": None, "count": (1, 2)}, (), options):
            found.add(message if isinstance(message, str) else str(message[0]))
    return found


def of_modules() -> set[str]:
    """The words in calls that say something, and those in tables of messages (patterns with blanks, plain lists)."""
    found: set[str] = set()
    for name in MODULES:
        tree = ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in CALLS:
                first = next(
                    (arg for arg in ast.walk(ast.Tuple(elts=list(node.args), ctx=ast.Load())) if said(arg)), None
                )
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def said(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_every_message_is_translated_with_the_same_blanks(code: str) -> None:
    path = files("seurantalo.language") / "locale" / code / "pages_calendar.po"
    catalogue = read_po(BytesIO(path.read_bytes()), locale=code)
    wanted = of_templates() | of_modules() | set(FORMATS.values())
    assert len(wanted) > 120
    missing = sorted(message for message in wanted if message not in catalogue)
    assert missing == []
    for message in catalogue:
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(words), message.id
        for source, translated in zip(sources, words, strict=True):
            assert blanks(translated) == blanks(source), message.id


def blanks(words: str) -> set[str]:
    return {part.split("}")[0] for part in words.split("{")[1:]}


def test_templates_compile_under_the_plain_engine() -> None:
    plain = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for name in TEMPLATES:
        plain.parse((ROOM / "templates" / f"{name}.html").read_text(encoding="utf-8"))
