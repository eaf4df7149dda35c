"""What the site around the files holds besides them, as far as reading needs to know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``made`` are the site's folders of pages and files of its own making (``kalenteri/``): links may lead there.

    ``templates`` are the folders of the theme's templates; none where they are not known. ``text_templates`` are the
    names of the templates of texts for channels; likewise.
    """

    made: Collection[str] = ()
    templates: tuple[str, ...] = ()
    text_templates: Collection[str] = ()
