"""The site's own words: every English source text has its Finnish and its Swedish, with the same blanks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from seurantalo.founding.templates import SYNTAX
from seurantalo.language import LANGUAGES, language
from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.model.kinds import every_field
from seurantalo.proposing.acts import words_of_forms

PACKAGE = Path(__file__).parents[2] / "plugins" / "seurantalo"
#: Templates of a new site's files, which have marks of their own.
FOUNDING = PACKAGE / "founding" / "templates"
KEYWORDS = {"_": None, "count": (1, 2)}
OPTIONS = {"encoding": "utf-8", "trimmed": "true"}
TRANSLATED = [code for code in LANGUAGES if code != "en"]


def in_python(source: str) -> Iterator[str]:
    """Yield the texts that Python code asks for; Babel's own extractor stumbles over ``count`` of bytes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            wanted = node.args[:1] if name in ("say", "_", "UsageError") else node.args[:2] if name == "count" else []
            if len(node.args) == 1 and name == "count":
                continue
            for argument in wanted:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value.strip():
                    yield argument.value
                    break


@cache
def used() -> frozenset[str]:
    """All source texts that the code and the templates ask for in so many words."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        found.update(in_python(path.read_text(encoding="utf-8")))
    for path in PACKAGE.rglob("*.html"):
        for entry in extract_from_file("jinja2.ext:babel_extract", path, KEYWORDS, options=OPTIONS):
            found.add(entry[1] if isinstance(entry[1], str) else entry[1][0])
    for path in filter(Path.is_file, FOUNDING.rglob("*")):
        for entry in extract_from_file("jinja2.ext:babel_extract", path, KEYWORDS, options={**OPTIONS, **SYNTAX}):
            found.add(entry[1] if isinstance(entry[1], str) else entry[1][0])
    found.update(text for pair in PROBLEM_TEXTS.values() for text in pair)
    for field in every_field():
        found.update((field.heading, field.says))
    found.update(words_of_forms())
    return frozenset(found - {""})


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def catalogue(code: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted((PACKAGE / "language" / "locale" / code).glob("*.po")):
        with path.open("rb") as stream:
            messages = list(read_po(stream, locale=code))
        for message in messages:
            if message.id:
                name = message.id if isinstance(message.id, str) else message.id[0]
                words = [message.string] if isinstance(message.string, str) else list(message.string or ())
                assert found.setdefault(name, words) == words, f"{name!r} has two translations in {code}"
    return found


def test_the_extractor_sees_python_and_templates(tmp_path: Path) -> None:
    assert "no errors" in used()
    template = tmp_path / "x.html"
    template.write_text('<p>{{ _("Add an event") }} {{ count("{n} day", "{n} days", 2) }}</p>', encoding="utf-8")
    found = [entry[1] for entry in extract_from_file("jinja2.ext:babel_extract", template, KEYWORDS)]
    assert found == ["Add an event", ("{n} day", "{n} days")]
    code = 'lang.say("A", x=1); lang.count("{n} day", "{n} days", 2); "x".count("y"); b"x".count(b"y", 2)'
    assert list(in_python(code)) == ["A", "{n} day"]


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated(code: str) -> None:
    known = catalogue(code)
    assert sorted(used() - set(known)) == []
    assert sorted(name for name, words in known.items() if not all(words)) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_keep_the_blanks(code: str) -> None:
    wrong = {
        name: words
        for name, words in catalogue(code).items()
        for version in words
        if not blanks(version) <= blanks(name) | {"n"}
    }
    assert wrong == {}


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_catalogue_keeps_texts_that_nobody_asks_for(code: str) -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*") if path.suffix in {".py", ".html"}
    )
    # Choices and weekdays are asked for by value, so any mention in the code counts.
    flat = re.sub(r'"\s*\n\s*"', "", source)
    asked = used()
    idle = [name for name in catalogue(code) if name not in asked and name.replace('"', '\\"') not in flat]
    assert [name for name in idle if name not in flat] == []


def test_finnish_is_not_just_english() -> None:
    fi = language("fi")
    assert fi.say("no errors") == "ei virheitä"
    assert fi.count("{n} error", "{n} errors", 1) == "1 virhe"
    assert fi.count("{n} error", "{n} errors", 2) == "2 virhettä"
    assert fi.months[0] == "tammikuu"
    assert fi.weekdays[0] == "maanantai"
    assert fi.weekdays_short[6] == "su"
    assert language("en").say("no errors") == "no errors"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        language("de")


def test_the_thousands_of_a_number_stand_apart() -> None:
    """As the language writes it: with a space that does not break, in English with a comma."""
    shown = [language(code).count("{n} person", "{n} people", 12345) for code in ("fi", "en")]
    assert shown == ["12\u00a0345 henkilöä", "12,345 people"]
    assert language("fi").count("{n} person", "{n} people", 999) == "999 henkilöä"
