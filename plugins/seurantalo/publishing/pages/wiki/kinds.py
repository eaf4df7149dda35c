"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, GLOSSARY, METHODS
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.wiki.glossary import glossary_page
from seurantalo.publishing.pages.wiki.handbook import handbook_page, question_pages
from seurantalo.publishing.pages.wiki.methods import methods_page
from seurantalo.publishing.pages.wiki.practice.adoption import adoption_pages
from seurantalo.publishing.pages.wiki.practice.library import library_page
from seurantalo.publishing.pages.wiki.practice.page import practice_pages
from seurantalo.publishing.pages.wiki.source import source_index, source_pages
from seurantalo.publishing.pages.wiki.theme_and_audience import (
    audience_index,
    audience_pages,
    theme_index,
    theme_pages,
)
from seurantalo.publishing.pages.wiki.wellbeing.forest import forest_page
from seurantalo.publishing.pages.wiki.wellbeing.page import wellbeing_pages
from seurantalo.publishing.parts import OF_FREE_DAYS, OF_RECORD, Part

_PRACTICES: Final = FOLDERS[Kind.PRACTICE]
_QUESTIONS: Final = FOLDERS[Kind.QUESTION]
_THEMES: Final = FOLDERS[Kind.THEME]
_AUDIENCES: Final = FOLDERS[Kind.AUDIENCE]
_SOURCES: Final = FOLDERS[Kind.SOURCE]
_TREES: Final = FOLDERS[Kind.WELLBEING_TREE]

KINDS: Final = (
    PageKind(
        "practice-index",
        _PRACTICES,
        alone(library_page),
        reads={Kind.PRACTICE, Part.DATES, Part.LINKS, Part.NAMES},
        order=120,
    ),
    PageKind(
        "practice",
        _PRACTICES,
        practice_pages,
        reads={Kind.ORGANISATION, Kind.PRACTICE, Kind.QUESTION, Kind.SOURCE, Kind.THEME, Part.DATES, *OF_RECORD},
        order=130,
    ),
    PageKind(
        "adoption",
        _PRACTICES,
        adoption_pages,
        below="ota-kayttoon/",
        reads={Kind.ADOPTION, Kind.ORGANISATION, Kind.PRACTICE, Part.LINKS, *OF_FREE_DAYS},
        order=140,
    ),
    PageKind(
        "methods", METHODS, alone(methods_page), reads={Kind.PRACTICE, Part.DATES, Part.LINKS, Part.NAMES}, order=150
    ),
    PageKind("handbook", _QUESTIONS, alone(handbook_page), reads={Kind.QUESTION, Part.LINKS, Part.NAMES}, order=160),
    PageKind(
        "question",
        _QUESTIONS,
        question_pages,
        reads={Kind.COMMENT, Kind.PRACTICE, Kind.QUESTION, Kind.SOURCE, Part.DATES, *OF_RECORD},
        order=170,
    ),
    PageKind(
        "theme-index",
        _THEMES,
        alone(theme_index),
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, Part.NAMES},
        order=230,
    ),
    PageKind(
        "theme", _THEMES, theme_pages, reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, *OF_RECORD}, order=420, bulk=True
    ),
    PageKind(
        "audience-index",
        _AUDIENCES,
        alone(audience_index),
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, Part.NAMES},
        order=240,
    ),
    PageKind(
        "audience",
        _AUDIENCES,
        audience_pages,
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, *OF_RECORD},
        order=430,
        bulk=True,
    ),
    PageKind("source-index", _SOURCES, alone(source_index), reads={Kind.SOURCE, *OF_RECORD}, order=250),
    PageKind("source", _SOURCES, source_pages, reads={Kind.SOURCE, *OF_RECORD}, order=450, bulk=True),
    PageKind("glossary", GLOSSARY, alone(glossary_page), reads={Kind.SOURCE, Kind.TERM, *OF_RECORD}, order=260),
    PageKind(
        "wellbeing-index",
        _TREES,
        alone(forest_page),
        reads={Kind.EVENT, Kind.PRACTICE, Kind.WELLBEING_TREE, Part.NAMES},
        order=60,
    ),
    PageKind(
        "wellbeing-tree",
        _TREES,
        wellbeing_pages,
        reads={Kind.MUNICIPALITY, Kind.WELLBEING_TREE, *OF_RECORD},
        order=470,
        bulk=True,
    ),
)
