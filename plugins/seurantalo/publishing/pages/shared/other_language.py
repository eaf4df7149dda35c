"""Short contributed texts whose language may be another than the page's (WCAG 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from seurantalo.model.text import Text
from seurantalo.publishing.pages.shared.context import PageContext


def marked(ctx: PageContext, text: Text | None) -> str:
    """Return a text's words for a template; in another language than the site's, inside an element that says so."""
    if text is None:
        return ""
    words = text.in_language(ctx.lang.code)
    other = other_language(ctx, text)
    return Markup('<span lang="{}">{}</span>').format(other, words) if other else words


def marked_all(ctx: PageContext, texts: Iterable[Text]) -> tuple[str, ...]:
    """Return several texts."""
    return tuple(marked(ctx, text) for text in texts)


def other_language(ctx: PageContext, text: Text) -> str:
    """Return the code of the language that a text is shown in where that is not the site's, else ``""``."""
    used = text.language_used(ctx.lang.code)
    return "" if used == ctx.lang.code else used


def language_mark(ctx: PageContext, text: Text | None) -> str:
    """Return `` lang="sv"`` for the start tag around a text in another language than the site's, else ``""``."""
    other = other_language(ctx, text) if text is not None else ""
    return f' lang="{escape(other)}"' if other else ""
