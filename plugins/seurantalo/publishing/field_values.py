"""Values of fields in words, for every room that shows them to people: one way for each simple type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from seurantalo.language import Language
from seurantalo.model.fields.field import Shape
from seurantalo.publishing import wording

#: Types whose values are a few words and nothing else; texts, links and records are shown by each room as it can.
WORDS: Final[Mapping[Shape, Callable[[Any, Language], str]]] = {
    Shape.BOOLEAN: lambda _, lang: lang.say("yes"),
    Shape.DAY: wording.day,
    Shape.IDENTIFIER: lambda value, _: value,
    Shape.INTEGER: lambda value, lang: lang.number(value),
    Shape.LINE: lambda value, _: value,
    Shape.MOMENT: lambda value, lang: wording.when(value, None, lang),
}


def is_told(value: object) -> bool:
    """Return whether somebody gave a value: 0 is one, and all else that is nothing is none.

    >>> is_told(0), is_told("tori"), is_told(False), is_told("")
    (True, True, False, False)
    """
    return bool(value) or (value == 0 and value is not False)
