"""The page about reading without coverage, which is shown too in the place of a page that the device has not kept."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import ASSETS_ASIDE, OFFLINE
from seurantalo.publishing.pages.offline.root_files import LOCALES
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Heading, Page, Pages, depth_prefix

#: What comes takes its room from the start.
_STYLE: Final = """<style>
.st-offline { min-height: 60vh; }
@media (scripting: none) { [data-offline="device"] { display: none; } }
</style>"""


def offline_pages(ctx: PageContext) -> Pages:
    """Return the one page; none where the site has switched this off."""
    return Pages(("",) if ctx.settings.offline else (), lambda _: _page(ctx))


def _page(ctx: PageContext) -> Page:
    root, title = depth_prefix(OFFLINE), ctx.say("Read without coverage")
    lead = ctx.say(
        "Your device keeps the calendar and the coming four weeks of your municipality for places without coverage."
    )
    names = ctx.names[Kind.MUNICIPALITY]
    body = ctx.render(
        "offline/page.html",
        title=title,
        lead=lead,
        root=root,
        locale=LOCALES.get(ctx.lang.code, ctx.lang.code),
        choices=[Link(names[name], name) for name in sorted(names, key=lambda name: (names[name].casefold(), name))],
    )
    return Page(
        address=OFFLINE,
        title=title,
        body=body,
        description=lead,
        headings=(Heading("laitteessa", ctx.say("On this device")),),
        head=f'{_STYLE}\n<script type="module" src="{root}{ASSETS_ASIDE}offline-page.js"></script>',
    )
