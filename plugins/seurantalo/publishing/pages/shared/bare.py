"""Pages without the shell of the site, as files: screens in a hall, pieces inside other people's pages.

They have no script, no navigation and one small style sheet, light or dark as the reader's system asks.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File, depth_prefix

#: A block of colours in the style sheet of these pages: the first is the light one, the second the dark one.
_COLOURS: Final = re.compile(r":root \{([^}]*)\}")
_COLOUR: Final = re.compile(r"--st-[\w-]+: [^;]+;")


@dataclass(frozen=True, slots=True)
class Refresh:
    """After how many seconds the page is fetched again, or leads on to another one by its relative address."""

    seconds: int
    to: str = ""


@dataclass(frozen=True, slots=True)
class Colours:
    """The declarations of the colours of pages without a shell, as CSS, light and dark."""

    light: str
    dark: str


@cache
def forced_colours() -> Colours:
    """Return the colours of ``bare.css``, for a page that is to be light or dark whatever the reader's system asks.

    >>> forced_colours().dark.split("; ")[0]
    '--st-ink: #c0c2c9'
    """
    sheet = (files("seurantalo.publishing") / "pages/shared/bare.css").read_text(encoding="utf-8")
    light, dark, *_ = (" ".join(_COLOUR.findall(block)) for block in _COLOURS.findall(sheet))
    return Colours(light, dark)


def bare_page(
    ctx: PageContext,
    path: str,
    template: str,
    title: str,
    *,
    refresh: Refresh | None = None,
    outward: bool = False,
    **view: object,
) -> File:
    """Return a whole page without the site's shell; ``path`` ends in ``.html`` (``kanavat/x/naytto/index.html``).

    The template begins with ``{% extends "shared/bare.html" %}`` and fills the block ``body``, and ``head`` where it
    needs a style of its own. It has ``title`` and ``root`` (the relative way to the site's root) besides the view.
    ``outward`` lets links leave the frame that the page is shown in. Search engines are asked to leave it out: what
    it tells stands on a page of its own.
    """
    body = ctx.render(template, title=title, root=depth_prefix(path), refresh=refresh, outward=outward, **view)
    return File(path, f"{body}\n".encode())
