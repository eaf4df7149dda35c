"""The word on the page works in the file: what pages call a status or another choice is read back as the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

import pytest

import seurantalo.publishing
from seurantalo.language import LANGUAGES, language
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.words import every_word, plain_word, value_of, words_for


def tables() -> dict[str, Mapping[StrEnum, str]]:
    """Return every table of what pages call the values of a choice, by its place in the program."""
    found: dict[str, Mapping[StrEnum, str]] = {}
    for module in walk_packages(seurantalo.publishing.__path__, "seurantalo.publishing."):
        for name, table in vars(import_module(module.name)).items():
            words = isinstance(table, Mapping) and {type(key) for key in table} <= set(CHOICES) and table
            if words and all(type(word) is str for word in table.values()):
                found[f"{module.name}.{name}"] = table
    return found


#: In machines' words; and what came of an idea, of which pages tell in half a sentence.
OTHERWISE = (".feeds.", ".api.", ".json_ld.", "OUTCOME_KINDS")
#: Once each, though many modules have it.
TABLES = {
    name: table
    for name, table in {id(table): (name, table) for name, table in tables().items()}.values()
    if not any(piece in name for piece in OTHERWISE)
}


def test_there_are_tables() -> None:
    assert len(TABLES) >= 8


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", sorted(TABLES))
def test_what_pages_call_a_choice_is_read_in_files(name: str, code: str) -> None:
    say = language(code).say
    for value, message in TABLES[name].items():
        assert value_of(type(value), say(message)) is value, say(message)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("choices", list(CHOICES), ids=lambda choices: choices.__name__)
def test_what_we_write_for_a_choice_is_read_in_files(choices: type[StrEnum], code: str) -> None:
    for value, word in words_for(choices, code):
        for typed in (word, word.upper(), f" {word}! ", plain_word(word)):
            assert value_of(choices, typed) is value


@pytest.mark.parametrize("choices", list(CHOICES), ids=lambda choices: choices.__name__)
def test_no_word_means_two_values_of_a_choice(choices: type[StrEnum]) -> None:
    meant: dict[str, StrEnum] = {}
    for value, name in CHOICES[choices].items():
        for word in every_word(name):
            assert meant.setdefault(plain_word(word), value) is value, word
