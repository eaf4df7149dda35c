"""The words of every problem, by its code: what is wrong, and what is right. English; the rest is in catalogues.

``{field}`` is the field's name in the reader's language; other blanks are the problem's own values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.language.problem_texts.channel_plans import CHANNEL_PLANS
from seurantalo.language.problem_texts.channels import CHANNELS
from seurantalo.language.problem_texts.files import FILES
from seurantalo.language.problem_texts.identities import IDENTITIES
from seurantalo.language.problem_texts.importing import IMPORTING
from seurantalo.language.problem_texts.repetition import REPETITION
from seurantalo.language.problem_texts.text_templates import TEXT_TEMPLATES
from seurantalo.language.problem_texts.times import TIMES
from seurantalo.language.problem_texts.values import VALUES
from seurantalo.language.problem_texts.wiki import WIKI
from seurantalo.language.problem_texts.written import WRITTEN

__all__ = ["PROBLEM_TEXTS"]

#: Problem code -> (message, hint).
PROBLEM_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    **CHANNEL_PLANS,
    **CHANNELS,
    **FILES,
    **IDENTITIES,
    **IMPORTING,
    **REPETITION,
    **TEXT_TEMPLATES,
    **TIMES,
    **VALUES,
    **WRITTEN,
    **WIKI,
}
