"""A site's options, checked: one reading of what stands in ``mkdocs.yml``, for the build and for the command line.

An option is defined once, as a field of :class:`Settings`: its kind is that of its default, its limits are with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.language import LANGUAGES, Language
from seurantalo.model.settings import Settings

__all__ = ["OPTIONS", "OptionError", "read_option"]

#: Name -> field of every option, in the order of the class.
OPTIONS: Final[Mapping[str, Field[Any]]] = {field.name: field for field in fields(Settings)}


class OptionError(ValueError):
    """A value that an option can't have. ``wanted`` says in English what it may be, with ``blanks`` to fill in."""

    def __init__(self, value: object, wanted: str, **blanks: object) -> None:
        super().__init__(value, wanted)
        self.value, self.wanted, self.blanks = value, wanted, blanks

    def in_words(self, lang: Language) -> str:
        """Return the sentence: what is expected, and what was found."""
        wanted = lang.say(self.wanted, **self.blanks)
        return lang.say("expected {wanted}, found {value!r}", wanted=wanted, value=self.value)


def read_option(name: str, value: object) -> object:
    """Return the value as Settings wants it, the default for one left empty; raise OptionError."""
    field = OPTIONS[name]
    default = field.default
    if value is None:
        return default
    # YAML reads an unquoted day as a date, and a number or a truth value where a text is wanted.
    if name == "today" and isinstance(value, date):
        return value.isoformat()
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise OptionError(value, "true or false")
        return value
    if isinstance(default, int):
        return _number(field, value)
    if not isinstance(value, str):
        raise OptionError(value, "a text")
    return _text(name, value)


def _number(field: Field[Any], value: object) -> int:
    least, most = field.metadata.get("least", 0), field.metadata.get("most")
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise OptionError(value, "a whole number such as {n}", n=field.default)
    if value < least or (most is not None and value > most):
        if most is None:
            raise OptionError(value, "at least {least}", least=least)
        raise OptionError(value, "a whole number from {least} to {most}", least=least, most=most)
    return value


def _text(name: str, value: str) -> str:
    if name == "language" and value not in LANGUAGES:
        raise OptionError(value, "one of {choices}", choices=", ".join(LANGUAGES))
    if name == "timezone":
        try:
            ZoneInfo(value)
        except (KeyError, OSError, ValueError):
            raise OptionError(value, "a time zone such as Europe/Helsinki") from None
    if name == "today" and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise OptionError(value, "a day such as 2027-05-01") from None
    return value
