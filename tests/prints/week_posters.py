"""Posters of the week of 24.–30.5.2027, and PDFs read back."""

from __future__ import annotations

import io
from datetime import date

from pypdf import PdfReader
from tests.announcing.reading_week import SETTINGS, TODAY, week_calendar, week_community
from tests.pages.small_region import SITE

from seurantalo.language import language
from seurantalo.planner.clashes import find_clashes
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints import Poster, Size, poster_of


def week_context(lang: str = "fi", today: date = TODAY) -> PageContext:
    """The week as the pages of a language see it."""
    community, calendar = week_community(), week_calendar(today)
    return PageContext(
        community=community,
        calendar=calendar,
        clashes=find_clashes(community, calendar, SETTINGS),
        settings=SETTINGS,
        site=SITE,
        lang=language(lang),
        today=today,
    )


def poster(event: str, size: Size = Size.A4, lang: str = "fi", today: date = TODAY) -> Poster:
    """The poster of an event of the week."""
    ctx = week_context(lang, today)
    return poster_of(ctx, ctx.calendar.of_event(event)[0], size)


def read_back(content: bytes) -> PdfReader:
    """A PDF as a reader of another make sees it."""
    return PdfReader(io.BytesIO(content), strict=True)


def words_of(content: bytes) -> str:
    """The words of a PDF in their order, as they are copied: divided words are whole again."""
    found = "\n".join(page.extract_text() for page in read_back(content).pages)
    return " ".join(found.replace("\u00ad\n", "").replace("\u200b", "").split())
