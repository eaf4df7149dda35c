"""Contributed pictures on pages: in the sizes of screens, their room known beforehand, told in words."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from seurantalo.model.event import Event
from seurantalo.model.organisation import Organisation
from seurantalo.model.parts import Image
from seurantalo.model.place import Venue
from seurantalo.model.practice import Practice
from seurantalo.model.record import Record
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import safe
from seurantalo.publishing.pages.shared.theme_look import record_cover
from seurantalo.publishing.photos import Form, Sized, sized

#: How wide a picture stands: in the column of a page, and on a card.
_COLUMN: Final = "(min-width: 52em) 50em, 94vw"
_CARD: Final = "(min-width: 30em) 22em, 94vw"
#: From how many dots across on a picture may lie over the whole column; an emblem does not grow to that.
_WIDE: Final = 600
_MODERN: Final = (Form.AVIF, Form.WEBP)


def figure(ctx: PageContext, root: str, image: Image, *, is_first: bool = False) -> Markup:
    """Return a picture with who took it. One that is not on the first screen is fetched as the reader nears it."""
    lazy = "" if is_first else ' loading="lazy"'
    width, height = ctx.community.pictures.get(image.file, (0, 0))
    wide = " st-figure--wide" if is_first and width >= _WIDE and width > height else ""
    shown = _picture(ctx, root, image, ctx.words(image.alt), _COLUMN, f'{lazy} decoding="async"')
    credit = ""
    if image.credit:
        credit = f"<figcaption>{safe(ctx.lang.say('Picture: {credit}', credit=image.credit))}</figcaption>"
    return Markup(f'<figure class="st-figure{wide}">{shown}{credit}</figure>\n')  # noqa: S704 - every value is escaped


def head_picture(ctx: PageContext, record: Record, root: str) -> Markup:
    """Return what stands above the heading of a record's page: its picture, or else its cover."""
    image = image_of(record)
    return record_cover(record, ctx.themes) if image is None else figure(ctx, root, image, is_first=True)


def card_picture(ctx: PageContext, record: Record, root: str) -> Markup:
    """Return what stands on a record's card: its picture, which the words below tell of, or else its cover."""
    image = image_of(record)
    if image is None:
        return record_cover(record, ctx.themes)
    shown = _picture(ctx, root, image, "", _CARD, ' loading="lazy" decoding="async"')
    return Markup(f'<div class="st-photo">{shown}</div>')  # noqa: S704 - every value is escaped


def image_of(record: Record) -> Image | None:
    """Return the picture of a record; None where it has none, or its kind never has."""
    return record.image if isinstance(record, Event | Organisation | Practice | Venue) else None


def _picture(ctx: PageContext, root: str, image: Image, alt: str, sizes: str, more: str) -> str:
    size = ctx.community.pictures.get(image.file)
    words = f' alt="{safe(alt)}"'
    if size is None:
        return f'<img src="{root}{quote(image.file)}"{words}{more}>'
    plan = sized(image.file, size)
    sources = "".join(
        f'<source type="image/{form}" srcset="{_candidates(root, plan, form)}" sizes="{sizes}">' for form in _MODERN
    )
    width = plan.widths[-1]
    room = f' width="{width}" height="{plan.height}"'
    return f'<picture>{sources}<img src="{root}{plan.path(width, Form.JPEG)}"{words}{room}{more}></picture>'


def _candidates(root: str, plan: Sized, form: Form) -> str:
    return ", ".join([f"{root}{plan.path(width, form)} {width}w" for width in plan.widths])
