"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, GLOSSARY, METHODS
from seurantalo.publishing.page_kinds import PageKind, alone, list_of, of_records, with_styles
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
from seurantalo.publishing.parts import OF_FREE_DAYS, OF_RECORD, Part, Readable

_PRACTICES: Final = FOLDERS[Kind.PRACTICE]
_OF_ADOPTION: Final = {Kind.ADOPTION, Kind.ORGANISATION, Kind.PRACTICE, Part.LINKS, *OF_FREE_DAYS}
_OF_METHODS: Final[set[Readable]] = {Kind.PRACTICE, Part.DATES, Part.LINKS, Part.NAMES}
_OF_PRACTICE: Final = (Kind.COMMENT, Kind.ORGANISATION, Kind.QUESTION, Kind.SOURCE, Kind.THEME, Part.DATES)
_OF_QUESTION: Final = (Kind.COMMENT, Kind.PRACTICE, Kind.SOURCE, Part.DATES)

KINDS: Final = (
    *with_styles(
        "wiki.css",
        list_of(Kind.PRACTICE, library_page, Part.DATES, Part.LINKS, order=120),
        of_records(Kind.PRACTICE, practice_pages, *_OF_PRACTICE, order=130, bulk=False),
        PageKind(
            "adoption",
            _PRACTICES,
            adoption_pages,
            below="ota-kayttoon/",
            reads=_OF_ADOPTION,
            order=140,
            is_traced=True,
        ),
        PageKind("methods", METHODS, alone(methods_page), reads=_OF_METHODS, order=150, is_traced=True),
        list_of(Kind.QUESTION, handbook_page, Part.LINKS, order=160),
        of_records(Kind.QUESTION, question_pages, *_OF_QUESTION, order=170, bulk=False),
        list_of(Kind.THEME, theme_index, Kind.AUDIENCE, Part.DATES, order=230),
        of_records(Kind.THEME, theme_pages, Kind.AUDIENCE, Part.DATES, order=420),
        list_of(Kind.AUDIENCE, audience_index, Kind.THEME, Part.DATES, order=240),
        of_records(Kind.AUDIENCE, audience_pages, Kind.THEME, Part.DATES, order=430),
        PageKind(
            "glossary",
            GLOSSARY,
            alone(glossary_page),
            reads={Kind.SOURCE, Kind.TERM, *OF_RECORD},
            order=260,
            is_traced=True,
        ),
    ),
    list_of(Kind.SOURCE, source_index, Part.LINKS, Part.MENTIONS, order=250),
    of_records(Kind.SOURCE, source_pages, order=450),
    *with_styles(
        "wellbeing.css",
        list_of(Kind.WELLBEING_TREE, forest_page, Kind.EVENT, Kind.PRACTICE, order=60),
        of_records(Kind.WELLBEING_TREE, wellbeing_pages, Kind.MUNICIPALITY, order=470),
    ),
)
