"""What the site around the files holds besides them, as far as reading needs to know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``made`` are the site's folders of pages and files of its own making (``kalenteri/``): links may lead there.

    ``templates`` are the folders of the theme's templates; none where they are not known.
    """

    made: Collection[str] = ()
    templates: tuple[str, ...] = ()
