"""What is around the files: the rest of the site, as far as reading needs to know, and who waits for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from seurantalo.frozen import dataclass
from seurantalo.reading.ahead import Spread
from seurantalo.reading.files.listing import SourceFile


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``made`` are the site's folders of pages and files of its own making (``kalenteri/``): links may lead there.

    ``templates`` are the folders of the theme's templates; none where they are not known. ``text_templates`` are the
    names of the templates of texts for channels; likewise. ``watched`` hands on files and shows how far it has come.
    ``spread`` shares work out among several processes; None where there is but this one.
    """

    made: Collection[str] = ()
    templates: tuple[str, ...] = ()
    text_templates: Collection[str] = ()
    watched: Callable[[Sequence[SourceFile]], Iterable[SourceFile]] = iter
    spread: Spread | None = None
