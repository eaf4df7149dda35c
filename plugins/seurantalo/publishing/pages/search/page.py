"""The page ``haku/``: an address for every question (``haku/?q=kirppis``), and ways on where no script runs."""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CALENDAR, DIRECTORY, FOLDERS, SEARCH
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The page of the search; ``ways`` lead on without a script."""

    root: str
    ways: tuple[Link, ...]


def search_pages(ctx: PageContext) -> Pages:
    """Return the page, or none where the theme searches."""
    return Pages(("",) if ctx.settings.search == "own" else (), lambda _: _page(ctx))


def _page(ctx: PageContext) -> Page:
    root = depth_prefix(SEARCH)
    ways = (
        Link(ctx.say("Calendar"), f"{root}{CALENDAR}"),
        Link(ctx.say("Directory of associations"), f"{root}{DIRECTORY}"),
        Link(ctx.say("Themes"), f"{root}{FOLDERS[Kind.THEME]}"),
    )
    body = ctx.render("search/page.html", view=SearchView(root=root, ways=ways))
    description = ctx.say("Find events, associations, venues and good practices.")
    return Page(address=SEARCH, title=ctx.say("Search"), body=body, description=description, searchable=False)
