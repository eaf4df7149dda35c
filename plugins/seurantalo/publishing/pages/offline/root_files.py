"""What stands at the site's root: the manifest of the site as an app, and the worker that keeps pages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Final

import orjson

from seurantalo.language.catalogue import language
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import ASSETS, ASSETS_ASIDE, FOLDERS, ICONS, MANIFEST, OFFLINE, WORKER
from seurantalo.publishing.assets import without_comments
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File

#: How dates are written in each language (BCP 47).
LOCALES: Final = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
#: Of the dark ground of our pictures.
_COLOUR: Final = "#17494d"
#: What a page that is kept loads only where it has something for it (``shared/on-demand.js``).
_PARTS: Final = (
    *(f"{ASSETS}{name}" for name in ("wiki.js", "favicon.svg")),
    *(f"{ASSETS_ASIDE}{name}" for name in ("agenda.js", "follow.js", "keep.js", "share.js", "when-tabs.js")),
)


def root_files(ctx: PageContext) -> Iterator[File]:
    """Yield the manifest in each language, and the worker once.

    Where the site has switched this off, the worker is one that cleans up after another and goes: browsers look at
    its address again for as long as they have one from there.
    """
    if ctx.settings.offline:
        yield File(MANIFEST, _manifest(ctx))
    if not ctx.main_language:
        yield File(WORKER, _worker(ctx))


def _manifest(ctx: PageContext) -> bytes:
    """Return the web app manifest, https://www.w3.org/TR/appmanifest/; its addresses are relative to itself."""
    above = "../" if ctx.main_language else ""
    told = {
        "name": ctx.site.name,
        "description": ctx.site.description,
        "lang": ctx.lang.code,
        "dir": "ltr",
        "start_url": "./",
        "scope": above or "./",
        "display": "minimal-ui",
        "theme_color": _COLOUR,
        "background_color": "#ffffff",
        "icons": [
            {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for path, (size, purpose) in ICONS.items()
        ],
    }
    return orjson.dumps({name: value for name, value in told.items() if value}, option=orjson.OPT_INDENT_2)


def _worker(ctx: PageContext) -> bytes:
    here = files("seurantalo.publishing") / "pages/offline"
    if not ctx.settings.offline:
        return without_comments(here.joinpath("worker-away.js").read_bytes())
    codes = (ctx.settings.language, *ctx.settings.other_languages)
    tongues = {
        "" if code == ctx.settings.language else f"{code}/": {
            "locale": LOCALES.get(code, code),
            "said": escape(
                language(code).say(
                    "Kept on {day} at {time} – what is told here may be out of date.", day="{day}", time="{time}"
                )
            ),
        }
        for code in codes
    }
    site = orjson.dumps({"page": OFFLINE, "places": FOLDERS[Kind.MUNICIPALITY], "tongues": tongues, "parts": _PARTS})
    return b"const SITE = %b;\n%b" % (site, without_comments(here.joinpath("worker.js").read_bytes()))
