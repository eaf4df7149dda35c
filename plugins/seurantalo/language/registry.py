"""The languages that there are: ours, one line each, and those of installed packages.

A package names a :class:`Tongue` as an entry point of the group ``seurantalo.languages``. It is made of English, to
be imported from where that stands (``seurantalo.language.tongues.en``): the rest is not ready when packages are
asked::

    [project.entry-points."seurantalo.languages"]
    et = "seurantalo_estonian:ESTONIAN"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Final

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


def _of_packages() -> Iterator[Tongue]:
    """Yield what installed packages bring, by name; raise TypeError for what is no language, or one of ours."""
    ours = {tongue.code for tongue in _OURS}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        tongue = point.load()
        if not isinstance(tongue, Tongue) or tongue.code in ours or tongue.code != point.name:
            raise TypeError(f"The language “{point.name}” ({point.value}) is no Tongue of that code, or one of ours.")
        yield tongue


#: Every language by its code: ours first.
TONGUES: Final[Mapping[str, Tongue]] = MappingProxyType({one.code: one for one in (*_OURS, *_of_packages())})
