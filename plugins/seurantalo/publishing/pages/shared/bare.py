"""Pages without the shell of the site, as files: screens in a hall, pieces inside other people's pages.

They have no script, no navigation and one small style sheet, light or dark as the reader's system asks.
"""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File, depth_prefix


@dataclass(frozen=True, slots=True)
class Refresh:
    """After how many seconds the page is fetched again, or leads on to another one by its relative address."""

    seconds: int
    to: str = ""


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
