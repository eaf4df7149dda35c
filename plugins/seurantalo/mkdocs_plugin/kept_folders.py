"""Folders of the site that stay in place from one build to the next.

MkDocs empties the site folder before every build, and a disk makes new files slowly after many were removed.
Folders that hold only what we write are moved aside while it does so, into a folder whose name starts with a
dot, because MkDocs leaves those alone. A build that is cut off in between loses nothing: the next one finds the
folders there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from seurantalo.publishing.publication import Publication

#: Where folders wait, in the site folder itself so that moving them is one rename on one disk.
ASIDE: Final = ".seurantalo-aside"

#: Folders in which others write too, MkDocs, the theme or its plugins: never kept.
SHARED: Final = frozenset({"assets", "search", "javascripts", "stylesheets"})


def kept_folders(publication: Publication) -> tuple[str, ...]:
    """Return the top folders that only the Publication writes into, in order."""
    paths = [bulk.folder for bulk in publication.bulk] + [file.path for file in publication.files]
    paths += [folder for files in publication.bulk_files for folder in files.folders]
    tops = {top for top, slash, _ in (path.partition("/") for path in paths) if slash}
    return tuple(sorted(top for top in tops - SHARED if not top.startswith(".")))


def set_aside(site: Path, names: Iterable[str]) -> None:
    """Move the folders out of MkDocs' way. What cannot be moved is built anew, which only takes longer."""
    for name in names:
        place = site / ASIDE / name
        if not (site / name).is_dir():
            continue
        with suppress(OSError):
            # Left by a build that was cut off; what the site has now is newer.
            shutil.rmtree(place, ignore_errors=True)
            place.parent.mkdir(exist_ok=True)
            (site / name).rename(place)


def put_back(site: Path) -> None:
    """Move the folders that wait back to their places."""
    aside = site / ASIDE
    if not aside.is_dir():
        return
    for place in sorted(aside.iterdir()):
        with suppress(OSError):
            place.rename(site / place.name)
    shutil.rmtree(aside, ignore_errors=True)
