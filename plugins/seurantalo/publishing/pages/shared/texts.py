"""Contributed texts on pages: clean HTML, a few plain words, periods and days in words.

A text may be in another language than its page; then an element around it says so (WCAG 3.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from seurantalo.model.participation import ProcessStage
from seurantalo.model.parts import Period
from seurantalo.model.text import Text
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prose import ProseContext, linked, plain_text, render_prose, unlinked

DESCRIPTION: Final = 200


def prose(ctx: PageContext, text: Text | None, root: str, id_prefix: str, level: int = 3) -> Markup:
    """Return a contributed text as clean HTML; nothing for none."""
    if text is None:
        return Markup()
    context = ProseContext(ctx.community, ctx.lang.code, root, level, id_prefix)
    made = render_prose(text.in_language(ctx.lang.code), context)
    other = other_language(ctx, text)
    return Markup('<div lang="{}">{}</div>').format(other, made) if other else made


def summary(ctx: PageContext, text: Text | None, limit: int = DESCRIPTION) -> str:
    """Return a contributed text in a few plain words."""
    return plain_text(ctx.words(text), limit, ProseContext(ctx.community, ctx.lang.code)) if text else ""


def marked(ctx: PageContext, text: Text | None, root: str) -> str:
    """Return a text's words for a template, with its wiki links.

    In another language than the site's, inside an element that says so.
    """
    if text is None:
        return ""
    words = text.in_language(ctx.lang.code)
    if "[[" in words:
        words = linked(words, ProseContext(ctx.community, ctx.lang.code, root))
    other = other_language(ctx, text)
    return Markup('<span lang="{}">{}</span>').format(other, words) if other else words


def marked_all(ctx: PageContext, texts: Iterable[Text], root: str) -> tuple[str, ...]:
    """Return several texts."""
    return tuple(marked(ctx, text, root) for text in texts)


def bare(ctx: PageContext, text: Text) -> str:
    """Return a text's words where nothing leads on: what its wiki links say stands in their place."""
    return unlinked(ctx.words(text), ProseContext(ctx.community, ctx.lang.code))


def other_language(ctx: PageContext, text: Text) -> str:
    """Return the code of the language that a text is shown in where that is not the page's, else ``""``."""
    used = text.language_used(ctx.lang.code) or ctx.main_language
    return "" if used == ctx.lang.code else used


def language_mark(ctx: PageContext, text: Text | None) -> str:
    """Return `` lang="sv"`` for the start tag around a text in another language than the site's, else ``""``."""
    other = other_language(ctx, text) if text is not None else ""
    return f' lang="{escape(other)}"' if other else ""


def period_words(ctx: PageContext, period: Period | ProcessStage) -> str:
    """Return a period in words; an open end is open in words too."""
    if period.starts is not None and period.ends is not None:
        return wording.plain_days(period.starts, period.ends, ctx.lang)
    if period.starts is not None:
        return ctx.lang.say("from {date}", date=wording.plain_day(period.starts, ctx.lang))
    if period.ends is not None:
        return ctx.lang.say("until {date}", date=wording.plain_day(period.ends, ctx.lang))
    return ""


def day_or_none(ctx: PageContext, day: date | None) -> str:
    """Return a day in words; ``""`` for none."""
    return "" if day is None else wording.plain_day(day, ctx.lang)
