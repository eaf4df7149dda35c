"""The site's own words in Finnish, Swedish and English. Source texts are English; catalogues are gettext files."""

from __future__ import annotations

from seurantalo.language.catalogue import LANGUAGES, SOURCE, Language, language
from seurantalo.language.deadline_words import DeadlineWords
from seurantalo.language.notice_words import NoticeWords
from seurantalo.language.registry import BROKEN, TONGUES
from seurantalo.language.text_words import TextWords
from seurantalo.language.tongue import PriceWords, RepetitionWords, Tongue, WhenWords
from seurantalo.language.tongues.en import ENGLISH

__all__ = [
    "BROKEN",
    "ENGLISH",
    "LANGUAGES",
    "SOURCE",
    "TONGUES",
    "DeadlineWords",
    "Language",
    "NoticeWords",
    "PriceWords",
    "RepetitionWords",
    "TextWords",
    "Tongue",
    "WhenWords",
    "language",
]
