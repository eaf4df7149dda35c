"""Style sheets, browser modules and pictures of ours: they lie with their subjects, and are published flat.

Those of pages on which something is proposed or copied stand aside: readers of other pages need not load them. So
does the style sheet of pages without the site's shell, whose rules would change the theme's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from seurantalo.publishing.addresses import ASSETS, ASSETS_ASIDE
from seurantalo.publishing.publication import File

_TYPES: Final = (".css", ".js", ".svg")
#: Comments of browser modules: lines of their own, and types within a line.
_COMMENTS: Final = re.compile(
    rb"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n|[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/", re.MULTILINE
)
#: How the paths begin of files that stand aside.
_ASIDE: Final = (
    "propose/",
    "channels/",
    "embed/",
    "offline/",
    "event/share.js",
    "shared/follow.js",
    "shared/moved.js",
    "shared/bare.css",
    "calendar/agenda",
    "shared/when-",
)

#: What stands at the site's root, where ``pages/offline/root_files.py`` puts it.
AT_ROOT: Final = frozenset({"offline/worker.js", "offline/worker-away.js"})

#: What every page links. A style sheet of a kind is linked by its pages (``PageKind.styles``), and a module is loaded
#: where a page has what it serves (``shared/on-demand.js``).
LINKED: Final = frozenset(
    {
        "on-demand.js",
        "seurantalo.css",
    }
)

#: Style sheets that are published as one, in the order of the cascade: what stands later wins (CSS Cascade 4, 6.4.4).
JOINED: Final[dict[str, tuple[str, ...]]] = {
    "seurantalo.css": (
        "shared/colours.css",
        "shared/pieces.css",
        "shared/look.css",
        "shared/record.css",
        "event/event.css",
        "clash/clash.css",
        "calendar/month.css",
        "shared/filter.css",
        "shared/when_tabs.css",
        "calendar/agenda.css",
        "shared/tongues.css",
        "shared/media.css",
    ),
    "wiki.css": ("wiki/practice/practice.css", "wiki/handbook.css", "wiki/glossary.css", "wiki/media.css"),
    "channels.css": ("channels/channels.css", "regional/regional.css"),
}


def asset_files() -> Iterator[File]:
    """Yield the files of all subjects by name: those of ``JOINED`` put together, modules without their comments.

    >>> [file.path for file in asset_files()][:2]
    ['assets/seurantalo/directory.css', 'assets/seurantalo/ehdota/bare.css']
    """
    top = files("seurantalo.publishing") / "pages"
    found = {name: b"".join(top.joinpath(part).read_bytes() for part in parts) for name, parts in JOINED.items()}
    joined = {part for parts in JOINED.values() for part in parts}
    found = {f"{ASSETS}{name}": content for name, content in found.items()}
    for path, entry in _below(top, ""):
        if path not in joined and path not in AT_ROOT:
            content = entry.read_bytes()
            name = f"{ASSETS_ASIDE if path.startswith(_ASIDE) else ASSETS}{entry.name}"
            found[name] = without_comments(content) if path.endswith(".js") else content
    linked = {f"{ASSETS}{name}" for name in LINKED}
    return (File(name, found[name], is_linked=name in linked) for name in sorted(found))


def without_comments(module: bytes) -> bytes:
    r"""Return a browser module as phones fetch it: types and remarks are for who reads the source, a third of it.

    >>> from seurantalo.publishing.assets import without_comments
    >>> without_comments(b"// @ts-check\n/** Half. @param {number} n */\nexport const half = (n) => n / 2;\n")
    b'export const half = (n) => n / 2;\n'
    """
    return _COMMENTS.sub(b"", module)


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(_TYPES):
            yield f"{path}{entry.name}", entry
