"""What a sheet for reading ends with: where there is more, as an address and as a QR code."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from seurantalo.frozen import dataclass
from seurantalo.publishing.prints.signs import printable
from seurantalo.publishing.qr_code import qr_picture

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from seurantalo.publishing.pages.shared.context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The words of a sheet's foot; all but the site and the example are ``""`` where the site has no address."""

    ask: str
    """What there is more of on the web."""
    url: str
    web: str
    """The same as people type it."""
    code: str
    """The same as a QR code, an SVG."""
    code_words: str
    site: str
    demo: str


def foot_of(ctx: PageContext, name: str, address: str, *, ask: str, demo: str) -> Foot:
    """Return the foot of the sheet of what has a name, and an address in the site."""
    url = f"{ctx.site.url}{address}" if ctx.site.url else ""
    return Foot(
        ask=ask if url else "",
        url=url,
        web=printable(url.partition("://")[2]),
        code=qr_picture(url) if url else "",
        code_words=ctx.lang.say("QR code: {name} on the web", name=name),
        site=printable(ctx.site.name),
        demo=demo,
    )


def told_of(*parts: DataclassInstance) -> dict[str, object]:
    """Return what a template reads of a sheet and its foot: the values of their fields, by name."""
    return {field.name: getattr(part, field.name) for part in parts for field in fields(part) if field.name != "foot"}
