"""The languages that there are: ours, one line each, and those of installed packages.

A package names a :class:`Tongue` as an entry point of the group ``seurantalo.languages``. It is made of English, to
be imported from where that stands (``seurantalo.language.tongues.en``): the rest is not ready when packages are
asked::

    [project.entry-points."seurantalo.languages"]
    et = "seurantalo_estonian:ESTONIAN"
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from types import MappingProxyType
from typing import Final, TypeAlias

from seurantalo.installed import entry_points
from seurantalo.language.tongue import Tongue
from seurantalo.language.tongues.en import ENGLISH
from seurantalo.language.tongues.fi import FINNISH
from seurantalo.language.tongues.sv import SWEDISH

GROUP: Final = "seurantalo.languages"
_OURS: Final = (
    FINNISH,
    SWEDISH,
    ENGLISH,
)


#: Where a language of a package stands: the file of its module, and the folder with its catalogues.
_Places: TypeAlias = tuple[str, ...]


def _of_packages() -> Iterator[tuple[Tongue | None, str, _Places]]:
    """Yield what installed packages bring, by name: a language and its places, or None and what is wrong with it."""
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        name = f"The language “{point.name}” ({point.value})"
        try:
            tongue, places = _loaded(point)
        except Exception as error:  # noqa: BLE001  # whatever somebody's module does when it is imported
            yield None, f"{name} can't be used: {error}", ()
        else:
            yield tongue, "", places


def _loaded(point: EntryPoint) -> tuple[Tongue, _Places]:
    tongue = point.load()
    if not isinstance(tongue, Tongue):
        raise TypeError("it is no Tongue")
    if tongue.code != point.name:
        raise ValueError(f"its code is “{tongue.code}”, and the entry point has another name")
    if tongue.code in {ours.code for ours in _OURS}:
        raise ValueError("it has the code of one of ours")
    tongue.check_patterns()
    spec = find_spec(tongue.package)
    if spec is None or spec.submodule_search_locations is None:
        raise ValueError(f"“{tongue.package}”, in which its catalogues should be, is no package with a folder")
    file = getattr(sys.modules[point.module], "__file__", None)
    return tongue, (*([file] if file else []), *spec.submodule_search_locations)


_FOUND: Final = tuple(_of_packages())
#: Every language by its code: ours first.
TONGUES: Final[Mapping[str, Tongue]] = MappingProxyType(
    {one.code: one for one in (*_OURS, *(tongue for tongue, *_ in _FOUND)) if one is not None}
)
#: What is wrong with languages of installed packages, a sentence each in English: whoever reads options stops at it.
BROKEN: Final = tuple(wrong for _, wrong, _ in _FOUND if wrong)
#: The files and folders of languages of installed packages: what is changed there is read and said otherwise.
PLACES: Final = tuple(place for *_, places in _FOUND for place in places)
