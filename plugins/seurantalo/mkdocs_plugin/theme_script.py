"""The theme's own script on pages by the thousand: what only it asks for is put into them by a module, not by each.

Such a page names one module. That one loads what the script wants to find in a page (``theme_script.js``), the script
itself, and our own module, in this order. Without JavaScript nobody misses any of it.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final

from seurantalo.publishing.addresses import ASSETS
from seurantalo.publishing.assets import without_comments

#: What the script is told, the script and our own module, at the end of a page and with nothing else behind them.
_SCRIPTS: Final = re.compile(
    r'<script id="?__config"? type="application/json">(?P<told>\{[^<]*\})</script>\s*'
    r'<script src="?(?P<root>(?:\.\./)+)(?P<script>assets/javascripts/bundle\.\w+\.min\.js)"?></script>\s*'
    rf'<script src="?(?P=root){ASSETS}(?P<ours>[\w-]+\.js)"? type="module"></script>(?=\s*</body>)'
)
#: Elements that the script knows by a name, and that a style sheet knows by a class.
_NAMED: Final = re.compile(
    r'(<\w+ class="?(md-header|md-header__title|md-main|md-content)\b[^<>]*?)'
    r' data-md-component="?(?:header|header-title|main|content)"?(?=[ >])'
)
#: A switch that only the script wants to find.
_SWITCH: Final = re.compile(r'<input data-md-toggle="?search"? type="?checkbox"? hidden>\s*')
#: What makes an app of the site, and what keeps its pages for where there is no coverage: both with scripts alone.
_APP: Final = re.compile(r'<link rel="?manifest"? href="?(?P<app>[^" >]+)"? data-worker="?(?P<worker>[^" >]+)"?>\s*')
#: The name of the site in the header: the script needs room beside it for the title of the page.
_NAME: Final = re.compile(
    r'<div class="?md-header__title"?>\s*<div class="?md-header__ellipsis"?>\s*<div class="?md-header__topic"?>\s*'
    r'<span class="?md-ellipsis"?>\s*(?P<name>[^<]*?)\s*</span>\s*</div>\s*</div>\s*</div>'
)


def with_module(html: str, body: str) -> tuple[str, dict[str, bytes]]:
    """Return a page with one module in the place of what only the theme's script needs, and the files of that.

    A page whose scripts are others, or whose body does not stand as it was, is returned as it is, with no files.
    """
    before, _, after = html.partition(body) if body else ("", "", "")
    scripts = _SCRIPTS.search(after)
    if scripts is None:
        return html, {}
    root, told = scripts["root"], json.loads(scripts["told"])
    if (app := _APP.search(before)) is not None:
        told |= {name: way.removeprefix(root) for name, way in app.groupdict().items()}
    del told["base"]
    made = _modules(json.dumps(told, ensure_ascii=False), scripts["script"], scripts["ours"])
    module = f"<script src={root}{list(made)[-1]} type=module></script>"
    bare = _APP.sub("", _NAMED.sub(r"\1", before))
    bare = _NAME.sub(r'<div class="md-header__title st-name">\g<name></div>', bare)
    return f"{_SWITCH.sub('', bare)}{body}{after[: scripts.start()]}{module}{after[scripts.end() :]}", made


# Most pages tell the script the same.
@lru_cache(maxsize=16)
def _modules(told: str, script: str, ours: str) -> dict[str, bytes]:
    """Return the module that prepares a page, and behind it the one that pages name."""
    source = files("seurantalo.mkdocs_plugin").joinpath("theme_script.js").read_bytes()
    first = b"const TOLD = %b;\n%b" % (told.encode(), without_comments(source))
    prepared = f"teema-{_digest(first)}.js"
    way = f"{'../' * (ASSETS.count('/') - 1)}{script.removeprefix('assets/')}"
    whole = "".join([f'import "{each}";\n' for each in (f"./{prepared}", way, f"./{ours}")]).encode()
    return {f"{ASSETS}{prepared}": first, f"{ASSETS}kehys-{_digest(whole)}.js": whole}


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=3).hexdigest()
