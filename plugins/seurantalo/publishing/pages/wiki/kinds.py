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
from seurantalo.publishing.parts import Part

_PRACTICES: Final = FOLDERS[Kind.PRACTICE]
_QUESTIONS: Final = FOLDERS[Kind.QUESTION]
_THEMES: Final = FOLDERS[Kind.THEME]
_AUDIENCES: Final = FOLDERS[Kind.AUDIENCE]
_SOURCES: Final = FOLDERS[Kind.SOURCE]
_TREES: Final = FOLDERS[Kind.WELLBEING_TREE]

KINDS: Final = (
    PageKind(
        name="practice-index",
        folder=_PRACTICES,
        pages=alone(library_page),
        reads={Kind.PRACTICE, Part.DATES, Part.LINKS, Part.NAMES},
        order=120,
    ),
    PageKind(
        name="practice",
        folder=_PRACTICES,
        pages=practice_pages,
        reads={
            Kind.ORGANISATION,
            Kind.PRACTICE,
            Kind.QUESTION,
            Kind.SOURCE,
            Kind.THEME,
            Part.DATES,
            Part.LINKS,
            Part.MENTIONS,
            Part.NAMES,
        },
        order=130,
    ),
    PageKind(
        name="adoption",
        folder=_PRACTICES,
        below="ota-kayttoon/",
        pages=adoption_pages,
        reads={
            Kind.ADOPTION,
            Kind.AUDIENCE,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.PRACTICE,
            Kind.VENUE,
            Part.DATES,
            Part.LINKS,
            Part.NAMES,
        },
        order=140,
    ),
    PageKind(
        name="methods",
        folder=METHODS,
        pages=alone(methods_page),
        reads={Kind.PRACTICE, Part.DATES, Part.LINKS, Part.NAMES},
        order=150,
    ),
    PageKind(
        name="handbook",
        folder=_QUESTIONS,
        pages=alone(handbook_page),
        reads={Kind.QUESTION, Part.LINKS},
        order=160,
    ),
    PageKind(
        name="question",
        folder=_QUESTIONS,
        pages=question_pages,
        reads={
            Kind.COMMENT,
            Kind.PRACTICE,
            Kind.QUESTION,
            Kind.SOURCE,
            Part.DATES,
            Part.LINKS,
            Part.MENTIONS,
            Part.NAMES,
        },
        order=170,
    ),
    PageKind(
        name="theme-index",
        folder=_THEMES,
        pages=alone(theme_index),
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, Part.NAMES},
        order=230,
    ),
    PageKind(
        name="theme",
        folder=_THEMES,
        pages=theme_pages,
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=420,
        bulk=True,
    ),
    PageKind(
        name="audience-index",
        folder=_AUDIENCES,
        pages=alone(audience_index),
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, Part.NAMES},
        order=240,
    ),
    PageKind(
        name="audience",
        folder=_AUDIENCES,
        pages=audience_pages,
        reads={Kind.AUDIENCE, Kind.THEME, Part.DATES, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=430,
        bulk=True,
    ),
    PageKind(
        name="source-index",
        folder=_SOURCES,
        pages=alone(source_index),
        reads={Kind.SOURCE, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=250,
    ),
    PageKind(
        name="source",
        folder=_SOURCES,
        pages=source_pages,
        reads={Kind.SOURCE, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=450,
        bulk=True,
    ),
    PageKind(
        name="glossary",
        folder=GLOSSARY,
        pages=alone(glossary_page),
        reads={Kind.SOURCE, Kind.TERM, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=260,
    ),
    PageKind(
        name="wellbeing-index",
        folder=_TREES,
        pages=alone(forest_page),
        reads={Kind.EVENT, Kind.PRACTICE, Kind.WELLBEING_TREE, Part.NAMES},
        order=60,
    ),
    PageKind(
        name="wellbeing-tree",
        folder=_TREES,
        pages=wellbeing_pages,
        reads={Kind.MUNICIPALITY, Kind.WELLBEING_TREE, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=470,
        bulk=True,
    ),
)
