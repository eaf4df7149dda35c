"""Contributed texts on pages: clean HTML, or a few plain words."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.model.text import Text
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.other_language import other_language
from seurantalo.publishing.prose import ProseContext, plain_text, render_prose

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
