"""Texts of a new site, from the templates beside this module; their sentences are in the catalogues.

Templates are Jinja's with ``<< >>`` and ``<% %>``: braces mean something in workflows, and brackets in pages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from seurantalo.founding.answers import identifier
from seurantalo.language import Language
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.words import value_word
from seurantalo.model.kinds import field_word
from seurantalo.proposing.yaml_text import scalar

#: How templates are told from the texts around them, for Jinja and for who collects their sentences.
SYNTAX: Final[dict[str, Any]] = {
    "block_start_string": "<%",
    "block_end_string": "%>",
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
_CLASSES: Final = {choices.__name__: choices for choices in CHOICES}


@cache
def environment(lang: Language) -> Environment:
    """Return the environment whose templates speak a language.

    Beside ``_`` they have ``field`` and ``value``, the words for fields and their values in files of the language.
    """
    made = Environment(
        loader=PackageLoader("seurantalo.founding", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 (YAML and Markdown; what is written by people goes through a filter)
        **SYNTAX,
    )
    made.globals.update(
        {
            "_": lang.say,
            "lang": lang.code,
            "field": lambda name: field_word(name, lang.code),
            "value": lambda choices, word: value_word(_CLASSES[choices](word), lang.code),
            "yes": lang.tongue.yes[0],
        }
    )
    made.filters.update({"quoted": _quoted, "scalar": scalar, "identifier": identifier})
    return made


def rendered(lang: Language, template: str, values: Mapping[str, Any]) -> str:
    """Return the text of a template by its path in the folder of templates."""
    return environment(lang).get_template(template).render(values)


def _quoted(words: str) -> str:
    """Return words as YAML between quotation marks."""
    return json.dumps(words, ensure_ascii=False)
