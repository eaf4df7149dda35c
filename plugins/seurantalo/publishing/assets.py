"""Style sheets, browser modules and pictures of ours: they lie with their subjects, and are published flat.

Those of pages on which something is proposed stand aside: readers of other pages need not load them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from seurantalo.publishing.addresses import ASSETS, ASSETS_ASIDE
from seurantalo.publishing.publication import File

_TYPES: Final = (".css", ".js", ".svg")
#: The folder whose files stand aside.
_ASIDE: Final = "propose/"

#: Style sheets that are published as one, in the order of the cascade: what stands later wins (CSS Cascade 4, 6.4.4).
JOINED: Final[dict[str, tuple[str, ...]]] = {
    "seurantalo.css": (
        "shared/colours.css",
        "shared/pieces.css",
        "event/event.css",
        "clash/clash.css",
        "calendar/month.css",
        "shared/filter.css",
        "shared/media.css",
    ),
    "wiki.css": ("shared/record.css", "wiki/practice/practice.css", "wiki/handbook.css", "wiki/media.css"),
    "directory.css": (
        "site/desk.css",
        "people/directory.css",
        "participation/participation.css",
        "wiki/glossary.css",
    ),
}


def asset_files() -> Iterator[File]:
    """Yield the files of all subjects by name: those of ``JOINED`` put together, every other as it is.

    >>> [file.path for file in asset_files()][:2]
    ['assets/seurantalo/directory.css', 'assets/seurantalo/favicon.svg']
    """
    top = files("seurantalo.publishing") / "pages"
    found = {name: b"".join(top.joinpath(part).read_bytes() for part in parts) for name, parts in JOINED.items()}
    joined = {part for parts in JOINED.values() for part in parts}
    found = {f"{ASSETS}{name}": content for name, content in found.items()}
    for path, entry in _below(top, ""):
        if path not in joined:
            found[f"{ASSETS_ASIDE if path.startswith(_ASIDE) else ASSETS}{entry.name}"] = entry.read_bytes()
    return (File(name, found[name]) for name in sorted(found))


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(_TYPES):
            yield f"{path}{entry.name}", entry
